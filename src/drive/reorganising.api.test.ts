// Donation days through a re-organisation: the coming ones get a host that stands, past ones keep theirs.
import { expect, it } from "vitest";
import { makeCampaign, makeClosedDrive } from "../../test/closed-drive.ts";
import { carryOut, draftDecision, dryRun, undo } from "../../test/decisions.ts";
import { rowsOf } from "../../test/snapshot.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { openPlaces } from "../booking/contract.ts";
import { newId } from "../platform/pure/ids.ts";
import type { Act } from "../unit/schema/acts.ts";
import { approveDrive } from "./contract/plan.ts";
import * as drive from "./contract.ts";

const ON = "2021-01-12";
const planned = async (w: World, campaignId: string): Promise<string> => {
  const id = newId();
  const { status } = await w.as("chi").call(drive.planDrive, {
    params: { unitId: w.units.a1 },
    body: {
      id,
      campaignId,
      facilityId: w.units.hospital,
      name: "Ngày hội ở trường",
      dayType: "response",
      day: "2021-06-09",
      place: "Nhà đa năng",
      sessions: [{ id: newId(), from: "07:00", until: "08:00", slotMinutes: 30, perSlot: 2 }],
    },
  });
  expect(status).toBe(200);
  return id;
};
const hostOf = async (w: World, driveId: string) =>
  (await w.as("thu").call(drive.getDrive, { params: { driveId } })).body.host.id;

await onEveryServer("a donation day whose host ends", (world) => {
  it("goes to its successor, which opens it, and comes back when that is undone", async () => {
    const w = world();
    const { a1, a2 } = w.units;
    const campaignId = await makeCampaign(w);
    const coming = await planned(w, campaignId);
    const past = await makeClosedDrive(w, campaignId, { day: "2021-01-15", donors: [] });
    await w.pool.query("update drive.drive set host_unit_id = $2 where id = $1", [past, a1]);
    const before = await rowsOf(w, "drive.drive");
    const acts: Act[] = [{ kind: "merge", fromIds: [a1], intoId: a2 }];
    expect((await dryRun(w, await draftDecision(w, { effectiveOn: ON, acts }))).touches).toContainEqual(
      expect.objectContaining({ capability: "drive", what: "drives-host", count: 1 }),
    );
    const id = await carryOut(w, { effectiveOn: ON, acts });
    expect([await hostOf(w, coming), await hostOf(w, past)]).toEqual([a2, a1]);
    const listed = await w
      .as("son")
      .call(drive.listDrives, { params: { unitId: a2 }, query: { campaignId } });
    expect(listed.body.items.map((one) => one.id)).toEqual([coming, past]);
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await rowsOf(w, "drive.drive")).toEqual(before);
    const again = await carryOut(w, { effectiveOn: ON, acts });
    // Nobody signs for the grassroots union: who signs above it approves.
    expect(
      (await w.as("hanh").call(approveDrive, { params: { driveId: coming }, body: { planVersion: 1 } }))
        .status,
    ).toBe(200);
    expect((await w.as("son").call(openPlaces, { params: { driveId: coming } })).status).toBe(200);
    expect((await undo(w, again)).problem).toBeUndefined();
    expect(await hostOf(w, coming)).toBe(a1);
  });

  it("goes to the union above without a successor, waits for the day, and stays when the host only moves", async () => {
    const w = world();
    const { a, a1, a1s, b } = w.units;
    const coming = await planned(w, await makeCampaign(w));
    const acts: Act[] = [
      { kind: "close", unitId: a1s, members: "leave" },
      { kind: "close", unitId: a1, members: "leave" },
    ];
    const later = await carryOut(w, { effectiveOn: "2021-02-01", acts });
    expect(await hostOf(w, coming)).toBe(a1);
    expect((await undo(w, later)).problem).toBeUndefined();
    const id = await carryOut(w, { effectiveOn: ON, acts });
    expect(await hostOf(w, coming)).toBe(a);
    expect((await undo(w, id)).problem).toBeUndefined();
    const moved = await carryOut(w, { effectiveOn: ON, acts: [{ kind: "move", unitId: a1, parentId: b }] });
    expect(await hostOf(w, coming)).toBe(a1);
    expect((await undo(w, moved)).problem).toBeUndefined();
  });
});
