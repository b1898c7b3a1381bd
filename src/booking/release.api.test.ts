// What time and second thoughts do to places: holds that run out, and places given back.
import { describe, expect, it } from "vitest";
import {
  answer,
  at,
  expectSeatsAreBookings,
  hold,
  look,
  openDay,
  someone,
  withSealKey,
  YES,
} from "../../test/open-day.ts";
import { sweep } from "../../test/sweep.ts";
import { onEveryServer } from "../../test/world.ts";
import { getPlaces, listBookings, releasePlace } from "./contract.ts";
import { RELEASE_JOB } from "./jobs.ts";

withSealKey();

await onEveryServer("places over time", (world) => {
  const list = (driveId: string) =>
    world()
      .as("chi")
      .call(listBookings, { params: { unitId: world().units.a1, driveId } });
  const registered = async (driveId: string) =>
    (
      await world().pool.query(
        "select unit_id, day, value from tally.v_counter where drive_id = $1 and measure = 'registered'",
        [driveId],
      )
    ).rows;

  describe("time", () => {
    it("gives a place back when the hold runs out, and the person may be asked again", async () => {
      const day = await openDay(world(), { perSlot: 1 });
      const person = await someone(world(), "a1");
      const held = await hold(world(), "chi", "a1", day, person);
      await at(world(), "2021-01-21T02:00:01.000Z", async () => {
        const { body } = await world()
          .as("thu")
          .call(getPlaces, { params: { driveId: day.driveId } });
        expect(body.totals.booked).toBe(0);
        expect((await list(day.driveId)).body.items).toEqual([]);
        expect((await look(world(), held.body.link)).page).toContain("Liên kết này không mở được");
        // the same person again, before any sweep
        expect((await hold(world(), "chi", "a1", day, person)).status).toBe(200);
        await expectSeatsAreBookings(world(), day.driveId);
      });
    });

    it("gives a full slot's run-out place to the next who asks", async () => {
      const day = await openDay(world(), { perSlot: 1 });
      await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
      const next = await someone(world(), "a2");
      expect((await hold(world(), "son", "a2", day, next)).problem?.code).toBe("slot-full");
      await at(world(), "2021-01-21T02:00:01.000Z", async () => {
        expect((await hold(world(), "son", "a2", day, next)).status).toBe(200);
        await expectSeatsAreBookings(world(), day.driveId);
      });
    });

    it("is swept each minute, once for each place however many sweep at once, each with its audit row", async () => {
      const day = await openDay(world(), { perSlot: 10 });
      const ids: string[] = [];
      for (let i = 0; i < 8; i++) {
        ids.push((await hold(world(), "chi", "a1", day, await someone(world(), "a1"))).body.id);
      }
      const kept = await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
      await answer(world(), kept.body.link, YES);
      await at(world(), "2021-01-22T00:00:00.000Z", async () => {
        await Promise.all([sweep(world()), sweep(world()), sweep(world())]);
        await sweep(world());
      });
      await expectSeatsAreBookings(world(), day.driveId);
      const { rows } = await world().pool.query(
        "select count(*)::integer as entries, count(distinct subject_id)::integer as places from platform.audit_entry where operation = $2 and subject_id = any ($1::uuid[])",
        [ids, RELEASE_JOB],
      );
      expect(rows).toEqual([{ entries: 8, places: 8 }]);
      const seats = await world().pool.query(
        "select sum(booked)::integer as booked from booking.seat where drive_id = $1",
        [day.driveId],
      );
      expect(seats.rows).toEqual([{ booked: 1 }]);
    });

    it("follows the installation's setting", async () => {
      await world().pool.query(
        `insert into platform.setting values ('booking.hold', '{"hours": 24, "hoursBeforeStart": 6, "leastHours": 1}')`,
      );
      const day = await openDay(world());
      const held = await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
      await world().pool.query("delete from platform.setting where name = 'booking.hold'");
      expect(held.body.heldUntil).toBe("2021-01-19T02:00:00.000Z");
    });
  });

  describe("giving back", () => {
    it("takes a confirmed place out of the count, and a held one out of nothing", async () => {
      const day = await openDay(world());
      const [first, second] = [
        await hold(world(), "chi", "a1", day, await someone(world(), "a1")),
        await hold(world(), "chi", "a1", day, await someone(world(), "a1")),
      ];
      await answer(world(), first.body.link, YES);
      const unit = { unit_id: world().units.a1, day: "2021-01-18" };
      expect(await registered(day.driveId)).toEqual([{ ...unit, value: 1 }]);
      const release = (bookingId: string, who: "chi" | "son" = "chi") =>
        world()
          .as(who)
          .call(releasePlace, {
            params: { unitId: who === "chi" ? world().units.a1 : world().units.a2, bookingId },
          });
      expect((await release(first.body.id, "son")).problem?.code).toBe("not-found");
      for (const { body } of [first, second]) expect((await release(body.id)).status).toBe(200);
      expect((await release(first.body.id)).status).toBe(200);
      expect(await registered(day.driveId)).toEqual([{ ...unit, value: 0 }]);
      expect((await look(world(), first.body.link)).page).toContain("Liên kết này không mở được");
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("ends on the drive's day", async () => {
      const day = await openDay(world());
      const held = await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
      await answer(world(), held.body.link, YES);
      await at(world(), "2021-06-08T17:00:00.000Z", async () => {
        const late = await world()
          .as("chi")
          .call(releasePlace, { params: { unitId: world().units.a1, bookingId: held.body.id } });
        expect(late.problem?.code).toBe("drive-not-open");
      });
    });
  });
});
