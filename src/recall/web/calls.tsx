// People of one's own union without an e-mail: call them, or paste their own words into Zalo, and tick them off.
import { Button } from "@mantine/core";
import { clockOf } from "../../drive/web/words.ts";
import { CopyButton } from "../../platform/ui/copy-button.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useReadPages, useWrite } from "../../platform/ui/queries.ts";
import { EmptyState, LoadMore, ProblemNote, Shown } from "../../platform/ui/states.tsx";
import { listCalls, markTold, previewRecall } from "../contract.ts";
import type { CallRow } from "../schema.ts";

interface CallsProps {
  readonly driveId: string;
  readonly unitId: string;
}

export function Calls({ driveId, unitId }: CallsProps) {
  const t = useT();
  const tell = useNotice();
  const calls = useReadPages(listCalls, { params: { unitId, driveId } });
  const told = useWrite(markTold, { invalidates: [listCalls, previewRecall] });
  const tick = async (row: CallRow): Promise<void> => {
    const done = await told.run({ params: { unitId, invitationId: row.id } });
    if (done) tell({ text: t("recall.call.told-done", { name: row.fullName }) });
  };
  return (
    <section className="card" aria-labelledby="recall-calls">
      <h2 className="section-head" id="recall-calls">
        {t("recall.calls")}
      </h2>
      <ProblemNote problem={told.problem} />
      <Shown read={{ data: calls.items, error: calls.error, refetch: calls.retry }} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="people" title={t("recall.calls-empty-title")}>
              {t("recall.calls-empty")}
            </EmptyState>
          ) : (
            <>
              <p className="soft">{t("recall.calls-lead")}</p>
              <ul className="recall-calls">
                {rows.map((row) => (
                  <li key={row.id} className="recall-call">
                    <span className="person-words">
                      <strong>{row.fullName}</strong>
                      <span>
                        {row.unit.id !== unitId && `${row.unit.shortName} · `}
                        {t("recall.call.suggested", { time: clockOf(row.startsAt) })}
                        {row.phone === null && ` · ${t("recall.call.no-phone")}`}
                      </span>
                    </span>
                    <span className="button-row">
                      {row.phone !== null && (
                        <Button variant="default" component="a" href={`tel:${row.phone}`}>
                          {t("recall.call.phone", { phone: row.phone })}
                        </Button>
                      )}
                      <CopyButton text={row.text} className="no-print" />
                      <Button
                        variant="default"
                        className="no-print"
                        leftSection={<Icon name="check" />}
                        aria-label={t("recall.call.told-of", { name: row.fullName })}
                        disabled={told.busy}
                        onClick={() => void tick(row)}
                      >
                        {t("recall.call.told")}
                      </Button>
                    </span>
                  </li>
                ))}
              </ul>
              <LoadMore pages={calls} />
            </>
          )
        }
      </Shown>
    </section>
  );
}
