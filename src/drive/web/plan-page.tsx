// Plans a donation day: what and where first, then sessions with their slots shown as they are typed.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { listCampaigns } from "../../campaign/contract.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../platform/ui/states.tsx";
import { listFacilities } from "../../unit/contract.ts";
import { PlanEditor } from "./plan-editor.tsx";

export function PlanDrivePage() {
  const t = useT();
  const { placeId } = useActing();
  const campaigns = useRead(listCampaigns, { params: { unitId: placeId } });
  const facilities = useRead(listFacilities, {});
  return (
    <Page
      title={t("drive.plan")}
      lead={t("drive.plan.lead")}
      back={{ to: atUnit(placeId, "dot"), label: t("drive.back-to-list") }}
    >
      <Shown read={campaigns}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="campaign"
              title={t("drive.plan.no-campaign-title")}
              action={
                <Button component={Link} to={atUnit(placeId, "van-ban")}>
                  {t("drive.plan.to-letters")}
                </Button>
              }
            >
              {t("drive.plan.no-campaign")}
            </EmptyState>
          ) : (
            <Shown read={facilities}>
              {(found) => <PlanEditor unitId={placeId} campaigns={items} facilities={found.items} />}
            </Shown>
          )
        }
      </Shown>
    </Page>
  );
}
