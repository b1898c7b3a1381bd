import { describe, expect, it } from "vitest";
import { decodeText } from "./decode.ts";

const letter = "Kính gửi: Công đoàn cơ sở\r\nV/v hiến máu";

const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? `\ufeff${text}` : text)].map((char) => char.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
};

describe("an uploaded letter", () => {
  it("is read from UTF-8 with or without its mark", () => {
    const plain = new TextEncoder().encode(letter);
    expect(decodeText(plain)).toBe(letter);
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...plain]))).toBe(letter);
  });

  it.each([
    ["little-endian with a mark, as Notepad saves it", true, true],
    ["big-endian with a mark", false, true],
    ["little-endian without a mark", true, false],
    ["big-endian without a mark", false, false],
  ])("is read from UTF-16 %s", (_, little, mark) => {
    expect(decodeText(utf16(letter, little, mark))).toBe(letter);
  });

  it("is refused when its bytes are no text", () => {
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 1, 2]))).toBeUndefined();
    expect(decodeText(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a]))).toBeUndefined();
  });
});
