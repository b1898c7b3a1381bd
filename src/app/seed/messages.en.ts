// What the seed says, in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "seed.step.tree": "the tree before and after the re-organisation",
  "seed.step.offices": "accounts and terms",
  "seed.step.decisions": "decisions of re-organisation",
  "seed.step.people": "people, where they belong, how to reach them",
  "seed.step.anew": "indexes and constraints made anew, every row checked",
  "seed.step.analyze": "statistics for the database",
  "seed.step.checks": "compared with the program's laws",
  "seed.not-empty":
    "The database holds other data. This command takes an empty database only: set GIOTHONG_DATA (a new folder) or DATABASE_URL (a new database).",
  "seed.other-begun":
    "Another synthetic country is in this database: --size {size} --seed {seed} --today {today}. Run exactly that command to go on, or take an empty database.",
  "seed.law-broken":
    "The synthetic data break the law “{law}”: {wrong} rows. This is a fault of the program.",
};
