// Cutting a day into slots, and the life of a day.
import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "../../platform/pure/ids.ts";
import { cutIntoSlots, wallTimeIn } from "./slots.ts";
import { statesBefore, TRANSITIONS } from "./transitions.ts";

const session = (from: string, until: string, slotMinutes = 30, perSlot = 10) => ({
  id: newId(),
  from,
  until,
  slotMinutes,
  perSlot,
});

it("a morning from 7:00 to 8:45 in half hours has three slots in local time", () => {
  const cut = cutIntoSlots("2021-06-09", [session("07:00", "08:45")]);
  expect(cut.ok && cut.sessions[0]?.slots).toEqual([
    { startsAt: "2021-06-09T07:00:00+07:00", capacity: 10 },
    { startsAt: "2021-06-09T07:30:00+07:00", capacity: 10 },
    { startsAt: "2021-06-09T08:00:00+07:00", capacity: 10 },
  ]);
});

it.each([
  ["ends before it begins", [session("09:00", "08:00")], [1]],
  ["is empty", [session("09:00", "09:00")], [1]],
  ["is shorter than a slot", [session("07:00", "08:00"), session("09:00", "09:20")], [2]],
  ["overlaps another", [session("07:00", "09:00"), session("08:30", "10:00")], [1, 2]],
])("a session that %s is refused", (_why, sessions, which) => {
  const cut = cutIntoSlots("2021-06-09", sessions);
  expect(cut.ok ? [] : cut.reasons.map((reason) => reason.session)).toEqual(which);
});

it("sessions may touch", () => {
  expect(cutIntoSlots("2021-06-09", [session("07:00", "09:00"), session("09:00", "10:00")]).ok).toBe(true);
});

it("slots follow one another inside their session, and no slot stands beyond its end", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1380 }),
      fc.integer({ min: 5, max: 59 }),
      fc.integer({ min: 5, max: 240 }),
      (begin, length, slotMinutes) => {
        const wall = (minutes: number) =>
          `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
        const cut = cutIntoSlots("2021-06-09", [session(wall(begin), wall(begin + length), slotMinutes)]);
        expect(cut.ok).toBe(length >= slotMinutes);
        if (!cut.ok) return;
        const starts = (cut.sessions[0]?.slots ?? []).map((slot) => Date.parse(slot.startsAt));
        const midnight = Date.parse("2021-06-09T00:00:00+07:00");
        expect(starts).toHaveLength(Math.floor(length / slotMinutes));
        starts.forEach((start, index) => {
          expect(start).toBe(midnight + (begin + index * slotMinutes) * 60_000);
        });
      },
    ),
  );
});

it("an instant is shown in the wall time of Viet Nam", () => {
  expect(wallTimeIn("2021-06-09T00:30:00.000Z")).toBe("07:30");
  expect(wallTimeIn("2021-06-08T23:00:00.000Z")).toBe("06:00");
});

it("a closed or cancelled day stays so, only an approved one is opened and only an open one closed", () => {
  expect(TRANSITIONS.closed).toEqual([]);
  expect(TRANSITIONS.cancelled).toEqual([]);
  expect(statesBefore("closed")).toEqual(["open"]);
  expect(statesBefore("approved")).toEqual(["planned"]);
  expect(statesBefore("open")).toEqual(["approved"]);
  expect(statesBefore("cancelled")).toEqual(["planned", "approved", "open"]);
});
