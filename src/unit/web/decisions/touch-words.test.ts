// What a refusal to undo names, taken apart again.
import { expect, it } from "vitest";
import { blockingOf } from "./touch-words.ts";

it("takes apart what stands in the way of undoing", () => {
  expect(blockingOf("account.grants-since:3")).toEqual({
    capability: "account",
    what: "grants-since",
    count: 3,
  });
});

it("answers nothing for words of another form", () => {
  for (const detail of ["", "account", "account.grants", { any: "thing" }, null, 7])
    expect(blockingOf(detail)).toBeUndefined();
});
