// A curve over time, drawn by ECharts as SVG; loaded only where one is shown. Colours are the page's own variables, so
// that the dark theme and paper change them without drawing again.
import { LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { formatCount } from "../pure/text-vi.ts";

use([LineChart, GridComponent, SVGRenderer]);

/** Below this many pixels the labels of the time axis need more room. */
const NARROW = 480;
/** A4 between the margins of the print sheet, in CSS pixels. */
const PAPER = { width: 620, height: 280 };

interface CurveProps {
  /** Kept by the caller as long as nothing changes: a new one draws again. */
  readonly draw: (space: { readonly narrow: boolean }) => {
    readonly xAxis: Readonly<Record<string, unknown>>;
    readonly yMax?: number;
    readonly series: readonly object[];
  };
  /** The whole of it in words, for those who do not see it. */
  readonly label: string;
}

export function Curve({ draw, label }: CurveProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const chart = init(element, undefined, { renderer: "svg" });
    chart.setOption(optionOf(draw({ narrow: element.clientWidth < NARROW })));
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
  }, [draw]);
  return <div ref={place} className="curve" role="img" aria-label={label} />;
}

const LABEL = { color: "var(--ink-soft)", fontSize: 13, hideOverlap: true };
const AXIS_LINE = { lineStyle: { color: "var(--missing-line)" } };

function optionOf({ xAxis, yMax, series }: ReturnType<CurveProps["draw"]>): EChartsCoreOption {
  const { axisLabel, ...axis } = xAxis as { axisLabel?: object };
  return {
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
      ...axis,
      axisLabel: { ...LABEL, ...axisLabel },
      axisLine: AXIS_LINE,
      axisTick: AXIS_LINE,
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      ...(yMax !== undefined && { max: Math.max(1, yMax) }),
      minInterval: 1,
      axisLabel: { ...LABEL, formatter: formatCount, ...(yMax !== undefined && { showMaxLabel: true }) },
      splitLine: { lineStyle: { color: "var(--line)" } },
    },
    series,
  };
}

/** One line of a curve. `stepped`: holds its value until the next point. */
export const curveLine = (
  points: readonly (readonly [at: number | string, value: number])[],
  colour: string,
  look: {
    readonly width: number;
    readonly type: "solid" | "dashed" | "dotted";
    readonly stepped: boolean;
    readonly filled?: boolean;
  },
): object => ({
  type: "line",
  data: points.map(([at, value]) => [at, value]),
  ...(look.stepped && { step: "end" }),
  ...(look.filled && { areaStyle: { color: "var(--rose-wash)" } }),
  showSymbol: false,
  silent: true,
  itemStyle: { color: colour },
  lineStyle: { color: colour, width: look.width, type: look.type },
});
