// Addresses of the screens of asking again and thanking, below a drive's own.
import { atUnit } from "../../account/web/paths.ts";

export const drivePath = (unitId: string, driveId: string): string => atUnit(unitId, "dot", driveId);
