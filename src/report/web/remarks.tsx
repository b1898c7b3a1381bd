// The words beside the figures, asked part by part. What is typed stays on this device until it is saved.
import { Button, Textarea, Title } from "@mantine/core";
import type { ProblemError } from "../../platform/ui/client.ts";
import { useDraft } from "../../platform/ui/draft.ts";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { writeRemarks } from "../contract.ts";
import { REMARK_PARTS, type RemarkParts } from "../schema.ts";
import { READS, type Reported } from "./reported.ts";

const MAX = 4000;
const MAX_PART = 2000;

interface Words {
  readonly remarks: string;
  readonly parts: RemarkParts;
}

export interface RemarksDraft {
  readonly words: Words;
  readonly change: (words: Words) => void;
  readonly unsaved: boolean;
  readonly busy: boolean;
  readonly problem: ProblemError | null;
  /** Resolves to whether the words are with the server now. */
  readonly save: () => Promise<boolean>;
}

/** One for the page: sending the report sends these words first. */
export function useRemarks(report: Reported): RemarksDraft {
  const [words, change, forget] = useDraft<Words>(`report.words.${report.id}`, () => ({
    remarks: report.remarks,
    parts: report.parts,
  }));
  const write = useWrite(writeRemarks, { invalidates: READS, onDone: forget });
  const save = async (): Promise<boolean> =>
    (await write.run({ params: { reportId: report.id }, body: { ...words, parts: { ...words.parts } } })) !==
    undefined;
  const unsaved =
    report.allowedActions.includes("report.remarks") &&
    (words.remarks.trim() !== report.remarks ||
      REMARK_PARTS.some((part) => words.parts[part].trim() !== report.parts[part]));
  return { words, change, unsaved, busy: write.busy, problem: write.problem, save };
}

interface RemarksProps {
  readonly report: Reported;
  readonly draft: RemarksDraft;
}

export function Remarks({ report, draft }: RemarksProps) {
  const t = useT();
  const tell = useNotice();
  const may = report.allowedActions.includes("report.remarks");
  const save = async (): Promise<void> => {
    if (await draft.save()) tell({ text: t("report.remarks-saved") });
  };
  return (
    <section className="card report-remarks">
      <Title order={2} size="h3" id="remarks">
        {t("report.remarks")}
      </Title>
      {may ? <Asked report={report} draft={draft} /> : <Read report={report} />}
      <ProblemNote problem={draft.problem} />
      {draft.unsaved && (
        <div className="remarks-save no-print">
          <span className="soft">{t("report.remarks-unsaved")}</span>
          <Button variant="default" loading={draft.busy} onClick={() => void save()}>
            {t("report.remarks-save")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Asked({ report, draft: { words, change } }: RemarksProps) {
  const t = useT();
  return (
    <>
      <p className="soft">{t("report.remarks-help")}</p>
      {REMARK_PARTS.map((part) => (
        <Textarea
          key={part}
          label={t(`report.part.${part}` satisfies MessageKey)}
          description={t(`report.part-help.${part}` satisfies MessageKey)}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={MAX_PART}
          value={words.parts[part]}
          onChange={(event) =>
            change({ ...words, parts: { ...words.parts, [part]: event.currentTarget.value } })
          }
        />
      ))}
      {(report.remarks !== "" || words.remarks !== "") && (
        <Textarea
          label={t("report.remarks-other")}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={MAX}
          value={words.remarks}
          onChange={(event) => change({ ...words, remarks: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function Read({ report }: { readonly report: Reported }) {
  const t = useT();
  const written = REMARK_PARTS.filter((part) => report.parts[part] !== "");
  if (report.remarks === "" && written.length === 0)
    return <p className="soft">{t("report.remarks-none")}</p>;
  return (
    <>
      {report.remarks !== "" && <p className="report-words">{report.remarks}</p>}
      {written.map((part) => (
        <div key={part}>
          <strong>{t(`report.part.${part}` satisfies MessageKey)}</strong>
          <p className="report-words">{report.parts[part]}</p>
        </div>
      ))}
    </>
  );
}
