// A PNG without what it says of place, time, device and people: only what a decoder needs.
import { isSensible, joined, signs, uint32 } from "./bytes.ts";

const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Header, palette, transparency, colours, size of a pixel, the picture. Words, times, Exif and profiles are not. */
const KEPT: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "pHYs", "IDAT", "IEND"]);
const FRAME = 12;
/** Encoders write some thousands for the largest photo; a million empty ones are made to keep a server busy. */
const MOST_CHUNKS = 20_000;

/**
 * The same picture with the chunks above and nothing after its end. Undefined for bytes that are not a whole PNG: a
 * check sum that is wrong, a chunk a decoder must know and does not, no picture at all.
 */
export function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) return undefined;
  const kept: Uint8Array[] = [SIGNATURE];
  let pictured = false;
  let at = SIGNATURE.length;
  for (let chunks = 0; chunks < MOST_CHUNKS; chunks++) {
    const length = uint32(bytes, at);
    if (length === undefined || at + FRAME + length > bytes.length) return undefined;
    const name = signs(bytes, at + 4, at + 8);
    const chunk = bytes.subarray(at, at + FRAME + length);
    if (!/^[A-Za-z]{4}$/.test(name)) return undefined;
    if ((kept.length === 1) !== (name === "IHDR")) return undefined;
    if (KEPT.has(name)) {
      if (crc32(chunk.subarray(4, 8 + length)) !== uint32(chunk, 8 + length)) return undefined;
      if (name === "IHDR" && !isHeader(chunk, length)) return undefined;
      if (name === "IDAT") pictured = true;
      kept.push(chunk);
      if (name === "IEND") return pictured ? joined(kept) : undefined;
    } else if (/^[A-Z]/.test(name)) return undefined;
    at += FRAME + length;
  }
  return undefined;
}

const isHeader = (chunk: Uint8Array, length: number): boolean =>
  length === 13 && isSensible(uint32(chunk, 8) ?? 0, uint32(chunk, 12) ?? 0);

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) crc = (CRC[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
