// Việc cần làm on paper: what a unit owes, letter by letter, for those without a phone.
import { printPdf } from "../../../document/service/printing/print.ts";
import type { Ctx } from "../../../platform/contract/context.ts";
import type { FileAnswer } from "../../../platform/contract/contract.ts";
import { letterheadOf } from "../../../unit/service.ts";
import { inOrder, taskState } from "../../rules/states.ts";
import { listTaskRows } from "../../store/tasks.ts";
import { linksOf } from "../letters/links.ts";

/** What one sheet takes (see printing/task-sheet.ts): the most urgent come first, so that nothing urgent is cut off. */
const MOST_TASKS = 500;
const MOST_LETTERS = 100;
const LONGEST_SENTENCE = 3000;

export async function printTaskSheet(ctx: Ctx, unitId: string): Promise<FileAnswer> {
  await ctx.allow({ unit: unitId });
  const { db, today } = ctx;
  const head = await letterheadOf(db, unitId, today);
  const owed = (await listTaskRows(db, unitId, false))
    .map((task) => ({ ...task, state: taskState(task, today) }))
    .filter(({ state }) => state === "open" || state === "late")
    .sort(inOrder)
    .slice(0, MOST_TASKS);
  const letterIds = [...new Set(owed.map(({ directiveId }) => directiveId))].slice(0, MOST_LETTERS);
  const links = await linksOf(db, letterIds, today);
  const letters = letterIds.map((letterId) => {
    const tasks = owed.filter(({ directiveId }) => directiveId === letterId);
    const link = links.get(letterId);
    return {
      title: link?.title ?? tasks[0]?.letterTitle ?? "",
      number: [link?.number, link?.notation].filter(Boolean).join("/"),
      ...(link?.issuedOn && { issuedOn: link.issuedOn }),
      // In the order of the letter, so that whoever has it can follow.
      tasks: tasks
        .sort((a, b) => a.ordinal - b.ordinal)
        .map(({ ordinal, sentence, dueOn, state, note }) => ({
          ordinal,
          sentence: cut(sentence),
          ...(dueOn !== null && { dueOn }),
          state: state === "late" ? ("late" as const) : ("open" as const),
          note,
        })),
    };
  });
  const sheet = {
    unitName: head.name,
    ...(head.superiorName !== null && { superiorName: head.superiorName }),
    letters,
    printedOn: today,
    sample: ctx.demo,
  };
  return {
    fileName: `viec-can-lam-${today}.pdf`,
    mediaType: "application/pdf",
    content: await printPdf("task-sheet", sheet, { language: ctx.locale }),
  };
}

const cut = (text: string): string =>
  text.length <= LONGEST_SENTENCE ? text : `${text.slice(0, LONGEST_SENTENCE - 1)}…`;
