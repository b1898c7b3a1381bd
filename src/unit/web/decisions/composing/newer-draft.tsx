// Two at one draft: says that somebody else saved a newer one, and keeps one's own words beside it to copy from.
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { ProblemError } from "../../../../platform/ui/client.ts";
import { copyText } from "../../../../platform/ui/copy-button.tsx";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { Icon } from "../../../../platform/ui/icons.tsx";
import { useNotice } from "../../../../platform/ui/notice.tsx";
import { problemText } from "../../../../platform/ui/states.tsx";

interface NewerNoteProps {
  readonly problem: ProblemError;
  /** Puts one's own words aside and opens the newer draft. */
  readonly onLoad: () => Promise<void>;
}

/** Stays in sight: what is written from now on is on this device only. */
export function NewerNote({ problem, onLoad }: NewerNoteProps) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const load = (): void => {
    setBusy(true);
    void onLoad().finally(() => setBusy(false));
  };
  return (
    <div className="note note-error newer-note" role="alert">
      <Icon name="error" />
      <div>
        <p>{problemText(t, problem)}</p>
        <p className="soft">{t("unit.compose-newer-help")}</p>
        <Button variant="default" size="sm" mt="xs" loading={busy} onClick={load}>
          {t("unit.compose-newer-load")}
        </Button>
      </div>
    </div>
  );
}

interface AsideProps {
  readonly words: string;
  readonly onDrop: () => void;
}

/** What one had written when the newer draft was opened. Nothing where there is nothing. */
export function Aside({ words, onDrop }: AsideProps) {
  const t = useT();
  const tell = useNotice();
  if (words === "") return null;
  const copy = async (): Promise<void> =>
    tell({ text: t((await copyText(words)) ? "unit.compose-aside-copied" : "common.copy-failed") });
  return (
    <section className="card draft-aside">
      <Textarea
        label={t("unit.compose-aside")}
        description={t("unit.compose-aside-help")}
        value={words}
        readOnly
        autosize
        minRows={3}
        maxRows={12}
      />
      <div className="button-row">
        <Button variant="default" leftSection={<Icon name="copy" />} onClick={() => void copy()}>
          {t("unit.compose-aside-copy")}
        </Button>
        <Button variant="subtle" onClick={onDrop}>
          {t("unit.compose-aside-drop")}
        </Button>
      </div>
    </section>
  );
}
