// A donation day from planning to closing: places held and confirmed, outcomes entered, figures that add up.
import * as booking from "../../booking/contract.ts";
import { approveDrive } from "../../drive/contract/plan.ts";
import * as drive from "../../drive/contract.ts";
import type { DriveEntry } from "../../drive/schema.ts";
import { addDays } from "../../platform/pure/calendar.ts";
import { recordMany } from "../../turnout/contract/typing.ts";
import * as turnout from "../../turnout/contract.ts";
import { BATCH } from "../../turnout/schema/typing.ts";
import type { Volume } from "../../turnout/schema.ts";
import { SIGNATORY, signatoryOf } from "./accounts.ts";
import type { Facts } from "./facts.ts";
import type { DemoPerson } from "./people.ts";
import { handOut } from "./prepared.ts";
import { HOSPITAL, PROVINCE } from "./tree.ts";

export interface PlannedDay {
  readonly id: string;
  readonly host: string;
  readonly day: string;
  /** Places left, in the order of the day; acts write it. */
  readonly slots: { readonly id: string; left: number }[];
  /** Who has a place already; acts write it. */
  readonly taken: Set<string>;
}

export type Day = Omit<DriveEntry, "id" | "facilityId" | "sessions"> & {
  readonly host: string;
  readonly hours: readonly (readonly [from: string, until: string])[];
  readonly perSlot: number;
};

/** Plans the day now, at its host. */
export async function planDay(facts: Facts, { host, hours, perSlot, ...rest }: Day): Promise<PlannedDay> {
  const { hands } = facts;
  const id = hands.newId();
  await hands.ask(host, drive.planDrive, {
    params: { unitId: facts.unit(host).id },
    body: {
      ...rest,
      id,
      facilityId: facts.unit(HOSPITAL).id,
      sessions: hours.map(([from, until]) => ({ id: hands.newId(), from, until, slotMinutes: 30, perSlot })),
    },
  });
  const { slots } = await hands.ask(host, drive.getDrive, { params: { driveId: id } });
  return {
    id,
    host,
    day: rest.day,
    slots: slots.map((slot) => ({ id: slot.id, left: slot.capacity })),
    taken: new Set(),
  };
}

/** Who signs for the host approves the plan, and its officer opens it. */
export async function openDay({ hands }: Facts, host: string, { id }: PlannedDay): Promise<void> {
  const signer = host === PROVINCE ? SIGNATORY : signatoryOf(host);
  await hands.ask(signer, approveDrive, { params: { driveId: id }, body: { planVersion: 1 } });
  hands.wait(20 * 60);
  await hands.ask(host, booking.openPlaces, { params: { driveId: id } });
}

export interface Booked {
  readonly bookingId: string;
  readonly person: Pick<DemoPerson, "id">;
  readonly unit: string;
  /** Of the link they answer by. */
  readonly token: string;
  readonly wantsReminder: boolean;
}

export interface Wish {
  /** Places the officer of a grassroots union holds. */
  readonly held: number;
  /** How many of those members confirm by their link. */
  readonly confirmed: number;
}

/**
 * The officer of a grassroots union holds places for its people, one after the other between `from` and `until`; the
 * first of them confirm. Those who answer late or never are the last, so that their holds still run.
 */
export async function holdPlaces(
  facts: Facts,
  planned: PlannedDay,
  key: string,
  wish: Wish,
  [from, until]: readonly [string, string],
): Promise<Booked[]> {
  const { hands, chance } = facts;
  const able = chance.shuffle(facts.peopleUnder(key).filter((person) => mayCome(facts, person, planned)));
  if (able.length < wish.held)
    throw new Error(`the demo has only ${able.length} people for ${key} on ${planned.day}`);
  const step = (Date.parse(until) - Date.parse(from)) / 1000 / Math.max(1, wish.held);
  const confirmed: Booked[] = [];
  const unitId = facts.unit(key).id;
  hands.at(from);
  for (const [index, person] of able.slice(0, wish.held).entries()) {
    const slot = pickSlot(facts, planned);
    const { id, link } = await hands.ask(key, booking.holdPlace, {
      params: { unitId, driveId: planned.id },
      body: { id: hands.newId(), personId: person.id, slotId: slot.id },
    });
    const token = link.split("/").at(-1) ?? "";
    slot.left -= 1;
    planned.taken.add(person.id);
    // Within the three days a place waits for its answer.
    hands.wait(Math.min(step, ANSWER_SECONDS) * (0.1 + chance.next() * 0.8));
    if (index < wish.confirmed) {
      const wantsReminder = chance.yes(0.35);
      await hands.askFreely(booking.answerLink, {
        params: { token },
        body: { answer: "confirm", consent: "take-part" },
      });
      confirmed.push({ bookingId: id, person, unit: key, token, wantsReminder });
    }
    hands.at(new Date(Date.parse(from) + (index + 1) * step * 1000).toISOString());
  }
  return confirmed;
}

