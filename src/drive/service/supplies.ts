// Supplies of a drive: lines of certificates, gifts and refreshments, and what must be left of them.
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { Problem } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { rangeOf, type SerialRange, serialAt, without } from "../rules/serials.ts";
import type { DriveSupplies, SupplyEntry, SupplyLine } from "../schema/supplies.ts";
import { supplyProblem } from "../schema/supplies.ts";
import { driveProblem } from "../schema.ts";
import { type DriveFacts, getDriveById } from "../service.ts";
import {
  deleteSupply,
  findSupply,
  insertSupply,
  listBalances,
  listSupplies,
  type SupplyRow,
} from "../store/day.ts";
import { auditOn, hostedDrive, isComing } from "./hosting.ts";

/** Every line and what is left, for the host, unions above it, and the facility. */
export async function viewSupplies(ctx: Ctx, driveId: string): Promise<DriveSupplies> {
  const drive = await getDriveById(ctx.db, driveId);
  await ctx.allow({ host: drive.hostUnitId, facility: drive.facilityId });
  const may = isComing(drive) && (await ctx.may("drive.add-supply", { host: drive.hostUnitId }));
  return {
    ...(await suppliesOf(ctx.db, driveId)),
    allowedActions: may ? ["drive.add-supply", "drive.drop-supply"] : [],
  };
}

/** What a drive has of supplies; asks nobody's authority: the caller has. */
export async function suppliesOf(db: Db, driveId: string): Promise<Omit<DriveSupplies, "allowedActions">> {
  const rows = await listSupplies(db, driveId);
  const balances = await listBalances(db, driveId);
  const serials = (gone: boolean): SerialRange[] =>
    rows.flatMap((one) =>
      (one.movement !== "received") === gone && one.serials !== null ? [one.serials] : [],
    );
  return {
    lines: rows.map(asLine),
    balances: balances.map((one) => ({
      ...one,
      left:
        one.category === "refreshment"
          ? null
          : Math.max(0, one.received - one.issued - one.spoiled - one.returned),
    })),
    unaccounted: without(serials(false), serials(true)).map((range) => ({
      ...ends(range),
      quantity: range.last - range.first + 1,
    })),
  };
}

const ends = (range: SerialRange): { first: string; last: string } => ({
  first: serialAt(range, range.first),
  last: serialAt(range, range.last),
});

const asLine = ({ serials, driveId: _drive, ...one }: SupplyRow): SupplyLine => ({
  ...one,
  ...(serials === null ? { first: null, last: null } : ends(serials)),
});

/**
 * Writes one line down. That no serial goes twice or goes without having come, and that no more goes than came, the
 * database holds: two who write at once cannot both be let in.
 */
export async function addSupply(ctx: WriteCtx, driveId: string, entry: SupplyEntry): Promise<{ id: string }> {
  const drive = await forChange(ctx, driveId);
  const line = rowOf(entry, driveId, ctx.now);
  if ((await insertSupply(ctx.tx, line)) === 0) {
    const known = await findSupply(ctx.tx, line.id);
    const { at: _known, ...before } = known ?? line;
    const { at: _now, ...again } = line;
    if (JSON.stringify(Object.entries(before).sort()) !== JSON.stringify(Object.entries(again).sort()))
      throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: line.id };
  }
  const { category, movement, quantity } = line;
  await auditOn(ctx, drive, { supply: line.id, category, movement, quantity });
  return { id: line.id };
}

function rowOf(entry: SupplyEntry, driveId: string, at: string): SupplyRow {
  const { id, category, movement, note } = entry;
  if (entry.category !== "certificate") {
    const { item, quantity } = entry;
    return { id, driveId, category, item, movement, quantity, serials: null, note, at };
  }
  const serials = rangeOf(entry.first, entry.last);
  if (serials === undefined) throw supplyProblem("serial-range", { first: entry.first, last: entry.last });
  const quantity = serials.last - serials.first + 1;
  return { id, driveId, category, item: "", movement, quantity, serials, note, at };
}

export async function dropSupply(ctx: WriteCtx, driveId: string, supplyId: string): Promise<{ id: string }> {
  const drive = await forChange(ctx, driveId);
  if ((await deleteSupply(ctx.tx, driveId, supplyId)) === 0) ctx.unchanged();
  else await auditOn(ctx, drive, { supply: supplyId, dropped: true });
  return { id: supplyId };
}

/** Once the facility has closed, its reconciliation stands on these lines. */
async function forChange(ctx: WriteCtx, driveId: string): Promise<DriveFacts> {
  const drive = await hostedDrive(ctx, driveId);
  if (drive.state === "closed") throw supplyProblem("supply-settled");
  if (!isComing(drive)) throw driveProblem("drive-state", { state: drive.state });
  return drive;
}
