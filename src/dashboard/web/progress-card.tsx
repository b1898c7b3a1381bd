// Progress over time: the curve (its library comes only here), its words, and the same numbers as a table on demand.
import { Skeleton, Title } from "@mantine/core";
import { type ComponentProps, lazy, Suspense, useMemo } from "react";
import { formatDay } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { Count, formatHundredths } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import type { Overview } from "../schema.ts";
import type { ProgressCurve as Curve } from "./progress-curve.tsx";

/** In the place of a curve whose library did not arrive: the numbers are still here. */
function CurveMissing(_: ComponentProps<typeof Curve>) {
  const t = useT();
  return <p className="note">{t("dashboard.chart-missing")}</p>;
}

const ProgressCurve = lazy(async () => {
  try {
    return { default: (await import("./progress-curve.tsx")).ProgressCurve };
  } catch {
    return { default: CurveMissing };
  }
});

export function ProgressCard({ overview }: { readonly overview: Overview }) {
  const t = useT();
  const { curve, campaign, asOf } = overview;
  const target = overview.assigned ?? overview.own;
  const done = useMemo(() => {
    const points = curve.map(({ day, unitsHundredths }) => [day, unitsHundredths / 100] as const);
    const first = points[0]?.[0];
    const last = points.at(-1);
    return [
      // From nothing on the first day to what stands on the day shown.
      ...(first === undefined || first > campaign.from ? [[campaign.from, 0] as const] : []),
      ...points,
      ...(last !== undefined && last[0] < asOf && asOf <= campaign.until ? [[asOf, last[1]] as const] : []),
    ];
  }, [curve, campaign.from, campaign.until, asOf]);
  const plan = useMemo(
    () =>
      target === null
        ? []
        : ([
            [campaign.from, 0],
            [campaign.until, target],
          ] as const),
    [target, campaign.from, campaign.until],
  );
  const last = curve.at(-1);
  return (
    <section className="card">
      <Title order={2} size="h3">
        {t("dashboard.chart")}
      </Title>
      {last === undefined ? (
        <p className="soft">{t("dashboard.chart-empty")}</p>
      ) : (
        <>
          <ul className="curve-legend" aria-hidden="true">
            <li className="curve-done">{t("dashboard.chart-done")}</li>
            {target !== null && <li className="curve-plan">{t("dashboard.chart-plan")}</li>}
          </ul>
          <Suspense fallback={<Skeleton height={280} radius="md" />}>
            <ProgressCurve
              done={done}
              plan={plan}
              label={[
                t("dashboard.chart-words", {
                  from: formatDay(curve[0]?.day ?? last.day),
                  until: formatDay(last.day),
                  units: formatHundredths(last.unitsHundredths),
                  points: curve.length,
                }),
                ...(target === null
                  ? []
                  : [
                      t("dashboard.chart-words-plan", {
                        from: formatDay(campaign.from),
                        until: formatDay(campaign.until),
                        target: formatCount(target),
                      }),
                    ]),
              ].join(" ")}
            />
          </Suspense>
          {target !== null && <p className="soft curve-note">{t("dashboard.chart-plan-note")}</p>}
          <details className="fold-plain no-print">
            <summary>{t("dashboard.chart-table")}</summary>
            <div className="table-place">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t("dashboard.chart-day")}</th>
                    <th scope="col" className="number">
                      {t("dashboard.chart-registered")}
                    </th>
                    <th scope="col" className="number">
                      {t("dashboard.chart-units")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {curve.map(({ day, registered, unitsHundredths }) => (
                    <tr key={day}>
                      <th scope="row">{formatDay(day)}</th>
                      <td className="number">
                        <Count value={registered} />
                      </td>
                      <td className="number">
                        <span className="figure">{formatHundredths(unitsHundredths)}</span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </section>
  );
}
