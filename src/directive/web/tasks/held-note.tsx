// What the phone still holds, on the row it belongs to: waits to be sent, or was refused and why.
import { Button } from "@mantine/core";
import type { Refusal } from "../../../platform/offline/command.ts";
import { useKept, useOutbox } from "../../../platform/offline/kept.tsx";
import { ProblemError } from "../../../platform/ui/client.ts";
import { formatInstant } from "../../../platform/ui/figures.tsx";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { problemText } from "../../../platform/ui/states.tsx";
import type { Wish } from "./waiting.ts";

export const refusalText = (t: T, { code, status, title }: Refusal): string =>
  problemText(t, new ProblemError(code, status, title));

/** What the person confirmed here, with the way to take it back while it waits. */
export function HeldNote({ wish: { kind, command } }: { readonly wish: Wish }) {
  const t = useT();
  const { outbox } = useKept();
  if (command.refused) return <RefusedNote commandKey={command.key} refused={command.refused} />;
  return (
    <div className="held-note">
      <StateChip state="doing" word={t(`directive.task.wait.${kind}`)} />
      <span className="soft">{t("directive.task.wait-at", { at: formatInstant(command.at) })}</span>
      <Button
        className="no-print"
        variant="default"
        size="sm"
        leftSection={<Icon name="undo" size={18} />}
        onClick={() => void outbox.takeBack(command.key)}
      >
        {t("common.undo")}
      </Button>
    </div>
  );
}

interface RefusedNoteProps {
  readonly commandKey: string;
  readonly refused: Refusal;
}

export function RefusedNote({ commandKey, refused }: RefusedNoteProps) {
  const t = useT();
  const { outbox } = useKept();
  const { sending } = useOutbox();
  return (
    <div className="note note-error" role="alert">
      <Icon name="error" />
      <div>
        <p>{t("directive.task.refused", { why: refusalText(t, refused) })}</p>
        <div className="button-row no-print">
          <Button
            variant="default"
            size="sm"
            loading={sending}
            onClick={() => void outbox.again(commandKey).catch(() => undefined)}
          >
            {t("directive.task.send-again")}
          </Button>
          <Button variant="default" size="sm" onClick={() => void outbox.takeBack(commandKey)}>
            {t("directive.task.drop")}
          </Button>
        </div>
      </div>
    </div>
  );
}
