// The day's figure in words, ready to paste: seen before it is sent.
import { Button } from "@mantine/core";
import { useState } from "react";
import { CopyButton } from "../../platform/ui/copy-button.tsx";
import { formatInstant } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote, Shown } from "../../platform/ui/states.tsx";
import { listBelow, listOwed, quickFigure, sendQuick } from "../contract.ts";
import type { QuickState as QuickStanding } from "../schema.ts";

interface QuickFigureProps {
  readonly unitId: string;
  readonly driveId: string;
  /** Whether it was sent; absent where nobody is asked to say so. */
  readonly quick?: QuickStanding;
}

export function QuickFigure({ unitId, driveId, quick: standing }: QuickFigureProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const tell = useNotice();
  const mark = useWrite(sendQuick, {
    invalidates: [listOwed, listBelow],
    onDone: () => tell({ text: t("report.quick-marked") }),
  });
  const quick = useRead(quickFigure, { params: { unitId, driveId } }, { enabled: open });
  return (
    <details className="fold quick no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("report.quick")}</summary>
      {open && (
        <Shown read={quick} rows={1}>
          {({ text }) => (
            <div className="form">
              <p className="quick-words">{text}</p>
              <CopyButton text={text} />
              {standing?.sent === null && (
                <Button
                  variant="default"
                  loading={mark.busy}
                  onClick={() => void mark.run({ params: { unitId, driveId } })}
                >
                  {t("report.quick-mark")}
                </Button>
              )}
              <ProblemNote problem={mark.problem} />
            </div>
          )}
        </Shown>
      )}
    </details>
  );
}

/** "Số liệu nhanh: Lò Thị Chi gửi lúc 19:00 09/06/2021", or when it is due. */
export function QuickState({ quick }: { readonly quick: QuickStanding }) {
  const t = useT();
  return (
    <span>
      {quick.sent === null
        ? t(quick.late ? "report.quick-late" : "report.quick-due", { at: formatInstant(quick.dueAt) })
        : t("report.quick-sent", { by: quick.sent.by, at: formatInstant(quick.sent.at) })}
    </span>
  );
}
