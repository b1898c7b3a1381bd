// The life of a letter and of a unit's answer to it, as tables that the server and the buttons both read. Pure.
import type { LetterState } from "../schema/family.ts";
import type { ReceiptState, TaskState } from "../schema.ts";

/**
 * A letter at the unit that sends it: operation → the state it leads to. Amending, replacing, urging and re-issuing
 * begin with a suggestion and end in another letter of their own.
 */
export const TRANSITIONS = {
  draft: { "directive.draft": "draft", "directive.issue": "issued", "directive.attach": "draft" },
  issued: { "directive.suggest": "issued", "directive.recall": "recalled", "directive.attach": "issued" },
  amended: { "directive.attach": "amended" },
  replaced: { "directive.attach": "replaced" },
  recalled: {},
} as const satisfies Record<LetterState, Record<string, LetterState>>;

/** A letter at a unit it reached; `suggest` begins its own letter that carries it further. Passing it on shows that it came: it confirms receipt like spreading it does. */
export const RECEIPT_TRANSITIONS = {
  "not-received": {
    "directive.receive": "received",
    "directive.disseminate": "disseminated",
    "directive.pass-on": "received",
    "directive.suggest": "not-received",
  },
  received: {
    "directive.disseminate": "disseminated",
    "directive.pass-on": "received",
    "directive.suggest": "received",
  },
  disseminated: {
    "directive.disseminate": "disseminated",
    "directive.pass-on": "disseminated",
    "directive.suggest": "disseminated",
  },
} as const satisfies Record<ReceiptState, Record<string, ReceiptState>>;

/** An amended letter is confirmed again, also by a unit that need not spread it again. */
export const receiptState = (steps: {
  readonly receivedAt: string | null;
  readonly disseminatedAt: string | null;
}): ReceiptState => {
  if (steps.receivedAt === null) return "not-received";
  return steps.disseminatedAt === null ? "received" : "disseminated";
};

/** A duty is late from the day after it was due. */
export function taskState(
  task: {
    readonly settledAt: string | null;
    readonly dueOn: string | null;
    readonly withdrawnAt?: string | null;
  },
  today: string,
): TaskState {
  if (task.settledAt !== null) return "settled";
  if (task.withdrawnAt) return "withdrawn";
  return task.dueOn !== null && task.dueOn < today ? "late" : "open";
}

interface Ordered {
  readonly state: TaskState;
  readonly dueOn: string | null;
  readonly settledAt: string | null;
  readonly directiveId: string;
  readonly ordinal: number;
}
const RANK = { late: 0, open: 1, settled: 2, withdrawn: 3 } as const satisfies Record<TaskState, number>;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Late first, then open by due day (none last), settled last and the latest of them first. */
export function inOrder(a: Ordered, b: Ordered): number {
  if (a.state !== b.state) return RANK[a.state] - RANK[b.state];
  const byDay =
    a.state === "settled"
      ? compare(b.settledAt ?? "", a.settledAt ?? "")
      : compare(a.dueOn ?? "9999", b.dueOn ?? "9999");
  return byDay || compare(a.directiveId, b.directiveId) || a.ordinal - b.ordinal;
}
