// Names typed in the fonts used before Unicode: TCVN3 (".VnTime", ABC), VNI, and Windows-1258 read as if it were Western.
// Recognised by what becomes readable, cell by cell; the reader is shown before and after.
// vi-data: the tables of the old fonts are letters.
import { isPlain, isVietnameseText } from "./syllable.ts";

export const OLD_FONTS = ["tcvn3", "vni", "windows-1258"] as const;
export type OldFont = (typeof OLD_FONTS)[number];

// TCVN 5712:1993, VN3: one byte a letter, shown here as Windows-1252 shows it. Capitals with a tone have no code: a font
// of capitals (".VnTimeH") shows the small ones large.
const TCVN3 = pairs(
  "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đ" +
    "µà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞị" +
    "ßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ",
);

// Windows-1258 keeps tones apart; only where it differs from 1252. Composed afterwards.
const WINDOWS_1258 = pairs("ÃĂÌ\u0300ÐĐÒ\u0309ÕƠÝƯÞ\u0303ãăì\u0301ðđò\u0323õơýư");

// VNI-Windows: a letter and, after it, one for hat and tone; some stand alone.
const VNI_TONES = pairs("ù\u0301ø\u0300û\u0309õ\u0303ï\u0323");
const VNI_HATS: Readonly<Record<string, string>> = {
  ...after("aA", "âÂ", "â\0á\u0301à\u0300å\u0309ã\u0303ä\u0323"),
  ...after("aA", "ăĂ", "ê\0é\u0301è\u0300ú\u0309ü\u0303ë\u0323"),
  ...after("eE", "êÊ", "â\0á\u0301à\u0300å\u0309ã\u0303ä\u0323"),
  ...after("oO", "ôÔ", "â\0á\u0301à\u0300å\u0309ã\u0303ä\u0323"),
};
const VNI_ALONE: Readonly<Record<string, string>> = Object.fromEntries(pairs("ôơÔƠöưÖƯñđÑĐæỉÆỈóĩÓĨòịÒỊîỵÎỴ"));

function pairs(text: string): Map<string, string> {
  const letters = [...text];
  return new Map(
    letters.flatMap((letter, i) => (i % 2 === 0 ? [[letter, letters[i + 1] ?? ""] as const] : [])),
  );
}

function after(bases: string, hatted: string, marks: string): Record<string, string> {
  const out: Record<string, string> = {};
  const targets = [...hatted];
  [...bases].forEach((base, i) => {
    for (const [mark, tone] of pairs(marks)) {
      const made = `${targets[i]}${tone === "\0" ? "" : tone}`.normalize("NFC");
      // The mark may be small behind a capital.
      out[base + mark] = made;
      out[base + mark.toUpperCase()] = made;
    }
  });
  return out;
}

const CONVERT: Readonly<Record<OldFont, (text: string) => string>> = {
  tcvn3: (text) => {
    const words = text.split(/(\s+)/);
    // A capital with a tone had no code either: in a name it was a small letter made large.
    const isName = words.every((word) => !/^[a-z]/.test(word));
    return words.map((word) => fromTcvn3(word, isName)).join("");
  },
  vni: fromVni,
  "windows-1258": (text) =>
    [...text]
      .map((char) => WINDOWS_1258.get(char) ?? char)
      .join("")
      .normalize("NFC"),
};

function fromTcvn3(word: string, isName: boolean): string {
  const made = [...word].map((char) => TCVN3.get(char) ?? char).join("");
  // The plain letters tell that the font was one of capitals; one capital at a word's beginning is no sign.
  const plain = word.replace(/[^A-Za-z]/g, "");
  const capitals =
    plain === plain.toUpperCase() && (plain.length > 1 || (plain !== "" && !word.startsWith(plain)));
  if (capitals) return made.toUpperCase();
  return isName ? made.slice(0, 1).toUpperCase() + made.slice(1) : made;
}

function fromVni(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    const next = text[i + 1] ?? "";
    const hat = VNI_HATS[char + next];
    if (hat !== undefined) {
      out += hat;
      i++;
      continue;
    }
    const base = VNI_ALONE[char] ?? char;
    const tone = VNI_TONES.get(next.toLowerCase());
    if (tone !== undefined && /[aeouyAEOUYơƠưƯ]/.test(base)) {
      out += `${base}${tone}`.normalize("NFC");
      i++;
    } else out += base;
  }
  return out;
}

/** `text` as `font` would have shown it, in NFC. Text that is no such thing comes back changed: ask `isBetter`. */
export const fromOldFont = (text: string, font: OldFont): string =>
  CONVERT[font](text.normalize("NFC")).normalize("NFC");

/** Whether `text` cannot be read as it is and can in that font. */
const isBetter = (text: string, font: OldFont): boolean =>
  !isVietnameseText(text) && isVietnameseText(fromOldFont(text, font));

/** What an old font could have written: nothing beyond the one byte a letter had. */
const isOneByte = (text: string): boolean => !/[^\0-\xff]/.test(text);

/** An old font found in a list; `mostly`: most of the list is in it, not a cell here and there. */
export interface FoundFont {
  readonly font: OldFont;
  readonly mostly: boolean;
}

/** The font that makes most cells readable; undefined where none needs it. */
export function oldFontOf(cells: readonly string[]): FoundFont | undefined {
  const accented = cells.filter((cell) => !isPlain(cell));
  const found = OLD_FONTS.map((font) => ({
    font,
    better: accented.filter((cell) => isBetter(cell, font)).length,
  }));
  const best = found.reduce((a, b) => (b.better > a.better ? b : a));
  return best.better === 0 ? undefined : { font: best.font, mostly: best.better * 2 > accented.length };
}

/**
 * The cell as it was meant. Where most of the list is in the font, so is a cell that could be read either way ("Vãn");
 * otherwise only what cannot be read as it is.
 */
export function mended(text: string, { font, mostly }: FoundFont): string {
  if (isPlain(text)) return text;
  if (isBetter(text, font)) return fromOldFont(text, font);
  const made = mostly && isOneByte(text) ? fromOldFont(text, font) : text;
  return isVietnameseText(made) ? made : text;
}
