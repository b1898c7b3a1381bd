// Reminding who has a place and thanking who gave: once each, to who agreed, and to nobody else.
import { expect, it } from "vitest";
import { makeCampaign } from "../../test/closed-drive.ts";
import { answer, hold, openDay, someone, withSealKey, YES } from "../../test/open-day.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { reader, transaction } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { unseal } from "../platform/seal/secret.ts";
import { getThanks, printThanks } from "./contract/thanks.ts";
import { REMIND_JOB, recallJobs, THANK_JOB } from "./jobs.ts";
import { recallHolder } from "./service/person-data.ts";
import { placeReminderStillNeeded } from "./service/reminding.ts";

withSealKey();

const DAY = "2021-06-09";
const BOOKED = "2021-06-01T03:00:00.000Z";
const TWO_DAYS = "2021-06-07T02:00:00.000Z"; // 9:00
const EVE = "2021-06-08T11:30:00.000Z"; // 18:30
const AFTER = "2021-06-09T10:00:00.000Z";

await onEveryServer("reminding and thanking", (theWorld) => {
  const run = (world: World, job: typeof REMIND_JOB | typeof THANK_JOB) =>
    recallJobs({
      pool: world.pool,
      now: () => world.now,
      publicUrl: "http://giothong.test",
      enqueue: async (_tx, name, payload) => void world.jobs.push({ job: name, payload }),
    })[job]?.({}, { attempt: 1, lastAttempt: false });
  const agree = (world: World, personId: string, purpose: string) =>
    world.pool.query(
      "insert into person.consent (id, person_id, purpose, given_at, evidence) values ($1, $2, $3, $4, 'link')",
      [newId(), personId, purpose, world.now],
    );
  const mails = async (world: World, template: string, people: readonly string[]) =>
    (
      await world.pool.query(
        `select person_id as "personId", params, secrets from message.outbox
         where template = $1 and person_id = any ($2) order by id`,
        [template, people],
      )
    ).rows;

  /** A drive with somebody confirmed on it for each of the given wishes about reminders. */
  async function booked(reminders: readonly boolean[], { email = true } = {}) {
    const world = theWorld();
    world.now = BOOKED;
    await world.pool.query("update account.session set expires_at = '2030-01-01'");
    const day = await openDay(world, { day: DAY, campaignId: await makeCampaign(world), perSlot: 10 });
    const people: { personId: string; bookingId: string; link: string }[] = [];
    for (const reminder of reminders) {
      const personId = await someone(world, "a1", email ? { email: `${newId()}@vi-du.vn` } : {});
      const held = await hold(world, "chi", "a1", day, personId);
      expect(held.status).toBe(200);
      await answer(world, held.body.link, YES);
      if (reminder) await agree(world, personId, "reminder");
      people.push({ personId, bookingId: held.body.id, link: held.body.link });
    }
    return { world, day, people, ids: people.map(({ personId }) => personId) };
  }
  const release = (world: World, bookingId: string | undefined) =>
    transaction(world.pool, async (tx) => {
      await tx.queryable.query({
        text: `update booking.seat s set booked = booked - 1 from booking.booking b
               where b.id = $1 and s.slot_id = b.slot_id`,
        values: [bookingId],
      });
      await tx.queryable.query({
        text: "update booking.booking set state = 'released', released_at = $2, link_sealed = null where id = $1",
        values: [bookingId, world.now],
      });
    });
  /** The facility has closed the day: these volumes, in the order of the people. */
  async function close(
    world: World,
    driveId: string,
    people: readonly { bookingId: string }[],
    volumes: readonly number[],
  ) {
    for (const [index, volume] of volumes.entries()) {
      await world.pool.query(
        "insert into turnout.outcome (booking_id, drive_id, volume_ml, recorded_at) values ($1, $2, $3, $4)",
        [people[index]?.bookingId, driveId, volume, AFTER],
      );
    }
    await world.pool.query("update drive.drive set state = 'closed', closed_at = $2 where id = $1", [
      driveId,
      AFTER,
    ]);
    await world.pool.query(
      "insert into turnout.sheet (drive_id, closed_at, changed_at) values ($1, $2, $2)",
      [driveId, AFTER],
    );
  }

  it("who agreed to be reminded is reminded two days before and on the eve, once each, with the ticket", async () => {
    const { world, people, ids } = await booked([true, false]);
    world.now = TWO_DAYS;
    await run(world, REMIND_JOB);
    await run(world, REMIND_JOB);
    const first = await mails(world, "place-reminder", ids);
    expect(first).toHaveLength(1);
    expect(first[0]).toMatchObject({ personId: ids[0], params: { kind: "two-days", time: "07:00" } });
    expect(await unseal(first[0]?.secrets.link)).toBe(people[0]?.link);
    world.now = EVE;
    await Promise.all([run(world, REMIND_JOB), run(world, REMIND_JOB)]);
    const all = await mails(world, "place-reminder", ids);
    expect(all.map(({ params }) => params.kind)).toEqual(["two-days", "eve"]);
  });

  it("nobody is reminded of a place given back, taken back or of a drive cancelled", async () => {
    const { world, people, ids, day } = await booked([true, true, true]);
    await release(world, people[0]?.bookingId);
    await answer(world, people[1]?.link ?? "", { answer: "release" });
    world.now = TWO_DAYS;
    await run(world, REMIND_JOB);
    const sent = await mails(world, "place-reminder", ids);
    expect(sent.map(({ personId }) => personId)).toEqual([ids[2]]);
    const needed = () => placeReminderStillNeeded(reader(world.pool), world.now, sent[0]?.params);
    expect(await needed()).toBe(true);
    await world.pool.query("update drive.drive set state = 'cancelled' where id = $1", [day.driveId]);
    expect(await needed()).toBe(false);
    world.now = EVE;
    await run(world, REMIND_JOB);
    expect(await mails(world, "place-reminder", ids)).toHaveLength(1);
  });

  it("who took the place after the hour of a reminder gets only the next one", async () => {
    const { world, ids } = await booked([true]);
    await world.pool.query("update booking.booking set confirmed_at = $1 where person_id = any ($2)", [
      TWO_DAYS,
      ids,
    ]);
    world.now = TWO_DAYS;
    await run(world, REMIND_JOB);
    expect(await mails(world, "place-reminder", ids)).toEqual([]);
    world.now = EVE;
    await run(world, REMIND_JOB);
    expect((await mails(world, "place-reminder", ids)).map(({ params }) => params.kind)).toEqual(["eve"]);
  });

  it("who gave is thanked once with a page of their own; who did not gets nothing at all", async () => {
    const { world, people, ids, day } = await booked([true, true, true]);
    // Taken back after the day: no letter any more.
    await world.pool.query(
      "update person.consent set withdrawn_at = $1 where person_id = $2 and purpose = 'take-part'",
      [BOOKED, ids[2]],
    );
    world.now = AFTER;
    await close(world, day.driveId, people, [350, 0, 250]);
    await Promise.all([run(world, THANK_JOB), run(world, THANK_JOB)]);
    const sent = await mails(world, "thanks", ids);
    expect(sent.map(({ personId }) => personId)).toEqual([ids[0]]);
    const held = await world.pool.query("select person_id from recall.thanks where person_id = any ($1)", [
      ids,
    ]);
    expect(held.rows.map((row) => row.person_id)).toEqual([ids[0]]);
    const link = (await unseal(sent[0]?.secrets.link)) ?? "";
    const url = new URL(link).pathname;
    const page = await world.server.inject({ method: "GET", url });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("350 ml");
    expect(page.body).toContain("01/09/2021"); // 84 days later
    const letter = await world.server.inject({ method: "GET", url: `${url}/thu.pdf` });
    expect(letter.headers["content-type"]).toContain("application/pdf");
    expect((await world.server.inject({ method: "GET", url: "/cam-on/khong-dung" })).statusCode).toBe(404);
    expect((await world.server.inject({ method: "GET", url: "/cam-on/khong-dung/thu.pdf" })).statusCode).toBe(
      404,
    );
    // Deleted data take the page with them; told before that.
    expect(await recallHolder.list(reader(world.pool), ids[0] ?? "", "vi")).toHaveLength(1);
    await transaction(world.pool, (tx) =>
      recallHolder.erase(tx, ids[0] ?? "", { now: world.now, today: DAY, newId }),
    );
    expect((await world.server.inject({ method: "GET", url })).statusCode).toBe(404);
  });

  it("a unit prints letters for its own donors, by name, and for nobody else's", async () => {
    const { world, people, day } = await booked([false, false, false], { email: false });
    world.now = AFTER;
    await close(world, day.driveId, people, [350, 450, 0]);
    const of = (unit: "a" | "a1" | "a2") => ({ params: { unitId: world.units[unit], driveId: day.driveId } });
    expect((await world.as("chi").call(getThanks, of("a1"))).body).toMatchObject({ letters: 2, parts: 1 });
    expect((await world.as("binh").call(getThanks, of("a"))).body.letters).toBe(2);
    expect((await world.as("son").call(getThanks, of("a2"))).body).toEqual({
      letters: 0,
      parts: 0,
      allowedActions: [],
    });
    expect((await world.as("son").call(printThanks, of("a2"))).problem?.code).toBe("no-letters");
    expect((await world.as("son").call(printThanks, of("a1"))).status).toBe(403);
    const file = await world.as("chi").call(printThanks, of("a1"));
    expect(file.status).toBe(200);
    expect(file.raw.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("a drive closed long ago is not thanked for by letter", async () => {
    const { world, people, ids, day } = await booked([true]);
    await close(world, day.driveId, people, [350]);
    world.now = "2021-06-20T03:00:00.000Z";
    await run(world, THANK_JOB);
    expect(await mails(world, "thanks", ids)).toEqual([]);
  });

  it("the tips are there for everybody", async () => {
    const page = await theWorld().server.inject({ method: "GET", url: "/loi-khuyen" });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("12 giờ");
  });
});
