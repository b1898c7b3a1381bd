// The course of a campaign as of a day: its drives, the plan line, the forecast, and what explains a unit behind.
import type { CampaignView } from "../../campaign/schema.ts";
import { addDays } from "../../platform/pure/calendar.ts";
import { forecastOf, LEAST_REGISTERED } from "../rules/forecast.ts";
import { type Plan, paceOf, partDue, planLine } from "../rules/pace.ts";
import { ASSUMED_YIELD, LEAD_DAYS, whyBehind } from "../rules/why-behind.ts";
import type { ForecastView, OverviewRow, PaceView } from "../schema.ts";
import type { DriveDay, Drives } from "../store/drives.ts";
import type { BranchSums } from "./branch-sums.ts";

export interface Course {
  readonly day: string;
  readonly drives: Drives;
  readonly plan: Plan;
  readonly due: number;
  readonly dueSoon: number;
}

/** @param leadTarget what the leading unit was assigned in that campaign, or set itself */
export function courseOf(
  campaign: Pick<CampaignView, "from" | "until">,
  day: string,
  drives: Drives,
  leadTarget: number | null,
): Course {
  const plan: Plan = { from: campaign.from, until: campaign.until, drives: drives.days, leadTarget };
  return { day, drives, plan, due: partDue(plan, day), dueSoon: partDue(plan, addDays(day, LEAD_DAYS + 1)) };
}

const dueOf = (target: number, part: number): number => Math.round(target * 100 * part);

export function paceView(course: Course, target: number | null, doneHundredths: number): PaceView | null {
  if (target === null) return null;
  const { kind, points } = planLine(course.plan);
  const due = dueOf(target, course.due);
  return {
    kind,
    line: points.map(({ day, part }) => ({ day, unitsHundredths: dueOf(target, part) })),
    dueHundredths: due,
    standing: paceOf(doneHundredths, due),
  };
}

const placesOf = (days: readonly DriveDay[]): number => days.reduce((sum, { places }) => sum + places, 0);
const drivesOf = (days: readonly DriveDay[]): number => days.reduce((sum, { drives }) => sum + drives, 0);

/** @param sums of the whole subtree */
export function forecastView(course: Course, sums: BranchSums): ForecastView {
  const held = course.drives.days.filter(({ held: isHeld }) => isHeld);
  const coming = course.drives.days.filter(({ held: isHeld }) => !isHeld);
  const booked = Math.max(0, sums.registeredComing);
  const forecast = forecastOf({
    heldDrives: drivesOf(held),
    heldPlaces: placesOf(held),
    registeredHeld: sums.registeredHeld,
    donated: sums.totals.donated,
    unitsHundredths: sums.totals.unitsHundredths,
    comingDrives: drivesOf(coming),
    comingPlaces: placesOf(coming),
    booked,
  });
  switch (forecast.state) {
    case "too-little":
      return { state: "too-little", registered: Math.max(0, sums.registeredHeld), least: LEAST_REGISTERED };
    case "final":
      return forecast;
    case "range":
      return {
        ...forecast,
        booked,
        places: placesOf(coming),
        drives: drivesOf(coming),
        until: coming.at(-1)?.day ?? course.day,
      };
  }
}

/** Donated of registered at drives held over a whole list; the assumed yield and a bag a donor where none was held. */
export const levelOf = (all: BranchSums): { yielded: number; perDonorHundredths: number } => ({
  yielded: all.registeredHeld > 0 ? Math.min(1, all.totals.donated / all.registeredHeld) : ASSUMED_YIELD,
  perDonorHundredths: all.totals.donated > 0 ? all.totals.unitsHundredths / all.totals.donated : 100,
});

/** A row beside its plan. Drives are near a branch that are hosted there or above; to the unit itself ("") all of them. */
export function behindOf(
  course: Course,
  row: Pick<OverviewRow, "assigned" | "own" | "receipt">,
  branch: string,
  sums: BranchSums,
  level: ReturnType<typeof levelOf>,
): Pick<OverviewRow, "behind" | "why" | "dueHundredths"> {
  const target = row.assigned ?? row.own;
  const { days, near: where } = course.drives;
  const near = branch === "" ? [...where.values()] : [where.get(branch), where.get("")];
  const { behind, why } = whyBehind({
    target,
    doneHundredths: sums.totals.unitsHundredths,
    due: course.due,
    dueSoon: course.dueSoon,
    registeredHeld: Math.max(0, sums.registeredHeld),
    registeredComing: Math.max(0, sums.registeredComing),
    donated: sums.totals.donated,
    notReceived: row.receipt === "not-received",
    // Where no drive is planned yet, its want explains nobody in particular.
    driveNear: days.length === 0 || near.some((coming) => coming !== undefined) || sums.totals.registered > 0,
    comingNear: near.includes(true) || sums.registeredComing > 0,
    level,
  });
  return { behind, why: [...why], dueHundredths: target === null ? null : dueOf(target, course.due) };
}
