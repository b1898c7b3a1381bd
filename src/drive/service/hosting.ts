// What all changes by the host of a drive share: the drive asked for with its host's authority, and the audit row.
import type { WriteCtx } from "../../platform/contract/context.ts";
import { type DriveFacts, getDriveById } from "../service.ts";

/** The drive, after its host's authority was asked. Throws not-found, forbidden. */
export async function hostedDrive(ctx: WriteCtx, driveId: string): Promise<DriveFacts> {
  const drive = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ host: drive.hostUnitId });
  return drive;
}

/** Before its books are closed and while it is not cancelled. */
export const isComing = ({ state }: DriveFacts): boolean => state !== "closed" && state !== "cancelled";

export const auditOn = (
  ctx: WriteCtx,
  drive: DriveFacts,
  detail: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> => ctx.audit({ subject: { kind: "drive", id: drive.id }, unitId: drive.hostUnitId, detail });
