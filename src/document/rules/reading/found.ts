// A value together with the words it came from, and the step that separates the two for the result.
import type { Span } from "../../schema.ts";
import { type Source, trimEndChars, words } from "./source.ts";

export type Found<T> = { value: T; span: Span };

/** A tree of `Found` values with the spans taken out; absent stays absent. */
export type Plain<T> =
  T extends Found<infer V>
    ? V
    : T extends readonly (infer U)[]
      ? Plain<U>[]
      : T extends object
        ? { [K in keyof T]: Plain<T[K]> }
        : T;

/** The words of `span`, without closing punctuation, as a found text; undefined when nothing is left. */
export function foundText(source: Source, span: Span, closing = ".,;:"): Found<string> | undefined {
  const trimmed = trimEndChars(source, span, closing);
  return trimmed.end > trimmed.start ? { value: words(source, trimmed), span: trimmed } : undefined;
}

function isFound(node: object): node is Found<unknown> {
  return "span" in node && "value" in node;
}

/** Takes the spans out of `tree` into `spans`, keyed by path; keys whose value is undefined are dropped. */
export function settle<T>(tree: T, path: string, spans: Record<string, Span>): Plain<T> {
  return settleNode(tree, path, spans) as Plain<T>;
}

function settleNode(node: unknown, path: string, spans: Record<string, Span>): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((item, i) => settleNode(item, `${path}[${i}]`, spans));
  if (isFound(node)) {
    spans[path] = { start: node.span.start, end: node.span.end };
    return node.value;
  }
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (value !== undefined) plain[key] = settleNode(value, path === "" ? key : `${path}.${key}`, spans);
  }
  return plain;
}
