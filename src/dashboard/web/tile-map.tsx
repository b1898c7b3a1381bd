// One tile a union, filled by progress and told in words. A picture of the tree, not of the land.
import { Title } from "@mantine/core";
import { Link } from "react-router";
import { formatPercent } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "../../platform/ui/figures.tsx";
import { type T, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { standingsOf } from "../rules/progress.ts";
import type { OverviewRow } from "../schema.ts";

interface TileMapProps {
  readonly rows: readonly OverviewRow[];
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

export function TileMap({ rows, hrefOf }: TileMapProps) {
  const t = useT();
  if (rows.length < 2) return null;
  return (
    <section className="card tiles-card">
      <Title order={2} size="h3">
        {t("dashboard.tiles")}
      </Title>
      <p className="soft">{t("dashboard.tiles-lead")}</p>
      <ul className="tiles">
        {rows.map((row) => {
          const { word, filled, reached } = tileOf(t, row);
          const kind = reached ? "tile-reached" : filled === undefined ? "tile-none" : "tile-short";
          return (
            <li key={row.unit.id}>
              <Link className={`tile ${kind}`} to={hrefOf(row.unit.id)}>
                <span className="tile-fill" style={{ height: `${filled ?? 0}%` }} aria-hidden="true" />
                <span className="tile-name">{row.unit.shortName || row.unit.name}</span>
                <span className="tile-units">
                  {t("dashboard.tile-units", { units: formatHundredths(row.totals.unitsHundredths) })}
                </span>
                <span className="tile-word">
                  {reached && <Icon name="check" size={16} />}
                  {word}
                </span>
                {row.reportsLate > 0 && (
                  <span className="tile-late">
                    <Icon name="alarm" size={16} />
                    <span className="off-screen">{t("dashboard.tile-late")}</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
