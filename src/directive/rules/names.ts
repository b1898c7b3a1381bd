// When a line of Kính gửi names one unit: the unit meant, found without accents and with the field's abbreviations.
// Pure. The folded words below are what letters and the tree may write; nothing here is shown.
import { searchKey } from "../../platform/pure/text-vi.ts";

// Longest first: "cdcs" would otherwise be read as "cd" and "cs".
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\btldldvn\b|\btldld\b/g, "tong lien doan lao dong"],
  [/\bldld\b/g, "lien doan lao dong"],
  [/\bcdcs\b/g, "cong doan co so"],
  [/\bcdvc\b/g, "cong doan vien chuc"],
  [/\bcdbp\b/g, "cong doan bo phan"],
  [/\bcdn\b/g, "cong doan nganh"],
  [/\btcd\b/g, "to cong doan"],
  [/\bcd\b/g, "cong doan"],
  [/\bkcn\b/g, "khu cong nghiep"],
  [/\bgd\s*(?:&|va|-)?\s*dt\b/g, "giao duc va dao tao"],
  [/\bubnd\b/g, "uy ban nhan dan"],
  [/\bbvdk\b/g, "benh vien da khoa"],
  [/\bttyt\b/g, "trung tam y te"],
  [/\bbv\b/g, "benh vien"],
  [/\btp\b/g, "thanh pho"],
  [/\btx\b/g, "thi xa"],
];
const OPENING = /^(?:(?:cac|ban chap hanh|ban thuong vu|bch|btv) )+/;

/** One spelling of a name: folded, abbreviations written out, punctuation gone. "LĐLĐ TP. Lai Châu" = its full name. */
export function spelledOut(name: string): string {
  let text = searchKey(name);
  for (const [short, long] of ABBREVIATIONS) text = text.replace(short, long);
  return text
    .replace(/[^a-z0-9 ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(OPENING, "");
}

// What a unit is; what is left of a name without it is the name proper. "Công đoàn ngành Y tế" and "Công đoàn Y tế
// tỉnh" are one: "ngành" only tells how it is placed.
const TYPE =
  /^(tong lien doan lao dong|lien doan lao dong|cong doan co so|cong doan bo phan|to cong doan|nghiep doan|cong doan)(?: nganh)?\b ?/;
const LEVEL = /^(huyen|thanh pho|thi xa|xa|phuong|thi tran|dac khu)\b ?/;
const LOWER_LEVEL = /\b(?:huyen|thanh pho|thi xa|xa|phuong|thi tran|dac khu)\b/;
/** Where a unit belongs, said after its name: "… tỉnh Lai Châu", "…, trực thuộc LĐLĐ tỉnh". */
const BELONGING = / (tinh|truc thuoc|thuoc|dong tren|tren dia ban)( .*)?$/;

interface Parts {
  readonly type: string;
  /** huyện, xã … right after the type; empty where the name does not say. */
  readonly level: string;
  readonly proper: string;
  readonly ofProvince: boolean;
  readonly ofLower: boolean;
}

function partsOf(spelled: string): Parts {
  const type = TYPE.exec(spelled);
  const rest = ` ${spelled.slice(type?.[0].length ?? 0)}`;
  const belonging = BELONGING.exec(rest);
  const own = rest.replace(BELONGING, "").trim();
  const level = LEVEL.exec(own)?.[1] ?? "";
  return {
    type: type?.[1] ?? "",
    level,
    proper: own.slice(level.length).trim(),
    ofProvince: belonging?.[1] === "tinh",
    ofLower: LOWER_LEVEL.test(own),
  };
}

const agree = (one: string, other: string): boolean => one === "" || other === "" || one === other;
const wordsIn = (whole: string, part: string): boolean => ` ${whole} `.includes(` ${part} `);

/** Words an abbreviation is written with, for each word it stands for: "benh" → bvdk, bv. "GD&ĐT" may be parted or not. */
const SHORT_FOR: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const [short, long] of ABBREVIATIONS) {
    const source = short.source.replaceAll("\\b", " ");
    const written = source.includes("\\s") ? ["gd", "dt", "gddt"] : (source.match(/[a-z]+/g) ?? []);
    for (const word of long.split(" ")) found.set(word, [...(found.get(word) ?? []), ...written]);
  }
  return found;
})();

/**
 * What to look for where not every name can be read: each unit that `matchName` would find for the line has, of each of
 * these words, one of its spellings in one of its names. Empty: the line says nothing.
 */
export function wordsToFind(line: string): readonly (readonly string[])[] {
  const spelled = spelledOut(line);
  const words = new Set((partsOf(spelled).proper || spelled).split(" ").filter(Boolean));
  return [...words].map((word) => [...new Set([word, ...(SHORT_FOR.get(word) ?? [])])]);
}

/** A unit with its names spelled out once, for many lines. */
export interface Spelled<Unit> {
  readonly unit: Unit;
  readonly names: readonly string[];
}

export const spellAll = <Unit extends { readonly name: string; readonly shortName: string }>(
  units: readonly Unit[],
): readonly Spelled<Unit>[] =>
  units.map((unit) => ({ unit, names: [spelledOut(unit.name), spelledOut(unit.shortName)] }));

/**
 * The units a line may mean, by the closest way that finds any: the same name; the same but for the words that place it
 * ("LĐLĐ Tam Đường"); a piece of the name, of the same type and level. All that match equally well are answered, so
 * that a person chooses; none is an empty list, never the nearest guess. A type alone ("LĐLĐ huyện") names nobody.
 */
export function matchName<Unit>(line: string, known: readonly Spelled<Unit>[]): readonly Unit[] {
  const spelled = spelledOut(line);
  const asked = partsOf(spelled);
  const found = (fits: (name: string) => boolean): readonly Unit[] =>
    known.filter(({ names }) => names.some(fits)).map(({ unit }) => unit);
  const alike = (fits: (name: Parts) => boolean): readonly Unit[] =>
    found((name) => {
      const parts = partsOf(name);
      return agree(asked.type, parts.type) && agree(asked.level, parts.level) && fits(parts);
    });

  const same = found((name) => name === spelled);
  if (same.length > 0 || asked.proper === "") return same;
  const placed = alike(({ proper }) => proper === asked.proper);
  if (placed.length > 0) return placed;
  return alike(({ proper, ofLower }) => wordsIn(proper, asked.proper) && !(asked.ofProvince && ofLower));
}
