// How a letter comes in: pasted and read on this device, or as a Word, PDF or text file, which the server opens.
import { Button, Textarea } from "@mantine/core";
import { type DragEvent, useState } from "react";
import { decodeText } from "../../platform/pure/decode.ts";
import { FileChoice, READABLE } from "../../platform/ui/files/file-choice.tsx";
import { useSend } from "../../platform/ui/files/use-send.ts";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { readFile } from "../contract.ts";
import { readLetter } from "../rules/reading/read.ts";
import type { Letter, NotALetter } from "../schema.ts";
import { FileProblem, SendingNote } from "./files/file-words.tsx";

/** A letter that came as a file: the bytes are kept beside it, as they were. */
export interface ReadLetterFile {
  readonly file: Blob;
  readonly name: string;
  readonly form: "text" | "docx" | "pdf";
  readonly pages: number | null;
}

interface LetterSourceProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRead: () => void;
  readonly onLetter: (letter: Letter, from: ReadLetterFile) => void;
  /** Why the text was not taken as a letter. */
  readonly refused: NotALetter | undefined;
}

const IMAGE = /\.(jpe?g|png|heic|heif|webp|gif|bmp|tiff?)$/iu;
const isText = ({ name, type }: File): boolean => type === "text/plain" || /\.txt$/iu.test(name);

export function LetterSource({ text, onText, onRead, onLetter, refused }: LetterSourceProps) {
  const t = useT();
  const reading = useSend(readFile);
  const [refusal, setRefusal] = useState<MessageKey>();
  const [over, setOver] = useState(false);

  /** A plain text is read here, so that it works without a network; what it is refused for is said the same way. */
  const readText = async (file: File): Promise<void> => {
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
    if (decoded === undefined) return setRefusal("document.open.not-text");
    const result = readLetter(decoded);
    if (result.ok) onLetter(result.letter, { file, name: file.name, form: "text", pages: null });
    else {
      onText(decoded);
      setRefusal(`document.not-a-letter.${result.reason}`);
    }
  };
  const take = async (file: File | undefined): Promise<void> => {
    setRefusal(undefined);
    reading.clear();
    if (file === undefined) return;
    if (file.size === 0) return setRefusal("document.open.empty");
    if (file.type.startsWith("image/") || IMAGE.test(file.name))
      return setRefusal("document.file.is-picture");
    if (isText(file)) return readText(file);
    const answer = await reading.send(file, file.name, {});
    if (answer) onLetter(answer.letter, { file, name: file.name, form: answer.form, pages: answer.pages });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const hover = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience; the button does the same
    <div
      className={over ? "letter-source over" : "letter-source"}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <section className="card file-place" aria-labelledby="from-file">
        <h2 className="section-head" id="from-file">
          {t("document.file.from-file")}
        </h2>
        {reading.sending ? (
          <SendingNote sending={reading.sending} onCancel={reading.cancel} />
        ) : (
          <>
            <p className="soft">{t("document.file.from-file-help")}</p>
            <FileChoice
              label={t("document.file.choose")}
              accept={READABLE}
              size="lg"
              variant={text.trim() === "" ? "filled" : "default"}
              onFile={(file) => void take(file)}
            />
            <p className="drop-here soft">{t("document.file.drop")}</p>
          </>
        )}
        {refusal && (
          <p className="note note-error" role="alert">
            <Icon name="error" />
            {t(refusal)}
          </p>
        )}
        <FileProblem problem={reading.problem} />
      </section>
      <section className="card" aria-labelledby="from-paste">
        <h2 className="section-head" id="from-paste">
          {t("document.file.from-paste")}
        </h2>
        <Textarea
          label={t("document.paste")}
          description={t("document.paste-help")}
          value={text}
          onChange={(event) => {
            setRefusal(undefined);
            onText(event.currentTarget.value);
          }}
          autosize
          minRows={8}
          maxRows={22}
          error={refused && t(`document.not-a-letter.${refused}` satisfies MessageKey)}
        />
        <Button mt="md" size="lg" onClick={onRead} disabled={text.trim() === ""}>
          {t("document.read")}
        </Button>
      </section>
    </div>
  );
}
