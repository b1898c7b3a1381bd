// What a photo told of its place and phone is gone, and the picture is the same.
import fc from "fast-check";
import { expect, it } from "vitest";
import { joined } from "./bytes.ts";
import { cleanPhoto } from "./clean.ts";
import {
  chunk,
  header,
  phoneJpeg,
  phonePng,
  picture,
  plainJpeg,
  plainPng,
  png,
  segment,
} from "./photos.testing.ts";

const told = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("latin1");
const TELLS = /GPS|SAMSUNG|Samsung|Galaxy|Google|Photoshop|Nguyen|xmp|SEFT|ftyp|abc|Software|Display/;
const jpeg = (bytes: Uint8Array) => cleanPhoto("image/jpeg", bytes);
const pngOf = (bytes: Uint8Array) => cleanPhoto("image/png", bytes);
/** From the first table on: everything a decoder draws the picture from. */
const drawn = (bytes: Uint8Array | undefined): string => told(bytes).slice(told(bytes).indexOf("\xff\xdb"));

it("a phone's photo loses place, maker, history, comment, thumbnail and the film after it", () => {
  expect(told(phoneJpeg())).toMatch(TELLS);
  const clean = jpeg(phoneJpeg());
  expect(told(clean)).not.toMatch(TELLS);
  expect(told(clean)).toContain("Adobe");
  expect(drawn(clean)).toBe(drawn(plainJpeg()));
});

it("a photo taken upright stays upright: of Exif only the orientation is written anew", () => {
  const clean = told(jpeg(phoneJpeg(6)));
  const exif = "\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
  expect(clean).toContain(exif);
  expect(clean.match(/Exif/g)).toHaveLength(1);
  expect(told(jpeg(phoneJpeg(1)))).not.toContain("Exif");
});

it("an orientation that is none is not believed", () => {
  for (const wrong of [0, 9, 300]) expect(told(jpeg(phoneJpeg(wrong)))).not.toContain("Exif");
});

it("a photo that says nothing is kept as it is, and cleaning twice changes nothing", () => {
  expect(jpeg(plainJpeg())).toEqual(plainJpeg());
  expect(pngOf(plainPng())).toEqual(plainPng());
  expect(jpeg(jpeg(phoneJpeg()) ?? plainPng())).toEqual(jpeg(phoneJpeg()));
});

it("a picture of a screen loses words, time, Exif and profile, and keeps its size on paper", () => {
  const clean = pngOf(phonePng());
  expect(told(clean)).not.toMatch(TELLS);
  expect(told(clean)).not.toMatch(/tEXt|iTXt|tIME|eXIf|iCCP/);
  expect(told(clean)).toContain("pHYs");
  expect(told(clean)).toContain(told(picture()));
});

it("a picture that is not whole is refused", () => {
  const whole = plainJpeg();
  for (const [end] of [[10], [100], [300], [whole.length - 2]] as const) {
    expect(jpeg(whole.subarray(0, end))).toBeUndefined();
  }
  expect(
    jpeg(joined([whole.subarray(0, 2), segment(0xe0, new Uint8Array(4)), new Uint8Array([0xff, 0xd9])])),
  ).toBe(undefined);
  const small = plainPng();
  expect(pngOf(small.subarray(0, small.length - 4))).toBeUndefined();
  expect(pngOf(png(header(), chunk("IEND", new Uint8Array())))).toBeUndefined();
  expect(pngOf(png(picture(), header(), chunk("IEND", new Uint8Array())))).toBeUndefined();
  const flipped = plainPng();
  flipped[flipped.length - 20] = (flipped[flipped.length - 20] ?? 0) ^ 1;
  expect(pngOf(flipped)).toBeUndefined();
});

it("a picture made to exhaust whoever opens it is refused", () => {
  const end = chunk("IEND", new Uint8Array());
  expect(pngOf(png(header(100_000, 100_000), picture(), end))).toBeUndefined();
  expect(pngOf(png(header(0, 5), picture(), end))).toBeUndefined();
  const vast = plainJpeg();
  const frame = vast.findIndex((byte, at) => byte === 0xff && vast[at + 1] === 0xc0);
  vast.set([0xff, 0xff, 0xff, 0xff], frame + 5);
  expect(jpeg(vast)).toBeUndefined();
});

it("a file of a million empty parts is refused", () => {
  const start = plainJpeg().subarray(0, 2);
  const comments = new Uint8Array(4 * 3000);
  for (let at = 0; at < comments.length; at += 4) comments.set([0xff, 0xfe, 0, 2], at);
  expect(jpeg(joined([start, comments, plainJpeg().subarray(2)]))).toBeUndefined();
  expect(jpeg(joined([start, comments.subarray(0, 4000), plainJpeg().subarray(2)]))).toEqual(plainJpeg());
  const empty = chunk("IDAT", new Uint8Array());
  const many = (times: number) => joined(Array.from({ length: times }, () => empty));
  const end = chunk("IEND", new Uint8Array());
  expect(pngOf(png(header(), many(25_000), picture(), end))).toBeUndefined();
  expect(pngOf(png(header(), many(100), picture(), end))).toBeDefined();
});

it("bytes changed, cut or moved about are cleaned or refused, never worse", () => {
  const mangled = (whole: Uint8Array) =>
    fc
      .tuple(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(whole.length),
      )
      .map(([changes, length]) => {
        const bytes = new Uint8Array(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        return bytes.subarray(0, Math.max(length, 3));
      });
  for (const [clean, whole] of [
    [jpeg, phoneJpeg()],
    [pngOf, phonePng()],
  ] as const) {
    fc.assert(
      fc.property(mangled(whole), (bytes) => {
        const found = clean(bytes);
        expect(found === undefined || told(clean(found)) === told(found)).toBe(true);
      }),
      { numRuns: 500 },
    );
  }
});
