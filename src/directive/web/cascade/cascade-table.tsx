// The cascade as a table at the same moment: unit, from whom, how far, and when.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { formatInstant } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { type Counts, dayAt, isLateOn, standingAt, type Tree, type Unit } from "./moment.ts";
import { CHIPS, momentWords } from "./words.ts";

interface TableProps {
  readonly tree: Tree;
  readonly counts: readonly Counts[];
  readonly at: number;
  readonly hrefOf: (unitId: string) => string;
}

const FIRST = 100;

export function CascadeTable({ tree, counts, at, hrefOf }: TableProps) {
  const t = useT();
  const [most, setMost] = useState(FIRST);
  const rows = tree.units.slice(1);
  return (
    <section className="card">
      <div className="table-place">
        <table className="table stack-table cascade-table">
          <caption>{momentWords(t, tree.issued, at)}</caption>
          <thead>
            <tr>
              <th scope="col">{t("directive.column-unit")}</th>
              <th scope="col">{t("directive.cascade.column-from")}</th>
              <th scope="col">{t("directive.column-state")}</th>
              <th scope="col">{t("directive.cascade.column-reached")}</th>
              <th scope="col">{t("directive.cascade.column-received")}</th>
              <th scope="col">{t("directive.cascade.column-disseminated")}</th>
              <th scope="col" className="number">
                {t("directive.cascade.column-below")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((unit) => (
              <Row key={unit.node.id} unit={unit} tree={tree} counts={counts} at={at} hrefOf={hrefOf} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && (
        <Button variant="default" fullWidth mt="sm" onClick={() => setMost(most + FIRST * 2)}>
          {t("directive.cascade.more", { count: formatCount(rows.length - most) })}
        </Button>
      )}
    </section>
  );
}

function Row({ unit, tree, counts, at, hrefOf }: TableProps & { readonly unit: Unit }) {
  const t = useT();
  const { node } = unit;
  const standing = standingAt(unit, at);
  const above = unit.parent === null ? undefined : tree.units[unit.parent];
  const below = counts[unit.index];
  const late = isLateOn(unit, dayAt(at)) ? node.lateSince : null;
  return (
    <tr className={`depth-${Math.min(unit.depth - 1, 4)}`}>
      <th scope="row">
        <Link className="plain-link" to={hrefOf(node.id)}>
          {node.name}
        </Link>
      </th>
      <td data-label={t("directive.cascade.column-from")}>{above?.node.shortName || above?.node.name}</td>
      <td>
        <StateChip state={CHIPS[standing]} word={t(`directive.cascade.standing.${standing}`)} />{" "}
        {late !== null && (
          <StateChip state="late" word={t("directive.cascade.late-since", { day: formatDay(late) })} />
        )}
      </td>
      <Cell label={t("directive.cascade.column-reached")} instant={node.reachedAt} at={at} />
      <Cell label={t("directive.cascade.column-received")} instant={node.receivedAt} at={at} />
      <Cell label={t("directive.cascade.column-disseminated")} instant={node.disseminatedAt} at={at} />
      <td className="number" data-label={t("directive.cascade.column-below")}>
        {below && below.units > 0
          ? t("directive.cascade.below-short", {
              received: formatCount(below.received),
              units: formatCount(below.units),
            })
          : "–"}
      </td>
    </tr>
  );
}

interface CellProps {
  readonly label: string;
  readonly instant: string | null;
  readonly at: number;
}
function Cell({ label, instant, at }: CellProps) {
  const happened = instant !== null && Date.parse(instant) <= at;
  return (
    <td data-label={label} className={happened ? undefined : "cell-blank"}>
      {happened ? <time dateTime={instant}>{formatInstant(instant)}</time> : "–"}
    </td>
  );
}
