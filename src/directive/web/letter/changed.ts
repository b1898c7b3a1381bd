// What an act on a letter makes old: every screen that shows it asks again.
import { letterCascade, letterLevels, letterPace, listLate } from "../../contract/chasing.ts";
import { compareLetter, listReissues, suggestLetter } from "../../contract/family.ts";
import { getDirective, listDirectives, listReceipts, listTasks } from "../../contract.ts";

export const CHANGED = [
  getDirective,
  listDirectives,
  listReceipts,
  listTasks,
  listReissues,
  compareLetter,
  suggestLetter,
  letterCascade,
  letterLevels,
  letterPace,
  listLate,
];
