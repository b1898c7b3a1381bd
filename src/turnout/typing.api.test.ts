// The printed list: numbers that stay, and many outcomes in one request.
import { expect, it } from "vitest";
import { facilityDay, MORNING } from "../../test/facility-day.ts";
import { answer, at, hold, NO, someone, withSealKey, YES } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { printList, recordMany } from "./contract/typing.ts";
import { listOutcomes } from "./contract.ts";
import type { Volume } from "./schema.ts";

withSealKey();

await onEveryServer("a printed list", (world) => {
  const { dayWith, view, close, sheet } = facilityDay(world);
  type Day = Awaited<ReturnType<typeof dayWith>>["day"];

  const number = (day: Day, who: "yen" | "thu" = "yen") =>
    world()
      .as(who)
      .call(printList, { params: { driveId: day.driveId } });
  const numbers = async (day: Day) => {
    const { body } = await world()
      .as("yen")
      .call(listOutcomes, { params: { driveId: day.driveId } });
    return Object.fromEntries(body.items.map((row) => [row.fullName, row.number]));
  };
  const many = (
    day: Day,
    rows: readonly (readonly [string, Volume | null])[],
    options: { key?: string } = {},
  ) =>
    world()
      .as("yen")
      .call(
        recordMany,
        {
          params: { driveId: day.driveId },
          body: { rows: rows.map(([bookingId, volume]) => ({ bookingId, volume })) },
        },
        options,
      );

  it("is numbered by time and given name; who comes later follows, and no number ever changes", async () => {
    const { day } = await dayWith([
      ["Trần Bình", "a1"],
      ["Lê An", "a2"],
    ]);
    expect((await number(day, "thu")).status).toBe(403);
    expect((await number(day)).body).toEqual({ numbered: 2, added: 2 });
    expect((await number(day)).body).toEqual({ numbered: 2, added: 0 });
    const later = await hold(world(), "chi", "a1", day, await someone(world(), "a1", { name: "Vàng Ánh" }));
    await answer(world(), later.body.link, YES);
    // Two print at the same moment: one numbers, the other finds it done.
    const both = await Promise.all([number(day), number(day)]);
    expect(both.map(({ body }) => body.added).sort()).toEqual([0, 1]);
    expect(await numbers(day)).toEqual({ "Lê An": 1, "Trần Bình": 2, "Vàng Ánh": 3 });
    await expect(
      world().pool.query("update turnout.list_number set number = 9 where drive_id = $1", [day.driveId]),
    ).rejects.toMatchObject({ constraint: "list_number_stays" });
  });

  it("has no number for whoever took their yes back, and keeps a gap where it had one", async () => {
    const { day, of } = await dayWith([
      ["Lê An", "a1"],
      ["Trần Bình", "a1"],
    ]);
    await number(day);
    await answer(world(), of("Lê An").link, NO);
    expect(await numbers(day)).toEqual({ "Trần Bình": 2 });
  });

  it("is typed back in one request: each row answered, the last word on a person stands, a repeat changes nothing", async () => {
    const { day, of } = await dayWith([
      ["Lê An", "a1"],
      ["Trần Bình", "a1"],
      ["Vàng Ánh", "b1"],
    ]);
    const elsewhere = await dayWith([["Người Khác", "a1"]]);
    const unanswered = await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
    await at(world(), MORNING, async () => {
      const key = newId();
      const rows = [
        [of("Lê An").id, 250],
        [of("Trần Bình").id, 0],
        [elsewhere.of("Người Khác").id, 350],
        [unanswered.body.id, 350],
        [of("Lê An").id, 350],
        [of("Vàng Ánh").id, 450],
        [of("Vàng Ánh").id, null],
      ] as const;
      const { status, body } = await many(day, rows, { key });
      expect(status).toBe(200);
      expect(body.rows.map(({ problem }) => problem)).toEqual([
        null,
        null,
        "not-found",
        "not-confirmed",
        null,
        null,
        null,
      ]);
      expect((await view(day)).entered).toEqual({
        registered: 3,
        recorded: 2,
        donated: { ml250: 0, ml350: 1, ml450: 0 },
      });
      await many(day, [[of("Lê An").id, 450]]);
      // The first answer was lost on the way and the same request comes again: what was typed since stands.
      expect((await many(day, rows, { key })).body).toEqual(body);
      expect((await view(day)).entered.donated).toEqual({ ml250: 0, ml350: 0, ml450: 1 });
      // The same again by another request, too.
      const audited = async () =>
        (await world().pool.query("select count(*)::int as n from platform.audit_entry")).rows[0].n;
      const before = await audited();
      expect((await many(day, [[of("Lê An").id, 450]])).status).toBe(200);
      expect(await audited()).toBe(before);
    });
  });

  it("takes no more than a batch, none after closing, and no 'không hiến' while sessions run", async () => {
    const { day, of } = await dayWith([["Lê An", "a1"]]);
    await at(world(), "2021-06-09T00:30:00.000Z", async () => {
      const early = await many(day, [[of("Lê An").id, 0]]);
      expect(early.body.rows[0]?.problem).toBe("sessions-running");
      expect((await view(day)).sessionsOver).toBe(false);
    });
    await at(world(), MORNING, async () => {
      const lots = Array.from({ length: 101 }, () => [of("Lê An").id, 350] as const);
      expect((await many(day, lots)).problem?.code).toBe("invalid-input");
      expect((await many(day, [])).problem?.code).toBe("invalid-input");
      await many(day, [[of("Lê An").id, 0]]);
      await sheet(day, {});
      expect((await close(day)).status).toBe(200);
      expect((await many(day, [[of("Lê An").id, 350]])).problem?.code).toBe("turnout-closed");
      expect((await number(day)).problem?.code).toBe("turnout-closed");
    });
  });
});
