// A unit's list of people.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { done, id, page, pageQuery } from "../platform/contract/shapes.ts";
import { PersonEntry, PersonRow } from "./schema.ts";

export const listPeople = endpoint({
  id: "person.list",
  method: "GET",
  path: "/api/units/:unitId/people",
  summary: "People of a unit and the units below it, by given name; `words` narrows without accents.",
  params: z.object({ unitId: id }),
  query: pageQuery.extend({ after: id.optional(), words: z.string().max(100).optional() }),
  output: page(PersonRow),
});

export const addPerson = endpoint({
  id: "person.add",
  method: "POST",
  path: "/api/units/:unitId/people",
  summary: "Add a contact to a unit. A contact is not a registrant and has agreed to nothing.",
  params: z.object({ unitId: id }),
  body: PersonEntry,
  output: done,
});
