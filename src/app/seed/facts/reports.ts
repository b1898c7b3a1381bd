// The reports of one closed drive, from the grassroots unions up to the unit that leads its campaign: who sent theirs
// when, who is late or silent, and the lines each was sent with.
import { draw, idOf, share } from "../chance.ts";
import { type Country, LEVEL } from "../country.ts";
import { campaignOf } from "./campaigns.ts";
import { byGrassroots, type Drive, type Held, type Place } from "./drive.ts";
import { type Bags, type Figures, figuresOf, figuresOfBags, sumFigures } from "./figures.ts";
import { compareUnits, type Named, nameOf } from "./ground.ts";
import type { Plan } from "./plan.ts";
import { FACT } from "./purposes.ts";
import { localDay } from "./seasons.ts";
import { outsideOf } from "./sheet.ts";
import { targetOf } from "./targets.ts";

export type ReportState = "draft" | "submitted" | "returned" | "approved";

export interface Line {
  readonly unit: number;
  readonly parent: number;
  readonly name: Named;
  readonly source: "own" | "child" | "event";
  /** Null: not reported. */
  readonly figures: Figures | null;
  readonly assigned: number | null;
  readonly ownTarget: number | null;
}

export interface Report {
  readonly id: string;
  readonly unit: number;
  /** −1: the leading unit's own. */
  readonly to: number;
  readonly state: ReportState;
  /** Days since 1970. */
  readonly dueOn: number | null;
  readonly createdMs: number;
  readonly version: number;
  /** Of the version it stands at, and of the first. */
  readonly submittedMs: number | null;
  readonly firstSubmittedMs: number | null;
  /** When it was given back, once. */
  readonly returnedMs: number | null;
  readonly approvedMs: number | null;
  readonly lines: readonly Line[];
  /** Units whose people the own line is made of. */
  readonly covered: readonly number[];
  readonly assigned: number | null;
  readonly ownTarget: number | null;
  /** What the level above takes from it once it is approved. */
  readonly figures: Figures;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days after a drive that letters allow: the federation's to those below it, the nation's to federations. */
export const REPORT_DAYS = { federation: 10, nation: 25 } as const;

/** Index of the id of a unit's report: a drive has less than so many. */
const REPORTS_A_DRIVE = 4096;

export function reportsOf(plan: Plan, { drive, places }: Held): Report[] {
  const { country } = plan;
  if (drive.closedMs === null) return [];
  const rule = campaignOf(country, drive.no, drive.leading).unitRule;
  const found: Report[] = [];
  const below: Heard[] = [];
  for (const [grassroots, theirs] of byGrassroots(places)) {
    const covered = [
      ...new Set(theirs.filter(({ confirmedMs }) => confirmedMs !== null).map(({ unit }) => unit)),
    ];
    if (covered.length === 0) continue;
    const figures = figuresOf(theirs, rule);
    const own = { ...targetOf(plan, drive, grassroots) };
    const line: Line = {
      unit: grassroots,
      parent: drive.host,
      name: nameOf(country, grassroots),
      source: "own",
      figures,
      ...own,
    };
    const report = lifeOf(plan, drive, {
      nth: found.length,
      unit: grassroots,
      to: drive.host,
      readyMs: drive.closedMs,
      lines: [line],
      covered,
      own,
      figures,
    });
    if (report !== null) found.push(report);
    below.push({ unit: grassroots, report });
  }
  if (below.length === 0) return found;
  let heard = below;
  for (const unit of upFrom(country, drive)) {
    const report = gather(plan, drive, { unit, heard, nth: found.length, places });
    if (report === null) break;
    found.push(report);
    heard = [{ unit, report }];
  }
  return found;
}

/** From the host up to who leads. */
const upFrom = (country: Country, drive: Drive): number[] => [
  ...(country.units.level[drive.host] === LEVEL.province ? [] : [drive.host]),
  drive.federation,
  ...(drive.national ? [0] : []),
];

interface Heard {
  readonly unit: number;
  /** Null: it has not begun one. */
  readonly report: Report | null;
}

/** A report made of those below: begun when whoever answers at all has been approved. */
function gather(
  plan: Plan,
  drive: Drive,
  {
    unit,
    heard,
    nth,
    places,
  }: { unit: number; heard: readonly Heard[]; nth: number; places: readonly Place[] },
): Report | null {
  const { country } = plan;
  const leading = unit === drive.leading;
  const approved = heard.flatMap(({ report }) => report?.approvedMs ?? []);
  const waiting = heard.some(({ report }) => report !== null && report.approvedMs === null);
  if (waiting || approved.length === 0) return null;
  const parent = leading ? -1 : unit === drive.federation ? 0 : drive.federation;
  const children: Line[] = heard
    .map((one) => ({
      unit: one.unit,
      parent: unit,
      name: nameOf(country, one.unit),
      source: "child" as const,
      figures: one.report?.figures ?? null,
      ...targetOf(plan, drive, one.unit),
    }))
    .sort((a, b) => compareUnits(a, b));
  const figures = sumFigures(children.map((line) => line.figures));
  const event: Line[] = leading
    ? [
        {
          unit,
          parent,
          name: nameOf(country, unit),
          source: "event",
          figures: eventOf(plan, drive, places),
          assigned: null,
          ownTarget: null,
        },
      ]
    : [];
  return lifeOf(plan, drive, {
    nth,
    unit,
    to: leading ? -1 : parent,
    readyMs: Math.max(...approved),
    lines: [...children, ...event],
    covered: [],
    own: targetOf(plan, drive, unit),
    figures,
  });
}

function eventOf(plan: Plan, drive: Drive, places: readonly Place[]): Figures {
  const rule = campaignOf(plan.country, drive.no, drive.leading).unitRule;
  const outside: Bags = outsideOf(plan.country, drive);
  const people = outside.ml250 + outside.ml350 + outside.ml450;
  return sumFigures([figuresOf(places, rule), figuresOfBags(outside, rule, people)]);
}

interface Made {
  readonly nth: number;
  readonly unit: number;
  readonly to: number;
  readonly readyMs: number;
  readonly lines: readonly Line[];
  readonly covered: readonly number[];
  readonly own: { readonly assigned: number | null; readonly ownTarget: number | null };
  readonly figures: Figures;
}

/** Null: nobody has begun it by now. Of the first season everybody has answered, some of them late. */
function lifeOf(plan: Plan, drive: Drive, made: Made): Report | null {
  const { country, nowMs } = plan;
  const index = drive.ordinal * REPORTS_A_DRIVE + made.nth;
  const drawn = (n: number): number => share(draw(country.seed, FACT.report, index, n));
  const grassroots = country.units.level[made.unit] === LEVEL.grassroots;
  const silent = drive.no === 1 && grassroots && drawn(0) < 0.04;
  const late = grassroots && drawn(1) < 0.08 ? 7 * DAY : 0;
  const createdMs = made.readyMs + HOUR + Math.floor(drawn(2) * (grassroots ? 5 : 0.5) * DAY) + late;
  if (silent || createdMs >= nowMs) return null;
  const by = (ms: number): number | null => (ms < nowMs ? ms : null);
  const firstSubmittedMs = by(createdMs + HOUR + Math.floor(drawn(3) * DAY));
  const returns = grassroots && drawn(4) < 0.03;
  const returnedMs =
    returns && firstSubmittedMs !== null ? by(firstSubmittedMs + HOUR + Math.floor(drawn(5) * DAY)) : null;
  const again = returnedMs === null ? null : by(returnedMs + HOUR + Math.floor(drawn(6) * DAY));
  const submittedMs = again ?? firstSubmittedMs;
  const final = returns ? again : firstSubmittedMs;
  const approvedMs = final === null ? null : by(final + HOUR + Math.floor(drawn(7) * 2 * DAY));
  const allowed = daysAllowed(drive, made.unit);
  return {
    id: idOf(country.seed, FACT.report, index, createdMs),
    unit: made.unit,
    to: made.to,
    state:
      approvedMs !== null
        ? "approved"
        : returnedMs !== null && again === null
          ? "returned"
          : submittedMs !== null
            ? "submitted"
            : "draft",
    dueOn: allowed === null ? null : Math.max(drive.day, localDay(drive.closedMs ?? 0)) + allowed,
    createdMs,
    version: firstSubmittedMs === null ? 0 : again === null ? 1 : 2,
    submittedMs,
    firstSubmittedMs,
    returnedMs,
    approvedMs,
    lines: made.lines,
    covered: made.covered,
    assigned: made.own.assigned,
    ownTarget: made.own.ownTarget,
    figures: made.figures,
  };
}

/** By the letter nearest above; the leading unit's own orders itself nothing. */
const daysAllowed = (drive: Drive, unit: number): number | null => {
  if (unit === drive.leading) return null;
  return unit === drive.federation ? REPORT_DAYS.nation : REPORT_DAYS.federation;
};
