// What the host's record of supplies says was handed out.
import { suppliesOf } from "../../drive/service/supplies.ts";
import type { Db } from "../../platform/db/sql.ts";

/** Certificates by the record of supplies; undefined where the host keeps none. */
export async function certificatesOf(
  db: Db,
  driveId: string,
): Promise<{ issued: number; spoiled: number } | undefined> {
  const { balances } = await suppliesOf(db, driveId);
  const found = balances.filter(({ category }) => category === "certificate");
  if (found.length === 0) return undefined;
  return {
    issued: found.reduce((sum, { issued }) => sum + issued, 0),
    spoiled: found.reduce((sum, { spoiled }) => sum + spoiled, 0),
  };
}
