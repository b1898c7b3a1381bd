// The file a letter was read from goes with its draft: kept on the server while the officer checks the fields.
import { Button } from "@mantine/core";
import { useCallback, useEffect, useRef } from "react";
import { addFile } from "../../../document/contract.ts";
import { FileProblem, formatBytes, SendingNote } from "../../../document/web/files/file-words.tsx";
import { useDraft } from "../../../platform/ui/draft.ts";
import { useSend } from "../../../platform/ui/files/use-send.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";

/** Apart from the draft of the letter: its bytes are not written again with every key pressed. */
export interface OriginalFile {
  readonly id: string;
  readonly name: string;
  readonly file: Blob;
  readonly pages: number | null;
  readonly kept: boolean;
}

/** What the read letter came from; null for pasted words. Sent as soon as there is one. */
export function useOriginal(unitId: string) {
  const [original, setOriginal, forget] = useDraft<OriginalFile | null>(`letter-file.${unitId}`, () => null);
  const keeping = useSend(addFile);
  const { send, sending } = keeping;
  const tried = useRef<string>(undefined);
  const keep = useCallback(async (): Promise<void> => {
    if (original === null) return;
    const { id, file, name } = original;
    const done = await send(file, name, { params: { unitId }, query: { fileId: id } });
    if (done) setOriginal((now) => (now?.id === id ? { ...now, kept: true } : now));
  }, [original, send, setOriginal, unitId]);
  useEffect(() => {
    if (original === null || original.kept || tried.current === original.id) return;
    tried.current = original.id;
    void keep();
  }, [original, keep]);
  const drop = (): void => {
    keeping.cancel();
    keeping.clear();
    setOriginal(null);
    forget();
  };
  return { original, setOriginal, drop, keep, keeping, waiting: sending !== undefined };
}

export function OriginalNote({ state }: { readonly state: ReturnType<typeof useOriginal> }) {
  const t = useT();
  const { original, keeping, keep, drop } = state;
  if (original === null) return null;
  const { name, file, pages, kept } = original;
  return (
    <div className="original-file">
      <p>
        <Icon name="letter" size={18} />
        <span>
          {t("directive.original-file", { name, size: formatBytes(file.size) })}
          {pages !== null && ` · ${t("directive.pages", { pages })}`}
          {kept && ` · ${t("directive.original-kept")}`}
        </span>
      </p>
      {keeping.sending && <SendingNote sending={keeping.sending} onCancel={keeping.cancel} />}
      <FileProblem problem={keeping.problem} />
      {!kept && keeping.sending === undefined && (
        <div className="button-row">
          <Button variant="default" size="sm" onClick={() => void keep()}>
            {t("directive.original-again")}
          </Button>
          <Button variant="subtle" color="gray" size="sm" onClick={drop}>
            {t("directive.original-without")}
          </Button>
        </div>
      )}
    </div>
  );
}
