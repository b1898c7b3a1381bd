// A letter on its way: confirmed and issued by the province, received, spread and passed on below, its number split.
import { suggestLetter } from "../../directive/contract/family.ts";
import { publishKit as publish } from "../../directive/contract/kit.ts";
import * as directive from "../../directive/contract.ts";
import type { KitContent } from "../../directive/schema/kit.ts";
import { readLetter } from "../../document/rules/reading/read.ts";
import type { Letter } from "../../document/schema.ts";
import * as target from "../../target/contract.ts";
import { type Facts, intermediates } from "./facts.ts";
import { campaignName, type Edition, PROGRAMME, totalOf } from "./letter.ts";
import { PROVINCE } from "./tree.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

function read(text: string): Letter {
  const found = readLetter(text);
  if (!found.ok) throw new Error(`the demo's letter does not read: ${found.reason}`);
  return found.letter;
}

type Campaign = { existingId: string } | { edition: Edition; id: string; from: string; until: string };

/** Reads the text, addresses it to the units it names and issues it. Answers the directive's id. */
export async function issueLetter(facts: Facts, text: string, of: Campaign): Promise<string> {
  const { hands } = facts;
  const province = facts.unit(PROVINCE).id;
  const letter = read(text);
  const resolved = await hands.ask(PROVINCE, directive.resolveAddressees, {
    params: { unitId: province },
    body: { addressees: letter.addressees, asOf: letter.issuedOn ?? "" },
  });
  const recipients = resolved.addressees.flatMap(({ text: addressee, units }) =>
    units.map(({ id }) => ({ unitId: id, addressee })),
  );
  const expected = facts.below(PROVINCE).length;
  if (new Set(recipients.map(({ unitId }) => unitId)).size !== expected) {
    throw new Error(`the demo's letter finds ${recipients.length} units instead of ${expected}`);
  }
  const id = hands.newId();
  const campaign =
    "existingId" in of
      ? of
      : {
          id: of.id,
          programme: PROGRAMME,
          edition: of.edition.journeyNo,
          name: campaignName(of.edition),
          year: of.edition.year,
          from: of.from,
          until: of.until,
          unitRule: "bag" as const,
        };
  await hands.ask(PROVINCE, directive.draftDirective, {
    params: { unitId: province },
    body: { id, documentId: hands.newId(), campaign, letter, recipients, reportDays: 3 },
  });
  hands.wait(2 * HOUR);
  await hands.ask(PROVINCE, directive.issueDirective, { params: { unitId: province, directiveId: id } });
  return id;
}

/** How far a unit goes with a letter: not at all, confirms it, spreads it, and passes it on to those below. */
export type Zeal = "silent" | "confirms" | "spreads" | "passes-on";

export interface Wave {
  readonly directiveId: string;
  readonly issuedAt: string;
  zeal(key: string): Zeal;
  /** Unions that carry it down in a letter of their own; others pass it on as it is. */
  readonly inOwnWords?: readonly string[];
  /** Days a unit takes to open it, and then to spread it. */
  readonly opens: readonly [least: number, most: number];
  readonly spreads: readonly [least: number, most: number];
}

/** Carries a letter down from the units directly below the province. */
export async function carryDown(facts: Facts, wave: Wave): Promise<void> {
  for (const unit of facts.below(PROVINCE)) await carryTo(facts, wave, unit.key, wave.issuedAt);
}

async function carryTo(facts: Facts, wave: Wave, key: string, reachedAt: string): Promise<void> {
  const { hands, chance } = facts;
  const zeal = wave.zeal(key);
  if (zeal === "silent") return;
  const unitId = facts.unit(key).id;
  const { directiveId } = wave;
  hands.at(reachedAt);
  hands.wait(chance.int(...wave.opens) * DAY + chance.int(0, 300) * 60);
  hands.toOfficeHours();
  const params = { unitId, directiveId };
  await hands.ask(key, directive.receiveDirective, { params });
  if (zeal === "confirms") return;

  let carrying = wave;
  if (zeal === "passes-on" && facts.below(key).length > 0) {
    hands.wait(chance.int(10, 900) * 60);
    hands.toOfficeHours();
    if (wave.inOwnWords?.includes(key))
      carrying = { ...wave, directiveId: await reissue(facts, key, directiveId) };
    else await hands.ask(key, directive.passOn, { params });
  }
  const passedAt = hands.now;
  hands.wait(chance.int(...wave.spreads) * DAY + chance.int(20, 200) * 60);
  hands.toOfficeHours();
  const people = facts.peopleUnder(key).length;
  await hands.ask(key, directive.recordDissemination, {
    params,
    body: {
      id: hands.newId(),
      heldOn: dayOf(hands.now),
      channel: chance.pick(["meeting", "meeting", "zalo", "zalo", "board", "loudspeaker"] as const),
      people: Math.round(people * (0.6 + chance.next() * 0.35)),
    },
  });
  if (zeal !== "passes-on") return;
  for (const unit of facts.below(key)) await carryTo(facts, carrying, unit.key, passedAt);
}

