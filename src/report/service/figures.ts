// The lines of a report as they stand now: own people from the day's counts, units below from their approved reports.
import { unitsHundredths } from "../../campaign/rules/blood-units.ts";
import { notFound } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { hasPeople, sumFigures } from "../rules/figures.ts";
import type { Figures } from "../schema.ts";
import {
  approvedFigures,
  countedFigures,
  type DriveRow,
  findDrive,
  findOutside,
  listOwingChildren,
  listUncovered,
  targetsOf,
  wholeDriveFigures,
} from "../store/facts.ts";
import type { LineRow } from "../store/lines.ts";
import { listMissingWithin, type UnitNameRow } from "../store/reports.ts";

/** A unit in the tree of the day asked. */
export interface PlacedUnit {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly path: string;
  readonly parentId: string | null;
}

/** With who leads its campaign on the day. */
export async function getDrive(db: Db, driveId: string, day: string): Promise<DriveRow> {
  const found = await findDrive(db, driveId, day);
  if (found === undefined) throw notFound("drive");
  return found;
}

export interface Filled {
  readonly lines: readonly LineRow[];
  /** Units whose people the own line is made of. */
  readonly covered: readonly string[];
  readonly assigned: number | null;
  readonly own: number | null;
}

/**
 * Fills a report from the facts. A unit below counts only once its report is approved: what is merely submitted may
 * still be returned, and figures nobody has answered for go no further up. Until then its line is chưa báo cáo.
 */
export async function fillReport(db: Db, drive: DriveRow, unit: PlacedUnit, day: string): Promise<Filled> {
  const children = await listOwingChildren(db, drive.driveId, unit, { day });
  const approved = await approvedFigures(
    db,
    children.filter(({ state }) => state === "approved").flatMap(({ reportId }) => reportId ?? []),
  );
  const covered = await listUncovered(db, drive.driveId, unit, day);
  const counted = await countedFigures(db, drive.driveId, covered);
  const targets = await targetsOf(db, drive.campaignId, [unit.id, ...children.map(({ unitId }) => unitId)]);
  const ours = targets.get(unit.id) ?? { assigned: null, own: null };
  const alone = children.length === 0;

  const lines: LineRow[] = children.map((child) => ({
    unitId: child.unitId,
    parentId: unit.id,
    unitName: child.name,
    unitShortName: child.shortName,
    source: "child",
    figures: approved.get(child.unitId) ?? null,
    assigned: targets.get(child.unitId)?.assigned ?? null,
    ownTarget: targets.get(child.unitId)?.own ?? null,
  }));
  const self = {
    unitId: unit.id,
    parentId: unit.parentId,
    unitName: unit.name,
    unitShortName: unit.shortName,
  };
  if (alone || hasPeople(counted)) {
    // A unit with others below it has its targets for them all: they stand with the total, not with this line.
    const target = alone ? ours : { assigned: null, own: null };
    lines.push({
      ...self,
      source: "own",
      figures: counted,
      assigned: target.assigned,
      ownTarget: target.own,
    });
  }
  if (unit.id === drive.leadingUnitId) {
    const event = await eventFigures(db, drive);
    lines.push({ ...self, source: "event", figures: event, assigned: null, ownTarget: null });
  }
  return { lines, covered, assigned: ours.assigned, own: ours.own };
}

/** Donors outside the system as figures: of them only those who gave are known, so each counts as registered too. */
export function outsideFigures(
  rule: DriveRow["unitRule"],
  outside: { readonly ml250: number; readonly ml350: number; readonly ml450: number },
): Figures {
  const people = outside.ml250 + outside.ml350 + outside.ml450;
  return {
    registered: people,
    donated: people,
    bags250: outside.ml250,
    bags350: outside.ml350,
    bags450: outside.ml450,
    ml: outside.ml250 * 250 + outside.ml350 * 350 + outside.ml450 * 450,
    unitsHundredths: unitsHundredths(rule, outside),
  };
}

/** The whole event of a closed drive: everybody in the system and the facility's line for donors outside it. */
export async function eventFigures(db: Db, drive: DriveRow): Promise<Figures> {
  const outside = (await findOutside(db, drive.driveId)) ?? { ml250: 0, ml350: 0, ml450: 0 };
  return sumFigures([await wholeDriveFigures(db, drive.driveId), outsideFigures(drive.unitRule, outside)]);
}

/** Who is not in the total: lines without figures, and units that approved reports below went without. */
export async function missingFrom(
  db: Db,
  driveId: string,
  { lines, covered }: Pick<Filled, "lines" | "covered">,
): Promise<UnitNameRow[]> {
  const below = lines.filter(({ source }) => source === "child");
  const reported = below.filter(({ figures }) => figures !== null).map(({ unitId }) => unitId);
  const deeper = reported.length === 0 ? [] : await listMissingWithin(db, driveId, reported, covered);
  return [...below.filter(({ figures }) => figures === null), ...deeper];
}

/** What is summed up: the event is another measure. */
export const unionLines = (lines: readonly LineRow[]): (LineRow & { readonly source: "own" | "child" })[] =>
  lines.flatMap((line) =>
    line.source === "own" || line.source === "child" ? [{ ...line, source: line.source }] : [],
  );

export const totalOf = (lines: readonly LineRow[]): Figures =>
  sumFigures(unionLines(lines).map(({ figures }) => figures));
