// What a phone keeps of a command that was confirmed and perhaps not yet sent.

/** Where a refused command is mended: the screen, and what goes back into its form. */
export interface Mend {
  /** Address of the screen, e.g. `/u/…/viec`. */
  readonly to: string;
  /** Put back under this key of `useDraft` before the screen opens. */
  readonly draft?: { readonly key: string; readonly value: unknown };
}

/** Why the server said no for good: its sentence in the language of the moment. */
export interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly title: string | undefined;
}

/** One command, complete: it is sent again after an update of the page without knowing its contract. */
export interface KeptCommand {
  /** The Idempotency-Key, a UUIDv7: names the command, keeps its order, never changes over attempts. */
  readonly key: string;
  /** The contract's id, e.g. `directive.settle-task`. */
  readonly operation: string;
  readonly method: "POST" | "PUT" | "DELETE";
  /** Path and query, e.g. `/api/units/…/tasks/…/settle`. */
  readonly address: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** JSON, or a file (`FileBody`) where `accepts` says so. */
  readonly body: unknown;
  readonly accepts?: "file";
  /** Commands of one lane (a unit) go in order; another lane's trouble does not hold them up. */
  readonly lane: string;
  /** What it does, in words for the list of what waits. */
  readonly words: string;
  readonly mend?: Mend;
  /** ISO instant of this device at which it was confirmed. */
  readonly at: string;
  readonly refused?: Refusal;
}

/** Where commands are kept. `put` resolves once the command would outlive a dead battery. */
export interface CommandStore {
  /** In the order they were confirmed. */
  all(): Promise<readonly KeptCommand[]>;
  put(command: KeptCommand): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What somebody is writing, under the key of its form. */
export interface KeptDraft {
  readonly key: string;
  readonly value: unknown;
  readonly at: string;
}

export interface DraftStore {
  all(): Promise<readonly KeptDraft[]>;
  put(draft: KeptDraft): Promise<void>;
  remove(key: string): Promise<void>;
}
