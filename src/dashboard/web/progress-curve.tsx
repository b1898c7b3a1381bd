// Progress over time beside the plan.
import { useCallback } from "react";
import { Curve, curveLine } from "../../platform/ui/curve.tsx";

type Point = readonly [day: string, units: number];

interface ProgressCurveProps {
  readonly done: readonly Point[];
  /** Empty where there is no target. */
  readonly plan: readonly Point[];
  /** The whole of it in words, for those who do not see it. */
  readonly label: string;
}

export function ProgressCurve({ done, plan, label }: ProgressCurveProps) {
  const draw = useCallback(
    ({ narrow }: { readonly narrow: boolean }) => {
      // On a phone every other month has its label, or they run into each other.
      const formatter = (at: number): string => {
        const day = new Date(at);
        if (narrow && day.getMonth() % 2 === 0) return "";
        return [day.getDate(), day.getMonth() + 1].map((part) => String(part).padStart(2, "0")).join("/");
      };
      return {
        xAxis: { type: "time", axisLabel: { formatter } },
        series: [
          curveLine(done, "var(--rose-text)", { width: 3, type: "solid", stepped: true, filled: true }),
          ...(plan.length > 0
            ? [curveLine(plan, "var(--doing)", { width: 2, type: "dashed", stepped: false })]
            : []),
        ],
      };
    },
    [done, plan],
  );
  return <Curve draw={draw} label={label} />;
}
