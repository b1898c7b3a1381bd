// One tile a union, filled by progress and told in words; on demand also which grouping it is in. A picture of the tree,
// not of the land.
import { SegmentedControl, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { formatPercent } from "../../platform/pure/text-vi.ts";
import { useAsOf } from "../../platform/ui/as-of.tsx";
import { formatHundredths } from "../../platform/ui/figures.tsx";
import { type T, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { useToday } from "../../platform/ui/today.tsx";
import { listGroupingTotals } from "../contract/league.ts";
import { standingsOf } from "../rules/progress.ts";
import type { Overview, OverviewRow } from "../schema.ts";

interface TileMapProps {
  readonly overview: Overview;
  readonly hrefOf: (unitId: string) => string;
}

interface Tile {
  readonly word: string;
  /** 0 to 100, or undefined without a target. */
  readonly filled: number | undefined;
  readonly reached: boolean;
}

function tileOf(t: T, row: OverviewRow): Tile {
  const { assigned, own } = standingsOf(row);
  const progress = assigned ?? own;
  if (progress === null || progress.percentTenths === null) {
    return { word: t("dashboard.tile.none"), filled: undefined, reached: false };
  }
  const reached = progress.standing !== "short";
  return {
    word: t(`dashboard.tile.${progress.standing}`, {
      percent: formatPercent(progress.percentTenths / 10),
      units: formatHundredths(progress.missingHundredths),
    }),
    filled: Math.min(100, progress.percentTenths / 10),
    reached,
  };
}

/** Colours there are for groupings; beyond them they come round again, and the name in the tile tells. */
const HUES = 6;

interface Grouped {
  readonly hue: number;
  readonly name: string;
}

/** Which grouping each tile's union is in; asked for only when somebody wants to see it. A union in two: the first. */
function useGroupings({
  overview,
  wanted,
}: {
  overview: Overview;
  wanted: boolean;
}): Map<string, Grouped> | undefined {
  const today = useToday();
  const asOf = useAsOf();
  const { data } = useRead(
    listGroupingTotals,
    {
      params: { unitId: overview.unit.id, campaignId: overview.campaign.id },
      query: asOf === today ? {} : { asOf },
    },
    { enabled: wanted },
  );
  if (!wanted || data === undefined) return undefined;
  const grouped = new Map<string, Grouped>();
  for (const [index, { name, directIds }] of data.items.entries()) {
    for (const id of directIds) if (!grouped.has(id)) grouped.set(id, { hue: (index % HUES) + 1, name });
  }
  return grouped;
}

const VIEWS = ["progress", "groupings"] as const;

export function TileMap({ overview, hrefOf }: TileMapProps) {
  const t = useT();
  const [view, setView] = useState<(typeof VIEWS)[number]>("progress");
  const groupings = useGroupings({ overview, wanted: view === "groupings" });
  const rows = overview.children;
  if (rows.length < 2) return null;
  return (
    <section className="card tiles-card">
      <div className="late-head">
        <Title order={2} size="h3">
          {t("dashboard.tiles")}
        </Title>
        <SegmentedControl
          aria-label={t("dashboard.tiles-by")}
          value={view}
          onChange={(value) => setView(value === "groupings" ? "groupings" : "progress")}
          data={VIEWS.map((value) => ({ value, label: t(`dashboard.tiles-by.${value}`) }))}
        />
      </div>
      <p className="soft">
        {groupings?.size === 0 ? t("dashboard.tiles-no-groupings") : t("dashboard.tiles-lead")}
      </p>
      <ul className="tiles">
        {rows.map((row) => (
          <li key={row.unit.id}>
            <TileLink row={row} to={hrefOf(row.unit.id)} grouped={groupings?.get(row.unit.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TileLinkProps {
  readonly row: OverviewRow;
  readonly to: string;
  readonly grouped: Grouped | undefined;
}

function TileLink({ row, to, grouped }: TileLinkProps) {
  const t = useT();
  const { word, filled, reached } = tileOf(t, row);
  const kind = reached ? "tile-reached" : filled === undefined ? "tile-none" : "tile-short";
  return (
    <Link className={`tile ${kind} ${grouped ? `tile-hue-${grouped.hue}` : ""}`} to={to}>
      <span className="tile-fill" style={{ height: `${filled ?? 0}%` }} aria-hidden="true" />
      <span className="tile-name">{row.unit.shortName || row.unit.name}</span>
      {grouped && <span className="tile-group">{grouped.name}</span>}
      <span className="tile-units">
        {t("dashboard.tile-units", { units: formatHundredths(row.totals.unitsHundredths) })}
      </span>
      <span className="tile-word">
        {reached && <Icon name="check" size={16} />}
        {word}
      </span>
      {(row.reportsLate ?? 0) > 0 && (
        <span className="tile-late">
          <Icon name="alarm" size={16} />
          <span className="off-screen">{t("dashboard.tile-late")}</span>
        </span>
      )}
    </Link>
  );
}
