// What is asked anew after a place, or a drive with its places, has changed.
import { getDrive, listDrives } from "../../drive/contract.ts";
import type { AnyContract } from "../../platform/contract/contract.ts";
import { getBoard } from "../contract/board.ts";
import { listCalls, listDriveChanges } from "../contract/changes.ts";
import { getUnitPlaces } from "../contract/unit-places.ts";
import { listWaiting } from "../contract/waiting.ts";
import { getPlaces, listBookings } from "../contract.ts";

export const PLACES_CHANGED: readonly AnyContract[] = [
  getPlaces,
  getUnitPlaces,
  getBoard,
  listBookings,
  listWaiting,
  listCalls,
];
export const DRIVE_CHANGED: readonly AnyContract[] = [
  ...PLACES_CHANGED,
  getDrive,
  listDrives,
  listDriveChanges,
];
