import { describe, expect, it } from "vitest";
import type { CampaignView } from "../schema.ts";
import { currentOf, phaseOf } from "./running.ts";

const campaign = (name: string, from: string, until: string): CampaignView => ({
  id: name,
  unitId: "u",
  unitName: "",
  programme: "",
  edition: null,
  name,
  year: 2021,
  from,
  until,
  unitRule: "bag",
});
const edition = campaign("Giọt hồng Sông Đà IV", "2021-01-18", "2021-12-31");

describe("a campaign", () => {
  it.each([
    ["2021-01-17", "before"],
    ["2021-01-18", "running"],
    ["2021-12-31", "running"],
    ["2022-01-01", "after"],
  ] as const)("runs on its first and on its last day: %s is %s", (today, phase) => {
    expect(phaseOf(edition, today)).toBe(phase);
  });

  it("that begins next is shown while none runs", () => {
    const later = campaign("later", "2021-09-01", "2021-09-30");
    const next = campaign("next", "2021-07-01", "2021-07-31");
    expect(currentOf([later, next], "2021-06-02").map(({ name }) => name)).toEqual(["next"]);
    expect(currentOf([later, edition], "2021-06-02").map(({ name }) => name)).toEqual([edition.name]);
    expect(currentOf([edition], "2022-06-02")).toEqual([]);
  });
});
