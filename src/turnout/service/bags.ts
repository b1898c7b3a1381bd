// Bags taken at a drive, for whoever works out what a unit of blood has cost: the whole day, nobody's in particular.
import type { BagsTaken } from "../../drive/service/costs.ts";
import { readSheet } from "../store.ts";

/** By volume, of everybody who gave on the day; null while the books are open. */
export const bagsTaken: BagsTaken = async (db, driveId) => {
  const { entry, closedAt } = await readSheet(db, driveId);
  return closedAt === null ? null : entry.bags;
};
