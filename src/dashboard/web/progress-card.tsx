// Progress over time: the curve (its library comes only here), its words, and the same numbers as a table on demand.
import { Skeleton, Title } from "@mantine/core";
import { type ComponentProps, lazy, Suspense, useMemo } from "react";
import { formatDay } from "../../platform/pure/calendar.ts";
import { formatCount, formatPercent } from "../../platform/pure/text-vi.ts";
import { Count, formatHundredths } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import type { Overview } from "../schema.ts";
import type { ProgressCurve as Curve } from "./progress-curve.tsx";
import { forecastWords } from "./words.ts";

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

const bandOf = ({ low, mid, high }: { low: number; mid: number; high: number }) => ({
  low: low / 100,
  mid: mid / 100,
  high: high / 100,
});

export function ProgressCard({ overview }: { readonly overview: Overview }) {
  const t = useT();
  const { curve, campaign, asOf, pace, forecast } = overview;
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
    () => (pace?.line ?? []).map(({ day, unitsHundredths }) => [day, unitsHundredths / 100] as const),
    [pace],
  );
  const given = overview.totals.unitsHundredths;
  const fan = useMemo(
    () =>
      forecast.state === "range" && forecast.until > asOf
        ? { from: asOf, given: given / 100, until: forecast.until, ...bandOf(forecast) }
        : undefined,
    [forecast, asOf, given],
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
            {fan && <li className="curve-fan">{t("dashboard.chart-forecast")}</li>}
          </ul>
          <Suspense fallback={<Skeleton height={280} radius="md" />}>
            <ProgressCurve
              done={done}
              plan={plan}
              fan={fan}
              label={[
                t("dashboard.chart-words", {
                  from: formatDay(curve[0]?.day ?? last.day),
                  until: formatDay(last.day),
                  units: formatHundredths(last.unitsHundredths),
                  points: curve.length,
                }),
                ...(pace === null || target === null
                  ? []
                  : [t(`dashboard.chart-plan-words.${pace.kind}`, { target: formatCount(target) })]),
                ...(fan ? [forecastWords(t, forecast)] : []),
              ].join(" ")}
            />
          </Suspense>
          {pace && target !== null && (
            <p className="soft curve-note">
              {t(`dashboard.chart-plan-words.${pace.kind}`, { target: formatCount(target) })}
            </p>
          )}
          {forecast.state === "range" && (
            <details className="fold-plain no-print">
              <summary>{t("dashboard.forecast-how")}</summary>
              <p>
                {t("dashboard.forecast-how-words", {
                  percent: formatPercent(forecast.yieldPermille / 10),
                  booked: formatCount(forecast.booked),
                  expected: formatCount(forecast.expected),
                  places: formatCount(forecast.places),
                })}
              </p>
            </details>
          )}
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
