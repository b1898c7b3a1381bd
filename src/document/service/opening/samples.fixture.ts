// Sample letters as Word files, made from the words of samples/letters: by our own writer, and by hand in the ways
// offices make them (a table without lines for the head, automatic numbers, automatic dashes, tables of figures).
import {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { sampleFields, sampleText } from "../../rules/reading/letter.testing.ts";
import { writeOfficialDocument } from "../writing/write.ts";

const MADE_AT = "2021-06-11T03:00:00.000Z";
const INK = 200;

/** cong-van-mau, as the program writes its own letters: numbers typed. */
export function officialLetter(): Promise<Uint8Array> {
  const name = "cong-van-mau";
  const { issuer, addressees, recipients, signature, ...fields } = sampleFields(name);
  const body = sampleText(name).split("Công đoàn ngành, Công đoàn Viên chức tỉnh.\n\n")[1] ?? "";
  const blocks = (body.split("\n\nNơi nhận:")[0] ?? "")
    .replace(/\.\/\.$/, ".")
    .split(/\n+/)
    .map((text) => ({ type: "paragraph" as const, text }));
  return writeOfficialDocument(
    {
      issuer: { superior: issuer?.superior ?? "", name: issuer?.name ?? "" },
      number: fields.number ?? "",
      notation: fields.notation ?? "",
      place: fields.place ?? "",
      issuedOn: fields.issuedOn ?? "",
      subject: `V/v ${fields.subject}`,
      addressees: addressees.map(({ text }, i) => text + (i + 1 < addressees.length ? ";" : ".")),
      blocks,
      recipients: sampleText(name)
        .split("Nơi nhận:\n\n")[1]
        ?.split("\n\n")[0]
        ?.split("\n")
        .map((line) => line.replace(/^- |[;.]$/g, "")) ?? [recipients.join()],
      signature: { lines: ["TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"], name: signature?.name ?? "" },
    },
    MADE_AT,
  );
}

/** huong-dan-cong-doan-nganh: orders numbered and recipients dashed by Word. */
export function guideline(): Promise<Uint8Array> {
  const lines = sampleText("huong-dan-cong-doan-nganh").split("\n");
  const body = lines.slice(lines.indexOf("HƯỚNG DẪN"), lines.indexOf("Nơi nhận:"));
  const to = lines.filter((line) => line.startsWith("- "));
  const signed = lines.slice(lines.indexOf("TM. BAN THƯỜNG VỤ")).filter((line) => line !== "(đã ký)");
  return pack([
    columns(lines.slice(0, 4), lines.slice(5, 9)),
    new Paragraph(""),
    ...body.flatMap((line, i) => (i < 2 ? [centred(line)] : line === "" ? [] : [numbered(line, 0)])),
    foot(to, signed),
  ]);
}

/** ke-hoach-ban-chi-dao: sections and points numbered by Word in one list, targets in a table. */
export function plan(): Promise<Uint8Array> {
  const text = sampleText("ke-hoach-ban-chi-dao");
  const lines = text.split("\n");
  const body = lines.slice(lines.indexOf("KẾ HOẠCH"), lines.indexOf("III. TỔ CHỨC THỰC HIỆN"));
  const rest = lines.slice(
    lines.indexOf("III. TỔ CHỨC THỰC HIỆN"),
    lines.findIndex((line) => /^Nơi/.test(line)),
  );
  const rows = lines.filter((line) => /^\| (?!-)/.test(line) || /^\| \|/.test(line));
  const words = body.filter((line) => line !== "" && !line.startsWith("|"));
  return pack([
    columns(
      ["ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", "BAN CHỈ ĐẠO VẬN ĐỘNG", "HIẾN MÁU TÌNH NGUYỆN", "", "Số: 88/KH-BCĐ"],
      [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
        "",
        "Lai Châu, ngày 15 tháng 4 năm 2021",
      ],
    ),
    new Paragraph(""),
    ...words.map((line, i) => (i < 3 ? centred(line) : sectioned(line))),
    grid(rows.map((row) => row.split("|").slice(1, -1))),
    ...rest.filter((line) => line !== "").map(sectioned),
    foot(
      [
        "- Ban Chỉ đạo quốc gia (b/c);",
        "- Thường trực Tỉnh ủy (b/c);",
        "- Thành viên Ban Chỉ đạo;",
        "- BCĐ các huyện, thành phố (t/h);",
        "- Lưu: VT, CTĐ.",
      ],
      [
        "KT. TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN THƯỜNG TRỰC",
        "CHỦ TỊCH HỘI CHỮ THẬP ĐỎ TỈNH",
        "",
        "",
        "Lý Văn Kháng",
      ],
    ),
  ]);
}

const centred = (text: string): Paragraph =>
  new Paragraph({ text, alignment: AlignmentType.CENTER, spacing: { after: INK / 2 } });

const justified = (text: string, numbering?: { reference: string; level: number }): Paragraph =>
  new Paragraph({
    children: [new TextRun({ text, size: 28 })],
    alignment: AlignmentType.JUSTIFIED,
    spacing: { after: 120 },
    ...(numbering ? { numbering } : { indent: { firstLine: 720 } }),
  });

const numbered = (line: string, level: number): Paragraph =>
  /^\d\. /.test(line)
    ? justified(line.replace(/^\d\. /, ""), { reference: "orders", level })
    : justified(line);

const sectioned = (line: string): Paragraph => {
  if (/^[IV]+\. /.test(line)) return justified(line.replace(/^\S+ /, ""), { reference: "plan", level: 0 });
  if (/^\d\. /.test(line)) return justified(line.replace(/^\S+ /, ""), { reference: "plan", level: 1 });
  return justified(line);
};

const NO_LINES = Object.fromEntries(
  ["top", "bottom", "left", "right", "insideHorizontal", "insideVertical"].map((side) => [
    side,
    { style: "none" as const, size: 0 },
  ]),
);

function columns(left: string[], right: string[]): Table {
  const small = (text: string): Paragraph =>
    new Paragraph({ children: [new TextRun({ text, size: 24 })], alignment: AlignmentType.CENTER });
  const cell = (lines: string[], width: number): TableCell =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, children: lines.map(small) });
  return new Table({
    width: { size: 9600, type: WidthType.DXA },
    columnWidths: [4300, 5300],
    borders: NO_LINES,
    rows: [new TableRow({ children: [cell(left, 4300), cell(right, 5300)] })],
  });
}

