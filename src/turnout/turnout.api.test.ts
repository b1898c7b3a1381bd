// The day's outcome as the facility enters it, and who may see it when.
import { expect, it } from "vitest";
import { UNITS, type UnitName } from "../../test/cast.ts";
import { facilityDay, MORNING, NONE } from "../../test/facility-day.ts";
import { answer, at, hold, NO, someone, withSealKey } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { grantDesk } from "../drive/contract.ts";
import { getTurnout, listOutcomes, listUnitOutcomes } from "./contract.ts";
import type { Volume } from "./schema.ts";

withSealKey();

await onEveryServer("the outcome of a day", (world) => {
  const { dayWith, record, sheet, close, view, counters } = facilityDay(world);

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
      expect((await close(day, "khoa")).status).toBe(403);
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
      await sheet(day, { bags: { ...NONE, ml350: 1 } });
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
      await sheet(day, { bags: { ...NONE, ml250: 1 } });
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
      await sheet(day, { bags: { ...NONE, ml350: 1 } });
      expect((await close(day)).status).toBe(200);
      expect((await counters(day)).find(({ measure }) => measure === "ml")?.value).toBe(350);
    });
  });
});
