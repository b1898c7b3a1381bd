// Progress over time beside the plan, drawn by ECharts as SVG. Colours are the page's own variables, so that the
// dark theme and paper change them without drawing again.
import { LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { formatCount } from "../../platform/pure/text-vi.ts";

use([LineChart, GridComponent, SVGRenderer]);

type Point = readonly [day: string, units: number];

interface ProgressCurveProps {
  readonly done: readonly Point[];
  /** Empty where there is no target. */
  readonly plan: readonly Point[];
  /** The whole of it in words, for those who do not see it. */
  readonly label: string;
}

/** A4 between the margins of the print sheet, in CSS pixels. */
const NARROW = 480;
const PAPER = { width: 620, height: 280 };

export function ProgressCurve({ done, plan, label }: ProgressCurveProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const chart = init(element, undefined, { renderer: "svg" });
    // On a phone every other month has its label, or they run into each other.
    const dayLabel = (at: number): string => {
      const day = new Date(at);
      if (element.clientWidth < NARROW && day.getMonth() % 2 === 0) return "";
      return [day.getDate(), day.getMonth() + 1].map((part) => String(part).padStart(2, "0")).join("/");
    };
    const line = (points: readonly Point[], colour: string, dashed: boolean) => ({
      type: "line" as const,
      data: points.map(([day, units]) => [day, units]),
      ...(!dashed && { step: "end" as const, areaStyle: { color: "var(--rose-wash)" } }),
      showSymbol: false,
      silent: true,
      itemStyle: { color: colour },
      lineStyle: {
        color: colour,
        width: dashed ? 2 : 3,
        type: dashed ? ("dashed" as const) : ("solid" as const),
      },
    });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: "inherit", color: "var(--ink-soft)" },
      grid: {
        left: 8,
        right: 16,
        top: 16,
        bottom: 8,
        outerBoundsMode: "same",
        outerBoundsContain: "axisLabel",
      },
      xAxis: {
        type: "time",
        axisLabel: { formatter: dayLabel, color: "var(--ink-soft)", hideOverlap: true, fontSize: 13 },
        axisLine: { lineStyle: { color: "var(--missing-line)" } },
        axisTick: { lineStyle: { color: "var(--missing-line)" } },
        splitLine: { show: false },
      },
      yAxis: {
        type: "value",
        min: 0,
        minInterval: 1,
        axisLabel: {
          formatter: (value: number) => formatCount(value),
          color: "var(--ink-soft)",
          fontSize: 13,
        },
        splitLine: { lineStyle: { color: "var(--line)" } },
      },
      series: [
        line(done, "var(--rose-text)", false),
        ...(plan.length > 0 ? [line(plan, "var(--doing)", true)] : []),
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
  }, [done, plan]);
  return <div ref={place} className="curve" role="img" aria-label={label} />;
}
