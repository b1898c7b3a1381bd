// Campaigns a unit leads or takes part in, newest first, with the ways into each.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { formatDay } from "../../platform/pure/calendar.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { EmptyState, ErrorState, LoadMore, Skeletons } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { listCampaigns } from "../contract.ts";
import type { CampaignView } from "../schema.ts";
import { invitePath, overviewPath, targetsPath } from "./paths.ts";
import { phaseOf } from "./running.ts";

interface CampaignsPageProps {
  /** Where a campaign begins: reading its letter. */
  readonly beginPath: (unitId: string) => string;
}

export function CampaignsPage({ beginPath }: CampaignsPageProps) {
  const t = useT();
  const { placeId } = useActing();
  const pages = useReadPages(listCampaigns, { params: { unitId: placeId } });
  const begin = (
    <Button component={Link} to={beginPath(placeId)} variant="default" leftSection={<Icon name="letter" />}>
      {t("campaign.begin")}
    </Button>
  );
  return (
    <Page title={t("campaign.title")} actions={begin}>
      {pages.items === undefined &&
        (pages.error ? (
          <ErrorState problem={pages.error} onRetry={pages.retry} />
        ) : (
          <Skeletons rows={2} height={140} />
        ))}
      {pages.items?.length === 0 && (
        <EmptyState icon="campaign" title={t("campaign.none")}>
          {t("campaign.none-help")}
        </EmptyState>
      )}
      {pages.items?.map((campaign) => (
        <CampaignCard key={campaign.id} campaign={campaign} unitId={placeId} />
      ))}
      <LoadMore pages={pages} />
    </Page>
  );
}

function CampaignCard({ campaign, unitId }: { readonly campaign: CampaignView; readonly unitId: string }) {
  const t = useT();
  const phase = phaseOf(campaign, useToday());
  const states = { before: "missing", running: "doing", after: "done" } as const;
  return (
    <article className="card campaign-card">
      <h2 className="section-head">{campaign.name}</h2>
      <StateChip state={states[phase]} word={t(`campaign.phase.${phase}`)} />
      <p>
        {t("campaign.period", { from: formatDay(campaign.from), until: formatDay(campaign.until) })}
        {" · "}
        {t("campaign.led-by", { unit: campaign.unitName })}
      </p>
      <p className="soft">{t(`campaign.rule.${campaign.unitRule}`)}</p>
      <div className="button-row">
        <Button component={Link} to={overviewPath(unitId, campaign.id)}>
          {t("campaign.to-overview")}
        </Button>
        <Button
          component={Link}
          to={targetsPath(unitId, campaign.id)}
          variant="default"
          leftSection={<Icon name="target" />}
        >
          {t("campaign.to-targets")}
        </Button>
        <Button
          component={Link}
          to={invitePath(unitId, campaign.id)}
          variant="default"
          leftSection={<Icon name="people" />}
        >
          {t("campaign.to-invite")}
        </Button>
      </div>
    </article>
  );
}
