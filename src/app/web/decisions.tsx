// Decisions of re-organisation with the files of the unit they are kept beside.
import { Button } from "@mantine/core";
import { useActing } from "../../account/web/session.tsx";
import { addFile, getFile } from "../../document/contract.ts";
import { FileProblem, SendingNote } from "../../document/web/files/file-words.tsx";
import { newId } from "../../platform/pure/ids.ts";
import { addressOf } from "../../platform/ui/client.ts";
import { FileChoice, KEEPABLE } from "../../platform/ui/files/file-choice.tsx";
import { useSend } from "../../platform/ui/files/use-send.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { ComposePage, type FileFieldProps } from "../../unit/web/decisions/composing/compose-page.tsx";
import { DecisionPage } from "../../unit/web/decisions/decision-page.tsx";

export function Decision() {
  return <DecisionPage fileHref={(unitId, fileId) => addressOf(getFile, { params: { unitId, fileId } })} />;
}

export function ComposeDecision() {
  const { name } = useActing();
  return <ComposePage unitName={name} fileField={(props) => <ScanField {...props} />} />;
}

/** The scan of the paper a decision rests on. */
function ScanField({ unitId, fileId, onChange }: FileFieldProps) {
  const t = useT();
  const keeping = useSend(addFile);
  const take = async (file: File): Promise<void> => {
    const made = newId();
    const kept = await keeping.send(file, file.name, { params: { unitId }, query: { fileId: made } });
    if (kept) onChange(made);
  };
  if (keeping.sending) return <SendingNote sending={keeping.sending} onCancel={keeping.cancel} />;
  if (fileId !== null) {
    return (
      <p className="button-row">
        <span>{t("unit.compose-file-kept")}</span>
        <Button variant="subtle" size="sm" onClick={() => onChange(null)}>
          {t("unit.compose-file-remove")}
        </Button>
      </p>
    );
  }
  return (
    <>
      <FileChoice label={t("unit.compose-file")} accept={KEEPABLE} onFile={(file) => void take(file)} />
      <FileProblem problem={keeping.problem} />
    </>
  );
}
