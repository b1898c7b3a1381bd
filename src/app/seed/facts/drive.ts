// One drive with everybody who had a place there, made from its ordinal alone.
import { heldUntil } from "../../../booking/rules/hold.ts";
import { draw, idOf, share, upTo } from "../chance.ts";
import { type Country, everRegistered, LEVEL, parentOf } from "../country.ts";
import { staysOf } from "../people.ts";
import { campaignIdOf } from "./campaigns.ts";
import { COMES_SHARE, dayOfDrive, endOfUnion, type Plan, placeOfDrive, turnOf } from "./plan.ts";
import { FACT } from "./purposes.ts";
import { dayOf, instantOn, type SeasonNo } from "./seasons.ts";

export type DriveState = "planned" | "approved" | "open" | "closed" | "cancelled";

export interface Slot {
  readonly session: number;
  readonly startsMs: number;
}

export interface Drive {
  readonly ordinal: number;
  readonly id: string;
  readonly no: SeasonNo;
  readonly state: DriveState;
  /** In the national campaign of the season, else in the province's. */
  readonly national: boolean;
  readonly campaignId: string;
  readonly host: number;
  /** The federation above the host in the season's tree (or the host itself). */
  readonly federation: number;
  readonly leading: number;
  readonly facility: number;
  /** Days since 1970. */
  readonly day: number;
  readonly nth: number;
  readonly coming: boolean;
  readonly createdMs: number;
  readonly openedMs: number;
  /** Null while the books are open. */
  readonly closedMs: number | null;
  readonly slots: readonly Slot[];
  readonly capacity: number;
  /** Grassroots unions that take part. */
  readonly members: readonly number[];
}

export type Volume = 0 | 250 | 350 | 450;

