// "Đã điều chỉnh": what the facts have become since a report was approved, and the adjusting reports beside it.
import { Button } from "@mantine/core";
import { Link, useNavigate } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { newId } from "../../platform/pure/ids.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { openAdjustment } from "../contract/adjustment.ts";
import { formatDifference, formatHundredthsDifference } from "../rules/difference.ts";
import type { Difference, ReportView } from "../schema.ts";
import { READS } from "./reported.ts";

/** "Đã điều chỉnh: −1 người hiến, −1 đơn vị máu (−250 ml)" */
export function ChangedNote({ changed }: { readonly changed: Difference }) {
  const t = useT();
  return (
    <p className="note">
      <Icon name="alarm" />
      {t("report.changed", {
        registered: formatDifference(changed.registered),
        donated: formatDifference(changed.donated),
        units: formatHundredthsDifference(changed.unitsHundredths),
        ml: formatDifference(changed.ml),
      })}
    </p>
  );
}

export function Changed({ report }: { readonly report: ReportView }) {
  const t = useT();
  const { placeId } = useActing();
  const navigate = useNavigate();
  const open = useWrite(openAdjustment, {
    invalidates: READS,
    onDone: ({ id }) => void navigate(atUnit(placeId, "bao-cao", "dieu-chinh", id)),
  });
  const running = report.adjustments.some(({ state }) => state !== "approved");
  if (report.changed === null && report.adjustments.length === 0) return null;
  return (
    <>
      {report.changed && <ChangedNote changed={report.changed} />}
      <div className="report-row-acts no-print">
        {report.adjustments.map(({ id, number }) => (
          <Button
            key={id}
            component={Link}
            to={atUnit(placeId, "bao-cao", "dieu-chinh", id)}
            variant="default"
          >
            {t("report.adjustment-number", { number })}
          </Button>
        ))}
        {report.changed !== null && !running && report.unit.id === placeId && (
          <Button
            loading={open.busy}
            onClick={() => void open.run({ params: { reportId: report.id }, body: { id: newId() } })}
          >
            {t("report.adjust")}
          </Button>
        )}
      </div>
      <ProblemNote problem={open.problem} />
    </>
  );
}
