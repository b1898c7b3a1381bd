// Rows of the step "people".
import { byProvince, type SeedStep } from "../step.ts";

export const people: SeedStep = {
  name: "people",
  tables: [],
  rows: () => 0,
  parts: byProvince,
  *write() {},
};
