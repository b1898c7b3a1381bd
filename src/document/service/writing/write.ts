// Writes an official document as DOCX: arranges head, text and foot into sections and packs them the same way every time.
import {
  AlignmentType,
  BorderStyle,
  Document,
  type Table as DocxTable,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  TabStopType,
  TextRun,
} from "docx";
import { cleanLines, cleanText } from "./clean.ts";
import { footTable } from "./foot.ts";
import { addresseeParagraphs, headTable, titleParagraphs } from "./head.ts";
import {
  BODY_AFTER,
  BODY_INDENT,
  BODY_LINE,
  DOCUMENT_LANGUAGE,
  FONT,
  PAGE,
  POINT,
  SIZE,
} from "./legal-form.ts";
import type { Block, OfficialDocument } from "./official.ts";
import { coreProperties, sameBytes } from "./package.ts";
import {
  BODY_STYLE,
  bodyParagraphs,
  endMarkAlone,
  gap,
  headingParagraph,
  withEndMark,
} from "./paragraphs.ts";
import { tableBlock } from "./table.ts";

type Sheet = { landscape: boolean; blocks: Block[] };
type Child = Paragraph | DocxTable;

/** Cuts the blocks into runs of upright and sideways pages; a heading goes with the sideways table it opens. */
export function sheetsOf(blocks: readonly Block[]): Sheet[] {
  const sheets: Sheet[] = [{ landscape: false, blocks: [] }];
  blocks.forEach((block, index) => {
    const opened = blocks.slice(index).find((next) => next.type !== "heading");
    const landscape = opened?.type === "table" && opened.landscape === true;
    const current = sheets.at(-1);
    if (current && current.landscape === landscape) current.blocks.push(block);
    else sheets.push({ landscape, blocks: [block] });
  });
  return sheets;
}

const textAreaOf = (landscape: boolean): number =>
  (landscape ? PAGE.height : PAGE.width) - PAGE.margin.left - PAGE.margin.right;

/** Page number in the middle of the top margin (not on the first page), the mark at its right end (on every page). */
function topMargin(document: OfficialDocument, textArea: number, numbered: boolean): Header {
  const mark = cleanText(document.mark ?? "");
  const border = { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } as const;
  const children: ParagraphChild[] = [
    new TextRun({ children: ["\t", ...(numbered ? [PageNumber.CURRENT] : [])], size: SIZE.pageNumber * 2 }),
    ...(mark === ""
      ? []
      : [new TextRun({ text: "\t" }), new TextRun({ text: ` ${mark} `, size: 24, bold: true, border })]),
  ];
  return new Header({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(textArea / 2) },
          { type: TabStopType.RIGHT, position: textArea },
        ],
        spacing: { before: 0, after: 0 },
        children: numbered || mark !== "" ? children : [],
      }),
    ],
  });
}

function textOf(blocks: readonly Block[], textArea: number, closes: boolean): Child[] {
  return blocks.flatMap((block, index): Child[] => {
    const last = closes && index === blocks.length - 1;
    if (block.type === "heading") return [headingParagraph(block), ...(last ? [endMarkAlone()] : [])];
    if (block.type === "table")
      return [...tableBlock(block, textArea, last), ...(last ? [endMarkAlone()] : [])];
    const lines = cleanLines(block.text);
    const shown = last && lines.length > 0 ? withEndMark(lines.join("\n")) : lines.join("\n");
    const paragraphs = bodyParagraphs(shown, {
      ...(block.italic === undefined ? {} : { italic: block.italic }),
      // The signature never stands alone on a page.
      ...(last ? { keepNext: true } : {}),
    });
    return paragraphs;
  });
}

function section(document: OfficialDocument, sheet: Sheet, first: boolean, last: boolean): ISectionOptions {
  const textArea = textAreaOf(sheet.landscape);
  const head: Child[] = first
    ? [
        headTable(document, textArea),
        ...titleParagraphs(document, textArea),
        ...addresseeParagraphs(document.addressees ?? [], textArea),
        gap(10 * POINT),
      ]
    : [];
  const foot: Child[] = last
    ? [gap(6 * POINT, { keepNext: true }), footTable(document, textArea), gap(POINT)]
    : [];
  return {
    properties: {
      ...(first ? { titlePage: true } : { type: SectionType.NEXT_PAGE }),
      page: {
        // The library itself exchanges width and height for a page turned sideways.
        size: {
          width: PAGE.width,
          height: PAGE.height,
          orientation: sheet.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: PAGE.margin,
      },
    },
    headers: {
      default: topMargin(document, textArea, true),
      ...(first ? { first: topMargin(document, textArea, false) } : {}),
    },
    children: [...head, ...textOf(sheet.blocks, textArea, last), ...foot],
  };
}

const headingStyle = (italics: boolean) => ({
  run: { bold: true, italics, size: SIZE.body * 2, color: "000000", font: FONT },
  paragraph: {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: BODY_INDENT },
    keepNext: true,
    spacing: { before: BODY_AFTER, after: BODY_AFTER, line: BODY_LINE, lineRule: LineRuleType.AUTO },
  },
});

/**
 * The document as the bytes of a `.docx` file. The same input gives the same bytes.
 * Metadata names the issuing body as author, never a person.
 * @param createdAt ISO instant, goes into the file's properties (`ctx.now`)
 * @throws RangeError when `issuedOn` is not a day or a table's rows do not match its columns
 */
export async function writeOfficialDocument(document: OfficialDocument, createdAt: string): Promise<Buffer> {
  const sheets = sheetsOf(document.blocks);
  const issuer = cleanText(document.issuer.name);
  const title = cleanText([document.kindTitle ?? "", document.subject].join(" "));
  const file = new Document({
    title,
    creator: issuer,
    lastModifiedBy: issuer,
    compatibility: { version: 15 },
    styles: {
      default: {
        document: { run: { font: FONT, size: SIZE.body * 2, language: { value: DOCUMENT_LANGUAGE } } },
        heading1: headingStyle(false),
        heading2: headingStyle(false),
        heading3: headingStyle(true),
      },
      paragraphStyles: [
        {
          id: BODY_STYLE,
          name: "Body Text",
          basedOn: "Normal",
          quickFormat: true,
          paragraph: {
            alignment: AlignmentType.JUSTIFIED,
            indent: { firstLine: BODY_INDENT },
            spacing: { before: 0, after: BODY_AFTER, line: BODY_LINE, lineRule: LineRuleType.AUTO },
          },
        },
      ],
    },
    sections: sheets.map((sheet, index) =>
      section(document, sheet, index === 0, index === sheets.length - 1),
    ),
  });
  const core = coreProperties({ title, author: issuer, language: DOCUMENT_LANGUAGE, createdAt });
  return sameBytes(await Packer.toBuffer(file, undefined, [{ path: "docProps/core.xml", data: core }]));
}
