// A grid of cells into people: where the headings are, what each column is, what each row says and where it errs.
// vi-data: words that lists use for sex, relation and totals.
import type { Day } from "../../../platform/pure/calendar.ts";
import { searchKey } from "../../../platform/pure/text-vi.ts";
import { isPhone, normalPhone } from "../phone.ts";
import { readBirth } from "./birth.ts";
import { columnName, type ListCell, type Sheet, textOf } from "./cells.ts";
import { type ColumnUse, columnUse } from "./headings.ts";

export interface Column {
  readonly column: string;
  readonly heading: string;
  readonly use: ColumnUse;
}
export interface ReadError {
  readonly column: string;
  readonly heading: string;
  readonly code:
    | "name-missing"
    | "name-odd"
    | "birth-unclear"
    | "birth-future"
    | "birth-too-long-ago"
    | "phone-wrong"
    | "email-wrong"
    | "sex-unclear";
  readonly value: string;
  readonly stops: boolean;
}
export interface ReadRow {
  readonly row: number;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly sex: "female" | "male" | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly relation: "member" | "worker" | "relative";
  /** As written, and the column it stands in; empty: none. */
  readonly group: string;
  readonly groupColumn: { readonly column: string; readonly heading: string };
  readonly errors: readonly ReadError[];
}
export interface ReadList {
  readonly columns: readonly Column[];
  readonly rows: readonly ReadRow[];
}

/** Headings stand among the first rows: a letterhead, a title and a date may be above them. */
const HEADINGS_WITHIN = 30;

/** Undefined: nothing in it looks like headings of a list of people. */
export function readList(sheet: Sheet, today: Day): ReadList | undefined {
  const head = findHead(sheet);
  if (head === undefined) return undefined;
  const rows: ReadRow[] = [];
  let group = "";
  sheet.rows.slice(head.end).forEach((cells, i) => {
    const filled = cells.flatMap((cell, at) => (textOf(cell) === "" ? [] : [at]));
    if (filled.length === 0 || isNumbering(cells)) return;
    const title = titleOf(cells, filled, head.columns);
    if (title !== undefined) {
      group = title;
      return;
    }
    if (isFoot(cells, head.columns)) return;
    rows.push(readRow(cells, head.columns, head.end + i + 1, group, today));
  });
  return { columns: head.columns.filter(({ heading }) => heading !== ""), rows };
}

interface Head {
  readonly columns: readonly Column[];
  /** The first row that is no heading. */
  readonly end: number;
}

function findHead(sheet: Sheet): Head | undefined {
  let best: { head: Head; score: number } | undefined;
  const last = Math.min(HEADINGS_WITHIN, sheet.rows.length);
  for (let at = 0; at < last; at++) {
    // A heading may be two rows high, the upper one over several columns.
    for (const height of [1, 2]) {
      if (at + height > sheet.rows.length) continue;
      const columns = columnsOf(sheet, at, height);
      const uses = new Set(columns.map(({ use }) => use));
      if (!uses.has("name") && !uses.has("given")) continue;
      uses.delete("unknown");
      if (best === undefined || uses.size > best.score) {
        best = { head: { columns, end: at + height }, score: uses.size };
      }
    }
  }
  return best?.head;
}

function columnsOf(sheet: Sheet, at: number, height: number): Column[] {
  const width = Math.max(...sheet.rows.slice(at, at + height).map((row) => row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (let row = at; row < at + height; row++) {
      const text = headingAt(sheet, row, column);
      // A second row of data is not taken for a heading's second row.
      if (text !== "" && !parts.includes(text)) parts.push(text);
    }
    const heading = parts.join(" ");
    return { column: columnName(column), heading, use: columnUse(heading) };
  });
}

/** What stands in a cell, or in the merged cell that covers it. */
function headingAt(sheet: Sheet, row: number, column: number): string {
  const own = textOf(sheet.rows[row]?.[column]);
  if (own !== "") return own;
  const over = sheet.merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
  return over === undefined ? "" : textOf(sheet.rows[over.top]?.[over.left]);
}

/** "1 2 3 4" or "(1) (2) (A)" under the headings. */
const isNumbering = (cells: readonly ListCell[]): boolean => {
  const texts = cells.map(textOf).filter((text) => text !== "");
  return (
    texts.length > 1 &&
    texts.every((text) => /^\(?([A-Z]|\d{1,2})\)?$/.test(text)) &&
    texts.some((text) => /^\(?[1A]\)?$/.test(text))
  );
};

/** A row that only says to whom the next ones belong: "Tổ may 1", over all columns. */
function titleOf(
  cells: readonly ListCell[],
  filled: readonly number[],
  columns: readonly Column[],
): string | undefined {
  const [only] = filled;
  if (only === undefined || filled.length > 1) return undefined;
  const text = textOf(cells[only]);
  const use = columns[only]?.use ?? "unknown";
  const isGroup = /^([ivx]+[.)]? |\d+[.)]? )?(to|cong doan|phong|khoa|doi|phan xuong|bo phan) /.test(
    searchKey(text),
  );
  if (use === "name" || use === "given" || use === "family") return isGroup ? text : undefined;
  return /[a-z]/.test(searchKey(text)) ? text.replace(/^([IVX]+|\d+)[.)]\s*/, "") : undefined;
}

