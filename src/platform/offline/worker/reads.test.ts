import { describe, expect, it } from "vitest";
import { FROM_CACHE_AT } from "../reach.ts";
import { matcher } from "./paths.ts";
import { makeReads, READS } from "./reads.ts";

const ORIGIN = "http://journey.test";
const UNIT = "0197a0b0-0000-7000-8000-000000000001";
const tasks = `/api/units/${UNIT}/tasks?settled=with`;

/** As much of the browser's cache storage as is used. */
class FakeCache {
  readonly entries = new Map<string, Response>();
  private address(asked: Request | string): string {
    return typeof asked === "string" ? asked : asked.url;
  }
  async match(asked: Request | string): Promise<Response | undefined> {
    return this.entries.get(this.address(asked))?.clone();
  }
  async put(asked: Request, answer: Response): Promise<void> {
    this.entries.set(asked.url, answer);
  }
  async delete(asked: Request | string): Promise<boolean> {
    return this.entries.delete(this.address(asked));
  }
  async keys(): Promise<Request[]> {
    return [...this.entries.keys()].map((url) => new Request(url));
  }
}

/** A phone whose server answers with `serve`; undefined: no network; "never": it hangs. */
function phone() {
  const all = new Map<string, FakeCache>();
  const caches = {
    open: async (name: string) => {
      const cache = all.get(name) ?? new FakeCache();
      all.set(name, cache);
      return cache;
    },
    keys: async () => [...all.keys()],
    has: async (name: string) => all.has(name),
    match: async (asked: Request | string, { cacheName }: { cacheName: string }) =>
      all.get(cacheName)?.match(asked),
    delete: async (name: string) => all.delete(name),
  } as unknown as CacheStorage;
  const world = {
    all,
    now: Date.parse("2026-03-01T00:00:00Z"),
    paused: [] as number[],
    serve: (_path: string): Response | undefined | "never" => undefined,
  };
  const reads = makeReads({
    caches,
    fetch: async (request) => {
      const answer = world.serve(new URL(request.url).pathname);
      if (answer === "never") return new Promise<Response>(() => {});
      if (answer === undefined) throw new TypeError("Failed to fetch");
      return answer;
    },
    now: () => world.now,
    pause: (ms) => {
      world.paused.push(ms);
      return new Promise((resolve) => setTimeout(resolve, ms / 50));
    },
    sessionPath: "/api/session",
    sessionOf: (json) => json as { account: string; now: string },
  });
  const ask = (path: string): Promise<Response> => reads.answer(new Request(ORIGIN + path), () => {});
  const session = (account: string) => Response.json({ account, now: "2021-06-02T02:12:00.000Z" });
  const signedIn = async (account: string): Promise<void> => {
    world.serve = () => session(account);
    await ask("/api/session");
  };
  return { world, reads, ask, signedIn };
}
const said = async (response: Response): Promise<unknown> => response.json();

