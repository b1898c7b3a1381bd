// What a file is, told by its bytes: names and headers are whatever somebody wrote there.
import { isUtf8 } from "node:buffer";

/** What may be kept, with the endings its names may have; the first is the usual one. */
export const FORMS = {
  "application/pdf": ["pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "text/plain": ["txt"],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type MediaType = keyof typeof FORMS;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

const starts = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

/** Undefined for anything that is not kept here: old Word, spreadsheets, web pages in disguise of nothing, programs. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  if (starts(bytes, PDF)) return "application/pdf";
  if (starts(bytes, PNG)) return "image/png";
  if (starts(bytes, JPEG)) return "image/jpeg";
  if (starts(bytes, ZIP)) {
    return hasEntry(bytes, "word/document.xml")
      ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      : undefined;
  }
  return isText(bytes) ? "text/plain" : undefined;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record is 22 bytes, followed by a comment of at most 65,535. */
const END_LENGTH = 22;
const MOST_ENTRIES = 10_000;

/** Whether a zip's directory lists a name. Nothing is unpacked. */
function hasEntry(bytes: Uint8Array, name: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return false;
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < MOST_ENTRIES && at + 46 <= end; entry++) {
    if (view.getUint32(at, true) !== ENTRY) return false;
    const length = view.getUint16(at + 28, true);
    const found = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + Math.min(length, 300)));
    if (found === name) return true;
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return false;
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

/** UTF-8 with no control characters but tabs, line ends and page ends. */
function isText(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 ? byte < 0x09 || byte > 0x0d : byte === 0x7f) return false;
  }
  return isUtf8(bytes);
}
