// Side: union. A list of people from a file: what becomes of every row, before anything is written.
import { z } from "zod";
import { problems } from "../../platform/contract/problem.ts";
import { count, day, id, instant, line } from "../../platform/contract/shapes.ts";
import { MOST_ROWS } from "../rules/importing/cells.ts";
import { OLD_FONTS } from "../rules/importing/fonts.ts";
import { COLUMN_USES } from "../rules/importing/headings.ts";
import { isPhone } from "../rules/phone.ts";
import { Relation } from "../schema.ts";

export const importProblem = problems({
  "list-not-read": 422,
  "import-in-use": 409,
  "nothing-to-import": 409,
});

/** Why a file was not read at all. */
export const LIST_REFUSALS = [
  "empty",
  "too-large",
  "too-many-rows",
  "encrypted",
  "unknown-form",
  "damaged",
  "too-much-inside",
  "no-headings",
] as const;
export type ListRefusal = (typeof LIST_REFUSALS)[number];

/** What a row of the file says of a person. */
export const ListEntry = z.object({
  fullName: line(100),
  birthDate: day.nullable(),
  birthYear: z.number().int().min(1900).max(2100).nullable(),
  sex: z.enum(["female", "male"]).nullable(),
  /** In its one form: what was read is sent back as it is. */
  phone: z.string().refine(isPhone).nullable(),
  email: z.email().max(200).nullable(),
  relation: Relation,
  /** The section or group it goes to; null: the unit itself. */
  groupId: id.nullable(),
});
export type ListEntry = z.output<typeof ListEntry>;

export const ROW_ERRORS = [
  "name-missing",
  "name-odd",
  "birth-unclear",
  "birth-future",
  "birth-too-long-ago",
  "phone-wrong",
  "email-wrong",
  "sex-unclear",
  "group-unknown",
] as const;
export const RowError = z.object({
  /** As the spreadsheet names it: "C". */
  column: z.string(),
  /** What stands above it. */
  heading: z.string(),
  code: z.enum(ROW_ERRORS),
  /** What stands in the cell. */
  value: z.string(),
  /** True: the row cannot be taken; false: the cell alone is left out. */
  stops: z.boolean(),
});
export type RowError = z.output<typeof RowError>;

/** new: taken · known: on the list already · twice: an earlier row is the same · similar: ask · error: cannot be taken. */
export const RowFate = z.enum(["new", "known", "twice", "similar", "error"]);
export type RowFate = z.output<typeof RowFate>;

export const ListRow = z.object({
  /** The row's number in the file, from 1. */
  row: z.number().int(),
  fate: RowFate,
  /** As read, also of a row that cannot be taken; may be empty. */
  name: z.string(),
  entry: ListEntry.nullable(),
  errors: z.array(RowError),
  /** Who is like them on the unit's list, or the number of the earlier row. */
  like: z
    .object({
      fullName: z.string(),
      birthYear: z.number().int().nullable(),
      unitName: z.string(),
      row: z.number().int().nullable(),
    })
    .nullable(),
});
export type ListRow = z.output<typeof ListRow>;

export const ImportPreview = z.object({
  columns: z.array(z.object({ column: z.string(), heading: z.string(), use: z.enum(COLUMN_USES) })),
  /** An old font that was recognised, and what it changes; null: none. */
  font: z
    .object({
      font: z.enum(OLD_FONTS),
      applied: z.boolean(),
      samples: z.array(z.object({ before: z.string(), after: z.string() })),
    })
    .nullable(),
  rows: z.array(ListRow),
  counts: z.record(RowFate, count),
});
export type ImportPreview = z.output<typeof ImportPreview>;

/** What an officer saw and takes. */
export const ImportEntry = z.object({
  id,
  fileName: line(200),
  rows: z.array(ListEntry).min(1).max(MOST_ROWS),
});
export type ImportEntry = z.output<typeof ImportEntry>;

export const ImportRow = z.object({
  id,
  fileName: z.string(),
  people: count,
  importedAt: instant,
  undoneAt: instant.nullable(),
});
export type ImportRow = z.output<typeof ImportRow>;

/** Why it cannot be undone: who has something by now, and where. */
export const ImportView = ImportRow.extend({
  inUse: z.array(z.object({ personId: id, fullName: z.string(), holders: z.array(z.string()) })),
  allowedActions: z.array(z.string()),
});
export type ImportView = z.output<typeof ImportView>;
