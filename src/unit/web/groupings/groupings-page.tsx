// Groupings a union keeps beside the tree, as of a day.
import { Button } from "@mantine/core";
import { Link, useNavigate, useParams } from "react-router";
import { newId } from "../../../platform/pure/ids.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../../platform/ui/states.tsx";
import { listGroupings } from "../../contract/groupings.ts";
import { groupingPath } from "../paths.ts";
import { DayControl, useAsOf } from "../tree/day-control.tsx";
import { UnitParts } from "../tree/unit-parts.tsx";

export function GroupingsPage() {
  const t = useT();
  const navigate = useNavigate();
  const at = useAsOf();
  const { unitId = "" } = useParams();
  const query = at.day === undefined ? {} : { asOf: at.day };
  const read = useRead(listGroupings, { params: { unitId }, query }, { keep: true });
  return (
    <Page
      title={t("unit.groupings")}
      lead={t("unit.groupings-lead")}
      actions={
        <Button
          leftSection={<Icon name="plus" />}
          onClick={() => void navigate(groupingPath(unitId, newId(), at.day))}
        >
          {t("unit.grouping-new")}
        </Button>
      }
    >
      <UnitParts placeId={unitId} part="groupings" day={at.day} />
      <DayControl label={t("unit.grouping-as-of")} at={at} />
      <Shown read={read}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <EmptyState icon="units" title={t("unit.groupings-none")}>
                {t("unit.groupings-none-help")}
              </EmptyState>
            )}
            <ul className="row-list">
              {items.map(({ id, kind, name, members }) => (
                <li key={id}>
                  <Link className="row-link" to={groupingPath(unitId, id, at.day)}>
                    <Icon name="people" size={22} />
                    <span>
                      {name}
                      <small>
                        {t(`unit.grouping-kind.${kind}`)} · {t("unit.grouping-count", { count: members })}
                      </small>
                    </span>
                    <Icon name="right" />
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
    </Page>
  );
}
