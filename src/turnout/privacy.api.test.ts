// Two days alike in all but who came: nothing the union can read, by screen or by SQL, tells one from the other.
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { UNITS, type UnitName } from "../../test/cast.ts";
import { closeDay, facilityDay, MORNING, NONE } from "../../test/facility-day.ts";
import { answer, at, NO, type OpenDay, openDay, withSealKey } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { addSupply, setCost } from "../drive/contract/day.ts";
import { roundedUp } from "../drive/schema/costs.ts";
import { MOVEMENTS } from "../drive/schema/supplies.ts";
import { newId } from "../platform/pure/ids.ts";
import { closeDrive, getTurnout, getUnitSheet, listUnitOutcomes } from "./contract.ts";

withSealKey();

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const DIGEST = /\b[0-9a-f]{64}\b/g;
const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;

await onEveryServer("who came", (world) => {
  const { dayWith, record, sheet } = facilityDay(world);

  /** Every row of every table the union's login reads, as text. */
  const everything = async (): Promise<Map<string, string[]>> => {
    const { rows: tables } = await world().pool.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
         and has_table_privilege(c.oid, 'select') order by 1`,
    );
    const found = new Map<string, string[]>();
    for (const { name } of tables) {
      const { rows } = await world().pool.query<{ line: string }>(
        `select to_jsonb(t)::text as line from ${name} t`,
      );
      found.set(
        name,
        rows.map(({ line }) => line),
      );
    }
    return found;
  };

  /** What a closing wrote, without ids, digests, instants and running numbers: those are made anew each time. */
  const written = (before: Map<string, string[]>, after: Map<string, string[]>): string[] =>
    [...after]
      .flatMap(([table, lines]) => {
        const old = new Set(before.get(table));
        return lines.filter((line) => !old.has(line)).map((line) => `${table} ${line}`);
      })
      .map((line) =>
        line
          .replace(UUID, "#")
          .replace(DIGEST, "#")
          .replace(INSTANT, "@")
          .replace(/"(?:no|block_no|entries|shard)": ?(?:\d+|null)/g, '"n"'),
      )
      .sort();

  const SMALL: readonly (readonly [string, UnitName])[] = [
    ["Lê An", "a1"],
    ["Trần Bình", "a1"],
    ["Vàng Ánh", "a1"],
    ["Sùng Ba", "a2"],
    ["Giàng Cả", "b1"],
  ];

  const smallDay = async (): Promise<OpenDay> => {
    const { day, of } = await dayWith([...SMALL, ["Rút Lại", "a1"]]);
    await answer(world(), of("Rút Lại").link, NO);
    await at(world(), MORNING, () => enterSmall(day, of));
    return day;
  };
  const enterSmall = async (day: OpenDay, of: (name: string) => { readonly id: string }): Promise<void> => {
    await record(day, of("Lê An").id, 350);
    for (const [name] of SMALL.slice(1)) await record(day, of(name).id, 0);
    await sheet(day, { outside: { ...NONE, ml250: 2 }, bags: { ...NONE, ml250: 2, ml350: 1 } });
  };

  it("of a small day leaves the same traces everywhere, whether nobody came or everybody", async () => {
    const days = [await smallDay(), await smallDay(), await smallDay()] as const;
    await at(world(), MORNING, async () => {
      const traces: string[][] = [];
      const screens: string[] = [];
      const secrets = [
        { stayed: 0, outside: 2, a1: 0, a2: 0, b1: 0 },
        { stayed: 4, outside: 9, a1: 2, a2: 1, b1: 1 },
        { stayed: 2, outside: 2, a1: 2, a2: 0, b1: 0 },
      ];
      for (const [index, { stayed, outside, ...units }] of secrets.entries()) {
        const day = days[index] ?? days[0];
        const before = await everything();
        const closed = await closeDay(world(), day.driveId, "yen", {
          stayed,
          outside,
          units: Object.entries(units).map(([name, of]) => ({ unitId: UNITS[name as UnitName], stayed: of })),
        });
        expect(closed.status).toBe(200);
        traces.push(written(before, await everything()));
        const seen = [
          closed.body,
          await world()
            .as("yen")
            .call(getTurnout, { params: { driveId: day.driveId } })
            .then(({ body }) => body),
          ...(await Promise.all(
            (
              [
                ["thu", "province"],
                ["binh", "a"],
                ["chi", "a1"],
              ] as const
            ).map(async ([who, unit]) => {
              const params = { unitId: UNITS[unit], driveId: day.driveId };
              return [
                (await world().as(who).call(getUnitSheet, { params })).body,
                (await world().as(who).call(listUnitOutcomes, { params })).body,
              ];
            }),
          )),
        ];
        screens.push(JSON.stringify(seen).replace(UUID, "#").replace(INSTANT, "@"));
      }
      expect(traces[0]?.length).toBeGreaterThan(10);
      expect(traces[0]?.some((line) => line.startsWith("turnout.presence "))).toBe(true);
      expect(traces[1]).toEqual(traces[0]);
      expect(traces[2]).toEqual(traces[0]);
      expect(screens[1]).toBe(screens[0]);
      expect(screens[2]).toBe(screens[0]);
      expect(screens[0]).toContain('"attended":null');
    });
  });

  it("is not told by what was served or paid on the way: exact numbers of those are refused, rounded ones leave the same traces", async () => {
    const day = await openDay(world());
    await at(world(), MORNING, async () => {
      const { driveId } = day;
      const supply = (movement: string, quantity: number) =>
        world()
          .as("thu")
          .call(addSupply, {
            params: { driveId },
            // As somebody would send it who does not heed the form.
            body: {
              id: newId(),
              category: "refreshment",
              item: "Bánh, sữa",
              movement,
              quantity,
              note: "",
            } as never,
          });
      const cost = (kind: "travel" | "refreshment", actualDong: number) =>
        world()
          .as("thu")
          .call(setCost, {
            params: { driveId, costId: newId() },
            body: { source: "blood-price", kind, item: "Chi trong ngày", plannedDong: null, actualDong },
          });
      const came = [6, 9];
      for (const people of came) {
        for (const movement of MOVEMENTS) expect((await supply(movement, people)).status).toBe(400);
        expect((await cost("travel", people * 50_000)).status).toBe(400);
        expect((await cost("refreshment", people * 30_000)).status).toBe(400);
      }
      // Nor by the way round: bought less what is left is what was served.
      expect((await supply("received", 100)).status).toBe(200);
      for (const movement of ["issued", "spoiled", "returned"])
        expect((await supply(movement, 90)).status).toBe(400);

      const traces: string[][] = [];
      for (const people of came) {
        const before = await everything();
        expect((await cost("travel", roundedUp(people * 50_000))).status).toBe(200);
        expect((await cost("refreshment", roundedUp(people * 30_000))).status).toBe(200);
        traces.push(written(before, await everything()));
      }
      expect(traces[0]?.filter((line) => line.startsWith("drive.cost "))).toHaveLength(2);
      for (const trace of traces) expect(trace).toEqual(traces[0]);
    });
  }, 60_000);

  it("cannot be tried out against the digest that the ledger keeps of the request", async () => {
    const day = await smallDay();
    await at(world(), MORNING, async () => {
      const salt = newId();
      const key = newId();
      const bodyOf = (stayed: number, by: string) => ({
        salt: by,
        list: { stayed, absent: 4 - stayed },
        units: null,
        outside: null,
        handed: { certificates: null, gifts: null, travel: null, travelDong: null },
        explanations: [],
      });
      const params = { driveId: day.driveId };
      const reply = await world()
        .as("yen")
        .call(closeDrive, { params, body: bodyOf(3, salt) }, { key });
      expect(reply.status).toBe(200);
      const { rows } = await world().pool.query("select input_hash from platform.command where key = $1", [
        key,
      ]);
      const digest = (input: object) => createHash("sha256").update(JSON.stringify(input)).digest("hex");
      const tried = (by: string) =>
        [0, 1, 2, 3, 4].filter((stayed) =>
          [{ params, query: {}, body: bodyOf(stayed, by) }].some(
            (input) => digest(input) === rows[0]?.input_hash,
          ),
        );
      // Who knew the salt could; so it must be nowhere.
      expect(tried(salt)).toEqual([3]);
      for (const lines of (await everything()).values()) {
        for (const line of lines) expect(line).not.toContain(salt);
      }
    });
  });

  it("is not told by when an outcome was entered: who gave nothing is entered after the sessions, and then all look alike", async () => {
    const { day, of } = await dayWith([
      ["Lê An", "a1"],
      ["Trần Bình", "a1"],
    ]);
    await at(world(), "2021-06-09T00:10:00.000Z", async () => {
      expect((await record(day, of("Trần Bình").id, 0)).problem?.code).toBe("sessions-running");
      expect((await record(day, of("Lê An").id, 350)).status).toBe(200);
      await at(world(), "2021-06-09T01:00:00.000Z", async () => {
        expect((await record(day, of("Trần Bình").id, 0)).status).toBe(200);
        await sheet(day, { bags: { ...NONE, ml350: 1 } });
        expect((await closeDay(world(), day.driveId)).status).toBe(200);
      });
      const { rows } = await world().pool.query(
        "select distinct recorded_at, recorded_by from turnout.outcome where drive_id = $1",
        [day.driveId],
      );
      expect(rows).toHaveLength(1);
    });
  });

  it("of a day large enough is told, of each union only where all unions are, and summed only of what is told", async () => {
    const many = Array.from({ length: 12 }, (_, index) => [`A ${index}`, "a1"] as const);
    const others = Array.from({ length: 10 }, (_, index) => [`B ${index}`, "b1"] as const);
    const few = Array.from({ length: 2 }, (_, index) => [`C ${index}`, "a2"] as const);
    const { day, of } = await dayWith([...many, ...others, ...few]);
    await at(world(), MORNING, async () => {
      for (const [name] of [...many, ...others, ...few]) await record(day, of(name).id, 0);
      await sheet(day, {});
      const closed = await closeDay(world(), day.driveId, "yen", {
        stayed: 12,
        units: [
          { unitId: UNITS.a1, stayed: 6 },
          { unitId: UNITS.b1, stayed: 5 },
          { unitId: UNITS.a2, stayed: 1 },
        ],
      });
      expect(closed.status).toBe(200);
      const see = async (who: "thu" | "binh" | "chi" | "bao", unit: UnitName) =>
        (
          await world()
            .as(who)
            .call(getUnitSheet, { params: { unitId: UNITS[unit], driveId: day.driveId } })
        ).body;
      expect((await see("chi", "a1")).attended).toBe(6);
      // A2's two are too few, so that they and B1 are one rest: neither is told, nor any sum with one of them.
      expect((await see("bao", "b")).attended).toBeNull();
      expect((await see("binh", "a")).attended).toBeNull();
      expect(await see("thu", "province")).toMatchObject({
        attended: null,
        registered: 24,
        whole: { listed: 12, outside: null, event: null },
      });
    });
  });
});
