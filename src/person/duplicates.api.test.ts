// Entries that may be one person: seen by who may see both, judged, counted once, taken back.
import { expect, it } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { lastDonationDay } from "../donor/service.ts";
import { reader, rows as rowsOf, sql } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { judgeAlike, listAlike, undoMerge } from "./contract/duplicates.ts";
import { addPerson, listPeople } from "./contract.ts";
import type { AlikePair } from "./schema/duplicates.ts";
import { pageAlike } from "./service/duplicates.ts";

await onEveryServer("entries that may be one person", (world) => {
  const units = () => world().units;
  const add = async (who: "chi" | "son" | "binh", unitId: string, more: object) => {
    const id = newId();
    const body = { id, fullName: "Lò Thị Piêng", birthDate: "1990-02-03", ...more };
    const { status } = await world().as(who).call(addPerson, { params: { unitId }, body });
    expect(status).toBe(200);
    return id;
  };
  const pairs = async (who: "chi" | "son" | "binh", unitId: string) =>
    (await world().as(who).call(listAlike, { params: { unitId } })).body.items.map(({ a, b, why }) => [
      a.personId,
      b.personId,
      why,
    ]);
  const judge = (who: "chi" | "son" | "binh", unitId: string, body: object) =>
    world()
      .as(who)
      .call(judgeAlike, {
        params: { unitId },
        body: { id: newId(), answer: "same", ...body } as never,
      });
  const names = async (who: "chi" | "binh", unitId: string, words: string) =>
    (await world().as(who).call(listPeople, { params: { unitId }, query: { words } })).body.items.map(
      ({ id }) => id,
    );

  it("are shown only to an officer within whose tree both are", async () => {
    const one = await add("chi", units().a1, {});
    const other = await add("son", units().a2, { fullName: "LÒ THỊ  PIÊNG" });
    expect(await pairs("chi", units().a1)).toEqual([]);
    expect(await pairs("son", units().a2)).toEqual([]);
    expect(await pairs("binh", units().a)).toEqual([[one, other, "birth"]]);
    expect(
      (
        await world()
          .as("chi")
          .call(listAlike, { params: { unitId: units().a } })
      ).status,
    ).toBe(403);
    // Neither may judge what they cannot see both halves of.
    expect((await judge("chi", units().a1, { oneId: one, otherId: other })).problem?.code).toBe(
      "merged-since",
    );
    expect((await judge("binh", units().a, { oneId: one, otherId: other })).status).toBe(200);
    expect(await names("binh", units().a, "lo thi pieng")).toEqual([one]);
    // Who is stood for is on the list of its own unit as the one that stands.
    expect(await names("chi", units().a1, "lo thi pieng")).toEqual([one]);
    expect((await judge("binh", units().a, { oneId: other, otherId: one })).problem?.code).toBe(
      "merged-since",
    );
  });

  it("count as one person, whose last donation is the last of any entry, until it is taken back", async () => {
    const a = await add("chi", units().a1, {
      fullName: "Vàng Thị Dợ",
      phone: "0912000333",
      birthDate: "1980-01-01",
    });
    const b = await add("chi", units().a1, {
      fullName: "Vang Thi Do",
      phone: "0912000333",
      birthDate: "1981-01-01",
    });
    const c = await add("chi", units().a1, {
      fullName: "Vàng Thị Dợ",
      phone: "0912000333",
      birthDate: "1981-01-01",
    });
    expect(await pairs("chi", units().a1)).toHaveLength(3);
    const drive = await anyDrive();
    await world().pool.query(
      "insert into donor.donation (person_id, drive_id, day, volume_ml) values ($1, $2, '2020-12-01', 350)",
      [b, drive],
    );
    const db = reader(world().pool);
    expect(await lastDonationDay(db, a)).toBeUndefined();
    const [first, second] = [newId(), newId()];
    expect((await judge("chi", units().a1, { id: first, oneId: c, otherId: b })).status).toBe(200);
    expect((await judge("chi", units().a1, { id: second, oneId: a, otherId: c })).status).toBe(200);
    for (const entry of [a, b, c]) expect(await lastDonationDay(db, entry)).toBe("2020-12-01");
    expect(await names("chi", units().a1, "vang thi do")).toEqual([a]);
    const counted = await rowsOf<{ n: number }>(
      db,
      sql`select count(distinct person_id)::integer as n from person.v_affiliation where search_key = 'vang thi do'`,
    );
    expect(counted).toEqual([{ n: 1 }]);
    const undo = (mergeId: string) =>
      world()
        .as("chi")
        .call(undoMerge, { params: { unitId: units().a1, mergeId } });
    // The later one first: the earlier has been built upon.
    expect((await undo(first)).problem?.code).toBe("merged-since");
    expect((await undo(second)).status).toBe(200);
    expect(await lastDonationDay(db, a)).toBeUndefined();
    expect(await lastDonationDay(db, c)).toBe("2020-12-01");
    expect((await undo(first)).status).toBe(200);
    expect((await undo(first)).status).toBe(200);
    expect((await names("chi", units().a1, "vang thi do")).sort()).toEqual([a, b, c].sort());
    expect(
      (
        await world()
          .as("son")
          .call(undoMerge, { params: { unitId: units().a2, mergeId: first } })
      ).status,
    ).toBe(404);
  });

  it("are not asked about again once somebody said they are two people", async () => {
    const a = await add("chi", units().a1, { fullName: "Cứ A Chớ" });
    const b = await add("chi", units().a1, { fullName: "Cứ A Chớ" });
    expect(await pairs("chi", units().a1)).toContainEqual([a, b, "birth"]);
    const said = { oneId: b, otherId: a, answer: "different" };
    expect((await judge("chi", units().a1, said)).status).toBe(200);
    expect((await judge("chi", units().a1, said)).status).toBe(200);
    expect(await pairs("chi", units().a1)).not.toContainEqual([a, b, "birth"]);
    const other = await add("chi", units().a1, { fullName: "Cứ A Khác" });
    expect((await judge("chi", units().a1, { oneId: a, otherId: other })).problem?.code).toBe("not-alike");
    expect((await judge("chi", units().a1, { oneId: a, otherId: a })).problem?.code).toBe("not-alike");
  });

  it("are merged one way, however many officers answer at the same moment", async () => {
    const a = await add("chi", units().a1, { fullName: "Thào A Gia" });
    const b = await add("chi", units().a1, { fullName: "Thào A Gia" });
    const answers = await Promise.all([
      judge("chi", units().a1, { oneId: a, otherId: b }),
      judge("binh", units().a, { oneId: b, otherId: a }),
      judge("chi", units().a1, { oneId: a, otherId: b }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await names("chi", units().a1, "thao a gia")).toHaveLength(1);
  });

  it("are each shown once, however few people are looked at for a page and however many are alike", async () => {
    const alike = [];
    for (const [who, unit] of [
      ["chi", "a1"],
      ["son", "a2"],
      ["chi", "a1"],
    ] as const)
      alike.push(await add(who, units()[unit], { fullName: "Hạng Thị Dúa", birthDate: "1991-09-09" }));
    const page = (after: string | undefined, look: number, limit: number) =>
      pageAlike(reader(world().pool), units().a, { day: "2021-01-18", after, look, limit });
    const whole = await page(undefined, 10_000, 500);
    expect(whole.next).toBeNull();
    const [one = "", two = "", three = ""] = alike;
    const said = ({ a, b }: AlikePair) => [a.personId, b.personId].sort().join();
    expect(whole.items.map(said)).toEqual(
      expect.arrayContaining([
        [one, two].sort().join(),
        [one, three].sort().join(),
        [two, three].sort().join(),
      ]),
    );
    for (const [look, limit] of [
      [2, 1],
      [3, 500],
      [10_000, 1],
    ] as const) {
      const found: AlikePair[] = [];
      let after: string | undefined;
      do {
        const { items, next } = await page(after, look, limit);
        expect(items.length).toBeLessThanOrEqual(limit);
        found.push(...items);
        after = next ?? undefined;
      } while (after !== undefined);
      expect(found).toEqual(whole.items);
    }
  });

  async function anyDrive(): Promise<string> {
    const [campaign, drive] = [newId(), newId()];
    await world().pool.query(
      `insert into campaign.campaign (id, unit_id, programme, name, year, period, unit_rule, created_at)
       values ($1, $2, 'Mẫu', 'Mẫu 2020', 2020, daterange('2020-01-01', '2021-01-01'), 'bag', $3)`,
      [campaign, units().province, world().now],
    );
    await world().pool.query(
      `insert into drive.drive (id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state, created_at)
       values ($1, $2, $3, $4, 'Ngày mẫu', 'main', '2020-12-01', 'Nhà văn hóa', 'open', $5)`,
      [drive, campaign, units().province, units().hospital, world().now],
    );
    return drive;
  }
});
