// The frame the pages about targets share: the campaign, whose numbers, counted in what, as of which day.
import { Button, SegmentedControl } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { getCampaign } from "../../campaign/contract.ts";
import type { CampaignView } from "../../campaign/schema.ts";
import { campaignsPath } from "../../campaign/web/paths.ts";
import { formatDay, isDay } from "../../platform/pure/calendar.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Crumbs, Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { useToday } from "../../platform/ui/today.tsx";
import { getUnit } from "../../unit/contract.ts";
import { TargetMeasure } from "../schema.ts";
import { MEASURE, measureOf, type TargetPart, targetPartPath } from "./paths.ts";

/** What a page about targets knows from its address. */
export interface Framed {
  /** The unit one acts for. */
  readonly placeId: string;
  /** The unit whose numbers are shown: it, or one below. */
  readonly unitId: string;
  readonly campaignId: string;
  readonly measure: TargetMeasure;
  /** A day gone by (or to come) that is asked for; undefined for today. */
  readonly asOf: string | undefined;
  /** Undefined until it has been read. */
  readonly campaign: CampaignView | undefined;
}

interface FrameProps {
  readonly part: TargetPart;
  readonly title: string;
  /** The page can be asked as of a day. */
  readonly dated?: boolean;
  /** false: the page is about units of blood, whatever is counted on the others. */
  readonly measured?: boolean;
  readonly children: (framed: Framed) => ReactNode;
}

const TABS: readonly TargetPart[] = ["split", "funnel", "annex", "history"];

export function TargetFrame({ part, title, dated = false, measured = true, children }: FrameProps) {
  const t = useT();
  const today = useToday();
  const navigate = useNavigate();
  const { placeId } = useActing();
  const { campaignId = "", shownId: unitId = placeId } = useParams();
  const [search] = useSearchParams();
  const measure = measureOf(search.get(MEASURE));
  const wanted = search.get("asOf") ?? "";
  const asOf = dated && isDay(wanted) && wanted !== today ? wanted : undefined;
  const campaign = useRead(getCampaign, { params: { unitId: placeId, campaignId } });
  const at = { placeId, campaignId, shownId: unitId, measure, asOf };
  const go = (change: Partial<typeof at>): void =>
    void navigate(targetPartPath(part, { ...at, ...change }), { preventScrollReset: true });
  return (
    <Page
      title={title}
      lead={campaign.data?.name}
      back={{ to: campaignsPath(placeId), label: t("target.to-campaigns") }}
      printable
    >
      <Tabs part={part} at={{ placeId, campaignId, shownId: unitId, measure }} />
      {unitId !== placeId && <WayDown {...at} unitId={unitId} part={part} />}
      {(measured || dated) && (
        <div className="target-controls no-print">
          {measured && (
            <SegmentedControl
              size="md"
              aria-label={t("target.measure")}
              value={measure}
              onChange={(value) => go({ measure: TargetMeasure.parse(value) })}
              data={TargetMeasure.options.map((value) => ({ value, label: t(`target.measure.${value}`) }))}
            />
          )}
          {dated && (
            <div className="target-day">
              <DayInput
                key={asOf ?? today}
                label={t("target.as-of")}
                value={asOf ?? today}
                onChange={(day) => day !== "" && go({ asOf: day === today ? undefined : day })}
              />
              {asOf !== undefined && (
                <Button variant="default" onClick={() => go({ asOf: undefined })}>
                  {t("target.back-to-today")}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {asOf !== undefined && (
        <p className="note target-past" role="status">
          <Icon name="clock" />
          {t("target.past", { day: formatDay(asOf) })}
        </p>
      )}
      {children({ placeId, unitId, campaignId, measure, asOf, campaign: campaign.data })}
    </Page>
  );
}

interface TabsProps {
  readonly part: TargetPart;
  readonly at: Parameters<typeof targetPartPath>[1];
}

function Tabs({ part, at }: TabsProps) {
  const t = useT();
  const here = useRef<HTMLLIElement>(null);
  // On a phone the tabs run off the screen: the one that is open stands in sight.
  useEffect(() => {
    here.current?.scrollIntoView({ inline: "center", block: "nearest" });
  }, []);
  return (
    <nav className="letter-tabs no-print" aria-label={t("target.tabs")}>
      <ul>
        {TABS.map((tab) => (
          <li key={tab} ref={tab === part ? here : undefined}>
            <Link
              to={targetPartPath(tab, at)}
              aria-current={tab === part ? "page" : undefined}
              preventScrollReset
            >
              {t(`target.tab.${tab}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface WayDownProps {
  readonly part: TargetPart;
  readonly placeId: string;
  readonly unitId: string;
  readonly campaignId: string;
  readonly measure: TargetMeasure;
  readonly asOf: string | undefined;
}

/** From the unit one acts for down to the one that is shown. */
function WayDown({ part, unitId, asOf, ...at }: WayDownProps) {
  const t = useT();
  const query = asOf === undefined ? {} : { asOf };
  const { data } = useRead(getUnit, { params: { unitId }, query }, { keep: true });
  if (data === undefined) return null;
  const from = Math.max(
    0,
    data.path.findIndex(({ id }) => id === at.placeId),
  );
  return (
    <Crumbs
      label={t("target.way-down")}
      items={[
        ...data.path.slice(from).map(({ id, name, shortName }) => ({
          label: shortName || name,
          to: targetPartPath(part, { ...at, shownId: id, asOf }),
        })),
        { label: data.unit.name },
      ]}
    />
  );
}
