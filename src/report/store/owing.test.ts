import { expect, it } from "vitest";
import { makeCampaign, makeClosedDrive } from "../../../test/closed-drive.ts";
import { onEveryServer } from "../../../test/world.ts";
import { reader, transaction } from "../../platform/db/sql.ts";
import { newId } from "../../platform/pure/ids.ts";
import { addCounts } from "../../tally/service.ts";
import type { UnitKind } from "../../unit/schema.ts";
import { getUnitNode, openUnit } from "../../unit/service.ts";
import { listOwingChildren } from "./facts.ts";
import { countOutstanding, listDebts, listLate } from "./lists.ts";

const DAY = "2021-08-01";
const END = "2021-08-02T00:00:00+07:00";

await onEveryServer("who owes a report", (world) => {
  /** A tree with every odd shape: name → kind, parent; donors are credited to all that carry a number. */
  const SHAPE: readonly (readonly [name: string, kind: UnitKind, parent: string, donors: number])[] = [
    ["lead", "federation", "province", 1],
    ["middle", "district-federation", "lead", 0],
    ["empty", "sector-union", "lead", 0],
    ["school", "grassroots", "middle", 0],
    ["member of school", "grassroots", "school", 2],
    ["section of school", "section", "school", 3],
    ["group in section", "group", "section of school", 1],
    ["office section", "section", "middle", 2],
    ["grassroots under section", "grassroots", "office section", 4],
    ["idle", "grassroots", "middle", 0],
    ["direct", "grassroots", "lead", 5],
    ["took back", "grassroots", "lead", 0],
  ];
  const OWE = ["lead", "middle", "school", "direct"];

  it("is said alike unit by unit, level by level, and over the whole tree", async () => {
    const ids = new Map<string, string>([["province", world().units.province]]);
    const idOf = (name: string): string => ids.get(name) ?? "";
    await transaction(world().pool, async (tx) => {
      for (const [name, kind, parent] of SHAPE) {
        ids.set(name, newId());
        await openUnit(tx, {
          id: idOf(name),
          side: "union",
          kind,
          name,
          shortName: name,
          notation: "X",
          placeName: "Mẫu",
          parentId: idOf(parent),
          from: "2020-01-01",
        });
      }
    });
    const campaignId = await makeCampaign(world(), { letter: { reportDays: 5, reached: [] } });
    await world().pool.query("update campaign.campaign set unit_id = $2 where id = $1", [
      campaignId,
      idOf("lead"),
    ]);
    const driveId = await makeClosedDrive(world(), campaignId, { day: "2021-06-09", donors: [] });
    await transaction(world().pool, async (tx) => {
      const counts = SHAPE.flatMap(([name, , , by]) =>
        by === 0
          ? []
          : [{ campaignId, driveId, unitId: idOf(name), measure: "donated" as const, day: "2021-06-09", by }],
      );
      const registered = { campaignId, driveId, unitId: idOf("took back"), measure: "registered" as const };
      await addCounts(tx, [
        ...counts,
        { ...registered, day: "2021-05-01", by: 1 },
        { ...registered, day: "2021-05-02", by: -1 },
      ]);
    });
    const db = reader(world().pool);
    const names = SHAPE.map(([name]) => name);

    const placed = (name: string) => getUnitNode(db, idOf(name), DAY);
    const each: string[] = [];
    for (const name of names) {
      if (
        (await listDebts(db, await placed(name), DAY, undefined, 10)).some((debt) => debt.driveId === driveId)
      )
        each.push(name);
    }
    expect(each).toEqual(OWE);
    expect(await listDebts(db, await placed("province"), DAY, undefined, 10)).toEqual([]);

    const levels: string[] = [];
    for (const name of names) {
      levels.push(
        ...(await listOwingChildren(db, driveId, await placed(name), { day: DAY })).map(
          (child) => child.name,
        ),
      );
    }
    expect(levels.sort()).toEqual(OWE.filter((name) => name !== "lead").sort());

    const places = new Map<string, string>();
    for (const name of [...names, "province"]) places.set(name, (await placed(name)).path);
    const within = (name: string) => ({
      campaignId,
      unitId: idOf(name),
      path: places.get(name) ?? "",
      day: DAY,
      end: END,
    });
    // From the leading unit, from above it, and from a unit in the middle.
    for (const [top, expected] of [
      ["lead", OWE],
      ["province", OWE],
      ["middle", ["middle", "school"]],
      ["school", ["school"]],
      ["section of school", []],
      ["empty", []],
    ] as const) {
      const late = await listLate(db, within(top), 50);
      const owed = (await countOutstanding(db, within(top))).reduce((sum, { owed: n }) => sum + n, 0);
      expect([top, owed]).toEqual([top, expected.length]);
      // The letter was sent from the province above the leading unit: it orders that unit too.
      expect([top, late.map(({ name }) => name).sort()]).toEqual([top, [...expected].sort()]);
      expect(late.every(({ dueOn, total }) => dueOn === "2021-06-14" && total === expected.length)).toBe(
        true,
      );
    }
    const branches = await countOutstanding(db, within("lead"));
    const middle = await getUnitNode(db, idOf("middle"), DAY);
    expect(
      branches.find(({ branch }) => `.${branch}.` === `.${middle.path.split(".").at(-2)}.`),
    ).toMatchObject({ owed: 2, late: 2 });
    expect(branches.find(({ branch }) => branch === "")).toMatchObject({ owed: 1 });
  });
});
