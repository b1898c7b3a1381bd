// The facility's side of a donation day in a world: donors who confirmed, and the acts of entering and closing.
import { newId } from "../src/platform/pure/ids.ts";
import { closeDrive, getTurnout, recordOutcome, recordSheet } from "../src/turnout/contract.ts";
import { people } from "../src/turnout/rules/differences.ts";
import type { ClosingEntry } from "../src/turnout/schema/closing.ts";
import type { Volume } from "../src/turnout/schema.ts";
import type { CastName, UnitName } from "./cast.ts";
import { answer, hold, type OpenDay, openDay, someone, YES } from "./open-day.ts";
import type { World } from "./world.ts";

/** Nine in the morning of DAY. */
export const MORNING = "2021-06-09T01:00:00.000Z";
export const NONE = { ml250: 0, ml350: 0, ml450: 0 };

const OFFICERS: Partial<Record<UnitName, CastName>> = { a1: "chi", a2: "son", b1: "bich" };

export type Counts = Partial<Omit<ClosingEntry, "list">> & { readonly stayed?: number };

/** Closes with counts that reconcile; of those who did not give, nobody came unless told otherwise. */
export async function closeDay(
  world: World,
  driveId: string,
  who: CastName = "yen",
  { stayed = 0, ...counts }: Counts = {},
) {
  const { body } = await world.as("yen").call(getTurnout, { params: { driveId } });
  const rest = body.entered.registered - people(body.entered.donated);
  return world.as(who).call(closeDrive, {
    params: { driveId },
    body: {
      salt: newId(),
      list: { stayed, absent: Math.max(0, rest - stayed) },
      units: null,
      outside: null,
      handed: { certificates: null, gifts: null, travel: null, travelDong: null },
      explanations: [],
      ...counts,
    },
  });
}

/** What a test does at the facility; `world` is asked anew each time, as suites make theirs late. */
export function facilityDay(world: () => World) {
  /** A day with confirmed donors, by name and unit. */
  const dayWith = async (
    donors: readonly (readonly [string, UnitName])[],
    unitRule: "bag" | "ml250" = "bag",
  ) => {
    const day = await openDay(world(), { perSlot: 50, unitRule });
    const bookings = new Map<string, { id: string; person: string; link: string }>();
    for (const [name, unit] of donors) {
      const person = await someone(world(), unit, { name });
      const held = await hold(world(), OFFICERS[unit] ?? "chi", unit, day, person);
      await answer(world(), held.body.link, YES);
      bookings.set(name, { id: held.body.id, person, link: held.body.link });
    }
    return { day, of: (name: string) => bookings.get(name) ?? { id: "", person: "", link: "" } };
  };
  const record = (day: OpenDay, bookingId: string, volume: Volume, who: CastName = "yen") =>
    world()
      .as(who)
      .call(recordOutcome, { params: { driveId: day.driveId, bookingId }, body: { volume } });
  const sheet = (day: OpenDay, body: object, who: CastName = "yen") =>
    world()
      .as(who)
      .call(recordSheet, {
        params: { driveId: day.driveId },
        body: { outside: NONE, bags: NONE, ...body },
      });
  const close = (day: OpenDay, who: CastName = "yen", counts: Counts = {}) =>
    closeDay(world(), day.driveId, who, counts);
  const view = async (day: OpenDay) =>
    (
      await world()
        .as("yen")
        .call(getTurnout, { params: { driveId: day.driveId } })
    ).body;
  const counters = async (day: OpenDay) =>
    (
      await world().pool.query(
        `select unit_id, measure, day, value from tally.v_counter
         where drive_id = $1 and measure <> 'registered' order by unit_id, measure`,
        [day.driveId],
      )
    ).rows;

  return { dayWith, record, sheet, close, view, counters };
}
