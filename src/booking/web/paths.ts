// Addresses of the screens of places, below a drive's own.
import { atUnit } from "../../account/web/paths.ts";

export const drivePath = (unitId: string, driveId: string): string => atUnit(unitId, "dot", driveId);
export const holdPath = (unitId: string, driveId: string): string => `${drivePath(unitId, driveId)}/giu-cho`;
export const boardPath = (unitId: string, driveId: string): string => `${drivePath(unitId, driveId)}/xep-cho`;
export const changePath = (unitId: string, driveId: string): string =>
  `${drivePath(unitId, driveId)}/doi-lich`;
export const signedPath = (unitId: string, driveId: string): string => `${drivePath(unitId, driveId)}/ky-ten`;
export const callsPath = (unitId: string, driveId: string): string =>
  `${drivePath(unitId, driveId)}/goi-dien`;
