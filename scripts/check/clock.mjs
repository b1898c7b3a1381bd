// Time, chance and identity are inputs: in rules and services nobody asks the clock or throws dice.
import { filesIn, isTest, place, tree, ts, walk } from "./source.mjs";

const RULES = /^src\/(?:[^/]+\/)+rules\//;
const SERVICE = /^src\/[^/]+\/service(?:\.ts$|\/|[^/]*\.ts$)/;
const CALLS = new Map([
  ["Date.now", "take ctx.now"],
  ["performance.now", "take ctx.now"],
  ["Math.random", "chance is an input"],
  ["crypto.randomUUID", "take ctx.newId()"],
  ["crypto.getRandomValues", "chance is an input"],
]);
const IMPORTED = new Map([
  ["randomUUID", "take ctx.newId()"],
  ["uuidv7", "take ctx.newId()"],
]);

/** A `Date` used as a value; as a type it is harmless. */
function isDateValue(node) {
  if (!ts.isIdentifier(node) || node.text !== "Date") return false;
  return !ts.isTypeReferenceNode(node.parent) && node.parent.name !== node;
}

function fault(node, inRules) {
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.getText();
    if (CALLS.has(name)) return `${name}: ${CALLS.get(name)}`;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    if (IMPORTED.has(node.expression.text))
      return `${node.expression.text}(): ${IMPORTED.get(node.expression.text)}`;
    if (node.expression.text === "Date") return "Date(): take ctx.now";
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) {
    return "new Date(): take ctx.now";
  }
  if (inRules && isDateValue(node)) return "Date in a rule: use the calendar of platform/pure";
  return undefined;
}

/** @param {string} root the repository */
export function noClockInRules(root) {
  const files = filesIn(root, "src", [".ts"]).filter((file) => !isTest(file));
  const watched = files.filter((file) => RULES.test(file) || SERVICE.test(file));
  const problems = new Set();
  for (const file of watched) {
    walk(tree(root, file), (node) => {
      const found = fault(node, RULES.test(file));
      if (found) problems.add(`${place(file, node)}: ${found}`);
    });
  }
  // `Date.now` in a rule is both a call and a mention of Date: tell each line once.
  const lines = new Map();
  for (const problem of problems) {
    const where = problem.split(": ", 1)[0];
    if (!lines.has(where)) lines.set(where, problem);
  }
  return { problems: [...lines.values()], note: `${watched.length} files` };
}
