// The program's own files are sent however often they are asked for; calls are not.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { REQUESTS_PER_MINUTE } from "../platform/http/server.ts";
import { serveWeb } from "./web-files.ts";

/** Calls under way at once. */
const BATCH = 100;

await onEveryServer("limits of one address", (world) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "giothong-web-"));
    await mkdir(join(folder, "assets"));
    await writeFile(join(folder, "assets", "main-1.js"), "1");
    await writeFile(join(folder, "index.html"), "<!-- head: -->");
    await writeFile(
      join(folder, "manifest.json"),
      JSON.stringify({ main: { js: "assets/main-1.js", css: [], preload: [] } }),
    );
    await serveWeb(world().server, folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("a crowd behind one address is never refused a script, though its calls are limited", async () => {
    const ask = (url: string) => world().server.inject({ method: "GET", url, remoteAddress: "10.9.9.9" });
    const script = "/assets/main-1.js";
    const call = "/api/session";
    const left = async (): Promise<number> => Number((await ask(call)).headers["x-ratelimit-remaining"]);
    const before = await left();
    for (let i = 0; i < 50; i++) expect((await ask(script)).statusCode).toBe(200);
    expect(await left()).toBe(before - 1);
    // Until the limit says no, however slow the machine: a new minute may begin in between.
    let refused = false;
    for (let asked = 0; !refused && asked < 3 * REQUESTS_PER_MINUTE; asked += BATCH) {
      const answers = await Promise.all(Array.from({ length: BATCH }, () => ask(call)));
      refused = answers.some(({ statusCode }) => statusCode === 429);
    }
    expect(refused).toBe(true);
    expect((await ask(script)).statusCode).toBe(200);
  }, 90_000);
});
