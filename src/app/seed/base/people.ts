// Rows of people: who they are, where they belong and belonged, how to reach those who ever registered, what they allow.
import { draw, FOR, idOf, share } from "../chance.ts";
import { type Country, everRegistered, personId, personMs, unitId } from "../country.ts";
import { birthOf, emailOf, nameOf, phoneOf, relationOf, sexOf, staysOf } from "../people.ts";
import { between, byProvince, type Cell, instant, type Put, type SeedStep, table } from "../step.ts";

const PERSON = table("person.person", "id full_name sort_key search_key birth_date sex created_at source");
const AFFILIATION = table("person.affiliation", "id person_id unit_id relation is_primary valid end_reason");
const CONTACT = table("person.contact", "person_id channel value");
const CONSENT = table("person.consent", "id person_id purpose given_at evidence");

/** Of those who ever registered, how many in a hundred also allow this. */
const ALLOW = { "take-part": 1, reminder: 0.6, invitation: 0.4 } as const;
const DAY_MS = 86_400_000;

const affiliationId = (country: Country, person: number, nth: number): string =>
  idOf(country.seed, FOR.affiliation, person * 2 + nth, personMs(country, person));

export const people: SeedStep = {
  name: "people",
  tables: [PERSON, AFFILIATION, CONTACT, CONSENT],
  rows: ({ counts }) => Math.round(counts.people * 2.4),
  parts: byProvince,
  *write(put, country, part) {
    const block = country.provinces[part];
    if (block === undefined) return;
    const { firstPerson } = country.units;
    for (let unit = block.from; unit < block.until; unit++) {
      const until = firstPerson[unit + 1] ?? 0;
      if (until === firstPerson[unit]) continue;
      const home = unitId(country, unit);
      for (let person = firstPerson[unit] ?? 0; person < until; person++) {
        writePerson(put, country, person, unit, home);
        if ((person & 63) === 63) yield;
      }
      yield;
    }
  },
};

function writePerson(put: Put, country: Country, person: number, unit: number, home: string): void {
  const id = personId(country, person);
  const ms = personMs(country, person);
  const { fullName, sortKey, searchKey } = nameOf(country, person);
  const born = birthOf(country, person);
  put(PERSON, id, fullName, sortKey, searchKey, born, sexOf(country, person), instant(ms), "import");
  const relation = relationOf(country, person);
  staysOf(country, person, unit).forEach((stay, nth) => {
    const at = stay.unit === unit ? home : unitId(country, stay.unit);
    const reason: Cell = stay.moved === true ? "moved" : null;
    const valid = between(stay.from, stay.until);
    put(AFFILIATION, affiliationId(country, person, nth), id, at, relation, true, valid, reason);
  });
  if (!everRegistered(country, person)) return;
  const [phone, email] = [phoneOf(country, person), emailOf(country, person)];
  if (phone !== null) put(CONTACT, id, "phone", phone);
  if (email !== null) put(CONTACT, id, "email", email);
  Object.entries(ALLOW).forEach(([purpose, part], nth) => {
    if (share(draw(country.seed, FOR.consent, person, nth)) >= part) return;
    const given = ms + DAY_MS + nth;
    const consent = idOf(country.seed, FOR.consent, person * 3 + nth, given);
    put(CONSENT, consent, id, purpose, instant(given), nth === 0 ? "paper" : "link");
  });
}

/** What handing over the people of these units leaves behind, to take it back by. */
export function peopleJournal(country: Country, ends: readonly number[]) {
  const { firstPerson } = country.units;
  const cut = [];
  const made: string[] = [];
  for (const unit of ends) {
    for (let person = firstPerson[unit] ?? 0; person < (firstPerson[unit + 1] ?? 0); person++) {
      const [stay, next] = staysOf(country, person, unit);
      if (stay === undefined) continue;
      cut.push({
        id: affiliationId(country, person, 0),
        personId: personId(country, person),
        unitId: unitId(country, unit),
        relation: relationOf(country, person),
        isPrimary: true,
        from: stay.from,
        until: null,
      });
      if (next !== undefined) made.push(affiliationId(country, person, 1));
    }
  }
  return { cut, removed: [], made };
}
