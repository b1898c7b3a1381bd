import { describe, expect, it } from "vitest";
import type { TaskView } from "../schema.ts";
import { byLetter, openFirst, settledLast } from "./task-order.ts";

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
});
