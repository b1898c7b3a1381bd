// Answers that many ask for at once and that take long to add up are made once and given again for two seconds, in this
// process only. Who may see one is asked for each request before this is.

/** How long an answer is given again, counted from when its making began: it says what was true then or later. */
export const RECENT_MS = 2_000;
const MOST_KEPT = 200;

interface Kept {
  /** When its making began. */
  readonly at: number;
  /** What was read shows everything before this; later than `at` never. */
  readonly asOf: number;
  readonly value: Promise<unknown>;
}

export interface Wanted {
  /** When this browser last wrote, ms since 1970: the answer must have been begun after that. */
  readonly notBefore: number;
  /** What would be read now shows everything before this instant, ms since 1970. */
  readonly asOf: number;
  /** Is it long in the making? Asked where nothing is known of the key; what is not is made for each who asks. */
  readonly worth: () => Promise<boolean>;
}

export class RecentAnswers {
  readonly #now: () => number;
  /** Least recently used first. */
  readonly #kept = new Map<string, Kept>();

  /** @param now ms since 1970, the machine's and not a demo's: whoever travels in time is to see what they have done */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** `asOf`: what was read for the value shows everything before it. A failure is given to who waits and is not kept. */
  async get<T>(key: string, wanted: Wanted, make: () => Promise<T>): Promise<{ value: T; asOf: number }> {
    if (!this.#kept.has(key) && !(await wanted.worth())) return { value: await make(), asOf: wanted.asOf };
    const now = this.#now();
    const found = this.#kept.get(key);
    if (
      found !== undefined &&
      found.at <= now &&
      now - found.at < RECENT_MS &&
      Math.min(found.at, found.asOf) >= wanted.notBefore
    ) {
      this.#keep(key, found);
      return { value: (await found.value) as T, asOf: found.asOf };
    }
    const made: Kept = { at: now, asOf: Math.min(now, wanted.asOf), value: make() };
    this.#keep(key, made);
    try {
      return { value: (await made.value) as T, asOf: wanted.asOf };
    } catch (error) {
      if (this.#kept.get(key) === made) this.#kept.delete(key);
      throw error;
    }
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}
