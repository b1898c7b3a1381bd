// What a comment is about, as it is kept: a figure, and where it is of one line, that line's unit.

/** "" is the report as a whole. */
export const FIGURES = ["", "registered", "donated", "bags", "ml", "units", "remarks"] as const;
export type CommentedFigure = (typeof FIGURES)[number];

/** "donated" of the unit's line → "donated@<unit id>"; at most 60 characters, as the contract has it. */
export const keepFigure = (figure: CommentedFigure, unitId: string): string =>
  figure === "" || figure === "remarks" || unitId === "" ? figure : `${figure}@${unitId}`;

export function readFigure(kept: string): { readonly figure: string; readonly unitId: string | undefined } {
  const [figure = "", unitId] = kept.split("@");
  return { figure, unitId };
}
