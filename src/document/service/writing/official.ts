// What an official document is to the writer: plain data with every word already in Vietnamese. The writer adds
// only the form (NĐ 30/2020/NĐ-CP Phụ lục I, QĐ 933/QĐ-TLĐ): where things stand, in which size, with which lines.
import type { Day } from "../../../platform/pure/calendar.ts";

/** A line end in any text below is kept as a line end where the form allows one (names, subject, paragraphs, cells). */
export type OfficialDocument = {
  /** Who issues: `superior` in plain capitals over `name` in bold; a body without superior shows its name alone. */
  issuer: { superior?: string; name: string };
  /** Without it room is left: the number is given after signing. */
  number?: string;
  /** "BC-LĐLĐ", "LĐLĐ" */
  notation: string;
  /** "Lai Châu" */
  place: string;
  /** Without it room is left to write the day by hand. */
  issuedOn?: Day;
  /** "BÁO CÁO", "TỜ TRÌNH"; absent for a công văn, whose subject then stands under its number after "V/v". */
  kindTitle?: string;
  /** Trích yếu nội dung */
  subject: string;
  /** Kính gửi */
  addressees?: readonly string[];
  blocks: readonly Block[];
  /** Nơi nhận in order, the last one "Lưu: …" */
  recipients: readonly string[];
  /** `lines`: "TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"; `name` of the signer */
  signature: { lines: readonly string[]; name: string };
  /** "DỰ THẢO", "DỮ LIỆU MẪU": stands in the top margin of every page. */
  mark?: string;
};

export type Block = Heading | Paragraph | Table;

/** Level 1 "I. …", 2 "1. …", 3 "a) …"; the text brings its own number. */
export type Heading = { type: "heading"; text: string; level: 1 | 2 | 3 };

export type Paragraph = { type: "paragraph"; text: string; italic?: boolean };

export type Table = {
  type: "table";
  columns: readonly TableColumn[];
  /** Merged cells above columns; with any, the header has two rows. */
  groups?: readonly TableGroup[];
  rows: readonly TableRow[];
  caption?: string;
  /** Puts the table, with the headings right before it, on pages turned sideways. */
  landscape?: boolean;
};

/** `width` is relative to the other columns; a column never becomes narrower than its longest word. */
export type TableColumn = { title: string; width: number; align: Align };

export type Align = "left" | "center" | "right";

/** `from`: the first column it covers, counted from 0; `span`: how many columns. */
export type TableGroup = { title: string; from: number; span: number };

/** The spans of `cells` add up to the number of columns. `total`: a bold closing row; `group`: a bold row that opens a part. */
export type TableRow = { cells: readonly TableCell[]; emphasis?: "total" | "group" };

/** A cell that covers several columns ("chưa báo cáo" over all figures) says how many; centred unless said otherwise. */
export type TableCell = string | { text: string; span: number; align?: Align };
