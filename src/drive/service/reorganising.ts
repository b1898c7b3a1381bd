// Donation days of a host that ends: the coming ones go to who follows it, closed and cancelled ones stay as they were.
import { z } from "zod";
import { touchedLine } from "../../unit/rules/touched-lines.ts";
import type { HandOver, Participant } from "../../unit/service/participant.ts";
import { countComing, countOthers, type HostedDrive, rehost, rehostBack } from "../store/reorganising.ts";

const DriveJournal = z.object({
  drives: z.array(z.object({ driveId: z.string(), hostUnitId: z.string() })),
});

async function audit(hand: HandOver, drives: readonly HostedDrive[]): Promise<void> {
  for (const { driveId, hostUnitId } of drives) {
    await hand.audit({
      subject: { kind: "drive", id: driveId },
      unitId: hostUnitId,
      detail: { host: "handed-over" },
    });
  }
}

export const driveParticipant: Participant = {
  name: "drive",
  hands: "on-the-day",
  async preview(db, change) {
    const ids = change.closed.map(({ unitId }) => unitId);
    const found = await countComing(db, ids, change.effectiveOn);
    return [
      ...touchedLine(
        "drives-host",
        found.map(({ unitId, drives, later }) => ({ unitId, count: drives - later })),
      ),
      ...touchedLine(
        "drives-host",
        found.map(({ unitId, later }) => ({ unitId, count: later })),
        { since: true },
      ),
    ];
  },
  async apply(hand, change) {
    const drives = await rehost(
      hand.tx,
      change.closed.map(({ unitId }) => unitId),
      hand.today,
    );
    await audit(hand, drives);
    return { drives };
  },
  async blocksUndo(db, change, written) {
    const { drives } = DriveJournal.parse(written);
    // A unit that the decision opened would be no more, and its own drives with it.
    const others = await countOthers(
      db,
      change.opened.map(({ unitId }) => unitId),
      drives.map(({ driveId }) => driveId),
    );
    return others === 0 ? [] : [{ what: "drives-own", count: others }];
  },
  async undo(hand, _change, written) {
    const { drives } = DriveJournal.parse(written);
    await rehostBack(hand.tx, drives);
    await audit(hand, drives);
  },
};
