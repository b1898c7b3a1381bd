// A drive as a union sees it, by its state: opened, booked, and after closing the outcomes and the way to the report.
import { Button } from "@mantine/core";
import { Link, useParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { DriveHistory } from "../../booking/web/changes/history.tsx";
import { HostCard } from "../../booking/web/host-card.tsx";
import { OpenPlaces } from "../../booking/web/open-places.tsx";
import { PlacesSection } from "../../booking/web/places-section.tsx";
import { getDrive } from "../../drive/contract.ts";
import type { DriveView } from "../../drive/schema.ts";
import { DaySections } from "../../drive/web/day/day-sections.tsx";
import { DeskForm } from "../../drive/web/desk-form.tsx";
import { DriveFacts } from "../../drive/web/drive-facts.tsx";
import { PlanSteps } from "../../drive/web/plan-steps.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { UnitOutcomes } from "./unit-outcomes.tsx";
import { UnitSheetSection } from "./unit-sheet.tsx";

export function DrivePage() {
  const t = useT();
  const { placeId } = useActing();
  const { driveId = "" } = useParams();
  const drive = useRead(getDrive, { params: { driveId } });
  return (
    <Page
      title={drive.data?.name ?? t("drive.title")}
      back={{ to: atUnit(placeId, "dot"), label: t("drive.back-to-list") }}
      printable
    >
      <Shown read={drive}>
        {(found) => (
          <div className="drive-page">
            <DriveFacts drive={found} />
            <DriveHistory drive={found} unitId={placeId} />
            <HostCard drive={found} unitId={placeId} />
            <ByState drive={found} unitId={placeId} />
            <DaySections drive={found} unitId={placeId} />
            {found.allowedActions.includes("drive.grant-desk") && <DeskForm drive={found} />}
          </div>
        )}
      </Shown>
    </Page>
  );
}

function ByState({ drive, unitId }: { readonly drive: DriveView; readonly unitId: string }) {
  const t = useT();
  switch (drive.state) {
    case "planned":
      return (
        <>
          <OpenPlaces drive={drive} />
          <PlanSteps drive={drive} unitId={unitId} />
        </>
      );
    case "approved":
      return <OpenPlaces drive={drive} />;
    case "open":
      return (
        <PlacesSection drive={drive} unitId={unitId}>
          <Button variant="default" component={Link} to={atUnit(unitId, "dot", drive.id, "moi-lai")}>
            {t("recall.title")}
          </Button>
        </PlacesSection>
      );
    case "closed":
      return (
        <>
          <UnitSheetSection driveId={drive.id} unitId={unitId} />
          <UnitOutcomes driveId={drive.id} unitId={unitId} />
          <div className="act-bar no-print">
            <Button component={Link} to={atUnit(unitId, "bao-cao")} leftSection={<Icon name="report" />}>
              {t("turnout.to-reports")}
            </Button>
            <Button
              variant="default"
              component={Link}
              to={atUnit(unitId, "dot", drive.id, "cam-on")}
              leftSection={<Icon name="letter" />}
            >
              {t("recall.thanks-title")}
            </Button>
          </div>
        </>
      );
    case "cancelled":
      return (
        <p className="note">
          <Icon name="alarm" />
          {t("turnout.cancelled")}
        </p>
      );
  }
}
