// The cascade as a round tree, drawn as SVG at one moment. One stop of the keyboard; arrows walk from unit to unit.
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { Link } from "react-router";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { type Drawing, drawingAt, partsOf, strokesOf } from "./drawing.ts";
import { type Label, labelsOf } from "./labels.ts";
import { layoutOf, nearest, type Spot } from "./layout.ts";
import type { Counts, Tree, Unit } from "./moment.ts";
import { keyLeadsTo } from "./walk.ts";

interface PictureProps {
  readonly tree: Tree;
  readonly counts: readonly Counts[];
  readonly at: number;
  readonly active: number | null;
  readonly onActive: (index: number | null) => void;
  readonly onOpen: (unit: Unit) => void;
  /** What is known of the unit pointed at. */
  readonly said: string;
  readonly hrefOf: (unitId: string) => string;
  /** What the picture shows, in words. */
  readonly label: string;
  /** Id of the words that say how keys move in it. */
  readonly helpId: string;
}

/** A4 between the margins of the print sheet, in CSS pixels. */
const PAPER = 620;
/** Above and below the picture, for names at its top and foot. */
const EDGE = 36;
const REACH = 12;
/** More links than these are thin, or they run together. */
const DENSE = 400;

/** Room for names beside the picture, where there is any. */
const marginOf = (width: number): number => (width >= 900 ? 190 : width >= 520 ? 128 : 16);
/** Few units need no large picture. */
const radiusOf = (width: number, units: number): number =>
  Math.max(110, Math.min(400, 160 + 24 * Math.sqrt(units), (width - 2 * marginOf(width)) / 2));

