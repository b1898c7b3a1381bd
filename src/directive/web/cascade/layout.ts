// Where each unit stands in the picture: the asking unit in the middle, levels as rings, a branch as a wedge.
import { hierarchy, partition } from "d3-hierarchy";
import type { Tree, Unit } from "./moment.ts";

export interface Spot {
  readonly unit: Unit;
  readonly x: number;
  readonly y: number;
  /** Radius of its mark. */
  readonly size: number;
  /** Clockwise from the top, radians, and distance from the middle. */
  readonly angle: number;
  readonly distance: number;
  /** The wedge its branch fills. */
  readonly from: number;
  readonly until: number;
  /** Between these distances a fan stands for units under it that are only summed up. */
  readonly fanFrom: number;
  readonly fanUntil: number;
}

export interface Layout {
  readonly radius: number;
  readonly spots: readonly Spot[];
}

const ROOT_SIZE = 15;
const LARGEST = [ROOT_SIZE, 10, 7.5, 6, 5];
const SMALLEST = 1.7;
/** Between the middles of two marks, in radii. */
const APART = 2.7;
/** How much of the room between two rings marks may fill. */
const FILL = 0.62;
/** Up to so many units marks grow. */
const ROOMY = 200;
const FAN_GAP = 3;
const GAP_WEIGHT = 0.7;

interface Wedge {
  readonly unit: Unit;
  readonly from: number;
  readonly until: number;
  /** The middle of what is in it. */
  readonly angle: number;
}

/** Each branch gets a wedge by its number of leaves; a sum of units weighs by its root, or it would push all aside. */
function wedgesOf({ units }: Tree): readonly Wedge[] {
  const first = units[0];
  if (first === undefined) return [];
  const weigh = (unit: Unit): number =>
    unit.children.length > 0 ? GAP_WEIGHT : Math.max(1, Math.sqrt(unit.belowUnits));
  const root = hierarchy(first, (unit) => unit.children.flatMap((index) => units[index] ?? []));
  const placed = partition<Unit>().size([2 * Math.PI, 1])(root.sum(weigh));
  return placed.descendants().map(({ data, x0, x1, children }) => {
    // The gap to the next branch stands at the end of a wedge and belongs to nobody.
    const until = children?.at(-1)?.x1 ?? x1;
    return { unit: data, from: x0, until, angle: (x0 + until) / 2 };
  });
}

/**
 * Marks of one level that would touch step outward, into bands of the same ring. Angles ascend.
 * @returns the band of each, from 0
 */
export function bandsOf(angles: readonly number[], distance: number, apart: number): readonly number[] {
  const last: number[] = [];
  const first: number[] = [];
  // The last one stands beside the first again.
  const free = (angle: number, band: number): boolean =>
    (angle - (last[band] ?? 0)) * distance >= apart &&
    ((first[band] ?? 0) + 2 * Math.PI - angle) * distance >= apart;
  return angles.map((angle) => {
    let band = last.findIndex((_, at) => free(angle, at));
    if (band === -1) band = last.length;
    last[band] = angle;
    first[band] ??= angle;
    return band;
  });
}

interface Ring {
  readonly size: number;
  readonly bands: readonly number[];
  readonly count: number;
}

/** The largest marks whose bands fit in the room of the ring. */
function ringOf(angles: readonly number[], distance: number, room: number, largest: number): Ring {
  for (let size = largest; ; size -= 0.3) {
    const bands = bandsOf(angles, distance, size * APART);
    const count = Math.max(0, ...bands) + 1;
    const filled = (count - 1) * size * APART + size;
    if (size <= SMALLEST || count === 1 || filled <= room * FILL) return { size, bands, count };
  }
}

/** A round picture of `radius` pixels about 0,0. */
export function layoutOf(tree: Tree, radius: number): Layout {
  const wedges = wedgesOf(tree);
  const deepest = Math.max(0, ...wedges.map(({ unit }) => unit.depth));
  const fans = wedges.some(({ unit }) => unit.belowUnits > 0 && unit.depth === deepest);
  const rings = Math.max(1, deepest + (fans ? 1 : 0));
  const levels = Array.from({ length: deepest + 1 }, (_, depth) =>
    wedges.filter(({ unit }) => unit.depth === depth),
  );
  // Full levels get more of the radius than thin ones.
  const weights = Array.from(
    { length: rings },
    // A ring that holds fans alone has no units of its own.
    (_, ring) =>
      (ring === 0 ? 1 : ring === deepest ? 1.6 : 0.4) + Math.sqrt((levels[ring + 1] ?? []).length) / 3,
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  // Few units may be large.
  const larger = Math.min(1.7, Math.max(1, Math.sqrt(ROOMY / wedges.length)));
  const spots: Spot[] = [];
  let inner = 0;
  let above = ROOT_SIZE;
  for (let depth = 0; depth <= rings; depth++) {
    const room = depth === 0 ? 0 : (radius * (weights[depth - 1] ?? 0)) / whole;
    const level = levels[depth] ?? [];
    // Links have room before the first band of a ring.
    const start = depth === 0 ? 0 : inner + room * (1 - FILL);
    const ring = ringOf(
      level.map(({ angle }) => angle),
      Math.max(start, 1),
      room,
      Math.min((LARGEST[depth] ?? 5) * larger, depth > 1 ? above : ROOT_SIZE),
    );
    above = ring.size;
    // The last band stands at the outer edge of the ring.
    const last = inner + room - ring.size;
    const first = Math.max(start, last - (ring.count - 1) * ring.size * APART);
    level.forEach((wedge, at) => {
      const distance = depth === 0 ? 0 : first + (ring.bands[at] ?? 0) * ring.size * APART;
      const { angle } = wedge;
      spots[wedge.unit.index] = {
        unit: wedge.unit,
        x: distance * Math.sin(angle),
        y: -distance * Math.cos(angle),
        size: ring.size,
        angle,
        distance,
        from: wedge.from,
        until: wedge.until,
        fanFrom: inner + room + FAN_GAP,
        fanUntil: inner + room + (radius * (weights[depth] ?? 0)) / whole - FAN_GAP,
      };
    });
    inner += room;
  }
  return { radius, spots };
}

/** The spot nearest to a point within `reach` pixels of it. */
export function nearest({ spots }: Layout, x: number, y: number, reach: number): Spot | undefined {
  let best: Spot | undefined;
  let least = reach;
  for (const spot of spots) {
    const away = Math.hypot(spot.x - x, spot.y - y) - spot.size;
    if (away < least) {
      least = away;
      best = spot;
    }
  }
  return best;
}
