// The words beside the figures. What is typed stays on this device until it is saved.
import { Button, Textarea, Title } from "@mantine/core";
import type { ProblemError } from "../../platform/ui/client.ts";
import { useDraft } from "../../platform/ui/draft.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { getReport, writeRemarks } from "../contract.ts";
import type { ReportView } from "../schema.ts";

const MAX = 4000;

export interface RemarksDraft {
  readonly words: string;
  readonly change: (words: string) => void;
  readonly unsaved: boolean;
  readonly busy: boolean;
  readonly problem: ProblemError | null;
  /** Resolves to whether the words are with the server now. */
  readonly save: () => Promise<boolean>;
}

/** One for the page: sending the report sends these words first. */
export function useRemarks(report: ReportView): RemarksDraft {
  const [words, change, forget] = useDraft(`report.remarks.${report.id}`, () => report.remarks);
  const write = useWrite(writeRemarks, { invalidates: [getReport], onDone: forget });
  const save = async (): Promise<boolean> =>
    (await write.run({ params: { reportId: report.id }, body: { remarks: words } })) !== undefined;
  const unsaved = words.trim() !== report.remarks && report.allowedActions.includes("report.remarks");
  return { words, change, unsaved, busy: write.busy, problem: write.problem, save };
}

interface RemarksProps {
  readonly report: ReportView;
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
      {may ? (
        <Textarea
          aria-labelledby="remarks"
          description={t("report.remarks-help")}
          rows={5}
          maxLength={MAX}
          value={draft.words}
          onChange={(event) => draft.change(event.currentTarget.value)}
        />
      ) : (
        <p className={report.remarks === "" ? "soft" : "report-words"}>
          {report.remarks === "" ? t("report.remarks-none") : report.remarks}
        </p>
      )}
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