const ANSWER_SECONDS = 30 * 3600;

/** Grown up and not past sixty, on the list by then, and twelve weeks after what they last gave (TT 26/2013/TT-BYT, điều 6). */
export function mayCome(
  { gaveOn }: Facts,
  { id, birthDate, from }: DemoPerson,
  { day, taken }: PlannedDay,
): boolean {
  const last = gaveOn.get(id);
  const birthday = (age: number): string => `${Number(birthDate.slice(0, 4)) + age}${birthDate.slice(4)}`;
  const ofAge = birthday(18) < day && day < birthday(60);
  return (
    !taken.has(id) && ofAge && from < addDays(day, -60) && (last === undefined || addDays(last, 84) <= day)
  );
}

/** Mornings fill first. */
function pickSlot({ chance }: Facts, planned: PlannedDay): { id: string; left: number } {
  const open = planned.slots.filter(({ left }) => left > 0);
  const slot = open[Math.floor(chance.next() ** 1.6 * open.length)];
  if (slot === undefined) throw new Error(`the demo has no place left on ${planned.day}`);
  return slot;
}

export interface Result {
  readonly booked: readonly Booked[];
  /** How many of each grassroots union gave, exactly. */
  gave(key: string): number;
  readonly outside: { readonly ml250: number; readonly ml350: number; readonly ml450: number };
}

/** The facility enters everyone's outcome in the course of the day, its own counts, and closes in the evening. Answers what each gave. */
export async function runDay(
  facts: Facts,
  planned: PlannedDay,
  result: Result,
): Promise<ReadonlyMap<string, Volume>> {
  const { hands, chance, gaveOn } = facts;
  const { booked, outside } = result;
  const bags = { ...outside };
  const volumes = new Map<string, Volume>();
  for (const key of new Set(booked.map(({ unit }) => unit))) {
    const list = chance.shuffle(booked.filter(({ unit }) => unit === key));
    for (const [index, { bookingId, person }] of list.entries()) {
      const volume = index < result.gave(key) ? volumeFor(facts) : 0;
      volumes.set(bookingId, volume);
      if (volume === 0) continue;
      bags[`ml${volume}`] += 1;
      gaveOn.set(person.id, planned.day);
    }
  }
  hands.at(`${planned.day}T07:40:00+07:00`);
  const step = (8 * 3600) / Math.max(1, booked.length);
  for (const { bookingId } of chance.shuffle(booked)) {
    const volume = volumes.get(bookingId) ?? 0;
    if (volume !== 0) {
      await hands.ask(HOSPITAL, turnout.recordOutcome, {
        params: { driveId: planned.id, bookingId },
        body: { volume },
      });
    }
    hands.wait(step);
  }
  // The last session is over: whoever gave nothing, by the list.
  hands.at(`${planned.day}T16:40:00+07:00`);
  const rest = booked.filter(({ bookingId }) => volumes.get(bookingId) === 0);
  for (let from = 0; from < rest.length; from += BATCH) {
    await hands.ask(HOSPITAL, recordMany, {
      params: { driveId: planned.id },
      body: {
        rows: rest.slice(from, from + BATCH).map(({ bookingId }) => ({ bookingId, volume: 0 as const })),
      },
    });
  }
  await hands.ask(HOSPITAL, turnout.recordSheet, {
    params: { driveId: planned.id },
    body: { outside, bags },
  });
  await handOut(facts, planned, bags);
  hands.wait(1500);
  const { units } = await hands.ask(HOSPITAL, turnout.getTurnout, { params: { driveId: planned.id } });
  const stayed = units.map(({ unit, registered, donated }) => ({
    unitId: unit.id,
    stayed: Math.round((registered - donated) * CAME_WITHOUT_GIVING),
  }));
  const came = stayed.reduce((sum, of) => sum + of.stayed, 0);
  const outsideGave = outside.ml250 + outside.ml350 + outside.ml450;
  await hands.ask(HOSPITAL, turnout.closeDrive, {
    params: { driveId: planned.id },
    body: {
      salt: hands.newId(),
      list: { stayed: came, absent: rest.length - came },
      units: stayed,
      outside: outsideGave + Math.round(outsideGave * CAME_WITHOUT_GIVING),
      handed: {
        certificates: bags.ml250 + bags.ml350 + bags.ml450,
        gifts: bags,
        travel: null,
        travelDong: null,
      },
      explanations: [],
    },
  });
  return volumes;
}

/** Of those who did not give, how many came all the same. */
const CAME_WITHOUT_GIVING = 0.6;

function volumeFor({ chance }: Facts): 250 | 350 | 450 {
  const drawn = chance.next();
  return drawn < 0.24 ? 250 : drawn < 0.86 ? 350 : 450;
}
