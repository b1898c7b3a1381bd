// Holding places for members: who may, for whom, until when, and what an officer sees.
import { describe, expect, it } from "vitest";
import {
  approvedDay,
  at,
  DAY,
  expectSeatsAreBookings,
  hold,
  look,
  openDay,
  planDay,
  someone,
  withSealKey,
} from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { getDrive } from "../drive/contract.ts";
import { addDays } from "../platform/pure/calendar.ts";
import { newId } from "../platform/pure/ids.ts";
import { getPlaces, listBookings, openPlaces, releasePlace, renewLink } from "./contract.ts";

withSealKey();

await onEveryServer("places of a drive", (world) => {
  const list = (who: "chi" | "binh" | "son" | "thu", unit: "a1" | "a" | "a2" | "province", driveId: string) =>
    world()
      .as(who)
      .call(listBookings, { params: { unitId: world().units[unit], driveId } });
  describe("opening", () => {
    it("is the host's act, done once", async () => {
      const { driveId } = await approvedDay(world());
      const open = (who: "thu" | "binh" | "tuan") =>
        world().as(who).call(openPlaces, { params: { driveId } });
      expect((await open("binh")).status).toBe(403);
      expect((await open("thu")).body).toEqual({ id: driveId });
      expect((await open("tuan")).body).toEqual({ id: driveId });
      const { body } = await world().as("thu").call(getPlaces, { params: { driveId } });
      expect(body.totals).toEqual({ held: 0, confirmed: 0, capacity: 4, booked: 0 });
      expect((await world().as("thu").call(getDrive, { params: { driveId } })).body.state).toBe("open");
    });

    it("comes before any place is held", async () => {
      const planned = await planDay(world());
      const { body } = await world()
        .as("thu")
        .call(getDrive, { params: { driveId: planned.driveId } });
      const early = await hold(
        world(),
        "chi",
        "a1",
        { ...planned, slots: body.slots },
        await someone(world(), "a1"),
      );
      expect(early.problem?.code).toBe("drive-not-open");
    });
  });

  describe("holding", () => {
    it("keeps a place for a member, credited to their primary affiliation on the drive's day", async () => {
      const day = await openDay(world());
      const person = await someone(world(), "a1");
      await world().pool.query(
        "update person.affiliation set valid = daterange('2018-01-01', $2) where person_id = $1",
        [person, DAY],
      );
      await world().pool.query(
        "insert into person.affiliation (id, person_id, unit_id, relation, valid) values ($1, $2, $3, 'member', daterange($4, null))",
        [newId(), person, world().units.a1s, DAY],
      );
      const held = await hold(world(), "chi", "a1", day, person);
      expect(held.status).toBe(200);
      expect(held.body.link).toMatch(/^http:\/\/giothong\.test\/d\/[A-Za-z0-9_-]{43}$/);
      expect(held.body.heldUntil).toBe("2021-01-21T02:00:00.000Z");
      const { body } = await list("chi", "a1", day.driveId);
      expect(body.items).toEqual([
        expect.objectContaining({
          personId: person,
          state: "held",
          creditedUnit: expect.objectContaining({ id: world().units.a1s }),
          allowedActions: ["booking.renew-link", "booking.release", "booking.move", "booking.swap"],
        }),
      ]);
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("is for people of one's own union, at drives of one's own campaign", async () => {
      const day = await openDay(world());
      const ofA2 = await someone(world(), "a2");
      expect((await hold(world(), "chi", "a1", day, ofA2)).problem?.code).toBe("person-not-of-unit");
      expect((await hold(world(), "binh", "a", day, ofA2)).status).toBe(200);
      expect((await hold(world(), "chi", "a2", day, await someone(world(), "a2"))).status).toBe(403);
      expect((await hold(world(), "xa", "other", day, await someone(world(), "other"))).status).toBe(403);
      expect((await hold(world(), "chi", "a1", day, newId())).problem?.code).toBe("person-not-of-unit");
    });

    it("offers no place below 18 and none past 60, and tells the birthday", async () => {
      const day = await openDay(world());
      const young = await someone(world(), "a1", { birthDate: "2003-06-10" });
      const refused = await hold(world(), "chi", "a1", day, young);
      expect(refused.problem).toMatchObject({
        code: "too-young",
        details: { until: "2021-06-10" },
      });
      const old = await someone(world(), "a1", { birthDate: "1960-06-09" });
      expect((await hold(world(), "chi", "a1", day, old)).problem?.code).toBe("too-old");
      const unknown = await someone(world(), "a1", { birthDate: null });
      expect((await hold(world(), "chi", "a1", day, unknown)).status).toBe(200);
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("offers no place within 84 days of the last donation the union knows of, and tells the day", async () => {
      const person = await someone(world(), "a1");
      const day = await openDay(world());
      const earlier = await planDay(world(), { day: "2021-03-18" });
      const gave = (on: string) =>
        world().pool.query(
          "insert into donor.donation (person_id, drive_id, day, volume_ml) values ($1, $2, $3, 350)",
          [person, earlier.driveId, on],
        );
      await gave("2021-03-18");
      const refused = await hold(world(), "chi", "a1", day, person);
      expect(refused.problem).toMatchObject({ code: "too-soon", details: { until: "2021-06-10" } });
      expect(JSON.stringify(refused.problem)).toContain("10/06/2021");
      const later = await openDay(world(), { day: "2021-06-10" });
      expect((await hold(world(), "chi", "a1", later, person)).status).toBe(200);
      expect(addDays("2021-03-18", 84)).toBe("2021-06-10");
    });

    it("fills a slot to its capacity and no further", async () => {
      const day = await openDay(world());
      const answers = [];
      for (let i = 0; i < 3; i++) {
        answers.push(await hold(world(), "chi", "a1", day, await someone(world(), "a1")));
      }
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 409]);
      expect(answers[2]?.problem?.code).toBe("slot-full");
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("gives a person one place in a drive, in whichever slot", async () => {
      const day = await openDay(world());
      const person = await someone(world(), "a1");
      expect((await hold(world(), "chi", "a1", day, person)).status).toBe(200);
      const second = await hold(world(), "binh", "a", day, person, { slot: 1 });
      expect(second.problem?.code).toBe("already-booked");
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("answers a repeated request with the same place and the same link", async () => {
      const day = await openDay(world());
      const person = await someone(world(), "a1", { email: "duyen@example.test" });
      const id = newId();
      const first = await hold(world(), "chi", "a1", day, person, { id });
      const again = await hold(world(), "chi", "a1", day, person, { id });
      expect(again.body).toEqual(first.body);
      expect((await look(world(), first.body.link)).page).toContain("Mời bạn hiến máu");
      const { rows } = await world().pool.query(
        "select (select count(*)::integer from booking.booking where person_id = $1) as places, (select count(*)::integer from message.outbox where person_id = $1) as mails",
        [person],
      );
      expect(rows).toEqual([{ places: 1, mails: 1 }]);
      const other = await hold(world(), "chi", "a1", day, person, { id, slot: 1 });
      expect(other.problem?.code).toBe("key-reused");
    });

    it("answers two identical requests at the same moment as one", async () => {
      const day = await openDay(world(), { perSlot: 10 });
      const person = await someone(world(), "a1");
      const id = newId();
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => hold(world(), "chi", "a1", day, person, { id })),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
      expect(new Set(answers.map(({ body }) => body.link)).size).toBe(1);
      const { body } = await world()
        .as("thu")
        .call(getPlaces, { params: { driveId: day.driveId } });
      expect(body.totals.booked).toBe(1);
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("ends when its slot has begun", async () => {
      const day = await openDay(world());
      await at(world(), "2021-06-09T00:00:00.000Z", async () => {
        const late = await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
        expect(late.problem?.code).toBe("drive-not-open");
        const next = await hold(world(), "chi", "a1", day, await someone(world(), "a1"), { slot: 1 });
        expect(next.body.heldUntil).toBe("2021-06-09T00:30:00.000Z");
      });
    });

    it("leaves no working link in the database, and writes to those who have an address", async () => {
      const day = await openDay(world());
      const person = await someone(world(), "a1", { email: "duyen@example.test" });
      const held = await hold(world(), "chi", "a1", day, person);
      const token = held.body.link.split("/").at(-1) ?? "";
      const { rows } = await world().pool.query(
        `select (select string_agg(b::text, ' ') from booking.booking b where drive_id = $1) ||
                (select string_agg(o::text, ' ') from message.outbox o) ||
                coalesce((select string_agg(c::text, ' ') from platform.command c), '') ||
                (select string_agg(a::text, ' ') from platform.audit_entry a) as everything`,
        [day.driveId],
      );
      expect(rows[0].everything).toContain("booking-link");
      expect(rows[0].everything).not.toContain(token);
      expect(rows[0].everything).not.toContain("duyen@");
      expect(world().jobs.at(-1)?.job).toBe("message.send");
    });
  });

  it("a new link stops the old one, and its text for Zalo names nobody", async () => {
    const day = await openDay(world());
    const held = await hold(
      world(),
      "chi",
      "a1",
      day,
      await someone(world(), "a1", { name: "Lò Thị Duyên" }),
    );
    const renewed = await world()
      .as("chi")
      .call(renewLink, { params: { unitId: world().units.a1, bookingId: held.body.id } });
    expect(renewed.body.link).not.toBe(held.body.link);
    expect(renewed.body.text).toBe(
      `Công đoàn mời bạn tham gia Ngày hội Giọt hồng: 07:00 ngày 09/06/2021, tại Nhà văn hóa tỉnh. Mở liên kết sau để trả lời có hay không: ${renewed.body.link}`,
    );
    expect((await look(world(), held.body.link)).page).toContain("Liên kết này không mở được");
    expect((await look(world(), renewed.body.link)).page).toContain("Lò Thị Duyên");
    const other = await world()
      .as("son")
      .call(renewLink, { params: { unitId: world().units.a2, bookingId: held.body.id } });
    expect(other.problem?.code).toBe("not-found");
  });

  it("an officer's list is by given name, of their own union and below, page by page", async () => {
    const day = await openDay(world(), { perSlot: 10 });
    for (const name of ["Trần Bình", "Lê An", "Vàng Ánh", "Lò Chu"]) {
      await hold(world(), "chi", "a1", day, await someone(world(), "a1", { name }));
    }
    await hold(world(), "son", "a2", day, await someone(world(), "a2", { name: "Sùng Ba" }));
    const names: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await world()
        .as("binh")
        .call(listBookings, {
          params: { unitId: world().units.a, driveId: day.driveId },
          query: { limit: 2, ...(after && { after }) },
        });
      names.push(...body.items.map((booking) => booking.fullName));
      after = body.next ?? undefined;
    } while (after !== undefined);
    expect(names).toEqual(["Lê An", "Vàng Ánh", "Sùng Ba", "Trần Bình", "Lò Chu"]);
    expect((await list("chi", "a1", day.driveId)).body.items).toHaveLength(4);
    expect((await list("son", "a1", day.driveId)).status).toBe(403);
  });

  it("the database itself refuses to oversell, to revive a place given back, and to move one to somebody else", async () => {
    const day = await openDay(world());
    const held = await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
    const attempt = (sql: string, values: unknown[]) => world().pool.query(sql, values);
    await expect(
      attempt("update booking.seat set booked = capacity + 1 where drive_id = $1", [day.driveId]),
    ).rejects.toMatchObject({ constraint: "seat_not_oversold" });
    await expect(
      attempt("update booking.booking set credited_unit_id = $2 where id = $1", [
        held.body.id,
        world().units.b1,
      ]),
    ).rejects.toMatchObject({ constraint: "booking_stays" });
    await expect(attempt("delete from booking.booking where id = $1", [held.body.id])).rejects.toMatchObject({
      constraint: "booking_stays",
    });
    await world()
      .as("chi")
      .call(releasePlace, { params: { unitId: world().units.a1, bookingId: held.body.id } });
    await expect(
      attempt("update booking.booking set state = 'held', released_at = null where id = $1", [held.body.id]),
    ).rejects.toMatchObject({ constraint: "booking_stays" });
  });
});
