// The service worker's memory of answers: network first, and when that fails or dawdles, the last answer with the
// instant it was given. Held for one account at a time and erased as soon as another, or nobody, is signed in.
import { FROM_CACHE_AT } from "../reach.ts";

/** Caches of this kind are named by their account. */
export const READS = "giothong-reads-";
const KEPT_AT = "x-kept-at";
const CLOCK_SHIFT = "x-clock-shift";
const KEEP_MS = 14 * 24 * 3_600_000;
const KEEP_ANSWERS = 200;
const PATIENCE_MS = 3_000;
/** Right after the network failed nobody waits for it as long again. */
const LITTLE_PATIENCE_MS = 600;
const SPOILED_FOR_MS = 30_000;
/** What stands before the server says that it is gone. */
const AWAY = new Set([502, 503, 504]);

export interface ReadsPorts {
  readonly caches: CacheStorage;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Milliseconds of this device's clock. */
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** Path whose answer says who is signed in. */
  readonly sessionPath: string;
  /** Reads that answer: the account and the server's own time. */
  readonly sessionOf: (json: unknown) => { readonly account: string; readonly now: string };
}

export interface Reads {
  /** Answers one allowed GET. `later` keeps the worker alive for what is still under way. */
  readonly answer: (request: Request, later: (work: Promise<unknown>) => void) => Promise<Response>;
  readonly erase: () => Promise<void>;
}

export function makeReads(ports: ReadsPorts): Reads {
  const { caches } = ports;
  let lostAt = Number.NEGATIVE_INFINITY;

  const nameNow = async (): Promise<string | undefined> =>
    (await caches.keys()).find((name) => name.startsWith(READS));
  async function erase(): Promise<void> {
    for (const name of await caches.keys()) if (name.startsWith(READS)) await caches.delete(name);
  }

  async function forget(request: Request, name: string): Promise<void> {
    if (await caches.has(name)) await (await caches.open(name)).delete(request);
  }

  async function keep(request: Request, response: Response, name: string): Promise<void> {
    const copy = response.clone();
    const shift =
      pathOf(request) === ports.sessionPath ? await shiftOf(copy.clone()) : await shiftKept(request, name);
    const headers = new Headers(copy.headers);
    headers.set(CLOCK_SHIFT, String(shift));
    headers.set(KEPT_AT, String(ports.now()));
    headers.set(FROM_CACHE_AT, new Date(ports.now() + shift).toISOString());
    const body = await copy.arrayBuffer();
    // Whoever was signed in when this was asked may have left meanwhile; opening would make their cache anew.
    if ((await nameNow()) !== name) return;
    const cache = await caches.open(name);
    await cache.delete(request);
    await cache.put(request, new Response(body, { status: copy.status, headers }));
    const all = await cache.keys();
    for (const old of all.slice(0, Math.max(0, all.length - KEEP_ANSWERS))) await cache.delete(old);
  }
  const shiftOf = async (session: Response): Promise<number> =>
    Date.parse(ports.sessionOf(await session.json()).now) - ports.now();
  async function shiftKept(request: Request, name: string): Promise<number> {
    const session = await caches.match(new URL(ports.sessionPath, request.url).href, { cacheName: name });
    return Number(session?.headers.get(CLOCK_SHIFT) ?? 0);
  }

  /** Asks the server and keeps what may be kept. Throws when nothing comes back. */
  async function ask(request: Request, name: string | undefined): Promise<Response> {
    let response: Response;
    try {
      response = await ports.fetch(request);
    } catch (error) {
      lostAt = ports.now();
      throw error;
    }
    lostAt = AWAY.has(response.status) ? ports.now() : Number.NEGATIVE_INFINITY;
    if (response.status === 401) await erase();
    else if (response.status === 200) {
      const to = pathOf(request) === ports.sessionPath ? await nameFor(response.clone()) : name;
      // A full phone keeps nothing more; the answer itself is none the worse.
      if (to !== undefined) await keep(request, response, to).catch(() => undefined);
    } else if (response.status < 500 && name !== undefined) {
      // No longer theirs to see, or gone.
      await forget(request, name);
    }
    return response;
  }

  /** The cache of whom the session is; everybody else's goes. */
  async function nameFor(session: Response): Promise<string | undefined> {
    try {
      const name = READS + ports.sessionOf(await session.json()).account;
      if ((await nameNow()) !== name) {
        await erase();
        await caches.open(name);
      }
      return name;
    } catch {
      return undefined; // not the server's answer: a door page of somebody's network
    }
  }

  async function kept(request: Request, name: string | undefined): Promise<Response | undefined> {
    if (name === undefined) return undefined;
    const found = await caches.match(request, { cacheName: name });
    if (found === undefined) return undefined;
    if (ports.now() - Number(found.headers.get(KEPT_AT)) <= KEEP_MS) return found;
    await forget(request, name);
    return undefined;
  }

  return {
    erase,
    async answer(request, later) {
      const name = await nameNow();
      const network = ask(request, name);
      later(network.catch(() => undefined));
      const last = await kept(request, name);
      if (last === undefined) return network;
      const patience = ports.now() - lostAt < SPOILED_FOR_MS ? LITTLE_PATIENCE_MS : PATIENCE_MS;
      const first = await Promise.race([
        network.catch(() => undefined),
        ports.pause(patience).then(() => undefined),
      ]);
      if (first !== undefined && !AWAY.has(first.status)) return first;
      // Erased while we waited: the answer of somebody who has left.
      if ((await nameNow()) !== name) return network;
      lostAt = ports.now();
      return last;
    },
  };
}

const pathOf = (request: Request): string => new URL(request.url).pathname;
