// A refusal that is not said in words is a refusal nobody can act on.
import { describe, expect, it } from "vitest";
import { ROUTES } from "../src/app/capabilities.ts";
import { translate } from "../src/app/messages.ts";
import { COMMON_PROBLEMS } from "../src/platform/contract/problem.ts";

const declared = [
  ...Object.keys(COMMON_PROBLEMS),
  ...new Set(ROUTES.flatMap(({ contract }) => contract.problems ?? [])),
];

describe("every problem an endpoint declares", () => {
  it.each(["vi", "en"] as const)("has a sentence that says what to do next (%s)", (language) => {
    const t = translate[language];
    const unsaid = declared.filter((code) => {
      try {
        return t(`problem.${code}`) === `problem.${code}`;
      } catch {
        return false; // it is there, and wants the values a real refusal brings
      }
    });
    expect(unsaid).toEqual([]);
  });
});
