// Rows of the step "tree".
import { byProvince, type SeedStep } from "../step.ts";

export const tree: SeedStep = {
  name: "tree",
  tables: [],
  rows: () => 0,
  parts: byProvince,
  *write() {},
};
