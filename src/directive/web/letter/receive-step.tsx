// Confirming receipt, with a word to the level above if there is one. Works without a signal: it is sent later.
import { Button, Textarea } from "@mantine/core";
import { useKeptWrite, usePending } from "../../../platform/offline/use-kept-write.ts";
import { useDraft } from "../../../platform/ui/draft.ts";
import { DayText } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { receiveDirective } from "../../contract.ts";
import type { DirectiveView } from "../../schema.ts";
import { letterPath, OWN_STEPS } from "../paths.ts";
import { titled } from "../titled.ts";
import { CHANGED } from "./changed.ts";

interface ReceiveStepProps {
  readonly letter: DirectiveView;
  readonly unitId: string;
}

export function ReceiveStep({ letter, unitId }: ReceiveStepProps) {
  const t = useT();
  const tell = useNotice();
  const params = { unitId, directiveId: letter.id };
  const draftKey = `receive.${unitId}.${letter.id}`;
  const [note, setNote, forget] = useDraft(draftKey, () => "");
  const waiting = usePending(receiveDirective, params).some(({ refused }) => refused === undefined);
  const receive = useKeptWrite(receiveDirective, {
    invalidates: CHANGED,
    onSafe: (state) => {
      forget();
      tell({ text: t(state === "sent" ? "directive.received-notice" : "directive.received-kept") });
    },
  });
  const { mine, allowedActions } = letter;
  if (mine === null) return null;
  if (mine.receivedAt !== null) {
    return mine.receiveNote === "" ? null : <p>{t("directive.note-words", { note: mine.receiveNote })}</p>;
  }
  if (!allowedActions.includes("directive.receive")) return null;
  if (waiting) return <StateChip state="doing" word={t("directive.waits-to-be-sent")} />;
  const again = letter.relation === "amend" || letter.relation === "replace";
  return (
    <>
      {mine.receiveBy !== null && (
        <p>
          {t("directive.receive-by")} <DayText day={mine.receiveBy} due />
        </p>
      )}
      {again && <p className="soft">{t("directive.receive-again-help")}</p>}
      <details className="inner-form no-print" open={note !== ""}>
        <summary>{t("directive.receive-note")}</summary>
        <Textarea
          label={t("directive.receive-note-label")}
          description={t("directive.receive-note-help")}
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </details>
      <Button
        leftSection={<Icon name="check" />}
        loading={receive.busy}
        onClick={() =>
          void receive.run(
            { params, body: { note } },
            {
              words: t("directive.receive-words", { title: titled(letter.title) }),
              mend: {
                to: letterPath(unitId, letter.id, OWN_STEPS),
                draft: { key: draftKey, value: note },
              },
            },
          )
        }
      >
        {t("directive.confirm-receipt")}
      </Button>
      <ProblemNote problem={receive.problem} />
    </>
  );
}
