// The service worker's copy of the app itself: one page and the hashed files it needs, replaced whole by the next version.

const SHELL = "giothong-shell-";
const PAGE = "/";
const PATIENCE_MS = 3_000;
const AWAY = new Set([502, 503, 504]);

/** What the build says it consists of. */
export interface ShellFiles {
  /** Names the build; another one is another version. */
  readonly version: string;
  /** The script the page must name, e.g. `/assets/main-….js`. */
  readonly main: string;
  readonly files: readonly string[];
}

export interface Shell {
  readonly install: () => Promise<void>;
  readonly activate: () => Promise<void>;
  /** A page of the app: the server's, or the kept one when it does not come soon. */
  readonly page: (request: Request) => Promise<Response>;
  readonly file: (request: Request) => Promise<Response>;
}

export function makeShell(build: ShellFiles, caches: CacheStorage): Shell {
  const name = SHELL + build.version;
  return {
    async install() {
      const cache = await caches.open(name);
      const page = await fetch(PAGE, { cache: "no-store", credentials: "omit" });
      // The server was replaced between the worker and its page: the browser will ask for the newer worker again.
      if (!page.ok || !(await page.clone().text()).includes(build.main)) throw new Error("another version");
      await cache.addAll([...build.files]);
      await cache.put(PAGE, page);
    },
    async activate() {
      for (const other of await caches.keys()) {
        if (other.startsWith(SHELL) && other !== name) await caches.delete(other);
      }
    },
    async page(request) {
      const network = fetch(request);
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
      const first = await Promise.race([network.catch(() => undefined), late]);
      if (first !== undefined && !AWAY.has(first.status)) return first;
      return (await (await caches.open(name)).match(PAGE)) ?? network;
    },
    async file(request) {
      return (await (await caches.open(name)).match(request)) ?? fetch(request);
    },
  };
}