describe("answers kept for when the signal is gone", () => {
  it("the last answer is given with the instant of the server's clock at which it was given", async () => {
    const { world, ask, signedIn } = phone();
    await signedIn("thu");
    world.serve = () => Response.json({ items: ["đợt 09/06"] });
    expect((await ask(tasks)).headers.get(FROM_CACHE_AT)).toBeNull();
    world.now += 3_600_000;
    world.serve = () => undefined;
    const kept = await ask(tasks);
    expect(await said(kept)).toEqual({ items: ["đợt 09/06"] });
    expect(kept.headers.get(FROM_CACHE_AT)).toBe("2021-06-02T02:12:00.000Z");
  });

  it("nobody waits longer than three seconds, and hardly at all right after the network failed", async () => {
    const { world, ask, signedIn } = phone();
    await signedIn("thu");
    world.serve = () => Response.json({ items: [1] });
    await ask(tasks);
    world.paused.length = 0;
    world.serve = () => "never";
    expect(await said(await ask(tasks))).toEqual({ items: [1] });
    world.serve = () => undefined;
    await ask(tasks);
    await ask(tasks);
    expect(world.paused).toEqual([3000, 600, 600]);
  });

  it("a server that is away behind its proxy is as good as no network", async () => {
    const { world, ask, signedIn } = phone();
    await signedIn("thu");
    world.serve = () => Response.json({ items: [1] });
    await ask(tasks);
    world.serve = () => new Response("Bad gateway", { status: 502 });
    expect((await ask(tasks)).status).toBe(200);
  });

  it("what was never asked fails as it would have", async () => {
    const { ask, signedIn, world } = phone();
    await signedIn("thu");
    world.serve = () => undefined;
    await expect(ask(tasks)).rejects.toThrow("Failed to fetch");
  });

  it("what one may no longer see is forgotten", async () => {
    const { world, ask, signedIn } = phone();
    await signedIn("thu");
    world.serve = () => Response.json({ items: [1] });
    await ask(tasks);
    world.serve = () => new Response("{}", { status: 403 });
    expect((await ask(tasks)).status).toBe(403);
    world.serve = () => undefined;
    await expect(ask(tasks)).rejects.toThrow();
  });

  it("after fourteen days it is too old to be shown", async () => {
    const { world, ask, signedIn } = phone();
    await signedIn("thu");
    world.serve = () => Response.json({ items: [1] });
    await ask(tasks);
    world.serve = () => undefined;
    world.now += 14 * 24 * 3_600_000;
    expect((await ask(tasks)).status).toBe(200);
    world.now += 1;
    await expect(ask(tasks)).rejects.toThrow();
  });

  it("no more than two hundred answers are kept, the oldest go first", async () => {
    const { world, ask, signedIn } = phone();
    await signedIn("thu");
    world.serve = () => Response.json({});
    for (let at = 0; at < 230; at++) await ask(`${tasks}&at=${at}`);
    expect(world.all.get(`${READS}thu`)?.entries.size).toBe(200);
    world.serve = () => undefined;
    expect((await ask(`${tasks}&at=229`)).status).toBe(200);
    await expect(ask(`${tasks}&at=0`)).rejects.toThrow();
  });
});

describe("whose answers they are", () => {
  it("nothing is kept before it is known who is signed in", async () => {
    const { world, ask } = phone();
    world.serve = () => Response.json({ items: [1] });
    await ask(tasks);
    expect([...world.all.keys()]).toEqual([]);
  });

  it("another account, a session that ended and a farewell each erase everything", async () => {
    const { world, reads, ask, signedIn } = phone();
    const fill = async (): Promise<void> => {
      await signedIn("thu");
      world.serve = () => Response.json({ items: ["của Thu"] });
      await ask(tasks);
    };
    await fill();
    await signedIn("chi");
    expect([...world.all.keys()]).toEqual([`${READS}chi`]);
    world.serve = () => undefined;
    await expect(ask(tasks)).rejects.toThrow();

    await fill();
    world.serve = () => new Response("{}", { status: 401 });
    expect((await ask(tasks)).status).toBe(401);
    expect([...world.all.keys()]).toEqual([]);

    await fill();
    await reads.erase();
    expect([...world.all.keys()]).toEqual([]);
  });

  it("an answer that comes after its asker has left is not kept", async () => {
    const { world, reads, ask, signedIn } = phone();
    await signedIn("thu");
    let answer = (_: Response): void => {};
    const coming = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    world.serve = () => coming as unknown as Response;
    const asked = ask(tasks);
    await reads.erase();
    answer(Response.json({ items: ["của Thu"] }));
    await asked;
    expect([...world.all.keys()].flatMap((name) => [...(world.all.get(name)?.entries.keys() ?? [])])).toEqual(
      [],
    );
  });

  it("a door page of somebody's network signs nobody in", async () => {
    const { world, ask } = phone();
    world.serve = () => new Response("<html>", { status: 200 });
    await ask("/api/session");
    expect([...world.all.keys()]).toEqual([]);
  });
});

describe("the addresses a worker may look at", () => {
  it("take ids, not words, and nothing below them", () => {
    const allowed = matcher(["/api/units/:unitId", "/api/units/:unitId/tasks"]);
    expect(allowed(`/api/units/${UNIT}/tasks`)).toBe(true);
    expect(allowed(`/api/units/${UNIT}`)).toBe(true);
    expect(allowed(`/api/units/${UNIT}/people`)).toBe(false);
    expect(allowed("/api/units/search")).toBe(false);
    expect(allowed(`/api/units/${UNIT}/tasks/${UNIT}`)).toBe(false);
  });
});
