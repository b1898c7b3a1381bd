// What the unit itself does with a letter that reached it, in order: receive, spread, carry further.
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { InstantText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import type { DirectiveView } from "../schema.ts";
import { DisseminationForm } from "./dissemination-form.tsx";
import { CarryStep, carries } from "./letter/carry-step.tsx";
import { ReceiveStep } from "./letter/receive-step.tsx";
import { DISSEMINATE, OWN_STEPS } from "./paths.ts";

interface StepProps {
  readonly title: string;
  readonly doneAt: string | null;
  /** Who did it, as they are called here. */
  readonly by?: string | null;
  readonly children?: ReactNode;
  readonly id?: string;
}

function Step({ title, doneAt, by, children, id }: StepProps) {
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
            {by && ` · ${by}`}
          </p>
        )}
        {children}
      </div>
    </li>
  );
}

export function OwnSteps({ letter, unitId }: { readonly letter: DirectiveView; readonly unitId: string }) {
  const t = useT();
  const { hash } = useLocation();
  const form = useRef<HTMLElement>(null);
  const wanted = hash === `#${DISSEMINATE}`;
  useEffect(() => {
    if (wanted || hash === `#${OWN_STEPS}`) form.current?.scrollIntoView({ block: "start" });
  }, [wanted, hash]);
  const { mine, allowedActions } = letter;
  if (mine === null) return null;
  const carriedAt = mine.passedOnAt ?? (letter.carriedBy === null ? null : mine.receivedAt);
  return (
    <section className="card anchored" aria-labelledby="own-steps" ref={form} id={OWN_STEPS}>
      <h2 className="section-head" id="own-steps">
        {t("directive.own-steps")}
      </h2>
      <p className="soft">
        {t("directive.came-from", { unit: mine.fromUnit.name })} <InstantText at={mine.reachedAt} />
      </p>
      <ol className="steps">
        <Step title={t("directive.step-receive")} doneAt={mine.receivedAt} by={mine.receivedBy}>
          <ReceiveStep letter={letter} unitId={unitId} />
        </Step>
        <Step title={t("directive.step-disseminate")} doneAt={mine.disseminatedAt} id={DISSEMINATE}>
          {allowedActions.includes("directive.disseminate") && (
            <DisseminationForm
              unitId={unitId}
              directiveId={letter.id}
              title={letter.title}
              open={wanted || (mine.receivedAt !== null && mine.disseminatedAt === null)}
              again={mine.disseminatedAt !== null}
            />
          )}
        </Step>
        {carries(letter) && (
          <Step title={t("directive.step-carry")} doneAt={carriedAt}>
            <CarryStep letter={letter} unitId={unitId} />
          </Step>
        )}
      </ol>
    </section>
  );
}
