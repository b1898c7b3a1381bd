// Steps of a report taken by the cast, and the drive that the tests of reports share.
import { expect } from "vitest";
import { newId } from "../src/platform/pure/ids.ts";
import * as report from "../src/report/contract.ts";
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
