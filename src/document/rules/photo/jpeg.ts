// A JPEG without what it says of place, time, device and people: only what a decoder needs, and which way is up.
import { isSensible, joined, signs, uint16, uint32 } from "./bytes.ts";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;
const DQT = 0xdb;

/** Cameras write some tens; a file of millions of empty ones is made to keep a server busy. */
const MOST_SEGMENTS = 2000;

/** Frames, Huffman tables (C4), arithmetic conditioning (CC); C8 is reserved. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;
/** DQT, DNL, DRI, DHP, EXP. */
const isTable = (marker: number): boolean =>
  marker === 0xc4 || marker === 0xcc || (marker >= DQT && marker <= 0xdf);

/**
 * The same picture: its segments of tables, frames and scans as they are, JFIF without its thumbnail, Adobe's mark of
 * colours, and of Exif the orientation alone. Everything else is left out, also what follows the picture's end (a
 * second picture, a film). Undefined for bytes that are not a whole JPEG.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const kept: Uint8Array[] = [];
  let jfif: Uint8Array | undefined;
  let orientation: number | undefined;
  let framed = false;
  let scanned = false;
  let at = 2;
  for (let segments = 0; segments < MOST_SEGMENTS; segments++) {
    const mark = nextMarker(bytes, at);
    if (mark === undefined) return undefined;
    const { marker, at: from } = mark;
    if (marker === EOI) {
      if (!scanned) return undefined;
      return joined([
        new Uint8Array([0xff, SOI]),
        ...(jfif ? [jfif] : []),
        ...(orientation !== undefined && orientation > 1 ? [exifOf(orientation)] : []),
        ...kept,
        new Uint8Array([0xff, EOI]),
      ]);
    }
    const length = uint16(bytes, from + 2);
    if (length === undefined || length < 2 || from + 2 + length > bytes.length) return undefined;
    let end = from + 2 + length;
    const segment = bytes.subarray(from, end);
    if (marker === APP0) jfif ??= jfifOf(segment);
    else if (marker === APP1) orientation ??= orientationOf(segment);
    else if (marker === APP14) kept.push(...(isAdobe(segment) ? [segment.subarray(0, 16)] : []));
    else if (marker >= APP0 && marker <= APP15) {
      // A profile, a maker's notes, an edit's history: nothing a decoder needs.
    } else if (isFrame(marker)) {
      // Progressive or not, there is one; a height of 0 would be told later, which cameras do not do.
      if (framed || !isSensible(uint16(segment, 7) ?? 0, uint16(segment, 5) ?? 0)) return undefined;
      framed = true;
      kept.push(segment);
    } else if (marker === SOS) {
      if (!framed) return undefined;
      scanned = true;
      end = endOfScan(bytes, end);
      kept.push(bytes.subarray(from, end));
    } else if (isTable(marker)) kept.push(segment);
    else if (marker !== COM) return undefined;
    at = end;
  }
  return undefined;
}

/** A marker may be led by any number of FF; `at` is the last of them. */
function nextMarker(bytes: Uint8Array, from: number): { marker: number; at: number } | undefined {
  if (bytes[from] !== 0xff) return undefined;
  let at = from;
  while (bytes[at + 1] === 0xff) at++;
  const marker = bytes[at + 1];
  return marker === undefined || marker === 0 || isRestart(marker) || marker === SOI
    ? undefined
    : { marker, at };
}

/** Where the next marker begins that is not part of the scan: FF 00 is a byte FF, FF D0–D7 restarts it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  // A plain loop: a hostile file has an FF in every other place.
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}

/** Version, density; 0 by 0 for the thumbnail, which may show what was cut off the picture. */
function jfifOf(segment: Uint8Array): Uint8Array | undefined {
  if (signs(segment, 4, 9) !== "JFIF\0" || segment.length < 18) return undefined;
  return joined([new Uint8Array([0xff, APP0, 0, 16]), segment.subarray(4, 16), new Uint8Array([0, 0])]);
}

const isAdobe = (segment: Uint8Array): boolean => signs(segment, 4, 9) === "Adobe" && segment.length === 16;

const EXIF = "Exif\0\0";
const ORIENTATION = 0x0112;
const SHORT = 3;
const TIFF_AT = 10;

/** 1 to 8 of an Exif segment's first directory; undefined where there is none. */
function orientationOf(segment: Uint8Array): number | undefined {
  if (signs(segment, 4, TIFF_AT) !== EXIF) return undefined;
  const tiff = segment.subarray(TIFF_AT);
  const order = signs(tiff, 0, 2);
  if (order !== "II" && order !== "MM") return undefined;
  const little = order === "II";
  const directory = uint32(tiff, 4, little);
  if (directory === undefined) return undefined;
  const entries = uint16(tiff, directory, little) ?? 0;
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (uint16(tiff, at, little) !== ORIENTATION) continue;
    const value = uint16(tiff, at + 8, little);
    const told = uint16(tiff, at + 2, little) === SHORT && value !== undefined && value >= 1 && value <= 8;
    return told ? value : undefined;
  }
  return undefined;
}

/** An Exif segment of one entry: a phone held upright writes the picture lying and says so here. */
function exifOf(orientation: number): Uint8Array {
  const head = [0xff, APP1, 0, 34, ...[...EXIF].map((sign) => sign.charCodeAt(0))];
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
  const entry = [ORIENTATION >> 8, ORIENTATION & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0];
  return new Uint8Array([...head, ...tiff, ...entry, 0, 0, 0, 0]);
}
