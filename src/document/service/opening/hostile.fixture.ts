// Files that harm a careless reader, built in a moment: archives and PDFs that lie, unfold or do not open.
import { randomBytes } from "node:crypto";
import { constants, deflateRawSync, deflateSync } from "node:zlib";

const MB = 1024 * 1024;

export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

type Part = { name: string; packed: Uint8Array; declared?: number };

export const part = (name: string, text: string | Uint8Array): Part => {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return { name, packed: deflateRawSync(bytes), declared: bytes.length };
};

/** An archive of parts already packed; `declared` is the size it claims they unfold to. */
export function zip(parts: readonly Part[], count = parts.length): Uint8Array {
  const out: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const { name, packed, declared = 0 } of parts) {
    const words = Buffer.from(name);
    const sizes = Buffer.alloc(30);
    sizes.writeUInt32LE(0x04034b50, 0);
    sizes.writeUInt16LE(8, 8);
    sizes.writeUInt32LE(packed.length, 18);
    sizes.writeUInt32LE(declared, 22);
    sizes.writeUInt16LE(words.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    sizes.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    listed.push(entry, words);
    out.push(sizes, words, Buffer.from(packed));
    at += 30 + words.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...out, ...listed, end]);
}

export const wordFile = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zip([
    part("[Content_Types].xml", TYPES),
    part("word/document.xml", `<w:document xmlns:w="${WORD}">${body}</w:document>`),
    ...Object.entries(more).map(([name, text]) => part(name, text)),
  ]);

/** Packed bytes that unfold to `head` and then `times` megabytes of one letter; made without unfolding them. */
export function unfoldsTo(head: string, letter: string, times: number): Uint8Array {
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const once = deflateRawSync(Buffer.alloc(MB, letter), flush);
  const end = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([
    deflateRawSync(Buffer.from(head), flush),
    ...Array.from({ length: times }, () => once),
    end,
  ]);
}

/** A gigabyte in the document part; `declared` is what the archive says of it. */
export const zipBomb = (declared: number, head = "", letter = "\0"): Uint8Array =>
  zip([
    part("[Content_Types].xml", TYPES),
    { name: "word/document.xml", packed: unfoldsTo(head, letter, 1024), declared },
  ]);

export const SPACES = `<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>`;

const page = (resources: string): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<${resources}>>>>`;
const stream = (bytes: Uint8Array | string, dictionary = ""): Buffer => {
  const data = Buffer.from(bytes);
  return Buffer.concat([
    Buffer.from(`<</Length ${data.length}${dictionary}>>stream\n`),
    data,
    Buffer.from("\nendstream"),
  ]);
};

/** A PDF of the objects given, number 1 being its catalogue. */
function pdf(objects: readonly (string | Uint8Array)[], trailer = ""): Uint8Array {
  const out = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  const length = (): number => out.reduce((sum, piece) => sum + piece.length, 0);
  objects.forEach((object, i) => {
    offsets.push(length());
    out.push(Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n"));
  });
  const at = length();
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer <</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...out, Buffer.from(tail)]);
}

const CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>";
const ONE_PAGE = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

/** One page of text; `content` are PDF operators. */
export const pdfPage = (content: string): Uint8Array =>
  pdf([CATALOGUE, ONE_PAGE, page("/Font<</F1 5 0 R>>"), stream(content), FONT]);

/** A page that is one grey picture. */
export const scan = (): Uint8Array =>
  pdf([
    CATALOGUE,
    ONE_PAGE,
    page("/XObject<</I 5 0 R>>"),
    stream("595 0 0 842 0 0 cm /I Do"),
    stream(
      deflateSync(Buffer.alloc(10_000, 200)),
      "/Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode",
    ),
  ]);

export const encryptedPdf = (): Uint8Array =>
  pdf(
    [
      CATALOGUE,
      ONE_PAGE,
      page(""),
      stream(""),
      "null",
      `<</Filter/Standard/V 1/R 2/O<${"00".repeat(32)}>/U<${"11".repeat(32)}>/P -4>>`,
    ],
    "/Encrypt 6 0 R/ID[<00><00>]",
  );

/** The page's content unfolds to a gigabyte. */
export const pdfBomb = (): Uint8Array => {
  const zlib = Buffer.concat([Buffer.from([0x78, 0x9c]), unfoldsTo("", "\n", 1024)]);
  return pdf([CATALOGUE, ONE_PAGE, page("/Font<</F1 5 0 R>>"), stream(zlib, "/Filter/FlateDecode"), FONT]);
};

export const manyPages = (count: number): Uint8Array =>
  pdf([CATALOGUE, `<</Type/Pages/Kids[${"3 0 R ".repeat(count)}]/Count ${count}>>`, page(""), stream("")]);

export const noise = (head: string | number[], length = 2_000_000): Uint8Array =>
  Buffer.concat([Buffer.from(head as string), randomBytes(length)]);
