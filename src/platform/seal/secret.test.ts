// A sealed secret opens with its own key only.
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { seal, unseal, useKeyFile } from "./secret.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "giothong-key-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("opens what it sealed, and no two boxes of the same text look alike", async () => {
  useKeyFile(join(folder, "new", "key"));
  const [one, two] = [
    await seal("http://giothong.test/d/bí-mật"),
    await seal("http://giothong.test/d/bí-mật"),
  ];
  expect(one).not.toBe(two);
  expect(one).not.toContain("giothong");
  expect(await unseal(one)).toBe("http://giothong.test/d/bí-mật");
});

it("makes the key once, for the owner's eyes only, and reads it again after a restart", async () => {
  const file = join(folder, "key");
  useKeyFile(file);
  const boxes = await Promise.all([seal("a"), seal("b")]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await readFile(file, "utf8"), "base64")).toHaveLength(32);
  useKeyFile(join(folder, "other"));
  expect(await unseal(boxes[0])).toBeUndefined();
  useKeyFile(file);
  expect(await Promise.all(boxes.map(unseal))).toEqual(["a", "b"]);
});

it("opens nothing that was altered, cut short or sealed elsewhere", async () => {
  useKeyFile(join(folder, "key"));
  const sealed = await seal("secret");
  const last = sealed.at(-1) === "A" ? "B" : "A";
  expect(
    await unseal(`${sealed.slice(0, 10)}${sealed[10] === "x" ? "y" : "x"}${sealed.slice(11)}`),
  ).toBeUndefined();
  expect(await unseal(sealed.slice(0, 20))).toBeUndefined();
  expect(await unseal("secret")).toBeUndefined();
  expect(await unseal(sealed.slice(0, -2) + last)).toBeUndefined();
});

it("refuses a key file that holds no key", async () => {
  const file = join(folder, "short");
  await writeFile(file, "abc");
  useKeyFile(file);
  await expect(seal("secret")).rejects.toThrow(/32 bytes/);
});
