// The words of a letter: as they were received, or as composed from the fields of one drafted here.

import { composeText } from "../../../document/rules/composing/compose.ts";
import type { ComposeHead } from "../../../document/rules/composing/sentences.ts";
import type { FoundDocument } from "../../../document/service.ts";
import type { Db } from "../../../platform/db/sql.ts";
import { letterheadOf } from "../../../unit/service.ts";

/** What stands at the head of a unit's letters on `day`; throws not-found where it did not stand then. */
export async function headOf(db: Db, unitId: string, day: string): Promise<ComposeHead> {
  const { name, superiorName, notation, placeName } = await letterheadOf(db, unitId, day);
  return { name, superior: superiorName, notation, place: placeName };
}

/** `day`: under which letterhead a letter without a day of its own is written. */
export async function wordsOf(db: Db, document: FoundDocument, day: string): Promise<string> {
  if (document.body !== null) return document.body;
  return composeText(document.letter, await headOf(db, document.unitId, document.issuedOn ?? day));
}
