// Play, speed and the scrubber from issue to now. What happened stands as a line above it; the moment is said in words.
import { Button, SegmentedControl } from "@mantine/core";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useT } from "../../../platform/ui/i18n.tsx";
import { PlayMark } from "./marks.tsx";
import { changesOf, type Tree } from "./moment.ts";
import { courseOf, isDayStep, playOn, stepOf } from "./play.ts";
import { momentWords } from "./words.ts";

interface PlayerProps {
  readonly tree: Tree;
  readonly at: number;
  readonly onMove: (at: number) => void;
}

/** Seconds from issue to now, by the chosen speed. */
const SPEEDS = { slow: 40, usual: 20, fast: 8 } as const;
type Speed = keyof typeof SPEEDS;
const FRAME_MS = 40;
/** Those who want no motion see so many pictures, one after another. */
const STILLS = 12;
const STILL_MS = 1400;

export function Player({ tree, at, onMove }: PlayerProps) {
  const t = useT();
  const { issued, now } = tree;
  const [speed, setSpeed] = useState<Speed>("usual");
  const [playing, setPlaying] = usePlaying(tree, at, onMove, SPEEDS[speed]);
  const help = useId();
  const step = stepOf(issued, now);
  const by = isDayStep(step) ? "day" : "hour";
  const words = momentWords(t, issued, at);
  const go = (moment: number): void => {
    setPlaying(false);
    onMove(Math.min(now, Math.max(issued, moment)));
  };
  const play = (): void => {
    if (!playing && at >= now) onMove(issued);
    setPlaying(!playing);
  };
  return (
    <section className="card cascade-player no-print" aria-label={t("directive.cascade.player")}>
      <p className="cascade-moment" aria-hidden="true">
        {words}
      </p>
      <div className="cascade-controls">
        <Button
          variant="default"
          className="square-button cascade-step"
          aria-label={t(`directive.cascade.back-${by}`)}
          title={t(`directive.cascade.back-${by}`)}
          disabled={at <= issued}
          onClick={() => go(at - step)}
        >
          <PlayMark name="back" />
        </Button>
        <Button
          leftSection={<PlayMark name={playing ? "pause" : "play"} />}
          className="cascade-play"
          disabled={now <= issued}
          onClick={play}
        >
          {playing ? t("directive.cascade.pause") : t("directive.cascade.play")}
        </Button>
        <Button
          variant="default"
          className="square-button cascade-step"
          aria-label={t(`directive.cascade.forward-${by}`)}
          title={t(`directive.cascade.forward-${by}`)}
          disabled={at >= now}
          onClick={() => go(at + step)}
        >
          <PlayMark name="forward" />
        </Button>
      </div>
      <div className="cascade-scrub">
        <Rise tree={tree} at={at} />
        <input
          type="range"
          min={issued}
          max={now}
          step="any"
          value={at}
          aria-label={t("directive.cascade.scrubber")}
          aria-valuetext={words}
          aria-describedby={help}
          onChange={(event) => go(Number(event.currentTarget.value))}
          onKeyDown={(event) => {
            const away = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
            if (away === undefined) return;
            event.preventDefault();
            go(at + (away * (now - issued)) / 100);
          }}
        />
        <span id={help} className="visually-hidden">
          {t("directive.cascade.scrubber-help")}
        </span>
      </div>
      <div className="cascade-side">
        <SegmentedControl
          className="cascade-speed"
          aria-label={t("directive.cascade.speed")}
          value={speed}
          onChange={(value) => setSpeed(value as Speed)}
          data={(["slow", "usual", "fast"] as const).map((value) => ({
            value,
            label: t(`directive.cascade.speed.${value}`),
          }))}
        />
        {at < now && (
          <Button variant="default" className="cascade-now" onClick={() => go(now)}>
            {t("directive.cascade.now")}
          </Button>
        )}
      </div>
    </section>
  );
}

const still = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Moves the moment on while playing; stops at now. */
function usePlaying(tree: Tree, at: number, onMove: (at: number) => void, seconds: number) {
  const [playing, setPlaying] = useState(false);
  const course = useMemo(() => courseOf(tree.issued, tree.now, changesOf(tree)), [tree]);
  const latest = useRef({ at, onMove });
  latest.current = { at, onMove };
  useEffect(() => {
    if (!playing) return;
    const jumping = still();
    let before = performance.now();
    const tick = (): void => {
      const after = performance.now();
      const share = jumping ? 1 / STILLS : (after - before) / (seconds * 1000);
      before = after;
      const next = playOn(course, latest.current.at, share);
      latest.current.onMove(next);
      if (next >= tree.now) setPlaying(false);
    };
    const timer = setInterval(tick, jumping ? STILL_MS : FRAME_MS);
    return () => clearInterval(timer);
  }, [playing, course, seconds, tree.now]);
  return [playing, setPlaying] as const;
}

/** How many had confirmed, as a rising line above the scrubber; filled up to the moment. */
function Rise({ tree, at }: { readonly tree: Tree; readonly at: number }) {
  const { issued, now, units } = tree;
  const area = useMemo(() => {
    const instants = units
      .flatMap(({ received, below }) => [received, ...below])
      .filter((instant) => instant <= now)
      .sort((one, other) => one - other);
    const length = Math.max(1, now - issued);
    const most = Math.max(1, instants.length);
    const points = instants.map(
      (instant, index) =>
        `H${(((instant - issued) / length) * 100).toFixed(2)}V${(100 - ((index + 1) / most) * 92).toFixed(1)}`,
    );
    return `M0 100${points.join("")}H100V100z`;
  }, [units, issued, now]);
  const share = ((at - issued) / Math.max(1, now - issued)) * 100;
  const clip = useId();
  return (
    <svg className="cascade-rise" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <clipPath id={clip}>
        <rect x="0" y="0" width={share} height="100" />
      </clipPath>
      <path className="cascade-rise-all" d={area} />
      <path className="cascade-rise-done" d={area} clipPath={`url(#${clip})`} />
    </svg>
  );
}
