// What a vice-chair reads first: one sentence, one bar, beside the plan, and where it is going.
import { formatCount } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { TargetBar } from "../../platform/ui/target-bar.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { standingWords } from "../../report/web/standing.ts";
import type { Overview } from "../schema.ts";
import { forecastWords, paceWords, rateOf, sentenceOf } from "./words.ts";

const CHIPS = { ahead: "done", on: "doing", behind: "late" } as const;

export function Summary({ overview }: { readonly overview: Overview }) {
  const t = useT();
  const today = useToday();
  const { totals, assigned, own, event, children, ownRow, pace, forecast } = overview;
  const rows = ownRow === null ? children : [...children, ownRow];
  const owed = rows.reduce((sum, row) => sum + (row.reportsOwed ?? 0), 0);
  const late = rows.reduce((sum, row) => sum + (row.reportsLate ?? 0), 0);
  const rate = rateOf(totals);
  return (
    <section className="card overview-summary">
      <p className="overview-sentence">{sentenceOf(t, overview, today)}</p>
      {event && (
        <p className="overview-event">
          {t("dashboard.event", {
            units: formatHundredths(event.unitsHundredths),
            donated: formatCount(event.donated),
          })}
        </p>
      )}
      <TargetBar
        words={t("dashboard.bar-words", { units: formatHundredths(totals.unitsHundredths) })}
        doneHundredths={totals.unitsHundredths}
        assigned={assigned}
        own={own}
        reached={standingWords(t, totals.unitsHundredths, assigned ?? own, "brief")}
      />
      <ul className="plain-list">
        {pace && (
          <li className="overview-pace">
            <StateChip state={CHIPS[pace.standing]} word={t(`dashboard.pace.${pace.standing}`)} />{" "}
            {paceWords(t, pace, totals.unitsHundredths)}
          </li>
        )}
        {(overview.asOf <= overview.campaign.until || forecast.state !== "final") && (
          <li>{forecastWords(t, forecast)}</li>
        )}
        {own !== null && (
          <li>
            {t("dashboard.own-standing", {
              target: formatCount(own),
              words: standingWords(t, totals.unitsHundredths, own),
            })}
          </li>
        )}
        <li>
          {t("dashboard.funnel-words", {
            registered: formatCount(totals.registered),
            donated: formatCount(totals.donated),
          })}
          {rate !== undefined && ` (${rate})`}
        </li>
        {owed > 0 && <li>{t("dashboard.reports-owed", { owed, late })}</li>}
      </ul>
      <p className="soft">{t(`dashboard.rule.${overview.campaign.unitRule}`)}</p>
    </section>
  );
}
