// One tap to a place at another drive: at the hour nearest to one's own.
import { expect, it } from "vitest";
import { nearestSlot } from "./nearest.ts";

const at = (hour: string) => ({ startsAt: `2021-06-16T${hour}:00.000Z` });

it.each([
  ["the same hour", ["00:00", "00:30", "02:00"], "00:30", "00:30"],
  ["the nearest, before or after", ["00:00", "03:00"], "02:00", "03:00"],
  ["the earlier of two as near", ["01:00", "03:00"], "02:00", "01:00"],
  ["whatever there is", ["09:00"], "00:30", "09:00"],
])("%s", (_name, hours, own, found) => {
  expect(nearestSlot(hours.map(at), `2021-06-09T${own}:00.000Z`)).toEqual(at(found));
});

it("there may be none", () => {
  expect(nearestSlot([], "2021-06-09T00:30:00.000Z")).toBeUndefined();
});
