// Vietnamese text: search, order of names, figures.
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldKeepingLength, formatCount, formatPercent, nameSortKey, searchKey, toNfc } from "./text-vi.ts";

const byKey = (names: string[]): string[] =>
  [...names].sort((a, b) => Buffer.compare(Buffer.from(nameSortKey(a)), Buffer.from(nameSortKey(b))));

test("a name typed with decomposed accents is kept composed", () => {
  expect(toNfc("Lò Thị Duyên".normalize("NFD"))).toBe("Lò Thị Duyên");
});

test("a name is found without its accents, with đ as d and any spacing", () => {
  expect(searchKey("  Đặng   Thị\tHồng Đỏ ")).toBe("dang thi hong do");
  expect(searchKey("Đặng Thị Hồng Đỏ".normalize("NFD"))).toBe("dang thi hong do");
  expect(searchKey("HOÀ")).toBe(searchKey("hòa"));
});

test("folding keeps every offset", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(foldKeepingLength(text).length).toBe(text.length);
    }),
  );
});

test("names are ordered by given name, then by the rest", () => {
  expect(byKey(["Trần Văn Bình", "Lê Thị An", "Ma A Tủa", "Bùi Văn An", "Giàng Thị Ánh"])).toEqual([
    "Bùi Văn An",
    "Lê Thị An",
    "Giàng Thị Ánh",
    "Trần Văn Bình",
    "Ma A Tủa",
  ]);
});

test("letters follow the Vietnamese alphabet: a ă â, d đ, o ô ơ, u ư", () => {
  expect(byKey(["Ân", "Ăn", "An", "Đa", "Da", "Ê", "E", "Ơ", "O", "Ô", "Ư", "U"])).toEqual([
    "An",
    "Ăn",
    "Ân",
    "Da",
    "Đa",
    "E",
    "Ê",
    "O",
    "Ô",
    "Ơ",
    "U",
    "Ư",
  ]);
});

test("tones follow the dictionary: ngang, huyền, hỏi, ngã, sắc, nặng, and count only between equal letters", () => {
  const tones = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ"];
  expect(byKey([...tones].reverse())).toEqual(tones);
  expect(byKey(["Mã", "Mai", "Mạ", "An", "Anh"])).toEqual(["An", "Anh", "Mã", "Mạ", "Mai"]);
});

test("the same name in either Unicode form has the same key, in ASCII", () => {
  for (const name of ["Nguyễn Thị Hường", "Sùng A Phử", "Vàng Thị H'Mây", "陈 An"]) {
    expect(nameSortKey(name.normalize("NFD"))).toBe(nameSortKey(name));
    expect(nameSortKey(name)).toMatch(/^[\x21-\x7e]+$/);
  }
  expect(nameSortKey("   ")).toBe("");
});

test("counts take dots and percentages a comma", () => {
  expect([0, 999, 1803, 1234567, -1803].map(formatCount)).toEqual([
    "0",
    "999",
    "1.803",
    "1.234.567",
    "-1.803",
  ]);
  expect([116.4286, 100, 0.04, 1164.25, -3.25].map(formatPercent)).toEqual([
    "116,4%",
    "100%",
    "0%",
    "1.164,3%",
    "-3,3%",
  ]);
});
