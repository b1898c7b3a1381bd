// A fact put right after closing: everything that tells it follows at once, and nothing more is told than before.
import { expect, it } from "vitest";
import { UNITS } from "../../test/cast.ts";
import { facilityDay, MORNING, NONE } from "../../test/facility-day.ts";
import { at, withSealKey } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { lastDonationDay } from "../donor/service.ts";
import { reader } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { correctOutcome, listCorrections } from "./contract/correcting.ts";
import { getTurnout, getUnitSheet, listUnitOutcomes } from "./contract.ts";
import type { CorrectionReason } from "./schema/correcting.ts";
import type { Volume } from "./schema.ts";

withSealKey();

await onEveryServer("a correction after closing", (world) => {
  const { dayWith, record, sheet, close, counters } = facilityDay(world);
  type Day = Awaited<ReturnType<typeof dayWith>>["day"];

  const correct = (
    day: Day,
    bookingId: string,
    from: Volume,
    to: Volume,
    {
      id = newId(),
      who = "yen",
      reason = "wrong-person",
    }: { id?: string; who?: "yen" | "thu" | "chi"; reason?: CorrectionReason } = {},
  ) =>
    world()
      .as(who)
      .call(correctOutcome, {
        params: { driveId: day.driveId, bookingId },
        body: { id, from, to, reason },
      });
  const closedDay = async (unitRule: "bag" | "ml250" = "bag") => {
    const made = await dayWith(
      [
        ["Lê An", "a1"],
        ["Trần Bình", "a1"],
      ],
      unitRule,
    );
    await at(world(), MORNING, async () => {
      await record(made.day, made.of("Lê An").id, 350);
      await record(made.day, made.of("Trần Bình").id, 0);
      await sheet(made.day, { bags: { ...NONE, ml350: 1 } });
      expect((await close(made.day)).status).toBe(200);
    });
    return made;
  };

  it("moves names, counters and known donations together, on the drive's day", async () => {
    const { day, of } = await closedDay("ml250");
    await at(world(), "2021-06-20T02:00:00.000Z", async () => {
      const [an, binh] = [of("Lê An"), of("Trần Bình")];
      expect((await correct(day, an.id, 350, 0)).status).toBe(200);
      expect((await correct(day, binh.id, 0, 450)).status).toBe(200);
      const seen = await world()
        .as("chi")
        .call(listUnitOutcomes, { params: { unitId: UNITS.a1, driveId: day.driveId } });
      expect(seen.body.items.map(({ fullName, volume }) => [fullName, volume])).toEqual([
        ["Lê An", 0],
        ["Trần Bình", 450],
      ]);
      const at9 = { unit_id: UNITS.a1, day: "2021-06-09" };
      expect(await counters(day)).toEqual([
        { ...at9, measure: "bags", value: 1 },
        { ...at9, measure: "donated", value: 1 },
        { ...at9, measure: "ml", value: 450 },
        { ...at9, measure: "units", value: 180 },
      ]);
      const db = reader(world().pool);
      expect(await lastDonationDay(db, an.person)).toBeUndefined();
      expect(await lastDonationDay(db, binh.person)).toBe("2021-06-09");
      // And back again, and on: each begins at what stands.
      expect((await correct(day, an.id, 0, 250, { reason: "missed" })).status).toBe(200);
      expect(await lastDonationDay(db, an.person)).toBe("2021-06-09");
      const { rows } = await world().pool.query(
        "select from_ml, to_ml, credited_unit_id from turnout.v_correction where drive_id = $1 order by id",
        [day.driveId],
      );
      expect(rows).toEqual([
        { from_ml: 350, to_ml: 0, credited_unit_id: UNITS.a1 },
        { from_ml: 0, to_ml: 450, credited_unit_id: UNITS.a1 },
        { from_ml: 0, to_ml: 250, credited_unit_id: UNITS.a1 },
      ]);
      const told = await world()
        .as("yen")
        .call(listCorrections, { params: { driveId: day.driveId }, query: { limit: 2 } });
      expect(told.body.items.map(({ fullName, from, to }) => [fullName, from, to])).toEqual([
        ["Lê An", 0, 250],
        ["Trần Bình", 0, 450],
      ]);
      expect(told.body.next).not.toBeNull();
      const { body } = await world()
        .as("chi")
        .call(getUnitSheet, { params: { unitId: UNITS.a1, driveId: day.driveId } });
      expect(body).toMatchObject({ corrected: 3, donated: { ml250: 1, ml350: 0, ml450: 1 } });
    });
  });

  it("is the facility's alone, of a closed drive, and of what stands", async () => {
    const { day, of } = await closedDay();
    const open = await dayWith([["Người Khác", "a1"]]);
    await at(world(), "2021-06-20T02:00:00.000Z", async () => {
      const { id } = of("Lê An");
      for (const who of ["thu", "chi"] as const) {
        expect((await correct(day, id, 350, 0, { who })).status).toBe(403);
      }
      expect((await correct(open.day, open.of("Người Khác").id, 0, 350)).problem?.code).toBe("not-open");
      expect((await correct(day, open.of("Người Khác").id, 0, 350)).problem?.code).toBe("not-found");
      expect((await correct(day, id, 350, 350)).problem?.code).toBe("nothing-to-correct");
      expect((await correct(day, id, 250, 450)).problem).toMatchObject({
        code: "corrected-meanwhile",
        details: { stands: 350 },
      });
      expect(await counters(day)).toMatchObject([{ value: 1 }, { value: 1 }, { value: 350 }, { value: 100 }]);
    });
  });

  it("sent twice is one; two at the same moment are one and a refusal", async () => {
    const { day, of } = await closedDay();
    await at(world(), "2021-06-20T02:00:00.000Z", async () => {
      const id = newId();
      expect((await correct(day, of("Lê An").id, 350, 450, { id })).status).toBe(200);
      expect((await correct(day, of("Lê An").id, 350, 450, { id })).status).toBe(200);
      expect((await correct(day, of("Trần Bình").id, 0, 450, { id })).problem?.code).toBe("key-reused");
      const race = await Promise.all([
        correct(day, of("Trần Bình").id, 0, 250),
        correct(day, of("Trần Bình").id, 0, 350),
      ]);
      expect(race.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(race.find(({ status }) => status === 409)?.problem?.code).toBe("corrected-meanwhile");
      const ml = (await counters(day)).find(({ measure }) => measure === "ml")?.value;
      expect(ml).toBe(450 + (race[0]?.status === 200 ? 250 : 350));
    });
  });

  it("never changes a published count of who came, and takes it back where it would tell too much", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `Người ${index}`);
    const { day, of } = await dayWith(names.map((name) => [name, "a1"] as const));
    await at(world(), MORNING, async () => {
      for (const name of names) await record(day, of(name).id, 0);
      await sheet(day, {});
      const closed = await close(day, "yen", { stayed: 6, units: [{ unitId: UNITS.a1, stayed: 6 }] });
      expect(closed.status).toBe(200);
      const told = async () => {
        const { body } = await world()
          .as("yen")
          .call(getTurnout, { params: { driveId: day.driveId } });
        const unit = await world()
          .as("chi")
          .call(getUnitSheet, { params: { unitId: UNITS.a1, driveId: day.driveId } });
        return [body.presence?.listed, unit.body.attended];
      };
      expect(await told()).toEqual([6, 6]);
      await correct(day, of("Người 0").id, 0, 350, { reason: "missed" });
      expect(await told()).toEqual([6, 6]);
      // Of those left only four came: beside the names that is too few to be told.
      await correct(day, of("Người 1").id, 0, 350, { reason: "missed" });
      expect(await told()).toEqual([null, null]);
      const { rows } = await world().pool.query(
        "select attended, attended_listed from turnout.v_sheet where drive_id = $1",
        [day.driveId],
      );
      expect(rows).toEqual([{ attended: null, attended_listed: null }]);
      // And does not come back with a correction the other way.
      await correct(day, of("Người 1").id, 350, 0);
      expect(await told()).toEqual([null, null]);
    });
  });
});
