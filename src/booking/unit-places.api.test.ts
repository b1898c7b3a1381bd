// Places as one union sees them: what is kept for it is free to its own people and to nobody else, until the cut-off.
import { expect, it } from "vitest";
import { at, hold, type OpenDay, openDay, someone, withSealKey } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { setCap, setReserve } from "./contract/board.ts";
import { getUnitPlaces } from "./contract/unit-places.ts";

withSealKey();

const CUT_OFF = "2021-06-08T10:00:00.000Z";

await onEveryServer("places as a union sees them", (world) => {
  type Who = "thu" | "binh" | "chi" | "son" | "yen" | "cu" | "lan";
  const see = (who: Who, unit: "province" | "a" | "a1" | "a2", day: OpenDay) =>
    world()
      .as(who)
      .call(getUnitPlaces, { params: { unitId: world().units[unit], driveId: day.driveId } });
  const freeFor = async (who: Who, unit: "province" | "a" | "a1" | "a2", day: OpenDay): Promise<number[]> =>
    (await see(who, unit, day)).body.slots.map(({ free }) => free);
  const keep = async (
    unit: "a" | "a1" | "a2" | "a1s",
    day: OpenDay,
    places: number,
    slot = 0,
  ): Promise<void> => {
    const { status } = await world()
      .as("thu")
      .call(setReserve, {
        params: { driveId: day.driveId, reserveId: newId() },
        body: { unitId: world().units[unit], slotId: day.slots[slot]?.id ?? "", places, cutOff: CUT_OFF },
      });
    expect(status).toBe(200);
  };

  it("count as free to a union what is open and what is kept for it or above it, never another's", async () => {
    const day = await openDay(world(), { perSlot: 6 });
    await keep("a1", day, 3);
    await keep("a", day, 1);
    expect(await freeFor("chi", "a1", day)).toEqual([6, 6]);
    expect(await freeFor("son", "a2", day)).toEqual([3, 6]);
    expect(await freeFor("thu", "province", day)).toEqual([2, 6]);
  });

  it("tell a union of places kept for it, above it and below it, and of no others", async () => {
    const day = await openDay(world(), { perSlot: 6 });
    await keep("a1", day, 3);
    await keep("a", day, 1);
    const told = async (who: Who, unit: "a" | "a1" | "a2") =>
      (await see(who, unit, day)).body.reserves.map((row) => [row.unit.id, row.places, row.used, row.cutOff]);
    const { a, a1 } = world().units;
    expect(await told("chi", "a1")).toEqual([
      [a, 1, 0, CUT_OFF],
      [a1, 3, 0, CUT_OFF],
    ]);
    expect(await told("son", "a2")).toEqual([[a, 1, 0, CUT_OFF]]);
    expect(await told("binh", "a")).toEqual([
      [a, 1, 0, CUT_OFF],
      [a1, 3, 0, CUT_OFF],
    ]);
  });

  it("count down in what is kept as members take their places", async () => {
    const day = await openDay(world(), { perSlot: 4 });
    await keep("a1", day, 2);
    const person = await someone(world(), "a1");
    expect((await hold(world(), "chi", "a1", day, person)).status).toBe(200);
    const { body } = await see("chi", "a1", day);
    expect(body.reserves.map(({ used }) => used)).toEqual([1]);
    expect(body.slots[0]).toMatchObject({ booked: 1, free: 3 });
    expect((await freeFor("son", "a2", day))[0]).toBe(2);
  });

  it("are everybody's after the cut-off, and kept for nobody", async () => {
    const day = await openDay(world(), { perSlot: 4 });
    await keep("a1", day, 4);
    expect((await freeFor("son", "a2", day))[0]).toBe(0);
    await at(world(), "2021-06-08T10:00:01.000Z", async () => {
      expect((await see("chi", "a1", day)).body.reserves).toEqual([]);
      expect((await hold(world(), "son", "a2", day, await someone(world(), "a2"))).status).toBe(200);
      expect((await freeFor("son", "a2", day))[0]).toBe(3);
    });
  });

  it("stop at the cap of an epidemic, whose reason every union reads", async () => {
    const day = await openDay(world(), { perSlot: 6 });
    await keep("a1", day, 3);
    const cap = { perSlot: 2, reason: "giãn cách" };
    await world()
      .as("thu")
      .call(setCap, { params: { driveId: day.driveId }, body: cap });
    const { body } = await see("chi", "a1", day);
    expect(body.cap).toEqual(cap);
    expect(body.slots.map(({ free }) => free)).toEqual([2, 2]);
    expect(await freeFor("son", "a2", day)).toEqual([0, 2]);
  });

  it("are for who works for the union: nobody else's officer, no facility, nobody whose term is over", async () => {
    const day = await openDay(world());
    for (const who of ["son", "thu", "yen", "cu"] as const) {
      expect((await see(who, "a1", day)).status).toBe(403);
    }
    expect((await see("lan", "a", day)).status).toBe(200);
  });
});
