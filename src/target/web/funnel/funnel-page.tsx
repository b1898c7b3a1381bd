// "Cần mời bao nhiêu người?": from a number of units of blood back to the people who must register, with its doubt.
import { Button, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../../platform/ui/states.tsx";
import { targetFunnel } from "../../contract/funnel.ts";
import { getTargets } from "../../contract.ts";
import type { FunnelView } from "../../schema/funnel.ts";
import { written } from "../split/split-sheet.ts";
import { typedCount } from "../split/split-sum.ts";
import { type Framed, TargetFrame } from "../target-frame.tsx";
import { Assumptions } from "./assumptions.tsx";
import { FunnelPicture } from "./funnel-picture.tsx";
import { stepsOf } from "./funnel-steps.ts";

export function FunnelPage() {
  const t = useT();
  return (
    <TargetFrame part="funnel" title={t("target.funnel")} measured={false}>
      {(framed) => <Funnel {...framed} />}
    </TargetFrame>
  );
}

function Funnel(framed: Framed) {
  const { unitId, campaignId } = framed;
  const targets = useRead(getTargets, { params: { unitId, campaignId }, query: { measure: "units" } });
  return (
    <Shown read={targets} rows={3}>
      {({ assigned, own }) => <Asked key={unitId} framed={framed} assigned={assigned} own={own} />}
    </Shown>
  );
}

interface AskedProps {
  readonly framed: Framed;
  readonly assigned: number | null;
  readonly own: number | null;
}

const CONFIDENCE = { from: 50, to: 95, step: 5, first: 80 } as const;
const SETTLED_MS = 350;

function Asked({ framed, assigned, own }: AskedProps) {
  const t = useT();
  const { unitId, campaignId } = framed;
  const [typed, setTyped] = useState(written(assigned ?? own));
  const [confidence, setConfidence] = useState<number>(CONFIDENCE.first);
  const target = typedCount(typed);
  const asked = useSettled({ target: target ?? 0, confidence: confidence / 100 });
  const enabled = asked.target > 0;
  const read = useRead(
    targetFunnel,
    { params: { unitId, campaignId }, query: asked },
    { enabled, keep: true },
  );
  return (
    <>
      <section className="card funnel-asked no-print" aria-labelledby="funnel-asked">
        <h2 className="section-head" id="funnel-asked">
          {t("target.funnel.asked")}
        </h2>
        <div className="funnel-inputs">
          <div>
            <TextInput
              label={t("target.funnel.target")}
              description={t("target.counted-in.units")}
              className="number-input"
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={target === undefined ? t("target.number-wrong") : undefined}
            />
            <div className="button-row funnel-presets">
              {assigned !== null && (
                <Button variant="default" size="sm" onClick={() => setTyped(written(assigned))}>
                  {t("target.funnel.use-assigned", { value: formatCount(assigned) })}
                </Button>
              )}
              {own !== null && own !== assigned && (
                <Button variant="default" size="sm" onClick={() => setTyped(written(own))}>
                  {t("target.funnel.use-own", { value: formatCount(own) })}
                </Button>
              )}
            </div>
          </div>
          <label className="range-field">
            <span className="range-label">
              {t("target.funnel.confidence")}{" "}
              <output>{t("target.funnel.percent", { value: confidence })}</output>
            </span>
            <input
              type="range"
              min={CONFIDENCE.from}
              max={CONFIDENCE.to}
              step={CONFIDENCE.step}
              value={confidence}
              aria-valuetext={t("target.funnel.confidence-words", { value: confidence })}
              onChange={(event) => setConfidence(Number(event.currentTarget.value))}
            />
            <span className="soft">{t("target.funnel.confidence-words", { value: confidence })}</span>
          </label>
        </div>
      </section>
      {enabled ? (
        <Shown read={read} rows={2}>
          {(view) => <Answer view={view} />}
        </Shown>
      ) : (
        <EmptyState icon="people" title={t("target.funnel.no-target")}>
          {t("target.funnel.no-target-help")}
        </EmptyState>
      )}
    </>
  );
}

function Answer({ view }: { readonly view: FunnelView }) {
  const t = useT();
  const steps = stepsOf(view);
  const seek = steps[0]?.range ?? { from: view.seek.safe, to: view.seek.safe };
  const more = Math.max(0, view.seek.safe - view.registered);
  return (
    <>
      <section className="card funnel-answer" aria-labelledby="funnel-answer">
        <p className="funnel-sentence" id="funnel-answer" aria-live="polite">
          {t(seek.from === seek.to ? "target.funnel.sentence-one" : "target.funnel.sentence", {
            target: formatCount(view.target),
            from: formatCount(seek.from),
            to: formatCount(seek.to),
          })}
        </p>
        <p>
          {t("target.funnel.safe", {
            percent: Math.round(view.confidence * 100),
            safe: formatCount(view.seek.safe),
          })}{" "}
          <strong>
            {view.registered === 0
              ? t("target.funnel.none-registered")
              : more === 0
                ? t("target.funnel.enough", { registered: formatCount(view.registered) })
                : t("target.funnel.more", {
                    registered: formatCount(view.registered),
                    more: formatCount(more),
                  })}
          </strong>
        </p>
        <FunnelPicture steps={steps} view={view} />
      </section>
      <Assumptions key={`${view.donated.likely}`} view={view} />
    </>
  );
}

/** The value once it has rested for a moment: a slider asks once, not at each step. */
function useSettled<Value extends object>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const words = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(words) as Value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
