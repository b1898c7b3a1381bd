// Progress over time beside the plan.
import { useCallback } from "react";
import { Curve, curveLine } from "../../platform/ui/curve.tsx";

type Point = readonly [day: string, units: number];

interface ProgressCurveProps {
  readonly done: readonly Point[];
  /** Empty where there is no target. */
  readonly plan: readonly Point[];
  /** From the day shown to the last drive to come; absent where too little is known or nothing is to come. */
  readonly fan:
    | {
        readonly from: string;
        readonly given: number;
        readonly until: string;
        readonly low: number;
        readonly mid: number;
        readonly high: number;
      }
    | undefined;
  /** The whole of it in words, for those who do not see it. */
  readonly label: string;
}

const NO_LINE = { width: 0, type: "solid", stepped: false } as const;

/** The range as a band between two stacked lines, and its middle dotted. */
function fanLines({ from, given, until, low, mid, high }: NonNullable<ProgressCurveProps["fan"]>): object[] {
  const between = (a: number, b: number) => [[from, a] as const, [until, b] as const];
  return [
    { ...curveLine(between(given, low), "var(--done)", NO_LINE), stack: "forecast" },
    {
      ...curveLine(between(0, high - low), "var(--done)", NO_LINE),
      stack: "forecast",
      areaStyle: { color: "var(--done)", opacity: 0.18 },
    },
    curveLine(between(given, mid), "var(--done)", { width: 2, type: "dotted", stepped: false }),
  ];
}

export function ProgressCurve({ done, plan, fan, label }: ProgressCurveProps) {
  const draw = useCallback(
    ({ narrow }: { readonly narrow: boolean }) => {
      // On a phone every other month has its label, or they run into each other.
      const formatter = (at: number): string => {
        const day = new Date(at);
        if (narrow && day.getMonth() % 2 === 0) return "";
        return [day.getDate(), day.getMonth() + 1].map((part) => String(part).padStart(2, "0")).join("/");
      };
      return {
        xAxis: { type: "time", axisLabel: { formatter, hideOverlap: true } },
        series: [
          curveLine(done, "var(--rose-text)", { width: 3, type: "solid", stepped: true, filled: true }),
          ...(plan.length > 0
            ? [curveLine(plan, "var(--doing)", { width: 2, type: "dashed", stepped: false })]
            : []),
          ...(fan ? fanLines(fan) : []),
        ],
      };
    },
    [done, plan, fan],
  );
  return <Curve draw={draw} label={label} />;
}
