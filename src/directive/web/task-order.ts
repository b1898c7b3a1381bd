// How a unit's duties are put together on its page: by letter, by sentence, the most pressing first. Pure.
import { type Day, daysBetween } from "../../platform/pure/calendar.ts";
import type { TaskView } from "../schema.ts";

/** The duties that one sentence of a letter orders. */
export interface SentenceGroup {
  readonly ordinal: number;
  readonly sentence: string;
  readonly tasks: readonly TaskView[];
}

/** A letter with its sentences. */
export interface LetterGroup {
  readonly directiveId: string;
  readonly title: string;
  readonly sentences: readonly SentenceGroup[];
}

/** Late first, then by due day, those without one last; in the letter's own order among equals. */
export function openFirst(tasks: readonly TaskView[]): readonly TaskView[] {
  const due = ({ dueOn }: TaskView): string => dueOn ?? "9999";
  return tasks
    .filter(({ state }) => state === "open" || state === "late")
    .sort(
      (a, b) =>
        due(a).localeCompare(due(b)) || a.directiveId.localeCompare(b.directiveId) || a.ordinal - b.ordinal,
    );
}

const latest = (a: TaskView, b: TaskView): number => (b.settledAt ?? "").localeCompare(a.settledAt ?? "");

/** Settled ones, the latest first; without those whose letter was changed since. */
export const settledLast = (tasks: readonly TaskView[]): readonly TaskView[] =>
  tasks.filter(({ state, changedSince }) => state === "settled" && !changedSince).sort(latest);

/** Settled, but the letter says something else since: somebody has to look whether it still holds. */
export const toLookAt = (tasks: readonly TaskView[]): readonly TaskView[] =>
  tasks.filter(({ state, changedSince }) => state === "settled" && changedSince).sort(latest);

/** No longer asked: in the order of their letters. */
export const withdrawnOf = (tasks: readonly TaskView[]): readonly TaskView[] =>
  tasks
    .filter(({ state }) => state === "withdrawn")
    .sort((a, b) => b.directiveId.localeCompare(a.directiveId) || a.ordinal - b.ordinal);

/** Tasks gathered under their letters and sentences; each stands where its first task stood. */
export function byLetter(tasks: readonly TaskView[]): readonly LetterGroup[] {
  const letters = new Map<string, { title: string; sentences: Map<number, TaskView[]> }>();
  for (const task of tasks) {
    const letter = letters.get(task.directiveId) ?? { title: task.letterTitle, sentences: new Map() };
    const sentence = letter.sentences.get(task.ordinal) ?? [];
    letter.sentences.set(task.ordinal, [...sentence, task]);
    letters.set(task.directiveId, letter);
  }
  return [...letters].map(([directiveId, { title, sentences }]) => ({
    directiveId,
    title,
    sentences: [...sentences].map(([ordinal, of]) => ({
      ordinal,
      sentence: of[0]?.sentence ?? "",
      tasks: of,
    })),
  }));
}

/** Days ahead within which a duty presses. */
const PRESSING_DAYS = 7;

/** Late, or due within the week. */
export const presses = ({ dueOn }: Pick<TaskView, "dueOn">, today: Day): boolean =>
  dueOn !== null && daysBetween(today, dueOn) <= PRESSING_DAYS;

/** What one line says of a letter's duties: how many, how many late, the nearest day that has not gone by. */
export interface LetterSum {
  readonly count: number;
  readonly late: number;
  readonly next: Day | null;
  readonly presses: boolean;
}

export function sumOf({ sentences }: LetterGroup, today: Day): LetterSum {
  const tasks = sentences.flatMap(({ tasks: of }) => of);
  const days = tasks.flatMap(({ dueOn }) => (dueOn !== null && dueOn >= today ? [dueOn] : [])).sort();
  return {
    count: tasks.length,
    late: tasks.filter(({ state }) => state === "late").length,
    next: days[0] ?? null,
    presses: tasks.some((task) => presses(task, today)),
  };
}

/** As many are read at one go; of more, only letters that press stand open. */
const READ_AT_ONCE = 12;

/** Which letters stand open at first: all of a few, else those that press, and the first one always. */
export function openAtFirst(groups: readonly LetterGroup[], today: Day): ReadonlySet<string> {
  const sums = groups.map((group) => ({ id: group.directiveId, ...sumOf(group, today) }));
  const all = sums.reduce((total, { count }) => total + count, 0) <= READ_AT_ONCE;
  return new Set(sums.filter(({ presses: now }, at) => all || now || at === 0).map(({ id }) => id));
}
