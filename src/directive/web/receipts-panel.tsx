// "Ai đã nhận, ai chưa": the units below as rows that open down to the last group, and the words to remind them.
import { SegmentedControl } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { type Day, lastMomentOf } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { AsOfControl } from "../../platform/ui/as-of.tsx";
import { CopyButton } from "../../platform/ui/copy-button.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { letterLevels } from "../contract/chasing.ts";
import { reminderText } from "../contract.ts";
import type { DirectiveView } from "../schema.ts";
import { RECEIPTS } from "./paths.ts";
import { type Only, ReceiptRows } from "./receipt-rows.tsx";

const FILTERS: readonly Only[] = ["all", "not-received", "not-disseminated"];

interface PanelProps {
  readonly letter: DirectiveView;
  readonly unitId: string;
  /** The day gone by that is looked at: then nobody is reminded. */
  readonly past: Day | undefined;
}

export function ReceiptsPanel({ letter, unitId, past }: PanelProps) {
  const t = useT();
  const [only, setOnly] = useState<Only>("all");
  const panel = useRef<HTMLElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === `#${RECEIPTS}`) panel.current?.scrollIntoView({ block: "start" });
  }, [hash]);
  const { reached, received } = letter.counts;
  return (
    <section className="card anchored" aria-labelledby="receipts" ref={panel}>
      <h2 className="section-head" id="receipts">
        {t("directive.receipts")}
      </h2>
      <AsOfControl />
      {past === undefined ? (
        <CountsLine counts={letter.counts} />
      ) : (
        <PastCounts unitId={unitId} directiveId={letter.id} past={past} />
      )}
      <div className="receipts-tools no-print">
        <SegmentedControl
          size="md"
          aria-label={t("directive.filter")}
          value={only}
          onChange={(value) => setOnly(value as Only)}
          data={FILTERS.map((value) => ({ value, label: t(`directive.only.${value}`) }))}
        />
      </div>
      <div className="table-place">
        <table className="table stack-table">
          <thead>
            <tr>
              <th scope="col">{t("directive.column-unit")}</th>
              <th scope="col">{t("directive.column-state")}</th>
              <th scope="col" className="number">
                {t("directive.column-people")}
              </th>
              <th scope="col">{t("directive.column-below")}</th>
            </tr>
          </thead>
          <tbody>
            <ReceiptRows unitId={unitId} directiveId={letter.id} only={only} past={past} depth={0} />
          </tbody>
        </table>
      </div>
      {past === undefined && received < reached && <Reminder unitId={unitId} directiveId={letter.id} />}
    </section>
  );
}

function CountsLine({ counts }: { readonly counts: DirectiveView["counts"] }) {
  const t = useT();
  const { reached, received, disseminated, notYetReached } = counts;
  return (
    <p>
      {t("directive.receipts-sentence", {
        reached: formatCount(reached),
        received: formatCount(received),
        disseminated: formatCount(disseminated),
      })}{" "}
      {notYetReached > 0 && t("directive.receipts-not-reached", { count: formatCount(notYetReached) })}
    </p>
  );
}

interface PastProps {
  readonly unitId: string;
  readonly directiveId: string;
  readonly past: Day;
}

/** The same sentence of a day gone by: the sum of the levels as of its last moment. */
function PastCounts({ unitId, directiveId, past }: PastProps) {
  const ask = { params: { unitId, directiveId }, query: { at: lastMomentOf(past) } };
  const levels = useRead(letterLevels, ask, { keep: true });
  // Where the unit did not stand that day the rows below say so.
  if (levels.data === undefined) return null;
  const sum = (of: "units" | "reached" | "received" | "disseminated"): number =>
    levels.data.levels.reduce((all, level) => all + level[of], 0);
  const [reached, received, disseminated] = [sum("reached"), sum("received"), sum("disseminated")];
  return <CountsLine counts={{ reached, received, disseminated, notYetReached: sum("units") - reached }} />;
}

/** The words are shown before they are copied: an officer sees what the group chat will read. */
function Reminder({ unitId, directiveId }: { readonly unitId: string; readonly directiveId: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const text = useRead(reminderText, { params: { unitId, directiveId } }, { enabled: open });
  return (
    <details
      className="inner-form no-print"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t("directive.remind")}</summary>
      {open && (
        <Shown read={text} rows={1}>
          {(reminder) => (
            <>
              <p className="copied-text">{reminder.text}</p>
              <CopyButton text={reminder.text} variant="filled" />
            </>
          )}
        </Shown>
      )}
    </details>
  );
}
