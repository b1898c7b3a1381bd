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

function labelled({ spots }: Layout): readonly Spot[] {
  const leaves = spots.filter(({ unit }) => unit.children.length === 0 && unit.depth > 0);
  return leaves.length <= FEW_LEAVES ? leaves : spots.filter(({ unit }) => unit.depth === 1);
}

/**
 * Pushes labels of one side apart to `height` each, as near to their wish as can be, beside a picture of
 * `radius`. Where there are too many, the smallest branches go without.
 */
function apart(side: readonly Label[], height: number, radius: number): readonly Label[] {
  const limit = radius + OUT;
  const most = Math.floor((2 * limit) / height) + 1;
  const kept = new Set([...side].sort((one, other) => width(other.spot) - width(one.spot)).slice(0, most));
  const rows = side.filter((label) => kept.has(label)).sort((one, other) => one.y - other.y);
  const ys = rows.map(({ y }) => y);
  ys.forEach((y, at) => {
    ys[at] = Math.max(y, at === 0 ? -limit : (ys[at - 1] ?? 0) + height);
  });
  for (let at = ys.length - 1; at >= 0; at--) {
    const below = at === ys.length - 1 ? limit : (ys[at + 1] ?? limit) - height;
    ys[at] = Math.min(ys[at] ?? 0, below);
  }
  return rows.map((label, at) => {
    const y = ys[at] ?? label.y;
    const edge = Math.sqrt(Math.max(0, limit ** 2 - y ** 2)) + GAP;
    const x = label.side === "left" ? -edge : edge;
    const rim = point(label.spot.angle, radius + RIM);
    return { ...label, x, y, line: `M${rim}L${n(x + (label.side === "left" ? 5 : -5))} ${n(y)}` };
  });
}

const width = ({ from, until }: Spot): number => until - from;

/** `height`: pixels one label takes. */
export function labelsOf(layout: Layout, height: number): readonly Label[] {
  const { radius } = layout;
  const all = labelled(layout).map((spot): Label => {
    const [sin, cos] = [Math.sin(spot.angle), -Math.cos(spot.angle)];
    const side = sin < 0 ? "left" : "right";
    return { spot, side, x: 0, y: cos * (radius + OUT), line: "", rim: rimOf(spot, radius + RIM) };
  });
  return (["left", "right"] as const).flatMap((side) =>
    apart(
      all.filter((label) => label.side === side),
      height,
      radius,
    ),
  );
}
