// The sessions of a plan: hours, slot length, places in each slot.
import { Button, NumberInput } from "@mantine/core";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { MAX_SESSIONS, type PlanFields, type SessionFields, withSession } from "./plan-form.ts";
import { ThroughputFields } from "./throughput-fields.tsx";
import { TimeInput } from "./time-input.tsx";

interface SessionsProps {
  readonly plan: PlanFields;
  readonly onChange: (plan: PlanFields) => void;
}

export function Sessions({ plan, onChange }: SessionsProps) {
  const t = useT();
  const set = (id: string, change: Partial<SessionFields>): void =>
    onChange({
      ...plan,
      sessions: plan.sessions.map((session) => (session.id === id ? { ...session, ...change } : session)),
    });
  return (
    <fieldset className="form-part">
      <legend>{t("drive.plan.sessions")}</legend>
      <p className="soft">{t("drive.plan.sessions-help")}</p>
      <ThroughputFields plan={plan} onChange={onChange} />
      {plan.sessions.map((session, index) => {
        const number = index + 1;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset reads its legend twice
          <div
            key={session.id}
            className="session"
            role="group"
            aria-label={t("drive.plan.session", { number })}
          >
            <div className="session-head">
              <strong>{t("drive.plan.session", { number })}</strong>
              {plan.sessions.length > 1 && (
                <Button
                  variant="default"
                  size="sm"
                  leftSection={<Icon name="close" size={16} />}
                  aria-label={t("drive.plan.remove-session", { number })}
                  onClick={() =>
                    onChange({ ...plan, sessions: plan.sessions.filter(({ id }) => id !== session.id) })
                  }
                >
                  {t("common.remove")}
                </Button>
              )}
            </div>
            <div className="session-fields">
              <TimeInput
                label={t("drive.plan.from")}
                value={session.from}
                onChange={(from) => set(session.id, { from })}
              />
              <TimeInput
                label={t("drive.plan.until")}
                value={session.until}
                onChange={(until) => set(session.id, { until })}
              />
              <NumberInput
                label={t("drive.plan.slot-minutes")}
                min={5}
                max={240}
                step={5}
                allowDecimal={false}
                hideControls
                value={session.slotMinutes}
                onChange={(slotMinutes) => set(session.id, { slotMinutes })}
              />
              <NumberInput
                label={t("drive.plan.per-slot")}
                min={1}
                max={1000}
                allowDecimal={false}
                hideControls
                value={session.perSlot}
                onChange={(perSlot) => set(session.id, { perSlot })}
              />
            </div>
          </div>
        );
      })}
      {plan.sessions.length < MAX_SESSIONS && (
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => onChange(withSession(plan))}
        >
          {t("drive.plan.add-session")}
        </Button>
      )}
    </fieldset>
  );
}
