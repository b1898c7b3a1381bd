// What a list's file would do, row by row. Nothing is written: the file is read and forgotten.
import type { Ctx, WriteCtx } from "../../../platform/contract/context.ts";
import type { FileBody } from "../../../platform/contract/shapes.ts";
import { translator } from "../../../platform/i18n/translate.ts";
import { searchKey } from "../../../platform/pure/text-vi.ts";
import { en } from "../../messages.en.ts";
import { vi } from "../../messages.vi.ts";
import { type ListCell, MOST_ROWS, type Sheet } from "../../rules/importing/cells.ts";
import { likeness } from "../../rules/importing/fate.ts";
import { type FoundFont, mended, oldFontOf } from "../../rules/importing/fonts.ts";
import { type ReadList, type ReadRow, readList } from "../../rules/importing/read-list.ts";
import {
  type ImportPreview,
  importProblem,
  type ListRefusal,
  type ListRow,
  type RowError,
  type RowFate,
} from "../../schema/importing.ts";
import { findGroups, type OnList } from "../../store/importing.ts";
import { onListByKey } from "./on-list.ts";
import { openList } from "./open-list.ts";

const words = { vi: translator(vi, "vi"), en: translator(en, "en") };
const SAMPLES = 5;

/**
 * `fonts`: "mend" writes names typed in an old font anew where one is recognised, "as-is" leaves them. Throws
 * `list-not-read` with the reason, and a sentence on what to do.
 */
export async function previewImport(
  ctx: WriteCtx,
  unitId: string,
  { bytes }: FileBody,
  fonts: "mend" | "as-is",
): Promise<ImportPreview> {
  await ctx.allow({ unit: unitId });
  ctx.unchanged();
  const opened = await openList(bytes);
  if (!opened.ok) throw refused(ctx, opened.reason);
  const font = oldFontOf(opened.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.filter(isText))));
  const sheets =
    font && fonts === "mend" ? opened.sheets.map((sheet) => mendedSheet(sheet, font)) : opened.sheets;
  const list = firstList(sheets, ctx.today);
  if (list === undefined) throw refused(ctx, "no-headings");
  if (list.rows.length > MOST_ROWS) throw refused(ctx, "too-many-rows");
  if (list.rows.length === 0) throw refused(ctx, "empty");
  const rows = await judged(ctx, unitId, list);
  const counts: Record<RowFate, number> = { new: 0, known: 0, twice: 0, similar: 0, error: 0 };
  for (const { fate } of rows) counts[fate]++;
  return {
    columns: list.columns.map((column) => ({ ...column })),
    font:
      font === undefined
        ? null
        : { font: font.font, applied: fonts === "mend", samples: samplesOf(opened.sheets, font) },
    rows,
    counts,
  };
}

const refused = (ctx: Ctx, reason: ListRefusal) =>
  importProblem("list-not-read", { reason, why: words[ctx.locale](`person.list-not-read.${reason}`) });

const isText = (cell: ListCell): cell is string => typeof cell === "string";

const mendedSheet = (sheet: Sheet, font: FoundFont): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((row) => row.map((cell) => (isText(cell) ? mended(cell, font) : cell))),
});

/** The first sheet that is a list; a book may have a cover. */
function firstList(sheets: readonly Sheet[], today: string): ReadList | undefined {
  for (const sheet of sheets) {
    const list = readList(sheet, today);
    if (list !== undefined && list.rows.length > 0) return list;
  }
  return sheets.map((sheet) => readList(sheet, today)).find((list) => list !== undefined);
}

function samplesOf(sheets: readonly Sheet[], font: FoundFont): { before: string; after: string }[] {
  const samples = new Map<string, string>();
  for (const cell of sheets.flatMap(({ rows }) => rows.flat())) {
    if (samples.size === SAMPLES) break;
    if (isText(cell) && mended(cell, font) !== cell)
      samples.set(cell.slice(0, 100), mended(cell, font).slice(0, 100));
  }
  return [...samples].map(([before, after]) => ({ before, after }));
}

async function judged(ctx: Ctx, unitId: string, list: ReadList): Promise<ListRow[]> {
  const groups = new Map<string, string>();
  for (const group of await findGroups(ctx.db, unitId, ctx.today)) {
    for (const name of [group.name, group.shortName]) groups.set(searchKey(name), group.unitId);
  }
  const onList = await onListByKey(
    ctx,
    unitId,
    list.rows.map(({ fullName }) => fullName),
  );
  const earlier = new Map<string, ReadRow[]>();
  return list.rows.map((row) => {
    const key = searchKey(row.fullName);
    const before = earlier.get(key) ?? [];
    const judgement = judge(row, onList.get(key) ?? [], before, groups);
    if (judgement.fate !== "error") earlier.set(key, [...before, row]);
    return judgement;
  });
}

function judge(
  row: ReadRow,
  onList: readonly OnList[],
  earlier: readonly ReadRow[],
  groups: ReadonlyMap<string, string>,
): ListRow {
  const groupId = row.group === "" ? undefined : groupOf(row.group, groups);
  const errors: RowError[] = row.errors.map((error) => ({ ...error }));
  if (row.group !== "" && groups.size > 0 && groupId === undefined) {
    errors.push({ ...row.groupColumn, code: "group-unknown", value: row.group, stops: false });
  }
  const { fullName, birthDate, birthYear, sex, phone, email, relation } = row;
  const entry = { fullName, birthDate, birthYear, sex, phone, email, relation, groupId: groupId ?? null };
  const none = { row: row.row, name: row.fullName, errors, like: null };
  if (errors.some(({ stops }) => stops)) return { ...none, fate: "error", entry: null };
  const alike = (degree: "same" | "similar") => ({
    known: onList.find((known) => likeness(row, known) === degree),
    twice: earlier.find((other) => likeness(row, other) === degree),
  });
  const same = alike("same");
  if (same.known) return { ...none, fate: "known", entry, like: shown(same.known) };
  if (same.twice) return { ...none, fate: "twice", entry, like: shownRow(same.twice) };
  const similar = alike("similar");
  if (similar.known) return { ...none, fate: "similar", entry, like: shown(similar.known) };
  if (similar.twice) return { ...none, fate: "similar", entry, like: shownRow(similar.twice) };
  return { ...none, fate: "new", entry };
}

const shown = ({ fullName, birthYear, unitName }: OnList): ListRow["like"] => ({
  fullName,
  birthYear,
  unitName,
  row: null,
});
const shownRow = ({ fullName, birthDate, birthYear, row }: ReadRow): ListRow["like"] => ({
  fullName,
  birthYear: birthDate === null ? birthYear : Number(birthDate.slice(0, 4)),
  unitName: "",
  row,
});

/** "Tổ may 1" is the group "Tổ công đoàn may 1" by its name or short name, or where one ends with the other. */
function groupOf(group: string, groups: ReadonlyMap<string, string>): string | undefined {
  const key = searchKey(group);
  const exact = groups.get(key);
  if (exact !== undefined) return exact;
  const bare = (name: string): string =>
    name.replace(/^(to|cong doan bo phan|cdbp|bo phan|to cong doan) /, "");
  const found = new Set([...groups].filter(([name]) => bare(name) === bare(key)).map(([, id]) => id));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
