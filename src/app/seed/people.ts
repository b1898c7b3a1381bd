// The i-th person of the seeded country: name, birth, contacts, and where they belong on a day.
import { addDays } from "../../platform/pure/calendar.ts";
import { nameSortKey, searchKey } from "../../platform/pure/text-vi.ts";
import { draw, FOR, share, upTo } from "./chance.ts";
import { type Country, creditedTo, firstUnitOf } from "./country.ts";
import { type NamePart, partsOf } from "./names.ts";
import { dayOf } from "./step.ts";

const DRAW = {
  sex: 1,
  surname: 2,
  middle: 3,
  given: 4,
  age: 5,
  bend: 6,
  day: 7,
  relation: 8,
  moved: 9,
  from: 10,
  movedOn: 11,
  phone: 12,
  email: 13,
  joined: 14,
} as const;

const of = (country: Country, person: number, what: keyof typeof DRAW): number =>
  draw(country.seed, FOR.person, person, DRAW[what]);

export const sexOf = (country: Country, person: number): "female" | "male" =>
  share(of(country, person, "sex")) < 0.52 ? "female" : "male";

export interface Named {
  readonly fullName: string;
  readonly sortKey: string;
  readonly searchKey: string;
}

interface Syllable {
  readonly text: string;
  readonly sort: string;
  readonly search: string;
}
const PARTS = ["surname", "middle", "given"] as const satisfies readonly NamePart[];
/** Keys of each syllable: those of a name are made of its syllables', which saves folding names by the million. */
const KEYED = new Map(
  (["female", "male"] as const).map((sex) => [
    sex,
    PARTS.map((part) =>
      partsOf(sex, part).map(
        (text): Syllable => ({ text, sort: nameSortKey(text), search: searchKey(text) }),
      ),
    ),
  ]),
);
const NONE: Syllable = { text: "", sort: "", search: "" };

/** Somebody's name as it is written, with the keys that `nameSortKey` and `searchKey` give it (a test says so). */
function named(country: Country, purpose: number, index: number, sex: "female" | "male"): Named {
  const lists = KEYED.get(sex);
  const pick = (part: number): Syllable => {
    const words = lists?.[part] ?? [];
    return words[upTo(draw(country.seed, purpose, index, DRAW.surname + part), words.length)] ?? NONE;
  };
  const [surname, middle, given] = [pick(0), pick(1), pick(2)];
  return {
    fullName: `${surname.text} ${middle.text} ${given.text}`,
    sortKey: `${given.sort},${surname.sort},${middle.sort}`,
    searchKey: `${surname.search} ${middle.search} ${given.search}`,
  };
}

export const nameOf = (country: Country, person: number): Named =>
  named(country, FOR.person, person, sexOf(country, person));

/** The name of somebody who is not in a list: who holds an office. */
export const calledBy = (country: Country, purpose: number, index: number): Named =>
  named(country, purpose, index, draw(country.seed, purpose, index, DRAW.sex) % 2 === 0 ? "female" : "male");

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.2425;

/** 18 to 58 years old when the two years begin, most in the middle of working life. */
export const birthOf = (country: Country, person: number): string => dayOf(bornOn(country, person));

function bornOn(country: Country, person: number): number {
  const age = (18 + upTo(of(country, person, "age"), 41) + 22 + upTo(of(country, person, "bend"), 29)) / 2;
  const begins = Math.floor(country.ms.people / DAY_MS);
  return begins - Math.ceil(age * YEAR_DAYS) - 100 - upTo(of(country, person, "day"), 360);
}

export const relationOf = (country: Country, person: number): "member" | "worker" | "relative" => {
  const drawn = share(of(country, person, "relation"));
  return drawn < 0.93 ? "member" : drawn < 0.97 ? "worker" : "relative";
};

/** The first day in the list of the unit they were in when the two years began: grown up, and within ten years. */
export function joinedOn(country: Country, person: number): string {
  const drawn = Math.floor(country.ms.stoodSince / DAY_MS) + 5 + upTo(of(country, person, "joined"), 3_000);
  return dayOf(Math.max(drawn, bornOn(country, person) + Math.ceil(18 * YEAR_DAYS)));
}

export interface Stay {
  readonly unit: number;
  readonly from: string;
  /** The first day no longer there; null: still there. */
  readonly until: string | null;
  /** What ended it: they went elsewhere, or (absent) the re-organisation. */
  readonly moved?: true;
}

/**
 * Where a person belongs, stay after stay. Two in a hundred went to another union of their province in the two years;
 * of a union that ended, the people went over to its named successor, or left membership with none.
 */
export function staysOf(
  country: Country,
  person: number,
  home = firstUnitOf(country, person),
): readonly Stay[] {
  const { units, days } = country;
  const from = joinedOn(country, person);
  const movesTo = anotherUnit(country, person, home);
  if (movesTo >= 0) {
    const on = addDays(days.from, 5 + upTo(of(country, person, "movedOn"), 340));
    return [
      { unit: home, from, until: on, moved: true },
      { unit: movesTo, from: on, until: null },
    ];
  }
  if (units.change[home] !== 2) return [{ unit: home, from, until: null }];
  const ended = { unit: home, from, until: days.reorganised };
  const heir = creditedTo(country, home, days.reorganised);
  return units.named[home] === 1 && units.level[heir] === units.level[home]
    ? [ended, { unit: heir, from: days.reorganised, until: null }]
    : [ended];
}

/** Where the few go who move: a list that goes on, of the same province; −1: they stay. */
function anotherUnit({ units, provinces, seed }: Country, person: number, home: number): number {
  if (share(draw(seed, FOR.person, person, DRAW.moved)) >= 0.02 || units.change[home] !== 0) return -1;
  const block = provinces[units.province[home] ?? 0];
  if (block === undefined) return -1;
  const [from, until] = block.grassroots;
  const first = from + upTo(draw(seed, FOR.person, person, DRAW.from), until - from);
  for (let at = first; at < until; at++)
    if (
      at !== home &&
      units.change[at] === 0 &&
      (units.firstPerson[at + 1] ?? 0) > (units.firstPerson[at] ?? 0)
    )
      return at;
  return -1;
}

/** Begins with 000: no number of any network does, so that nobody is ever called. */
export const phoneOf = (country: Country, person: number): string | null =>
  share(of(country, person, "phone")) < 0.9 ? `000${String(person % 10_000_000).padStart(7, "0")}` : null;

/** A domain that can never be (RFC 2606). */
export const emailOf = (country: Country, person: number): string | null =>
  share(of(country, person, "email")) < 0.3 ? `nguoi.${person}@example.invalid` : null;
