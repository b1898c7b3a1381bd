// XML of a Word file as events with short names: whatever prefix a program chose, "w:p" is a paragraph.
import { SaxesParser } from "saxes";
import { Refusal } from "../refusal.ts";

/** Attributes by their local name: Word never uses two of one name on the elements read here. */
export type Attributes = Readonly<Record<string, string>>;

export type XmlHandler = {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close(name: string): void;
};

// ECMA-376 (transitional) and ISO 29500 strict name the same elements in different namespaces.
const PREFIX: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
  "http://schemas.openxmlformats.org/package/2006/content-types": "types:",
};
const DEEPEST = 200;
const MOST_ELEMENTS = 300_000;
const MOST_ATTRIBUTES = 500;
/** Bytes without a tag among them. */
const LONGEST_TEXT = 2 * 1024 * 1024;

/**
 * Reads one XML part. Refuses as "damaged" what is not well-formed and anything with a DOCTYPE (Word writes
 * none; entities could unfold without end), as "too-much-inside" what holds more elements than any letter.
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  let elements = 0;
  parser.on("doctype", () => {
    throw new Refusal("damaged", "doctype");
  });
  parser.on("error", (error) => {
    throw new Refusal("damaged", error.message);
  });
  let attributesOfOne = 0;
  let sinceTag = 0;
  parser.on("attribute", () => {
    if (++attributesOfOne > MOST_ATTRIBUTES) throw new Refusal("damaged", "attributes");
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    attributesOfOne = 0;
    sinceTag = 0;
    if (++depth > DEEPEST) throw new Refusal("damaged", "too deep");
    if (++elements > MOST_ELEMENTS) throw new Refusal("too-much-inside", "elements");
    const short: Record<string, string> = Object.create(null);
    for (const attribute of Object.values(attributes)) short[attribute.local] = attribute.value;
    handler.open((PREFIX[uri] ?? "other:") + local, short);
  });
  parser.on("closetag", ({ uri, local }) => {
    depth--;
    sinceTag = 0;
    handler.close((PREFIX[uri] ?? "other:") + local);
  });
  if (handler.text) {
    const take = handler.text.bind(handler);
    parser.on("text", take);
    parser.on("cdata", take);
  }
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    sinceTag += piece.length;
    if (sinceTag > LONGEST_TEXT) throw new Refusal("too-much-inside", "text without end");
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decode(decoder, piece, true));
  }
  if (decoder) parser.write(decode(decoder, new Uint8Array(), false));
  parser.close();
}

function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return "utf-16le";
  if (piece[0] === 0xfe && piece[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function decode(decoder: TextDecoder, piece: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(piece, { stream });
  } catch {
    throw new Refusal("damaged", "encoding");
  }
}

/** A Word on/off property: present means on, unless its value says otherwise. */
export const isOn = ({ val }: Attributes): boolean =>
  val === undefined || !/^(?:0|false|off|none)$/.test(val);
