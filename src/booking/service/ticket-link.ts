// The address of a running place's page, for whoever writes to the person whose place it is.
import type { Db } from "../../platform/db/sql.ts";
import { addressOf, tokenOf } from "../links.ts";
import { findRunning } from "../store/lists.ts";

/** The member's own link; undefined when the place is given back, or the server's key has changed since. */
export async function ticketAddress(
  db: Db,
  { bookingId, publicUrl, now }: { bookingId: string; publicUrl: string; now: string },
): Promise<string | undefined> {
  const sealed = (await findRunning(db, bookingId, now))?.linkSealed;
  const token = sealed === null || sealed === undefined ? undefined : await tokenOf(sealed);
  return token === undefined ? undefined : addressOf(publicUrl, token);
}
