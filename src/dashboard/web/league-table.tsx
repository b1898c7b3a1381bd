// The ranking: by blood per 100 members, by target, or most improved; of unions directly below or of all grassroots ones.
import { Button, SegmentedControl, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import type { CampaignView } from "../../campaign/schema.ts";
import { formatCount, formatPercent } from "../../platform/pure/text-vi.ts";
import { useAsOf } from "../../platform/ui/as-of.tsx";
import { Count, formatHundredths } from "../../platform/ui/figures.tsx";
import { type T, useT } from "../../platform/ui/i18n.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { getLeague } from "../contract/league.ts";
import { LEAGUE_LEVELS, LEAGUE_ORDERS, LeagueLevel, LeagueOrder, type LeagueRow } from "../schema/league.ts";

interface LeagueTableProps {
  readonly unitId: string;
  readonly campaign: CampaignView;
  readonly hrefOf: (unitId: string) => string;
}

/** Per 100 members with one decimal: more would promise what a small union's number does not know. */
const rateWords = (rate: number | null): string =>
  rate === null ? "–" : formatHundredths(Math.round(rate / 10) * 10);

const changeWords = (t: T, change: number | null): string =>
  change === null
    ? "–"
    : t(change >= 0 ? "dashboard.league-up" : "dashboard.league-down", { rate: rateWords(Math.abs(change)) });

const PAGE = 50;

export function LeagueTable({ unitId, campaign, hrefOf }: LeagueTableProps) {
  const t = useT();
  const today = useToday();
  const asOf = useAsOf();
  const [level, setLevel] = useState<LeagueLevel>("children");
  const [by, setBy] = useState<LeagueOrder>("rate");
  const ask = {
    params: { unitId, campaignId: campaign.id },
    query: { level, by, limit: PAGE, ...(asOf !== today && { asOf }) },
  };
  // The first page, which the table below shares.
  const first = useRead(getLeague, ask, { keep: true });
  return (
    <section className="card league">
      <Title order={2} size="h3">
        {t(`dashboard.league.${by}`)}
      </Title>
      <div className="league-choice no-print">
        <SegmentedControl
          aria-label={t("dashboard.league-by")}
          value={by}
          onChange={(value) => setBy(LeagueOrder.parse(value))}
          data={LEAGUE_ORDERS.map((value) => ({ value, label: t(`dashboard.league-order.${value}`) }))}
        />
        <SegmentedControl
          aria-label={t("dashboard.league-level")}
          value={level}
          onChange={(value) => setLevel(LeagueLevel.parse(value))}
          data={LEAGUE_LEVELS.map((value) => ({ value, label: t(`dashboard.league-level.${value}`) }))}
        />
      </div>
      <Shown read={first} rows={4}>
        {({ mean, last, withoutPlace, total, tooWide }) =>
          tooWide ? (
            <EmptyState icon="units" title={t("dashboard.league-too-wide")}>
              {t("dashboard.league-too-wide-help")}
            </EmptyState>
          ) : (
            <>
              {by === "improved" && (
                <p>
                  {last === null
                    ? t("dashboard.league-no-last")
                    : t("dashboard.league-last", { name: last.name, year: String(last.year) })}
                </p>
              )}
              {by !== "target" && mean !== null && (
                <p className="soft">
                  {t("dashboard.league-how", {
                    mean: rateWords(mean.rate),
                    weight: formatCount(mean.weight),
                  })}
                </p>
              )}
              {total === 0 ? (
                <EmptyState icon="units" title={t("dashboard.rows-empty-title")}>
                  {t("dashboard.rows-empty")}
                </EmptyState>
              ) : (
                <Ranking key={`${by} ${level} ${asOf}`} ask={ask} hrefOf={hrefOf} />
              )}
              {withoutPlace > 0 && (
                <p className="soft">{t("dashboard.league-without", { count: withoutPlace })}</p>
              )}
            </>
          )
        }
      </Shown>
    </section>
  );
}

type ColumnKey = "adjusted" | "raw" | "units" | "members" | "percent" | "target" | "change" | "last";

/** What each order shows, the value it ranks by first. */
const COLUMNS: Record<LeagueOrder, readonly ColumnKey[]> = {
  rate: ["adjusted", "raw", "units", "members"],
  target: ["percent", "units", "target"],
  improved: ["change", "units", "last", "members"],
};

function cellOf(t: T, key: ColumnKey, row: LeagueRow): string {
  switch (key) {
    case "adjusted":
    case "raw":
      return rateWords(row[key]);
    case "units":
      return formatHundredths(row.unitsHundredths);
    case "members":
      return row.members === 0 ? t("dashboard.members-unknown") : formatCount(row.members);
    case "percent":
      return row.percentTenths === null ? "–" : formatPercent(row.percentTenths / 10);
    case "target":
      return row.target === null ? "–" : formatCount(row.target);
    case "change":
      return changeWords(t, row.change);
    case "last":
      return row.lastHundredths === null ? "–" : formatHundredths(row.lastHundredths);
  }
}

interface RankingProps {
  readonly ask: {
    readonly params: { readonly unitId: string; readonly campaignId: string };
    readonly query: { level: LeagueLevel; by: LeagueOrder; limit: number; asOf?: string };
  };
  readonly hrefOf: (unitId: string) => string;
}

/** One table, a body for each page: the next is asked for when somebody wants it. */
function Ranking({ ask, hrefOf }: RankingProps) {
  const t = useT();
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  return (
    <div className="table-place">
      <table className="table card-table league-rows">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t("dashboard.league-col.place")}
            </th>
            <th scope="col">{t("dashboard.col.unit")}</th>
            {COLUMNS[ask.query.by].map((key) => (
              <th key={key} scope="col" className="number">
                {t(`dashboard.league-col.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        {pages.map((after, index) => (
          <RankedPage
            key={after ?? ""}
            ask={ask}
            after={after}
            hrefOf={hrefOf}
            {...(index === pages.length - 1 && { onMore: (next: string) => setPages([...pages, next]) })}
          />
        ))}
      </table>
    </div>
  );
}

interface RankedPageProps extends RankingProps {
  readonly after: string | undefined;
  /** Only the last page shown offers the next. */
  readonly onMore?: (next: string) => void;
}

function RankedPage({ ask, after, hrefOf, onMore }: RankedPageProps) {
  const t = useT();
  const { level, by } = ask.query;
  const read = useRead(getLeague, {
    params: ask.params,
    query: after === undefined ? ask.query : { ...ask.query, after },
  });
  const next = read.data?.next ?? null;
  return (
    <tbody>
      {(read.data?.items ?? []).map((row) => (
        <tr key={row.unit.id}>
          <td className="number league-place" data-label={t("dashboard.league-col.place")}>
            <Count value={row.place} />
          </td>
          <th scope="row">
            <Link to={hrefOf(row.unit.id)}>{row.unit.shortName || row.unit.name}</Link>
            {level === "grassroots" && row.parent && <span className="soft">{row.parent.shortName}</span>}
          </th>
          {COLUMNS[by].map((key, index) => (
            <td key={key} className="number" data-label={t(`dashboard.league-col.${key}`)}>
              {index === 0 ? (
                <strong className="figure">{cellOf(t, key, row)}</strong>
              ) : (
                <span className="figure">{cellOf(t, key, row)}</span>
              )}
            </td>
          ))}
        </tr>
      ))}
      {(read.isPending || (next !== null && onMore)) && (
        <tr className="no-print">
          <td colSpan={2 + COLUMNS[by].length}>
            <Button
              variant="default"
              fullWidth
              loading={read.isPending}
              onClick={() => next !== null && onMore?.(next)}
            >
              {t("common.more")}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
