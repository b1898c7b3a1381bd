// Rows of the step "drives": each drive with its times, places, outcomes, counters and reports, made at one go, and
// then what the units of the province did with their letters, for reports settle a duty.
import { createHash } from "node:crypto";
import { draw, idOf } from "../../chance.ts";
import { type Country, personId, unitId } from "../../country.ts";
import { relationOf } from "../../people.ts";
import { byProvince, type Put, type SeedStep, table } from "../../step.ts";
import { campaignOf } from "../campaigns.ts";
import { AFTERNOON, type Drive, driveOf, type Held, MORNING, type Place, SLOT_MINUTES } from "../drive.ts";
import { bagsOf, figuresOfBags } from "../figures.ts";
import { actorOf } from "../ground.ts";
import { ordinalsOf, type Plan, planFacts } from "../plan.ts";
import { FACT } from "../purposes.ts";
import { dayOf, instantOn, iso, isoOrNull, localDay } from "../seasons.ts";
import { allBags, outsideOf, presenceOf } from "../sheet.ts";
import { driveName, facilityPlace, PROGRAMME } from "../words.ts";
import { CASCADE_TABLES, noteReports, type Reported, writeCascade } from "./cascade.ts";
import { putReports, REPORT_TABLES } from "./reports.ts";

const DRIVE = table(
  "drive.drive",
  "id campaign_id host_unit_id facility_id name day_type day place state created_at closed_at programme lab_hours expected_donors plan_version approved_at",
);
const CHANGE = table(
  "drive.change",
  "id drive_id kind at by_account_id reason note from_day from_place from_starts_at asked",
);
const SESSION = table("drive.session", "id drive_id starts_at ends_at slot_minutes");
const SLOT = table("drive.slot", "id drive_id session_id starts_at capacity");
const SEAT = table("booking.seat", "slot_id drive_id capacity booked kept walk_in");
const BOOKING = table(
  "booking.booking",
  "id drive_id slot_id person_id credited_unit_id state held_by held_until link_hash created_at confirmed_at withdrawn_at released_at source relation",
);
const OUTCOME = table("turnout.outcome", "booking_id drive_id volume_ml recorded_at recorded_by");
const SHEET = table(
  "turnout.sheet",
  "drive_id outside_250 outside_350 outside_450 bags_250 bags_350 bags_450 closed_at closed_by changed_at",
);
const PRESENCE = table("turnout.presence", "drive_id listed outside event");
const PRESENCE_UNIT = table("turnout.presence_unit", "drive_id unit_id attended");
const DONATION = table("donor.donation", "person_id drive_id day volume_ml");
const COUNTER = table("tally.counter", "campaign_id unit_id drive_id measure day value");
const THANKED = table("recall.thanked", "drive_id at");

export const drives: SeedStep = {
  name: "drives",
  tables: [
    DRIVE,
    CHANGE,
    SESSION,
    SLOT,
    SEAT,
    BOOKING,
    OUTCOME,
    SHEET,
    PRESENCE,
    PRESENCE_UNIT,
    DONATION,
    COUNTER,
    THANKED,
    ...REPORT_TABLES,
    ...CASCADE_TABLES,
  ],
  // A person who comes leaves about seven rows: place, outcome, donation, and a share of counters and reports.
  rows: ({ counts }) =>
    Math.round(counts.people * 0.12 * 0.75 * 2 * 5.3 + (counts.grassroots + counts.communes) * 2 * 14),
  parts: byProvince,
  // Kept by triggers that are off while counters are loaded.
  after: ["select tally.rebuild()"],
  *write(put, country, part) {
    const plan = planFacts(country);
    const reported: Reported = new Map();
    for (const ordinal of ordinalsOf(plan, part)) {
      const held = driveOf(plan, ordinal);
      putDrive(put, plan, held);
      putPlaces(put, plan, held);
      if (held.drive.state === "closed") {
        putClosed(put, plan, held);
        noteReports(reported, held.drive, putReports(put, plan, held));
      }
      yield;
    }
    yield* writeCascade(put, plan, part, reported);
  },
};

const SESSIONS = [MORNING, AFTERNOON] as const;
const SLOTS_A_DRIVE = 32;
const sessionId = ({ seed }: Country, drive: Drive, session: number): string =>
  idOf(seed, FACT.session, drive.ordinal * 2 + session, drive.createdMs);
export const slotId = ({ seed }: Country, drive: Drive, slot: number): string =>
  idOf(seed, FACT.slot, drive.ordinal * SLOTS_A_DRIVE + slot, drive.createdMs);
export const bookingId = ({ seed }: Country, place: Place): string =>
  idOf(seed, FACT.booking, place.index, place.createdMs);

const HOUR = 3_600_000;

