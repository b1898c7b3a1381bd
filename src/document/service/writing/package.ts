// What the library would take from the clock of the machine: the file's properties and the times inside the zip.
import { escapeXml } from "./clean.ts";

/** docProps/core.xml. `createdAt` is an ISO instant; `author` the issuing body. @throws RangeError on a bad instant */
export function coreProperties(of: {
  title: string;
  author: string;
  language: string;
  createdAt: string;
}): string {
  // Word refuses fractions of a second here.
  const at = `${new Date(of.createdAt).toISOString().slice(0, 19)}Z`;
  const author = escapeXml(of.author);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(of.title)}</dc:title><dc:creator>${author}</dc:creator>`,
    `<cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    `<dc:language>${of.language}</dc:language></cp:coreProperties>`,
  ].join("");
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** 1 January 1980, 00:00: the first moment a zip can name. */
const DOS_TIME = 0;
const DOS_DATE = 0x0021;

/** The same zip with every entry dated 01/01/1980, so that equal documents are equal files. Changes `zip` in place. */
export function sameBytes(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error("not a zip file");
  const count = zip.readUInt16LE(end + 10);
  let entry = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(entry) !== DIRECTORY_ENTRY) throw new Error("broken zip directory");
    const local = zip.readUInt32LE(entry + 42);
    for (const at of [entry + 12, local + 10]) {
      zip.writeUInt16LE(DOS_TIME, at);
      zip.writeUInt16LE(DOS_DATE, at + 2);
    }
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return zip;
}
