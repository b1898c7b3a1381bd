import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { facilityKey, sealTo } from "./facility-key.ts";

describe("the facility's key", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "giothong-key-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("opens what was sealed to it, also after a restart", async () => {
    const file = join(folder, "facility.key");
    const sealed = await sealTo((await facilityKey(file)).publicKey, "câu trả lời");
    expect((await facilityKey(file)).open(sealed)).toBe("câu trả lời");
  });

  it("opens nothing sealed to another facility, nor anything altered", async () => {
    const own = await facilityKey(join(folder, "own.key"));
    const other = await facilityKey(join(folder, "other.key"));
    const sealed = await sealTo(other.publicKey, "câu trả lời");
    expect(own.open(sealed)).toBeUndefined();
    expect(other.open(`${sealed.slice(0, -2)}AA`)).toBeUndefined();
  });

  it.runIf(process.platform !== "win32")("can be read by its owner only", async () => {
    const file = join(folder, "facility.key");
    await facilityKey(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("is not replaced when its file is spoiled", async () => {
    const file = join(folder, "facility.key");
    await writeFile(file, "short");
    await expect(facilityKey(file)).rejects.toThrow("not a key");
  });
});
