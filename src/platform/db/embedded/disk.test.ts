// Full and read-only disks, on small disks in memory that only root can make; elsewhere it is said that it was not run.
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded } from "./embedded.ts";

const quiet = () => undefined;
let folder: string;
const mounted: string[] = [];

/** A disk of this size; undefined where this user may not make one. */
async function smallDisk(name: string, options: string): Promise<string | undefined> {
  const place = join(folder, name);
  await mkdir(place);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", place], { stdio: "ignore" });
  } catch {
    console.log(`not run here: ${name} disk (needs the right to mount one)`);
    return undefined;
  }
  mounted.push(place);
  return place;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "giothong-disk-"));
});
afterAll(async () => {
  for (const place of mounted) execFileSync("umount", ["--lazy", place]);
  await rm(folder, { recursive: true, force: true });
});

describe("one clear line", () => {
  it("tells that the disk is too small to begin", async ({ skip }) => {
    const disk = await smallDisk("small", "size=24m");
    if (disk === undefined) return skip("cannot mount");
    const attempt = startEmbedded({ dataDir: join(disk, "data"), progress: quiet });
    await expect(attempt).rejects.toMatchObject({ key: "db.disk-full" });
  });

  it("tells that the disk has become full, and all is well once there is room", async ({ skip }) => {
    const disk = await smallDisk("filled", "size=160m");
    if (disk === undefined) return skip("cannot mount");
    const options = { dataDir: join(disk, "data"), progress: quiet };
    await (await startEmbedded(options)).stop();
    const ballast = join(disk, "ballast");
    await writeFile(ballast, Buffer.alloc(160 * 1024 * 1024)).catch(() => undefined);
    await expect(startEmbedded(options)).rejects.toMatchObject({ key: "db.disk-full" });
    await rm(ballast);
    await (await startEmbedded(options)).stop();
  });

  it("tells that the folder cannot be written", async ({ skip }) => {
    const disk = await smallDisk("read-only", "size=1m,ro");
    if (disk === undefined) return skip("cannot mount");
    const attempt = startEmbedded({ dataDir: join(disk, "data"), progress: quiet });
    await expect(attempt).rejects.toMatchObject({
      key: "db.folder-unwritable",
      values: { dir: join(disk, "data") },
    });
  });
});
