// Commands on their way: stored first, then sent, in order, each until the server has answered for good. The server's
// ledger makes a repeated send harmless; here it is made certain that a confirmed command is never lost nor another's.
import type { CommandStore, KeptCommand, Refusal } from "./command.ts";

/** How one attempt ended. `lost`: nothing came back. `failed`: the server could not just now. */
export type Attempt =
  | { readonly end: "sent" }
  | { readonly end: "lost" }
  | { readonly end: "failed" }
  | { readonly end: "signed-out" }
  | { readonly end: "refused"; readonly refusal: Refusal };

/** What became of a command so far. */
export type Outcome =
  | { readonly state: "sent" }
  | { readonly state: "kept" }
  | { readonly state: "refused"; readonly refusal: Refusal };

export interface OutboxPorts {
  readonly account: string;
  readonly store: CommandStore;
  readonly send: (command: KeptCommand) => Promise<Attempt>;
  /** Who is signed in as the server says, past every cache: an account, `nobody`, or `unreached`. */
  readonly who: () => Promise<string>;
  /** Runs `work` while no other tab does. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** false: the device knows that it has no network, so nothing is tried. */
  readonly mayTry: () => boolean;
  /** Resolves after `ms`. */
  readonly pause: (ms: number) => Promise<void>;
  /** Tells other tabs that what is kept has changed. */
  readonly changed: () => void;
}

export const NOBODY = "nobody";
export const UNREACHED = "unreached";

/** What screens show. The same object until something changes. */
export interface OutboxView {
  readonly waiting: readonly KeptCommand[];
  readonly refused: readonly KeptCommand[];
  readonly sending: boolean;
  /** Sending waits for the person: signed out, or somebody else is signed in. */
  readonly paused: "signed-out" | "other-account" | undefined;
  /** How many were sent since the page was opened. */
  readonly sent: number;
}

export interface Outbox {
  readonly view: () => OutboxView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads again what is kept: on start, and when another tab has changed it. */
  readonly refresh: () => Promise<void>;
  /** Stores, then sends; answers once it is known, or after a few seconds that it is kept. */
  readonly sendOrKeep: (command: KeptCommand) => Promise<Outcome>;
  /** Sends what waits. Resolves when everything that waited at the call has been tried. */
  readonly drain: () => Promise<void>;
  /** Takes a command out, to discard it or to mend it; undefined when it is gone already. */
  readonly takeBack: (key: string) => Promise<KeptCommand | undefined>;
  /** Sends a refused command once more, as it is. */
  readonly again: (key: string) => Promise<void>;
  /** Sends nothing from now on: the person has left. */
  readonly stop: () => void;
}

/** How long a button waits for the answer before it says that the command is kept. */
const BUTTON_WAITS_MS = 8_000;

export function makeOutbox(ports: OutboxPorts): Outbox {
  const listeners = new Set<() => void>();
  let view: OutboxView = { waiting: [], refused: [], sending: false, paused: undefined, sent: 0 };
  let stopped = false;
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;

  const show = (change: Partial<OutboxView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const refresh = async (): Promise<void> => {
    if (stopped) return;
    const all = await ports.store.all();
    show({ waiting: all.filter(isWaiting), refused: all.filter((command) => !isWaiting(command)) });
  };
  const changed = async (): Promise<void> => {
    ports.changed();
    await refresh();
  };

  /** Whether sending may go on with other commands. */
  async function settle(command: KeptCommand, attempt: Attempt): Promise<"on" | "lane" | "stop"> {
    switch (attempt.end) {
      case "sent":
        await ports.store.remove(command.key);
        show({ sent: view.sent + 1 });
        await changed();
        return "on";
      case "refused":
        await ports.store.put({ ...command, refused: attempt.refusal });
        await changed();
        return "on";
      case "failed":
        return "lane";
      case "signed-out":
        show({ paused: "signed-out" });
        return "stop";
      case "lost":
        return "stop";
    }
  }

  async function sendAll(): Promise<void> {
    if (stopped || !(await ports.store.all()).some(isWaiting)) return;
    show({ sending: true });
    const who = await ports.who();
    if (who === UNREACHED) return;
    if (who !== ports.account) {
      show({ paused: who === NOBODY ? "signed-out" : "other-account" });
      return;
    }
    show({ paused: undefined });
    const held = new Set<string>();
    for (;;) {
      const all = await ports.store.all();
      const next = all.find((command) => isWaiting(command) && !held.has(command.lane));
      if (next === undefined || stopped) return;
      const go = await settle(next, await ports.send(next));
      if (go === "stop") return;
      if (go === "lane") held.add(next.lane);
    }
  }

  async function run(): Promise<void> {
    try {
      if (!stopped && ports.mayTry()) await ports.alone(sendAll);
    } finally {
      if (!stopped) {
        if (view.sending) show({ sending: false });
        await refresh();
      }
    }
  }

  function drain(): Promise<void> {
    if (running === undefined) {
      running = run().finally(() => {
        running = undefined;
      });
      return running;
    }
    // What was stored after the run began may have been overlooked by it: one more follows.
    following ??= running
      .catch(() => undefined)
      .then(() => {
        following = undefined;
        return drain();
      });
    return following;
  }

  const find = async (key: string): Promise<KeptCommand | undefined> =>
    (await ports.store.all()).find((command) => command.key === key);

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    drain,
    async sendOrKeep(command) {
      try {
        await ports.store.put(command);
      } catch {
        return withoutStore(ports, command);
      }
      await changed();
      await Promise.race([drain().catch(() => undefined), ports.pause(BUTTON_WAITS_MS)]);
      const now = await find(command.key);
      if (now === undefined) return { state: "sent" };
      if (now.refused === undefined) return { state: "kept" };
      return { state: "refused", refusal: now.refused };
    },
    async takeBack(key) {
      const command = await find(key);
      if (command === undefined) return undefined;
      await ports.store.remove(key);
      await changed();
      return command;
    },
    async again(key) {
      const command = await find(key);
      if (command === undefined) return;
      const { refused: _, ...waiting } = command;
      await ports.store.put(waiting);
      await changed();
      await drain();
    },
    stop() {
      stopped = true;
      show({ waiting: [], refused: [], sending: false, paused: undefined });
    },
  };
}

const isWaiting = (command: KeptCommand): boolean => command.refused === undefined;

/** A device that is full or keeps nothing: the command goes at once or not at all, and the form keeps its words. */
async function withoutStore(ports: OutboxPorts, command: KeptCommand): Promise<Outcome> {
  const attempt = await ports.send(command);
  if (attempt.end === "sent") return { state: "sent" };
  if (attempt.end === "refused") return { state: "refused", refusal: attempt.refusal };
  const signedOut = attempt.end === "signed-out";
  return {
    state: "refused",
    refusal: {
      code: signedOut ? "not-signed-in" : "no-network",
      status: signedOut ? 401 : 0,
      title: undefined,
    },
  };
}
