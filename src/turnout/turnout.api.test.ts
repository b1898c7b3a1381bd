// The day's outcome: entered by the facility, reconciled and closed once, seen by units only after that.
import { beforeAll, describe, expect, it } from "vitest";
import { UNITS, type UnitName } from "../../test/cast.ts";
import {
  answer,
  at,
  hold,
  NO,
  type OpenDay,
  openDay,
  someone,
  withSealKey,
  YES,
} from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { grantDesk } from "../drive/contract.ts";
import {
  closeDrive,
  getTurnout,
  listOutcomes,
  listUnitOutcomes,
  recordOutcome,
  recordSheet,
} from "./contract.ts";
import type { Volume } from "./schema.ts";

withSealKey();

const MORNING = "2021-06-09T01:00:00.000Z";
const NONE = { ml250: 0, ml350: 0, ml450: 0 };

await onEveryServer("the outcome of a day", (world) => {
  type Office = "chi" | "son" | "bich";
  const OFFICE: Partial<Record<UnitName, Office>> = { a1: "chi", a2: "son", b1: "bich" };

  /** A day with confirmed donors, by name and unit. */
  const dayWith = async (
    donors: readonly (readonly [string, UnitName])[],
    unitRule: "bag" | "ml250" = "bag",
  ) => {
    const day = await openDay(world(), { perSlot: 50, unitRule });
    const bookings = new Map<string, { id: string; person: string; link: string }>();
    for (const [name, unit] of donors) {
      const person = await someone(world(), unit, { name });
      const held = await hold(world(), OFFICE[unit] ?? "chi", unit, day, person);
      await answer(world(), held.body.link, YES);
      bookings.set(name, { id: held.body.id, person, link: held.body.link });
    }
    return { day, of: (name: string) => bookings.get(name) ?? { id: "", person: "", link: "" } };
  };
  const record = (day: OpenDay, bookingId: string, volume: Volume, who: "yen" | "thu" | "khoa" = "yen") =>
    world()
      .as(who)
      .call(recordOutcome, { params: { driveId: day.driveId, bookingId }, body: { volume } });
  const sheet = (day: OpenDay, body: object, who: "yen" | "thu" = "yen") =>
    world()
      .as(who)
      .call(recordSheet, {
        params: { driveId: day.driveId },
        body: { outside: NONE, bags: NONE, attended: 0, ...body },
      });
  const close = (day: OpenDay, who: "yen" | "thu" = "yen") =>
    world()
      .as(who)
      .call(closeDrive, { params: { driveId: day.driveId } });
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

  it("lists confirmed donors by given name for the facility, and for nobody of the union", async () => {
    const { day, of } = await dayWith([
      ["Trần Bình", "a1"],
      ["Lê An", "a2"],
      ["Vàng Ánh", "b1"],
    ]);
    await hold(world(), "chi", "a1", day, await someone(world(), "a1", { name: "Chưa Trả Lời" }));
    const list = (who: "yen" | "thu" | "chi" | "tuan", query: object = {}) =>
      world()
        .as(who)
        .call(listOutcomes, { params: { driveId: day.driveId }, query });
    const { body } = await list("yen");
    expect(body.items.map(({ fullName, volume }) => [fullName, volume])).toEqual([
      ["Lê An", null],
      ["Vàng Ánh", null],
      ["Trần Bình", null],
    ]);
    expect(body.items[0]).toMatchObject({
      bookingId: of("Lê An").id,
      unit: { id: UNITS.a2 },
      birthYear: 1990,
    });
    expect((await list("yen", { words: "vang a" })).body.items).toHaveLength(1);
    const first = await list("yen", { limit: 2 });
    const second = await list("yen", { limit: 2, after: first.body.next });
    expect([...first.body.items, ...second.body.items].map(({ fullName }) => fullName)).toEqual([
      "Lê An",
      "Vàng Ánh",
      "Trần Bình",
    ]);
    expect(second.body.next).toBeNull();
    for (const who of ["thu", "chi", "tuan"] as const) expect((await list(who)).status).toBe(403);
  });

  it("is not entered before the day", async () => {
    const { day, of } = await dayWith([["Lê An", "a1"]]);
    expect((await record(day, of("Lê An").id, 350)).problem?.code).toBe("before-the-day");
    expect((await sheet(day, {})).problem?.code).toBe("before-the-day");
    expect((await close(day)).problem?.code).toBe("before-the-day");
    await at(world(), "2021-06-08T17:00:00.000Z", async () => {
      expect((await record(day, of("Lê An").id, 350)).status).toBe(200);
    });
  });

  it("is entered for confirmed donors of this drive, and entered again it corrects", async () => {
    const { day, of } = await dayWith([["Lê An", "a1"]]);
    const other = await dayWith([["Người Khác", "a1"]]);
    const unanswered = await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
    await at(world(), MORNING, async () => {
      const { id } = of("Lê An");
      expect((await record(day, id, 250)).status).toBe(200);
      expect((await record(day, id, 350)).status).toBe(200);
      expect((await record(day, id, 350)).status).toBe(200);
      expect((await record(day, unanswered.body.id, 250)).problem?.code).toBe("not-confirmed");
      expect((await record(day, other.of("Người Khác").id, 250)).problem?.code).toBe("not-found");
      expect((await record(day, id, 0, "thu")).status).toBe(403);
      expect((await record(day, id, 300 as Volume)).problem?.code).toBe("invalid-input");
      expect((await view(day)).entered).toEqual({
        registered: 1,
        recorded: 1,
        donated: { ...NONE, ml350: 1 },
      });
      const { rows } = await world().pool.query(
        "select detail from platform.audit_entry where operation = 'turnout.record' and subject_id = $1 order by no",
        [id],
      );
      expect(rows.map(({ detail }) => detail)).toEqual([
        { volume: 250, before: null },
        { volume: 350, before: 250 },
      ]);
    });
  });

  it("takes the later of two entries made at the same moment", async () => {
    const { day, of } = await dayWith([["Lê An", "a1"]]);
    await at(world(), MORNING, async () => {
      const answers = await Promise.all(
        [250, 350, 450, 0].map((volume) => record(day, of("Lê An").id, volume as Volume)),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect((await view(day)).entered.recorded).toBe(1);
    });
  });

  it("may be entered at the desk by whoever holds that role at this drive, on its days, but not closed", async () => {
    const { day, of } = await dayWith([["Lê An", "a1"]]);
    await world()
      .as("thu")
      .call(grantDesk, {
        params: { driveId: day.driveId },
        body: { login: "khoa", from: "2021-06-09", until: "2021-06-09" },
      });
    await at(world(), MORNING, async () => {
      expect((await record(day, of("Lê An").id, 350, "khoa")).status).toBe(200);
      expect(
        (
          await world()
            .as("khoa")
            .call(closeDrive, { params: { driveId: day.driveId } })
        ).status,
      ).toBe(403);
      const elsewhere = await dayWith([]);
      expect(
        (
          await world()
            .as("khoa")
            .call(getTurnout, { params: { driveId: elsewhere.day.driveId } })
        ).status,
      ).toBe(403);
    });
    await at(world(), "2021-06-09T17:00:00.000Z", async () => {
      expect((await record(day, of("Lê An").id, 250, "khoa")).status).toBe(403);
    });
  });

  it("is not closed while something differs, and says what", async () => {
    const { day, of } = await dayWith([
      ["Lê An", "a1"],
      ["Trần Bình", "a1"],
    ]);
    await at(world(), MORNING, async () => {
      await record(day, of("Lê An").id, 350);
      await sheet(day, { outside: { ...NONE, ml250: 3 }, bags: { ...NONE, ml250: 3 }, attended: 3 });
      const { differences, allowedActions } = await view(day);
      expect(differences).toEqual([
        { code: "outcomes-missing", volume: null, entered: 1, counted: 2 },
        { code: "bags-differ", volume: 350, entered: 1, counted: 0 },
        { code: "attended-too-few", volume: null, entered: 4, counted: 3 },
      ]);
      expect(allowedActions).toEqual(["turnout.record", "turnout.sheet"]);
      const refused = await close(day);
      expect(refused.problem).toMatchObject({
        code: "does-not-reconcile",
        details: { differences: ["outcomes-missing", "bags-differ:350", "attended-too-few"] },
      });
      await record(day, of("Trần Bình").id, 0);
      await sheet(day, {
        outside: { ...NONE, ml250: 3 },
        bags: { ml250: 3, ml350: 1, ml450: 0 },
        attended: 5,
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
        attended: 12,
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

  it("is seen by units only after closing, each their own and below", async () => {
    const { day, of } = await dayWith([
      ["Lê An", "a1"],
      ["Sùng Ba", "a2"],
    ]);
    const see = (who: "chi" | "binh" | "bao", unit: UnitName) =>
      world()
        .as(who)
        .call(listUnitOutcomes, { params: { unitId: UNITS[unit], driveId: day.driveId } });
    await at(world(), MORNING, async () => {
      await record(day, of("Lê An").id, 350);
      await record(day, of("Sùng Ba").id, 0);
      await sheet(day, { bags: { ...NONE, ml350: 1 }, attended: 6 });
      expect((await see("binh", "a")).body.items).toEqual([]);
      await close(day);
      expect((await see("binh", "a")).body.items.map(({ fullName, volume }) => [fullName, volume])).toEqual([
        ["Lê An", 350],
        ["Sùng Ba", 0],
      ]);
      expect((await see("chi", "a1")).body.items).toHaveLength(1);
      expect((await see("bao", "b")).body.items).toEqual([]);
      expect((await see("chi", "a2")).status).toBe(403);
    });
  });

  it("leaves absent, deferred and whoever took their yes back in one word, and the facility without the latter's name", async () => {
    const { day, of } = await dayWith([
      ["Lê An", "a1"],
      ["Vắng Mặt", "a1"],
      ["Rút Lại", "a1"],
    ]);
    await answer(world(), of("Rút Lại").link, NO);
    await at(world(), MORNING, async () => {
      const { body } = await world()
        .as("yen")
        .call(listOutcomes, { params: { driveId: day.driveId } });
      expect(body.items.map(({ fullName }) => fullName)).toEqual(["Lê An", "Vắng Mặt"]);
      await record(day, of("Lê An").id, 250);
      await record(day, of("Vắng Mặt").id, 0);
      await sheet(day, { bags: { ...NONE, ml250: 1 }, attended: 1 });
      expect((await close(day)).status).toBe(200);
      const seen = await world()
        .as("chi")
        .call(listUnitOutcomes, { params: { unitId: UNITS.a1, driveId: day.driveId } });
      const zero = seen.body.items.filter(({ volume }) => volume === 0);
      expect(zero.map(({ fullName }) => fullName)).toEqual(["Rút Lại", "Vắng Mặt"]);
      expect(zero.map((row) => Object.keys(row))[0]).toEqual(zero.map((row) => Object.keys(row))[1]);
    });
  });

  it("records blood that was drawn even from somebody who had taken their yes back", async () => {
    const { day, of } = await dayWith([["Đổi Ý", "a1"]]);
    await answer(world(), of("Đổi Ý").link, NO);
    await at(world(), MORNING, async () => {
      expect((await record(day, of("Đổi Ý").id, 350)).status).toBe(200);
      await sheet(day, { bags: { ...NONE, ml350: 1 }, attended: 1 });
      expect((await close(day)).status).toBe(200);
      expect((await counters(day)).find(({ measure }) => measure === "ml")?.value).toBe(350);
    });
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
        await sheet(day, { bags: { ...NONE, ml350: 1 }, attended: 3 });
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
      ["the sheet changed", "update turnout.sheet set attended = 99 where drive_id = $1", "turnout_closed"],
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
      for (const table of ["turnout.outcome", "turnout.sheet"]) {
        await expect(world().pool.query(`truncate ${table} cascade`)).rejects.toMatchObject({
          constraint: "turnout_closed",
        });
      }
    });

    it("tells the union how many came only from 5 up, and not where it would single out the few who did not give", async () => {
      const shown = async (attended: number, bags: number) => {
        const { day } = await dayWith([]);
        await at(world(), MORNING, async () => {
          await sheet(day, { outside: { ...NONE, ml250: bags }, bags: { ...NONE, ml250: bags }, attended });
          expect((await close(day)).status).toBe(200);
        });
        const { rows } = await world().pool.query(
          "select attended from turnout.v_sheet where drive_id = $1",
          [day.driveId],
        );
        return rows[0].attended;
      };
      expect(await shown(4, 4)).toBeNull();
      expect(await shown(5, 5)).toBe(5);
      expect(await shown(9, 5)).toBeNull();
      expect(await shown(10, 5)).toBe(10);
    });
  });

  it("who records and who closes at the same moment never leave an outcome uncounted", async () => {
    for (let round = 0; round < 5; round++) {
      const { day, of } = await dayWith([["Lê An", "a1"]]);
      await at(world(), MORNING, async () => {
        await record(day, of("Lê An").id, 0);
        await sheet(day, { attended: 0 });
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
