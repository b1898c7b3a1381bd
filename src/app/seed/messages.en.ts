// What the seed says, in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "seed.step.tree": "the tree before and after the re-organisation",
  "seed.step.offices": "accounts and terms",
  "seed.step.decisions": "decisions of re-organisation",
  "seed.step.people": "people, where they belong, how to reach them",
};
