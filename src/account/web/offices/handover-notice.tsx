// On the successor's home: the office they are to take over, one press from the list of open work.
import { Link } from "react-router";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { listHandovers } from "../../contract/handover.ts";
import { handoverPath } from "../paths.ts";

/** Nothing where nothing waits for the asker. */
export function HandoverNotice({ unitId }: { readonly unitId: string }) {
  const t = useT();
  const { data } = useRead(listHandovers, { params: { unitId } });
  const mine = (data?.items ?? []).filter(({ allowedActions }) =>
    allowedActions.includes("account.receive-handover"),
  );
  return mine.map((line) => (
    <Link
      key={line.id}
      className="note note-plain handover-notice"
      to={handoverPath(unitId, unitId, line.id)}
    >
      <Icon name="people" />
      <span>
        <strong>{t("account.handover-take", { role: t(`account.role.${line.role}`) })}</strong>{" "}
        {t("account.handover-take-from", {
          from: line.from.displayName,
          day: formatDay(line.effectiveOn),
        })}
      </span>
      <Icon name="right" />
    </Link>
  ));
}
