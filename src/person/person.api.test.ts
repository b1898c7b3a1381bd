// A unit's list of people: who is on it, in which order, and what adding somebody does not do.
import { expect, it } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { reader } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { addPerson, listPeople } from "./contract.ts";
import { listInSubtree, type Ways } from "./store/listing.ts";

await onEveryServer("a unit's people", (world) => {
  const of = (unitId: string) => ({ params: { unitId } });

  it("lists people of the unit and below by given name, page by page", async () => {
    for (const fullName of ["Trần Thị Ánh", "Ma A Tủa", "Lê Văn Ánh"]) {
      const { status } = await world()
        .as("binh")
        .call(addPerson, { ...of(world().units.a), body: { id: newId(), fullName } });
      expect(status).toBe(200);
    }
    const names: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await world()
        .as("binh")
        .call(listPeople, { ...of(world().units.a), query: { limit: 7, ...(after && { after }) } });
      names.push(...body.items.map((person) => person.fullName));
      after = body.next ?? undefined;
    } while (after !== undefined);
    expect(names).toHaveLength(23);
    expect(new Set(names).size).toBe(23);
    expect(names.indexOf("Lê Văn Ánh")).toBeLessThan(names.indexOf("Trần Thị Ánh"));
    expect(names.indexOf("Ma A Tủa")).toBeGreaterThan(names.indexOf("Trần Thị Ánh"));
  });

  const NEVER = 1_000_000_000;
  const GATHERED: Ways = { units: 2000, rare: 0, seldom: 0, often: NEVER };
  const all = async (words: string, ways: Ways): Promise<{ id: string; fullName: string }[]> => {
    const asked = { unitId: world().units.a, day: "2021-01-18", limit: 2, words };
    const found = [];
    for (let after: string | undefined; ; ) {
      const page = await listInSubtree(reader(world().pool), { ...asked, after }, ways);
      found.push(...page);
      after = page.at(-1)?.id;
      if (page.length < asked.limit) return found;
    }
  };

  it("lists the same people page by page whether few or many units stand below", async () => {
    const gathered = await all("", GATHERED);
    expect(gathered.length).toBeGreaterThan(20);
    expect(await all("", { ...GATHERED, units: 0 })).toEqual(gathered);
    const named = await all("thi", GATHERED);
    expect(named.map(({ fullName }) => fullName).sort()).toEqual(
      gathered
        .map(({ fullName }) => fullName)
        .filter((name) => name.includes(" Thị "))
        .sort(),
    );
    expect(named.length).toBeGreaterThan(0);
    // By the ends of names, then union by union or by their words; by their words alone; from the beginning of a word on.
    for (const words of ["thi", "tran thi", "t", "a", "nobody", "hi", "van anh", "van a", "le v"]) {
      const few = await all(words, GATHERED);
      if (["t", "a"].includes(words)) expect(few.length).toBeGreaterThan(2);
      if (["nobody", "hi"].includes(words)) expect(few).toEqual([]);
      expect(new Set(few.map(({ id }) => id)).size).toBe(few.length);
      for (const ways of [
        { ...GATHERED, units: 0, rare: -1, seldom: -1 },
        { ...GATHERED, units: 0, rare: -1, seldom: NEVER },
        { ...GATHERED, units: 0, rare: NEVER },
      ])
        expect(await all(words, ways), `${words} ${JSON.stringify(ways)}`).toEqual(few);
      // Union by union: the same people in another order.
      const byUnit = await all(words, { ...GATHERED, often: -1 });
      const ids = (found: typeof few) => found.map(({ id }) => id).sort();
      expect(ids(byUnit), words).toEqual(ids(few));
    }
  });

  it("finds a name without its accents", async () => {
    const { body } = await world()
      .as("binh")
      .call(listPeople, { ...of(world().units.a), query: { words: "  tua MA" } });
    expect(body.items).toEqual([]);
    const found = await world()
      .as("binh")
      .call(listPeople, { ...of(world().units.a), query: { words: "ma a TUA" } });
    expect(found.body.items.map((person) => person.fullName)).toEqual(["Ma A Tủa"]);
  });

  it("shows a union only its own people: not a sibling's, not the level above's", async () => {
    const own = await world().as("son").call(listPeople, of(world().units.a2));
    expect(own.body.items).toHaveLength(10);
    expect((await world().as("son").call(listPeople, of(world().units.a1))).status).toBe(403);
    expect((await world().as("chi").call(listPeople, of(world().units.a))).status).toBe(403);
    expect((await world().as("cu").call(listPeople, of(world().units.a1))).status).toBe(403);
    expect((await world().nobody().call(listPeople, of(world().units.a1))).status).toBe(401);
  });

  it("adds a contact as typed in NFC, who has agreed to nothing", async () => {
    const id = newId();
    const entry = {
      id,
      fullName: "  Lò  Thị Duyên ".normalize("NFD"),
      birthDate: "1990-02-03",
      phone: "+84 912.345.678",
      email: "duyen@example.test",
    };
    const added = await world()
      .as("chi")
      .call(addPerson, { ...of(world().units.a1), body: entry });
    expect(added.body).toEqual({ id });
    const { body } = await world()
      .as("chi")
      .call(listPeople, { ...of(world().units.a1), query: { words: "duyen" } });
    expect(body.items).toEqual([
      {
        id,
        fullName: "Lò Thị Duyên",
        birthYear: 1990,
        relation: "member",
        unitId: world().units.a1,
        unitName: "CĐCS An Một",
        reachable: ["phone", "email"],
      },
    ]);
    const { rows } = await world().pool.query(
      "select (select value from person.contact where person_id = $1 and channel = 'phone') as phone, (select count(*)::integer from person.consent where person_id = $1) as consents",
      [id],
    );
    expect(rows).toEqual([{ phone: "0912345678", consents: 0 }]);
  });

  it("adds a person once, however often the request arrives", async () => {
    const body = { id: newId(), fullName: "Giàng Thị Mỷ" };
    const key = newId();
    const first = await world()
      .as("chi")
      .call(addPerson, { ...of(world().units.a1), body }, { key });
    const lost = await world()
      .as("chi")
      .call(addPerson, { ...of(world().units.a1), body }, { key });
    const anew = await world()
      .as("chi")
      .call(addPerson, { ...of(world().units.a1), body });
    expect([first.body, lost.body, anew.body]).toEqual([first.body, first.body, first.body]);
    const elsewhere = await world()
      .as("son")
      .call(addPerson, { ...of(world().units.a2), body });
    expect(elsewhere.problem?.code).toBe("key-reused");
    const { rows } = await world().pool.query("select from person.affiliation where person_id = $1", [
      body.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it("refuses a birth date that has not come and a phone that is none", async () => {
    const add = (more: object) =>
      world()
        .as("chi")
        .call(addPerson, { ...of(world().units.a1), body: { id: newId(), fullName: "Vàng A Sử", ...more } });
    expect((await add({ birthDate: "2021-01-19" })).problem?.code).toBe("invalid-input");
    expect((await add({ phone: "12345" })).problem?.code).toBe("invalid-input");
    expect((await add({ birthDate: "2021-01-18" })).status).toBe(200);
  });

  it("finds by a given name first, then by a family name, then by the rest of a name", async () => {
    const { a1, a2 } = world().units;
    for (const [who, unitId, fullName] of [
      ["son", a2, "Sính A Páo"],
      ["son", a2, "Lù Văn Sinh"],
      ["chi", a1, "Thào Sinh Dế"],
      ["chi", a1, "Giàng A Sình"],
      ["son", a2, "Sinh Thị Ghểnh"],
    ] as const)
      expect(
        (
          await world()
            .as(who)
            .call(addPerson, { ...of(unitId), body: { id: newId(), fullName } })
        ).status,
      ).toBe(200);
    const ways: Ways[] = [
      GATHERED,
      { ...GATHERED, units: 0, rare: -1, seldom: -1 },
      { ...GATHERED, units: 0, rare: NEVER },
    ];
    for (const way of ways) {
      expect((await all("sinh", way)).map(({ fullName }) => fullName)).toEqual([
        "Giàng A Sình",
        "Lù Văn Sinh",
        "Sính A Páo",
        "Sinh Thị Ghểnh",
        "Thào Sinh Dế",
      ]);
      expect((await all("van sin", way)).map(({ fullName }) => fullName)).toEqual(["Lù Văn Sinh"]);
    }
  });
});
