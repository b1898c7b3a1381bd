// The letter's files: the Word file to sign, the signed scan once there is one, what it was read from, its annexes.
import { Button } from "@mantine/core";
import { addFile } from "../../../document/contract.ts";
import type { Attachment, AttachmentRole } from "../../../document/schema.ts";
import { FileProblem, formatBytes, SendingNote } from "../../../document/web/files/file-words.tsx";
import { newId } from "../../../platform/pure/ids.ts";
import { addressOf } from "../../../platform/ui/client.ts";
import { CopyButton } from "../../../platform/ui/copy-button.tsx";
import { InstantText } from "../../../platform/ui/figures.tsx";
import { FileChoice, KEEPABLE } from "../../../platform/ui/files/file-choice.tsx";
import { useSend } from "../../../platform/ui/files/use-send.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { attachFile, letterDocx, letterFile } from "../../contract/family.ts";
import { getDirective } from "../../contract.ts";
import type { DirectiveView } from "../../schema.ts";

interface FilesProps {
  readonly letter: DirectiveView;
  readonly unitId: string;
}

export function Files({ letter, unitId }: FilesProps) {
  const t = useT();
  const may = letter.allowedActions.includes("directive.attach");
  const params = { unitId, directiveId: letter.id };
  return (
    <section className="card anchored" aria-labelledby="files" id="tep">
      <h2 className="section-head" id="files">
        {t("directive.files")}
      </h2>
      {letter.signed ? (
        <StateChip state="done" word={t("directive.signed")} />
      ) : (
        <StateChip state="missing" word={t("directive.not-signed")} />
      )}
      <div className="button-row no-print">
        <Button
          component="a"
          variant="default"
          href={addressOf(letterDocx, { params })}
          download
          leftSection={<Icon name="down" />}
        >
          {t(letter.state === "draft" ? "directive.docx-draft" : "directive.docx")}
        </Button>
        <CopyButton text={letter.text} label={t("directive.copy-text")} />
      </div>
      {letter.files.length > 0 && (
        <ul className="letter-links">
          {letter.files.map((file) => (
            <FileRow key={`${file.id} ${file.role}`} file={file} letter={letter} unitId={unitId} />
          ))}
        </ul>
      )}
      {may && !letter.signed && letter.state !== "draft" && (
        <Attach letter={letter} unitId={unitId} as="signed" />
      )}
      {may && letter.state === "draft" && <Attach letter={letter} unitId={unitId} as="annex" />}
    </section>
  );
}

function FileRow({ file, letter, unitId }: FilesProps & { readonly file: Attachment }) {
  const t = useT();
  return (
    <li className="letter-link">
      <div>
        <span>{file.name}</span>
        <span className="soft">
          {t(`directive.file-role.${file.role}`)} · {formatBytes(file.size)} ·{" "}
          <InstantText at={file.addedAt} />
        </span>
      </div>
      <Button
        component="a"
        className="no-print"
        variant="default"
        size="sm"
        leftSection={<Icon name="down" size={18} />}
        href={addressOf(letterFile, { params: { unitId, directiveId: letter.id, fileId: file.id } })}
        download
      >
        {t("directive.download-short")} <span className="visually-hidden">{file.name}</span>
      </Button>
    </li>
  );
}

function Attach({ letter, unitId, as: role }: FilesProps & { readonly as: AttachmentRole }) {
  const t = useT();
  const tell = useNotice();
  const keeping = useSend(addFile);
  const attach = useWrite(attachFile, {
    invalidates: [getDirective],
    onDone: () => tell({ text: t("directive.file-attached") }),
  });
  const take = async (file: File): Promise<void> => {
    const fileId = newId();
    const kept = await keeping.send(file, file.name, { params: { unitId }, query: { fileId } });
    if (kept) await attach.run({ params: { unitId, directiveId: letter.id }, body: { fileId, role } });
  };
  return (
    <div className="attach no-print">
      {keeping.sending ? (
        <SendingNote sending={keeping.sending} onCancel={keeping.cancel} />
      ) : (
        <>
          <p className="soft">
            {t(role === "signed" ? "directive.attach-signed-help" : "directive.attach-annex-help")}
          </p>
          <FileChoice
            label={t(role === "signed" ? "directive.attach-signed" : "directive.attach-annex")}
            accept={KEEPABLE}
            loading={attach.busy}
            onFile={(file) => void take(file)}
          />
        </>
      )}
      <FileProblem problem={keeping.problem} />
      <ProblemNote problem={attach.problem} />
    </div>
  );
}
