// An administrator answers what people asked about their data: hands it over, puts it right, restricts or deletes it.
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { invalidInput, notFound } from "../../platform/contract/problem.ts";
import { type DataRequestRow, type PersonData, problem, type RequestEnd } from "../schema/requests.ts";
import { withdrawConsents } from "../service.ts";
import { entriesOf } from "../store/duplicates.ts";
import { setRestricted } from "../store/entry.ts";
import {
  acknowledge,
  findRequest,
  finish,
  type RequestFacts,
  listRequests as requestsOf,
} from "../store/requests.ts";
import { personData } from "./data-requests.ts";
import { writeChange } from "./entry.ts";
import type { PersonHolder } from "./holder.ts";

/** Open ones by deadline, what is late on top; done ones newest first. */
export async function listRequests(
  ctx: Ctx,
  rootId: string,
  query: { state: "open" | "done"; after?: string | undefined; limit: number },
): Promise<{ items: DataRequestRow[]; next: string | null }> {
  await ctx.allow({ root: rootId });
  const found = await requestsOf(ctx.db, {
    rootId,
    today: ctx.today,
    open: query.state === "open",
    after: query.after,
    limit: query.limit + 1,
  });
  const items = found.slice(0, query.limit);
  return { items, next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

async function requestOf(ctx: Ctx, rootId: string, requestId: string, lock: boolean): Promise<RequestFacts> {
  await ctx.allow({ root: rootId });
  const request = await findRequest(ctx.db, { rootId, today: ctx.today, requestId, lock });
  if (request === undefined) throw notFound("data-request");
  return request;
}

export async function acknowledgeRequest(
  ctx: WriteCtx,
  rootId: string,
  requestId: string,
): Promise<{ id: string }> {
  const request = await requestOf(ctx, rootId, requestId, true);
  if (request.acknowledgedAt !== null) {
    ctx.unchanged();
    return { id: requestId };
  }
  await acknowledge(ctx.tx, requestId, accountId(ctx), ctx.now);
  await ctx.audit({ subject: { kind: "data-request", id: requestId }, unitId: rootId });
  return { id: requestId };
}

/** Of every entry that is said to be this person. Throws `request-ended`: nobody looks without somebody asking. */
export async function getRequestData(
  ctx: Ctx,
  rootId: string,
  requestId: string,
  holders: readonly PersonHolder[],
): Promise<{ items: PersonData }> {
  const request = await requestOf(ctx, rootId, requestId, false);
  if (request.doneAt !== null) throw problem("request-ended");
  const items: PersonData = [];
  for (const entryId of await entriesOf(ctx.db, request.personId)) {
    items.push(...(await personData(ctx.db, entryId, holders, ctx.locale)));
  }
  return { items };
}

/**
 * Ends an open request. `done` does what was asked in the same transaction: `correct` writes `change`, `delete` empties
 * every entry of the person and gives places back where `withPlaces` says so (else throws `places-running`), `restrict`
 * takes them off lists and invitations. `refused` needs a reason. Ended the same way already: done.
 */
export async function endRequest(
  ctx: WriteCtx,
  rootId: string,
  requestId: string,
  end: RequestEnd,
  holders: readonly PersonHolder[],
): Promise<{ id: string }> {
  const request = await requestOf(ctx, rootId, requestId, true);
  if (request.outcome !== null) {
    if (request.outcome !== end.outcome) throw problem("request-ended");
    ctx.unchanged();
    return { id: requestId };
  }
  if (end.outcome === "refused" && end.answer === "") throw problem("answer-missing");
  if (end.outcome === "done") await fulfil(ctx, request, end, holders);
  const by = accountId(ctx);
  // Deleting a person ends what else they asked; this one is ended here, with its answer.
  await finish(ctx.tx, { id: requestId, by, now: ctx.now, outcome: end.outcome, answer: end.answer });
  await ctx.audit({
    subject: { kind: "data-request", id: requestId },
    unitId: rootId,
    detail: { kind: request.kind, outcome: end.outcome },
  });
  return { id: requestId };
}

async function fulfil(
  ctx: WriteCtx,
  { kind, personId }: RequestFacts,
  end: RequestEnd,
  holders: readonly PersonHolder[],
): Promise<void> {
  if (kind === "correct") {
    if (end.change === undefined || Object.keys(end.change).length === 0)
      throw invalidInput("change", "missing");
    await writeChange(ctx, personId, end.change, undefined);
  }
  if (kind === "restrict") {
    for (const entryId of await entriesOf(ctx.tx, personId)) {
      await setRestricted(ctx.tx, entryId, ctx.now);
      await withdrawConsents(ctx, entryId, ["reminder", "invitation"]);
    }
  }
  if (kind === "delete") await erasePerson(ctx, personId, end.withPlaces, holders);
}

/**
 * Empties every entry of a person: who they were is gone, what they gave stays as volumes on days, credited as it was.
 * Throws `places-running` while a place of theirs runs, unless `withPlaces`: the places are then given back first.
 * The caller asks for authority.
 */
export async function erasePerson(
  ctx: WriteCtx,
  personId: string,
  withPlaces: boolean,
  holders: readonly PersonHolder[],
): Promise<void> {
  const entries = await entriesOf(ctx.tx, personId);
  let running = 0;
  for (const entryId of entries) {
    for (const holder of holders) running += (await holder.running?.(ctx.tx, entryId, ctx.now)) ?? 0;
  }
  if (running > 0 && !withPlaces) throw problem("places-running", { places: running });
  for (const entryId of entries) {
    // The entry itself goes last: the others may still ask who it was.
    for (const holder of [...holders].reverse()) await holder.erase(ctx.tx, entryId, ctx);
    await ctx.audit({ subject: { kind: "person", id: entryId }, detail: { erased: true, places: running } });
  }
}