/** The union's own letter, as the program suggests it, with its own number. Answers its id. */
async function reissue(facts: Facts, key: string, parentId: string): Promise<string> {
  const { hands } = facts;
  const unitId = facts.unit(key).id;
  const suggested = await hands.ask(key, suggestLetter, {
    params: { unitId, directiveId: parentId },
    query: { as: "reissue" },
  });
  const id = hands.newId();
  await hands.ask(key, directive.draftDirective, {
    params: { unitId },
    body: {
      id,
      documentId: hands.newId(),
      relation: suggested.relation,
      campaign: { existingId: suggested.campaignId },
      letter: { ...suggested.letter, text: "", spans: {}, warnings: [] },
      recipients: suggested.recipients.map(({ unit, addressee }) => ({ unitId: unit.id, addressee })),
      receiveDays: suggested.receiveDays,
      ...(suggested.reportDays !== null && { reportDays: suggested.reportDays }),
    },
  });
  hands.wait(HOUR);
  await hands.ask(key, directive.issueDirective, { params: { unitId, directiveId: id } });
  return id;
}

/** What units spread the letter with. */
export async function publishKit(facts: Facts, directiveId: string, content: KitContent): Promise<void> {
  await facts.hands.ask(PROVINCE, publish, {
    params: { unitId: facts.unit(PROVINCE).id, directiveId },
    body: { id: facts.hands.newId(), basedOn: 0, content },
  });
}

const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * HOUR * 1000).toISOString().slice(0, 10);

/** Marks duties as done by hand, with a word on what was done. */
export async function settleByHand(
  facts: Facts,
  key: string,
  notes: Readonly<Record<string, string>>,
): Promise<void> {
  const { hands } = facts;
  const unitId = facts.unit(key).id;
  const { items } = await hands.ask(key, directive.listTasks, {
    params: { unitId },
    query: { settled: "without" },
  });
  for (const task of items) {
    const note = notes[task.duty];
    if (note === undefined) continue;
    await hands.ask(key, directive.settleTask, { params: { unitId, taskId: task.id }, body: { note } });
  }
}

/** The committee's number, split as the letter lists it; then by members below, where a union has split. */
export async function splitTargets(
  facts: Facts,
  { campaignId, edition, slow }: { campaignId: string; edition: Edition; slow: readonly string[] },
): Promise<void> {
  const { hands } = facts;
  const total = totalOf(edition.shares);
  await hands.ask(PROVINCE, target.giveTarget, {
    params: { unitId: facts.unit(PROVINCE).id, campaignId },
    body: {
      measure: "units",
      basedOn: 0,
      total,
      source: edition.plan.number,
      shares: edition.shares.map(([key, , value]) => ({ unitId: facts.unit(key).id, value })),
      reserve: 0,
    },
  });
  for (const { key, id: unitId } of intermediates(facts)) {
    const value = edition.shares.find(([of]) => of === key)?.[2];
    if (value === undefined || slow.includes(key)) continue;
    hands.wait(2 * HOUR);
    const { shares } = await hands.ask(key, target.proposeSplit, {
      params: { unitId, campaignId },
      query: { total: value, weights: "members" },
    });
    await hands.ask(key, target.splitTarget, {
      params: { unitId, campaignId },
      body: { measure: "units", basedOn: 0, shares, reserve: 0 },
    });
  }
}

/** Numbers that units set themselves. */
export async function setOwnTargets(
  facts: Facts,
  campaignId: string,
  numbers: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [key, value] of Object.entries(numbers)) {
    facts.hands.wait(HOUR);
    await facts.hands.ask(key, target.setOwnTarget, {
      params: { unitId: facts.unit(key).id, campaignId },
      body: { measure: "units", value },
    });
  }
}
