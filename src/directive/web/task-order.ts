// How a unit's duties are put together on its page: by letter, by sentence, the most pressing first. Pure.
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
