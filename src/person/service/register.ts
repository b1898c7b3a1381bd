// Somebody who came by themselves becomes known: name, contact, where they belong. What they agree to is theirs to say.
import type { WriteCtx } from "../../platform/contract/context.ts";
import { Problem } from "../../platform/contract/problem.ts";
import { nameSortKey, searchKey } from "../../platform/pure/text-vi.ts";
import type { Relation } from "../schema.ts";
import { findRegistered } from "../store/register.ts";
import { insertAffiliation, insertPerson } from "../store.ts";

export interface Registration {
  /** Made by the form: the same id again is the same registration. */
  readonly id: string;
  /** NFC, trimmed. */
  readonly fullName: string;
  /** YYYY-MM-DD; the caller has checked it against today and the age. */
  readonly birthDate: string;
  readonly sex: "female" | "male";
  /** As `Phone` makes it: 0 and nine digits. */
  readonly phone: string;
  readonly email?: string;
  /** What they are to the unit; with `unitId` null (outside) it is not kept. */
  readonly relation: Relation | "outside";
  readonly unitId: string | null;
}

/**
 * Writes the person with their own words, as an entry of its own: whether somebody like them is known already is for
 * an officer to see among possible duplicates, and is told to nobody here. No consent is written: see `giveConsents`.
 * The same id with the same name is done already and changes nothing; with another name it is `key-reused`.
 * The caller asks for authority.
 */
export async function registerPerson(ctx: WriteCtx, entry: Registration): Promise<{ id: string }> {
  const fullName = entry.fullName.replace(/\s+/g, " ");
  const written = await insertPerson(ctx.tx, {
    id: entry.id,
    fullName,
    birthDate: entry.birthDate,
    sex: entry.sex,
    phone: entry.phone,
    ...(entry.email !== undefined && { email: entry.email }),
    sortKey: nameSortKey(fullName),
    searchKey: searchKey(fullName),
    source: "self",
    now: ctx.now,
  });
  if (written === 0) {
    // Only what came by itself can come again: nobody takes over an officer's entry by its id.
    if ((await findRegistered(ctx.tx, entry.id))?.fullName !== fullName) throw new Problem("key-reused", 409);
    return { id: entry.id };
  }
  if (entry.unitId !== null && entry.relation !== "outside") {
    insertAffiliation(ctx.tx, {
      id: ctx.newId(),
      personId: entry.id,
      unitId: entry.unitId,
      relation: entry.relation,
      from: ctx.today,
    });
  }
  await ctx.audit({
    subject: { kind: "person", id: entry.id },
    ...(entry.unitId !== null && { unitId: entry.unitId }),
    detail: { source: "self" },
  });
  return { id: entry.id };
}
