// Names in the old fonts become readable again, and readable names stay as they are, whatever they are.
// vi-data: the old fonts' letters are what is tested.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromOldFont, mended, OLD_FONTS, oldFontOf } from "./fonts.ts";
import { FAMILY, GIVEN, MIDDLE, toTcvn3, toVni, toWindows1258 } from "./old-fonts.testing.ts";
import { isVietnameseText } from "./syllable.ts";

const name = fc
  .tuple(fc.constantFrom(...FAMILY), fc.constantFrom(...MIDDLE), fc.constantFrom(...GIVEN))
  .map((words) => words.join(" "));
const WRITE = { tcvn3: toTcvn3, vni: toVni, "windows-1258": toWindows1258 };

describe("names in fonts used before Unicode", () => {
  it("reads the first lines of an old list", () => {
    expect(mended("NguyÔn V¨n Hïng", { font: "tcvn3", mostly: true })).toBe("Nguyễn Văn Hùng");
    expect(mended("NGUYÔN V¡N HïNG", { font: "tcvn3", mostly: true })).toBe("NGUYỄN VĂN HÙNG");
    expect(mended("Nguyeãn Vaên Huøng", { font: "vni", mostly: true })).toBe("Nguyễn Văn Hùng");
    expect(mended("Traàn Thò Myõ Ñöùc", { font: "vni", mostly: true })).toBe("Trần Thị Mỹ Đức");
    expect(mended("NGUYEÃN THÒ AÙNH", { font: "vni", mostly: true })).toBe("NGUYỄN THỊ ÁNH");
  });

  it.each(OLD_FONTS)("gives every name written in %s back", (font) => {
    fc.assert(
      fc.property(name, (typed) => {
        expect(fromOldFont(WRITE[font](typed), font)).toBe(typed);
      }),
    );
  });

  it.each(OLD_FONTS)("recognises a list in %s", (font) => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 12, maxLength: 40 }), (names) => {
        const written = names.map(WRITE[font]);
        const found = oldFontOf(written);
        expect(found).toEqual({ font, mostly: true });
        for (const [i, cell] of written.entries()) expect(found && mended(cell, found)).toBe(names[i]);
      }),
    );
  });

  it("leaves a list in Unicode alone, in either place of the tone", () => {
    const names = [
      "Hoà",
      "Hòa",
      "Lường Văn Thuý",
      "Vàng A Sử",
      "Giàng Thị Mỷ",
      "Pờ Go Xuyên",
      "Sùng Seo Páo",
      "Đoàn Thuỷ",
    ];
    expect(oldFontOf(names)).toBeUndefined();
    fc.assert(
      fc.property(fc.array(name), fc.constantFrom(...OLD_FONTS), (typed, font) => {
        expect(oldFontOf(typed)).toBeUndefined();
        expect(typed.map((each) => mended(each, { font, mostly: false }))).toEqual(typed);
      }),
    );
  });

  it("mends the cells that need it and keeps those in Unicode beside them", () => {
    const cells = ["NguyÔn V¨n Hïng", "Trần Thị Ánh", "Tæ may 1"];
    expect(cells.map((cell) => mended(cell, { font: "tcvn3", mostly: false }))).toEqual([
      "Nguyễn Văn Hùng",
      "Trần Thị Ánh",
      "Tổ may 1",
    ]);
  });

  it("never breaks on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const font of OLD_FONTS) mended(text, { font, mostly: true });
        isVietnameseText(text);
        return true;
      }),
    );
  });
});
