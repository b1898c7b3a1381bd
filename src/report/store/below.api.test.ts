// What is owed below a unit is worked out from the drives that have anything of it: the same must come out as from all.
import { expect, it } from "vitest";
import { makeClosedDrive } from "../../../test/closed-drive.ts";
import { testServers } from "../../../test/database.ts";
import { carryOut } from "../../../test/decisions.ts";
import { makeReportedDrive, open, send, submit } from "../../../test/reports.ts";
import { makeWorld, type World } from "../../../test/world.ts";
import { reader, transaction } from "../../platform/db/sql.ts";
import { newId } from "../../platform/pure/ids.ts";
import { addCounts } from "../../tally/service.ts";
import { getUnitNode } from "../../unit/service.ts";
import { lookBelow } from "./below.ts";
import { countOutstanding, listLate } from "./lists.ts";

const ON = "2021-06-12";
/** Today before and after the sums are folded, and a day before the tree changed. */
const LOOKS = [
  { day: "2021-06-20", folded: false },
  { day: "2021-06-20", folded: true },
  { day: "2021-06-11", folded: true },
] as const;
const NAMES = ["a", "b", "a1", "a2", "b1"] as const;

/** What the tree does after the reports of the first drive were sent. */
const CHANGES = {
  "nothing moves": async () => undefined,
  "a union moves elsewhere": (w: World) =>
    carryOut(w, { effectiveOn: ON, acts: [{ kind: "move", unitId: w.units.a1, parentId: w.units.b }] }),
  "the level above merges away": (w: World) =>
    carryOut(w, { effectiveOn: ON, acts: [{ kind: "merge", fromIds: [w.units.a], intoId: w.units.b }] }),
  "a union moves away and the level it reported to merges into another": async (w: World) => {
    await carryOut(w, {
      effectiveOn: ON,
      acts: [{ kind: "move", unitId: w.units.a1, parentId: w.units.province }],
    });
    await carryOut(w, {
      effectiveOn: "2021-06-13",
      acts: [{ kind: "merge", fromIds: [w.units.a], intoId: w.units.b }],
    });
  },
} as const;

/** One drive half reported, one of B's people alone, and one where somebody came and took it back and places were kept. */
async function makeDrives(w: World): Promise<string> {
  const { campaignId, driveId } = await makeReportedDrive(w);
  await submit(w, "chi", await open(w, "chi", "a1", driveId));
  await send(w, "bich", "b1", driveId, "bao");
  await makeClosedDrive(w, campaignId, { day: "2021-06-10", donors: [{ unit: "b1", ml350: 3 }] });
  const kept = await makeClosedDrive(w, campaignId, { day: "2021-06-10", donors: [] });
  const gone = { campaignId, driveId: kept, unitId: w.units.b1, measure: "registered" } as const;
  await transaction(w.pool, (tx) =>
    addCounts(tx, [
      { ...gone, day: "2021-05-01", by: 1 },
      { ...gone, day: "2021-05-02", by: -1 },
    ]),
  );
  const slot = newId();
  await w.pool.query(
    `insert into drive.session (id, drive_id, starts_at, ends_at) values ($1, $2, '2021-06-10T01:00:00Z', '2021-06-10T05:00:00Z')`,
    [slot, kept],
  );
  await w.pool.query(
    `insert into drive.slot (id, drive_id, session_id, starts_at, capacity) values ($1, $2, $1, '2021-06-10T01:00:00Z', 20)`,
    [slot, kept],
  );
  await w.pool.query(
    `insert into booking.seat (slot_id, drive_id, capacity) values ($1, $2, 20) on conflict do nothing`,
    [slot, kept],
  );
  await w.pool.query(
    `insert into booking.reserve (id, drive_id, slot_id, unit_id, places, cut_off, created_at, ended_at)
     values ($1, $2, $3, $4, 5, '2021-06-01T00:00:00Z', '2021-05-01T00:00:00Z', '2021-06-01T00:00:00Z')`,
    [newId(), kept, slot, w.units.a2],
  );
  return campaignId;
}

const servers = await testServers();
servers.forEach((server, turn) => {
  const mine = Object.keys(CHANGES).filter(
    (_, index) => servers.length === 1 || index % servers.length === turn,
  );
  it.each(mine)(
    `is said at every unit as by all drives of the campaign when %s (${server.name})`,
    async (change) => {
      const w = await makeWorld(server);
      try {
        const campaignId = await makeDrives(w);
        await CHANGES[change as keyof typeof CHANGES](w);
        const db = reader(w.pool);
        const seen = new Set<number>();
        for (const { day, folded } of LOOKS) {
          if (folded) await w.pool.query("select tally.fold(1000)");
          for (const name of NAMES) {
            const node = await getUnitNode(db, w.units[name], day).catch(() => undefined);
            if (node === undefined) continue;
            const within = { campaignId, unitId: w.units[name], day, end: `${day}T17:00:00.000Z` };
            const said = await lookBelow(db, { ...within, path: node.path }, 50);
            const law = await countOutstanding(db, within);
            const byBranch = (rows: readonly { branch: string | null; owed: number; late: number }[]) =>
              rows.map(({ branch, owed, late }) => `${branch} ${owed} ${late}`).sort();
            const at = `${name} on ${day}`;
            expect([at, ...byBranch(said.branches)]).toEqual([at, ...byBranch(law)]);
            const late = await listLate(db, within, 50);
            const named = (rows: readonly { unitId: string; driveId: string; dueOn: string }[]) =>
              rows.map(({ unitId, driveId, dueOn }) => `${unitId} ${driveId} ${dueOn}`);
            expect([at, ...named(said.late)]).toEqual([at, ...named(late)]);
            seen.add(law.reduce((sum, { owed }) => sum + owed, 0));
          }
        }
        expect(seen.size).toBeGreaterThan(2);
      } finally {
        await w.close();
      }
    },
    60_000,
  );
});
