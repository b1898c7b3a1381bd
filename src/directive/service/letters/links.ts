// A letter named beside another, for showing: with its sender's name and its state today.
import { notFound } from "../../../platform/contract/problem.ts";
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import type { Db } from "../../../platform/db/sql.ts";
import { unitRefs } from "../../../unit/service.ts";
import type { LetterLink } from "../../schema/family.ts";
import { type LinkRow, listLinks } from "../../store/family.ts";

/** A letter names units that may have closed since: such a unit is shown by its id alone, never left out. */
export const refIn = (refs: ReadonlyMap<string, UnitRef>, id: string): UnitRef =>
  refs.get(id) ?? { id, name: "", shortName: "" };

/** Links of these rows in their order, senders named as of `today`. */
export async function namedLinks(db: Db, found: readonly LinkRow[], today: string): Promise<LetterLink[]> {
  const refs = await unitRefs(
    db,
    found.map(({ senderId }) => senderId),
    today,
  );
  return found.map(({ senderId, ...link }) => ({
    id: link.id,
    title: link.title,
    number: link.number,
    notation: link.notation,
    issuedOn: link.issuedOn,
    sender: refIn(refs, senderId),
    relation: link.relation,
    state: link.state,
  }));
}

/** By id; ids that are null or unknown are absent. */
export async function linksOf(
  db: Db,
  ids: readonly (string | null | undefined)[],
  today: string,
): Promise<ReadonlyMap<string, LetterLink>> {
  const asked = [...new Set(ids.filter((id) => id != null))];
  const links = await namedLinks(db, await listLinks(db, asked), today);
  return new Map(links.map((link) => [link.id, link]));
}

/** Of links loaded with `linksOf`: null stays null, and an id that was asked for is there. */
export function linkIn(
  links: ReadonlyMap<string, LetterLink>,
  id: string | null | undefined,
): LetterLink | null {
  if (id == null) return null;
  const link = links.get(id);
  if (link === undefined) throw notFound("directive");
  return link;
}
