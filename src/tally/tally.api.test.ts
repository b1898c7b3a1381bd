// Counters are what a recount of the facts gives, whoever asked for what and in which order.
import fc from "fast-check";
import { expect, it } from "vitest";
import { UNITS } from "../../test/cast.ts";
import { closeDay } from "../../test/facility-day.ts";
import { answer, at, hold, NO, openDay, someone, withSealKey, YES } from "../../test/open-day.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { releasePlace } from "../booking/contract.ts";
import { transaction } from "../platform/db/sql.ts";
import { recordOutcome, recordSheet } from "../turnout/contract.ts";
import type { Volume } from "../turnout/schema.ts";
import { gathered } from "./rules/gathered.ts";
import type { Count } from "./schema.ts";
import { addCounts } from "./service.ts";

withSealKey();

/** Every counter that is not zero, counted anew from bookings and outcomes. */
const RECOUNT = `
  with fact as (
    select d.campaign_id, b.credited_unit_id as unit_id, d.id as drive_id, 'registered' as measure,
           (b.confirmed_at at time zone 'Asia/Ho_Chi_Minh')::date as day, 1 as value
    from booking.booking b join drive.drive d on d.id = b.drive_id where b.confirmed_at is not null
    union all
    select d.campaign_id, b.credited_unit_id, d.id, 'registered',
           (b.released_at at time zone 'Asia/Ho_Chi_Minh')::date, -1
    from booking.booking b join drive.drive d on d.id = b.drive_id
    where b.confirmed_at is not null and b.released_at is not null
    union all
    select d.campaign_id, b.credited_unit_id, d.id, m.measure, d.day, m.value
    from turnout.outcome o
    join booking.booking b on b.id = o.booking_id
    join drive.drive d on d.id = o.drive_id and d.state = 'closed'
    join campaign.campaign c on c.id = d.campaign_id
    cross join lateral (values ('donated', 1), ('bags', 1), ('ml', o.volume_ml),
      ('units', case when c.unit_rule = 'bag' then 100 else o.volume_ml * 100 / 250 end)) m (measure, value)
    where o.volume_ml > 0)
  select campaign_id, unit_id, drive_id, measure, day, sum(value)::integer as value from fact
  group by 1, 2, 3, 4, 5 having sum(value) <> 0 order by 1, 2, 3, 4, 5`;
const COUNTERS = `
  select campaign_id, unit_id, drive_id, measure, day, value::integer from tally.v_counter
  where value <> 0 order by 1, 2, 3, 4, 5`;

async function expectRecount({ pool }: World): Promise<number> {
  const [counters, recount] = [await pool.query(COUNTERS), await pool.query(RECOUNT)];
  expect(counters.rows).toEqual(recount.rows);
  return counters.rows.length;
}

await onEveryServer("counters", (world) => {
  it("equal a recount after days of booking, giving back, taking back, giving and closing", async () => {
    const OFFICES = [
      ["chi", "a1"],
      ["son", "a2"],
      ["bich", "b1"],
    ] as const;
    for (const [round, unitRule] of (["bag", "ml250"] as const).entries()) {
      const day = await openDay(world(), { perSlot: 40, unitRule });
      const confirmed: string[] = [];
      for (let i = 0; i < 18; i++) {
        const [officer, unit] = OFFICES[i % 3] ?? OFFICES[0];
        await hold(world(), officer, unit, day, await someone(world(), unit));
        if (i % 5 === 0) continue;
        await at(world(), `2021-02-${String(1 + i).padStart(2, "0")}T18:30:00.000Z`, async () => {
          // the first hold has run out by then
          const again = await hold(world(), officer, unit, day, await someone(world(), unit));
          await answer(world(), again.body.link, YES);
          if (i % 7 === 1) await answer(world(), again.body.link, NO);
          if (i % 4 === 2) {
            const params = { unitId: UNITS[unit], bookingId: again.body.id };
            await world().as(officer).call(releasePlace, { params });
          } else if (i % 7 !== 1) confirmed.push(again.body.id);
        });
      }
      expect(await expectRecount(world())).toBeGreaterThan(0);
      await at(world(), "2021-06-09T03:00:00.000Z", async () => {
        const bags = { ml250: 0, ml350: 0, ml450: 0 };
        for (const [i, bookingId] of confirmed.entries()) {
          const volume = ([0, 250, 350, 450] as const)[(i + round) % 4] as Volume;
          if (volume !== 0) bags[`ml${volume}`]++;
          await world()
            .as("yen")
            .call(recordOutcome, { params: { driveId: day.driveId, bookingId }, body: { volume } });
        }
        const outside = { ml250: 5, ml350: 0, ml450: 0 };
        await world()
          .as("yen")
          .call(recordSheet, {
            params: { driveId: day.driveId },
            body: { outside, bags: { ...bags, ml250: bags.ml250 + 5 } },
          });
        expect((await closeDay(world(), day.driveId)).status).toBe(200);
      });
      await expectRecount(world());
    }
    const { rows } = await world().pool.query("select distinct measure from tally.v_counter order by 1");
    expect(rows.map(({ measure }) => measure)).toEqual(["bags", "donated", "ml", "registered", "units"]);
  });

  it("add up when many write the same ones at the same moment", async () => {
    const day = await openDay(world());
    const count = (unitId: string, by: number): Count => ({
      campaignId: day.campaignId,
      driveId: day.driveId,
      unitId,
      measure: "registered",
      day: "2021-03-01",
      by,
    });
    const units = [UNITS.a1, UNITS.a2, UNITS.b1];
    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        transaction(world().pool, (tx) =>
          // each in another order: writers must not wait for each other in a ring
          addCounts(
            tx,
            i % 2 === 0 ? units.map((unit) => count(unit, 1)) : units.map((unit) => count(unit, 1)).reverse(),
          ),
        ),
      ),
    );
    const { rows } = await world().pool.query(
      "select value::integer from tally.v_counter where drive_id = $1",
      [day.driveId],
    );
    expect(rows).toEqual([{ value: 30 }, { value: 30 }, { value: 30 }]);
  });
});

it("gathering changes no sum, and leaves each counter once", () => {
  const arbitrary = fc.record({
    campaignId: fc.constant("c"),
    driveId: fc.constantFrom("d1", "d2"),
    unitId: fc.constantFrom("u1", "u2", "u3"),
    measure: fc.constantFrom("registered" as const, "ml" as const),
    day: fc.constantFrom("2021-01-01", "2021-01-02"),
    by: fc.integer({ min: -3, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(arbitrary), (counts) => {
      const result = gathered(counts);
      const key = ({ by: _by, ...rest }: Count) => JSON.stringify(rest);
      const sum = (list: readonly Count[], of: string) =>
        list.filter((count) => key(count) === of).reduce((total, { by }) => total + by, 0);
      expect(new Set(result.map(key)).size).toBe(result.length);
      for (const of of new Set(counts.map(key))) expect(sum(result, of)).toBe(sum(counts, of));
      for (const { by } of result) expect(by).not.toBe(0);
    }),
  );
});
