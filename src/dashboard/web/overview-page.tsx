// The overview: read in ten seconds. One sentence, one bar, then time, tiles, rows, and who is late; as of any day.
import { useParams } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { campaignsPath, overviewPath } from "../../campaign/web/paths.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Crumbs, Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { TargetBar } from "../../platform/ui/target-bar.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { standingWords } from "../../report/web/standing.ts";
import { getOverview } from "../contract.ts";
import type { Overview } from "../schema.ts";
import { AsOfControl, asOfQuery, useAsOf } from "./as-of.tsx";
import { LateList } from "./late-list.tsx";
import { ProgressCard } from "./progress-card.tsx";
import { TileMap } from "./tile-map.tsx";
import { UnitRows } from "./unit-rows.tsx";
import { rateOf, sentenceOf } from "./words.ts";

export function OverviewPage() {
  const t = useT();
  const today = useToday();
  const asOf = useAsOf();
  const { placeId } = useActing();
  const { campaignId = "", shownId = placeId } = useParams();
  const overview = useRead(
    getOverview,
    { params: { unitId: shownId, campaignId }, query: asOf === today ? {} : { asOf } },
    { keep: true },
  );
  const home = overviewPath(placeId, campaignId);
  const hrefOf = (unitId: string): string =>
    `${unitId === placeId ? home : `${home}/${unitId}`}${asOfQuery(asOf, today)}`;
  const { data } = overview;
  return (
    <Page
      title={data?.unit.name ?? t("dashboard.title")}
      {...(data && { lead: data.campaign.name })}
      back={{ to: campaignsPath(placeId), label: t("dashboard.back") }}
      printable
    >
      {data && <Path overview={data} placeId={placeId} hrefOf={hrefOf} />}
      <AsOfControl />
      <Shown read={overview} rows={6}>
        {(found) => (
          <div className="overview" aria-busy={overview.isPlaceholderData}>
            {found.asOf < today && (
              <p className="note note-plain">
                <Icon name="clock" />
                {found.asOf < found.campaign.from
                  ? t("dashboard.as-of-before-start", { day: formatDay(found.campaign.from) })
                  : t("dashboard.as-of-past", { day: formatDay(found.asOf) })}
              </p>
            )}
            <Summary overview={found} />
            <ProgressCard overview={found} />
            <TileMap rows={found.children} hrefOf={hrefOf} />
            <UnitRows overview={found} hrefOf={hrefOf} />
            <LateList overview={found} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

interface PathProps {
  readonly overview: Overview;
  readonly placeId: string;
  readonly hrefOf: (unitId: string) => string;
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

function Summary({ overview }: { readonly overview: Overview }) {
  const t = useT();
  const today = useToday();
  const { totals, assigned, own, event, children, ownRow } = overview;
  const rows = ownRow === null ? children : [...children, ownRow];
  const owed = rows.reduce((sum, row) => sum + row.reportsOwed, 0);
  const late = rows.reduce((sum, row) => sum + row.reportsLate, 0);
  const rate = rateOf(totals);
  return (
    <section className="card overview-summary">
      <p className="overview-sentence">{sentenceOf(t, overview, today)}</p>
      {event && (
        <p className="overview-event">
          {t("dashboard.event", {
            units: formatHundredths(event.unitsHundredths),
            donated: formatCount(event.donated),
          })}
        </p>
      )}
      <TargetBar
        words={t("dashboard.bar-words", { units: formatHundredths(totals.unitsHundredths) })}
        doneHundredths={totals.unitsHundredths}
        assigned={assigned}
        own={own}
        reached={standingWords(t, totals.unitsHundredths, assigned ?? own, "brief")}
      />
      <ul className="plain-list">
        {own !== null && (
          <li>
            {t("dashboard.own-standing", {
              target: formatCount(own),
              words: standingWords(t, totals.unitsHundredths, own),
            })}
          </li>
        )}
        <li>
          {t("dashboard.funnel-words", {
            registered: formatCount(totals.registered),
            donated: formatCount(totals.donated),
          })}
          {rate !== undefined && ` (${rate})`}
        </li>
        {owed > 0 && <li>{t("dashboard.reports-owed", { owed, late })}</li>}
      </ul>
      <p className="soft">{t(`dashboard.rule.${overview.campaign.unitRule}`)}</p>
    </section>
  );
}
