// A Word file (.docx) as text: the parts that hold words, read in the order they need one another.
import { layOut } from "../layout.ts";
import { Refusal } from "../refusal.ts";
import { DocumentReader } from "./document.ts";
import { Numbering } from "./numbering.ts";
import { Styles } from "./styles.ts";
import { readXml, type XmlHandler } from "./xml.ts";
import { Unzip, type ZipEntry, zipDirectory } from "./zip.ts";

const TYPES = "[Content_Types].xml";
/** ends of content types: transitional, strict, with macros and templates alike */
const PARTS = { document: /\.main\+xml$/, numbering: /\.numbering\+xml$/, styles: /\.styles\+xml$/ };
const LEAST_LETTERS = 100;
const WORD_TYPE = /wordprocessingml|ms-word/;

/** Whether the archive looks like a Word file at all; cheap, unfolds nothing. */
export function isWordArchive(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === TYPES) && entries.some(({ name }) => /^word\//i.test(name));
}

/** The letter's text: body only, no page headers, footers, notes or comments. Throws `Refusal`. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const entries = new Map(zipDirectory(bytes).map((entry) => [entry.name, entry]));
  const unzip = new Unzip(bytes);
  const read = async (name: string, handler: XmlHandler): Promise<void> => {
    const entry = entries.get(name);
    if (entry) await readXml(unzip.read(entry), handler);
  };

  const parts = new Parts();
  await read(TYPES, parts);
  const document = parts.document ?? "word/document.xml";
  if (!entries.has(document)) throw new Refusal("unknown-form", "no document in it");
  const styles = new Styles();
  await read(parts.styles ?? "word/styles.xml", styles);
  const numbering = new Numbering();
  await read(parts.numbering ?? "word/numbering.xml", numbering);
  const reader = new DocumentReader(styles, numbering);
  await read(document, reader);
  const text = layOut(reader.blocks);
  // A scan put into Word as pictures.
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const pictures = [...entries.keys()].some((name) => name.startsWith("word/media/"));
  if (letters < LEAST_LETTERS && pictures) throw new Refusal("no-text-layer");
  if (letters === 0) throw new Refusal("empty");
  return text;
}

/** Names of the parts, from the list of content types. */
class Parts implements XmlHandler {
  document?: string;
  numbering?: string;
  styles?: string;

  open(name: string, { PartName = "", ContentType = "" }: Readonly<Record<string, string>>): void {
    if (name !== "types:Override" || !WORD_TYPE.test(ContentType)) return;
    for (const part of ["document", "numbering", "styles"] as const) {
      if (PARTS[part].test(ContentType)) this[part] ??= PartName.replace(/^\//, "");
    }
  }

  close(): void {
    // Overrides hold nothing.
  }
}
