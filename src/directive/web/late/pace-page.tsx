// "Tốc độ": how fast the letter went down to the last group, in words first, then as a curve and as a table.
import { Skeleton } from "@mantine/core";
import { type ComponentProps, lazy, Suspense, useMemo } from "react";
import type { Day } from "../../../platform/pure/calendar.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { Count, formatInstant } from "../../../platform/ui/figures.tsx";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../../platform/ui/states.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import { letterPace } from "../../contract/chasing.ts";
import type { Pace } from "../../schema/chasing.ts";
import { type Framed, LetterFrame } from "../cascade/letter-frame.tsx";
import { instantOf, spanOf } from "./moment.ts";
import type { PaceCurve as Curve, PacePoint } from "./pace-curve.tsx";

/** In the place of a curve whose library did not arrive: the numbers are still here. */
function CurveMissing(_: ComponentProps<typeof Curve>) {
  const t = useT();
  return <p className="note">{t("directive.pace.chart-missing")}</p>;
}

const PaceCurve = lazy(async () => {
  try {
    return { default: (await import("./pace-curve.tsx")).PaceCurve };
  } catch {
    return { default: CurveMissing };
  }
});

export function PacePage() {
  const t = useT();
  return (
    <LetterFrame tab="pace" title={t("directive.pace.title")} needsIssue>
      {(framed) => <Loaded {...framed} />}
    </LetterFrame>
  );
}

function Loaded({ shownId, directiveId, letter }: Framed) {
  const t = useT();
  const read = useRead(letterPace, { params: { unitId: shownId, directiveId } });
  return (
    <Shown read={read} rows={4}>
      {(pace) =>
        pace.units === 0 ? (
          <EmptyState icon="clock" title={t("directive.pace.empty")}>
            {t("directive.pace.empty-help")}
          </EmptyState>
        ) : (
          <Shape pace={pace} issuedAt={letter.issuedAt} />
        )
      }
    </Shown>
  );
}

const afterWords = (t: T, hours: number | null): string =>
  hours === null ? t("directive.pace.not-yet") : t("directive.pace.after", spanOf(hours));

interface ShapeProps {
  readonly pace: Pace;
  readonly issuedAt: string | null;
}

function Shape({ pace, issuedAt }: ShapeProps) {
  const t = useT();
  const { units, points, last } = pace;
  const today = useToday();
  const lines = useMemo(() => linesOf(pace, issuedAt, today), [pace, issuedAt, today]);
  const end = points.at(-1);
  const words = t("directive.pace.words", {
    units: formatCount(units),
    reached: formatCount(end?.reached ?? 0),
    received: formatCount(end?.received ?? 0),
    disseminated: formatCount(end?.disseminated ?? 0),
  });
  return (
    <>
      <section className="card">
        <dl className="pace-times">
          {(
            [
              ["directive.pace.half", pace.hoursToHalf],
              ["directive.pace.ninety", pace.hoursToNinety],
              ["directive.pace.all", pace.hoursToAll],
            ] as const
          ).map(([key, hours]) => (
            <div key={key} className={hours === null ? "pace-open" : undefined}>
              <dt>{t(key)}</dt>
              <dd>{afterWords(t, hours)}</dd>
            </div>
          ))}
        </dl>
        <p>{words}</p>
        {last && (
          <p className="soft">
            {t(pace.hoursToAll === null ? "directive.pace.latest" : "directive.pace.last", {
              unit: last.unit.name,
              at: formatInstant(last.at),
            })}
          </p>
        )}
      </section>
      {end !== undefined && (
        <section className="card">
          <ul className="pace-legend" aria-hidden="true">
            <li className="pace-reached">{t("directive.pace.reached")}</li>
            <li className="pace-received">{t("directive.pace.received")}</li>
            <li className="pace-disseminated">{t("directive.pace.disseminated")}</li>
          </ul>
          <Suspense fallback={<Skeleton height={280} radius="md" />}>
            <PaceCurve {...lines} units={units} label={words} />
          </Suspense>
          <details className="fold-plain no-print">
            <summary>{t("directive.pace.table")}</summary>
            <div className="table-place">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t("directive.pace.at")}</th>
                    <th scope="col" className="number">
                      {t("directive.pace.reached")}
                    </th>
                    <th scope="col" className="number">
                      {t("directive.pace.received")}
                    </th>
                    <th scope="col" className="number">
                      {t("directive.pace.disseminated")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {points.map(({ at, reached, received, disseminated }) => (
                    <tr key={at}>
                      <th scope="row">
                        <time dateTime={at}>{formatInstant(at)}</time>
                      </th>
                      <td className="number">
                        <Count value={reached} />
                      </td>
                      <td className="number">
                        <Count value={received} />
                      </td>
                      <td className="number">
                        <Count value={disseminated} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </section>
      )}
    </>
  );
}

/** From nothing at the issue, through what happened, to what stands today. */
function linesOf({ points }: Pace, issuedAt: string | null, today: Day) {
  const begun = Date.parse(instantOf(today, "00:00") ?? "");
  const end = points.at(-1);
  const line = (which: "reached" | "received" | "disseminated"): readonly PacePoint[] => [
    ...(issuedAt === null ? [] : [[Date.parse(issuedAt), 0] as const]),
    ...points.map((point) => [Date.parse(point.at), point[which]] as const),
    ...(end !== undefined && Date.parse(end.at) < begun ? [[begun, end[which]] as const] : []),
  ];
  return { reached: line("reached"), received: line("received"), disseminated: line("disseminated") };
}
