// Who holds which drives: in each season the grassroots unions of a host share its drives out among themselves, each
// taking part in exactly one. Drives have ordinals, and everything about one follows from its ordinal.
import { draw, share } from "../chance.ts";
import { type Country, LEVEL, msOf, parentOf, REGISTERED_SHARE, standsOn } from "../country.ts";
import { FACT } from "./purposes.ts";
import { dayNumber, type Season, type SeasonNo, seasonOf } from "./seasons.ts";

/** Of a hundred people who ever registered, how many come in one season. */
export const COMES_SHARE = 0.75;
const DONORS_A_DRIVE = 100;
/** One host in so many has a drive planned in the weeks to come; in a small country every one. */
const HOSTS_A_COMING_DRIVE = 4;
const FEW_HOSTS = 100;

export interface SeasonPlan {
  readonly season: Season;
  /** Unions that host: whoever stands directly above a grassroots union. */
  readonly hosts: readonly number[];
  /** Grassroots unions below each. */
  readonly members: readonly (readonly number[])[];
  /** Ordinal of the first drive of each host; one more at the end. */
  readonly firstDrive: readonly number[];
}

export interface Plan {
  readonly country: Country;
  readonly seasons: readonly [SeasonPlan, SeasonPlan];
  /** Drives that were held or were to be, and those to come after them. */
  readonly held: number;
  readonly drives: number;
  /** Hosts (by place in the second season's list) of the coming drives. */
  readonly coming: readonly number[];
  /** The country's present: nothing is recorded at or after it. */
  readonly nowMs: number;
  readonly today: number;
}

const plans = new WeakMap<Country, Plan>();

export function planFacts(country: Country): Plan {
  const known = plans.get(country);
  if (known !== undefined) return known;
  const plan = makePlan(country);
  plans.set(country, plan);
  return plan;
}

function makePlan(country: Country): Plan {
  const first = planSeason(country, 0, 0);
  const second = planSeason(country, 1, first.firstDrive.at(-1) ?? 0);
  const held = second.firstDrive.at(-1) ?? 0;
  const every = second.hosts.length < FEW_HOSTS ? 1 : HOSTS_A_COMING_DRIVE;
  const coming = second.hosts.flatMap((host, h) =>
    draw(country.seed, FACT.drive, host, 7) % every === 0 ? [h] : [],
  );
  return {
    country,
    seasons: [first, second],
    held,
    drives: held + coming.length,
    coming,
    nowMs: msOf(country.days.today),
    today: dayNumber(country.days.today),
  };
}

function planSeason(country: Country, no: SeasonNo, from: number): SeasonPlan {
  const season = seasonOf(no, country);
  const { units } = country;
  const below = new Map<number, number[]>();
  for (let u = 0; u < units.count; u++) {
    if (units.level[u] !== LEVEL.grassroots || !standsOn(country, u, season.tree)) continue;
    const host = parentOf(country, u, season.tree);
    const list = below.get(host);
    if (list === undefined) below.set(host, [u]);
    else list.push(u);
  }
  const hosts = [...below.keys()].sort((a, b) => a - b);
  const members = hosts.map((host) => below.get(host) ?? []);
  const firstDrive: number[] = [];
  let next = from;
  for (const list of members) {
    firstDrive.push(next);
    const people = list.reduce((sum, g) => sum + peopleOf(country, g), 0);
    const wished = Math.round((people * REGISTERED_SHARE * COMES_SHARE) / DONORS_A_DRIVE);
    next += Math.max(1, Math.min(list.length, wished));
  }
  firstDrive.push(next);
  return { season, hosts, members, firstDrive };
}

/** The index after the last section or group of a grassroots union. */
export function endOfUnion({ units }: Country, grassroots: number): number {
  let end = grassroots + 1;
  while (end < units.count && units.grassroots[end] === grassroots) end++;
  return end;
}

const peopleOf = (country: Country, grassroots: number): number =>
  (country.units.firstPerson[endOfUnion(country, grassroots)] ?? 0) -
  (country.units.firstPerson[grassroots] ?? 0);

/** Which season, which host (by place) and which of its drives. Coming drives are of the second season. */
export function placeOfDrive(
  plan: Plan,
  ordinal: number,
): { no: SeasonNo; host: number; nth: number; coming: boolean } {
  if (ordinal >= plan.held)
    return { no: 1, host: plan.coming[ordinal - plan.held] ?? 0, nth: ordinal - plan.held, coming: true };
  const no: SeasonNo = ordinal < (plan.seasons[1].firstDrive[0] ?? 0) ? 0 : 1;
  const { firstDrive } = plan.seasons[no];
  let low = 0;
  let high = firstDrive.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((firstDrive[middle] ?? 0) <= ordinal) low = middle;
    else high = middle;
  }
  return { no, host: low, nth: ordinal - (firstDrive[low] ?? 0), coming: false };
}

/** Which of its host's drives a grassroots union takes part in: they take turns in the order of the list. */
export const turnOf = (place: number, drives: number): number => place % drives;

/** The day a held drive falls on, as days since 1970. */
export function dayOfDrive(plan: Plan, ordinal: number, no: SeasonNo): number {
  const { season } = plan.seasons[no];
  const from = dayNumber(season.drivesFrom);
  const span = dayNumber(season.drivesUntil) - from + 1;
  return from + Math.floor(share(draw(plan.country.seed, FACT.drive, ordinal, 0)) * span);
}

/** Drives whose host is in a province of today, of both seasons and to come. */
export function ordinalsOf(plan: Plan, province: number): number[] {
  const { province: of } = plan.country.units;
  const found: number[] = [];
  for (const { hosts, firstDrive } of plan.seasons) {
    hosts.forEach((host, h) => {
      if (of[host] !== province) return;
      for (let at = firstDrive[h] ?? 0; at < (firstDrive[h + 1] ?? 0); at++) found.push(at);
    });
  }
  plan.coming.forEach((h, i) => {
    if (of[plan.seasons[1].hosts[h] ?? 0] === province) found.push(plan.held + i);
  });
  return found;
}
