// How a letter comes in: pasted, or a text file dropped or chosen. The file is read in the browser and sent nowhere.
import { Button, Stack, Textarea } from "@mantine/core";
import { type ChangeEvent, type DragEvent, useRef, useState } from "react";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { decodeText } from "../rules/decode.ts";
import type { NotALetter } from "../schema.ts";

interface LetterSourceProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRead: () => void;
  /** Why the text was not taken as a letter. */
  readonly refused: NotALetter | undefined;
}

export function LetterSource({ text, onText, onRead, refused }: LetterSourceProps) {
  const t = useT();
  const chooser = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
    setUnreadable(decoded === undefined);
    if (decoded !== undefined) onText(decoded);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    void take(event.currentTarget.files?.[0]);
    event.currentTarget.value = "";
  };
  const problem = unreadable ? "not-text" : refused;
  return (
    <Stack gap="md" className="letter-source">
      <Textarea
        label={t("document.paste")}
        description={t("document.paste-help")}
        value={text}
        onChange={(event) => {
          setUnreadable(false);
          onText(event.currentTarget.value);
        }}
        onDrop={drop}
        autosize
        minRows={10}
        maxRows={22}
        error={problem && t(`document.not-a-letter.${problem}` satisfies MessageKey)}
      />
      <div className="button-row">
        <Button size="lg" onClick={onRead} disabled={text.trim() === ""}>
          {t("document.read")}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="upload" />}
          onClick={() => chooser.current?.click()}
        >
          {t("document.upload")}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".txt,text/plain"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t("document.upload")}
          onChange={choose}
        />
      </div>
    </Stack>
  );
}
