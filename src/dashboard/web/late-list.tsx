// Who is late and with what, oldest first; words to paste for one or for all. No names of persons.
import { Button, Title } from "@mantine/core";
import { useState } from "react";
import { formatDay } from "../../platform/pure/calendar.ts";
import { CopyButton } from "../../platform/ui/copy-button.tsx";
import { relativeDay } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import type { Overview } from "../schema.ts";

/** As many as a look takes in; the rest is one press away. */
const FIRST = 6;

export function LateList({ overview }: { readonly overview: Overview }) {
  const t = useT();
  const { late, lateCount, campaign, asOf } = overview;
  const [all, setAll] = useState(false);
  const lineOf = ({ unit, what, subject }: Overview["late"][number]): string =>
    t("dashboard.late-text-line", { unit: unit.name, what: t(`dashboard.late.${what}`), subject });
  const textOf = (some: Overview["late"]): string =>
    t("dashboard.late-text", {
      campaign: campaign.name,
      day: formatDay(asOf),
      lines: some.map(lineOf).join("\n"),
    });
  return (
    <section className="card late-list">
      <div className="late-head">
        <Title order={2} size="h3">
          {t("dashboard.late")}
        </Title>
        {late.length > 1 && <CopyButton text={textOf(late)} />}
      </div>
      {late.length === 0 ? (
        <p className="late-none">
          <Icon name="check" /> {t("dashboard.late-none")}
        </p>
      ) : (
        <>
          <p>
            {lateCount > late.length
              ? t("dashboard.late-count", { count: lateCount, shown: late.length })
              : t("dashboard.late-all", { count: lateCount })}
          </p>
          <ul className="late-rows">
            {late.map((one, index) => (
              <li
                key={`${one.unit.id} ${one.what} ${one.subjectId}`}
                // Paper shows all of them.
                className={!all && index >= FIRST ? "late-extra" : undefined}
              >
                <div>
                  <strong>{one.unit.name}</strong>
                  <span className="late-what">
                    <Icon name="alarm" size={16} />
                    {t(`dashboard.late.${one.what}`)}
                    {one.dueOn !== null && (
                      <time dateTime={one.dueOn}>
                        {t("dashboard.late-due", { due: formatDay(one.dueOn) })},{" "}
                        {relativeDay(t, one.dueOn, asOf, true)}
                      </time>
                    )}
                  </span>
                  <span className="soft">{one.subject}</span>
                </div>
                <CopyButton text={textOf([one])} label={t("dashboard.late-remind")} size="sm" />
              </li>
            ))}
          </ul>
          {!all && late.length > FIRST && (
            <Button variant="default" fullWidth className="no-print" onClick={() => setAll(true)}>
              {t("dashboard.late-show-all", { count: late.length })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
