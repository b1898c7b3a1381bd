// Which units are ticked to be reminded. A unit late with three things stands in three rows and is reminded once.

/** As many units as one reminder takes; the contract's own limit. */
export const MOST_REMINDED = 500;

interface Row {
  readonly unit: { readonly id: string };
}

export const unitsOf = (rows: readonly Row[]): readonly string[] => [
  ...new Set(rows.map(({ unit }) => unit.id)),
];

/** How many of a page are ticked. */
export function pageTicked(chosen: ReadonlySet<string>, rows: readonly Row[]): "none" | "some" | "all" {
  const units = unitsOf(rows);
  const ticked = units.filter((id) => chosen.has(id)).length;
  if (ticked === 0) return "none";
  return ticked === units.length ? "all" : "some";
}

/** Ticks or unticks units; what would go over the limit stays unticked. */
export function tick(
  chosen: ReadonlySet<string>,
  units: readonly string[],
  ticked: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const id of units) {
    if (!ticked) next.delete(id);
    else if (next.size < MOST_REMINDED) next.add(id);
  }
  return next;
}
