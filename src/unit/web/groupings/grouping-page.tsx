// One grouping with its members as of a day; made and changed by those who may.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { ErrorState, Skeletons } from "../../../platform/ui/states.tsx";
import { getGrouping } from "../../contract/groupings.ts";
import type { GroupingView } from "../../schema/groupings.ts";
import { groupingsPath, unitPath } from "../paths.ts";
import { DayControl, useAsOf } from "../tree/day-control.tsx";
import { GroupingForm } from "./grouping-form.tsx";

export function GroupingPage() {
  const { groupingId = "" } = useParams();
  return <Grouping key={groupingId} groupingId={groupingId} />;
}

function Grouping({ groupingId }: { readonly groupingId: string }) {
  const t = useT();
  const at = useAsOf();
  const { unitId = "" } = useParams();
  const [editing, setEditing] = useState(false);
  const query = at.day === undefined ? {} : { asOf: at.day };
  const read = useRead(getGrouping, { params: { unitId, groupingId }, query }, { keep: true });
  const back = { to: groupingsPath(unitId, at.day), label: t("unit.groupings") };
  const form = (grouping: GroupingView | undefined) => (
    <GroupingForm
      unitId={unitId}
      groupingId={groupingId}
      grouping={grouping}
      asOf={at.asOf}
      onDone={() => setEditing(false)}
    />
  );
  // An address nothing stands at yet is that of a new grouping.
  if (read.error?.code === "not-found") {
    return (
      <Page title={t("unit.grouping-new")} lead={t("unit.groupings-lead")} back={back}>
        {form(undefined)}
      </Page>
    );
  }
  if (read.data === undefined) {
    return (
      <Page title={t("unit.groupings")} back={back}>
        {read.error ? <ErrorState problem={read.error} onRetry={() => void read.refetch()} /> : <Skeletons />}
      </Page>
    );
  }
  const { name, kind, members, units, allowedActions } = read.data;
  const may = allowedActions.includes("unit.set-grouping");
  return (
    <Page
      title={name}
      lead={`${t("unit.grouping-kind")} ${t(`unit.grouping-kind.${kind}`)} · ${t("unit.grouping-count", { count: members })}`}
      back={back}
      printable
      actions={
        may &&
        !editing && (
          <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => setEditing(true)}>
            {t("unit.grouping-edit")}
          </Button>
        )
      }
    >
      {editing ? (
        form(read.data)
      ) : (
        <>
          <DayControl label={t("unit.grouping-as-of")} at={at} />
          {units.length === 0 && <p className="soft">{t("unit.grouping-no-members")}</p>}
          <ul className="row-list">
            {units.map((unit) => (
              <li key={unit.id}>
                <Link className="row-link" to={unitPath(unitId, unit.id, at.day)}>
                  <span>{unit.name}</span>
                  <Icon name="right" />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
