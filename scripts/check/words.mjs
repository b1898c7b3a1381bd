// Words a person reads stand in the catalogues, never in code: text and spoken attributes of screens,
// and Vietnamese letters in any literal.
import { allKeys, isCatalogue } from "./catalogue.mjs";
import { filesIn, isTest, place, read, tree, ts, walk } from "./source.mjs";

const SPOKEN = new Set([
  "label",
  "placeholder",
  "title",
  "aria-label",
  "alt",
  "description",
  "children",
  "error",
  "legend",
  "aria-description",
]);
/** In plain objects fewer names can be trusted to be words: `error` may as well be a colour or a picture. */
const SPOKEN_IN_DATA = new Set(["label", "placeholder", "title", "aria-label", "description"]);
const LETTER = /\p{L}/u;
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
/** Where Vietnamese is data: samples, the demo province, what the letter reader looks for, what the writer sets. */
const DATA =
  /(^|\/)(samples?|demo)(\/|[.-])|^src\/document\/rules\/reading(\/|\.ts$|-)|^src\/document\/service\/writing(\/|\.ts$)/;
const REASON = /^\/\/ vi-data: \S.{9,}/;

/** The literals an attribute or a child may show: through conditions, `&&`, `??`, templates and parentheses. */
function shown(node) {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return LETTER.test(node.text) ? [{ node, text: node.text }] : [];
  if (ts.isTemplateExpression(node)) {
    const text = node.head.text + node.templateSpans.map((span) => span.literal.text).join(" ");
    return LETTER.test(text) ? [{ node, text }] : [];
  }
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) {
    return shown(node.expression);
  }
  if (ts.isConditionalExpression(node)) return [...shown(node.whenTrue), ...shown(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return shown(node.right);
    const joins = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken];
    if (joins.includes(kind)) return [...shown(node.left), ...shown(node.right)];
  }
  return [];
}

/** The product's own name is the same in every language. */
const PRODUCT = "Giọt Hồng";

/** A contract's summary and a shape's description are English for developers and may cite the field's own term. */
function forDevelopers(node) {
  const holder = node.parent;
  if (ts.isPropertyAssignment(holder)) return holder.name.getText() === "summary";
  return ts.isCallExpression(holder) && /\.describe$/.test(holder.expression.getText());
}

/** What this node of a screen shows that no catalogue holds. */
function spoken(node) {
  if (ts.isJsxText(node)) return LETTER.test(node.text) ? [{ node, text: node.text.trim() }] : [];
  if (ts.isJsxAttribute(node)) return SPOKEN.has(node.name.getText()) ? shown(node.initializer) : [];
  if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
    return shown(node);
  if (ts.isPropertyAssignment(node)) {
    const name = ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name) ? node.name.text : "";
    return SPOKEN_IN_DATA.has(name) ? shown(node.initializer) : [];
  }
  return [];
}

const SCREEN = /\.tsx$|^src\/(?:[^/]+\/)+pages\//;

/** @param {string} root the repository */
export function untranslated(root) {
  const problems = [];
  const keys = allKeys(root);
  const files = filesIn(root, "src", [".ts", ".tsx"]).filter((file) => !isTest(file) && !isCatalogue(file));
  for (const file of files) {
    const told = new Set();
    const tell = (node, text) => {
      const at = place(file, node);
      const short = text.replace(/\s+/g, " ").slice(0, 60);
      if (!told.has(`${at} ${short}`)) problems.push(`${at}: "${short}" belongs in the catalogues`);
      told.add(`${at} ${short}`);
    };
    const source = tree(root, file);
    // The reason must stand where a reader meets it: within the first lines.
    const reasoned = read(root, file)
      .split("\n", 5)
      .some((line) => REASON.test(line));
    const data = DATA.test(file) || reasoned;
    walk(source, (node) => {
      if (SCREEN.test(file)) {
        for (const { node: at, text } of spoken(node)) if (!keys.has(text)) tell(at, text);
      }
      if (data) return;
      const literal = ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node);
      const part = ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
      if ((literal || part) && (node.text === PRODUCT || forDevelopers(node))) return;
      if ((literal || part) && VIETNAMESE.test(node.text.normalize("NFC"))) tell(node, node.text.trim());
    });
  }
  return { problems, note: `${files.length} files` };
}
