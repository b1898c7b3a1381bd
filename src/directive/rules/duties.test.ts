// Which duties become tasks, and in what order they are shown.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Duty } from "../../document/schema.ts";
import { dutiesFor, dutiesOf } from "./duties.ts";
import { inOrder, receiptState, taskState } from "./states.ts";

const DUTIES: Duty[] = ["disseminate", "mobilise", "meet-target", "report-after-drive", "invite-others"];

test("a duty that a letter orders twice is owed once, for the first sentence that orders it", () => {
  expect(
    dutiesOf([
      { ordinal: 2, duties: ["mobilise", "meet-target"] },
      { ordinal: 1, duties: ["disseminate"] },
      { ordinal: 4, duties: ["disseminate", "mobilise", "report-after-drive"] },
    ]),
  ).toEqual([
    { duty: "disseminate", ordinal: 1 },
    { duty: "mobilise", ordinal: 2 },
    { duty: "meet-target", ordinal: 2 },
    { duty: "report-after-drive", ordinal: 4 },
  ]);
});

test("whatever a letter orders, each of its duties is owed exactly once and by a sentence that orders it", () => {
  const letter = fc.uniqueArray(
    fc.record({ ordinal: fc.integer({ min: 1, max: 9 }), duties: fc.array(fc.constantFrom(...DUTIES)) }),
    { selector: ({ ordinal }) => ordinal },
  );
  fc.assert(
    fc.property(letter, (instructions) => {
      const owed = dutiesOf(instructions);
      expect(new Set(owed.map(({ duty }) => duty))).toEqual(new Set(instructions.flatMap((i) => i.duties)));
      expect(new Set(owed.map(({ duty }) => duty)).size).toBe(owed.length);
      for (const { duty, ordinal } of owed) {
        const ordering = instructions.filter(({ duties }) => duties.includes(duty));
        expect(ordinal).toBe(Math.min(...ordering.map((i) => i.ordinal)));
      }
    }),
  );
});

test("a section spreads the word and asks people; it holds no target and sends no report", () => {
  const owed = dutiesOf([{ ordinal: 1, duties: DUTIES }]);
  expect(dutiesFor("section", owed).map(({ duty }) => duty)).toEqual([
    "disseminate",
    "mobilise",
    "invite-others",
  ]);
  expect(dutiesFor("grassroots", owed)).toEqual(owed);
});

test("a duty is late from the day after it was due, and never once settled", () => {
  const task = { settledAt: null, dueOn: "2021-06-09" };
  expect(taskState(task, "2021-06-09")).toBe("open");
  expect(taskState(task, "2021-06-10")).toBe("late");
  expect(taskState({ ...task, settledAt: "2021-06-20T00:00:00.000Z" }, "2021-06-30")).toBe("settled");
  expect(taskState({ settledAt: null, dueOn: null }, "2031-01-01")).toBe("open");
});

test("late duties come first, then by due day, and settled ones last", () => {
  const task = (name: string, dueOn: string | null, settledAt: string | null = null) => ({
    name,
    dueOn,
    settledAt,
    directiveId: "d",
    ordinal: 1,
    state: taskState({ dueOn, settledAt }, "2021-06-10"),
  });
  const shown = [
    task("done", "2021-06-01", "2021-06-02T00:00:00.000Z"),
    task("whenever", null),
    task("soon", "2021-06-11"),
    task("done later", null, "2021-06-05T00:00:00.000Z"),
    task("late", "2021-06-09"),
  ].sort(inOrder);
  expect(shown.map(({ name }) => name)).toEqual(["late", "soon", "whenever", "done later", "done"]);
});

test("spreading a letter stands above receiving it", () => {
  const at = "2021-06-05T00:00:00.000Z";
  expect(receiptState({ receivedAt: null, disseminatedAt: null })).toBe("not-received");
  expect(receiptState({ receivedAt: at, disseminatedAt: null })).toBe("received");
  expect(receiptState({ receivedAt: at, disseminatedAt: at })).toBe("disseminated");
});
