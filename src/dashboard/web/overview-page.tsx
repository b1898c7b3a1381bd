// The overview: read in ten seconds, as of any day. Three parts under one head: progress, ranking, groupings.
import { Button } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { campaignsPath, overviewPath } from "../../campaign/web/paths.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { AsOfControl, useAsOf } from "../../platform/ui/as-of.tsx";
import { addressOf } from "../../platform/ui/client.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Crumbs, Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { exportOverview } from "../contract/league.ts";
import { getOverview } from "../contract.ts";
import type { Overview } from "../schema.ts";
import { BehindList } from "./behind-list.tsx";
import { GroupingTable } from "./grouping-table.tsx";
import { LateList } from "./late-list.tsx";
import { LeagueTable } from "./league-table.tsx";
import { PARTS, type Part, queryOf, usePart } from "./part.ts";
import { ProgressCard } from "./progress-card.tsx";
import { Summary } from "./summary.tsx";
import { TileMap } from "./tile-map.tsx";
import { UnitRows } from "./unit-rows.tsx";

export function OverviewPage() {
  const t = useT();
  const today = useToday();
  const asOf = useAsOf();
  const part = usePart();
  const { placeId } = useActing();
  const { campaignId = "", shownId = placeId } = useParams();
  const asked = asOf === today ? {} : { asOf };
  const overview = useRead(
    getOverview,
    { params: { unitId: shownId, campaignId }, query: asked },
    { keep: true },
  );
  const home = overviewPath(placeId, campaignId);
  const hrefOf = (unitId: string, of: Part = part): string =>
    `${unitId === placeId ? home : `${home}/${unitId}`}${queryOf(asOf, today, of)}`;
  const { data } = overview;
  return (
    <Page
      title={data?.unit.name ?? t("dashboard.title")}
      {...(data && { lead: data.campaign.name })}
      back={{ to: campaignsPath(placeId), label: t("dashboard.back") }}
      printable
      actions={
        <Button
          component="a"
          variant="default"
          href={addressOf(exportOverview, { params: { unitId: shownId, campaignId }, query: asked })}
          download
          leftSection={<Icon name="down" />}
        >
          {t("dashboard.export")}
        </Button>
      }
    >
      {data && <Path overview={data} placeId={placeId} hrefOf={hrefOf} />}
      <AsOfControl />
      <nav className="letter-tabs no-print" aria-label={t("dashboard.parts")}>
        <ul>
          {PARTS.map((one) => (
            <li key={one}>
              <Link
                to={hrefOf(shownId, one)}
                aria-current={one === part ? "page" : undefined}
                preventScrollReset
              >
                {t(`dashboard.part.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Shown read={overview} rows={6}>
        {(found) => (
          <div className="overview" aria-busy={overview.isPlaceholderData}>
            <PastNotes overview={found} hrefOf={hrefOf} />
            {part === "progress" && <Progress overview={found} hrefOf={hrefOf} />}
            {part === "league" && (
              <LeagueTable key={found.unit.id} unitId={shownId} campaign={found.campaign} hrefOf={hrefOf} />
            )}
            {part === "groupings" && <GroupingTable unitId={shownId} overview={found} />}
          </div>
        )}
      </Shown>
    </Page>
  );
}

interface PartProps {
  readonly overview: Overview;
  readonly hrefOf: (unitId: string) => string;
}

function Progress({ overview, hrefOf }: PartProps) {
  return (
    <>
      <Summary overview={overview} />
      <ProgressCard overview={overview} />
      <BehindList overview={overview} hrefOf={hrefOf} />
      <TileMap overview={overview} hrefOf={hrefOf} />
      <UnitRows overview={overview} hrefOf={hrefOf} />
      <LateList overview={overview} />
    </>
  );
}

/** What a reader of a day gone by must know: which day it is, and whether the unit still stands. */
function PastNotes({ overview, hrefOf }: PartProps) {
  const t = useT();
  const today = useToday();
  const { asOf, campaign, heir } = overview;
  if (asOf >= today) return null;
  return (
    <>
      <p className="note note-plain">
        <Icon name="clock" />
        {asOf < campaign.from
          ? t("dashboard.as-of-before-start", { day: formatDay(campaign.from) })
          : t("dashboard.as-of-past", { day: formatDay(asOf) })}
      </p>
      {heir && (
        <p className="note note-plain">
          <Icon name="units" />
          <span>
            {t("dashboard.ended")} <Link to={hrefOf(heir.id)}>{heir.name}</Link>
          </span>
        </p>
      )}
    </>
  );
}

interface PathProps extends PartProps {
  readonly placeId: string;
}

/** From the unit one acts for down to the one shown; what stands above is not this reader's to open. */
function Path({ overview, placeId, hrefOf }: PathProps) {
  const t = useT();
  const start = overview.path.findIndex(({ id }) => id === placeId);
  if (start === -1) return null;
  const above = overview.path.slice(start).filter(({ id }) => id !== overview.unit.id);
  return (
    <Crumbs
      label={t("dashboard.path")}
      items={[
        ...above.map(({ id, name, shortName }) => ({ label: shortName || name, to: hrefOf(id) })),
        { label: overview.unit.shortName || overview.unit.name },
      ]}
    />
  );
}
