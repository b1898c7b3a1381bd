// The demo's letters, read by the program's own reader.
import { expect, it } from "vitest";
import { readLetter } from "../../document/rules/reading/read.ts";
import { EDITION_2020, EDITION_2021, editionLetter, mainDayLetter, totalOf } from "./letter.ts";

function read(text: string) {
  const found = readLetter(text);
  if (!found.ok) throw new Error(found.reason);
  return found.letter;
}

it.each([EDITION_2020, EDITION_2021])("the letter of $year reads whole, without a warning", (edition) => {
  const letter = read(editionLetter(edition));
  expect(letter.warnings).toEqual([]);
  expect(`${letter.number}/${letter.notation}`).toBe(edition.number);
  expect(letter.issuedOn).toBe(edition.day);
  expect(letter.addressees.flatMap(({ group, moreGroups = [] }) => [group, ...moreGroups])).toEqual([
    "district-federations",
    "sector-unions",
    "civil-servant-union",
    "central-grassroots",
  ]);
  expect(letter.targets.map(({ unit, value }) => [unit, value])).toEqual(
    edition.shares.map(([, called, value]) => [called, value]),
  );
  expect(letter.reportDuty?.days).toBe(3);
});

it("orders of 2021 cover every duty of such a letter, those of 2020 the three that are owed everywhere", () => {
  const duties = (text: string) => read(text).instructions.flatMap((instruction) => instruction.duties);
  expect(duties(editionLetter(EDITION_2020))).toEqual(["disseminate", "meet-target", "report-after-drive"]);
  expect(duties(editionLetter(EDITION_2021)).sort()).toEqual([
    "coordinate",
    "disseminate",
    "epidemic-safety",
    "invite-others",
    "meet-target",
    "mobilise",
    "regular-donation",
    "report-after-drive",
  ]);
});

it("the targets of 2021 add up to a thousand", () => {
  expect(totalOf(EDITION_2021.shares)).toBe(1000);
});

it("the letter before the main day asks for a list of registrants", () => {
  const letter = read(mainDayLetter());
  expect(letter.number).toBe("143");
  expect(letter.instructions.flatMap(({ duties }) => duties)).toContain("register-list");
});