export interface Place {
  /** Unique over all: the index of its id. */
  readonly index: number;
  readonly person: number;
  /** Credited: the section, group or grassroots union whose list the person is on. */
  readonly unit: number;
  readonly grassroots: number;
  readonly slot: number;
  readonly state: "held" | "confirmed" | "released";
  readonly source: "officer" | "self" | "walk-in";
  readonly createdMs: number;
  readonly heldUntilMs: number;
  readonly confirmedMs: number | null;
  readonly withdrawnMs: number | null;
  readonly releasedMs: number | null;
  /** Null until the drive is closed, and of a place given back. */
  readonly volume: Volume | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const MORNING = { from: 450, until: 690, slots: 8 } as const;
export const AFTERNOON = { from: 810, until: 990, slots: 6 } as const;
export const SLOT_MINUTES = 30;
/** Ids of places: so many indexes for each drive. */
const PLACES_A_DRIVE = 4096;

const percent = (country: Country, purpose: number, index: number, nth: number): number =>
  share(draw(country.seed, purpose, index, nth)) * 100;

export interface Held {
  readonly drive: Drive;
  readonly places: readonly Place[];
}

/** The drive and everybody who had a place there. */
export function driveOf(plan: Plan, ordinal: number): Held {
  const { country } = plan;
  const { seed, units } = country;
  const { no, host: place, nth, coming } = placeOfDrive(plan, ordinal);
  const { season, hosts, members, firstDrive } = plan.seasons[no];
  const host = hosts[place] ?? 0;
  const day = coming
    ? plan.today + 3 + upTo(draw(seed, FACT.drive, ordinal, 0), 25)
    : dayOfDrive(plan, ordinal, no);
  const federation = units.level[host] === LEVEL.province ? host : parentOf(country, host, season.tree);
  const national = percent(country, FACT.drive, ordinal, 1) < 70;
  const own = firstDrive.slice(place, place + 2);
  const turns = (own[1] ?? 0) - (own[0] ?? 0);
  const list = members[place] ?? [];
  const createdMs = instantOn(day - 40, 480 + upTo(draw(seed, FACT.drive, ordinal, 2), 480));
  const closedMs =
    instantOn(day, 16 * 60 + upTo(draw(seed, FACT.drive, ordinal, 3), 240)) +
    (percent(country, FACT.drive, ordinal, 4) < 10 ? 15 * HOUR : 0);
  const state = stateOf(country, ordinal, { coming, closed: closedMs < plan.nowMs });
  const slots = [
    ...cut(day, 0, MORNING),
    ...(percent(country, FACT.drive, ordinal, 5) < 40 ? cut(day, 1, AFTERNOON) : []),
  ];
  const drive = {
    ordinal,
    id: idOf(seed, FACT.drive, ordinal, createdMs),
    no,
    state,
    national,
    campaignId: campaignIdOf(country, no, national ? 0 : federation),
    host,
    federation,
    leading: national ? 0 : federation,
    facility: country.provinces[units.province[host] ?? 0]?.facility ?? 0,
    day,
    nth,
    coming,
    createdMs,
    openedMs: createdMs + 5 * DAY,
    closedMs: state === "closed" ? closedMs : null,
    slots,
    capacity: 1,
    members: coming ? list : list.filter((_, i) => turnOf(i, turns) === nth),
  };
  const places = placesOf(plan, drive);
  const running = places.filter((one) => one.state !== "released").length;
  const capacity = Math.max(2, Math.ceil(running / slots.length) + (coming ? 4 : 1));
  return { drive: { ...drive, capacity }, places };
}

function stateOf(
  country: Country,
  ordinal: number,
  { coming, closed }: { coming: boolean; closed: boolean },
): DriveState {
  const drawn = percent(country, FACT.drive, ordinal, 6);
  if (!coming) return drawn < 2 ? "cancelled" : closed ? "closed" : "open";
  return drawn < 60 ? "open" : drawn < 75 ? "approved" : drawn < 95 ? "planned" : "cancelled";
}

const cut = (day: number, session: number, { from, slots }: { from: number; slots: number }): Slot[] =>
  Array.from({ length: slots }, (_, i) => ({ session, startsMs: instantOn(day, from + i * SLOT_MINUTES) }));

/** Whoever had a place, in the order of units; none where the drive was called off before it was opened. */
function placesOf(plan: Plan, drive: Omit<Drive, "capacity">): Place[] {
  if (drive.state !== "open" && drive.state !== "closed") return [];
  const { country } = plan;
  const places: Place[] = [];
  const day = dayOf(drive.day);
  let running = 0;
  for (const grassroots of drive.members) {
    const end = endOfUnion(country, grassroots);
    for (let unit = grassroots; unit < end; unit++) {
      const until = country.units.firstPerson[unit + 1] ?? 0;
      for (let person = country.units.firstPerson[unit] ?? 0; person < until; person++) {
        if (!everRegistered(country, person) || !comes(plan, drive, person)) continue;
        if (!isThere(country, person, unit, day)) continue;
        const place = placeOf(plan, drive, { person, unit, grassroots, nth: places.length, running });
        if (place.state !== "released") running++;
        places.push(place);
      }
    }
  }
  return places;
}

/** Not yet there, or gone to another union: their place would be credited elsewhere, so that they have none here. */
const isThere = (country: Country, person: number, unit: number, day: string): boolean =>
  staysOf(country, person, unit).some(
    (stay) => stay.unit === unit && stay.from <= day && (stay.until === null || day < stay.until),
  );

/** Three in four come in a season. Of the others most ask for a place at a coming drive. */
function comes({ country }: Plan, drive: Pick<Drive, "no" | "coming" | "ordinal">, person: number): boolean {
  const inSeason = share(draw(country.seed, FACT.person, person, drive.no)) < COMES_SHARE;
  if (!drive.coming) return inSeason;
  return !inSeason && share(draw(country.seed, FACT.person, person, 2)) < 0.6;
}

function placeOf(
  plan: Plan,
  drive: Omit<Drive, "capacity">,
  {
    person,
    unit,
    grassroots,
    nth,
    running,
  }: { person: number; unit: number; grassroots: number; nth: number; running: number },
): Place {
  const { country, nowMs } = plan;
  const index = drive.ordinal * PLACES_A_DRIVE + nth;
  const drawn = (n: number): number => percent(country, FACT.booking, index, n);
  const slot = running % drive.slots.length;
  const startsMs = drive.slots[slot]?.startsMs ?? 0;
  const kind = drawn(0);
  const walkIn = drive.state === "closed" && kind >= 96;
  const source = walkIn ? "walk-in" : kind < 62 ? "officer" : "self";
  const latest = Math.min(startsMs, nowMs) - HOUR;
  const asked = instantOn(drive.day - 3 - Math.floor(drawn(1) / 5), 450 + Math.floor(drawn(2) * 7));
  const createdMs = walkIn
    ? startsMs - 10 * MINUTE
    : Math.min(asked, latest - Math.floor(drawn(2) * 15) * MINUTE);
  const held = heldUntil(createdMs, startsMs);
  const answered = createdMs + Math.floor((held - createdMs) * (0.05 + (drawn(3) / 100) * 0.9));
  const silent = source === "officer" && drawn(4) < 12;
  // One literal with all fields in one order: millions are made.
  const place = {
    index,
    person,
    unit,
    grassroots,
    slot,
    state: "confirmed" as Place["state"],
    source: source as Place["source"],
    createdMs,
    heldUntilMs: held,
    confirmedMs: null as number | null,
    withdrawnMs: null as number | null,
    releasedMs: null as number | null,
    volume: null as Volume | null,
  };
  if (silent || (source === "officer" && answered >= nowMs)) {
    place.state = held < nowMs ? "released" : "held";
    if (held < nowMs) place.releasedMs = held;
    return place;
  }
  const confirmedMs = source === "officer" ? answered : createdMs;
  place.confirmedMs = confirmedMs;
  const back = confirmedMs + Math.floor((startsMs - confirmedMs) * (drawn(6) / 100));
  const withdrawn = !walkIn && drawn(5) < 6 && back < nowMs;
  if (withdrawn) place.withdrawnMs = back;
  if (drive.closedMs !== null) place.volume = withdrawn ? 0 : volumeOf(drawn(7));
  return place;
}

const volumeOf = (drawn: number): Volume => (drawn < 16 ? 0 : drawn < 58 ? 250 : drawn < 95 ? 350 : 450);

/** Places of a drive by grassroots union, in the order of members. */
export function byGrassroots(places: readonly Place[]): ReadonlyMap<number, readonly Place[]> {
  const found = new Map<number, Place[]>();
  for (const place of places) {
    const list = found.get(place.grassroots);
    if (list === undefined) found.set(place.grassroots, [place]);
    else list.push(place);
  }
  return found;
}
