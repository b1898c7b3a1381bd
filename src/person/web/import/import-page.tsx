// A list from a file: choose it, see what becomes of every row, take the good ones, take it back.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useActing } from "../../../account/web/session.tsx";
import { newId } from "../../../platform/pure/ids.ts";
import { FileChoice } from "../../../platform/ui/files/file-choice.tsx";
import { useSend } from "../../../platform/ui/files/use-send.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote, Skeletons } from "../../../platform/ui/states.tsx";
import { getImport, listImports, previewImport, takeImport, undoImport } from "../../contract/importing.ts";
import { listPeople } from "../../contract.ts";
import type { ImportPreview, ListRow } from "../../schema/importing.ts";
import { peoplePath } from "../paths.ts";
import { Fates } from "./fates.tsx";
import { FontNote } from "./font-note.tsx";
import { ImportsList } from "./imports-list.tsx";

const SPREADSHEETS =
  ".xlsx,.xls,.csv,.txt,text/csv,application/vnd.ms-excel,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Chosen {
  readonly id: string;
  readonly file: File;
  readonly preview: ImportPreview;
}

export function ImportPage() {
  const t = useT();
  const tell = useNotice();
  const { placeId: unitId } = useActing();
  const sending = useSend(previewImport);
  const [chosen, setChosen] = useState<Chosen>();
  /** Row numbers of rows like somebody's that are somebody else all the same. */
  const [others, setOthers] = useState<ReadonlySet<number>>(new Set());
  const undo = useWrite(undoImport, { invalidates: [listImports, getImport, listPeople] });
  const take = useWrite(takeImport, {
    invalidates: [listImports, listPeople],
    onDone: ({ id, added }) => {
      tell({
        text: t("person.import-done", { count: added }),
        undo: () => void undo.run({ params: { unitId, importId: id } }),
      });
      setChosen(undefined);
      setOthers(new Set());
    },
  });
  const read = async (file: File, fonts: "mend" | "as-is"): Promise<void> => {
    take.clear();
    const preview = await sending.send(file, file.name, { params: { unitId }, query: { fonts } });
    setChosen(preview && { id: newId(), file, preview });
    setOthers(new Set());
  };
  const taken = chosen?.preview.rows.filter((row) => isTaken(row, others)) ?? [];
  const choice = (
    <FileChoice
      label={t(chosen ? "person.import-other-file" : "person.import-choose")}
      accept={SPREADSHEETS}
      variant={chosen ? "default" : "filled"}
      disabled={sending.sending !== undefined}
      onFile={(file) => void read(file, "mend")}
    />
  );
  return (
    <Page
      title={t("person.import-title")}
      lead={t("person.import-lead")}
      back={{ to: peoplePath(unitId), label: t("person.title") }}
    >
      <section className="card">
        <p>{t("person.import-how")}</p>
        <p className="soft">{t("person.import-limits")}</p>
        <div className="button-row person-acts">{choice}</div>
        {sending.sending && (
          <>
            <p role="status">{t("person.import-reading", { name: sending.sending.name })}</p>
            <Skeletons rows={2} />
            <Button variant="default" onClick={sending.cancel}>
              {t("common.cancel")}
            </Button>
          </>
        )}
        <ProblemNote problem={sending.problem} />
      </section>
      {chosen && (
        <section className="card" aria-label={t("person.import-preview")}>
          <h2 className="section-head">
            {t("person.import-sentence", { name: chosen.file.name, count: chosen.preview.rows.length })}
          </h2>
          {chosen.preview.font && (
            <FontNote
              font={chosen.preview.font}
              busy={sending.sending !== undefined}
              onRead={(fonts) => void read(chosen.file, fonts)}
            />
          )}
          <Columns preview={chosen.preview} />
          <Fates preview={chosen.preview} others={others} onOthers={setOthers} />
          <p className="soft">{t("person.import-agrees-to-nothing")}</p>
          <ProblemNote problem={take.problem} />
          <div className="button-row person-acts">
            <Button
              loading={take.busy}
              disabled={taken.length === 0}
              onClick={() =>
                void take.run({
                  params: { unitId },
                  body: {
                    id: chosen.id,
                    fileName: chosen.file.name.normalize("NFC").slice(-200),
                    rows: taken.flatMap(({ entry }) => (entry ? [entry] : [])),
                  },
                })
              }
            >
              {t("person.import-take", { count: taken.length })}
            </Button>
            <Button variant="default" onClick={() => setChosen(undefined)}>
              {t("person.import-drop")}
            </Button>
          </div>
        </section>
      )}
      <ImportsList unitId={unitId} undo={undo} />
    </Page>
  );
}

const isTaken = ({ fate, row }: ListRow, others: ReadonlySet<number>): boolean =>
  fate === "new" || (fate === "similar" && others.has(row));

/** Which columns were understood, and which stay in the file. */
function Columns({ preview }: { readonly preview: ImportPreview }) {
  const t = useT();
  const kept = preview.columns.filter(
    ({ use }) => use !== "unknown" && use !== "not-kept" && use !== "number",
  );
  const left = preview.columns.filter(({ use }) => use === "unknown");
  const refused = preview.columns.filter(({ use }) => use === "not-kept");
  const names = (columns: typeof kept): string => columns.map(({ heading }) => `“${heading}”`).join(", ");
  return (
    <>
      <p>{t("person.import-columns", { columns: names(kept) })}</p>
      {left.length > 0 && <p className="soft">{t("person.import-columns-left", { columns: names(left) })}</p>}
      {refused.length > 0 && (
        <p className="soft">{t("person.import-columns-refused", { columns: names(refused) })}</p>
      )}
    </>
  );
}