/** Totals and signatures below the list. */
function isFoot(cells: readonly ListCell[], columns: readonly Column[]): boolean {
  const named = columns.some(({ use }, at) => NAMES.has(use) && textOf(cells[at]) !== "");
  const text = searchKey(cells.map(textOf).join(" "));
  if (/^(tong|cong|nguoi lap|thu truong|ghi chu|danh sach (nay )?(co|gom))/.test(text)) return true;
  const numbered = columns.some(({ use }, at) => use === "number" && textOf(cells[at]) !== "");
  const told = columns.some(
    ({ use }, at) => !["unknown", "number"].includes(use) && textOf(cells[at]) !== "",
  );
  return !named && !numbered && !told;
}

const NAMES: ReadonlySet<ColumnUse> = new Set(["name", "family", "given"]);
const YES = /^(x|v|1|\+|✓|co)$/;

function readRow(
  cells: readonly ListCell[],
  columns: readonly Column[],
  row: number,
  title: string,
  today: Day,
): ReadRow {
  const errors: ReadError[] = [];
  const at = (use: ColumnUse): number =>
    columns.findIndex((column, i) => column.use === use && textOf(cells[i]) !== "");
  const cell = (use: ColumnUse): string => textOf(cells[at(use)]);
  const fails = (use: ColumnUse, code: ReadError["code"], stops: boolean): void => {
    const found = at(use) >= 0 ? at(use) : columns.findIndex((column) => column.use === use);
    const { column = "", heading = "" } = columns[found] ?? {};
    errors.push({ column, heading, code, value: textOf(cells[found]).slice(0, 60), stops });
  };

  // A heading over two columns is a name in two parts.
  const whole = columns
    .flatMap(({ use }, i) => (use === "name" ? [textOf(cells[i])] : []))
    .filter((part) => part !== "");
  const fullName = whole.length > 0 ? whole.join(" ") : `${cell("family")} ${cell("given")}`.trim();
  const nameUse = columns.some(({ use }) => use === "name") ? "name" : "given";
  if (fullName === "") fails(nameUse, "name-missing", true);
  else if (fullName.length > 100 || !/\p{L}/u.test(fullName) || /[\d@#<>{}=]/.test(fullName))
    fails(nameUse, "name-odd", true);

  const birthUse = (["birth", "birth-female", "birth-male"] as const).find((use) => cell(use) !== "");
  const birth = birthUse && readBirth(cells[at(birthUse)] ?? "", today);
  if (birthUse && birth && "wrong" in birth) fails(birthUse, `birth-${birth.wrong}`, true);

  const phone = cell("phone") === "" ? null : firstPhone(cell("phone"));
  if (phone === undefined) fails("phone", "phone-wrong", true);
  const email = cell("email") === "" ? null : cell("email").toLowerCase();
  const isEmail = email === null || /^[^\s@"'<>,;]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(email);
  if (!isEmail) fails("email", "email-wrong", true);
  const sex = sexOf(cell, birthUse);
  if (sex === undefined) fails("sex", "sex-unclear", false);

  const groupAt = Math.max(at("group"), 0);
  return {
    row,
    fullName,
    birthDate: birth && "day" in birth ? birth.day : null,
    birthYear: birth && "year" in birth ? birth.year : null,
    sex: sex ?? null,
    phone: phone ?? null,
    email: isEmail ? email : null,
    relation: relationOf(cell("relation")),
    group: cell("group") || title,
    groupColumn: { column: columns[groupAt]?.column ?? "", heading: columns[groupAt]?.heading ?? "" },
    errors,
  };
}

/** Of several in one cell, the first that is one. */
function firstPhone(text: string): string | undefined {
  const whole = normalPhone(text);
  if (isPhone(whole)) return whole;
  return text
    .split(/[,;/\n]| - | hoặc /)
    .map(normalPhone)
    .find(isPhone);
}

function sexOf(
  cell: (use: ColumnUse) => string,
  birthUse: ColumnUse | undefined,
): "female" | "male" | null | undefined {
  if (birthUse === "birth-female") return "female";
  if (birthUse === "birth-male") return "male";
  if (YES.test(searchKey(cell("female")))) return "female";
  if (YES.test(searchKey(cell("male")))) return "male";
  const said = searchKey(cell("sex") || cell("female") || cell("male"));
  if (said === "") return null;
  if (/^(nu|f|female|ba|co|chi)$/.test(said)) return "female";
  if (/^(nam|m|male|ong|anh)$/.test(said)) return "male";
  return YES.test(said) ? null : undefined;
}

function relationOf(text: string): ReadRow["relation"] {
  const said = searchKey(text);
  if (/than nhan|nguoi than|gia dinh|vo|chong|con\b/.test(said)) return "relative";
  return /lao dong|nld|hop dong/.test(said) ? "worker" : "member";
}
