// Several processes may answer behind one port: what each must ask the others, so that together they count as one.
import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from "@fastify/rate-limit";

/** How often a key was seen in its window of time, this time included, and how long the window still lasts. */
export interface Hits {
  readonly current: number;
  readonly leftMs: number;
}

/** Counts one more; `key` names a door and who knocks. */
export type CountHit = (key: string, windowMs: number) => Promise<Hits>;

/** What one process knows of those beside it. */
export interface Siblings {
  /** This one's number, 1 for the first; whoever takes a place over takes its number too. */
  readonly number: number;
  readonly countHit: CountHit;
  /** The figures of all as Prometheus reads them; undefined when nobody can be asked. */
  metricsOfAll(): Promise<string | undefined>;
  /** Says how the others are told this one's figures. */
  tellMetrics(own: () => Promise<unknown>): void;
}

interface Window {
  current: number;
  readonly until: number;
}

/** Keys at a time; an address that is pushed out by so many others begins anew. */
const MOST_KEYS = 50_000;

/** Fixed windows in memory: one for the machine, whoever asks. */
export class HitCounter {
  readonly #windows = new Map<string, Window>();

  /** `now` in milliseconds of any one clock that does not go back. */
  hit(key: string, windowMs: number, now: number = performance.now()): Hits {
    const known = this.#windows.get(key);
    if (known !== undefined && known.until > now) {
      known.current++;
      return { current: known.current, leftMs: known.until - now };
    }
    // To the end of the line: the first of the map is the one begun longest ago.
    this.#windows.delete(key);
    this.#windows.set(key, { current: 1, until: now + windowMs });
    if (this.#windows.size > MOST_KEYS) {
      for (const oldest of this.#windows.keys()) {
        this.#windows.delete(oldest);
        break;
      }
    }
    return { current: 1, leftMs: windowMs };
  }
}

type Answer = Parameters<FastifyRateLimitStore["incr"]>[1];

/** A store of @fastify/rate-limit that counts by `countHit`: each door with a limit of its own apart, the rest together. */
export function limitStore(countHit: CountHit): FastifyRateLimitStoreCtor {
  class Door implements FastifyRateLimitStore {
    readonly #name: string;

    constructor(name: string) {
      this.#name = name;
    }

    incr(address: string, answer: Answer, windowMs: number): void {
      // An error would lock everybody out; whoever counts answers in any case.
      countHit(`${this.#name} ${address}`, windowMs).then(
        ({ current, leftMs }) => answer(null, { current, ttl: leftMs }),
        () => answer(null, { current: 1, ttl: windowMs }),
      );
    }

    child(options: object): Door {
      // What the plugin hands over and its types leave out.
      const { routeInfo } = options as { routeInfo?: { method: unknown; url: string } };
      return new Door(`${routeInfo?.method} ${routeInfo?.url}`);
    }
  }
  return class extends Door {
    constructor() {
      super("*");
    }
  };
}
