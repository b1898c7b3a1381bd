// Fills a period report from the facts of its drives, as far as approved reports have brought them.
import type { Db } from "../../platform/db/sql.ts";
import { endOf } from "../../platform/pure/calendar.ts";
import { getUnitNode } from "../../unit/service.ts";
import { NO_FIGURES, sumFigures } from "../rules/figures.ts";
import type { Completeness, PeriodGaps } from "../schema/period.ts";
import type { Figures } from "../schema.ts";
import { listCompleteness } from "../store/completeness.ts";
import { targetsOf } from "../store/facts.ts";
import type { LineRow } from "../store/lines.ts";
import type { Over } from "../store/lists.ts";
import {
  type Cell,
  countOpenDrives,
  listCells,
  listNamed,
  type PeriodOf,
  sumLedEvents,
} from "../store/period.ts";
import { outsideFigures } from "./figures.ts";

export interface PeriodOfUnit {
  readonly unitId: string;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly campaignId: string | null;
}

export interface FilledPeriod {
  readonly lines: readonly LineRow[];
  readonly gaps: PeriodGaps;
  readonly assigned: number | null;
  readonly own: number | null;
}

/**
 * By drive and by unit directly below, in the tree of the period's last day (today, while it runs). The figures are the
 * facts as they are now, corrected ones too; what no approved report has brought up to the unit is left out and named.
 * Both kinds of line add up to the same total.
 * @throws not-found where the unit did not stand on that day
 */
export async function fillPeriod(db: Db, period: PeriodOfUnit, today: string): Promise<FilledPeriod> {
  const day = period.untilDay < today ? period.untilDay : today;
  const unit = await getUnitNode(db, period.unitId, day);
  const of: PeriodOf = {
    unitId: unit.id,
    path: unit.path,
    from: period.fromDay,
    until: period.untilDay,
    campaignId: period.campaignId,
    day,
  };
  const cells = await listCells(db, of);
  const stuck = cells.flatMap(({ stuckId }) => stuckId ?? []);
  const named = await listNamed(db, {
    nos: [...new Set(cells.map(({ branch }) => branch).filter((branch) => branch !== ""))],
    ids: [...new Set(stuck)],
    day,
  });
  const targets =
    period.campaignId === null
      ? undefined
      : await targetsOf(db, period.campaignId, [unit.id, ...named.map(({ unitId }) => unitId)]);
  const ours = targets?.get(unit.id) ?? { assigned: null, own: null };

  const self = {
    unitId: unit.id,
    parentId: unit.parentId,
    unitName: unit.name,
    unitShortName: unit.shortName,
  };
  const none = { assigned: null, ownTarget: null };
  const drives: LineRow[] = groups(cells, ({ driveId }) => driveId).map(([driveId, found]) => ({
    ...self,
    ...none,
    unitName: found[0]?.driveName ?? "",
    unitShortName: "",
    source: "drive",
    driveId,
    driveDay: found[0]?.driveDay ?? null,
    ...figuresOf(found),
  }));
  const byBranch = new Map(groups(cells, ({ branch }) => branch));
  const children: LineRow[] = named
    .filter(({ no }) => byBranch.has(no))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0))
    .map((child) => ({
      unitId: child.unitId,
      parentId: unit.id,
      unitName: child.name,
      unitShortName: child.shortName,
      source: "child",
      assigned: targets?.get(child.unitId)?.assigned ?? null,
      ownTarget: targets?.get(child.unitId)?.own ?? null,
      ...figuresOf(byBranch.get(child.no) ?? []),
    }));
  const direct = byBranch.get("");
  const own: LineRow[] =
    direct !== undefined || children.length === 0
      ? [
          {
            ...self,
            ...none,
            source: "own",
            ...(direct === undefined ? { figures: NO_FIGURES, lacking: 0 } : figuresOf(direct)),
          },
        ]
      : [];
  const event = await wholeEvent(db, of);
  const names = new Map(named.map((one) => [one.unitId, one]));
  const over: Over = {
    unitId: unit.id,
    ...(day === today && { path: unit.path }),
    day: today,
    end: endOf(today),
    ...spanOf(period),
  };
  return {
    lines: [
      ...drives,
      ...children,
      ...own,
      ...(event === null ? [] : [{ ...self, ...none, source: "event" as const, figures: event }]),
    ],
    gaps: {
      missing: cells.flatMap((cell) => {
        const unitOf = cell.stuckId === null ? undefined : names.get(cell.stuckId);
        if (cell.stuckId === null) return [];
        return {
          unit: { id: cell.stuckId, name: unitOf?.name ?? "", shortName: unitOf?.shortName ?? "" },
          driveId: cell.driveId,
          driveName: cell.driveName,
          driveDay: cell.driveDay,
        };
      }),
      completeness: await completenessOf(db, over),
      openDrives: await countOpenDrives(db, of),
    },
    assigned: ours.assigned,
    own: ours.own,
  };
}

/** Of a campaign its id; of the calendar its days. */
const spanOf = ({ campaignId, fromDay, untilDay }: PeriodOfUnit) =>
  campaignId === null ? { from: fromDay, until: untilDay } : { campaignId };

/** Of all reports below, whatever their level. */
async function completenessOf(db: Db, over: Over): Promise<Completeness> {
  const found = await listCompleteness(db, over, { direct: false });
  const sum = (key: keyof Completeness): number => found.reduce((total, row) => total + row[key], 0);
  return { owed: sum("owed"), sent: sum("sent"), onTime: sum("onTime") };
}

function groups(cells: readonly Cell[], keyOf: (cell: Cell) => string): [string, Cell[]][] {
  const found = new Map<string, Cell[]>();
  for (const cell of cells) found.set(keyOf(cell), [...(found.get(keyOf(cell)) ?? []), cell]);
  return [...found];
}

/** Σ of what is reported, null where nothing is; and how many reports it goes without. */
function figuresOf(cells: readonly Cell[]): { figures: Figures | null; lacking: number } {
  const reported = cells.filter((cell) => cell.reported);
  return {
    figures: reported.length === 0 ? null : sumFigures(reported),
    lacking: cells.length - reported.length,
  };
}

/** The whole events of the campaigns this unit leads, with donors outside the system; null where it leads none. */
async function wholeEvent(db: Db, of: PeriodOf): Promise<Figures | null> {
  const events = await sumLedEvents(db, of);
  if (events.length === 0) return null;
  return sumFigures(
    events.flatMap((event) => [
      event,
      outsideFigures(event.unitRule, {
        ml250: event.outside250,
        ml350: event.outside350,
        ml450: event.outside450,
      }),
    ]),
  );
}
