// Rows of the step "offices".
import { byProvince, type SeedStep } from "../step.ts";

export const offices: SeedStep = {
  name: "offices",
  tables: [],
  rows: () => 0,
  parts: byProvince,
  *write() {},
};
