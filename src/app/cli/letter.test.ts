// `giothong letter read` as a person meets it: a process of its own, one line of Vietnamese for what is no letter.
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  encryptedPdf,
  noise,
  SPACES,
  scan,
  wordFile,
  zipBomb,
} from "../../document/service/opening/hostile.fixture.ts";

const ROOT = new URL("../../../", import.meta.url);
/** The program without its web app, built as `dist` is; below node_modules, where it finds its packages. */
const BUILT = new URL(`node_modules/.cache/giothong-cli-${process.pid}/`, ROOT);
const PROGRAM = `
  const { main } = await import(${JSON.stringify(new URL("dist/giothong.js", BUILT).href)});
  process.exitCode = await main(process.argv.slice(1));`;

async function buildProgram(): Promise<void> {
  const { buildServer, buildWorkers } = (await import(new URL("scripts/build.mjs", ROOT).href)) as {
    buildServer: (root: string, out: string) => Promise<void>;
    buildWorkers: (options: { root: string; out: string }) => Promise<void>;
  };
  const root = fileURLToPath(ROOT);
  const out = fileURLToPath(new URL("dist/", BUILT));
  await mkdir(out, { recursive: true });
  await copyFile(new URL("package.json", ROOT), new URL("package.json", BUILT));
  await Promise.all([buildServer(root, out), buildWorkers({ root, out: join(out, "workers") })]);
}

type Ended = { code: number; out: string; err: string; ms: number };

function letterRead(file: string, input?: Uint8Array): Promise<Ended> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--input-type=module", "-e", PROGRAM, "letter", "read", file, "--json"],
      { maxBuffer: 10_000_000, env: { PATH: process.env.PATH, GIOTHONG_LANG: "vi" } },
      (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err, ms: performance.now() - began }),
    );
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}

describe("reading a letter from the command line", () => {
  let folder = "";
  let soon = 3000;

  beforeAll(async () => {
    await buildProgram();
    folder = await mkdtemp(join(tmpdir(), "giothong-letter-"));
    const { ms } = await letterRead(join(folder, "not-there.txt"));
    soon = Math.max(soon, 8 * ms);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(BUILT, { recursive: true, force: true });
  });

  it.each([
    ["2 MB of random bytes", () => noise([0x8f]), "không phải văn bản chữ"],
    ["random bytes that begin like a Word file", () => noise("PK"), "tệp hỏng"],
    ["random bytes that begin like a PDF", () => noise("%PDF-1.7\n"), "tệp hỏng"],
    ["a zip bomb of a gigabyte", () => zipBomb(1 << 30), "quá nhiều nội dung"],
    ["a zip bomb that says it is small", () => zipBomb(100, SPACES, "a"), "quá nhiều nội dung"],
    ["a Word file with a broken part", () => wordFile("", { "word/styles.xml": "PK" }), "tệp hỏng"],
    ["a PDF with a password", encryptedPdf, "mật khẩu"],
    ["an empty file", () => new Uint8Array(), "tệp trống"],
    ["a scan", scan, "không có lớp chữ"],
    ["a sentence", () => Buffer.from("Chào chị, mai họp nhé."), "không nhận ra"],
  ])("%s: exit 2 and one line that says what to do", { timeout: 60_000 }, async (_, make, says) => {
    const file = join(folder, "van-ban");
    await writeFile(file, make());
    const { code, out, err, ms } = await letterRead(file);
    expect(err).toMatch(/^[^\n]+; hãy [^\n]+\n$/);
    expect(err).toContain(says);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(ms).toBeLessThan(soon);
  });

  it.each(["cong-van-mau.docx", "cong-van-mau.pdf"])(
    "%s, from a file and from standard input",
    async (name) => {
      const file = fileURLToPath(new URL(`samples/files/${name}`, ROOT));
      const { code, out, err } = await letterRead(file);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(JSON.parse(out)).toMatchObject({ number: "312", notation: "LĐLĐ-CSPL" });
      expect((await letterRead("-", await readFile(file))).out).toBe(out);
    },
  );
});
