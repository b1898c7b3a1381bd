// The hours of a drive, for those who come after it in the house.
import type { Db } from "../../platform/db/sql.ts";
import { findSessionsEnd } from "../store/hours.ts";

/** When the last session of a drive ends; undefined where it has none. */
export const sessionsEnd = async (db: Db, driveId: string): Promise<string | undefined> =>
  (await findSessionsEnd(db, driveId))?.endsAt ?? undefined;
