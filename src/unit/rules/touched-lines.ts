// Lines of a dry run from counts by unit. Pure.

/** How many units a line names: the rest is in its count. */
const MOST_NAMED = 20;

interface Line {
  readonly what: string;
  readonly count: number;
  readonly since?: boolean;
  readonly unitIds: readonly string[];
}

/** One line, or none where there is nothing. `since`: recorded on the effective day or after. */
export function touchedLine(
  what: string,
  counts: readonly { readonly unitId: string; readonly count: number }[],
  { since = false }: { readonly since?: boolean } = {},
): Line[] {
  const some = counts.filter(({ count }) => count > 0);
  if (some.length === 0) return [];
  return [
    {
      what,
      count: some.reduce((sum, { count }) => sum + count, 0),
      ...(since && { since }),
      unitIds: some.slice(0, MOST_NAMED).map(({ unitId }) => unitId),
    },
  ];
}
