// vi-data: what is brought, handed out and paid for on a donation day, and who stands where.
// What a host prepares for its day: the rota, certificates and gifts, money by source; and what became of it.
import { addSupply, getSupplies, getTeam, putTeamMember, setCost } from "../../drive/contract/day.ts";
import { rangeOf, serialAt } from "../../drive/rules/serials.ts";
import { type CostEntry, ROUNDED_KINDS, roundedUp } from "../../drive/schema/costs.ts";
import type { SupplyEntry } from "../../drive/schema/supplies.ts";
import type { TeamEntry } from "../../drive/schema/team.ts";
import type { ByVolume } from "../../turnout/schema.ts";
import { besides, type Facts } from "./facts.ts";
import { nameFor } from "./names.ts";
import { HOSPITAL } from "./tree.ts";

const GIFTS: Readonly<Record<keyof ByVolume, string>> = {
  ml250: "Túi quà 100.000 đồng (250 ml)",
  ml350: "Túi quà 150.000 đồng (350 ml)",
  ml450: "Túi quà 180.000 đồng (450 ml)",
};
const MEAL = "Suất ăn nhẹ, sữa và nước";

/** A planned day, as far as its host prepares it. */
interface HostedDay {
  readonly id: string;
  readonly host: string;
}

type Line = { readonly movement: SupplyEntry["movement"]; readonly note?: string } & (
  | { readonly category: "certificate"; readonly first: string; readonly last: string }
  | { readonly category: "gift" | "refreshment"; readonly item: string; readonly quantity: number }
);

async function write(facts: Facts, { id, host }: HostedDay, line: Line): Promise<void> {
  await facts.hands.ask(host, addSupply, {
    params: { driveId: id },
    body: { note: "", ...line, id: facts.hands.newId() } as SupplyEntry,
  });
}

interface Brought {
  readonly at: string;
  /** First and last printed number of the certificates. */
  readonly serials: readonly [first: string, last: string];
  /** One of them that cannot be used. */
  readonly spoiled?: string;
  readonly gifts: ByVolume;
  readonly meals: number;
}

/** Certificates, gifts and meals come to the host, ahead of the day. */
export async function receive(facts: Facts, planned: HostedDay, brought: Brought): Promise<void> {
  const beside = besides(facts);
  const { serials, spoiled, gifts, meals } = brought;
  const [first, last] = serials;
  beside.hands.at(brought.at);
  const received = { movement: "received" } as const;
  await write(beside, planned, { ...received, category: "certificate", first, last });
  for (const [key, item] of Object.entries(GIFTS)) {
    const quantity = gifts[key as keyof ByVolume];
    await write(beside, planned, { ...received, category: "gift", item, quantity });
  }
  await write(beside, planned, { ...received, category: "refreshment", item: MEAL, quantity: meals });
  if (spoiled === undefined) return;
  await write(beside, planned, {
    category: "certificate",
    movement: "spoiled",
    first: spoiled,
    last: spoiled,
    note: "In lệch",
  });
}

/** In the evening the host writes down what was handed out for so many bags, and gives back the certificates left. */
export async function handOut(facts: Facts, planned: HostedDay, bags: ByVolume): Promise<void> {
  const beside = besides(facts);
  beside.hands.at(facts.hands.now);
  const { unaccounted } = await beside.hands.ask(HOSPITAL, getSupplies, { params: { driveId: planned.id } });
  const [lot] = unaccounted;
  const range = lot === undefined ? undefined : rangeOf(lot.first, lot.last);
  if (lot === undefined || range === undefined) return;
  const given = bags.ml250 + bags.ml350 + bags.ml450;
  const part = (movement: "issued" | "returned", first: number, last: number) =>
    write(beside, planned, {
      category: "certificate",
      movement,
      first: serialAt(range, first),
      last: serialAt(range, last),
    });
  await part("issued", range.first, range.first + given - 1);
  if (range.first + given <= range.last) await part("returned", range.first + given, range.last);
  const issued = { movement: "issued" } as const;
  for (const [key, item] of Object.entries(GIFTS)) {
    const quantity = bags[key as keyof ByVolume];
    await write(beside, planned, { ...issued, category: "gift", item, quantity });
  }
}

type Price = Pick<CostEntry, "source" | "kind" | "item"> & ({ each: number } | { dong: number });

const PRICES: readonly Price[] = [
  { source: "blood-price", kind: "gift", item: "Quà cho người hiến máu", each: 145_000 },
  { source: "blood-price", kind: "refreshment", item: "Ăn nhẹ, nước uống tại chỗ", each: 30_000 },
  { source: "blood-price", kind: "travel", item: "Hỗ trợ chi phí đi lại", each: 50_000 },
  { source: "bcd", kind: "venue", item: "Hội trường, âm thanh, phông", dong: 12_000_000 },
  { source: "union", kind: "publicity", item: "Băng rôn, tờ rơi, loa", dong: 6_500_000 },
  { source: "mobilised", kind: "other", item: "Quà lưu niệm do doanh nghiệp ủng hộ", dong: 8_000_000 },
];

/** Money of a drive: planned for so many donors, and spent on so many where the day is over. */
export async function budget(
  facts: Facts,
  { id: driveId, host }: HostedDay,
  of: { at: string; donors: number; came?: number },
): Promise<void> {
  const { hands, chance } = besides(facts);
  hands.at(of.at);
  for (const price of PRICES) {
    const { source, kind, item } = price;
    const plannedDong = "each" in price ? price.each * of.donors : price.dong;
    const paid = "each" in price ? price.each * (of.came ?? 0) : price.dong - chance.int(0, 18) * 100_000;
    const spent = ROUNDED_KINDS.includes(kind) ? roundedUp(paid) : paid;
    await hands.ask(host, setCost, {
      params: { driveId, costId: hands.newId() },
      body: { source, kind, item, plannedDong, actualDong: of.came === undefined ? null : spent },
    });
    hands.wait(240);
  }
}

/** Who stands where: all day, or in one of the sessions only. */
const STANDING: readonly (readonly [station: TeamEntry["station"], session: number | null])[] = [
  ["reception", null],
  ["reception", 0],
  ["screening", null],
  ["collection", null],
  ["collection", 0],
  ["rest", 0],
  ["certificates", null],
  ["logistics", null],
];

/** The rota of a day of two sessions; nobody looks after those who rest in the afternoon yet. */
export async function roster(facts: Facts, { id: driveId, host }: HostedDay, at: string): Promise<void> {
  const { hands, chance } = besides(facts);
  hands.at(at);
  const { sessions } = await hands.ask(host, getTeam, { params: { driveId } });
  for (const [station, session] of STANDING) {
    const sessionId = session === null ? null : (sessions[session]?.id ?? null);
    const displayName = nameFor(chance, chance.yes(0.5) ? "female" : "male");
    await hands.ask(host, putTeamMember, {
      params: { driveId, memberId: hands.newId() },
      body: { sessionId, station, displayName, login: null },
    });
    hands.wait(90);
  }
}
