// What should be there by a day: the plan line of a target over the drives' days, and how a result stands beside it.
import { type Day, daysBetween } from "../../platform/pure/calendar.ts";

/** A drive that was not cancelled: its day and how many places it has. */
export interface PlannedDrive {
  readonly day: Day;
  readonly places: number;
  /** Its result was in by the day asked. */
  readonly held: boolean;
}

export interface Plan {
  readonly from: Day;
  /** Last day of the campaign, inclusive. */
  readonly until: Day;
  readonly drives: readonly PlannedDrive[];
  /** The leading unit's target in đơn vị máu; null: the drives planned are taken for all there will be. */
  readonly leadTarget: number | null;
}

export type PlanKind = "even" | "drives" | "both";
export interface PlanPoint {
  readonly day: Day;
  /** Part of the target due by the end of the day, 0 to 1. */
  readonly part: number;
}

interface Shape {
  /** Part of the target the planned places can hold, 0 to 1. */
  readonly covered: number;
  readonly places: number;
  /** The rest is due evenly from this day to the end of the campaign. */
  readonly restFrom: Day;
}

/**
 * The rule: places planned carry the target, a step on each drive's day in proportion to its places. What the places
 * cannot hold (leading unit's target beyond them, a place being a unit of blood at most) is due evenly after the last
 * drive planned, or over the whole campaign where no drive is. Every unit below follows the same steps with its own
 * number, because people of any unit may come to any drive of the campaign.
 */
function shapeOf({ from, until, drives, leadTarget }: Plan): Shape {
  const places = drives.reduce((sum, drive) => sum + drive.places, 0);
  const last = drives.reduce((latest, { day }) => (day > latest ? day : latest), from);
  const room = places === 0 ? 0 : leadTarget === null || leadTarget === 0 ? 1 : places / leadTarget;
  // Nothing can be spread over days that are gone: the drives planned are then all there is.
  const covered = places > 0 && last >= until ? 1 : Math.min(1, room);
  return { covered, places, restFrom: last };
}

const restPart = ({ covered, restFrom }: Shape, until: Day, day: Day): number => {
  if (covered === 1 || day <= restFrom) return 0;
  return (1 - covered) * Math.min(1, daysBetween(restFrom, day) / Math.max(1, daysBetween(restFrom, until)));
};

/**
 * Part of a target due by the end of `day`, 0 to 1. A drive of that very day is due once its result is in, and from the
 * next day on in any case: nobody is behind at noon of a donation day.
 */
export function partDue(plan: Plan, day: Day): number {
  const shape = shapeOf(plan);
  const due = plan.drives
    .filter((drive) => drive.day < day || (drive.day === day && drive.held))
    .reduce((sum, drive) => sum + drive.places, 0);
  const stepped = shape.places === 0 ? 0 : (due / shape.places) * shape.covered;
  return day < plan.from && due === 0 ? 0 : Math.min(1, stepped + restPart(shape, plan.until, day));
}

/** The plan line to draw: flat between points with steps on drives' days, rising evenly where `rises`. */
export function planLine(plan: Plan): { kind: PlanKind; points: PlanPoint[] } {
  const shape = shapeOf(plan);
  const kind = shape.places === 0 ? "even" : shape.covered === 1 ? "drives" : "both";
  const points: PlanPoint[] = [{ day: plan.from, part: 0 }];
  let places = 0;
  const byDay = new Map<Day, number>();
  for (const drive of plan.drives) byDay.set(drive.day, (byDay.get(drive.day) ?? 0) + drive.places);
  for (const [day, more] of [...byDay.entries()].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (more === 0) continue;
    // Two points on the day of a step: a line through them stands upright there.
    points.push({ day, part: (places / shape.places) * shape.covered });
    places += more;
    points.push({ day, part: (places / shape.places) * shape.covered });
  }
  const end = points.at(-1)?.day ?? plan.from;
  points.push({ day: end > plan.until ? end : plan.until, part: 1 });
  return { kind, points };
}

export type PaceStanding = "ahead" | "on" | "behind";

/** Beside the plan line: behind when more than a twentieth of what is due is missing. Whole numbers, hundredths. */
export const paceOf = (doneHundredths: number, dueHundredths: number): PaceStanding =>
  doneHundredths * 20 < dueHundredths * 19 ? "behind" : doneHundredths > dueHundredths ? "ahead" : "on";
