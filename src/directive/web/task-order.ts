// In which order a unit's duties are shown. Pure.
import type { TaskView } from "../schema.ts";

/** Late first, then by due day, those without one last; in the letter's own order among equals. */
export function openFirst(tasks: readonly TaskView[]): readonly TaskView[] {
  const due = ({ dueOn }: TaskView): string => dueOn ?? "9999";
  return tasks
    .filter(({ state }) => state !== "settled")
    .sort(
      (a, b) =>
        due(a).localeCompare(due(b)) || a.directiveId.localeCompare(b.directiveId) || a.ordinal - b.ordinal,
    );
}

/** Settled ones, the latest first. */
export const settledLast = (tasks: readonly TaskView[]): readonly TaskView[] =>
  tasks
    .filter(({ state }) => state === "settled")
    .sort((a, b) => (b.settledAt ?? "").localeCompare(a.settledAt ?? ""));
