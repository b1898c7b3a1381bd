// What becomes of a row of a list: new, on the list already, twice in the file, like somebody, or not to be taken.
import { searchKey } from "../../../platform/pure/text-vi.ts";

export interface Known {
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly phone: string | null;
}

const yearOf = ({ birthDate, birthYear }: Known): number | null =>
  birthDate === null ? birthYear : Number(birthDate.slice(0, 4));

/**
 * How far two entries of one search name speak of one person. `same`: the whole date or the phone agrees and nothing
 * speaks against it. `similar`: nothing tells them apart for sure. `different`: a year, or a whole date, does.
 */
export function likeness(a: Known, b: Known): "same" | "similar" | "different" {
  if (searchKey(a.fullName) !== searchKey(b.fullName)) return "different";
  const [yearA, yearB] = [yearOf(a), yearOf(b)];
  const datesTell = a.birthDate !== null && b.birthDate !== null;
  const agrees = datesTell && a.birthDate === b.birthDate;
  const speaksAgainst = (datesTell && !agrees) || (yearA !== null && yearB !== null && yearA !== yearB);
  const samePhone = a.phone !== null && a.phone === b.phone;
  if (speaksAgainst) return samePhone ? "similar" : "different";
  const otherPhone = a.phone !== null && b.phone !== null && !samePhone;
  return (agrees && !otherPhone) || samePhone ? "same" : "similar";
}
