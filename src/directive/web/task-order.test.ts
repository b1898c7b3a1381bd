import { describe, expect, it } from "vitest";
import type { TaskView } from "../schema.ts";
import { byLetter, openAtFirst, openFirst, settledLast, sumOf, toLookAt, withdrawnOf } from "./task-order.ts";

const task = (id: string, rest: Partial<TaskView>): TaskView => ({
  id,
  directiveId: "d",
  campaignId: "c",
  duty: "mobilise",
  ordinal: 1,
  sentence: "",
  letterTitle: "",
  dueOn: null,
  state: "open",
  settledAt: null,
  settledBy: null,
  changedSince: false,
  evidence: [],
  note: "",
  allowedActions: [],
  ...rest,
});
const ids = (tasks: readonly TaskView[]): string[] => tasks.map(({ id }) => id);

describe("duties on Việc cần làm", () => {
  it("stand by due day, those without one after them in the order of the letter", () => {
    const tasks = [
      task("third sentence", { ordinal: 3 }),
      task("in June", { dueOn: "2021-06-09" }),
      task("first sentence", { ordinal: 1 }),
      task("late since May", { dueOn: "2021-05-30", state: "late" }),
    ];
    expect(ids(openFirst(tasks))).toEqual(["late since May", "in June", "first sentence", "third sentence"]);
  });

  it("leave the open list when settled, the latest settled shown first", () => {
    const tasks = [
      task("open", {}),
      task("before", { state: "settled", settledAt: "2021-06-01T02:00:00Z" }),
      task("after", { state: "settled", settledAt: "2021-06-02T02:00:00Z" }),
    ];
    expect(ids(openFirst(tasks))).toEqual(["open"]);
    expect(ids(settledLast(tasks))).toEqual(["after", "before"]);
  });

  it("stand under the sentence that orders them, one sentence once, the most pressing letter first", () => {
    const tasks = [
      task("mobilise", { ordinal: 2, duty: "mobilise", sentence: "Vận động và đạt chỉ tiêu" }),
      task("target", { ordinal: 2, duty: "meet-target", sentence: "Vận động và đạt chỉ tiêu" }),
      task("report", { directiveId: "e", ordinal: 4, dueOn: "2021-06-04" }),
      task("spread", { ordinal: 1, duty: "disseminate" }),
    ];
    const shape = byLetter(openFirst(tasks)).map(({ directiveId, sentences }) => [
      directiveId,
      sentences.map((sentence) => ids(sentence.tasks)),
    ]);
    expect(shape).toEqual([
      ["e", [["report"]]],
      ["d", [["spread"], ["mobilise", "target"]]],
    ]);
  });

  it("are in one place each: to do, to look at again, done, no longer asked", () => {
    const tasks = [
      task("late", { state: "late", dueOn: "2021-05-30" }),
      task("changed", { state: "settled", settledAt: "2021-06-01T02:00:00Z", changedSince: true }),
      task("done", { state: "settled", settledAt: "2021-06-01T02:00:00Z" }),
      task("withdrawn", { state: "withdrawn" }),
    ];
    const places = [openFirst, toLookAt, settledLast, withdrawnOf].map((place) => ids(place(tasks)));
    expect(places).toEqual([["late"], ["changed"], ["done"], ["withdrawn"]]);
  });

  it("are summed up in one line a letter: how many, how many late, the next day", () => {
    const [group] = byLetter([
      task("a", { state: "late", dueOn: "2021-05-30" }),
      task("b", { dueOn: "2021-06-20" }),
      task("c", { dueOn: "2021-06-12" }),
      task("d", {}),
    ]);
    expect(group && sumOf(group, "2021-06-02")).toEqual({
      count: 4,
      late: 1,
      next: "2021-06-12",
      presses: true,
    });
  });

  it("of eight letters and sixty duties stand open where something presses; of a few all do", () => {
    const letter = (at: number, count: number, dueOn: string | null): TaskView[] =>
      Array.from({ length: count }, (_, ordinal) =>
        task(`${at}.${ordinal}`, { directiveId: `letter ${at}`, ordinal, dueOn }),
      );
    const dueDays = ["2021-05-30", "2021-06-08", "2021-07-01", "2021-08-01", null, null, null, null];
    const many = byLetter(openFirst(dueDays.flatMap((day, at) => letter(at, 8, day))));
    expect([...openAtFirst(many, "2021-06-02")]).toEqual(["letter 0", "letter 1"]);
    const calm = byLetter(openFirst([letter(1, 8, "2021-08-01"), letter(2, 8, null)].flat()));
    expect([...openAtFirst(calm, "2021-06-02")]).toEqual(["letter 1"]);
    const few = byLetter(openFirst([letter(1, 5, "2021-08-01"), letter(2, 5, null)].flat()));
    expect(openAtFirst(few, "2021-06-02").size).toBe(2);
  });
});
