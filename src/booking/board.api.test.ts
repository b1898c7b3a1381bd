// The host's board: places kept for units, set aside for who comes unbooked, capped; and what comes free by it.
import { expect, it } from "vitest";
import type { CastName } from "../../test/cast.ts";
import {
  answer,
  at,
  expectSeatsAreBookings,
  hold,
  type OpenDay,
  openDay,
  planDay,
  someone,
  withSealKey,
  YES,
} from "../../test/open-day.ts";
import { sweep } from "../../test/sweep.ts";
import { onEveryServer } from "../../test/world.ts";
import { getDrive } from "../drive/contract.ts";
import { newId } from "../platform/pure/ids.ts";
import { getBoard, releaseReserve, setCap, setReserve, setSlot } from "./contract/board.ts";
import { joinWaiting } from "./contract/waiting.ts";
import { bookWalkIn } from "./contract/walk-in.ts";
import { getPlaces, releasePlace } from "./contract.ts";
import { freeSlots } from "./service/self.ts";

withSealKey();
const CUT_OFF = "2021-06-01T00:00:00.000Z";

await onEveryServer("the host's board", (world) => {
  const board = async (day: OpenDay) =>
    (
      await world()
        .as("thu")
        .call(getBoard, { params: { driveId: day.driveId } })
    ).body;
  const keep = (
    day: OpenDay,
    unit: "a" | "a1" | "b" | "other",
    places: number,
    { id = newId(), cutOff = CUT_OFF, slot = 0 } = {},
  ) =>
    world()
      .as("thu")
      .call(setReserve, {
        params: { driveId: day.driveId, reserveId: id },
        body: { unitId: world().units[unit], slotId: day.slots[slot]?.id ?? "", places, cutOff },
      });
  const holdIn = async (day: OpenDay, unit: "a1" | "a2" | "b1") =>
    hold(
      world(),
      ({ a1: "chi", a2: "son", b1: "bich" } as const)[unit],
      unit,
      day,
      await someone(world(), unit),
    );
  const first = async (day: OpenDay) => (await board(day)).slots[0];
  const freeFor = async (day: OpenDay, unit: "a1" | "b1") =>
    (await freeSlots({ queryable: world().pool }, day.driveId, world().units[unit], world().now))[0]?.free;

  it("keeps places for a union and all below it: others find the slot full, they do not", async () => {
    const day = await openDay(world(), { perSlot: 3 });
    expect((await keep(day, "a", 2)).status).toBe(200);
    expect(await first(day)).toMatchObject({ booked: 0, kept: 2, free: 1 });
    expect([await freeFor(day, "a1"), await freeFor(day, "b1")]).toEqual([3, 1]);
    expect((await holdIn(day, "b1")).status).toBe(200);
    expect((await holdIn(day, "b1")).problem?.code).toBe("slot-full");
    const [one, two] = [await holdIn(day, "a1"), await holdIn(day, "a2")];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect((await holdIn(day, "a1")).problem?.code).toBe("slot-full");
    expect(await first(day)).toMatchObject({ booked: 3, kept: 0, free: 0 });
    // Given back it is kept again, for them alone.
    await world()
      .as("chi")
      .call(releasePlace, { params: { unitId: world().units.a1, bookingId: one.body.id } });
    expect(await first(day)).toMatchObject({ booked: 2, kept: 1, free: 0 });
    expect((await holdIn(day, "b1")).problem?.code).toBe("slot-full");
    await expectSeatsAreBookings(world(), day.driveId);
  });

  it("takes from the nearest union's places first", async () => {
    const day = await openDay(world(), { perSlot: 4 });
    await keep(day, "a", 1);
    await keep(day, "a1", 1);
    await holdIn(day, "a1");
    expect((await board(day)).reserves.map(({ unit, used }) => [unit.id, used])).toEqual([
      [world().units.a, 0],
      [world().units.a1, 1],
    ]);
    await holdIn(day, "a1");
    expect((await board(day)).reserves.map(({ used }) => used)).toEqual([1, 1]);
  });

  it("gives to everybody at the cut-off what was not used, swept or not", async () => {
    for (const swept of [true, false]) {
      const day = await openDay(world(), { perSlot: 2 });
      await keep(day, "a", 2);
      await holdIn(day, "a1");
      await at(world(), "2021-06-01T00:00:01.000Z", async () => {
        if (swept) await sweep(world());
        expect((await holdIn(day, "b1")).status).toBe(200);
        expect((await board(day)).reserves).toMatchObject([{ state: "released", allowedActions: [] }]);
      });
      await expectSeatsAreBookings(world(), day.driveId);
    }
  });

  it("offers released places to who waits, in their turn", async () => {
    const day = await openDay(world(), { perSlot: 1 });
    const reserve = newId();
    await keep(day, "a", 1, { id: reserve });
    const person = await someone(world(), "b1");
    const waits = await world()
      .as("bich")
      .call(joinWaiting, {
        params: { unitId: world().units.b1, driveId: day.driveId },
        body: { id: newId(), personId: person, slotId: day.slots[0]?.id ?? "" },
      });
    expect(waits.status).toBe(200);
    const release = () =>
      world()
        .as("thu")
        .call(releaseReserve, { params: { driveId: day.driveId, reserveId: reserve } });
    expect((await release()).status).toBe(200);
    expect((await release()).status).toBe(200);
    expect((await board(day)).waiting).toEqual({ people: 1, offered: 1 });
    expect((await answer(world(), waits.body.link, YES)).status).toBeLessThan(400);
    expect((await board(day)).waiting).toEqual({ people: 0, offered: 0 });
  });

  it("refuses what cannot be kept, and says the same again only once", async () => {
    const day = await openDay(world(), { perSlot: 2 });
    const id = newId();
    expect((await keep(day, "a", 3)).problem?.code).toBe("slot-full");
    expect((await keep(day, "a", 2, { id })).status).toBe(200);
    expect((await keep(day, "a", 2, { id })).status).toBe(200);
    expect((await keep(day, "a1", 1, { id })).problem?.code).toBe("key-reused");
    await keep(day, "a", 1, { id });
    expect((await keep(day, "a", 1)).problem?.code).toBe("reserve-taken");
    await holdIn(day, "a1");
    expect((await keep(day, "a", 2, { id })).status).toBe(200);
    await holdIn(day, "a1");
    expect((await keep(day, "a", 1, { id })).problem).toMatchObject({
      code: "reserve-below-used",
      details: { used: 2 },
    });
    expect((await keep(day, "other", 1, { slot: 1 })).problem?.code).toBe("unit-not-taking-part");
    expect((await keep(day, "b", 1, { slot: 1, cutOff: "2021-06-09T02:00:00Z" })).problem?.code).toBe(
      "cut-off-too-late",
    );
    expect((await keep(day, "b", 1, { slot: 1, cutOff: "2021-01-01T02:00:00Z" })).problem?.code).toBe(
      "invalid-input",
    );
    await world()
      .as("thu")
      .call(releaseReserve, { params: { driveId: day.driveId, reserveId: id } });
    expect((await keep(day, "a", 2, { id })).problem?.code).toBe("reserve-released");
    await expectSeatsAreBookings(world(), day.driveId);
  });

  it("is arranged before the drive is opened, and not once its plan is only a draft", async () => {
    const planned = await planDay(world());
    const { body } = await world()
      .as("thu")
      .call(getDrive, { params: { driveId: planned.driveId } });
    const early = { ...planned, slots: body.slots };
    expect((await keep(early, "a", 1)).problem?.code).toBe("drive-not-open");
    expect((await board(early)).slots).toHaveLength(2);
  });

  it("caps each slot: nobody loses a place, nobody new gets one, and lifting it lets in who waits", async () => {
    const day = await openDay(world(), { perSlot: 3 });
    const cap = (perSlot: number | null) =>
      world()
        .as("thu")
        .call(setCap, { params: { driveId: day.driveId }, body: { perSlot, reason: "Phòng dịch" } });
    await holdIn(day, "a1");
    await holdIn(day, "a1");
    expect((await cap(1)).status).toBe(200);
    expect(await first(day)).toMatchObject({ booked: 2, free: 0 });
    expect((await holdIn(day, "a1")).problem?.code).toBe("slot-full");
    const person = await someone(world(), "a1");
    await world()
      .as("chi")
      .call(joinWaiting, {
        params: { unitId: world().units.a1, driveId: day.driveId },
        body: { id: newId(), personId: person, slotId: day.slots[0]?.id ?? "" },
      });
    expect((await board(day)).cap).toEqual({ perSlot: 1, reason: "Phòng dịch" });
    expect((await cap(null)).status).toBe(200);
    expect(await first(day)).toMatchObject({ booked: 3, waiting: 0 });
    expect(await board(day)).toMatchObject({ cap: null, waiting: { people: 1, offered: 1 } });
  });

  it("changes how many a slot takes, never below what is taken", async () => {
    const day = await openDay(world(), { perSlot: 1 });
    const slotId = day.slots[0]?.id ?? "";
    const set = (capacity: number, walkIn: number) =>
      world()
        .as("thu")
        .call(setSlot, { params: { driveId: day.driveId, slotId }, body: { capacity, walkIn } });
    await holdIn(day, "a1");
    expect((await set(1, 1)).problem?.code).toBe("slot-below-booked");
    expect((await set(3, 1)).status).toBe(200);
    expect(await first(day)).toMatchObject({ capacity: 3, walkIn: 1, free: 1 });
    expect((await holdIn(day, "a1")).status).toBe(200);
    expect((await holdIn(day, "a1")).problem?.code).toBe("slot-full");
  });

  it("gives the places set aside to who comes unbooked on the day, and only then", async () => {
    const day = await openDay(world(), { perSlot: 2 });
    const slotId = day.slots[0]?.id ?? "";
    await world()
      .as("thu")
      .call(setSlot, { params: { driveId: day.driveId, slotId }, body: { capacity: 2, walkIn: 1 } });
    await answer(world(), (await holdIn(day, "a1")).body.link, YES);
    const come = (ids = { id: newId(), personId: newId() }, birthDate = "1990-01-01") =>
      world()
        .as("yen")
        .call(bookWalkIn, {
          params: { driveId: day.driveId },
          body: {
            ...ids,
            slotId,
            fullName: "Vàng Thị Dở",
            birthDate,
            sex: "female",
            phone: "0912 345 678",
            relation: "outside",
            unitId: null,
          },
        });
    const offered = async () => {
      const { body } = await world()
        .as("yen")
        .call(getPlaces, { params: { driveId: day.driveId } });
      return { room: body.slots.map(({ walkIns }) => walkIns), into: body.walkInSlotId };
    };
    const may = async (who: CastName) =>
      (
        await world()
          .as(who)
          .call(getDrive, { params: { driveId: day.driveId } })
      ).body.allowedActions.includes("booking.walk-in");
    expect((await come()).problem?.code).toBe("not-the-day");
    expect(await may("yen")).toBe(false);
    await at(world(), "2021-06-08T23:30:00.000Z", async () => {
      const ids = { id: newId(), personId: newId() };
      expect([await may("yen"), await may("thu"), await may("chi")]).toEqual([true, false, false]);
      const others = day.slots.slice(1).map(() => 2);
      expect(await offered()).toEqual({ room: [1, ...others], into: slotId });
      expect((await come(ids, "2003-06-10")).problem?.code).toBe("too-young");
      expect((await come(ids)).status).toBe(200);
      expect(await offered()).toEqual({ room: [0, ...others], into: day.slots[1]?.id ?? null });
      expect((await come(ids)).status).toBe(200);
      expect((await come()).problem?.code).toBe("slot-full");
      expect(await first(day)).toMatchObject({ booked: 2, walkIn: 0, free: 0 });
    });
    const { rows } = await world().pool.query(
      `select b.state, b.source, b.relation, c.evidence from booking.booking b
       join person.consent c on c.person_id = b.person_id where b.drive_id = $1 and b.source = 'walk-in'`,
      [day.driveId],
    );
    expect(rows).toEqual([{ state: "confirmed", source: "walk-in", relation: "outside", evidence: "paper" }]);
    await expectSeatsAreBookings(world(), day.driveId);
  });

  it("cannot be talked into counting what is not there", async () => {
    const day = await openDay(world(), { perSlot: 3 });
    await holdIn(day, "a1");
    await keep(day, "a", 1);
    for (const lie of [
      "update booking.seat set booked = booked + 1 where drive_id = $1",
      "update booking.seat set kept = kept + 1 where drive_id = $1",
      "update booking.reserve set used = used + 1 where drive_id = $1",
      "update booking.booking set state = 'released', released_at = now(), link_sealed = null where drive_id = $1",
    ]) {
      await expect(world().pool.query(lie, [day.driveId]), lie).rejects.toMatchObject({
        constraint: "seat_counts",
      });
    }
  });
});
