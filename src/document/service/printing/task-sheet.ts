// What the printed Việc cần làm says: the duties of one unit, letter by letter. Drawn by templates/task-sheet.typ.
import { z } from "zod";
import { day } from "../../../platform/contract/shapes.ts";
import { words, wordsIfAny } from "./printed-text.ts";

/** More than a year of letters; past this somebody asked for the wrong thing. */
const MOST_TASKS = 500;

export const PrintedTask = z.object({
  ordinal: z.number().int().min(1).max(9999),
  /** In the letter's own words. */
  sentence: words(3000),
  dueOn: day.optional(),
  state: z.enum(["open", "late", "settled"]),
  note: wordsIfAny(1000),
});
export type PrintedTask = z.output<typeof PrintedTask>;

export const PrintedLetter = z.object({
  title: words(600),
  /** With its notation: "610/LĐLĐ-CSPL". */
  number: wordsIfAny(80),
  issuedOn: day.optional(),
  tasks: z.array(PrintedTask).min(1),
});
export type PrintedLetter = z.output<typeof PrintedLetter>;

export const TaskSheet = z
  .object({
    unitName: words(200),
    superiorName: wordsIfAny(200),
    letters: z.array(PrintedLetter).max(100),
    printedOn: day,
    /** Whom to call. */
    contact: wordsIfAny(300),
    /** Prints a band on every page that says so. */
    sample: z.boolean(),
  })
  .refine(({ letters }) => letters.reduce((sum, { tasks }) => sum + tasks.length, 0) <= MOST_TASKS, {
    path: ["letters"],
  });
export type TaskSheet = z.output<typeof TaskSheet>;
