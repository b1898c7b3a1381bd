// Photos for tests: a real picture of 12 by 8, and the things phones write around one.
import { deflateSync } from "node:zlib";
import { joined } from "./bytes.ts";

const PICTURE =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIAAwDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAEH/8QAGhABAAEFAAAAAAAAAAAAAAAAAAEEBjaCsv/EABUBAQEAAAAAAAAAAAAAAAAAAAEE/8QAGBEAAgMAAAAAAAAAAAAAAAAAAAEEM3H/2gAMAwEAAhEDEQA/AJa+QUu/EtBAIsm2LD//2Q==";

type Bytes = Uint8Array<ArrayBuffer>;
const ascii = (text: string): Bytes => Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);
const big = (value: number, bytes: 2 | 4): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * (bytes - 1 - index))) & 0xff);

/** As a canvas writes it: JFIF, tables, one scan. */
export const plainJpeg = (): Bytes => new Uint8Array(Buffer.from(PICTURE, "base64"));

export const segment = (marker: number, content: Uint8Array): Bytes =>
  joined([new Uint8Array([0xff, marker, ...big(content.length + 2, 2)]), content]);

/** Exif as a phone writes it: its maker, which way it was held, and where it stood. */
function exif(orientation: number): Bytes {
  const entry = (tag: number, type: number, count: number, value: number[]): number[] => [
    ...big(tag, 2),
    ...big(type, 2),
    ...big(count, 4),
    ...value,
  ];
  // Header 8, then 2 + 3 × 12 + 4: the words of the maker begin at 50, the place at 58.
  return joined([
    ascii("Exif\0\0MM\0*"),
    new Uint8Array([
      ...big(8, 4),
      ...big(3, 2),
      ...entry(0x010f, 2, 8, big(50, 4)),
      ...entry(0x0112, 3, 1, [...big(orientation, 2), 0, 0]),
      ...entry(0x8825, 4, 1, big(58, 4)),
      ...big(0, 4),
    ]),
    ascii("SAMSUNG\0"),
    new Uint8Array([...big(1, 2), ...entry(2, 5, 3, big(76, 4)), ...big(0, 4)]),
    ascii("22 23 10 GPSLAT"),
  ]);
}

/** A photo as it leaves a phone: its place, its maker, an edit's history, a comment, and a short film after it. */
export function phoneJpeg(orientation = 6): Bytes {
  const picture = plainJpeg();
  const tables = 2 + 18;
  return joined([
    picture.subarray(0, 2),
    segment(0xe0, joined([ascii("JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01"), ascii("abc")])),
    segment(0xe1, exif(orientation)),
    segment(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude 22.39</x:xmpmeta>")),
    segment(0xe2, ascii("ICC_PROFILE\0 Google Inc.")),
    segment(0xed, ascii("Photoshop 3.0\0 By-line: Nguyen Van Mau")),
    segment(0xee, ascii("Adobe\0\x64\0\0\0\0\x01")),
    segment(0xef, ascii("SEFT maker")),
    segment(0xfe, ascii("taken by Galaxy")),
    new Uint8Array([0xff]),
    picture.subarray(tables),
    ascii("ftypmp42 film with GPSCoordinates"),
  ]);
}

const CRC = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
};
export const chunk = (name: string, content: Uint8Array): Bytes => {
  const body = joined([ascii(name), content]);
  return joined([new Uint8Array(big(content.length, 4)), body, new Uint8Array(big(CRC(body), 4))]);
};
const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** 2 by 2, eight bits of red, green, blue. */
const PIXELS = new Uint8Array([0, 180, 35, 74, 255, 255, 255, 0, 255, 255, 255, 180, 35, 74]);

export const header = (width = 2, height = 2): Bytes =>
  chunk("IHDR", new Uint8Array([...big(width, 4), ...big(height, 4), 8, 2, 0, 0, 0]));
export const picture = (): Bytes => chunk("IDAT", new Uint8Array(deflateSync(PIXELS)));
export const png = (...chunks: readonly Uint8Array[]): Bytes => joined([SIGNATURE, ...chunks]);

export const plainPng = (): Bytes => png(header(), picture(), chunk("IEND", new Uint8Array()));

/** A picture of a screen, with words, a time, Exif, a profile, and something after its end. */
export const phonePng = (): Bytes =>
  joined([
    png(
      header(),
      chunk("iCCP", ascii("Display P3\0\0")),
      chunk("tEXt", ascii("Software\0Galaxy A12")),
      chunk("eXIf", exif(1)),
      chunk("pHYs", new Uint8Array([0, 0, 0x0b, 0x13, 0, 0, 0x0b, 0x13, 1])),
      picture(),
      chunk("tIME", new Uint8Array([0x07, 0xe5, 6, 9, 1, 2, 3])),
      chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0GPSLatitude")),
      chunk("IEND", new Uint8Array()),
    ),
    ascii("GPSCoordinates after the end"),
  ]);
