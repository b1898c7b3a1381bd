// Somebody who comes unbooked gets the hour they came at, or the nearest that still has room.
import { expect, it } from "vitest";
import { slotForNow } from "./walk-in-slot.ts";

const day = (...rooms: number[]) =>
  rooms.map((walkIns, hour) => ({ startsAt: `2021-06-09T0${hour}:00:00.000Z`, walkIns }));

it.each([
  ["the hour that runs", [1, 1, 1], "01:30", "01"],
  ["the hour that begins now", [1, 1, 1], "01:00", "01"],
  ["the next with room where that one is full", [1, 0, 0, 1], "01:30", "03"],
  ["the last with room where the rest of the day is full", [1, 1, 0, 0], "02:30", "01"],
  ["the first, before the day begins", [1, 1], "00:00", "00"],
])("they are given %s", (_name, rooms, now, hour) => {
  expect(slotForNow(day(...rooms), `2021-06-09T${now}:00.000Z`)?.startsAt.slice(11, 13)).toBe(hour);
});

it("they are given none on a full day", () => {
  expect(slotForNow(day(0, 0), "2021-06-09T01:00:00.000Z")).toBeUndefined();
});
