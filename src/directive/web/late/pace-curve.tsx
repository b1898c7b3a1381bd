// How many units had the letter, over time.
import { useCallback } from "react";
import { Curve, curveLine } from "../../../platform/ui/curve.tsx";
import { formatInstant } from "../../../platform/ui/figures.tsx";
import { axisOf, DAY_MS } from "./moment.ts";

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

export function PaceCurve({ reached, received, disseminated, units, label }: PaceCurveProps) {
  const draw = useCallback(
    ({ narrow }: { readonly narrow: boolean }) => {
      const axis = axisOf(reached[0]?.[0] ?? 0, reached.at(-1)?.[0] ?? 0, narrow ? 4 : 9);
      // Việt Nam's time whatever the device's: "08:00" within a day or two, "02/06" over longer.
      const formatter = (at: number): string => {
        const words = formatInstant(new Date(at).toISOString());
        return axis.interval < DAY_MS ? words.slice(0, 5) : words.slice(6, 11);
      };
      return {
        xAxis: { type: "value", ...axis, axisLabel: { formatter, showMaxLabel: false } },
        yMax: units,
        series: [
          curveLine(reached, "var(--missing-line)", { width: 2, type: "dotted", stepped: true }),
          curveLine(received, "var(--doing)", { width: 3, type: "dashed", stepped: true }),
          curveLine(disseminated, "var(--done)", { width: 3, type: "solid", stepped: true }),
        ],
      };
    },
    [reached, received, disseminated, units],
  );
  return <Curve draw={draw} label={label} />;
}
