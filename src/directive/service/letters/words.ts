// The words of a letter: as they were received, or as composed from the fields of one drafted here.
import type { FoundDocument } from "../../../document/service.ts";
import type { Db } from "../../../platform/db/sql.ts";

export async function wordsOf(_db: Db, document: FoundDocument, _today: string): Promise<string> {
  return document.body ?? "";
}
