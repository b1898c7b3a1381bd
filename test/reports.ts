// Steps of a report taken by the cast, and the drive that the tests of reports share.
import { expect } from "vitest";
import { execute, row, sql, transaction } from "../src/platform/db/sql.ts";
import { newId } from "../src/platform/pure/ids.ts";
import * as report from "../src/report/contract.ts";
import { addCounts } from "../src/tally/service.ts";
import type { CastName, UnitName } from "./cast.ts";
import { giveTargets, makeCampaign, makeClosedDrive, setOwnTarget } from "./closed-drive.ts";
import type { World } from "./world.ts";

export const DRIVE_DAY = "2021-06-09";
export const DAY_AFTER = "2021-06-10T02:00:00.000Z";

export const open = async (world: World, who: CastName, unit: UnitName, driveId: string): Promise<string> => {
  const { status, body } = await world
    .as(who)
    .call(report.openReport, { params: { unitId: world.units[unit], driveId }, body: { id: newId() } });
  expect(status).toBe(200);
  return body.id;
};
export const get = async (world: World, who: CastName, reportId: string) =>
  (await world.as(who).call(report.getReport, { params: { reportId } })).body;
export const submit = (world: World, who: CastName, reportId: string) =>
  world.as(who).call(report.submitReport, { params: { reportId } });
export const approve = (world: World, who: CastName, reportId: string) =>
  world.as(who).call(report.approveReport, { params: { reportId } });
export const giveBack = (world: World, who: CastName, reportId: string, id = newId()) =>
  world.as(who).call(report.returnReport, {
    params: { reportId },
    body: { id, figure: "ml350", text: "Kiểm tra lại số túi 350 ml." },
  });
/** Opens, submits and approves in one go. */
export const send = async (
  world: World,
  who: CastName,
  unit: UnitName,
  driveId: string,
  by: CastName,
): Promise<string> => {
  const id = await open(world, who, unit, driveId);
  expect((await submit(world, who, id)).status).toBe(200);
  expect((await approve(world, by, id)).status).toBe(200);
  return id;
};
/** A letter that orders reports within five days, targets, and a closed drive with donors at every level; the day after it. */
export async function makeReportedDrive(world: World): Promise<{ campaignId: string; driveId: string }> {
  const campaignId = await makeCampaign(world, {
    letter: {
      reportDays: 5,
      reached: [
        {
          unit: "a",
          from: "province",
          receivedAt: "2021-01-19T02:00:00.000Z",
          disseminatedAt: "2021-01-20T02:00:00.000Z",
        },
        { unit: "b", from: "province" },
        { unit: "a1", from: "a", receivedAt: "2021-01-21T02:00:00.000Z" },
        { unit: "a2", from: "a" },
      ],
    },
  });
  const driveId = await makeClosedDrive(world, campaignId, {
    day: DRIVE_DAY,
    donors: [
      { unit: "a1", stayed: 2, ml250: 1, ml350: 5 },
      { unit: "a1s", stayed: 1, ml350: 2, ml450: 1 },
      { unit: "a2", stayed: 6, ml350: 4 },
      { unit: "a", ml350: 1 },
      { unit: "b1", ml250: 3 },
      { unit: "other", ml450: 2 },
    ],
    outside: { ml350: 10 },
  });
  await giveTargets(world, campaignId, "province", { a: 10, b: 4 });
  await setOwnTarget(world, campaignId, "a", 12);
  world.now = DAY_AFTER;
  return { campaignId, driveId };
}

const OFFICERS: readonly (readonly [UnitName, CastName])[] = [
  ["a1", "chi"],
  ["a2", "son"],
  ["b1", "bich"],
  ["a", "binh"],
  ["b", "bao"],
  ["province", "thu"],
];
const APPROVERS: readonly CastName[] = ["binh", "bao", "thu", "tuan"];

export const owedBy = async (w: World, who: CastName, unit: UnitName, driveId: string) => {
  const { status, body } = await w.as(who).call(report.listOwed, { params: { unitId: w.units[unit] } });
  return status === 200 ? body.items.find((item) => item.driveId === driveId) : undefined;
};
export const approveByWhoMay = async (w: World, reportId: string): Promise<void> => {
  for (const who of APPROVERS) if ((await approve(w, who, reportId)).status === 200) return;
  throw new Error("nobody may approve it");
};
const pending = async (w: World): Promise<string[]> =>
  (await w.pool.query("select id from report.report where state = 'submitted' order by id")).rows.map(
    ({ id }) => id,
  );

/** Everybody who owes a report sends it, from the bottom up, and it is approved; answers the province's. */
export async function finish(w: World, driveId: string) {
  for (const id of await pending(w)) await approveByWhoMay(w, id);
  for (const [unit, who] of OFFICERS) {
    const owed = await owedBy(w, who, unit, driveId);
    if (owed === undefined || owed.state === "approved") continue;
    const id = await open(w, who, unit, driveId);
    expect((await submit(w, who, id)).status).toBe(200);
    await approveByWhoMay(w, id);
  }
  const id = (await owedBy(w, "thu", "province", driveId))?.reportId ?? "";
  return get(w, "thu", id);
}

/** One donor of the unit at a closed drive turns out to have given another volume: fact, counters, as the facility writes it. */
export async function correct(
  w: World,
  driveId: string,
  unit: UnitName,
  change: { readonly from: 0 | 250 | 350 | 450; readonly to: 0 | 250 | 350 | 450; readonly at: string },
): Promise<void> {
  const { from, to, at } = change;
  await transaction(w.pool, async (tx) => {
    const found = await row<{ bookingId: string; no: number; campaignId: string; day: string }>(
      tx,
      sql`select o.booking_id, coalesce(c.no, 0) + 1 as no, d.campaign_id, d.day
          from turnout.v_outcome o join drive.drive d on d.id = o.drive_id
          left join turnout.corrected c on c.booking_id = o.booking_id
          where o.drive_id = ${driveId} and o.credited_unit_id = ${w.units[unit]} and o.volume_ml = ${from} limit 1`,
    );
    if (found === undefined) throw new Error(`nobody of ${unit} gave ${from} ml`);
    await execute(
      tx,
      sql`insert into turnout.correction (id, drive_id, booking_id, no, from_ml, to_ml, reason, at)
          values (${newId()}, ${driveId}, ${found.bookingId}, ${found.no}, ${from}, ${to}, 'wrong-volume', ${at})`,
    );
    const by = Number(to > 0) - Number(from > 0);
    const count = { campaignId: found.campaignId, unitId: w.units[unit], driveId, day: found.day };
    await addCounts(tx, [
      { ...count, measure: "donated", by },
      { ...count, measure: "bags", by },
      { ...count, measure: "units", by: by * 100 },
      { ...count, measure: "ml", by: to - from },
    ]);
  });
}
