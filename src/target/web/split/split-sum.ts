// Whether a split adds up, while it is being typed. Pure.

/** What a box of a split holds: "" and blanks count as nothing, dots are thousands; undefined is no number. */
export function typedCount(typed: string): number | undefined {
  const digits = typed.replace(/[.\s]/g, "");
  if (digits === "") return 0;
  return /^\d{1,8}$/.test(digits) ? Number(digits) : undefined;
}

export interface SplitSum {
  readonly given: number;
  readonly reserve: number;
  /** total − given − reserve: 0 adds up, more is left over, less is too much. */
  readonly left: number;
  /** Units whose box holds no number. */
  readonly unreadable: readonly string[];
}

/** Shares and reserve against the total that is to be split. */
export function sumOf(total: number, shares: Readonly<Record<string, string>>, reserve: string): SplitSum {
  let given = 0;
  const unreadable: string[] = [];
  for (const [unitId, typed] of Object.entries(shares)) {
    const value = typedCount(typed);
    if (value === undefined) unreadable.push(unitId);
    else given += value;
  }
  const kept = typedCount(reserve);
  if (kept === undefined) unreadable.push("reserve");
  return { given, reserve: kept ?? 0, left: total - given - (kept ?? 0), unreadable };
}
