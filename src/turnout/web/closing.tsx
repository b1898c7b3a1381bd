// What still differs, in words; and closing, which cannot be undone and therefore says first what it publishes.
import { Button, Modal, NativeSelect, Title } from "@mantine/core";
import { useState } from "react";
import { getDrive, listFacilityDrives } from "../../drive/contract.ts";
import { newId } from "../../platform/pure/ids.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { closeDrive, getTurnout, listOutcomes } from "../contract.ts";
import { people } from "../rules/differences.ts";
import { reconcile } from "../rules/reconcile.ts";
import { type ExplainedLine, ExplanationReason } from "../schema/closing.ts";
import type { Difference, TurnoutView } from "../schema.ts";
import { type ClosingFields, readClosing } from "./closing-fields.ts";
import { differenceWords, explainable } from "./difference-words.ts";
import { BY_VOLUME } from "./volumes.ts";

interface ClosingProps {
  readonly turnout: TurnoutView;
  readonly fields: ClosingFields;
  readonly onChange: (fields: ClosingFields) => void;
  /** The books are closed: what was typed here is no longer needed. */
  readonly onClosed: () => void;
  /** The common figures as typed are not those on the server. */
  readonly unsaved: boolean;
}

export function Closing({ turnout, fields, onChange, onClosed, unsaved }: ClosingProps) {
  const t = useT();
  const tell = useNotice();
  const [asking, setAsking] = useState(false);
  // A digest of the request stays in the ledger: this makes it one that nobody can try numbers against.
  const [salt] = useState(newId);
  const close = useWrite(closeDrive, {
    invalidates: [getTurnout, listOutcomes, getDrive, listFacilityDrives],
    onDone: () => {
      setAsking(false);
      onClosed();
      tell({ text: t("turnout.closed-notice") });
    },
  });
  const typed = readClosing(fields);
  const { entered, sheet } = turnout;
  const counts = turnout.units.map(({ unit, ...of }) => ({ unitId: unit.id, ...of }));
  const against = (explanations: NonNullable<typeof typed>["explanations"]): Difference[] =>
    typed === undefined
      ? []
      : reconcile(
          entered,
          sheet.outside,
          { ...typed, explanations, salt },
          {
            units: counts,
            certificates: turnout.certificates?.issued ?? null,
            travelAtMost: turnout.tariff?.travelAtMost ?? null,
          },
        );
  const differences = [...turnout.differences, ...against(typed?.explanations ?? [])];
  const explained = new Set(
    against([]).flatMap((difference) => {
      const line = explainable(difference);
      return line === undefined ? [] : [line];
    }),
  );
  const reconciled = differences.length === 0 && !unsaved && typed !== undefined;
  const ready = reconciled && turnout.allowedActions.includes("turnout.close");
  const inside = people(entered.donated);
  const outside = people(sheet.outside);
  return (
    <section className="card closing">
      <Title order={2} size="h3">
        {t("turnout.reconcile")}
      </Title>
      <div role="status">
        {reconciled ? (
          <p className="note note-done">
            <Icon name="check" />
            {t("turnout.reconcile-ok")}
          </p>
        ) : (
          <div className="note">
            <Icon name="alarm" />
            <div>
              <p>{t("turnout.reconcile-not")}</p>
              <ul className="differences">
                {differences.map((difference) => (
                  <li key={`${difference.code} ${difference.volume ?? ""} ${difference.unitId ?? ""}`}>
                    {differenceWords(t, difference, turnout.units)}
                  </li>
                ))}
                {typed === undefined && <li>{t("turnout.came-missing")}</li>}
                {unsaved && <li>{t("turnout.sheet-unsaved")}</li>}
              </ul>
            </div>
          </div>
        )}
      </div>
      {[...explained].map((line) => (
        <Explain key={line} line={line} fields={fields} onChange={onChange} />
      ))}
      <div className="act-bar no-print">
        <Button disabled={!ready} onClick={() => setAsking(true)}>
          {t("turnout.close")}
        </Button>
      </div>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("turnout.close-title")}
        closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
      >
        <div className="form">
          <p>{t("turnout.close-sum", { people: inside + outside, inside, outside })}</p>
          <ul>
            {BY_VOLUME.map(({ ml, key }) => (
              <li key={key}>
                {t("turnout.close-bags", {
                  bags: formatCount(turnout.sheet.bags[key]),
                  ml: formatCount(ml),
                })}
              </li>
            ))}
          </ul>
          <p>{t("turnout.close-lead")}</p>
          <p className="soft">{t("turnout.close-came")}</p>
          <ProblemNote problem={close.problem} />
          <Button
            loading={close.busy}
            onClick={() =>
              typed && void close.run({ params: { driveId: turnout.driveId }, body: { ...typed, salt } })
            }
          >
            {t("turnout.close-yes")}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t("turnout.close-not")}
          </Button>
        </div>
      </Modal>
    </section>
  );
}

interface ExplainProps {
  readonly line: ExplainedLine;
  readonly fields: ClosingFields;
  readonly onChange: (fields: ClosingFields) => void;
}

/** A difference that may stand, with why: a choice, because free words could say what the union must not know. */
function Explain({ line, fields, onChange }: ExplainProps) {
  const t = useT();
  return (
    <NativeSelect
      className="counts-field"
      label={t(`turnout.explain.${line}`)}
      value={fields.reasons[line] ?? ""}
      onChange={(event) => {
        const { [line]: _before, ...others } = fields.reasons;
        const reason = ExplanationReason.safeParse(event.currentTarget.value).data;
        onChange({ ...fields, reasons: reason === undefined ? others : { ...others, [line]: reason } });
      }}
      data={[
        { value: "", label: t("turnout.explain.none") },
        ...ExplanationReason.options.map((reason) => ({
          value: reason,
          label: t(`turnout.explain.${reason}`),
        })),
      ]}
    />
  );
}
