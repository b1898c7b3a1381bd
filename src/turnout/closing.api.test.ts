// Closing a day: it reconciles or says what differs, counts once, and stays closed.
import { beforeAll, describe, expect, it } from "vitest";
import { UNITS } from "../../test/cast.ts";
import { facilityDay, MORNING, NONE } from "../../test/facility-day.ts";
import { at, hold, type OpenDay, openDay, withSealKey } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";

withSealKey();

await onEveryServer("closing a day", (world) => {
  const { dayWith, record, sheet, close, view, counters } = facilityDay(world);

  it("is not closed while something differs, and says what", async () => {
    const { day, of } = await dayWith([
      ["Lê An", "a1"],
      ["Trần Bình", "a1"],
    ]);
    await at(world(), MORNING, async () => {
      await record(day, of("Lê An").id, 350);
      await sheet(day, { outside: { ...NONE, ml250: 3 }, bags: { ...NONE, ml250: 3 } });
      const { differences, allowedActions } = await view(day);
      expect(differences).toEqual([
        { code: "outcomes-missing", volume: null, unitId: null, entered: 1, counted: 2 },
        { code: "bags-differ", volume: 350, unitId: null, entered: 1, counted: 0 },
      ]);
      expect(allowedActions).toEqual(["turnout.record", "turnout.sheet", "turnout.print-list"]);
      const refused = await close(day, "yen", { stayed: 2, outside: 2, explanations: [] });
      expect(refused.problem).toMatchObject({
        code: "does-not-reconcile",
        details: { differences: ["outcomes-missing", "bags-differ:350", "list-differs", "outside-too-few"] },
      });
      await record(day, of("Trần Bình").id, 0);
      await sheet(day, {
        outside: { ...NONE, ml250: 3 },
        bags: { ml250: 3, ml350: 1, ml450: 0 },
      });
      expect((await view(day)).allowedActions).toContain("turnout.close");
      expect(await counters(day)).toEqual([]);
      expect((await close(day)).status).toBe(200);
      expect((await close(day)).status).toBe(200);
      expect((await view(day)).closedAt).toBe(MORNING);
    });
  });

  it("is counted at closing by credited unit on the drive's day, outsiders apart, and kept as known donations", async () => {
    const { day, of } = await dayWith(
      [
        ["Lê An", "a1"],
        ["Trần Bình", "a1"],
        ["Vàng Ánh", "b1"],
        ["Sùng Ba", "b1"],
      ],
      "ml250",
    );
    await at(world(), "2021-06-10T01:00:00.000Z", async () => {
      await record(day, of("Lê An").id, 350);
      await record(day, of("Trần Bình").id, 450);
      await record(day, of("Vàng Ánh").id, 250);
      await record(day, of("Sùng Ba").id, 0);
      await sheet(day, {
        outside: { ...NONE, ml250: 7 },
        bags: { ml250: 8, ml350: 1, ml450: 1 },
      });
      expect((await close(day)).status).toBe(200);
    });
    const of_ = (unit_id: string, measure: string, value: number) => ({
      unit_id,
      measure,
      day: "2021-06-09",
      value,
    });
    expect(await counters(day)).toEqual([
      of_(UNITS.a1, "bags", 2),
      of_(UNITS.a1, "donated", 2),
      of_(UNITS.a1, "ml", 800),
      of_(UNITS.a1, "units", 320),
      of_(UNITS.b1, "bags", 1),
      of_(UNITS.b1, "donated", 1),
      of_(UNITS.b1, "ml", 250),
      of_(UNITS.b1, "units", 100),
    ]);
    const { rows } = await world().pool.query(
      "select person_id, day, volume_ml from donor.v_donation where drive_id = $1 order by volume_ml",
      [day.driveId],
    );
    expect(rows).toEqual([
      { person_id: of("Vàng Ánh").person, day: "2021-06-09", volume_ml: 250 },
      { person_id: of("Lê An").person, day: "2021-06-09", volume_ml: 350 },
      { person_id: of("Trần Bình").person, day: "2021-06-09", volume_ml: 450 },
    ]);
    // and the next booking knows it
    const soon = await openDay(world(), { day: "2021-08-31", campaignId: day.campaignId });
    expect((await hold(world(), "chi", "a1", soon, of("Lê An").person)).problem?.code).toBe("too-soon");
    expect((await hold(world(), "bich", "b1", soon, of("Sùng Ba").person)).status).toBe(200);
  });

  describe("a closed day", () => {
    let closed: OpenDay;
    let bookingId: string;
    beforeAll(async () => {
      const { day, of } = await dayWith([["Lê An", "a1"]]);
      closed = day;
      bookingId = of("Lê An").id;
      await at(world(), MORNING, async () => {
        await record(day, bookingId, 350);
        await sheet(day, { bags: { ...NONE, ml350: 1 } });
        expect((await close(day)).status).toBe(200);
      });
    });

    it("takes no entry more through the server", async () => {
      await at(world(), "2021-06-09T08:00:00.000Z", async () => {
        expect((await record(closed, bookingId, 250)).problem?.code).toBe("turnout-closed");
        expect((await sheet(closed, {})).problem?.code).toBe("turnout-closed");
      });
    });

    it.each([
      [
        "an outcome changed",
        "update turnout.outcome set volume_ml = 0 where drive_id = $1",
        "turnout_closed",
      ],
      ["an outcome removed", "delete from turnout.outcome where drive_id = $1", "turnout_closed"],
      [
        "an outcome added",
        `insert into turnout.outcome (booking_id, drive_id, volume_ml, recorded_at)
         select id, $1, 250, now() from booking.booking where drive_id <> $1 limit 1`,
        "turnout_closed",
      ],
      ["the sheet changed", "update turnout.sheet set bags_250 = 99 where drive_id = $1", "turnout_closed"],
      [
        "a count of who came changed",
        "update turnout.presence set listed = 99 where drive_id = $1",
        "turnout_closed",
      ],
      ["a count of who came removed", "delete from turnout.presence where drive_id = $1", "turnout_closed"],
      [
        "what stands changed without a correction",
        `insert into turnout.corrected (booking_id, volume_ml, no)
         select booking_id, 0, 1 from turnout.outcome where drive_id = $1`,
        "turnout_closed",
      ],
      [
        "a correction that begins elsewhere than at what stands",
        `insert into turnout.correction (id, drive_id, booking_id, no, from_ml, to_ml, reason, at)
         select gen_random_uuid(), drive_id, booking_id, 1, 450, 0, 'missed', now()
         from turnout.outcome where drive_id = $1`,
        "correction_in_turn",
      ],
      [
        "the sheet reopened",
        "update turnout.sheet set closed_at = null where drive_id = $1",
        "turnout_closed",
      ],
      ["the sheet removed", "delete from turnout.sheet where drive_id = $1", "turnout_closed"],
      [
        "a known donation changed",
        "update donor.donation set volume_ml = 250 where drive_id = $1",
        "donation_stays",
      ],
    ])("does not have %s even by hand in the database", async (_what, sql, constraint) => {
      await expect(world().pool.query(sql, [closed.driveId])).rejects.toMatchObject({ constraint });
    });

    it("has neither table emptied", async () => {
      for (const table of ["turnout.outcome", "turnout.sheet", "turnout.presence", "turnout.correction"]) {
        await expect(world().pool.query(`truncate ${table} cascade`)).rejects.toMatchObject({
          constraint: "turnout_closed",
        });
      }
    });
  });

  it("who records and who closes at the same moment never leave an outcome uncounted", async () => {
    for (let round = 0; round < 5; round++) {
      const { day, of } = await dayWith([["Lê An", "a1"]]);
      await at(world(), MORNING, async () => {
        await record(day, of("Lê An").id, 0);
        await sheet(day, {});
        const [entered] = await Promise.all([record(day, of("Lê An").id, 350), close(day)]);
        const { closedAt } = await view(day);
        const { rows } = await world().pool.query(
          "select volume_ml from turnout.outcome where drive_id = $1",
          [day.driveId],
        );
        expect(rows).toEqual([{ volume_ml: entered.status === 200 ? 350 : 0 }]);
        const counted = (await counters(day)).length > 0;
        // Either the entry came first and the sheet no longer agrees, or the day was closed with a 0.
        expect(closedAt === null ? entered.status : entered.problem?.code).toBe(
          closedAt === null ? 200 : "turnout-closed",
        );
        expect(counted).toBe(false);
      });
    }
  });
});
