// From a letter to duties, and from duties to what was done.
import { z } from "zod";
import { Letter } from "../document/schema.ts";
import { endpoint } from "../platform/contract/contract.ts";
import { day, done, id, page, pageQuery } from "../platform/contract/shapes.ts";
import { ReminderView } from "./schema/chasing.ts";
import {
  DirectiveDraft,
  DirectiveRow,
  DirectiveView,
  DisseminationEntry,
  FollowUp,
  ReceiptRow,
  ReceiveEntry,
  ResolvedAddressee,
  SettleEntry,
  TaskView,
  Unconfirmed,
} from "./schema.ts";

const atUnit = z.object({ unitId: id });
const ofUnit = z.object({ unitId: id, directiveId: id });

export const resolveAddressees = endpoint({
  id: "directive.resolve-addressees",
  method: "POST",
  path: "/api/units/:unitId/addressees",
  summary:
    "Which units each addressee of a letter stands for, in the tree of the letter's day. Writes nothing.",
  params: atUnit,
  body: z.object({ addressees: Letter.shape.addressees, asOf: day }),
  output: z.object({ asOf: day, addressees: z.array(ResolvedAddressee) }),
  repeat: "natural",
});

export const draftDirective = endpoint({
  id: "directive.draft",
  method: "POST",
  path: "/api/units/:unitId/directives",
  summary: "Confirm a letter: document, campaign, directive in draft, its recipients and instructions.",
  params: atUnit,
  body: DirectiveDraft,
  output: done,
  problems: [
    "recipient-outside-subtree",
    "no-recipients",
    "not-a-draft",
    "campaign-not-led",
    "parent-not-held",
    "letter-not-held",
    "already-changed",
    "still-going-out",
  ],
});

export const issueDirective = endpoint({
  id: "directive.issue",
  method: "POST",
  path: "/api/units/:unitId/directives/:directiveId/issue",
  summary:
    "Issue: numbered in the unit's series unless it bears a number, its list frozen, every recipient owes its duties. A list of more than 2,000 goes out in parts after the answer.",
  params: ofUnit,
  output: done,
  problems: [
    "not-a-draft",
    "number-taken",
    "already-changed",
    "still-going-out",
    "parent-not-held",
    "letter-not-held",
  ],
});

export const listDirectives = endpoint({
  id: "directive.list",
  method: "GET",
  path: "/api/units/:unitId/directives",
  summary: "Letters a unit sent or was reached by, newest first.",
  params: atUnit,
  query: pageQuery,
  output: page(DirectiveRow),
});

export const getDirective = endpoint({
  id: "directive.get",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId",
  summary: "A letter as a unit sees it: its text, duties, own receipt, and how far it got below.",
  params: ofUnit,
  output: DirectiveView,
});

export const receiveDirective = endpoint({
  id: "directive.receive",
  method: "POST",
  path: "/api/units/:unitId/directives/:directiveId/receive",
  summary: "Confirm receipt for a unit.",
  params: ofUnit,
  body: ReceiveEntry,
  output: done,
});

export const recordDissemination = endpoint({
  id: "directive.disseminate",
  method: "POST",
  path: "/api/units/:unitId/directives/:directiveId/disseminations",
  summary: "Record that a unit spread the letter: when, how, how many people. Confirms receipt too.",
  params: ofUnit,
  body: DisseminationEntry,
  output: done,
  problems: ["day-in-future"],
});

export const passOn = endpoint({
  id: "directive.pass-on",
  method: "POST",
  path: "/api/units/:unitId/directives/:directiveId/pass-on",
  summary:
    "Pass the letter to the units directly below; each then owes its tasks. Repeating reaches only new ones.",
  params: ofUnit,
  output: z.object({ id, reached: z.number().int() }),
  problems: ["parent-not-held"],
});

export const listReceipts = endpoint({
  id: "directive.receipts",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/receipts",
  summary: "Directly below a unit: who has received, spread, and who has not, with counts of each subtree.",
  params: ofUnit,
  query: pageQuery.extend({
    only: z.enum(["all", "not-received", "not-disseminated"]).default("all"),
    /** The tree of this day, and what had happened by its end. Absent, or still to come: today. */
    asOf: day.optional(),
  }),
  output: page(ReceiptRow),
});

export const listTasks = endpoint({
  id: "directive.tasks",
  method: "GET",
  path: "/api/units/:unitId/tasks",
  summary:
    "What a unit owes (Việc cần làm): letters to confirm, letters of its own to bring up to date, duties by due day.",
  params: atUnit,
  query: z.object({ settled: z.enum(["with", "without"]).default("with") }),
  output: z.object({
    items: z.array(TaskView),
    unconfirmed: z.array(Unconfirmed),
    followUps: z.array(FollowUp),
    /** The latest one not looked at yet. */
    reminder: ReminderView.nullable(),
  }),
});

export const settleTask = endpoint({
  id: "directive.settle-task",
  method: "POST",
  path: "/api/units/:unitId/tasks/:taskId/settle",
  summary: "Mark a duty as done by hand, with a note.",
  params: z.object({ unitId: id, taskId: id }),
  body: SettleEntry,
  output: done,
  problems: ["task-has-form"],
});

export const reopenTask = endpoint({
  id: "directive.reopen-task",
  method: "POST",
  path: "/api/units/:unitId/tasks/:taskId/reopen",
  summary: "Undo a duty marked as done.",
  params: z.object({ unitId: id, taskId: id }),
  output: done,
  problems: ["task-has-form"],
});

export const reminderText = endpoint({
  id: "directive.reminder-text",
  method: "GET",
  path: "/api/units/:unitId/directives/:directiveId/reminder-text",
  summary:
    "A reminder to paste into Zalo: names of units that have not received or reported, no personal data.",
  params: ofUnit,
  output: z.object({ text: z.string() }),
});
