// The numbered list on paper, and typing it back in batches.
import { sessionsEnd } from "../../drive/service/hours.ts";
import type { WriteCtx } from "../../platform/contract/context.ts";
import type { PrintedList, RecordedRows, RecordRows } from "../schema/typing.ts";
import { turnoutProblem } from "../schema.ts";
import { countNumbers, findBookings, insertNumbers, lockForNumbers } from "../store/typing.ts";
import { enter, forFacility, mayStillRecord } from "./entering.ts";

/** Numbers whoever has none yet. Numbers once given stay: the paper of this morning is typed back tonight. */
export async function printList(ctx: WriteCtx, driveId: string): Promise<PrintedList> {
  await forFacility(ctx, driveId);
  const locked = await lockForNumbers(ctx.tx, driveId);
  if (locked?.state === "closed") throw turnoutProblem("turnout-closed");
  if (locked?.state !== "open" && locked?.state !== "approved") throw turnoutProblem("not-open");
  const added = await insertNumbers(ctx.tx, driveId);
  if (added === 0) ctx.unchanged();
  else await ctx.audit({ subject: { kind: "drive", id: driveId }, detail: { added } });
  return { numbered: await countNumbers(ctx.tx, driveId), added };
}

/** Enters rows in their order; a row that cannot stand is answered and the others are kept. */
export async function recordMany(
  ctx: WriteCtx,
  driveId: string,
  { rows }: RecordRows,
): Promise<RecordedRows> {
  const drive = await forFacility(ctx, driveId);
  await mayStillRecord(ctx, drive);
  const end = await sessionsEnd(ctx.tx, driveId);
  const found = new Map(
    (
      await findBookings(
        ctx.tx,
        driveId,
        rows.map(({ bookingId }) => bookingId),
      )
    ).map((booking) => [booking.id, booking]),
  );
  const answered: RecordedRows["rows"] = [];
  ctx.unchanged();
  for (const { bookingId, volume } of rows) {
    const booking = found.get(bookingId);
    if (booking === undefined) {
      answered.push({ bookingId, problem: "not-found" });
      continue;
    }
    const problem = await enter(ctx, driveId, booking, volume, end);
    if (problem === null) found.set(bookingId, { ...booking, volume });
    answered.push({ bookingId, problem });
  }
  return { rows: answered };
}
