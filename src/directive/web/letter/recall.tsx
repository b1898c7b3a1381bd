// Recalling one's own letter. It cannot be taken back, so that is said before the press, and the reason is asked.
import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { useLocation } from "react-router";
import { useDraft } from "../../../platform/ui/draft.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { recallLetter } from "../../contract/family.ts";
import type { DirectiveView } from "../../schema.ts";
import { CHANGED } from "./changed.ts";

/** Part of a letter's page where it is recalled. */
export const RECALL = "thu-hoi";

export function RecallPanel({ letter, unitId }: { readonly letter: DirectiveView; readonly unitId: string }) {
  const t = useT();
  const tell = useNotice();
  const { hash } = useLocation();
  const [reason, setReason, forget] = useDraft(`recall.${letter.id}`, () => "");
  const [tried, setTried] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (hash === `#${RECALL}`) setOpen(true);
  }, [hash]);
  const recall = useWrite(recallLetter, {
    invalidates: CHANGED,
    onDone: () => {
      forget();
      tell({ text: t("directive.recalled-notice") });
    },
  });
  if (!letter.allowedActions.includes("directive.recall")) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === "") return;
    void recall.run({ params: { unitId, directiveId: letter.id }, body: { reason } });
  };
  return (
    <details
      className="card recall-card anchored no-print"
      id={RECALL}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t("directive.recall")}</summary>
      <form onSubmit={submit} noValidate className="recall-form">
        <p className="note">
          <Icon name="alarm" />
          {t("directive.recall-warning", { count: letter.counts.reached })}
        </p>
        <Textarea
          label={t("directive.recall-reason")}
          description={t("directive.recall-reason-help")}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && reason.trim() === "" ? t("directive.recall-reason-wrong") : undefined}
        />
        <ProblemNote problem={recall.problem} />
        <Button type="submit" variant="default" leftSection={<Icon name="undo" />} loading={recall.busy}>
          {t("directive.recall-do")}
        </Button>
      </form>
    </details>
  );
}