export function Picture(props: PictureProps) {
  const { tree, counts, at, active, onActive, onOpen, said, hrefOf, label, helpId } = props;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const layout = useMemo(() => layoutOf(tree, radiusOf(width, tree.units.length)), [tree, width]);
  const strokes = useMemo(() => partsOf(strokesOf(layout)), [layout]);
  const labels = useMemo(() => (marginOf(width) < 100 ? [] : labelsOf(layout)), [layout, width]);
  const drawings = useMemo(() => strokes.map((part) => drawingAt(part, at)), [strokes, at]);
  const half = layout.radius + EDGE;
  const spotAt = (event: PointerEvent): Spot | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearest(layout, event.clientX - box.left - box.width / 2, event.clientY - box.top - half, REACH);
  };
  const press = (event: KeyboardEvent): void => {
    const here = layout.spots[active ?? 0];
    if (here === undefined) return;
    const next = keyLeadsTo(event.key, layout, here);
    if (event.key === "Enter" && active !== null) onOpen(here.unit);
    else if (event.key === "Escape") onActive(null);
    else if (next !== undefined) {
      event.preventDefault();
      onActive(active === null ? here.unit.index : next.unit.index);
    }
  };
  const t = useT();
  const shown = active === null ? undefined : layout.spots[active];
  return (
    <div ref={place} className="cascade-picture">
      <div
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
        tabIndex={0}
        aria-label={label}
        aria-describedby={helpId}
        onKeyDown={press}
        onKeyUp={(event) => event.key === "Tab" && active === null && onActive(0)}
        onBlur={() => onActive(null)}
        onPointerLeave={(event) => event.pointerType === "mouse" && onActive(null)}
        onPointerMove={(event) => {
          if (event.pointerType === "mouse") onActive(spotAt(event)?.unit.index ?? null);
        }}
        onPointerUp={(event) => {
          const spot = spotAt(event);
          if (spot === undefined) return;
          // A finger first sees whom it touched; the words beside the picture lead there.
          if (event.pointerType === "mouse" && event.button === 0) onOpen(spot.unit);
          else onActive(spot.unit.index);
        }}
      >
        <svg
          className={tree.units.length > DENSE ? "cascade-svg cascade-dense" : "cascade-svg"}
          width={width}
          height={2 * half}
          viewBox={`${-width / 2} ${-half} ${width} ${2 * half}`}
          aria-hidden="true"
        >
          {drawings.map((drawing, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one picture, in their order
            <Links key={at} drawing={drawing} />
          ))}
          {drawings.map((drawing, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one picture, in their order
            <Marks key={at} drawing={drawing} />
          ))}
          {labels.map((one) => (
            <LabelText
              key={one.spot.unit.node.id}
              label={one}
              below={counts[one.spot.unit.index]}
              width={width}
            />
          ))}
          {shown && <circle className="cascade-active" cx={shown.x} cy={shown.y} r={shown.size + 6} />}
        </svg>
      </div>
      {shown && (
        <div className="cascade-tip no-print" style={tipPlace(shown, width, half)}>
          <p>{said}</p>
          {shown.unit.parent !== null && (
            <Link to={hrefOf(shown.unit.node.id)} className="plain-link cascade-go" tabIndex={-1}>
              {t("directive.cascade.see-branch")}
            </Link>
          )}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {shown && said}
      </p>
    </div>
  );
}

interface PartProps {
  readonly drawing: Drawing;
}

function Links({ drawing }: PartProps) {
  return (
    <>
      <path className="cascade-links-waiting" d={drawing.linksWaiting} />
      <path className="cascade-links-reached" d={drawing.linksReached} />
    </>
  );
}

function Marks({ drawing }: PartProps) {
  return (
    <>
      <path className="cascade-fans" d={drawing.fans} />
      <path className="cascade-fans-filled" d={drawing.fansFilled} />
      <path className="cascade-not-reached" d={drawing.notReached} />
      <path className="cascade-not-received" d={drawing.notReceived} />
      <path className="cascade-received" d={drawing.received} />
      <path className="cascade-received-half" d={drawing.receivedHalf} />
      <path className="cascade-disseminated" d={drawing.disseminated} />
      <path className="cascade-source" d={drawing.source} />
      <path className="cascade-late" d={drawing.late} />
    </>
  );
}

/** Beside the mark, toward the middle of the picture, so that it never leaves the page. */
const tipPlace = ({ x, y, size }: Spot, width: number, half: number): CSSProperties => ({
  ...(x < 0
    ? { left: Math.max(0, width / 2 + x + size + 10) }
    : { right: Math.max(0, width / 2 - x + size + 10) }),
  ...(y < 0 ? { top: half + y + size + 10 } : { bottom: half - y + size + 10 }),
});

const LETTER_WIDTH = 7.4;
/** What fits beside the picture. Names of unions begin alike and differ at their end: the end stays. */
const short = (name: string, room: number): string => {
  const most = Math.floor(room / LETTER_WIDTH);
  if (name.length <= most) return name;
  const end = name.slice(1 - most);
  return `…${end.includes(" ") ? end.slice(end.indexOf(" ") + 1) : end}`;
};

interface LabelTextProps {
  readonly label: Label;
  readonly below: Counts | undefined;
  /** Of the whole picture. */
  readonly width: number;
}

function LabelText({ label, below, width }: LabelTextProps) {
  const t = useT();
  const { spot, side, x, y, line, rim } = label;
  const name = spot.unit.node.shortName || spot.unit.node.name;
  return (
    <g className="cascade-label">
      <path className="cascade-rim" d={rim} />
      <path d={line} />
      <text x={x} y={y} textAnchor={side === "left" ? "end" : "start"}>
        <tspan x={x} dy={below && below.units > 0 ? "-0.1em" : "0.35em"}>
          {short(name, width / 2 - Math.abs(x))}
        </tspan>
        {below && below.units > 0 && (
          <tspan x={x} dy="1.25em" className="cascade-label-count">
            {t("directive.cascade.below-short", {
              received: formatCount(below.received),
              units: formatCount(below.units),
            })}
          </tspan>
        )}
      </text>
    </g>
  );
}

/** The width there is, and the paper's while something is printed. */
function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(720);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = (): void => setWidth(Math.max(280, Math.floor(element.clientWidth)));
    measure();
    // Printing waits for no next frame.
    const toPaper = (): void => flushSync(() => setWidth(PAPER));
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    window.addEventListener("beforeprint", toPaper);
    window.addEventListener("afterprint", measure);
    return () => {
      watch.disconnect();
      window.removeEventListener("beforeprint", toPaper);
      window.removeEventListener("afterprint", measure);
    };
  }, [place]);
  return width;
}
