// Who waits: in their turn, offered what comes free, for a while; and nobody is told who declined.
import { expect, it } from "vitest";
import {
  answer,
  at,
  expectSeatsAreBookings,
  hold,
  NO,
  type OpenDay,
  openDay,
  someone,
  withSealKey,
  YES,
} from "../../test/open-day.ts";
import { sweep } from "../../test/sweep.ts";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { joinWaiting, leaveWaiting, listWaiting } from "./contract/waiting.ts";
import { listBookings, releasePlace } from "./contract.ts";

withSealKey();
const SOON = "2021-01-18T03:00:00.000Z";
const NEXT_DAY = "2021-01-19T02:00:01.000Z";

await onEveryServer("the waiting list", (world) => {
  const wait = (day: OpenDay, personId: string, { id = newId(), slot = 0 as number | null } = {}) =>
    world()
      .as("chi")
      .call(joinWaiting, {
        params: { unitId: world().units.a1, driveId: day.driveId },
        body: { id, personId, slotId: slot === null ? null : (day.slots[slot]?.id ?? "") },
      });
  const list = async (day: OpenDay) =>
    (
      await world()
        .as("chi")
        .call(listWaiting, { params: { unitId: world().units.a1, driveId: day.driveId } })
    ).body.items;
  const shown = async (day: OpenDay) =>
    (await list(day)).map(({ fullName, state, turn, heldUntil }) => [fullName, state, turn, heldUntil]);
  const release = (bookingId: string) =>
    world()
      .as("chi")
      .call(releasePlace, { params: { unitId: world().units.a1, bookingId } });
  /** A drive of two full slots, and the places in them. */
  const fullDay = async () => {
    const day = await openDay(world(), { perSlot: 1 });
    const places = [];
    for (const slot of [0, 1]) {
      const held = await hold(world(), "chi", "a1", day, await someone(world(), "a1"), { slot });
      await answer(world(), held.body.link, YES);
      places.push(held.body.id);
    }
    return { day, places };
  };
  const named = (name: string) => someone(world(), "a1", { name });

  it("is joined only where no place is to be had, once, and the same request answers the same link", async () => {
    const { day, places } = await fullDay();
    const person = await named("Lò A");
    const id = newId();
    const first = await wait(day, person, { id });
    expect(first.status).toBe(200);
    expect((await wait(day, person, { id })).body).toEqual(first.body);
    expect((await wait(day, person)).problem?.code).toBe("already-waiting");
    expect((await wait(day, await someone(world(), "a2"))).problem?.code).toBe("person-not-of-unit");
    expect((await wait(day, await named("Lò Trẻ"), { slot: 9 })).status).toBeGreaterThanOrEqual(400);
    const young = await someone(world(), "a1", { birthDate: "2003-06-10" });
    expect((await wait(day, young)).problem?.code).toBe("too-young");
    const roomy = await openDay(world(), { perSlot: 1 });
    const held = await hold(world(), "chi", "a1", roomy, person);
    expect(held.status).toBe(200);
    expect((await wait(roomy, person)).problem?.code).toBe("already-booked");
    expect((await wait(roomy, await named("Lò B"), { slot: 1 })).problem?.code).toBe("places-free");
    expect((await wait(roomy, await named("Lò C"), { slot: null })).problem?.code).toBe("places-free");
    expect(places).toHaveLength(2);
  });

  it("offers what is given back to who has waited longest of those who want it", async () => {
    const { day, places } = await fullDay();
    const second = await wait(day, await named("Lò Hai"), { slot: 1 });
    await at(world(), SOON, async () => {
      await wait(day, await named("Lò Một"), { slot: null });
    });
    expect((await shown(day)).map(([name, , turn]) => [name, turn])).toEqual([
      ["Lò Hai", 1],
      ["Lò Một", 2],
    ]);
    // The first slot comes free: who joined first does not want it.
    await release(places[0] ?? "");
    expect(await shown(day)).toEqual([
      ["Lò Hai", "waiting", 1, null],
      ["Lò Một", "offered", null, "2021-01-19T02:00:00.000Z"],
    ]);
    await release(places[1] ?? "");
    expect((await shown(day)).map(([, state]) => state)).toEqual(["offered", "offered"]);
    expect((await answer(world(), second.body.link, YES)).status).toBeLessThan(400);
    expect((await shown(day)).map(([name]) => name)).toEqual(["Lò Một"]);
    const booked = await world()
      .as("chi")
      .call(listBookings, { params: { unitId: world().units.a1, driveId: day.driveId } });
    // What is only offered is nobody's place yet.
    expect(booked.body.items.map(({ fullName, state }) => [fullName, state])).toEqual([
      ["Lò Hai", "confirmed"],
    ]);
    await expectSeatsAreBookings(world(), day.driveId);
  });

  it("goes on to the next when an offer runs out, and declining looks the same until then", async () => {
    const seen: unknown[][] = [];
    for (const declines of [false, true]) {
      const { day, places } = await fullDay();
      const first = await wait(day, await named("Lò Một"));
      const next = await wait(day, await named("Lò Hai"));
      await release(places[0] ?? "");
      if (declines) await answer(world(), first.body.link, NO);
      const before = await shown(day);
      await at(world(), NEXT_DAY, async () => {
        await sweep(world());
        seen.push([before, await shown(day)]);
        expect((await answer(world(), first.body.link, YES)).status).toBe(404);
        expect((await answer(world(), next.body.link, YES)).status).toBeLessThan(400);
      });
      await expectSeatsAreBookings(world(), day.driveId);
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toEqual([
      [
        ["Lò Một", "offered", null, "2021-01-19T02:00:00.000Z"],
        ["Lò Hai", "waiting", 1, null],
      ],
      [["Lò Hai", "offered", null, "2021-01-20T02:00:01.000Z"]],
    ]);
  });

  it("gives the offer of who is taken off the list to the next at once", async () => {
    const { day, places } = await fullDay();
    const first = await wait(day, await named("Lò Một"));
    await wait(day, await named("Lò Hai"));
    await release(places[0] ?? "");
    const leave = (who: "chi" | "son") =>
      world()
        .as(who)
        .call(leaveWaiting, {
          params: {
            unitId: who === "chi" ? world().units.a1 : world().units.a2,
            waitingId: first.body.id,
          },
        });
    expect((await leave("son")).problem?.code).toBe("not-found");
    expect((await leave("chi")).status).toBe(200);
    expect((await leave("chi")).status).toBe(200);
    expect((await shown(day)).map(([name, state]) => [name, state])).toEqual([["Lò Hai", "offered"]]);
  });

  it("comes before who asks for a place that ran out a moment ago", async () => {
    const day = await openDay(world(), { perSlot: 1, until: "07:30" });
    await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
    await wait(day, await named("Lò Một"));
    await at(world(), "2021-01-21T02:00:01.000Z", async () => {
      const late = await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
      expect(late.problem?.code).toBe("slot-full");
      await sweep(world());
      expect((await shown(day)).map(([name, state]) => [name, state])).toEqual([["Lò Một", "offered"]]);
    });
  });

  it("is left by who finds a place in another slot", async () => {
    const { day, places } = await fullDay();
    const person = await named("Lò Một");
    await wait(day, person, { slot: 0 });
    await release(places[1] ?? "");
    expect((await shown(day)).map(([, state]) => state)).toEqual(["waiting"]);
    expect((await hold(world(), "chi", "a1", day, person, { slot: 1 })).status).toBe(200);
    expect(await shown(day)).toEqual([]);
    await release(places[0] ?? "");
    await expectSeatsAreBookings(world(), day.driveId);
  });

  it("never offers past the slot's beginning", async () => {
    const { day, places } = await fullDay();
    await wait(day, await named("Lò Một"), { slot: 0 });
    await at(world(), "2021-06-08T10:00:00.000Z", async () => {
      await release(places[0] ?? "");
      expect((await shown(day)).map(([, , , until]) => until)).toEqual(["2021-06-09T00:00:00.000Z"]);
    });
  });
});
