// Rows of the step "decisions".
import { byProvince, type SeedStep } from "../step.ts";

export const decisions: SeedStep = {
  name: "decisions",
  tables: [],
  rows: () => 0,
  parts: byProvince,
  *write() {},
};
