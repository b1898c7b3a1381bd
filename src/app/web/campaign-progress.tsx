// How the running campaigns go at one's unit: one bar each, above the duties. Silent where nothing is known yet.
import { Skeleton } from "@mantine/core";
import { Link } from "react-router";
import { listCampaigns } from "../../campaign/contract.ts";
import type { CampaignView } from "../../campaign/schema.ts";
import { overviewPath } from "../../campaign/web/paths.ts";
import { currentOf } from "../../campaign/web/running.ts";
import { getOverview } from "../../dashboard/contract.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { TargetBar } from "../../platform/ui/target-bar.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { standingWords } from "../../report/web/standing.ts";

export function CampaignProgress({ unitId }: { readonly unitId: string }) {
  const today = useToday();
  const campaigns = useRead(listCampaigns, { params: { unitId }, query: { limit: 20 } });
  if (campaigns.isPending) return <Skeleton height={120} radius="md" mb="md" />;
  return currentOf(campaigns.data?.items ?? [], today).map((campaign) => (
    <Progress key={campaign.id} campaign={campaign} unitId={unitId} />
  ));
}

function Progress({ campaign, unitId }: { readonly campaign: CampaignView; readonly unitId: string }) {
  const t = useT();
  const overview = useRead(getOverview, { params: { unitId, campaignId: campaign.id } });
  const { data } = overview;
  return (
    <section className="card campaign-progress" aria-label={campaign.name}>
      <Link to={overviewPath(unitId, campaign.id)}>
        {campaign.name}
        <Icon name="right" size={18} />
      </Link>
      {overview.isPending && <Skeleton height={56} radius="md" />}
      {data && (
        <>
          <TargetBar
            words={t("shell.progress-words", { units: formatHundredths(data.totals.unitsHundredths) })}
            doneHundredths={data.totals.unitsHundredths}
            assigned={data.assigned}
            own={data.own}
            reached={standingWords(t, data.totals.unitsHundredths, data.assigned ?? data.own, "brief")}
          />
          <p className="soft">
            {t("shell.progress-registered", { count: formatCount(data.totals.registered) })}
          </p>
        </>
      )}
    </section>
  );
}
