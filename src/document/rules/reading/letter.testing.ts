// What the tests of the reader share: sample letters, their expected fields, and ways to mangle a letter.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Letter, Span } from "../../schema.ts";
import { readLetter } from "./read.ts";

const SAMPLES = new URL("../../../../samples/letters/", import.meta.url);

/** Names of the sample letters, without extension. */
export function sampleNames(): string[] {
  return readdirSync(SAMPLES)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => file.slice(0, -4))
    .sort();
}

export function sampleText(name: string): string {
  return readFileSync(new URL(`${name}.txt`, SAMPLES), "utf8");
}

/** The fields a letter must yield: warnings as codes, without text and spans. */
export type Fields = Omit<Letter, "warnings" | "text" | "spans"> & { warnings: string[] };

export function sampleFields(name: string): Fields {
  return JSON.parse(readFileSync(new URL(`${name}.expected.json`, SAMPLES), "utf8")) as Fields;
}

/** The real letter 610/LĐLĐ where it lies beside the repository; it is not part of it. */
export function letter610(): string | undefined {
  const file = new URL("../../../../../shared/letters/610.txt", import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** The letter read from `text`; throws when it is none. */
export function read(text: string): Letter {
  const result = readLetter(text);
  if (!result.ok) throw new Error(`Not a letter: ${result.reason}`);
  return result.letter;
}

export function fieldsOf(letter: Letter): Fields {
  const { text: _text, spans: _spans, warnings, ...fields } = letter;
  return { ...fields, warnings: warnings.map(({ code }) => code) };
}

/** The leaves of a letter's fields with their paths, as the keys of `spans` write them. */
export function leavesOf(node: unknown, path = ""): { path: string; value: unknown }[] {
  if (Array.isArray(node)) return node.flatMap((item, i) => leavesOf(item, `${path}[${i}]`));
  if (typeof node === "object" && node !== null) {
    return Object.entries(node).flatMap(([key, item]) => leavesOf(item, path ? `${path}.${key}` : key));
  }
  return [{ path, value: node }];
}

const PAGE_BREAK = /\n+(?:\f|- \d{1,3} -|Trang \d{1,3}(?:\/\d{1,3})?|\d{1,3}(?=\n))\n+/g;

/** The words of a span as a field would hold them: emphasis marks, page numbers and line breaks gone. */
export function wordsAt(letter: Letter, span: Span): string {
  return letter.text
    .slice(span.start, span.end)
    .replace(PAGE_BREAK, "\n")
    .replace(/\*/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
