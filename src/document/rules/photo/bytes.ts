// Reading and joining bytes of pictures, never past their end.

/** Big-endian, as both JPEG and PNG count; undefined past the end. */
export function uint16(bytes: Uint8Array, at: number, little = false): number | undefined {
  const [first, second] = [bytes[at], bytes[at + 1]];
  if (first === undefined || second === undefined) return undefined;
  return little ? second * 0x100 + first : first * 0x100 + second;
}

export function uint32(bytes: Uint8Array, at: number, little = false): number | undefined {
  const [first, second] = [uint16(bytes, at, little), uint16(bytes, at + 2, little)];
  if (first === undefined || second === undefined) return undefined;
  return little ? second * 0x10000 + first : first * 0x10000 + second;
}

/** Latin-1, for marks and names inside a file. */
export const signs = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** More than any phone takes; a small file that unfolds to more is made to exhaust whoever opens it. */
const MOST_PIXELS = 250_000_000;

export const isSensible = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width * height <= MOST_PIXELS;
