// Places moved and swapped, lists signed on paper, and drives moved or cancelled with their people.
import { expect, it } from "vitest";
import {
  answer,
  at,
  expectSeatsAreBookings,
  hold,
  openDay,
  someone,
  withSealKey,
  YES,
} from "../../test/open-day.ts";
import { sweep } from "../../test/sweep.ts";
import { onEveryServer } from "../../test/world.ts";
import { addFile } from "../document/contract.ts";
import { getDrive } from "../drive/contract.ts";
import { newId } from "../platform/pure/ids.ts";
import {
  cancelDrive,
  confirmByList,
  listCalls,
  listDriveChanges,
  moveDriveDay,
  movePlace,
  swapPlaces,
} from "./contract/changes.ts";
import { listBookings } from "./contract.ts";

withSealKey();

await onEveryServer("changes to places", (world) => {
  const atA1 = () => ({ unitId: world().units.a1 });
  const registered = async (driveId: string): Promise<number> =>
    (
      await world().pool.query(
        "select coalesce(sum(value), 0)::int as n from tally.v_counter where drive_id = $1 and measure = 'registered'",
        [driveId],
      )
    ).rows[0].n;
  const placesOf = async (driveId: string) =>
    (
      await world().pool.query(
        `select p.full_name, b.slot_id, b.state from booking.booking b join person.person p on p.id = b.person_id
         where b.drive_id = $1 and b.state <> 'released' order by p.full_name`,
        [driveId],
      )
    ).rows;
  const move = (bookingId: string, slotId: string, who: "chi" | "son" = "chi") =>
    world()
      .as(who)
      .call(movePlace, {
        params: { unitId: who === "chi" ? world().units.a1 : world().units.a2, bookingId },
        body: { slotId },
      });

  it("move a place with its answer and link, and keep the old one where the new slot is full", async () => {
    const day = await openDay(world(), { perSlot: 1 });
    const [early, late] = [day.slots[0]?.id ?? "", day.slots[1]?.id ?? ""];
    const held = await hold(world(), "chi", "a1", day, await someone(world(), "a1", { name: "Lò A" }));
    await answer(world(), held.body.link, YES);
    expect((await move(held.body.id, late, "son")).problem?.code).toBe("not-found");
    expect((await move(held.body.id, late)).status).toBe(200);
    expect((await move(held.body.id, late)).status).toBe(200);
    expect(await placesOf(day.driveId)).toEqual([{ full_name: "Lò A", slot_id: late, state: "confirmed" }]);
    await hold(world(), "chi", "a1", day, await someone(world(), "a1", { name: "Lò B" }));
    expect((await move(held.body.id, early)).problem?.code).toBe("slot-full");
    expect((await move(held.body.id, newId())).problem?.code).toBe("not-found");
    expect(await registered(day.driveId)).toBe(1);
    await expectSeatsAreBookings(world(), day.driveId);
    await at(world(), "2021-06-09T00:00:00.000Z", async () => {
      expect((await move(held.body.id, early)).problem?.code).toBe("drive-not-open");
    });
  });

  it("swap two members of the unit in full slots, and nobody else's", async () => {
    const day = await openDay(world(), { perSlot: 1 });
    const one = await hold(world(), "chi", "a1", day, await someone(world(), "a1", { name: "Lò A" }));
    const two = await hold(world(), "chi", "a1", day, await someone(world(), "a1", { name: "Lò B" }), {
      slot: 1,
    });
    const swap = (bookingId: string, withId: string) =>
      world()
        .as("chi")
        .call(swapPlaces, { params: { ...atA1(), bookingId }, body: { withId } });
    expect((await swap(one.body.id, one.body.id)).problem?.code).toBe("not-swappable");
    expect((await swap(one.body.id, two.body.id)).status).toBe(200);
    expect((await placesOf(day.driveId)).map(({ slot_id }) => slot_id)).toEqual([
      day.slots[1]?.id,
      day.slots[0]?.id,
    ]);
    const other = await openDay(world(), { perSlot: 1 });
    const theirs = await hold(world(), "son", "a2", other, await someone(world(), "a2"));
    expect((await swap(one.body.id, theirs.body.id)).problem?.code).toBe("not-swappable");
    const audited = await world().pool.query(
      "select count(*)::int as n from platform.audit_entry where operation = 'booking.swap'",
    );
    expect(audited.rows[0].n % 2).toBe(0);
  });

  it("confirm who signed the list on paper, with its scan as the evidence", async () => {
    const day = await openDay(world(), { perSlot: 5 });
    const people = [await someone(world(), "a1"), await someone(world(), "a1"), await someone(world(), "a1")];
    const ids: string[] = [];
    for (const person of people) ids.push((await hold(world(), "chi", "a1", day, person)).body.id);
    const fileId = newId();
    const sign = (bookingIds: string[], file = fileId) =>
      world()
        .as("chi")
        .call(confirmByList, {
          params: { ...atA1(), driveId: day.driveId },
          body: { id: newId(), fileId: file, bookingIds },
        });
    expect((await sign(ids)).problem?.code).toBe("file-missing");
    await world()
      .as("chi")
      .call(addFile, {
        params: atA1(),
        query: { fileId },
        body: {
          name: "danh-sach.pdf",
          mediaType: "application/pdf",
          bytes: new TextEncoder().encode("%PDF-1.4\n%%EOF\n"),
        },
      });
    expect((await sign([...ids, newId()])).problem?.code).toBe("not-found");
    expect((await sign(ids.slice(0, 2))).body).toMatchObject({ confirmed: 2, goneBefore: 0 });
    expect(await registered(day.driveId)).toBe(2);
    await at(world(), "2021-02-01T02:00:00.000Z", async () => {
      expect((await sign(ids)).body).toMatchObject({ confirmed: 2, goneBefore: 1 });
      expect((await sign(ids.slice(2))).problem?.code).toBe("nothing-to-confirm");
    });
    const { rows } = await world().pool.query(
      "select evidence, count(*)::int as n from person.consent where person_id = any ($1::uuid[]) group by 1",
      [people],
    );
    expect(rows).toEqual([{ evidence: "paper", n: 2 }]);
  });

  const moveDay = (driveId: string, body: object = {}, id = newId()) =>
    world()
      .as("thu")
      .call(moveDriveDay, {
        params: { driveId },
        body: {
          id,
          day: "2021-06-16",
          firstAt: "08:30",
          place: "Trường THPT",
          reason: "weather",
          note: "Sạt lở quốc lộ",
          ...body,
        },
      });

  it("ask everybody anew when a drive is moved: one tap says yes again, who is silent runs out", async () => {
    const day = await openDay(world(), { perSlot: 3 });
    const member = await someone(world(), "a1", { name: "Lò A", email: "a@vd.vn" });
    const sure = await hold(world(), "chi", "a1", day, member);
    await answer(world(), sure.body.link, YES);
    const silent = await hold(world(), "chi", "a1", day, await someone(world(), "a1", { name: "Lò B" }));
    await answer(world(), silent.body.link, YES);
    const unsure = await hold(world(), "chi", "a1", day, await someone(world(), "a1", { name: "Lò C" }));
    const id = newId();
    expect((await moveDay(day.driveId, {}, id)).body).toEqual({ id, asked: 3 });
    expect((await moveDay(day.driveId, {}, id)).body).toEqual({ id, asked: 3 });
    expect(await registered(day.driveId)).toBe(0);
    const { body } = await world()
      .as("thu")
      .call(getDrive, { params: { driveId: day.driveId } });
    expect(body).toMatchObject({ day: "2021-06-16", place: "Trường THPT" });
    expect(body.slots.map(({ startsAt }) => startsAt)).toEqual([
      "2021-06-16T01:30:00.000Z",
      "2021-06-16T02:00:00.000Z",
    ]);
    const mails = await world().pool.query(
      "select template, params->>'fromDay' as from_day, params->>'day' as day from message.outbox where person_id = $1 and template = 'drive-moved'",
      [member],
    );
    expect(mails.rows).toEqual([{ template: "drive-moved", from_day: "09/06/2021", day: "16/06/2021" }]);
    const calls = await world()
      .as("chi")
      .call(listCalls, { params: { ...atA1(), driveId: day.driveId } });
    expect(calls.body.items.map(({ fullName, written, state }) => [fullName, written, state])).toEqual([
      ["Lò B", false, "held"],
      ["Lò C", false, "held"],
      ["Lò A", true, "held"],
    ]);
    // One tap for who had agreed before; who had not ticks as ever.
    await answer(world(), sure.body.link, { answer: "confirm" });
    await answer(world(), unsure.body.link, { answer: "confirm" });
    expect((await placesOf(day.driveId)).map(({ state }) => state)).toEqual(["confirmed", "held", "held"]);
    expect(await registered(day.driveId)).toBe(1);
    const changes = await world()
      .as("chi")
      .call(listDriveChanges, { params: { driveId: day.driveId } });
    expect(changes.body.items).toMatchObject([
      {
        id,
        kind: "moved",
        reason: "weather",
        fromDay: "2021-06-09",
        toDay: "2021-06-16",
        asked: 3,
        answered: 1,
      },
    ]);
    await at(world(), "2021-01-22T02:00:00.000Z", () => sweep(world()));
    expect(await placesOf(day.driveId)).toHaveLength(1);
    await expectSeatsAreBookings(world(), day.driveId);
  });

  it("refuse a move to where the drive is, to the past, past midnight or out of the campaign", async () => {
    const day = await openDay(world(), { perSlot: 1 });
    const codes = [];
    for (const body of [
      { day: "2021-06-09", firstAt: "07:00", place: "Nhà văn hóa tỉnh" },
      { day: "2021-01-17" },
      { firstAt: "23:30" },
      { day: "2022-06-16" },
    ])
      codes.push((await moveDay(day.driveId, body)).problem?.code);
    expect(codes).toEqual(["same-day-and-place", "day-past", "session-times", "day-outside-campaign"]);
    // By half an hour: each slot takes the time of the one after it.
    expect((await moveDay(day.driveId, { day: "2021-06-09", firstAt: "07:30" })).status).toBe(200);
    await at(world(), "2021-06-09T01:00:00.000Z", async () => {
      expect((await moveDay(day.driveId)).problem?.code).toBe("drive-state");
    });
  });

  it("end every place of a cancelled drive, and offer one at another by the same link", async () => {
    const day = await openDay(world(), { perSlot: 2 });
    const instead = await openDay(world(), { perSlot: 2, day: "2021-06-23", campaignId: day.campaignId });
    const elsewhere = await openDay(world(), { perSlot: 2 });
    const person = await someone(world(), "a1", { name: "Lò A", email: "a@vd.vn" });
    const held = await hold(world(), "chi", "a1", day, person, { slot: 1 });
    await answer(world(), held.body.link, YES);
    const cancel = (insteadId: string | null, id = newId()) =>
      world()
        .as("thu")
        .call(cancelDrive, {
          params: { driveId: day.driveId },
          body: { id, reason: "weather", note: "", insteadId },
        });
    expect((await cancel(elsewhere.driveId)).problem?.code).toBe("not-an-instead");
    const id = newId();
    expect((await cancel(instead.driveId, id)).body).toEqual({ id, asked: 1 });
    expect((await cancel(instead.driveId, id)).body).toEqual({ id, asked: 1 });
    expect((await cancel(null)).problem?.code).toBe("drive-state");
    expect(await placesOf(day.driveId)).toEqual([]);
    expect(await registered(day.driveId)).toBe(0);
    expect((await hold(world(), "chi", "a1", day, await someone(world(), "a1"))).problem?.code).toBe(
      "drive-not-open",
    );
    const { body } = await world()
      .as("chi")
      .call(listBookings, { params: { ...atA1(), driveId: day.driveId } });
    expect(body.items).toEqual([]);
    await expectSeatsAreBookings(world(), day.driveId);
  });
});
