// The papers of the house say what is there: links lead somewhere, paths exist, settings, sign-ins and verbs are real.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ROUTES } from "../src/app/capabilities.ts";
import { demoSignIns } from "../src/app/demo/sign-ins.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PICTURE_LIMIT = 150_000;
/** Verbs of the program itself; all others come from the contracts. */
const OWN_VERBS = [
  "start",
  "serve",
  "restart",
  "seed",
  "install",
  "backup",
  "restore",
  "medical",
  "audit verify",
  "letter read",
];
const TOP = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "samples/letters/README.md"];

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const papers = [
  ...TOP,
  ...readdirSync(join(ROOT, "docs"), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];
const found = (text: string, expression: RegExp): string[] =>
  [...text.matchAll(expression)].map((match) => match[1] ?? "");

/** A heading as the hosts of repositories turn it into an anchor. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

/** Relative links of a paper that lead nowhere. */
function deadLinks(paper: string, text: string): string[] {
  return found(text, /\]\(([^)\s]+)\)/g).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? paper : join(dirname(paper), path);
    if (!existsSync(join(ROOT, target))) return true;
    return (
      anchor !== undefined &&
      !found(read(target), /^#+ (.+)$/gm)
        .map(anchorOf)
        .includes(anchor)
    );
  });
}

/** Places of the repository named in a text that are not there; `*` and `NNN` stand for many. */
const deadPaths = (text: string): string[] =>
  found(text, /`((?:src|docs|scripts|test|e2e|migrations|samples|bench|bin)\/[\w./-]*)`/g).filter(
    (path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, `${path}.ts`)),
  );

describe("the papers of the house", () => {
  it.each(papers)("%s leads to what is there", (paper) => {
    expect(deadLinks(paper, read(paper))).toEqual([]);
    expect(deadPaths(read(paper))).toEqual([]);
  });

  it("would notice a link, an anchor and a path that lead nowhere", () => {
    const text = "[a](docs/no.md) [b](README.md#no) [c](README.md#configuration) `src/no/where.ts` `src/app`";
    expect(deadLinks("README.md", text)).toEqual(["docs/no.md", "README.md#no"]);
    expect(deadPaths(text)).toEqual(["src/no/where.ts"]);
  });

  it("show pictures that are light, and every picture that is kept", () => {
    const shown = papers.map(read).join("\n");
    const pictures = readdirSync(join(ROOT, "docs", "pictures"));
    expect(pictures.filter((name) => !shown.includes(`pictures/${name}`))).toEqual([]);
    expect(
      pictures.filter((name) => statSync(join(ROOT, "docs", "pictures", name)).size > PICTURE_LIMIT),
    ).toEqual([]);
  });

  it("name every setting of the program and no other", () => {
    const table = read("README.md").split("## Configuration")[1]?.split("\n## ")[0] ?? "";
    const rows = table.split("\n").filter((line) => line.startsWith("| `"));
    const named = rows.flatMap((line) => found(line.split("|")[1] ?? "", /`([A-Z_]+)`/g));
    const settings = read("src/app/config.ts").split("z.object({")[1]?.split("\n});")[0] ?? "";
    const known = found(settings, /^ {2}([A-Z_]+):/gm);
    expect(known.length).toBeGreaterThan(5);
    expect(named.toSorted()).toEqual(known.toSorted());
  });

  it("name the demo's sign-ins as the start prints them", () => {
    const rows = read("README.md").split("| Sign in as |")[1]?.split("\n\n")[0] ?? "";
    expect(found(rows, /^\| `([a-z0-9.]+)`/gm)).toEqual(demoSignIns().map(({ login }) => login));
    const [password] = new Set(demoSignIns().map((signIn) => signIn.password));
    expect(read("README.md")).toContain(`\`${password}\``);
  });

  it("show only commands that exist", () => {
    const verbs = new Set([...OWN_VERBS, ...ROUTES.map(({ contract }) => contract.id.replace(".", " "))]);
    const groups = new Set([...verbs].map((verb) => verb.split(" ")[0]));
    const commands = papers.flatMap((paper) =>
      found(read(paper), /node bin\/giothong\.mjs ([a-z][a-z -]*)/g),
    );
    expect(commands.length).toBeGreaterThan(5);
    const unknown = commands.filter((command) => {
      const [first = "", second = ""] = command.trim().split(" ");
      if (second === "--help") return !groups.has(first);
      return !verbs.has(first) && !verbs.has(`${first} ${second}`);
    });
    expect(unknown).toEqual([]);
  });
});
