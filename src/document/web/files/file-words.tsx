// Files in words: name and size, how far one on its way has come, why one was refused.
import { Button } from "@mantine/core";
import type { ProblemError } from "../../../platform/ui/client.ts";
import type { Sending } from "../../../platform/ui/files/use-send.ts";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { problemText } from "../../../platform/ui/states.tsx";

/** 1 800 000 → "1,8 MB"; 12 345 → "12 KB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(Math.round(bytes / 100_000) / 10).toString().replace(".", ",")} MB`;
}

/** Under way: the share in words and as a bar, and a way to stop. */
export function SendingNote({
  sending,
  onCancel,
}: {
  readonly sending: Sending;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { name, bytes, share } = sending;
  const percent = Math.round(share * 100);
  return (
    <div className="sending">
      <p role="status">
        {share < 1
          ? t("document.file.sending", { name, size: formatBytes(bytes) })
          : t("document.file.working", { name })}
      </p>
      <div className="sending-row">
        <progress
          aria-label={t("document.file.sending", { name, size: formatBytes(bytes) })}
          max={100}
          {...(share < 1 && { value: percent })}
        />
        {share < 1 && <span className="figure">{percent}%</span>}
        <Button variant="default" size="sm" leftSection={<Icon name="close" size={18} />} onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}

/** One sentence: what is wrong with the file and what to do next. */
export function fileProblem(t: T, problem: ProblemError): string {
  switch (problem.code) {
    case "file-too-large":
    case "body-too-large":
    case "too-large":
      return t("document.file.too-large");
    case "no-network":
    case "timeout":
      return t("document.file.no-network");
    default:
      return problemText(t, problem);
  }
}

/** Why a file was refused, beside where it was chosen. */
export function FileProblem({ problem }: { readonly problem: ProblemError | null }) {
  const t = useT();
  if (problem === null) return null;
  return (
    <p className="note note-error" role="alert">
      <Icon name="error" />
      {fileProblem(t, problem)}
    </p>
  );
}
