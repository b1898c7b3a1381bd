// What may be read from a standby some seconds behind is named here once more: adding to it is a decision, not a slip.
import { describe, expect, it } from "vitest";
import { ROUTES } from "./capabilities.ts";
import { POLICY } from "./policy.ts";

describe("what is read from a standby", () => {
  const recent = ROUTES.map(({ contract }) => contract).filter(({ reads }) => reads === "recent");

  it("are overviews of many people's work, and nothing somebody acts on", () => {
    expect(recent.map(({ id }) => id).sort()).toEqual([
      "dashboard.export",
      "dashboard.groupings",
      "dashboard.league",
      "dashboard.overview",
      "directive.cascade",
      "directive.levels",
      "directive.pace",
      "drive.calendar",
      "report.completeness",
      "report.completeness-export",
      "target.funnel",
    ]);
  });

  it("are reads, and asked by who is signed in", () => {
    for (const { id, method } of recent) {
      expect([id, method]).toEqual([id, "GET"]);
      expect([id, Array.isArray(POLICY[id])]).toEqual([id, true]);
    }
  });
});
