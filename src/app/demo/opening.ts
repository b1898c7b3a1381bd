// How an edition of the demo begins: the province's letter with its kit, carried down level by level.
import { carryDown, issueLetter, publishKit, type Wave } from "./cascade.ts";
import type { Facts } from "./facts.ts";
import { demoKit } from "./kit.ts";
import { type Edition, editionLetter } from "./letter.ts";

/** Issues the edition's letter on its day at `at` (hh:mm) and carries it down. Answers the campaign's id. */
export async function openEdition(
  facts: Facts,
  edition: Edition,
  asked: { at: string; from: string; until: string; wave: Omit<Wave, "directiveId" | "issuedAt"> },
): Promise<string> {
  const { hands } = facts;
  hands.at(`${edition.day}T${asked.at}:00+07:00`);
  const campaignId = hands.newId();
  const { from, until } = asked;
  const directiveId = await issueLetter(facts, editionLetter(edition), {
    edition,
    id: campaignId,
    from,
    until,
  });
  const issuedAt = hands.now;
  hands.wait(3600);
  await publishKit(facts, directiveId, demoKit);
  facts.tick();
  await carryDown(facts, { ...asked.wave, directiveId, issuedAt });
  facts.tick();
  return campaignId;
}
