// Returns a report with a comment that names the figure to look at again.
import { Button, Modal, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { AnyContract } from "../../platform/contract/contract.ts";
import { newId } from "../../platform/pure/ids.ts";
import { useDraft } from "../../platform/ui/draft.ts";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { returnReport } from "../contract.ts";
import { type CommentedFigure, FIGURES, keepFigure } from "./commented-figure.ts";
import { useLineName } from "./report-table.tsx";
import type { Reported } from "./reported.ts";

interface ReturnFormProps {
  readonly report: Reported;
  readonly invalidates: readonly AnyContract[];
  readonly onClose: () => void;
}

export function ReturnForm({ report, invalidates, onClose }: ReturnFormProps) {
  const t = useT();
  const tell = useNotice();
  const nameOf = useLineName();
  const [id] = useState(newId);
  const [figure, setFigure] = useState<CommentedFigure>("");
  const [unitId, setUnitId] = useState("");
  const [text, setText, forget] = useDraft(`report.return.${report.id}.${report.version}`, () => "");
  const [tried, setTried] = useState(false);
  const giveBack = useWrite(returnReport, {
    invalidates,
    onDone: () => {
      forget();
      tell({ text: t("report.returned") });
      onClose();
    },
  });
  const empty = text.trim() === "";
  const ofLine = figure !== "" && figure !== "remarks" && report.lines.length > 1;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (empty) return;
    void giveBack.run({
      params: { reportId: report.id },
      body: { id, figure: keepFigure(figure, ofLine ? unitId : ""), text },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("report.return-title")}
      closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
    >
      <form className="form" onSubmit={submit} noValidate>
        <p className="soft">{t("report.return-lead")}</p>
        <NativeSelect
          label={t("report.return-figure")}
          value={figure}
          onChange={(event) => setFigure(FIGURES.find((known) => known === event.currentTarget.value) ?? "")}
          data={FIGURES.map((value) => ({ value, label: t(`report.figure.${value}` satisfies MessageKey) }))}
        />
        {ofLine && (
          <NativeSelect
            label={t("report.return-line")}
            value={unitId}
            onChange={(event) => setUnitId(event.currentTarget.value)}
            data={[
              { value: "", label: t("report.return-all-lines") },
              ...report.lines.map((line) => ({
                value: line.unit.id,
                label: nameOf(line, report.lines.length),
              })),
            ]}
          />
        )}
        <Textarea
          data-autofocus
          label={t("report.return-text")}
          rows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && empty ? t("report.return-empty") : undefined}
        />
        <ProblemNote problem={giveBack.problem} />
        <Button type="submit" loading={giveBack.busy}>
          {t("report.return-yes")}
        </Button>
      </form>
    </Modal>
  );
}
