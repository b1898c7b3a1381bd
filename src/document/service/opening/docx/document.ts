// word/document.xml into paragraphs and tables, as a reader of the printed letter sees them.
import type { Block, Cell, Row } from "../layout.ts";
import { Refusal } from "../refusal.ts";
import type { Numbering } from "./numbering.ts";
import type { Styles } from "./styles.ts";
import { symbolOf, unsymbol } from "./symbols.ts";
import { type Attributes, isOn, type XmlHandler } from "./xml.ts";

/** Many times a letter with its annexes; the reader takes half of it. */
const MOST_CHARACTERS = 500_000;

// What is not on the paper, or is a piece of another page part: left out with all it holds.
const LEFT_OUT = new Set([
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:rt",
  "w:sectPr",
  "w:pPrChange",
  "w:rPrChange",
  "w:tblPrChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:numberingChange",
]);

type Paragraph = {
  text: string;
  style?: string;
  numId?: string;
  level?: number;
  centred?: boolean;
  /** Its end was deleted: it goes on in the next one. */
  open: boolean;
  inRun: boolean;
  run: { hidden?: boolean; capitals?: boolean; style?: string };
  boxes: Block[];
};

export class DocumentReader implements XmlHandler {
  readonly blocks: Block[] = [];
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  /** Where blocks go: the body, a cell, a text box. */
  readonly #places: Block[][] = [this.blocks];
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: { rows: Row[]; row: Row; cell: Cell | undefined; deleted: boolean }[] = [];
  /** For each field around here: has its code ended and what it shows begun? */
  #fields: boolean[] = [];
  /** For each mc:AlternateContent around here: has one of its forms been taken? */
  readonly #alternatives: boolean[] = [];
  readonly #inside: string[] = [];
  /** How many elements deep inside something left out. */
  #skipped = 0;
  #inText = false;
  #characters = 0;
  #joined = "";

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  open(name: string, attributes: Attributes): void {
    this.#inside.push(name);
    if (this.#skipped > 0 || this.#leavesOut(name)) {
      // A deleted mark of a paragraph or a row is a property, not text.
      if (this.#skipped === 0 && name === "w:del") this.#deletedMark();
      this.#skipped++;
      return;
    }
    if (!this.#structure(name, attributes)) this.#content(name, attributes);
  }

  text(text: string): void {
    if (this.#skipped > 0 || !this.#inText) return;
    this.#add(text);
  }

  close(name: string): void {
    this.#inside.pop();
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (name === "w:t" || name === "m:t") this.#inText = false;
    else if (name === "w:p") this.#closeParagraph();
    else if (name === "w:r" && this.#paragraph) this.#paragraph.inRun = false;
    else if (name === "w:tc") this.#closeCell();
    else if (name === "w:tr") this.#closeRow();
    else if (name === "w:tbl") this.#closeTable();
    else if (name === "w:txbxContent") this.#closeBox();
    else if (name === "mc:AlternateContent") this.#alternatives.pop();
  }

  get #paragraph(): Paragraph | undefined {
    return this.#paragraphs.at(-1);
  }

  #leavesOut(name: string): boolean {
    if (LEFT_OUT.has(name)) return true;
    // Of one thing in two forms (a drawing, and the same for old programs) the first is taken.
    if (name === "mc:Choice" || name === "mc:Fallback") {
      const taken = this.#alternatives.pop() ?? false;
      this.#alternatives.push(true);
      return taken;
    }
    return false;
  }

  #deletedMark(): void {
    const parent = this.#inside.at(-2);
    if (parent === "w:rPr" && this.#inside.at(-3) === "w:pPr" && this.#paragraph) this.#paragraph.open = true;
    const table = this.#tables.at(-1);
    if (parent === "w:trPr" && table) table.deleted = true;
  }

  #structure(name: string, attributes: Attributes): boolean {
    if (name === "w:p") {
      this.#paragraphs.push({ text: "", open: false, inRun: false, run: {}, boxes: [] });
    } else if (name === "w:tbl") {
      this.#tables.push({ rows: [], row: [], cell: undefined, deleted: false });
    } else if (name === "w:tr") {
      const table = this.#tables.at(-1);
      if (table) Object.assign(table, { row: [], deleted: false });
    } else if (name === "w:tc") this.#openCell();
    else if (name === "w:gridSpan") {
      const cell = this.#tables.at(-1)?.cell;
      if (cell) cell.span = Math.min(100, Math.max(1, Number(attributes.val) || 1));
    } else if (name === "w:gridBefore") this.#skipColumns(attributes);
    else if (name === "w:txbxContent") this.#places.push([]);
    else if (name === "mc:AlternateContent") this.#alternatives.push(false);
    else return false;
    return true;
  }

  #content(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraph;
    if (!paragraph) return;
    const { val } = attributes;
    if (name === "w:r") Object.assign(paragraph, { inRun: true, run: {} });
    else if (name === "w:t" || name === "m:t") this.#inText = true;
    else if (name === "w:tab") {
      // In the paragraph's properties the same name sets a tab stop.
      if (paragraph.inRun) this.#add("\t");
    } else if (name === "w:ptab") this.#add("\t");
    else if (name === "w:br" || name === "w:cr") this.#add("\n");
    else if (name === "w:noBreakHyphen") this.#add("-");
    else if (name === "w:sym") this.#add(symbolOf(attributes.char ?? ""));
    else if (name === "w:fldChar") this.#field(attributes.fldCharType ?? "");
    else if (name === "w:pStyle" && val !== undefined) paragraph.style = val;
    else if (name === "w:numId" && val !== undefined) paragraph.numId = val;
    else if (name === "w:jc" && !paragraph.inRun) paragraph.centred = val === "center";
    else if (name === "w:ilvl") paragraph.level = Number(val);
    else if (paragraph.inRun && name === "w:rStyle" && val !== undefined) paragraph.run.style = val;
    else if (paragraph.inRun && name === "w:vanish") paragraph.run.hidden = isOn(attributes);
    else if (paragraph.inRun && name === "w:caps") paragraph.run.capitals = isOn(attributes);
  }

