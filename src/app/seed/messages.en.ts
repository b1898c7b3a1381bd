// What the seed says, in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "seed.step.tree": "the tree before and after the re-organisation",
  "seed.step.offices": "accounts and terms",
  "seed.step.decisions": "decisions of re-organisation",
  "seed.step.people": "people, where they belong, how to reach them",
  "seed.step.letters": "campaigns, letters and orders",
  "seed.step.targets": "targets at every level",
  "seed.step.drives": "drives, places, results, reports, duties",
  "seed.step.traces": "audit trail and links of invitation",
  "seed.step.anew": "indexes and constraints made anew, every row checked",
  "seed.step.analyze": "statistics for the database",
  "seed.step.checks": "compared with the program's laws",
  "seed.not-empty":
    "The database holds other data. This command takes an empty database only: set GIOTHONG_DATA (a new folder) or DATABASE_URL (a new database).",
  "seed.other-begun":
    "Another synthetic country is in this database: --size {size} --seed {seed} --today {today}. Run exactly that command to go on, or take an empty database.",
  "seed.law-broken":
    "The synthetic data break the law “{law}”: {wrong} rows. This is a fault of the program.",
  "seed.unfinished":
    "A synthetic country is half loaded in this database. Go on with: giothong seed --size {size} --seed {seed} --today {today}",
  "seed.bad-size": "--size must be one of: {sizes}.",
  "seed.bad-seed": "--seed must be a whole number from 0 to {most}.",
  "seed.bad-today": "--today must be a day like 2026-01-31, not after today.",
  "seed.progress": "{percent}% · {doing} · {rows} rows{left, select, none {} other { · about {left} left}}",
  "seed.done":
    "Done: {units} units, {people} people, {rows} rows, from {from} to {today}; {minutes} minutes, peak memory {megabytes} MB.",
  "seed.already": "This synthetic country is there already, as a whole; nothing was done.",
  "seed.sign-ins": "Accounts (SYNTHETIC DATA), one password for all, {password}:",
  "seed.next": "Open it with: giothong start --no-demo",
  "seed.stopped": "Stopped. Run the same command again to go on from there.",
};
