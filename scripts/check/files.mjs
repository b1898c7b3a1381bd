// What can be said of a file without understanding it: its length, its skipped tests, what must not be in it.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesIn, isTest, place, read, tree, ts, walk } from "./source.mjs";

const OURS = ["src", "test", "e2e", "scripts", "bench", "bin"];
const CODE = [".ts", ".tsx", ".mjs", ".cjs", ".js", ".css"];
const LIMIT = 400;
const LONG = 300;

/** No file longer than one can hold in mind; those on the way there are listed. */
export function fileSizes(root) {
  const problems = [];
  const long = [];
  for (const file of OURS.flatMap((folder) => filesIn(root, folder, CODE))) {
    const lines = read(root, file).trimEnd().split("\n").length;
    if (lines > LIMIT)
      problems.push(`${file}: ${lines} lines, the limit is ${LIMIT}: split it by what it does`);
    else if (lines > LONG) long.push(`${file} ${lines}`);
  }
  return { problems, note: long.length > 0 ? `over ${LONG} lines: ${long.join(", ")}` : "" };
}

// `skipIf` is allowed: it names what the machine lacks, and the runner prints every test it left out.
const PASSED_OVER = new Set(["skip", "todo", "only", "fails"]);
const RUNNERS = new Set(["it", "test", "describe", "suite", "bench"]);

/** Tests nobody runs: `.skip`, `.todo`, `.only`, at any depth of a chain. */
export function skippedTests(root) {
  const problems = [];
  const files = OURS.flatMap((folder) => filesIn(root, folder, [".ts", ".tsx"])).filter(isTest);
  for (const file of files) {
    walk(tree(root, file), (node) => {
      const xed =
        ts.isCallExpression(node) && /^(xit|xtest|xdescribe|fit|fdescribe)$/.test(node.expression.getText());
      if (xed) problems.push(`${place(file, node)}: ${node.expression.getText()} keeps a test from running`);
      if (!ts.isPropertyAccessExpression(node) || !PASSED_OVER.has(node.name.text)) return;
      let first = node.expression;
      while (ts.isPropertyAccessExpression(first) || ts.isCallExpression(first)) first = first.expression;
      if (ts.isIdentifier(first) && RUNNERS.has(first.text)) {
        problems.push(`${place(file, node)}: ${first.text}.${node.name.text} keeps a test from running`);
      }
    });
  }
  return { problems, note: `${files.length} test files` };
}

const FORBIDDEN = [
  // Spelt as expressions, so that this file does not name what it forbids.
  [/(?:^|[\s"'`(=:,])\/(?:work|root|home|tmp)\/[\w.]/m, "a path of one machine"],
  [/registry\.(?:npmjs\.org|yarnpkg\.com|npmmirror\.com)|npm\.pkg\.github\.com/, "a registry's host"],
  [/(?:deb|security)\.debian\.org/, "a package archive's host"],
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/]{20}/, "a private key"],
  [
    /\b(?:ghp|gho|ghs|npm)_[A-Za-z0-9]{30,}|\bAKIA[0-9A-Z]{16}\b|\bxox[bp]-[0-9A-Za-z-]{20,}/,
    "an access token",
  ],
];

/** Tracked files, and those about to be; in an unpacked archive, all files. */
function tracked(root) {
  try {
    const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const output = execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return output.split("\0").filter(Boolean);
  } catch {
    return filesIn(root, ".", [""]);
  }
}

/** No secrets, no hosts of a registry, no paths of one machine. */
export function secretsAndHosts(root) {
  const problems = [];
  for (const file of tracked(root)) {
    const full = path.join(root, file);
    if (!existsSync(full)) continue;
    const bytes = readFileSync(full);
    if (bytes.subarray(0, 8000).includes(0)) continue; // pictures, fonts
    const text = bytes.toString("utf8");
    for (const [pattern, what] of FORBIDDEN) {
      const found = pattern.exec(text);
      if (!found) continue;
      const line = text.slice(0, found.index + 1).split("\n").length;
      problems.push(`${file}:${line}: ${what}`);
    }
  }
  return { problems, note: "" };
}
