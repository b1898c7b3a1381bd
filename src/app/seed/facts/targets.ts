// The national book of each season: a number given to the nation, split to federations, to those below them and to
// grassroots unions, so that at every level shares and reserve are the number.
// vi-data: the reason of a change is what an officer writes.
import { draw, share } from "../chance.ts";
import { LEVEL, REGISTERED_SHARE } from "../country.ts";
import type { Drive } from "./drive.ts";
import { COMES_SHARE, endOfUnion, type Plan } from "./plan.ts";
import { FACT } from "./purposes.ts";
import { dayNumber, instantOn, type SeasonNo } from "./seasons.ts";

export interface Split {
  readonly unit: number;
  readonly total: number;
  readonly reserve: number;
  readonly shares: readonly (readonly [unit: number, value: number])[];
  readonly version: number;
  readonly reason: string;
  readonly decidedMs: number;
}

export interface Book {
  readonly no: SeasonNo;
  readonly total: number;
  readonly givenMs: number;
  /** In the order of decision: from above to below, then what was changed. */
  readonly splits: readonly Split[];
  /** The number each unit holds now, by index. */
  readonly held: ReadonlyMap<number, number>;
}

const known = new WeakMap<Plan, [Book | undefined, Book | undefined]>();

export function bookOf(plan: Plan, no: SeasonNo): Book {
  const books = known.get(plan) ?? [undefined, undefined];
  known.set(plan, books);
  const book = books[no] ?? makeBook(plan, no);
  books[no] = book;
  return book;
}

function makeBook(plan: Plan, no: SeasonNo): Book {
  const { country } = plan;
  const { units } = country;
  const { hosts, members, season } = plan.seasons[no];
  const held = new Map<number, number>();
  const reserveOf = (sum: number, percent: number): number => Math.ceil((sum * percent) / 100);
  const ordered = dayNumber(season.ordered);
  const at = (days: number, unit: number, minutes: number): number =>
    instantOn(ordered + days, 480 + (unit % minutes));
  const lowest: Split[] = [];
  const changed: Split[] = [];
  const below = new Map<number, (readonly [number, number])[]>();
  const put = (federation: number, unit: number, value: number): void => {
    held.set(unit, value);
    below.set(federation, [...(below.get(federation) ?? []), [unit, value]]);
  };
  hosts.forEach((host, h) => {
    const shares = (members[h] ?? []).map((unit) => [unit, grassrootsNumber(plan, unit)] as const);
    if (units.level[host] === LEVEL.province) {
      for (const [unit, value] of shares) put(host, unit, value);
      return;
    }
    const sum = shares.reduce((total, [, value]) => total + value, 0);
    const reserve = reserveOf(sum, 4);
    const first: Split = {
      unit: host,
      total: sum + reserve,
      reserve,
      shares,
      version: 1,
      reason: "",
      decidedMs: at(14, host, 400),
    };
    lowest.push(first);
    for (const [unit, value] of shares) held.set(unit, value);
    const [one, other, ...rest] = shares;
    if (
      one !== undefined &&
      other !== undefined &&
      one[1] > 1 &&
      share(draw(country.seed, FACT.target, host, no)) < 0.15
    ) {
      const moved = [[one[0], one[1] - 1] as const, [other[0], other[1] + 1] as const, ...rest];
      changed.push({
        ...first,
        shares: moved,
        version: 2,
        reason: "Điều chỉnh theo số đăng ký thực tế",
        decidedMs: at(40, host, 400),
      });
      for (const [unit, value] of moved) held.set(unit, value);
    }
    const federation = (no === 0 ? units.before[host] : units.after[host]) ?? 0;
    put(federation, host, first.total);
  });
  const middle: Split[] = [...below]
    .sort(([a], [b]) => a - b)
    .map(([unit, shares]) => {
      const sum = shares.reduce((total, [, value]) => total + value, 0);
      const reserve = reserveOf(sum, 3);
      held.set(unit, sum + reserve);
      return {
        unit,
        total: sum + reserve,
        reserve,
        shares,
        version: 1,
        reason: "",
        decidedMs: at(8, unit, 400),
      };
    });
  const sum = middle.reduce((total, split) => total + split.total, 0);
  const total = Math.ceil((sum * 1.02) / 100) * 100;
  held.set(0, total);
  const top: Split = {
    unit: 0,
    total,
    reserve: total - sum,
    shares: middle.map((split) => [split.unit, split.total] as const),
    version: 1,
    reason: "",
    decidedMs: instantOn(ordered + 4, 540),
  };
  const inOrder = (a: Split, b: Split): number => a.decidedMs - b.decidedMs || a.unit - b.unit;
  return {
    no,
    total,
    givenMs: instantOn(ordered + 2, 540),
    splits: [top, ...middle.sort(inOrder), ...lowest.sort(inOrder), ...changed.sort(inOrder)],
    held,
  };
}

/** Seven in ten of those expected, one at least. */
function grassrootsNumber({ country }: Plan, unit: number): number {
  const { firstPerson } = country.units;
  const people = (firstPerson[endOfUnion(country, unit)] ?? 0) - (firstPerson[unit] ?? 0);
  return Math.max(1, Math.round(people * REGISTERED_SHARE * COMES_SHARE * 0.7));
}

/** One union in five sets itself a number of its own, a little above the one it was given. */
export function ownNumber({ country }: Plan, no: SeasonNo, unit: number, assigned: number): number | null {
  if (unit === 0 || share(draw(country.seed, FACT.target, unit, 2 + no)) >= 0.2) return null;
  return Math.ceil(assigned * 1.1);
}

/** Both numbers of a unit in a drive's campaign; only the national one has a book. */
export function targetOf(
  plan: Plan,
  { national, no }: Pick<Drive, "national" | "no">,
  unit: number,
): { assigned: number | null; ownTarget: number | null } {
  const assigned = national ? bookOf(plan, no).held.get(unit) : undefined;
  if (assigned === undefined) return { assigned: null, ownTarget: null };
  return { assigned, ownTarget: ownNumber(plan, no, unit, assigned) };
}
