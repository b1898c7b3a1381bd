// What must hold at the end, whatever was killed: counted again from the rows, and against what was answered.
import type pg from "pg";
import { verifyAudit } from "../../src/platform/audit/sealer.ts";
import { recountPlaces } from "../booking/world.ts";
import type { Day } from "./days.ts";
import type { Told } from "./patience.ts";
import { recountDays } from "./recount.ts";

const number = async (pool: pg.Pool, text: string, values: unknown[] = []): Promise<number> =>
  Number((await pool.query<{ n: number }>(text, values)).rows[0]?.n ?? 0);

/** Answers what is wrong; nothing: all holds. */
export async function faultsOf(
  pool: pg.Pool,
  told: Told,
  days: readonly Day[],
  anchorFile: string,
): Promise<string[]> {
  const faults: string[] = [];
  const expect = (what: string, found: number, wanted: number): void => {
    if (found !== wanted) faults.push(`${what}: ${found}, not ${wanted}`);
  };
  const { oversold, miscounted, twice, running } = await recountPlaces(pool);
  expect("slots oversold", oversold, 0);
  expect("slots whose counter is not what is booked", miscounted, 0);
  expect("people booked twice in a drive", twice, 0);
  const written = days.reduce((sum, { places }) => sum + places.length, 0);
  expect("places that run, against those answered as taken", running, told.standing.length + written);
  expect(
    "acknowledged places that are there, in their slot, for their person",
    await number(
      pool,
      `select count(*) as n from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t (id, slot, person)
       join booking.booking b on b.id = t.id and b.slot_id = t.slot and b.person_id = t.person and b.state <> 'released'`,
      [
        told.standing.map(({ bookingId }) => bookingId),
        told.standing.map(({ slotId }) => slotId),
        told.standing.map(({ personId }) => personId),
      ],
    ),
    told.standing.length,
  );
  expect(
    "answered keys with their one row in the ledger, answer included",
    await number(
      pool,
      "select count(*) as n from platform.command where key = any ($1::uuid[]) and answer is not null",
      [told.keys],
    ),
    told.keys.length,
  );
  expect(
    "counted as registered, against confirmed places",
    await number(pool, "select coalesce(sum(value), 0) as n from tally.counter where measure = 'registered'"),
    await number(pool, "select count(*) as n from booking.booking where state = 'confirmed'"),
  );
  await recountDays(pool, told.days, expect);
  for (const measure of ["registered", "donated", "ml"])
    expect(
      `${measure}: kept sums at the root, against the counters`,
      await number(
        pool,
        `select coalesce(sum(${measure}), 0) as n from tally.v_branch where above = '' and since <= $1::date and $1::date < until`,
        [new Date().toISOString().slice(0, 10)],
      ),
      await number(pool, "select coalesce(sum(value), 0) as n from tally.counter where measure = $1", [
        measure,
      ]),
    );
  for (const fault of await verifyAudit(pool, anchorFile)) faults.push(`audit: ${JSON.stringify(fault)}`);
  return faults;
}

export interface Sample {
  readonly seconds: number;
  /** MB of the program's processes together, or of one kind of them. */
  readonly mb: number;
}

/** MB an hour by least squares over the second half of the samples. */
export function slopeOf(samples: readonly Sample[]): number {
  const half = samples.slice(Math.floor(samples.length / 2));
  const mean = (of: (one: Sample) => number): number =>
    half.reduce((sum, one) => sum + of(one), 0) / half.length;
  const [x, y] = [mean(({ seconds }) => seconds), mean(({ mb }) => mb)];
  const spread = half.reduce((sum, one) => sum + (one.seconds - x) ** 2, 0);
  return spread === 0
    ? 0
    : (half.reduce((sum, one) => sum + (one.seconds - x) * (one.mb - y), 0) / spread) * 3600;
}
