// The home of a facility: the donation days it takes.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { EmptyState, LoadMore, Shown } from "../../platform/ui/states.tsx";
import { listFacilityDrives } from "../contract.ts";
import { DriveRows } from "./drive-rows.tsx";

export function FacilityDrivesPage() {
  const t = useT();
  const { placeId } = useActing();
  const drives = useReadPages(listFacilityDrives, { params: { facilityId: placeId }, query: { limit: 40 } });
  return (
    <Page
      title={t("drive.facility-title")}
      lead={t("drive.facility-lead")}
      actions={
        <Button component={Link} variant="default" to={atUnit(placeId, "tiep-nhan", "kha-nang")}>
          {t("drive.capacity.own-title")}
        </Button>
      }
    >
      <Shown read={{ data: drives.items, error: drives.error, refetch: drives.retry }} rows={4}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon="drive" title={t("drive.facility-empty-title")}>
              {t("drive.facility-empty")}
            </EmptyState>
          ) : (
            <>
              <DriveRows drives={items} hrefOf={({ id }) => atUnit(placeId, "tiep-nhan", id)} />
              <LoadMore pages={drives} />
            </>
          )
        }
      </Shown>
    </Page>
  );
}
