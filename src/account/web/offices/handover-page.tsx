// One handover: before its day what will pass, on the day the list to confirm, after it the minutes to print.
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useParams } from "react-router";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { formatInstant } from "../../../platform/ui/figures.tsx";
import { type MessageKey, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import {
  cancelHandover,
  getHandover,
  listHandovers,
  receiveHandover,
  reprintHandoverCode,
} from "../../contract/handover.ts";
import { listDelegations } from "../../contract/offices.ts";
import { listOfficeHolders } from "../../contract.ts";
import type { HandoverView, OpenWorkLine } from "../../schema/handover.ts";
import { CodeCards, type PrintedCode } from "../code-cards.tsx";
import { officersPath } from "../paths.ts";
import { HandoverChip } from "./handovers.tsx";

export function HandoverPage() {
  const t = useT();
  const { unitId = "", shownId = unitId, handoverId = "" } = useParams();
  const read = useRead(getHandover, { params: { unitId: shownId, handoverId } });
  const done = read.data?.state === "received";
  return (
    <Page
      title={t(done ? "account.minutes" : "account.handover")}
      lead={read.data?.unitName}
      back={{ to: officersPath(unitId, shownId), label: t("account.officers") }}
      printable
    >
      <Shown read={read}>{(view) => <Minutes view={view} />}</Shown>
    </Page>
  );
}

function Minutes({ view }: { readonly view: HandoverView }) {
  const t = useT();
  const lines = view.minutes?.lines ?? view.work;
  return (
    <div className="stack offices">
      <div className="no-print">
        <HandoverChip line={view} />
      </div>
      <dl className="fact-list">
        <dt>{t("account.role")}</dt>
        <dd>{t(`account.role.${view.role}`)}</dd>
        <dt>{t("account.handover-giver")}</dt>
        <dd>{view.from.displayName}</dd>
        <dt>{t("account.handover-taker")}</dt>
        <dd>{view.to?.displayName ?? t("account.handover-by-card")}</dd>
        <dt>{t("account.handover-first-day")}</dt>
        <dd>{formatDay(view.effectiveOn)}</dd>
        <dt>{t("account.handover-starter")}</dt>
        <dd>
          {view.createdBy}, {formatInstant(view.createdAt)}
        </dd>
        {view.receivedAt !== null && (
          <>
            <dt>{t("account.handover-received-at")}</dt>
            <dd>{formatInstant(view.receivedAt)}</dd>
          </>
        )}
      </dl>
      {lines !== null && <WorkList lines={lines} at={view.minutes?.at} />}
      {view.note !== "" && <p>{t("account.handover-note-line", { note: view.note })}</p>}
      {view.minutes !== null && <Signatures view={view} />}
      <Acts view={view} />
    </div>
  );
}

function WorkList({
  lines,
  at,
}: {
  readonly lines: readonly OpenWorkLine[];
  readonly at: string | undefined;
}) {
  const t = useT();
  return (
    <section className="card" aria-labelledby="open-work">
      <h2 className="section-head" id="open-work">
        {at === undefined ? t("account.open-work") : t("account.open-work-at", { at: formatInstant(at) })}
      </h2>
      {lines.length === 0 ? (
        <p className="soft">{t("account.open-work-none")}</p>
      ) : (
        <ol className="work-list">
          {lines.map(({ what, count }) => (
            <li key={what}>{t(`open-work.${what}` as MessageKey, { count })}</li>
          ))}
        </ol>
      )}
      <p className="soft">{t("account.open-work-stays")}</p>
    </section>
  );
}

/** On paper only: minutes are signed by both. */
function Signatures({ view }: { readonly view: HandoverView }) {
  const t = useT();
  return (
    <div className="signature-pair">
      {[
        [t("account.handover-giver"), view.from.displayName],
        [t("account.handover-taker"), view.to?.displayName ?? ""],
      ].map(([who, name]) => (
        <div key={who}>
          <p>
            <strong>{who}</strong>
          </p>
          <p className="soft">{t("account.sign-here")}</p>
          <p>{name}</p>
        </div>
      ))}
    </div>
  );
}

function Acts({ view }: { readonly view: HandoverView }) {
  const t = useT();
  const tell = useNotice();
  const [note, setNote] = useState("");
  const [codes, setCodes] = useState<readonly PrintedCode[]>([]);
  const params = { unitId: view.unitId, handoverId: view.id };
  const touched = [getHandover, listHandovers, listOfficeHolders, listDelegations];
  const receive = useWrite(receiveHandover, {
    invalidates: touched,
    onDone: () => tell({ text: t("account.handover-received") }),
  });
  const cancel = useWrite(cancelHandover, {
    invalidates: touched,
    onDone: () => tell({ text: t("account.handover-cancelled") }),
  });
  const reprint = useWrite(reprintHandoverCode, {
    onDone: ({ code }) => {
      if (code === null) return;
      const whom = t(`account.role.${view.role}`);
      setCodes([{ ...code, unitName: view.unitName, purpose: "join", whom }]);
    },
  });
  const may = (action: string): boolean => view.allowedActions.includes(action);
  return (
    <div className="no-print stack">
      {may("account.receive-handover") && (
        <section className="card stack" aria-labelledby="receive">
          <h2 className="section-head" id="receive">
            {t("account.handover-receive")}
          </h2>
          <p>{t("account.handover-receive-help")}</p>
          <Textarea
            label={`${t("account.handover-note")} (${t("common.optional")})`}
            value={note}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button
            leftSection={<Icon name="check" />}
            loading={receive.busy}
            onClick={() => void receive.run({ params, body: { note } })}
          >
            {t("account.handover-confirm")}
          </Button>
        </section>
      )}
      <ProblemNote problem={receive.problem ?? cancel.problem ?? reprint.problem} />
      <div className="button-row">
        {may("account.reprint-handover") && (
          <Button
            variant="default"
            leftSection={<Icon name="key" size={18} />}
            loading={reprint.busy}
            onClick={() => void reprint.run({ params })}
          >
            {t("account.handover-reprint")}
          </Button>
        )}
        {may("account.cancel-handover") && (
          <Button
            variant="default"
            leftSection={<Icon name="undo" size={18} />}
            loading={cancel.busy}
            onClick={() => void cancel.run({ params })}
          >
            {t("account.handover-cancel")}
          </Button>
        )}
      </div>
      <CodeCards codes={codes} />
    </div>
  );
}
