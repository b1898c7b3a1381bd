// The word behind a poster's QR code.
import { expect, it } from "vitest";
import { newPageCode } from "./code.ts";

it("has eight signs, none that looks like another", () => {
  for (let drawn = 0; drawn < 500; drawn++) expect(newPageCode()).toMatch(/^[a-hjkmnp-z2-9]{8}$/);
});

it("bytes that would favour a sign are drawn again", () => {
  const draws = [
    [255, 250, 248],
    [0, 30, 31, 247, 61, 62, 1, 2, 3],
  ];
  expect(newPageCode(() => draws.shift() ?? [])).toBe("a9a99abc");
});
