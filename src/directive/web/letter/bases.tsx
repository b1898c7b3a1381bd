// What the letter rests on (căn cứ): records of other bodies' documents with their file, letters issued here.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { addFile, setExternalFile } from "../../../document/contract.ts";
import type { Citation } from "../../../document/schema.ts";
import { FileProblem, formatBytes, SendingNote } from "../../../document/web/files/file-words.tsx";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { addressOf } from "../../../platform/ui/client.ts";
import { FileChoice, KEEPABLE } from "../../../platform/ui/files/file-choice.tsx";
import { useSend } from "../../../platform/ui/files/use-send.ts";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { letterFile } from "../../contract/family.ts";
import { getDirective } from "../../contract.ts";
import type { LetterLink } from "../../schema/family.ts";
import type { DirectiveView } from "../../schema.ts";
import { letterPath } from "../paths.ts";
import { numberOf } from "./letter-link.tsx";

/** "Kế hoạch số 204/KH-BCĐ ngày 02/10/2020 của …" */
function baseWords(t: T, base: Citation): string {
  return [
    t(`document.kind.${base.kind}`),
    base.number === null ? "" : t("directive.number", { number: base.number }),
    base.issuedOn === null ? "" : t("directive.link-day", { day: formatDay(base.issuedOn) }),
    base.issuer === null ? "" : t("directive.link-sender", { sender: base.issuer }),
  ]
    .filter(Boolean)
    .join(" ");
}

interface BasesProps {
  readonly letter: DirectiveView;
  readonly unitId: string;
}

export function Bases({ letter, unitId }: BasesProps) {
  const t = useT();
  if (letter.bases.length === 0) return null;
  return (
    <section className="card" aria-labelledby="bases">
      <h2 className="section-head" id="bases">
        {t("document.part.bases")}
      </h2>
      <ul className="letter-links">
        {letter.bases.map((base) => (
          <Base key={base.ordinal} base={base} letter={letter} unitId={unitId} />
        ))}
      </ul>
    </section>
  );
}

/** The letter issued here that a base names, among those this letter is linked with. */
const linkedWith = ({ parent, of }: DirectiveView, base: Citation): LetterLink | undefined =>
  base.documentId === null
    ? undefined
    : [parent, of].find(
        (link): link is LetterLink =>
          link !== null &&
          (base.number === null ? link.issuedOn === base.issuedOn : numberOf(link) === base.number),
      );

function Base({ base, letter, unitId }: BasesProps & { readonly base: Citation }) {
  const t = useT();
  const link = linkedWith(letter, base);
  const words = baseWords(t, base);
  return (
    <li className="letter-link">
      <div>
        {link ? <Link to={letterPath(unitId, link.id)}>{words}</Link> : <span>{words}</span>}
        {base.title !== null && <span className="soft">{base.title}</span>}
        {base.externalId !== null && <span className="soft">{t("directive.base-external")}</span>}
      </div>
      <div className="no-print">
        {base.file && (
          <Button
            component="a"
            variant="default"
            size="sm"
            leftSection={<Icon name="down" size={18} />}
            href={addressOf(letterFile, {
              params: { unitId, directiveId: letter.id, fileId: base.file.id },
            })}
            download
          >
            {t("directive.download", { name: base.file.name, size: formatBytes(base.file.size) })}
          </Button>
        )}
        {base.externalId !== null && letter.sender.id === unitId && (
          <AttachBase externalId={base.externalId} unitId={unitId} again={base.file !== null} />
        )}
      </div>
    </li>
  );
}

interface AttachProps {
  readonly externalId: string;
  readonly unitId: string;
  readonly again: boolean;
}

function AttachBase({ externalId, unitId, again }: AttachProps) {
  const t = useT();
  const tell = useNotice();
  const keeping = useSend(addFile);
  const put = useWrite(setExternalFile, {
    invalidates: [getDirective],
    onDone: () => tell({ text: t("directive.base-attached") }),
  });
  const take = async (file: File): Promise<void> => {
    const fileId = newId();
    const kept = await keeping.send(file, file.name, { params: { unitId }, query: { fileId } });
    if (kept) await put.run({ params: { unitId, externalId }, body: { fileId } });
  };
  if (keeping.sending) return <SendingNote sending={keeping.sending} onCancel={keeping.cancel} />;
  return (
    <>
      <FileChoice
        size="sm"
        variant={again ? "subtle" : "default"}
        label={again ? t("directive.base-attach-again") : t("directive.base-attach")}
        accept={KEEPABLE}
        loading={put.busy}
        onFile={(file) => void take(file)}
      />
      <FileProblem problem={keeping.problem} />
      <ProblemNote problem={put.problem} />
    </>
  );
}
