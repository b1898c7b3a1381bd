// What may be done with a report, by the server's word: send, approve, return; and the paper to take along.
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { listTasks } from "../../directive/contract.ts";
import { addressOf } from "../../platform/ui/client.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { approveReport, downloadReport, submitReport } from "../contract.ts";
import type { RemarksDraft } from "./remarks.tsx";
import { READS, type Reported } from "./reported.ts";
import { ReturnForm } from "./return-form.tsx";

/** The report as an official document: a marked draft until it is approved. */
export function ReportPaper({
  report,
}: {
  readonly report: Pick<Reported, "id" | "state" | "allowedActions">;
}) {
  const t = useT();
  if (!report.allowedActions.includes("report.docx")) return null;
  return (
    <Button
      component="a"
      className="report-paper"
      variant="default"
      href={addressOf(downloadReport, { params: { reportId: report.id } })}
      download
      leftSection={<Icon name="down" />}
    >
      {t(report.state === "approved" ? "report.docx" : "report.docx-draft")}
    </Button>
  );
}

interface ReportActsProps {
  readonly report: Reported;
  readonly remarks: RemarksDraft;
}

export function ReportActs({ report, remarks }: ReportActsProps) {
  const t = useT();
  const tell = useNotice();
  const [asking, setAsking] = useState<"approve" | "return">();
  const may = (action: string): boolean => report.allowedActions.includes(action);
  const params = { reportId: report.id };
  // A report sent settles a task; an approved one changes the figures of the level above.
  const invalidates = [...READS, listTasks];
  const submit = useWrite(submitReport, { invalidates, onDone: () => tell({ text: t("report.submitted") }) });
  const approve = useWrite(approveReport, {
    invalidates,
    onDone: () => {
      setAsking(undefined);
      tell({ text: t("report.approved") });
    },
  });
  const send = async (): Promise<void> => {
    if (remarks.unsaved && !(await remarks.save())) return;
    await submit.run({ params });
  };
  return (
    <>
      {may("report.submit") && report.missing.length > 0 && (
        <p className="note no-print">
          <Icon name="alarm" />
          {t("report.submit-missing", { count: report.missing.length })}
        </p>
      )}
      <ProblemNote problem={submit.problem} onRetry={() => void send()} />
      {(may("report.submit") || may("report.approve") || may("report.return")) && (
        <div className="act-bar no-print">
          {may("report.submit") && (
            <Button
              leftSection={<Icon name="send" />}
              loading={submit.busy || remarks.busy}
              onClick={() => void send()}
            >
              {report.to === null
                ? t("report.submit-own")
                : t("report.submit", { to: report.to.shortName || report.to.name })}
            </Button>
          )}
          {may("report.approve") && (
            <Button leftSection={<Icon name="check" />} onClick={() => setAsking("approve")}>
              {t("report.approve")}
            </Button>
          )}
          {may("report.return") && (
            <Button variant="default" leftSection={<Icon name="undo" />} onClick={() => setAsking("return")}>
              {t("report.return")}
            </Button>
          )}
        </div>
      )}
      <Modal
        opened={asking === "approve"}
        onClose={() => setAsking(undefined)}
        title={t("report.approve-title", { unit: report.unit.name })}
        closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
      >
        <div className="form">
          <p>{t("report.approve-lead")}</p>
          <ProblemNote problem={approve.problem} />
          <Button loading={approve.busy} onClick={() => void approve.run({ params })}>
            {t("report.approve-yes")}
          </Button>
          <Button variant="default" onClick={() => setAsking(undefined)}>
            {t("report.approve-not")}
          </Button>
        </div>
      </Modal>
      {asking === "return" && (
        <ReturnForm report={report} invalidates={invalidates} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
}
