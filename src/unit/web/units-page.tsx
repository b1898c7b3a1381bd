// The tree of unions, one unit at a time: where it stands, who is below it, as of the asked day.
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { addDays, type Day, formatDay } from "../../platform/pure/calendar.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Crumbs, Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { ErrorState, Skeletons } from "../../platform/ui/states.tsx";
import { unitHistory } from "../contract/acts.ts";
import { getUnit } from "../contract.ts";
import type { UnitNode } from "../schema.ts";
import { decisionPath, unitPath } from "./paths.ts";
import { Absent } from "./tree/absent.tsx";
import { Covered } from "./tree/beside.tsx";
import { DayControl, useAsOf } from "./tree/day-control.tsx";
import { DayStrip } from "./tree/day-strip.tsx";
import { Life } from "./tree/life.tsx";
import { Outline } from "./tree/outline.tsx";
import { stopsOf } from "./tree/stops.ts";
import { UnitParts } from "./tree/unit-parts.tsx";
import { useDecided } from "./tree/use-decided.ts";

export interface UnitsPageProps {
  /** Whether the unit one acts for may read its own decisions: an office of it. */
  readonly decides: boolean;
  /** What stands beside the tree for a unit of today: its office-holders. */
  readonly beside: (unit: UnitNode) => ReactNode;
}

/** Reads the shown unit from the address (`:shownId`, else the one acted for) and the day from `?asOf=`. */
export function UnitsPage({ decides, beside }: UnitsPageProps) {
  const t = useT();
  const at = useAsOf();
  const { asOf, today, goTo } = at;
  const { unitId = "", shownId = unitId } = useParams();
  const other = at.day !== undefined;
  const query = at.day === undefined ? {} : { asOf };
  const on = (id: string, day: Day): string => unitPath(unitId, id, day === today ? undefined : day);
  const withDay = (id: string): string => on(id, asOf);
  const read = useRead(getUnit, { params: { unitId: shownId }, query }, { keep: true });
  const life = useRead(unitHistory, { params: { unitId: shownId } }, { keep: true });
  const decided = useDecided(unitId, decides);
  const stops = stopsOf([
    ...decided.map(({ effectiveOn, title }) => ({ day: effectiveOn, title })),
    ...(life.data?.entries ?? []).flatMap(({ from, until, decision, endedBy }) => [
      ...(decision === null ? [] : [{ day: from, title: decision.title }]),
      ...(endedBy === null || until === null ? [] : [{ day: addDays(until, 1), title: endedBy.title }]),
    ]),
  ]);
  const control = (
    <>
      {decides && <UnitParts placeId={unitId} part="tree" day={at.day} />}
      <DayControl label={t("unit.as-of")} at={at} />
      <DayStrip stops={stops} asOf={asOf} today={today} onGo={goTo} />
    </>
  );
  const lifeOf = life.data && (
    <Life
      history={life.data}
      asOf={asOf}
      on={on}
      decisionHref={(id) => (decided.some((mine) => mine.id === id) ? decisionPath(unitId, id) : undefined)}
    />
  );
  // A refusal for this day counts, though the day before it is still kept to be shown meanwhile.
  const absent = read.error?.code === "not-found";
  if (absent || read.data === undefined) {
    return (
      <Page title={absent ? (life.data?.entries.at(-1)?.name ?? t("unit.title")) : t("unit.title")}>
        {control}
        {absent ? (
          <div className="unit-columns">
            {life.isPending ? (
              <Skeletons rows={2} />
            ) : (
              <Absent unitId={shownId} asOf={asOf} history={life.data} on={on} />
            )}
            {lifeOf}
          </div>
        ) : read.error ? (
          <ErrorState problem={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <Skeletons />
        )}
      </Page>
    );
  }
  const { unit, path } = read.data;
  return (
    <Page title={unit.name} lead={t(`unit.kind.${unit.kind}`)} printable>
      {path.length > 0 && (
        <Crumbs
          label={t("unit.path")}
          items={[
            ...path.map(({ id, shortName }) => ({ label: shortName, to: withDay(id) })),
            { label: unit.shortName },
          ]}
        />
      )}
      {control}
      {other && (
        <p className="note" role="status">
          <Icon name="clock" />
          {t(asOf < today ? "unit.past-tree" : "unit.future-tree", { day: formatDay(asOf) })}
        </p>
      )}
      <div className="unit-columns">
        <Outline unit={unit} query={query} hrefOf={withDay} />
        <div>
          {!other && beside(unit)}
          <Covered view={read.data} placeId={unitId} day={at.day} />
          {lifeOf}
        </div>
      </div>
    </Page>
  );
}
