// A letter reaching units: their rows are written with the day to confirm by, and each owes the letter's duties.
import type { WriteCtx } from "../../platform/contract/context.ts";
import { dayIn } from "../../platform/pure/calendar.ts";
import { dutiesFor, dutiesOf } from "../rules/duties.ts";
import { addWorkingDays } from "../rules/working-days.ts";
import { type DirectiveFacts, listInstructions } from "../store/letters.ts";
import type { Reached, Reaching } from "../store/recipients.ts";
import { askDuties } from "../store/tasks.ts";

/** What the rows have in common that a letter gets now. */
export const reachingNow = (now: string, letter: DirectiveFacts): Reaching => {
  const day = dayIn(now);
  return {
    directiveId: letter.id,
    rootId: letter.rootId,
    now,
    day,
    receiveBy: addWorkingDays(day, letter.receiveDays),
  };
};

/**
 * Writes the tasks of units that `letter` (issued at `issuedAt`) just reached; answers how many. A letter that urges
 * owes none: what it asks is owed already, by the letter it urges an answer to.
 */
export async function oweDuties(
  ctx: Pick<WriteCtx, "tx" | "now" | "newId">,
  letter: DirectiveFacts,
  issuedAt: string,
  reached: readonly Reached[],
  { urging, by }: { readonly urging: boolean; readonly by: string | null },
): Promise<number> {
  if (urging) return 0;
  const duties = dutiesOf(await listInstructions(ctx.tx, letter.id));
  const tasks = reached.flatMap(({ unitId, kind }) =>
    dutiesFor(kind, duties).map(({ duty, ordinal }) => ({ id: ctx.newId(), unitId, ordinal, duty })),
  );
  if (tasks.length === 0) return 0;
  const asking = {
    directiveId: letter.id,
    rootId: letter.rootId,
    issuedAt,
    now: ctx.now,
    by,
    spreadAgain: (letter.relation === "amend" || letter.relation === "replace") && letter.spreadAgain,
  };
  return askDuties(ctx.tx, asking, tasks);
}
