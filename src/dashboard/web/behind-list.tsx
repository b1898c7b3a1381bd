// Who is behind the plan and why, the furthest behind first, with words to send them.
import { Button, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { formatDay } from "../../platform/pure/calendar.ts";
import { CopyButton } from "../../platform/ui/copy-button.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import type { Overview, OverviewRow } from "../schema.ts";
import { planUnits, whyWords } from "./words.ts";

/** As many as a look takes in. */
const FIRST = 6;

interface BehindListProps {
  readonly overview: Overview;
  readonly hrefOf: (unitId: string) => string;
}

const missingOf = ({ dueHundredths, totals }: OverviewRow): number =>
  Math.max(0, (dueHundredths ?? 0) - totals.unitsHundredths);

export function BehindList({ overview, hrefOf }: BehindListProps) {
  const t = useT();
  const [all, setAll] = useState(false);
  const { children, ownRow, campaign, asOf } = overview;
  const judged = children.length > 0 ? children : ownRow === null ? [] : [ownRow];
  const withTarget = judged.filter(({ dueHundredths }) => dueHundredths !== null);
  if (withTarget.length === 0) return null;
  const behind = withTarget.filter((row) => row.behind).sort((a, b) => missingOf(b) - missingOf(a));
  const wordsOf = (row: OverviewRow): string => {
    const missing = missingOf(row);
    return [
      ...(missing >= 50 ? [t("dashboard.behind-missing", { units: planUnits(missing) })] : []),
      ...row.why.map((one) => whyWords(t, one)),
    ].join("; ");
  };
  const textOf = (rows: readonly OverviewRow[]): string =>
    t("dashboard.behind-text", {
      campaign: campaign.name,
      day: formatDay(asOf),
      lines: rows
        .map((row) => t("dashboard.behind-text-line", { unit: row.unit.name, words: wordsOf(row) }))
        .join("\n"),
    });
  return (
    <section className="card late-list">
      <div className="late-head">
        <Title order={2} size="h3">
          {t("dashboard.behind")}
        </Title>
        {behind.length > 1 && <CopyButton text={textOf(behind)} />}
      </div>
      {behind.length === 0 ? (
        <p className="late-none">
          <Icon name="check" /> {t("dashboard.behind-none")}
        </p>
      ) : (
        <>
          <p>{t("dashboard.behind-count", { count: behind.length, of: withTarget.length })}</p>
          <ul className="late-rows">
            {behind.map((row, index) => (
              <li key={row.unit.id} className={!all && index >= FIRST ? "late-extra" : undefined}>
                <div>
                  <strong>
                    {children.length > 0 ? (
                      <Link to={hrefOf(row.unit.id)}>{row.unit.name}</Link>
                    ) : (
                      row.unit.name
                    )}
                  </strong>
                  {missingOf(row) >= 50 && (
                    <span className="late-what">
                      <Icon name="alarm" size={16} />
                      {t("dashboard.behind-missing", { units: planUnits(missingOf(row)) })}
                    </span>
                  )}
                  <span className="soft">{row.why.map((one) => whyWords(t, one)).join("; ")}</span>
                </div>
                <CopyButton text={textOf([row])} label={t("dashboard.late-remind")} size="sm" />
              </li>
            ))}
          </ul>
          {!all && behind.length > FIRST && (
            <Button variant="default" fullWidth className="no-print" onClick={() => setAll(true)}>
              {t("dashboard.behind-show-all", { count: behind.length })}
            </Button>
          )}
        </>
      )}
      <p className="soft curve-note">{t("dashboard.behind-how")}</p>
    </section>
  );
}