function putDrive(put: Put, { country, nowMs }: Plan, { drive, places }: Held): void {
  const { id, state } = drive;
  const day = dayOf(drive.day);
  const name = driveName(country, drive.host, drive.nth);
  const place = facilityPlace(country, drive.host);
  const approved = state === "planned" || state === "cancelled" ? null : drive.createdMs + 2 * 24 * HOUR;
  put(
    DRIVE,
    id,
    drive.campaignId,
    unitId(country, drive.host),
    unitId(country, drive.facility),
    name,
    draw(country.seed, FACT.drive, drive.ordinal, 8) % 5 === 0 ? "main" : "regular",
    day,
    place,
    state,
    iso(drive.createdMs),
    isoOrNull(drive.closedMs),
    drive.national ? PROGRAMME.nation : PROGRAMME.federation,
    drive.ordinal % 3 === 0 ? 6 : null,
    100,
    1,
    isoOrNull(approved),
  );
  const sessions = SESSIONS.slice(0, (drive.slots.at(-1)?.session ?? 0) + 1);
  sessions.forEach(({ from, until }, session) => {
    const [starts, ends] = [instantOn(drive.day, from), instantOn(drive.day, until)];
    put(SESSION, sessionId(country, drive, session), id, iso(starts), iso(ends), SLOT_MINUTES);
  });
  const booked = new Int32Array(drive.slots.length);
  for (const one of places) if (one.state !== "released") booked[one.slot] = (booked[one.slot] ?? 0) + 1;
  drive.slots.forEach(({ session, startsMs }, slot) => {
    const its = slotId(country, drive, slot);
    put(SLOT, its, id, sessionId(country, drive, session), iso(startsMs), drive.capacity);
    if (state === "open" || state === "closed") put(SEAT, its, id, drive.capacity, booked[slot] ?? 0, 0, 0);
  });
  if (state !== "cancelled") return;
  const begins = drive.slots[0]?.startsMs ?? 0;
  const at = Math.min(begins - 48 * HOUR, nowMs - HOUR);
  const by = actorOf(country, drive.host);
  const changed = idOf(country.seed, FACT.change, drive.ordinal, at);
  put(CHANGE, changed, id, "cancelled", iso(at), by, "facility", "", day, place, iso(begins), 0);
}

function putPlaces(put: Put, { country }: Plan, { drive, places }: Held): void {
  const registered = new Map<number, Map<number, number>>();
  for (const place of places) {
    const { confirmedMs, unit, source } = place;
    put(
      BOOKING,
      bookingId(country, place),
      drive.id,
      slotId(country, drive, place.slot),
      personId(country, place.person),
      unitId(country, unit),
      place.state,
      source === "officer" ? actorOf(country, place.grassroots) : null,
      iso(place.heldUntilMs),
      `\\x${linkHash(country, place.index)}`,
      iso(place.createdMs),
      isoOrNull(confirmedMs),
      isoOrNull(place.withdrawnMs),
      isoOrNull(place.releasedMs),
      source,
      relationOf(country, place.person),
    );
    if (confirmedMs === null) continue;
    const days = registered.get(unit) ?? new Map<number, number>();
    registered.set(unit, days);
    const day = localDay(confirmedMs);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  for (const [unit, days] of registered) {
    const id = unitId(country, unit);
    for (const [day, value] of days)
      put(COUNTER, drive.campaignId, id, drive.id, "registered", dayOf(day), value);
  }
}

/** As the program hashes links; what was hashed nobody keeps, so that no link opens. */
const linkHash = ({ seed }: Country, index: number): string =>
  createHash("sha256").update(`${seed} ${index}`).digest("hex");

function putClosed(put: Put, plan: Plan, { drive, places }: Held): void {
  const { country } = plan;
  const { id, closedMs } = drive;
  const day = dayOf(drive.day);
  const at = iso(closedMs ?? 0);
  const facility = actorOf(country, drive.facility, "facility");
  const outside = outsideOf(country, drive);
  const all = allBags(country, drive, places);
  put(
    SHEET,
    id,
    outside.ml250,
    outside.ml350,
    outside.ml450,
    all.ml250,
    all.ml350,
    all.ml450,
    at,
    facility,
    at,
  );
  const told = presenceOf(country, drive, places);
  put(PRESENCE, id, told.listed, told.outside, told.event);
  for (const [unit, attended] of told.units) put(PRESENCE_UNIT, id, unit, attended);
  const gave = new Map<number, Place[]>();
  for (const place of places) {
    if (place.volume === null) continue;
    put(OUTCOME, bookingId(country, place), id, place.volume, at, facility);
    if (place.volume === 0) continue;
    put(DONATION, personId(country, place.person), id, day, place.volume);
    const list = gave.get(place.unit);
    if (list === undefined) gave.set(place.unit, [place]);
    else list.push(place);
  }
  const { unitRule } = campaignOf(country, drive.no, drive.leading);
  for (const [unit, list] of gave) {
    const unitsId = unitId(country, unit);
    for (const [measure, value] of countsOf(list, unitRule))
      put(COUNTER, drive.campaignId, unitsId, id, measure, day, value);
  }
  put(THANKED, id, iso((closedMs ?? 0) + HOUR));
}

function countsOf(places: readonly Place[], rule: "bag" | "ml250") {
  const { donated, ml, unitsHundredths } = figuresOfBags(bagsOf(places), rule, 0);
  return [
    ["donated", donated],
    ["bags", donated],
    ["ml", ml],
    ["units", unitsHundredths],
  ] as const;
}
