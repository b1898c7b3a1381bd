// What still differs, in words; and closing, which cannot be undone and therefore says first what it publishes.
import { Button, Modal, Title } from "@mantine/core";
import { useState } from "react";
import { getDrive, listFacilityDrives } from "../../drive/contract.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { type T, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { closeDrive, getTurnout, listOutcomes } from "../contract.ts";
import { people } from "../rules/differences.ts";
import type { Difference, TurnoutView } from "../schema.ts";
import { bagsWord } from "./sheet-fields.ts";
import { BY_VOLUME } from "./volumes.ts";

/** "Sổ có 41 túi 350 ml, danh sách có 40: còn thiếu 1." */
function differenceWords(t: T, difference: Difference): string {
  const { code, volume, entered, counted } = difference;
  if (code === "outcomes-missing") {
    return t("turnout.difference.outcomes-missing", { entered, counted, rest: counted - entered });
  }
  if (code === "attended-too-few") return t("turnout.difference.attended-too-few", { entered, counted });
  const { less, gap } = bagsWord(difference);
  return t(less ? "turnout.difference.bags-less" : "turnout.difference.bags-more", {
    entered,
    counted,
    gap,
    volume: formatCount(volume ?? 0),
  });
}

interface ClosingProps {
  readonly turnout: TurnoutView;
  /** What differs with the fields as typed now. */
  readonly differences: readonly Difference[];
  readonly unsaved: boolean;
}

export function Closing({ turnout, differences, unsaved }: ClosingProps) {
  const t = useT();
  const tell = useNotice();
  const [asking, setAsking] = useState(false);
  const close = useWrite(closeDrive, {
    invalidates: [getTurnout, listOutcomes, getDrive, listFacilityDrives],
    onDone: () => {
      setAsking(false);
      tell({ text: t("turnout.closed-notice") });
    },
  });
  const reconciled = differences.length === 0 && !unsaved;
  const ready = reconciled && turnout.allowedActions.includes("turnout.close");
  const inside = people(turnout.entered.donated);
  const outside = people(turnout.sheet.outside);
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
                  <li key={`${difference.code} ${difference.volume ?? ""}`}>
                    {differenceWords(t, difference)}
                  </li>
                ))}
                {unsaved && <li>{t("turnout.sheet-unsaved")}</li>}
              </ul>
            </div>
          </div>
        )}
      </div>
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
          <ProblemNote problem={close.problem} />
          <Button
            loading={close.busy}
            onClick={() => void close.run({ params: { driveId: turnout.driveId } })}
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
