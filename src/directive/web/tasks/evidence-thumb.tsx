// One photo or PDF as a small picture, with the way to open it and to take it away.
import { useEffect, useState } from "react";
import type { FileView } from "../../../document/schema.ts";
import { formatBytes } from "../../../document/web/files/file-words.tsx";
import { useKept, useOutbox } from "../../../platform/offline/kept.tsx";
import { addressOf } from "../../../platform/ui/client.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { getEvidence } from "../../contract/family.ts";
import { RefusedNote } from "./held-note.tsx";
import type { WaitingFile } from "./waiting.ts";

interface RemoveProps {
  readonly name: string;
  readonly onRemove: () => void;
}

function Remove({ name, onRemove }: RemoveProps) {
  const t = useT();
  return (
    <button
      type="button"
      className="evidence-remove no-print"
      aria-label={t("directive.evidence.remove", { name })}
      onClick={onRemove}
    >
      <Icon name="close" size={18} />
      {t("common.remove")}
    </button>
  );
}

interface KeptThumbProps {
  readonly file: FileView;
  readonly params: { readonly unitId: string; readonly taskId: string; readonly fileId: string };
  readonly onRemove: (() => void) | undefined;
}

/** A file the server has. Its picture is not kept on the phone: without a signal its name stands there. */
export function KeptThumb({ file, params, onRemove }: KeptThumbProps) {
  const t = useT();
  const [unseen, setUnseen] = useState(false);
  const address = addressOf(getEvidence, { params });
  const picture = file.mediaType.startsWith("image/");
  const words = t("directive.evidence.open", { name: file.name, size: formatBytes(file.size) });
  return (
    <li className="evidence-item">
      <a href={address} target="_blank" rel="noreferrer" aria-label={words}>
        {picture && !unseen ? (
          <img src={address} alt="" loading="lazy" onError={() => setUnseen(true)} />
        ) : (
          <span className="evidence-file">
            <Icon name={picture ? "offline" : "report"} size={24} />
            <span className="evidence-name">{file.name}</span>
            {picture && <span>{t("directive.evidence.unseen")}</span>}
          </span>
        )}
      </a>
      {onRemove && <Remove name={file.name} onRemove={onRemove} />}
    </li>
  );
}

interface WaitingThumbProps {
  readonly file: WaitingFile;
  readonly editing: boolean;
}

/** A file that is still on this phone alone. */
export function WaitingThumb({ file: { command, name, mediaType, bytes }, editing }: WaitingThumbProps) {
  const t = useT();
  const { outbox } = useKept();
  const { sending } = useOutbox();
  const address = useAddress(bytes, mediaType);
  const { refused } = command;
  return (
    <li className="evidence-item">
      {mediaType.startsWith("image/") && address !== undefined ? (
        <img src={address} alt={name} />
      ) : (
        <span className="evidence-file">
          <Icon name="report" size={24} />
          <span className="evidence-name">{name}</span>
        </span>
      )}
      {refused ? (
        <RefusedNote commandKey={command.key} refused={refused} />
      ) : (
        <>
          <span className="evidence-waits">
            <Icon name="clock" size={16} />
            {t(sending ? "directive.evidence.sending" : "directive.evidence.waits")}
          </span>
          {editing && <Remove name={name} onRemove={() => void outbox.takeBack(command.key)} />}
        </>
      )}
    </li>
  );
}

/** An address for bytes in memory, let go when they are no longer shown. */
function useAddress(bytes: Uint8Array<ArrayBuffer>, mediaType: string): string | undefined {
  const [address, setAddress] = useState<string>();
  // The same photo comes as new bytes each time what is kept is read again: its size tells as much as is needed.
  const size = bytes.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: bytes of one command never change
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [size, mediaType]);
  return address;
}
