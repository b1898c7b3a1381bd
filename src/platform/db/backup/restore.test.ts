// What a restore refuses: a file that is damaged, a database that has data, a structure it does not know.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddedServer, freshDatabase, type TestDatabase } from "../../../../test/database.ts";
import { migrate } from "../migrate.ts";
import { DatabaseProblem } from "../problem.ts";
import { backup } from "./backup.ts";
import { digestTables, type TableDigest } from "./digest.ts";
import { restore } from "./restore.ts";
import { fill, LATER, migrationsFolder, TRICKY } from "./tricky.fixture.ts";

const quiet = { progress: () => undefined };
const server = await embeddedServer();

describe("a backup", () => {
  let folder: string;
  let migrations: string;
  let source: TestDatabase;
  let target: TestDatabase;
  let inUse: TableDigest[];
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "giothong-restore-"));
    migrations = await migrationsFolder(folder, "migrations", TRICKY);
    source = await freshDatabase(server, { migrated: false });
    await migrate(source.pool, migrations);
    await fill(source.pool);
    file = join(folder, "whole.gth");
    await backup(source.pool, file, quiet);
    target = await freshDatabase(server, { migrated: false });
    await migrate(target.pool, migrations);
    await target.pool.query("insert into tree.unit (name) values ('đang dùng')");
    inUse = await digestTables(target.pool);
  });
  afterAll(async () => {
    await source.drop();
    await target.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ["cut in the middle", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["cut by its last byte", (bytes) => bytes.subarray(0, bytes.length - 1)],
    ["with one byte changed", (bytes) => flipped(bytes, Math.floor(bytes.length / 3))],
    ["edited inside and packed again", (bytes) => gzipSync(edited(gunzipSync(bytes)))],
    ["with a row of nonsense inside", (bytes) => gzipSync(nonsense(gunzipSync(bytes)))],
    ["that is another kind of file", () => Buffer.from("610/LĐLĐ")],
    ["that is another kind of gzip", () => gzipSync("610/LĐLĐ")],
    [
      "with something after its end",
      (bytes) => gzipSync(Buffer.concat([gunzipSync(bytes), Buffer.from("x")])),
    ],
  ];
  it.each(damages)("is refused %s, and nothing changes", async (name, damage) => {
    const bad = join(folder, `bad ${name}`);
    await writeFile(bad, damage(await readFile(file)));
    const attempt = restore(target.pool, bad, { ...quiet, migrations, replace: true });
    await expect(attempt).rejects.toSatisfy(
      (problem) =>
        problem instanceof DatabaseProblem &&
        problem.key === "db.restore-damaged" &&
        !problem.message.includes("\n"),
    );
    expect(await digestTables(target.pool)).toEqual(inUse);
  });

  it("of a structure the program does not know is refused", async () => {
    const other = await migrationsFolder(folder, "other", `${TRICKY}\n-- changed`);
    const attempt = restore(target.pool, file, { ...quiet, migrations: other, replace: true });
    await expect(attempt).rejects.toMatchObject({ key: "db.restore-level" });
    expect(await digestTables(target.pool)).toEqual(inUse);
  });

  it("is refused where there is data, unless told to replace it", async () => {
    const attempt = restore(target.pool, file, { ...quiet, migrations, replace: false });
    await expect(attempt).rejects.toMatchObject({ key: "db.restore-not-empty" });
    expect(await digestTables(target.pool)).toEqual(inUse);
    await restore(target.pool, file, { ...quiet, migrations, replace: true });
    expect(await digestTables(target.pool)).toEqual(await digestTables(source.pool));
  });

  it("is taken by a database that has a newer structure and no data, and is brought up to it", async () => {
    const newer = await migrationsFolder(folder, "newer", TRICKY, LATER);
    const empty = await freshDatabase(server, { migrated: false });
    try {
      await migrate(empty.pool, newer);
      await restore(empty.pool, file, { ...quiet, migrations: newer, replace: false });
      expect((await empty.pool.query("select y from tree.empty")).rows).toEqual([]);
      const levels = await empty.pool.query("select count(*)::int as n from platform.migration");
      expect(levels.rows).toEqual([{ n: 2 }]);
      expect((await empty.pool.query("select count(*)::int as n from tree.officer")).rows).toEqual([
        { n: 6_000 },
      ]);
    } finally {
      await empty.drop();
    }
  });

  it("says plainly when the file cannot be written or found", async () => {
    const nowhere = join(folder, "absent", "x.gth");
    await expect(backup(source.pool, nowhere, quiet)).rejects.toMatchObject({
      key: "db.backup-unwritable",
    });
    const attempt = restore(source.pool, nowhere, { ...quiet, migrations, replace: true });
    await expect(attempt).rejects.toMatchObject({ key: "db.restore-unreadable" });
  });

  it("stops when told to, leaving no file", async () => {
    const stopped = join(folder, "stopped.gth");
    const control = new AbortController();
    const progress = () => control.abort();
    await expect(backup(source.pool, stopped, { progress, signal: control.signal })).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.startsWith("stopped"))).toEqual([]);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

/** One name changed by someone with a text editor and gzip. */
function edited(bytes: Buffer): Buffer {
  const at = bytes.indexOf("Công đoàn 7\n");
  if (at < 0) throw new Error("the row to edit is not there");
  const copy = Buffer.from(bytes);
  copy.write("9", at + Buffer.byteLength("Công đoàn "));
  return copy;
}

/** A value of the middle of a long table that no server can read as a number. */
function nonsense(bytes: Buffer): Buffer {
  const row = bytes.indexOf("\n3000\t");
  if (row < 0) throw new Error("the row to spoil is not there");
  const copy = Buffer.from(bytes);
  copy.write("x", row + 1);
  return copy;
}
