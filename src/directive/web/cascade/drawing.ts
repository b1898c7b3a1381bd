// The picture as SVG paths, one for each look in each part of it: a frame of the play repaints only the parts in which
// something happened, and no path is so long that painting it is slow.
import type { Layout, Spot } from "./layout.ts";
import { dayAt, isLateOn, type Standing, standingAt, upTo } from "./moment.ts";

/** Path data (`d`) of everything that looks the same. Empty where there is none. */
export interface Drawing {
  readonly linksWaiting: string;
  readonly linksReached: string;
  readonly notReached: string;
  readonly notReceived: string;
  readonly received: string;
  /** The filled half of those that received. */
  readonly receivedHalf: string;
  readonly disseminated: string;
  readonly source: string;
  /** A ring around what is late. */
  readonly late: string;
  readonly fans: string;
  readonly fansFilled: string;
}

/** What a unit's own look is made of; made once for a layout. */
export interface Strokes {
  readonly spot: Spot;
  readonly link: string;
  readonly mark: string;
  readonly half: string;
  readonly dot: string;
  readonly ring: string;
  readonly fan: string;
  /** From the mark out to its fan. */
  readonly stem: string;
}

const n = (value: number): string => value.toFixed(1);
const LATE_GAP = 2.4;
/** Of its wedge. */
const FAN_WIDTH = 0.86;

const circle = (x: number, y: number, r: number): string =>
  `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0z`;
const leftHalf = (x: number, y: number, r: number): string =>
  `M${n(x)} ${n(y - r)}a${n(r)} ${n(r)} 0 0 0 0 ${n(2 * r)}z`;
const polar = (angle: number, distance: number): string =>
  `${n(distance * Math.sin(angle))} ${n(-distance * Math.cos(angle))}`;

function linkTo(spot: Spot, parent: Spot): string {
  const start = `M${n(parent.x)} ${n(parent.y)}`;
  if (parent.distance === 0) return `${start}L${n(spot.x)} ${n(spot.y)}`;
  const half = (parent.distance + spot.distance) / 2;
  return `${start}C${polar(parent.angle, half)} ${polar(spot.angle, half)} ${n(spot.x)} ${n(spot.y)}`;
}

/** The wedge outside the unit, filled to `share`. */
function fanOf({ angle, from, until, fanFrom, fanUntil }: Spot, share: number): string {
  const half = ((until - from) / 2) * FAN_WIDTH;
  const turn = half * 2 > Math.PI ? 1 : 0;
  const reach = fanFrom + (fanUntil - fanFrom) * share;
  const arc = (distance: number, sweep: 0 | 1): string =>
    `A${n(distance)} ${n(distance)} 0 ${turn} ${sweep} ${polar(sweep === 1 ? angle + half : angle - half, distance)}`;
  const near = `M${polar(angle - half, fanFrom)}${arc(fanFrom, 1)}`;
  return `${near}L${polar(angle + half, reach)}${arc(reach, 0)}z`;
}

const stemOf = ({ x, y, angle, fanFrom }: Spot): string => `M${n(x)} ${n(y)}L${polar(angle, fanFrom)}`;

export function strokesOf({ spots }: Layout): readonly Strokes[] {
  return spots.map((spot) => {
    const { x, y, size, unit } = spot;
    const parent = unit.parent === null ? undefined : spots[unit.parent];
    return {
      spot,
      link: parent === undefined ? "" : linkTo(spot, parent),
      mark: circle(x, y, size),
      half: leftHalf(x, y, size),
      dot: circle(x, y, size * 0.5),
      ring: circle(x, y, size + LATE_GAP),
      fan: unit.belowUnits > 0 ? fanOf(spot, 1) : "",
      stem: unit.belowUnits > 0 ? stemOf(spot) : "",
    };
  });
}

const PART = 40;

/** Units beside each other, part by part. */
export function partsOf(strokes: readonly Strokes[]): readonly (readonly Strokes[])[] {
  const parts: (readonly Strokes[])[] = [];
  for (let at = 0; at < strokes.length; at += PART) parts.push(strokes.slice(at, at + PART));
  return parts;
}

const LOOKS: Readonly<Record<Standing, (marks: Marks, stroke: Strokes) => void>> = {
  source: (marks, { mark }) => marks.source.push(mark),
  "not-reached": (marks, { dot }) => marks.notReached.push(dot),
  "not-received": (marks, { mark }) => marks.notReceived.push(mark),
  received: (marks, { mark, half }) => {
    marks.received.push(mark);
    marks.receivedHalf.push(half);
  },
  disseminated: (marks, { mark }) => marks.disseminated.push(mark),
};
type Marks = Readonly<Record<keyof Drawing, string[]>>;

/** What is to be seen of some units at a moment (milliseconds). */
export function drawingAt(strokes: readonly Strokes[], at: number): Drawing {
  const marks: Marks = {
    linksWaiting: [],
    linksReached: [],
    notReached: [],
    notReceived: [],
    received: [],
    receivedHalf: [],
    disseminated: [],
    source: [],
    late: [],
    fans: [],
    fansFilled: [],
  };
  const day = dayAt(at);
  for (const stroke of strokes) {
    const { unit } = stroke.spot;
    const standing = standingAt(unit, at);
    LOOKS[standing](marks, stroke);
    if (stroke.link !== "")
      marks[standing === "not-reached" ? "linksWaiting" : "linksReached"].push(stroke.link);
    if (isLateOn(unit, day)) marks.late.push(stroke.ring);
    if (stroke.fan === "") continue;
    marks.fans.push(stroke.fan);
    marks.linksWaiting.push(stroke.stem);
    const share = upTo(unit.below, at) / unit.belowUnits;
    if (share > 0) marks.fansFilled.push(fanOf(stroke.spot, Math.min(1, share)));
  }
  return Object.fromEntries(
    Object.entries(marks).map(([look, all]) => [look, all.join("")]),
  ) as unknown as Drawing;
}
