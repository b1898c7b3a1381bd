// What a file is, told by its first bytes: names lie, and files come from phones without one.

export type FileForm = "docx" | "pdf" | "ole" | "picture" | "other" | "text";

const starts = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = ascii("%PDF-");
const RTF = ascii("{\\rtf");
const PICTURES = [
  [0xff, 0xd8, 0xff],
  [0x89, ...ascii("PNG\r\n")],
  [...ascii("II*"), 0],
  [...ascii("MM"), 0, 0x2a],
  ascii("GIF8"),
];
const MARKUP = /^\s*<(?:!doctype|html|\?xml)/i;

/**
 * "docx" is any zip, "ole" the container of Word before 2007 (and of Word's encrypted files); "other" is known
 * not to be read (RTF, a web page); whatever shows no sign is taken for text.
 */
export function formOf(bytes: Uint8Array): FileForm {
  if (starts(bytes, ZIP)) return "docx";
  if (starts(bytes, OLE)) return "ole";
  if (starts(bytes, RTF)) return "other";
  if (PICTURES.some((head) => starts(bytes, head))) return "picture";
  // A PDF may begin with what a printer or a mail put before it.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const at = head.indexOf("%PDF-");
  if (starts(bytes, PDF) || at > 0) return "pdf";
  if (MARKUP.test(head.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, ""))) return "other";
  return "text";
}

/** Word keeps a file with a password as an OLE container with a stream of this name. */
export function isEncryptedOle(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("EncryptedPackage", 0, "utf16le");
}
