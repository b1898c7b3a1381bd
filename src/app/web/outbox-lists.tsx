// What waits to be sent and what the server refused, each opened from one line of the banner.
import { Button } from "@mantine/core";
import { useNavigate } from "react-router";
import type { KeptCommand, Refusal } from "../../platform/offline/command.ts";
import { restoreDraft } from "../../platform/offline/drafts.ts";
import { useKept } from "../../platform/offline/kept.tsx";
import { ProblemError } from "../../platform/ui/client.ts";
import { formatInstant } from "../../platform/ui/figures.tsx";
import { type T, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { problemText } from "../../platform/ui/states.tsx";

interface WaitingListProps {
  readonly title: string;
  readonly commands: readonly KeptCommand[];
  readonly sending: boolean;
}

export function WaitingList({ title, commands, sending }: WaitingListProps) {
  const t = useT();
  const { outbox } = useKept();
  return (
    <details className="note offline-note offline-list">
      <summary>
        <Icon name="clock" /> {title}
      </summary>
      <p>{t("offline.waiting-help")}</p>
      <ul>
        {commands.map((command) => (
          <li key={command.key}>
            <Words command={command} />
            <div className="offline-acts">
              <Discard command={command} />
            </div>
          </li>
        ))}
      </ul>
      <Button variant="default" loading={sending} onClick={() => void outbox.drain()}>
        {t("offline.send-now")}
      </Button>
    </details>
  );
}

export function RefusedList({ commands }: { readonly commands: readonly KeptCommand[] }) {
  const t = useT();
  const { outbox } = useKept();
  const navigate = useNavigate();
  const mend = async ({ key, mend: at }: KeptCommand): Promise<void> => {
    await outbox.takeBack(key);
    if (at?.draft) restoreDraft(at.draft.key, at.draft.value);
    if (at) void navigate(at.to);
  };
  return (
    <details className="note note-error offline-note offline-list" open>
      <summary>
        <Icon name="error" /> {t("offline.refused", { count: commands.length })}
      </summary>
      <ul>
        {commands.map((command) => (
          <li key={command.key}>
            <Words command={command} />
            {command.refused && <p>{reasonOf(t, command.refused)}</p>}
            <div className="offline-acts">
              {command.mend && (
                <Button variant="default" onClick={() => void mend(command)}>
                  {t("offline.mend")}
                </Button>
              )}
              <Button variant="default" onClick={() => void outbox.again(command.key)}>
                {t("offline.send-again")}
              </Button>
              <Discard command={command} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

const reasonOf = (t: T, { code, status, title }: Refusal): string =>
  problemText(t, new ProblemError(code, status, title));

function Words({ command }: { readonly command: KeptCommand }) {
  const t = useT();
  return (
    <p>
      <strong>{command.words}</strong> · {t("offline.confirmed-at", { at: formatInstant(command.at) })}
    </p>
  );
}

function Discard({ command }: { readonly command: KeptCommand }) {
  const t = useT();
  const { outbox } = useKept();
  return (
    <Button
      variant="default"
      aria-label={t("offline.discard-words", { words: command.words })}
      onClick={() => void outbox.takeBack(command.key)}
    >
      {t("offline.discard")}
    </Button>
  );
}
