// Words of the screens of a unit's people.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "person.title": "Members",
  "person.lead": "People of the union and those below it, to invite and hold places for.",
  "person.search": "Find by name",
  "person.search-help": "Accents are not needed.",
  "person.none": "Nobody is on the list yet",
  "person.none-help": "Add members, workers or relatives to hold places for them on a donation day.",
  "person.none-found": "Nobody found",
  "person.none-found-help": "Nobody has a name like “{words}”. Try fewer letters, or add this person.",
  "person.column-name": "Full name",
  "person.column-born": "Born",
  "person.column-relation": "Is a",
  "person.column-unit": "Union",
  "person.column-reach": "Contact",
  "person.relation.member": "Member",
  "person.relation.worker": "Worker",
  "person.relation.relative": "Relative",
  "person.reach.phone": "phone",
  "person.reach.email": "e-mail",
  "person.reach-none": "none yet",
  "person.add": "Add a person",
  "person.add-help":
    "People on the list have not registered and have agreed to nothing. They decide when invited.",
  "person.birth-date": "Date of birth",
  "person.phone": "Phone",
  "person.name-wrong": "Write the full name.",
  "person.phone-wrong": "A phone number has 10 digits and begins with 0.",
  "person.save": "Add to the list",
  "person.added": "{name} was added.",

  "touch.people-follow": "{count, plural, one {# person goes} other {# people go}} over to the successor",
  "touch.people-leave":
    "{count, plural, one {# person leaves} other {# people leave}} membership and stay donors",
  "touch.people-elsewhere":
    "{count, plural, one {# person belongs} other {# people belong}} to another union since",
  "touch.people-added":
    "{count, plural, one {# person was} other {# people were}} added at a union opened by it",
};
