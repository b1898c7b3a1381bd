// Terms of office on a line: a bar for each, today marked, so that a gap or an overlap is seen at a glance.
import { daysBetween, formatDay } from "../../../platform/pure/calendar.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { OfficeHolder } from "../../schema/offices.ts";
import { type Span, spanOf } from "./span.ts";

interface TermLineProps {
  readonly offices: readonly OfficeHolder[];
  readonly today: string;
  readonly asOf: string;
}

/** Nothing where there is nobody. Each bar is said in words to who cannot see it. */
export function TermLine({ offices, today, asOf }: TermLineProps) {
  const t = useT();
  const span = spanOf(offices, today);
  if (span === undefined) return null;
  return (
    <figure className="term-line">
      <figcaption className="soft">
        {t("account.line-help", { from: formatDay(span.from), until: formatDay(span.until) })}
      </figcaption>
      <ul>
        {offices.map((office) => (
          <li key={office.grantId}>
            <span className="term-name">
              {office.displayName} <span className="soft">{t(`account.role.${office.role}`)}</span>
            </span>
            <Bar office={office} span={span} marks={asOf === today ? [today] : [today, asOf]} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

interface BarProps {
  readonly office: OfficeHolder;
  readonly span: Span;
  readonly marks: readonly string[];
}

function Bar({ office, span, marks }: BarProps) {
  const t = useT();
  const whole = daysBetween(span.from, span.until) + 1;
  const at = (day: string): number => (daysBetween(span.from, day) / whole) * 100;
  const { from, until } = office;
  const left = at(from);
  const right = until === null ? 100 : at(until) + 100 / whole;
  const words =
    until === null
      ? t("account.since", { from: formatDay(from) })
      : t("account.term", { from: formatDay(from), until: formatDay(until) });
  return (
    <span className="term-track" role="img" aria-label={words} title={words}>
      <span
        className="term-bar"
        data-role={office.role}
        data-open={until === null || undefined}
        style={{ left: `${left}%`, width: `max(6px, ${right - left}%)` }}
      />
      {marks.map((day) => (
        <span key={day} className="term-mark" style={{ left: `${at(day)}%` }} />
      ))}
    </span>
  );
}
