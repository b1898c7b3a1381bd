// Tables are private: a query touches its own capability's tables, others' only through their views v_….
// Also: SQL lives in stores, values travel as parameters, and migrations say why and have no gaps.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { HOUSE, PUBLISHED_FUNCTIONS } from "./house.mjs";
import { filesIn, isTest, place, read, tree, ts, walk } from "./source.mjs";

const CAPABILITIES = new Set(
  HOUSE.map((room) => room.name).filter((name) => name !== "platform" && name !== "app"),
);
const NAME = '"?([a-z_][a-z0-9_]*)"?\\s*\\.\\s*"?([a-z_][a-z0-9_]*)"?\\s*(\\(?)';
const OPENING = new RegExp(
  `\\b(from|join|into|update|using|truncate|table|delete\\s+from|merge\\s+into|references)\\s+(?:only\\s+|lateral\\s+|table\\s+)*${NAME}`,
  "gi",
);
const FOLLOWING = new RegExp(`^\\s*(?:as\\s+)?(?:[a-z_][a-z0-9_]*)?\\s*,\\s*(?:lateral\\s+)?${NAME}`, "i");

/** SQL without comments, strings and the `from` that opens no table (`extract(… from x)`, `is distinct from x`). */
function cleaned(sql) {
  return sql
    .replace(/--[^\n]*/g, " ")
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/\bdistinct\s+from\b/gi, "distinct_from")
    .replace(/\b(extract|substring|trim|overlay)\s*\(([^()]|\([^()]*\))*\)/gi, (call) =>
      call.replace(/\bfrom\b/gi, ","),
    );
}

/**
 * The qualified names a piece of SQL reads or writes.
 * @returns {{ schema: string, name: string, call: boolean, verb: string }[]}
 */
export function touched(sql) {
  const text = cleaned(sql);
  const found = [];
  const add = (verb, [, schema, name, paren]) =>
    found.push({ verb, schema: schema.toLowerCase(), name: name.toLowerCase(), call: paren === "(" });
  for (const match of text.matchAll(OPENING)) {
    const verb = match[1].toLowerCase().replace(/\s+/g, " ");
    add(verb, match.slice(1));
    if (verb !== "from" && verb !== "using") continue;
    let rest = text.slice(match.index + match[0].length);
    for (let next = FOLLOWING.exec(rest); next; next = FOLLOWING.exec(rest)) {
      add(verb, next);
      rest = rest.slice(next[0].length);
    }
  }
  return found;
}

/** Why a capability may not touch what it touches; undefined when it may. */
function trespass(owner, { schema, name, call, verb }) {
  if (schema === owner || !CAPABILITIES.has(schema)) return undefined; // own, platform's, or an alias
  // `insert into x.y (columns)` also has a parenthesis, and is no call.
  const reads = verb === "from" || verb === "join" || verb === "using";
  if (call && reads) {
    if (PUBLISHED_FUNCTIONS.includes(`${schema}.${name}`)) return undefined;
    return `${schema}.${name}() is not among the published functions`;
  }
  if (name.startsWith("v_") && reads) return undefined;
  return `${schema}.${name} belongs to ${schema}: join a view ${schema}.v_… or call its service`;
}

const isSqlTag = (node) => ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText());
/** A raw("…") is part of the query's text; any other value is only a parameter. */
const spanText = (node) => (ts.isCallExpression(node) && node.arguments[0]?.text) || "$value";
const textOf = (template) =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : template.head.text +
      template.templateSpans.map((span) => ` ${spanText(span.expression)} ${span.literal.text}`).join("");

/** Store files' template strings against the tables of other capabilities; SQL anywhere else is misplaced. */
export function undeclaredTables(root) {
  const problems = [];
  let queries = 0;
  for (const file of filesIn(root, "src", [".ts", ".tsx"])) {
    const [, owner, role] = file.split("/");
    if (!CAPABILITIES.has(owner) || isTest(file)) continue;
    const store = /^store/.test(role);
    walk(tree(root, file), (node) => {
      if (!store && isSqlTag(node))
        problems.push(`${place(file, node)}: SQL lives in the capability's store`);
      if (!store || !(ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node))) return;
      queries++;
      for (const reference of touched(textOf(node))) {
        const why = trespass(owner, reference);
        if (why) problems.push(`${place(file, node)}: ${why}`);
      }
    });
  }
  return { problems, note: `${queries} queries` };
}

/** `raw(…)` takes a literal only, and no query text is built from pieces. */
export function parametersOnly(root) {
  const problems = [];
  const literal = (node) => node && ts.isStringLiteralLike(node);
  for (const file of filesIn(root, "src", [".ts", ".tsx"]).filter((name) => !isTest(name))) {
    walk(tree(root, file), (node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === "raw" && !literal(node.arguments[0])) {
        problems.push(
          `${place(file, node)}: raw() takes a string literal only; a value goes in as a parameter`,
        );
      }
      if (ts.isNewExpression(node) && node.expression.getText() === "Sql") {
        problems.push(`${place(file, node)}: write the query as a sql template`);
      }
      const query =
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        node.expression.name.text === "query";
      const [text] = query ? node.arguments : [];
      const built =
        text && (ts.isTemplateExpression(text) || (ts.isBinaryExpression(text) && !literal(text.left)));
      // platform/db sets up roles and databases, whose names PostgreSQL takes from no parameter.
      if (built && !file.startsWith("src/platform/db/")) {
        problems.push(`${place(file, node)}: query text is built from pieces; use a sql template`);
      }
    });
  }
  return { problems, note: "" };
}

/** Migrations: 0001_name.sql upwards without gaps, each opening with one line of why; views keep the same walls. */
export function migrations(root) {
  const folder = path.join(root, "migrations");
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".sql"))
        .sort()
    : [];
  const problems = [];
  files.forEach((name, index) => {
    const number = String(index + 1).padStart(4, "0");
    if (!/^\d{4}_[a-z0-9_-]+\.sql$/.test(name)) problems.push(`migrations/${name}: named like 0001_unit.sql`);
    else if (!name.startsWith(number))
      problems.push(`migrations/${name}: expected number ${number}; numbers have no gaps and no doubles`);
    const text = read(root, `migrations/${name}`);
    const first = text.split("\n", 1)[0] ?? "";
    if (!/^-- \S.{9,}/.test(first))
      problems.push(`migrations/${name}: opens with one comment line of why (-- …)`);
    const views = text.matchAll(
      /create\s+(?:or\s+replace\s+)?(?:materialized\s+)?view\s+([a-z_]+)\.[a-z_0-9]+([\s\S]*?);/gi,
    );
    for (const [, owner, body] of views) {
      for (const reference of touched(body)) {
        const why = CAPABILITIES.has(owner) ? trespass(owner, reference) : undefined;
        if (why) problems.push(`migrations/${name}: a view of ${owner}: ${why}`);
      }
    }
  });
  return { problems, note: `${files.length} migrations` };
}
