// Names around the picture: each branch has its own beside its wedge, none over another.
import type { Layout, Spot } from "./layout.ts";

export interface Label {
  readonly spot: Spot;
  readonly side: "left" | "right";
  readonly x: number;
  readonly y: number;
  /** From the rim of its wedge to the name, and along that rim. */
  readonly line: string;
  readonly rim: string;
}

/** Names of all leaves where there are few, of the first level otherwise. */
const FEW_LEAVES = 26;
const OUT = 14;
const GAP = 12;
/** The rim that holds a branch together. */
const RIM = 6;
const NARROWEST = 0.012;

const n = (value: number): string => value.toFixed(1);
const point = (angle: number, distance: number): string =>
  `${n(distance * Math.sin(angle))} ${n(-distance * Math.cos(angle))}`;

function rimOf({ angle, from, until }: Spot, distance: number): string {
  const half = Math.max(NARROWEST, (until - from) / 2 - NARROWEST);
  const turn = half * 2 > Math.PI ? 1 : 0;
  return `M${point(angle - half, distance)}A${n(distance)} ${n(distance)} 0 ${turn} 1 ${point(angle + half, distance)}`;
}

/** Few leaves have a name each; otherwise the first level has. */
function labelled({ spots }: Layout): { readonly few: boolean; readonly spots: readonly Spot[] } {
  const leaves = spots.filter(({ unit }) => unit.children.length === 0 && unit.depth > 0);
  return leaves.length <= FEW_LEAVES
    ? { few: true, spots: leaves }
    : { few: false, spots: spots.filter(({ unit }) => unit.depth === 1) };
}

/** A name with figures under it takes two lines. */
const heightOf = ({ unit }: Spot): number => (unit.children.length > 0 || unit.belowUnits > 0 ? 36 : 20);
const width = ({ from, until }: Spot): number => until - from;

/**
 * Pushes labels of one side apart, as near to their wish as can be, beside a picture of `limit`. Where there are too
 * many, the smallest branches go without.
 */
function apart(side: readonly Label[], limit: number): readonly Label[] {
  let room = 2 * limit;
  const kept = new Set(
    [...side]
      .sort((one, other) => width(other.spot) - width(one.spot))
      .filter(({ spot }) => {
        room -= heightOf(spot);
        return room >= 0;
      }),
  );
  const rows = side.filter((label) => kept.has(label)).sort((one, other) => one.y - other.y);
  const step = (at: number): number => {
    const [row, next] = [rows[at], rows[at + 1]];
    return row && next ? (heightOf(row.spot) + heightOf(next.spot)) / 2 : 0;
  };
  const ys = rows.map(({ y }) => y);
  ys.forEach((y, at) => {
    ys[at] = Math.max(y, at === 0 ? -limit : (ys[at - 1] ?? 0) + step(at - 1));
  });
  for (let at = ys.length - 1; at >= 0; at--) {
    const lowest = at === ys.length - 1 ? limit : (ys[at + 1] ?? limit) - step(at);
    ys[at] = Math.min(ys[at] ?? 0, lowest);
  }
  return rows.map((label, at) => ({ ...label, y: ys[at] ?? label.y }));
}

/** Names left and right of the picture, with the lines that lead to them. */
export function labelsOf(layout: Layout): readonly Label[] {
  const { radius } = layout;
  const limit = radius + OUT;
  const { few, spots } = labelled(layout);
  const wished = spots.map((spot): Label => {
    const side = Math.sin(spot.angle) < 0 ? "left" : "right";
    return { spot, side, x: 0, y: -Math.cos(spot.angle) * limit, line: "", rim: "" };
  });
  return (["left", "right"] as const).flatMap((side) =>
    apart(
      wished.filter((label) => label.side === side),
      limit,
    ).map((label) => {
      const { angle, distance, size } = label.spot;
      // As far out as the line of the name that is nearest to the middle must be.
      const inmost = Math.max(0, Math.abs(label.y) - heightOf(label.spot) / 2);
      const edge = Math.sqrt(Math.max(0, limit ** 2 - inmost ** 2)) + GAP;
      const x = side === "left" ? -edge : edge;
      const end = `${n(x + (side === "left" ? 5 : -5))} ${n(label.y)}`;
      const begin = point(angle, few ? distance + size + 4 : radius + RIM);
      const line = `M${begin}L${point(angle, limit)}L${end}`;
      return { ...label, x, line, rim: few ? "" : rimOf(label.spot, radius + RIM) };
    }),
  );
}
