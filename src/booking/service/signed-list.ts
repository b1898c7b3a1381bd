// The list that members signed by hand, attached: those still held become registrations, with paper as the evidence.
import { getDriveById } from "../../drive/service.ts";
import { giveConsents } from "../../person/service.ts";
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import { addCounts } from "../../tally/service.ts";
import { type CallRow, changeProblem, type SignedListEntry } from "../schema/changes.ts";
import { bookingProblem } from "../schema.ts";
import { listCallsWithin } from "../store/changes.ts";
import { confirmHeld } from "../store/places.ts";
import { attachList, hasFile, listListed } from "../store/signed-list.ts";

/**
 * Confirms held places of the unit's people who signed. Places that ran out or were given back before are told by their
 * number only; those the members confirmed themselves count as confirmed.
 */
export async function confirmByList(
  ctx: WriteCtx,
  unitId: string,
  driveId: string,
  entry: SignedListEntry,
): Promise<{ id: string; confirmed: number; goneBefore: number }> {
  await ctx.allow({ unit: unitId });
  const drive = await getDriveById(ctx.tx, driveId);
  if (drive.state !== "open") throw bookingProblem("drive-not-open");
  const { fileId } = entry;
  if (!(await hasFile(ctx.tx, { fileId, unitId }))) throw changeProblem("file-missing");
  const bookingIds = [...new Set(entry.bookingIds)];
  const asked = { driveId, unitId, bookingIds, today: ctx.today };
  if ((await listListed(ctx.tx, asked)).length < bookingIds.length) throw notFound("booking");
  const confirmed = await confirmHeld(ctx.tx, { bookingIds, driveId, now: ctx.now });
  const now = await listListed(ctx.tx, asked);
  const standing = now.filter(({ state }) => state === "confirmed");
  if (standing.length === 0) throw changeProblem("nothing-to-confirm");
  const answer = {
    id: entry.id,
    confirmed: standing.length,
    goneBefore: bookingIds.length - standing.length,
  };
  if (confirmed.length === 0) {
    ctx.unchanged();
    return answer;
  }
  const ids = confirmed.map(({ id }) => id);
  await attachList(ctx.tx, {
    id: entry.id,
    driveId,
    unitId,
    fileId,
    bookingIds: ids,
    by: accountId(ctx),
    now: ctx.now,
  });
  const personOf = new Map(now.map(({ id, personId }) => [id, personId]));
  for (const { id, creditedUnitId } of confirmed) {
    const personId = personOf.get(id);
    if (personId !== undefined) await giveConsents(ctx, personId, ["take-part"], "paper");
    await ctx.audit({
      subject: { kind: "booking", id },
      unitId: creditedUnitId,
      detail: { to: "confirmed", list: entry.id },
    });
  }
  await addCounts(
    ctx.tx,
    confirmed.map(({ campaignId, creditedUnitId }) => ({
      campaignId,
      unitId: creditedUnitId,
      driveId,
      measure: "registered",
      day: ctx.today,
      by: 1,
    })),
  );
  return answer;
}

/** People of the unit with a running place: who was not written to comes first. */
export async function listCalls(
  ctx: Ctx,
  unitId: string,
  driveId: string,
  query: { after?: string | undefined; limit: number },
): Promise<{ items: CallRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  await getDriveById(ctx.db, driveId);
  const found = await listCallsWithin(ctx.db, {
    driveId,
    unitId,
    today: ctx.today,
    now: ctx.now,
    after: query.after,
    limit: query.limit + 1,
  });
  const items = found
    .slice(0, query.limit)
    .map(({ unitId: creditedId, unitName, unitShortName, ...row }) => ({
      ...row,
      unit: { id: creditedId, name: unitName, shortName: unitShortName },
    }));
  return { items, next: found.length > query.limit ? (items.at(-1)?.bookingId ?? null) : null };
}
