// One entry of a unit's list: read, put right, taken off the list.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id } from "../../platform/contract/shapes.ts";
import { AffiliationEnd, PersonView } from "../schema/entry.ts";
import { PersonChange } from "../schema.ts";

const ofPerson = z.object({ unitId: id, personId: id });

export const getPerson = endpoint({
  id: "person.get",
  method: "GET",
  path: "/api/units/:unitId/people/:personId",
  summary: "One person of a unit or the units below it, with contacts and where they belong.",
  params: ofPerson,
  output: PersonView,
});

export const changePerson = endpoint({
  id: "person.change",
  method: "PUT",
  path: "/api/units/:unitId/people/:personId",
  summary: "Put a person's name, birth, sex or contacts right; null takes one away.",
  params: ofPerson,
  body: PersonChange,
  output: done,
});

export const endAffiliation = endpoint({
  id: "person.end-affiliation",
  method: "POST",
  path: "/api/units/:unitId/people/:personId/end",
  summary:
    "Take a person off the unit's list from today, with why. What they gave stays theirs and the unit's.",
  params: ofPerson,
  body: AffiliationEnd,
  output: done,
});
