// How many units had the letter, over time, drawn by ECharts as SVG. Colours are the page's own variables, so that
// the dark theme and paper change them without drawing again.
import { LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { formatInstant } from "../../../platform/ui/figures.tsx";
import { axisOf, DAY_MS } from "./moment.ts";

use([LineChart, GridComponent, SVGRenderer]);

/** Instant in milliseconds, then how many. */
export type PacePoint = readonly [at: number, units: number];

interface PaceCurveProps {
  readonly reached: readonly PacePoint[];
  readonly received: readonly PacePoint[];
  readonly disseminated: readonly PacePoint[];
  /** All units below: the height the lines may reach. */
  readonly units: number;
  /** The whole of it in words, for those who do not see it. */
  readonly label: string;
}

const NARROW = 480;
/** A4 between the margins of the print sheet, in CSS pixels. */
const PAPER = { width: 620, height: 280 };

export function PaceCurve({ reached, received, disseminated, units, label }: PaceCurveProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const chart = init(element, undefined, { renderer: "svg" });
    const axis = axisOf(reached[0]?.[0] ?? 0, reached.at(-1)?.[0] ?? 0, element.clientWidth < NARROW ? 4 : 9);
    // Việt Nam's time whatever the device's: "08:00" within a day or two, "02/06" over longer.
    const axisLabel = (at: number): string => {
      const words = formatInstant(new Date(at).toISOString());
      return axis.interval < DAY_MS ? words.slice(0, 5) : words.slice(6, 11);
    };
    const line = (
      points: readonly PacePoint[],
      colour: string,
      width: number,
      type: "solid" | "dashed" | "dotted",
    ) => ({
      type: "line" as const,
      data: points.map(([at, count]) => [at, count]),
      step: "end" as const,
      showSymbol: false,
      silent: true,
      itemStyle: { color: colour },
      lineStyle: { color: colour, width, type },
    });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: "inherit", color: "var(--ink-soft)" },
      grid: {
        left: 8,
        right: 20,
        top: 16,
        bottom: 8,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      xAxis: {
        type: "value",
        ...axis,
        axisLabel: {
          formatter: axisLabel,
          color: "var(--ink-soft)",
          hideOverlap: true,
          showMaxLabel: false,
          fontSize: 13,
        },
        axisLine: { lineStyle: { color: "var(--missing-line)" } },
        axisTick: { lineStyle: { color: "var(--missing-line)" } },
        splitLine: { show: false },
      },
      yAxis: {
        type: "value",
        min: 0,
        max: Math.max(1, units),
        minInterval: 1,
        axisLabel: {
          formatter: (value: number) => formatCount(value),
          color: "var(--ink-soft)",
          fontSize: 13,
          showMaxLabel: true,
          hideOverlap: true,
        },
        splitLine: { lineStyle: { color: "var(--line)" } },
      },
      series: [
        line(reached, "var(--missing-line)", 2, "dotted"),
        line(received, "var(--doing)", 3, "dashed"),
        line(disseminated, "var(--done)", 3, "solid"),
      ],
    });
    const fit = (): void => chart.resize({ width: "auto", height: "auto" });
    const fitPaper = (): void => {
      chart.resize(PAPER);
      // Printing waits for no next frame.
      chart.getZr().flush();
    };
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    window.addEventListener("beforeprint", fitPaper);
    window.addEventListener("afterprint", fit);
    return () => {
      watch.disconnect();
      window.removeEventListener("beforeprint", fitPaper);
      window.removeEventListener("afterprint", fit);
      chart.dispose();
    };
  }, [reached, received, disseminated, units]);
  return <div ref={place} className="curve" role="img" aria-label={label} />;
}
