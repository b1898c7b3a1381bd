// What may be done next with a decision: approve, take back, apply, undo; with what stands in the way.
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { formatDay } from "../../../platform/pure/calendar.ts";
import type { ProblemError } from "../../../platform/ui/client.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import {
  applyDecision,
  approveDecision,
  dropDecision,
  dryRunDecision,
  getDecision,
  listChanged,
  listDecisions,
  reopenDecision,
  undoDecision,
  unitHistory,
} from "../../contract/acts.ts";
import { getUnit, listChildren } from "../../contract.ts";
import type { DecisionView, DryRun } from "../../schema/acts.ts";
import { decisionsPath } from "../paths.ts";
import { blockingOf, capabilityWords, touchWords } from "./touch-words.ts";

const CHANGED = [getDecision, listChanged, listDecisions, dryRunDecision, unitHistory, getUnit, listChildren];

interface StepsProps {
  readonly unitId: string;
  readonly decision: DecisionView;
  /** What was looked at; absent while it is being worked out. */
  readonly dry: DryRun | undefined;
  readonly lookAgain: () => void;
}

export function Steps({ unitId, decision, dry, lookAgain }: StepsProps) {
  const t = useT();
  const tell = useNotice();
  const today = useToday();
  const params = { unitId, decisionId: decision.id };
  const approve = useWrite(approveDecision, {
    invalidates: CHANGED,
    onDone: () => tell({ text: t("unit.decision-approved") }),
    onProblem: lookAgain,
  });
  const reopen = useWrite(reopenDecision, {
    invalidates: CHANGED,
    onDone: () => tell({ text: t("unit.decision-reopened") }),
  });
  const apply = useWrite(applyDecision, {
    invalidates: CHANGED,
    onDone: () => tell({ text: t("unit.decision-applied") }),
    onProblem: lookAgain,
  });
  const may = (step: string): boolean => decision.allowedActions.includes(step);
  const day = formatDay(decision.effectiveOn);
  const { state } = decision;
  if (state === "undone" || (state === "applied" && !may("unit.undo-decision"))) return null;
  return (
    <section className="card decision-steps no-print">
      {state === "draft" && may("unit.approve-decision") && dry && (
        <>
          <p>{t("unit.decision-approve-help")}</p>
          <ProblemNote problem={approve.problem} />
          <Button
            size="lg"
            disabled={!dry.ok}
            loading={approve.busy}
            onClick={() => void approve.run({ params, body: { seal: dry.seal } })}
          >
            {t("unit.decision-approve")}
          </Button>
        </>
      )}
      {state === "draft" && !may("unit.approve-decision") && <p>{t("unit.decision-await-approval")}</p>}
      {state === "approved" && (
        <>
          <p>
            {may("unit.apply-decision")
              ? t(decision.effectiveOn >= today ? "unit.decision-apply-help" : "unit.decision-apply-past", {
                  day,
                })
              : t("unit.decision-await-apply")}
          </p>
          <ProblemNote problem={apply.problem ?? reopen.problem} />
          <div className="button-row">
            {may("unit.apply-decision") && (
              <Button size="lg" loading={apply.busy} onClick={() => void apply.run({ params })}>
                {t("unit.decision-apply")}
              </Button>
            )}
            {may("unit.reopen-decision") && (
              <Button
                size="lg"
                variant="default"
                loading={reopen.busy}
                onClick={() => void reopen.run({ params })}
              >
                {t("unit.decision-reopen")}
              </Button>
            )}
          </div>
        </>
      )}
      {state === "draft" && may("unit.drop-decision") && <Drop unitId={unitId} decision={decision} />}
      {may("unit.undo-decision") && <Undo unitId={unitId} decision={decision} />}
    </section>
  );
}

type ActProps = Pick<StepsProps, "unitId" | "decision">;

function Drop({ unitId, decision }: ActProps) {
  const t = useT();
  const tell = useNotice();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const drop = useWrite(dropDecision, {
    invalidates: [listDecisions],
    onDone: () => {
      tell({ text: t("unit.decision-dropped", { title: decision.title }) });
      void navigate(decisionsPath(unitId));
    },
  });
  if (!sure) {
    return (
      <Button variant="subtle" onClick={() => setSure(true)}>
        {t("unit.decision-drop")}
      </Button>
    );
  }
  return (
    // A draft thrown away cannot be had again, so it is said before it is done.
    <div className="note">
      <Icon name="alarm" />
      <div>
        <p>{t("unit.decision-drop-sure")}</p>
        <ProblemNote problem={drop.problem} />
        <div className="button-row">
          <Button
            size="sm"
            loading={drop.busy}
            onClick={() => void drop.run({ params: { unitId, decisionId: decision.id } })}
          >
            {t("unit.decision-drop-now")}
          </Button>
          <Button size="sm" variant="default" onClick={() => setSure(false)}>
            {t("common.cancel")}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Undo({ unitId, decision }: ActProps) {
  const t = useT();
  const tell = useNotice();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const undo = useWrite(undoDecision, {
    invalidates: CHANGED,
    onDone: () => tell({ text: t("unit.decision-undone") }),
  });
  if (!open) {
    return (
      <Button variant="default" leftSection={<Icon name="undo" />} onClick={() => setOpen(true)}>
        {t("unit.decision-undo")}
      </Button>
    );
  }
  const submit = (): void => {
    setTried(true);
    if (reason.trim() === "") return;
    void undo.run({ params: { unitId, decisionId: decision.id }, body: { reason: reason.trim() } });
  };
  return (
    <div className="act-form">
      <p>{t("unit.decision-undo-help")}</p>
      <Textarea
        label={t("unit.decision-undo-reason")}
        maxLength={500}
        value={reason}
        error={tried && reason.trim() === "" ? t("unit.decision-undo-reason-wrong") : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemNote problem={undo.problem} />
      <Blocking problem={undo.problem} />
      <div className="button-row">
        <Button loading={undo.busy} onClick={submit}>
          {t("unit.decision-undo-now")}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}

/** What rests on the decision, as the refusal names it. */
function Blocking({ problem }: { readonly problem: ProblemError | null }) {
  const t = useT();
  const touches = problem?.details.touches;
  const blocking = Array.isArray(touches) ? touches.flatMap((detail) => blockingOf(detail) ?? []) : [];
  if (blocking.length === 0) return null;
  return (
    <div>
      <p>{t("unit.undo-blocked-by")}</p>
      <ul>
        {blocking.map(({ capability, what, count }) => (
          <li key={`${capability} ${what}`}>
            {capabilityWords(t, capability)}: {touchWords(t, what, count)}
          </li>
        ))}
      </ul>
    </div>
  );
}
