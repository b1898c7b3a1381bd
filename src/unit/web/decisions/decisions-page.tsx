// Decisions of re-organisation a union has made or is drafting, newest first.
import { Button } from "@mantine/core";
import { Link, useNavigate, useParams } from "react-router";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useReadPages } from "../../../platform/ui/queries.ts";
import { EmptyState, ErrorState, LoadMore, Skeletons } from "../../../platform/ui/states.tsx";
import { listDecisions } from "../../contract/acts.ts";
import { composePath, decisionPath } from "../paths.ts";
import { UnitParts } from "../tree/unit-parts.tsx";
import { DecisionChip } from "./state-chip.tsx";

export function DecisionsPage() {
  const t = useT();
  const navigate = useNavigate();
  const { unitId = "" } = useParams();
  const pages = useReadPages(listDecisions, { params: { unitId }, query: {} });
  const begin = (
    <Button leftSection={<Icon name="plus" />} onClick={() => void navigate(composePath(unitId, newId()))}>
      {t("unit.decision-new")}
    </Button>
  );
  return (
    <Page title={t("unit.decisions")} lead={t("unit.decisions-lead")} actions={begin}>
      <UnitParts placeId={unitId} part="decisions" />
      {pages.items === undefined &&
        (pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons />)}
      {pages.items?.length === 0 && (
        <EmptyState icon="units" title={t("unit.decisions-none")}>
          {t("unit.decisions-none-help")}
        </EmptyState>
      )}
      <ul className="row-list">
        {pages.items?.map(({ id, title, effectiveOn, state, acts }) => (
          <li key={id}>
            <Link className="row-link" to={decisionPath(unitId, id)}>
              <span>
                {title}
                <small>
                  {t("unit.decision-effective", { day: formatDay(effectiveOn) })} ·{" "}
                  {t("unit.decision-acts", { count: acts })}
                </small>
                <DecisionChip state={state} />
              </span>
              <Icon name="right" />
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore pages={pages} />
    </Page>
  );
}
