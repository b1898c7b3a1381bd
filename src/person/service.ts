// Use cases of people: a unit's list, adding a contact, and consent given or taken back by the person.
import type { Ctx, WriteCtx } from "../platform/contract/context.ts";
import { invalidInput, Problem } from "../platform/contract/problem.ts";
import type { Db } from "../platform/db/sql.ts";
import { nameSortKey, searchKey } from "../platform/pure/text-vi.ts";
import type { ConsentEvidence, ConsentPurpose, PersonEntry, PersonRow } from "./schema.ts";
import { listInSubtree } from "./store/listing.ts";
import {
  endConsents,
  findEmail,
  insertAffiliation,
  insertConsents,
  insertPerson,
  isAffiliated,
} from "./store.ts";

/** People of the unit and of the units below it today, by given name; those found by words in the order of `listInSubtree`. */
export async function listPeople(
  ctx: Ctx,
  unitId: string,
  query: { words?: string | undefined; after?: string | undefined; limit: number },
): Promise<{ items: PersonRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  const found = await listInSubtree(ctx.db, {
    unitId,
    day: ctx.today,
    words: searchKey(query.words ?? ""),
    after: query.after,
    limit: query.limit + 1,
  });
  const items = found.slice(0, query.limit);
  // The key of a page is an id: a name must not travel in an address.
  return { items, next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** A contact of the unit from today on. Being added agrees to nothing: no consent is written. */
export async function addPerson(ctx: WriteCtx, unitId: string, entry: PersonEntry): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  if (entry.birthDate !== undefined && entry.birthDate > ctx.today) throw invalidInput("birthDate", "future");
  const fullName = entry.fullName.replace(/\s+/g, " ");
  const written = await insertPerson(ctx.tx, {
    ...entry,
    fullName,
    sortKey: nameSortKey(fullName),
    searchKey: searchKey(fullName),
    now: ctx.now,
  });
  if (written === 0) {
    // The client made the id: the same person again is done already, anything else is a mix-up.
    if (!(await isAffiliated(ctx.tx, entry.id, unitId))) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: entry.id };
  }
  insertAffiliation(ctx.tx, {
    id: ctx.newId(),
    personId: entry.id,
    unitId,
    relation: entry.relation,
    from: ctx.today,
  });
  await ctx.audit({ subject: { kind: "person", id: entry.id }, unitId });
  return { id: entry.id };
}

/** Where to write to somebody, looked up at the moment of sending; undefined when no address is known. */
export const emailOf = (db: Db, personId: string): Promise<{ name: string; address: string } | undefined> =>
  findEmail(db, personId);

/** The person said yes to these purposes, and how we know. One that runs already stays as it was first given. */
export async function giveConsents(
  ctx: WriteCtx,
  personId: string,
  purposes: readonly ConsentPurpose[],
  evidence: ConsentEvidence,
): Promise<void> {
  const asked = purposes.map((purpose) => ({ id: ctx.newId(), purpose }));
  const written = await insertConsents(ctx.tx, { personId, evidence, asked, now: ctx.now });
  for (const { id, purpose } of written)
    await ctx.audit({ subject: { kind: "consent", id }, detail: { purpose, evidence } });
}

/** The person takes their yes back; the row stays as history. Answers how many were running. */
export async function withdrawConsents(
  ctx: WriteCtx,
  personId: string,
  purposes: readonly ConsentPurpose[],
): Promise<number> {
  const ended = await endConsents(ctx.tx, personId, purposes, ctx.now);
  if (ended > 0) await ctx.audit({ subject: { kind: "person", id: personId }, detail: { ended } });
  return ended;
}
