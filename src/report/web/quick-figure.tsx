// The day's figure in words, ready to paste: seen before it is sent.
import { useState } from "react";
import { CopyButton } from "../../platform/ui/copy-button.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { quickFigure } from "../contract.ts";

interface QuickFigureProps {
  readonly unitId: string;
  readonly driveId: string;
}

export function QuickFigure({ unitId, driveId }: QuickFigureProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
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
            </div>
          )}
        </Shown>
      )}
    </details>
  );
}
