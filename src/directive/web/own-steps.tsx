// What the unit itself does with a letter that reached it, in order: receive, spread, pass on.
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { InstantText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import {
  getDirective,
  listDirectives,
  listReceipts,
  listTasks,
  passOn,
  receiveDirective,
} from "../contract.ts";
import type { DirectiveView } from "../schema.ts";
import { DisseminationForm } from "./dissemination-form.tsx";
import { DISSEMINATE } from "./paths.ts";

/** Everything a step changes. */
export const CHANGED = [getDirective, listDirectives, listReceipts, listTasks];

interface StepProps {
  readonly title: string;
  readonly doneAt: string | null;
  readonly children?: ReactNode;
  readonly id?: string;
}

function Step({ title, doneAt, children, id }: StepProps) {
  const t = useT();
  return (
    <li className={doneAt === null ? "step" : "step step-done"} id={id}>
      <span className="step-mark">
        <Icon name={doneAt === null ? "hollow" : "check"} size={22} />
      </span>
      <div className="step-body">
        <h3>{title}</h3>
        {doneAt !== null && (
          <p className="soft">
            {t("state.done")} · <InstantText at={doneAt} />
          </p>
        )}
        {children}
      </div>
    </li>
  );
}

export function OwnSteps({ letter, unitId }: { readonly letter: DirectiveView; readonly unitId: string }) {
  const t = useT();
  const tell = useNotice();
  const { hash } = useLocation();
  const form = useRef<HTMLDivElement>(null);
  const params = { unitId, directiveId: letter.id };
  const receive = useWrite(receiveDirective, {
    invalidates: CHANGED,
    onDone: () => tell({ text: t("directive.received-notice") }),
  });
  const pass = useWrite(passOn, {
    invalidates: CHANGED,
    onDone: ({ reached }) => tell({ text: t("directive.passed-on-notice", { count: reached }) }),
  });
  const wanted = hash === `#${DISSEMINATE}`;
  useEffect(() => {
    if (wanted) form.current?.scrollIntoView({ block: "start" });
  }, [wanted]);
  const { mine, allowedActions } = letter;
  if (mine === null) return null;
  return (
    <section className="card" aria-labelledby="own-steps" ref={form}>
      <h2 className="section-head" id="own-steps">
        {t("directive.own-steps")}
      </h2>
      <ol className="steps">
        <Step title={t("directive.step-receive")} doneAt={mine.receivedAt}>
          {mine.receivedAt === null && allowedActions.includes("directive.receive") && (
            <Button
              leftSection={<Icon name="check" />}
              loading={receive.busy}
              onClick={() => void receive.run({ params })}
            >
              {t("directive.confirm-receipt")}
            </Button>
          )}
          <ProblemNote problem={receive.problem} />
        </Step>
        <Step title={t("directive.step-disseminate")} doneAt={mine.disseminatedAt} id={DISSEMINATE}>
          {allowedActions.includes("directive.disseminate") && (
            <DisseminationForm
              unitId={unitId}
              directiveId={letter.id}
              open={mine.disseminatedAt === null || wanted}
              again={mine.disseminatedAt !== null}
            />
          )}
        </Step>
        {(mine.passedOnAt !== null || allowedActions.includes("directive.pass-on")) && (
          <Step title={t("directive.step-pass-on")} doneAt={mine.passedOnAt}>
            <p className="soft no-print">{t("directive.pass-on-help")}</p>
            {allowedActions.includes("directive.pass-on") && (
              <Button
                variant={mine.passedOnAt === null ? "filled" : "default"}
                leftSection={<Icon name="send" />}
                loading={pass.busy}
                onClick={() => void pass.run({ params })}
              >
                {mine.passedOnAt === null ? t("directive.pass-on") : t("directive.pass-on-again")}
              </Button>
            )}
            <ProblemNote problem={pass.problem} />
          </Step>
        )}
      </ol>
    </section>
  );
}
