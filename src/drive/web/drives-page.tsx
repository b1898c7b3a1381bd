// A unit's donation days, and the way to plan one.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { EmptyState, LoadMore, Shown } from "../../platform/ui/states.tsx";
import { listDrives } from "../contract.ts";
import { DriveRows } from "./drive-rows.tsx";

export function DrivesPage() {
  const t = useT();
  const { placeId, roles } = useActing();
  const drives = useReadPages(listDrives, { params: { unitId: placeId }, query: { limit: 40 } });
  const mayPlan = roles.includes("officer") || roles.includes("signatory");
  const plan = (
    <Button component={Link} to={atUnit(placeId, "dot", "moi")} leftSection={<Icon name="plus" />}>
      {t("drive.plan")}
    </Button>
  );
  const calendar = (
    <Button
      component={Link}
      variant="default"
      to={atUnit(placeId, "dot", "lich")}
      leftSection={<Icon name="clock" />}
    >
      {t("drive.calendar.open")}
    </Button>
  );
  const found = drives.items?.length ?? 0;
  return (
    <Page title={t("drive.title")} lead={t("drive.lead")} actions={calendar}>
      <Shown read={{ data: drives.items, error: drives.error, refetch: drives.retry }} rows={4}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon="drive" title={t("drive.empty-title")} {...(mayPlan && { action: plan })}>
              {t(mayPlan ? "drive.empty-plan" : "drive.empty-wait")}
            </EmptyState>
          ) : (
            <>
              <DriveRows drives={items} hrefOf={({ id }) => atUnit(placeId, "dot", id)} />
              <LoadMore pages={drives} />
            </>
          )
        }
      </Shown>
      {mayPlan && found > 0 && <div className="act-bar no-print">{plan}</div>}
    </Page>
  );
}
