// Keeps so many workers answering: begins them, replaces one that dies, replaces all one by one while they answer,
// ends them. Knows how processes live and die, and nothing of what they do.
import cluster, { type Worker } from "node:cluster";
import { setTimeout as sleep } from "node:timers/promises";
import { releaseAtDeath } from "./handed-over.ts";
import { IDLE_AT_STOP_MS, MOST_ENDING_MS } from "./house.ts";
import { type ToPrimary, type ToWorker, tell } from "./wire.ts";

/** Structure changes of a new version run before its first worker is ready. */
const MOST_BEGINNING_MS = 15 * 60_000;
/** After the bound a worker has itself. */
const ENDING_GRACE_MS = 3_000;
/** Who lived shorter than this, or never was ready, died at once. */
const SHORT_LIFE_MS = 10_000;
const MOST_SHORT_LIVES = 5;
const FIRST_PAUSE_MS = 250;
/** How long idle connections of a worker that is being replaced may bring one more request. */
const IDLE_AT_CHANGE_MS = 2_000;

export interface Member {
  readonly number: number;
  readonly worker: Worker;
  /** When it was ready, or was begun. */
  since: number;
  state: "beginning" | "ready" | "ending" | "gone";
}

export interface CrewOptions {
  readonly size: number;
  /** What a new worker of this number is told first. */
  readonly begin: (number: number) => ToWorker;
  /** Messages that are not about life and death. */
  readonly hear: (member: Member, message: ToPrimary) => void;
  /** A worker that answered has died; `how` is a signal or an exit code. */
  readonly onDeath: (number: number, how: string) => void;
  /** Workers die at once, again and again: there is no point in going on. */
  readonly onHopeless: () => void;
}

export class Crew {
  readonly #options: CrewOptions;
  /** By number: who answers, or is about to for the first time. */
  readonly #members = new Map<number, Member>();
  #stopping = false;
  #shortLives = 0;
  #changing: Promise<string | undefined> | undefined;

  constructor(options: CrewOptions) {
    this.#options = options;
  }

  get ready(): number {
    return [...this.#members.values()].filter(({ state }) => state === "ready").length;
  }

  members(): readonly Member[] {
    return [...this.#members.values()];
  }

  /** Begins all; answers the port when all answer. Throws what the first that failed said. */
  async start(): Promise<number> {
    const numbers = Array.from({ length: this.#options.size }, (_, index) => index + 1);
    const begun = numbers.map((number) => {
      const { member, ready } = this.#fork(number);
      this.#members.set(number, member);
      return ready;
    });
    const [port] = await Promise.all(begun);
    for (const member of this.#members.values()) this.#guard(member);
    return port ?? 0;
  }

  /**
   * Puts a new worker in the place of each, one after the other: the new one answers before the old one stops. When one
   * does not come up the others stay as they are, and the answer is what it said. Asked meanwhile, it begins again after.
   */
  change(): Promise<string | undefined> {
    const before = this.#changing ?? Promise.resolve(undefined);
    const round = before.then(() => this.#changeAll());
    this.#changing = round;
    return round;
  }

  async #changeAll(): Promise<string | undefined> {
    for (let number = 1; number <= this.#options.size; number++) {
      if (this.#stopping) return undefined;
      const { member, ready } = this.#fork(number);
      try {
        await ready;
      } catch (error) {
        return (error as Error).message;
      }
      const old = this.#members.get(number);
      this.#members.set(number, member);
      this.#guard(member);
      if (old === undefined) continue;
      old.state = "ending";
      await endWorker(old.worker, IDLE_AT_CHANGE_MS);
    }
    return undefined;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const all = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(all.map((worker) => endWorker(worker, IDLE_AT_STOP_MS)));
  }

  #fork(number: number): { member: Member; ready: Promise<number> } {
    const worker = cluster.fork();
    releaseAtDeath(worker);
    const member: Member = { number, worker, since: performance.now(), state: "beginning" };
    let line: string | undefined;
    const ready = new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => worker.process.kill("SIGKILL"), MOST_BEGINNING_MS);
      late.unref();
      worker.on("message", (message: ToPrimary) => {
        if (message.kind === "here") {
          tell(worker, this.#stopping ? { kind: "end", idleMs: 0 } : this.#options.begin(number));
        }
        if (message.kind === "ready") {
          clearTimeout(late);
          member.state = "ready";
          member.since = performance.now();
          // Who stays ends the row of those who did not.
          setTimeout(() => {
            if (member.state === "ready") this.#shortLives = 0;
          }, SHORT_LIFE_MS).unref();
          resolve(message.port);
        } else if (message.kind === "failed") line = message.line;
        else this.#options.hear(member, message);
      });
      worker.once("exit", (code, signal) => {
        clearTimeout(late);
        reject(new Error(line ?? signal ?? String(code)));
      });
    });
    // Told by whoever waits for it; a worker that is ended while it begins is nobody's surprise.
    ready.catch(() => undefined);
    worker.on("error", () => undefined); // a message that found nobody
    return { member, ready };
  }

  /** Replaces a member that ends without being told to. */
  #guard(member: Member): void {
    const gone = (how: string): void => {
      if (this.#stopping || member.state === "ending") return;
      const short = member.state !== "ready" || performance.now() - member.since < SHORT_LIFE_MS;
      member.state = "gone";
      if (this.#members.get(member.number) !== member) return;
      this.#options.onDeath(member.number, how);
      void this.#replace(member, short);
    };
    if (member.worker.isDead()) gone("?");
    else member.worker.once("exit", (code, signal) => gone(signal ?? String(code)));
  }

  async #replace(dead: Member, short: boolean): Promise<void> {
    if (short) this.#shortLives++;
    if (this.#shortLives >= MOST_SHORT_LIVES) return this.#options.onHopeless();
    if (this.#shortLives > 1) await sleep(FIRST_PAUSE_MS * 2 ** this.#shortLives);
    // A change of all may have filled the place meanwhile.
    if (this.#stopping || this.#members.get(dead.number) !== dead) return;
    const { member } = this.#fork(dead.number);
    this.#members.set(dead.number, member);
    this.#guard(member);
  }
}

async function endWorker(worker: Worker, idleMs: number): Promise<void> {
  if (worker.isDead()) return;
  const gone = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const cut = setTimeout(() => worker.process.kill("SIGKILL"), MOST_ENDING_MS + ENDING_GRACE_MS);
  tell(worker, { kind: "end", idleMs });
  await gone;
  clearTimeout(cut);
}
