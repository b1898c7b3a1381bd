// A paper of tables with room for signatures: rotas, lists, records of what was handed over. Drawn by
// templates/table-sheet.typ; whoever prints it brings the words of its headings.
import { z } from "zod";
import { words, wordsIfAny } from "./printed-text.ts";

const MOST_ROWS = 2000;

const Column = z.object({
  head: words(80),
  /** Share of the width. */
  share: z.number().min(0.1).max(20),
  align: z.enum(["left", "right", "center"]).default("left"),
});

const Section = z
  .object({
    title: wordsIfAny(200),
    columns: z.array(Column).min(1).max(10),
    /** Empty cells stay free, to be written in by hand. */
    rows: z.array(z.array(wordsIfAny(600))).max(MOST_ROWS),
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), { path: ["rows"] });

export const TableSheet = z
  .object({
    unitName: words(200),
    superiorName: wordsIfAny(200),
    title: words(200),
    lead: wordsIfAny(600),
    facts: z.array(z.object({ word: words(80), value: words(300) })).max(12),
    sections: z.array(Section).max(40),
    /** Who signs, side by side at the end. */
    signatures: z.array(words(120)).max(3),
    printedOn: z.iso.date(),
    landscape: z.boolean().default(false),
    /** Prints a band on every page that says so. */
    sample: z.boolean(),
  })
  .refine(({ sections }) => sections.reduce((sum, { rows }) => sum + rows.length, 0) <= MOST_ROWS, {
    path: ["sections"],
  });
export type TableSheet = z.output<typeof TableSheet>;
