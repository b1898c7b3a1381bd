// Targets of a unit in a campaign: the assigned number, its own beside it, and the split over the units below.
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useParams } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { getCampaign } from "../../campaign/contract.ts";
import { campaignsPath } from "../../campaign/web/paths.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { getTargets } from "../contract.ts";
import { TargetMeasure } from "../schema.ts";
import { OwnTarget } from "./own-target.tsx";
import { SplitForm } from "./split-form.tsx";
import { SplitTable } from "./split-table.tsx";

export function TargetsPage() {
  const t = useT();
  const { placeId: unitId } = useActing();
  const { campaignId = "" } = useParams();
  const [measure, setMeasure] = useState<TargetMeasure>("units");
  const campaign = useRead(getCampaign, { params: { unitId, campaignId } });
  const targets = useRead(getTargets, { params: { unitId, campaignId }, query: { measure } });
  return (
    <Page
      title={t("target.title")}
      lead={campaign.data?.name}
      back={{ to: campaignsPath(unitId), label: t("target.to-campaigns") }}
      printable
    >
      <div className="no-print measure-switch">
        <SegmentedControl
          size="md"
          aria-label={t("target.measure")}
          value={measure}
          onChange={(value) => setMeasure(TargetMeasure.parse(value))}
          data={TargetMeasure.options.map((value) => ({ value, label: t(`target.measure.${value}`) }))}
        />
      </div>
      <Shown read={targets} rows={3}>
        {(view) => {
          const maySplit =
            view.allowedActions.includes("target.give") ||
            (view.allowedActions.includes("target.split") && view.assigned !== null);
          return (
            <>
              <div className="target-pair">
                <section className="card" aria-labelledby="assigned-target">
                  <h2 className="section-head" id="assigned-target">
                    {t("target.assigned")}
                  </h2>
                  <p className="big-figure">
                    {view.assigned === null ? t("target.not-assigned") : formatCount(view.assigned)}
                  </p>
                  <p className="soft">{t(`target.counted-in.${measure}`)}</p>
                </section>
                <OwnTarget key={measure} view={view} unitId={unitId} campaignId={campaignId} />
              </div>
              {maySplit ? (
                <SplitForm
                  // Another version is another form: what was typed belongs to the one it was typed on.
                  key={`${measure} ${view.version}`}
                  view={view}
                  unitId={unitId}
                  campaignId={campaignId}
                />
              ) : (
                <SplitTable view={view} />
              )}
            </>
          );
        }}
      </Shown>
    </Page>
  );
}
