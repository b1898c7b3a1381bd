// On the officer's home: adjusting reports that wait for this union, to send or to decide on. Nothing where none does.
import { Link } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { listAdjustments } from "../contract/adjustment.ts";

export function AdjustmentsToDo({ unitId }: { readonly unitId: string }) {
  const t = useT();
  const { data } = useRead(listAdjustments, { params: { unitId } });
  const waiting = (data?.items ?? []).filter(({ stands }) => stands === "to-make" || stands === "to-decide");
  const told = (data?.items ?? []).filter(({ stands }) => stands === "told");
  if (waiting.length + told.length === 0) return null;
  return (
    <Link className="note handover-notice" to={atUnit(unitId, "bao-cao")}>
      <Icon name="alarm" />
      <strong>
        {waiting.length > 0
          ? t("report.adjustments-to-do", { count: waiting.length })
          : t("report.adjustments-told", { count: told.length })}
      </strong>
      <Icon name="right" />
    </Link>
  );
}
