// A field of a letter by the path its source is kept under: "instructions[2].text". Pure.
import type { Letter, Span } from "../schema.ts";

type Node = Record<string, unknown> | unknown[];

const stepsOf = (path: string): (string | number)[] =>
  [...path.matchAll(/([a-zA-Z]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));

const child = (node: unknown, step: string | number): unknown =>
  typeof node === "object" && node !== null ? (node as Record<string | number, unknown>)[step] : undefined;

/** The value at a path, undefined where the letter has none. */
export const getAt = (letter: Letter, path: string): unknown => stepsOf(path).reduce<unknown>(child, letter);

function put(node: unknown, steps: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const copy: Node = Array.isArray(node) ? [...node] : { ...(node as Record<string, unknown> | undefined) };
  const inner = put(child(node, step), rest, value);
  if (inner === undefined && !Array.isArray(copy)) delete copy[step];
  else (copy as Record<string | number, unknown>)[step] = inner;
  return copy;
}

/** The letter with one field changed; undefined takes the field away. */
export const setAt = (letter: Letter, path: string, value: unknown): Letter =>
  put(letter, stepsOf(path), value) as Letter;

export type ListName = "addressees" | "bases" | "instructions" | "targets" | "recipients";

/** The letter without one item of a list; sources of the items after it move up with them. */
export function withoutItem(letter: Letter, list: ListName, index: number): Letter {
  const spans: Record<string, Span> = {};
  const within = new RegExp(`^${list}\\[(\\d+)\\](.*)$`);
  for (const [path, span] of Object.entries(letter.spans)) {
    const found = within.exec(path);
    const at = Number(found?.[1]);
    if (found === null || at < index) spans[path] = span;
    else if (at > index) spans[`${list}[${at - 1}]${found[2]}`] = span;
  }
  return { ...letter, [list]: letter[list].filter((_, i) => i !== index), spans };
}

/** The source of a field: its own span, else the one around it ("instructions[2]" for a duty without words). */
export function spanOf(letter: Letter, path: string): Span | undefined {
  const own = letter.spans[path];
  if (own !== undefined) return own;
  const inside = Object.entries(letter.spans).filter(
    ([at]) => at.startsWith(`${path}.`) || at.startsWith(`${path}[`),
  );
  if (inside.length === 0) return undefined;
  return {
    start: Math.min(...inside.map(([, span]) => span.start)),
    end: Math.max(...inside.map(([, span]) => span.end)),
  };
}

/** A stretch of the text with the paths of the fields that came from it, the nearest first. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly paths: readonly string[];
}

/** The text cut wherever a source begins or ends. Adding up the stretches gives the text again. */
export function stretchesOf(letter: Letter): readonly Stretch[] {
  const spans = Object.entries(letter.spans).sort(([, a], [, b]) => a.end - a.start - (b.end - b.start));
  const cuts = new Set([0, letter.text.length]);
  for (const [, { start, end }] of spans) cuts.add(start).add(end);
  const at = [...cuts].filter((cut) => cut <= letter.text.length).sort((a, b) => a - b);
  return at.slice(0, -1).map((start, i) => {
    const end = at[i + 1] ?? start;
    const paths = spans.filter(([, span]) => span.start <= start && end <= span.end).map(([path]) => path);
    return { start, text: letter.text.slice(start, end), paths };
  });
}
