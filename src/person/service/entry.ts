// One entry of a unit's list: read by an officer of the unit, put right, taken off the list with a reason.
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { invalidInput, notFound } from "../../platform/contract/problem.ts";
import { nameSortKey, searchKey } from "../../platform/pure/text-vi.ts";
import type { AffiliationEnd, PersonView } from "../schema/entry.ts";
import type { PersonChange } from "../schema.ts";
import { endAffiliations, findPerson, listPlaces, updatePerson } from "../store/entry.ts";

const ACTIONS = ["person.change", "person.end-affiliation"];

/** Throws `not-found` for whoever does not belong within the unit's tree today: nobody hears that they exist. */
async function within(ctx: Ctx, unitId: string, personId: string) {
  await ctx.allow({ unit: unitId });
  const places = await listPlaces(ctx.db, { personId, unitId, day: ctx.today });
  const person = places.length === 0 ? undefined : await findPerson(ctx.db, personId);
  if (person === undefined) throw notFound("person");
  return { person, places };
}

export async function getPerson(ctx: Ctx, unitId: string, personId: string): Promise<PersonView> {
  const { person, places } = await within(ctx, unitId, personId);
  const allowedActions: string[] = [];
  for (const action of ACTIONS) if (await ctx.may(action, { unit: unitId })) allowedActions.push(action);
  return {
    ...person,
    places: places.map(({ affiliationId: _, ...place }) => place),
    allowedActions,
  };
}

/** Fields left out stay; the audit row says which were changed, never to what. */
export async function changePerson(
  ctx: WriteCtx,
  unitId: string,
  personId: string,
  change: PersonChange,
): Promise<{ id: string }> {
  await within(ctx, unitId, personId);
  await writeChange(ctx, personId, change, unitId);
  return { id: personId };
}

/** For use cases that have asked for authority already. */
export async function writeChange(
  ctx: WriteCtx,
  personId: string,
  change: PersonChange,
  unitId: string | undefined,
): Promise<void> {
  if (change.birthDate && change.birthDate > ctx.today) throw invalidInput("birthDate", "future");
  const fullName = change.fullName?.replace(/\s+/g, " ");
  const written = await updatePerson(ctx.tx, personId, {
    ...change,
    ...(fullName !== undefined && {
      fullName,
      sortKey: nameSortKey(fullName),
      searchKey: searchKey(fullName),
    }),
  });
  if (written === 0) throw notFound("person");
  const fields = Object.keys(change).sort().join(",");
  await ctx.audit({
    subject: { kind: "person", id: personId },
    ...(unitId !== undefined && { unitId }),
    detail: { fields },
  });
}

/** Off the list of the unit and all below it from today on. Somebody who is off it already is `not-found`. */
export async function endAffiliation(
  ctx: WriteCtx,
  unitId: string,
  personId: string,
  { reason }: AffiliationEnd,
): Promise<{ id: string }> {
  const { places } = await within(ctx, unitId, personId);
  const ids = places.map(({ affiliationId }) => affiliationId);
  await endAffiliations(ctx.tx, ids, ctx.today, reason);
  await ctx.audit({
    subject: { kind: "person", id: personId },
    unitId,
    detail: { ended: ids.length, reason },
  });
  return { id: personId };
}
