// How many to invite and how many at once: the form sends only what can be sent, and says what will happen.
import { Button, NumberInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { newId } from "../../platform/pure/ids.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { inviteAgain, listCalls, previewRecall } from "../contract.ts";
import type { RecallView } from "../schema.ts";

const MOST_WANTED = 5000;
const MOST_A_WAVE = 500;

interface InviteFormProps {
  readonly view: RecallView;
  readonly unitId: string;
  readonly wanted: number | string;
  readonly onWanted: (wanted: number | string) => void;
}

const within = (value: number | string, most: number): boolean =>
  Number.isInteger(Number(value)) && Number(value) >= 1 && Number(value) <= most;

export function InviteForm({ view, unitId, wanted, onWanted }: InviteFormProps) {
  const t = useT();
  const tell = useNotice();
  const [id, setId] = useState(() => newId());
  const [perWave, setPerWave] = useState<number | string>(view.perWave);
  const [tried, setTried] = useState(false);
  const wrong = { wanted: !within(wanted, MOST_WANTED), perWave: !within(perWave, MOST_A_WAVE) };
  const invite = useWrite(inviteAgain, {
    invalidates: [previewRecall, listCalls],
    onDone: () => {
      setId(newId());
      tell({ text: t("recall.sent") });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wrong.wanted || wrong.perWave) return;
    void invite.run({
      params: { unitId, driveId: view.driveId },
      body: { id, wanted: Number(wanted), perWave: Number(perWave) },
    });
  };
  return (
    <form className="form recall-form no-print" onSubmit={submit} noValidate>
      <NumberInput
        label={t("recall.wanted")}
        min={1}
        max={MOST_WANTED}
        allowDecimal={false}
        hideControls
        value={wanted}
        onChange={onWanted}
        error={tried && wrong.wanted ? t("recall.wrong-number", { min: 1, max: MOST_WANTED }) : undefined}
      />
      <NumberInput
        label={t("recall.per-wave")}
        description={t("recall.per-wave-note", { days: view.waitDays })}
        min={1}
        max={MOST_A_WAVE}
        allowDecimal={false}
        hideControls
        value={perWave}
        onChange={setPerWave}
        error={tried && wrong.perWave ? t("recall.wrong-number", { min: 1, max: MOST_A_WAVE }) : undefined}
      />
      <p className="soft">{t("recall.send-note")}</p>
      <ProblemNote problem={invite.problem} />
      <Button type="submit" loading={invite.busy} leftSection={<Icon name="send" />}>
        {t("recall.send", { people: wrong.wanted ? 0 : Number(wanted) })}
      </Button>
    </form>
  );
}
