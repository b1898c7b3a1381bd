// Takes up the plan of a drive that nobody has approved yet.
import { useParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { listCampaigns } from "../../campaign/contract.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { listFacilities } from "../../unit/contract.ts";
import { getPlan } from "../contract/plan.ts";
import { getDrive } from "../contract.ts";
import { PlanEditor } from "./plan-editor.tsx";

export function ChangePlanPage() {
  const t = useT();
  const { placeId } = useActing();
  const { driveId = "" } = useParams();
  const drive = useRead(getDrive, { params: { driveId } });
  const plan = useRead(getPlan, { params: { driveId } });
  const campaigns = useRead(listCampaigns, { params: { unitId: placeId } });
  const facilities = useRead(listFacilities, {});
  return (
    <Page
      title={t("drive.change-plan")}
      back={{ to: atUnit(placeId, "dot", driveId), label: drive.data?.name ?? t("drive.title") }}
    >
      <Shown read={drive}>
        {(found) =>
          found.allowedActions.includes("drive.change-plan") ? (
            <Shown read={plan}>
              {(planned) => (
                <Shown read={campaigns}>
                  {({ items }) => (
                    <Shown read={facilities}>
                      {(places) => (
                        <PlanEditor
                          unitId={placeId}
                          campaigns={items}
                          facilities={places.items}
                          existing={{ drive: found, plan: planned }}
                        />
                      )}
                    </Shown>
                  )}
                </Shown>
              )}
            </Shown>
          ) : (
            <p className="note">{t("drive.plan.no-change")}</p>
          )
        }
      </Shown>
    </Page>
  );
}
