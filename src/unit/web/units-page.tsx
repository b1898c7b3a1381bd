// The tree of unions, one unit at a time: where it stands, who is below it, as of the asked day.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { formatDay, isDay } from "../../platform/pure/calendar.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Crumbs, Page } from "../../platform/ui/page.tsx";
import { useRead, useReadPages } from "../../platform/ui/queries.ts";
import { EmptyState, ErrorState, LoadMore, Skeletons } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { getUnit, listChildren } from "../contract.ts";
import type { UnitNode } from "../schema.ts";

export interface UnitsPageProps {
  /** The address of a unit's page, without the day. */
  readonly hrefOf: (unitId: string) => string;
  /** What stands beside the tree for a unit of today: its office-holders. */
  readonly beside: (unit: UnitNode) => ReactNode;
}

/** Reads the shown unit from the address (`:shownId`, else the one acted for) and the day from `?asOf=`. */
export function UnitsPage({ hrefOf, beside }: UnitsPageProps) {
  const t = useT();
  const today = useToday();
  const { unitId = "", shownId = unitId } = useParams();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("asOf") ?? "";
  const asOf = isDay(wanted) ? wanted : today;
  const past = asOf !== today;
  const query = past ? { asOf } : {};
  const withDay = (id: string): string => `${hrefOf(id)}${past ? `?asOf=${asOf}` : ""}`;
  const read = useRead(getUnit, { params: { unitId: shownId }, query }, { keep: true });
  const goTo = (day: string): void => {
    if (day === "" || day === today) setSearch({});
    else setSearch({ asOf: day });
  };
  const control = (
    <div className="as-of no-print">
      <DayInput key={asOf} label={t("unit.as-of")} value={asOf} onChange={(day) => day !== "" && goTo(day)} />
      {past && (
        <Button variant="default" onClick={() => goTo(today)}>
          {t("unit.back-to-today")}
        </Button>
      )}
    </div>
  );
  if (read.data === undefined) {
    return (
      <Page title={t("unit.title")}>
        {control}
        {read.error ? <UnitError problem={read.error} onRetry={() => void read.refetch()} /> : <Skeletons />}
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
      {past && (
        <p className="note" role="status">
          <Icon name="clock" />
          {t("unit.past-tree", { day: formatDay(asOf) })}
        </p>
      )}
      <div className="unit-columns">
        <Children unit={unit} query={query} hrefOf={withDay} />
        {!past && beside(unit)}
      </div>
    </Page>
  );
}

function UnitError(props: Parameters<typeof ErrorState>[0]) {
  const t = useT();
  if (props.problem.code !== "not-found") return <ErrorState {...props} />;
  return (
    <EmptyState icon="clock" title={t("unit.not-then")}>
      {t("unit.not-then-help")}
    </EmptyState>
  );
}

interface ChildrenProps {
  readonly unit: UnitNode;
  readonly query: { readonly asOf?: string };
  readonly hrefOf: (unitId: string) => string;
}

function Children({ unit, query, hrefOf }: ChildrenProps) {
  const t = useT();
  const pages = useReadPages(listChildren, { params: { unitId: unit.id }, query }, { keep: true });
  return (
    <section aria-labelledby="below">
      <h2 className="section-head" id="below">
        {t("unit.below")}
      </h2>
      {pages.items === undefined &&
        (pages.error ? <ErrorState problem={pages.error} onRetry={pages.retry} /> : <Skeletons />)}
      {pages.items?.length === 0 && <p className="soft">{t("unit.none-below")}</p>}
      <ul className="row-list">
        {pages.items?.map((child) => (
          <li key={child.id}>
            <Link className="row-link" to={hrefOf(child.id)}>
              <Icon name={child.hasChildren ? "units" : "people"} size={22} />
              <span>
                {child.name}
                <small>{t(`unit.kind.${child.kind}`)}</small>
              </span>
              <Icon name="right" />
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore pages={pages} />
    </section>
  );
}