  #add(text: string): void {
    const paragraph = this.#paragraph;
    if (!paragraph || this.#fields.includes(false)) return;
    if (this.#runHas(paragraph, "hidden")) return;
    this.#characters += text.length;
    if (this.#characters > MOST_CHARACTERS) throw new Refusal("too-much-inside", "characters");
    const plain = unsymbol(text).replace(/\u00ad/g, "");
    paragraph.text += this.#runHas(paragraph, "capitals") ? plain.toLocaleUpperCase("vi") : plain;
  }

  #runHas({ run, style }: Paragraph, what: "hidden" | "capitals"): boolean {
    if (run[what] !== undefined) return run[what];
    const own = run.style === undefined ? undefined : this.#styles.of(run.style, what);
    return own ?? this.#styles.of(style, what) ?? false;
  }

  // A field is its code, then what it shows: only the second is on the paper.
  #field(type: string): void {
    if (type === "begin") this.#fields.push(false);
    else if (type === "end") this.#fields.pop();
    else if (type === "separate" && this.#fields.pop() !== undefined) this.#fields.push(true);
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    // A code that never ends would hide the rest of the letter.
    this.#fields = this.#fields.filter((shown) => shown);
    const text = this.#joined + this.#mark(paragraph) + paragraph.text;
    this.#joined = "";
    if (paragraph.open) this.#joined = text;
    else {
      const centred = paragraph.centred ?? this.#styles.of(paragraph.style, "centred") ?? false;
      this.#places.at(-1)?.push({ type: "paragraph", text, centred });
    }
    this.#places.at(-1)?.push(...paragraph.boxes);
  }

  #mark(paragraph: Paragraph): string {
    const { style } = paragraph;
    const numId = paragraph.numId ?? this.#styles.of(style, "numId");
    if (numId === undefined || numId === "0" || paragraph.text.trim() === "") return "";
    const tied = style === undefined ? undefined : this.#numbering.levelOf(numId, style);
    const mark = this.#numbering.next(numId, paragraph.level ?? tied ?? this.#styles.of(style, "level") ?? 0);
    return mark === "" ? "" : `${mark} `;
  }

  #openCell(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    table.cell = { blocks: [], span: 1 };
    this.#places.push(table.cell.blocks);
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    this.#places.pop();
    table.row.push(table.cell);
    table.cell = undefined;
  }

  #skipColumns({ val }: Attributes): void {
    const span = Math.min(100, Number(val) || 0);
    if (span > 0) this.#tables.at(-1)?.row.push({ blocks: [], span });
  }

  #closeRow(): void {
    const table = this.#tables.at(-1);
    if (table && !table.deleted) table.rows.push(table.row);
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table) this.#places.at(-1)?.push({ type: "table", rows: table.rows });
  }

  #closeBox(): void {
    const blocks = this.#places.pop();
    if (blocks) (this.#paragraph?.boxes ?? this.blocks).push(...blocks);
  }
}