function foot(recipients: string[], signed: string[]): Table {
  const left = [
    new Paragraph({ children: [new TextRun({ text: "Nơi nhận:", bold: true, italics: true, size: 24 })] }),
    ...recipients.map(
      (line) =>
        new Paragraph({
          children: [new TextRun({ text: line.replace(/^- /, ""), size: 22 })],
          numbering: { reference: "dashes", level: 0 },
        }),
    ),
  ];
  return new Table({
    width: { size: 9600, type: WidthType.DXA },
    columnWidths: [4800, 4800],
    borders: NO_LINES,
    rows: [
      new TableRow({
        children: [
          new TableCell({ width: { size: 4800, type: WidthType.DXA }, children: left }),
          new TableCell({ width: { size: 4800, type: WidthType.DXA }, children: signed.map(centred) }),
        ],
      }),
    ],
  });
}

function grid(rows: string[][]): Table {
  return new Table({
    width: { size: 9000, type: WidthType.DXA },
    columnWidths: [800, 3800, 2200, 2200],
    rows: rows.map(
      (cells) =>
        new TableRow({ children: cells.map((text) => new TableCell({ children: [centred(text.trim())] })) }),
    ),
  });
}

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 720, hanging: 360 } } },
});

async function pack(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  const document = new Document({
    styles: { default: { document: { run: { font: "Times New Roman", size: 26 } } } },
    numbering: {
      config: [
        { reference: "orders", levels: [level(0, LevelFormat.DECIMAL, "%1.")] },
        {
          reference: "plan",
          levels: [level(0, LevelFormat.UPPER_ROMAN, "%1."), level(1, LevelFormat.DECIMAL, "%2.")],
        },
        // The dash of a symbol font, as Word's button makes it.
        { reference: "dashes", levels: [level(0, LevelFormat.BULLET, "\uf02d")] },
      ],
    },
    sections: [{ footers: { default: new Footer({ children: [pageNumber] }) }, children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
