// The program's own files are sent however often they are asked for; calls are not.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { REQUESTS_PER_MINUTE } from "../platform/http/server.ts";
import { serveWeb } from "./web-files.ts";

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
    const ask = async (url: string): Promise<number> =>
      (await world().server.inject({ method: "GET", url, remoteAddress: "10.9.9.9" })).statusCode;
    for (let i = 0; i <= REQUESTS_PER_MINUTE; i++) await ask("/assets/main-1.js");
    expect(await ask("/assets/main-1.js")).toBe(200);
    expect(await ask("/api/session")).not.toBe(429);
    for (let i = 0; i < REQUESTS_PER_MINUTE; i++) await ask("/api/session");
    expect(await ask("/api/session")).toBe(429);
    expect(await ask("/assets/main-1.js")).toBe(200);
  });
});
