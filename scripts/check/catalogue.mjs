// Message catalogues: Vietnamese and English say the same things with the same parameters, every key that code
// asks for exists, and no key waits for code that never comes.
import { existsSync } from "node:fs";
import path from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { ENTRY, filesIn, isTest, place, tree, ts, walk } from "./source.mjs";

const CATALOGUE = /(^|\/)messages\.(vi|en)(\.ts|\/.+\.ts)$/;
export const isCatalogue = (file) => CATALOGUE.test(file);

/** The words of a literal, also of "a" + "b" where a long sentence was broken. */
function words(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return words(node.expression);
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [words(node.left), words(node.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}

/** Key → { text, at } of every exported object literal in a catalogue file, and what could not be read. */
function entries(root, file) {
  const found = new Map();
  const problems = [];
  walk(tree(root, file), (node) => {
    if (!ts.isObjectLiteralExpression(node)) return;
    for (const property of node.properties) {
      const key = property.name && ts.isStringLiteralLike(property.name) ? property.name.text : undefined;
      const text = ts.isPropertyAssignment(property) ? words(property.initializer) : undefined;
      const at = place(file, property);
      if (ts.isSpreadAssignment(property)) continue; // the parts are catalogues of their own
      if (key === undefined || text === undefined)
        problems.push(`${at}: a catalogue holds "key": "words" only`);
      else if (found.has(key)) problems.push(`${at}: ${key} stands here twice`);
      else found.set(key, { text, at });
    }
  });
  return { found, problems };
}

/** The parameters of an ICU message as `name:kind`; throws what the parser says. */
export function parameters(text, locale) {
  const names = new Set();
  const visit = (parts) => {
    for (const part of parts) {
      // 0 words, 7 the # of a plural, 8 a tag; the rest are parameters (argument, number, date, time, select, plural).
      if (part.type >= 1 && part.type <= 6) names.add(`${part.value}:${part.type}`);
      for (const option of Object.values(part.options ?? {})) visit(option.value);
      if (part.children) visit(part.children);
    }
  };
  visit(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst());
  return [...names]
    .map((name) => name.split(":")[0])
    .filter((name, index, all) => all.indexOf(name) === index)
    .sort();
}

function readable(entry, locale, problems) {
  try {
    return parameters(entry.text, locale);
  } catch (error) {
    problems.push(`${entry.at}: not ICU MessageFormat: ${error.message}`);
    return undefined;
  }
}

/** All Vietnamese keys of the repository. */
export function allKeys(root) {
  const keys = new Map();
  for (const file of filesIn(root, "src", [".ts"]).filter(
    (name) => isCatalogue(name) && /messages\.vi/.test(name),
  )) {
    for (const [key, entry] of entries(root, file).found) keys.set(key, entry);
  }
  return keys;
}

function pair(root, file, all, problems) {
  const other = file.replace("messages.vi", "messages.en");
  const vi = entries(root, file);
  problems.push(...vi.problems);
  if (!all.includes(other)) {
    problems.push(`${file}: there is no ${other}`);
    return vi.found;
  }
  const en = entries(root, other);
  problems.push(...en.problems);
  for (const [key, entry] of vi.found) {
    const twin = en.found.get(key);
    if (!twin) {
      problems.push(`${entry.at}: ${key} is missing in ${other}`);
      continue;
    }
    if (!entry.text.trim() || !twin.text.trim()) problems.push(`${entry.at}: ${key} is empty`);
    const ours = readable(entry, "vi", problems);
    const theirs = readable(twin, "en", problems);
    if (ours && theirs && ours.join() !== theirs.join()) {
      problems.push(
        `${twin.at}: ${key} takes {${theirs.join(", ")}} in English, {${ours.join(", ")}} in Vietnamese`,
      );
    }
  }
  for (const [key, entry] of en.found)
    if (!vi.found.has(key)) problems.push(`${entry.at}: ${key} is missing in ${file}`);
  return vi.found;
}

/** Keys the code names: whole ones, and the fixed beginning and end of `t(\`task.\${duty}.label\`)`. */
function named(root, files, prefixes) {
  const whole = new Set();
  const patterns = [];
  const asked = [];
  for (const file of files) {
    walk(tree(root, file), (node) => {
      if (ts.isStringLiteralLike(node)) whole.add(node.text);
      if (ts.isTemplateExpression(node)) {
        const tails = node.templateSpans.map((span) => span.literal.text);
        if (prefixes.has(node.head.text.split(".")[0]))
          patterns.push({ head: node.head.text, tail: tails.at(-1), file, node });
      }
      const joined = ts.isBinaryExpression(node) && ts.isStringLiteralLike(node.left) && node.left.text;
      if (joined && prefixes.has(joined.split(".")[0])) patterns.push({ head: joined, tail: "", file, node });
      const call =
        ts.isCallExpression(node) && /(^|\.)t$/.test(node.expression.getText()) && node.arguments[0];
      if (call) asked.push({ file, node: call });
    });
  }
  return { whole, patterns, asked };
}

/** Literal keys inside the first argument of t(): also both branches of a condition. */
function literals(node) {
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return literals(node.expression);
  return [];
}

/** @param {string} root the repository */
export function catalogues(root) {
  const problems = [];
  const sources = filesIn(root, "src", [".ts", ".tsx"]);
  const all = sources.filter(isCatalogue);
  const keys = new Map();
  for (const file of all.filter((name) => name.includes("messages.vi"))) {
    const [, room] = file.split("/");
    for (const [key, entry] of pair(root, file, all, problems)) {
      if (keys.has(key)) problems.push(`${entry.at}: ${key} also stands at ${keys.get(key).at}`);
      else keys.set(key, entry);
      const free = room === "platform" || room === "app";
      // Looked up by their code alone, whichever capability declares it: a problem, what a re-organisation touches,
      // work that an office leaves open.
      if (!free && ![`${room}.`, "problem.", "touch.", "open-work."].some((head) => key.startsWith(head)))
        problems.push(`${entry.at}: ${key} should begin with "${room}."`);
    }
  }
  for (const file of all.filter((name) => name.includes("messages.en"))) {
    const twin = file.replace("messages.en", "messages.vi");
    if (!all.includes(twin)) problems.push(`${file}: there is no ${twin}`);
  }
  const prefixes = new Set([...keys.keys()].map((key) => key.split(".")[0]));
  const code = sources.filter((file) => !isCatalogue(file) && !isTest(file));
  const { whole, patterns, asked } = named(root, code, prefixes);
  for (const { file, node } of asked) {
    for (const literal of literals(node)) {
      if (!keys.has(literal.text))
        problems.push(`${place(file, literal)}: t("${literal.text}") is in no catalogue`);
    }
  }
  const meets = (key, { head, tail }) => key.startsWith(head) && key.endsWith(tail);
  for (const pattern of patterns.filter(({ node }) => asked.some((call) => call.node === node))) {
    if (![...keys.keys()].some((key) => meets(key, pattern))) {
      problems.push(
        `${place(pattern.file, pattern.node)}: no catalogue has a key like ${pattern.node.getText()}`,
      );
    }
  }
  // Until the program has its entry, words wait for screens that are still being written.
  const judged = existsSync(path.join(root, ENTRY));
  for (const [key, entry] of judged ? keys : []) {
    // "document.role" handed to a control is a use of document.role.act and its sisters.
    const used =
      whole.has(key) ||
      whole.has(key.slice(0, key.lastIndexOf("."))) ||
      patterns.some((pattern) => meets(key, pattern));
    if (!used) problems.push(`${entry.at}: ${key} is used nowhere`);
  }
  const waiting = judged ? "" : `; not run: unused messages, ${ENTRY} is not there yet`;
  return { problems, note: `${keys.size} messages${waiting}` };
}
