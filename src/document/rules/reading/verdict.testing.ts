// How a reading compares with what the letter says: each field right, absent with a warning, or wrong.
import type { Letter } from "../../schema.ts";
import { type Fields, fieldsOf } from "./letter.testing.ts";

export type Verdict = "right" | "absent" | "wrong";
export type Judged = { path: string; verdict: Verdict; expected?: unknown; got?: unknown };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(sorted);
  if (typeof node !== "object" || node === null)
    return typeof node === "string" ? node.replace(/\s+/g, " ") : node;
  return Object.fromEntries(
    Object.entries(node)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  );
}

const SINGLE = ["kind", "number", "notation", "place", "issuedOn", "subject"] as const;
const REPORT = ["when", "days", "workingDays", "by", "to", "through"] as const;

/**
 * Every field that the letter or the reading has, judged. A field the reading lacks is "absent" only if a
 * warning names it (or the list or part it belongs to), otherwise "wrong"; so is one that differs or is made up.
 */
export function judge(letter: Letter, expected: Fields): Judged[] {
  const got = fieldsOf(letter);
  const warned = (path: string): boolean =>
    letter.warnings.some((warning) => warning.path !== undefined && covers(warning.path, path));
  const out: Judged[] = [];
  const one = (path: string, want: unknown, have: unknown): void => {
    if (want === undefined && have === undefined) return;
    const verdict = same(want, have) ? "right" : have === undefined && warned(path) ? "absent" : "wrong";
    out.push(verdict === "right" ? { path, verdict } : { path, verdict, expected: want, got: have });
  };
  for (const key of SINGLE) one(key, expected[key], got[key]);
  one("issuer.name", expected.issuer?.name, got.issuer?.name);
  one("issuer.superior", expected.issuer?.superior, got.issuer?.superior);
  for (const key of REPORT) one(`reportDuty.${key}`, expected.reportDuty?.[key], got.reportDuty?.[key]);
  one("signature.lines", expected.signature?.lines, got.signature?.lines);
  one("signature.name", expected.signature?.name, got.signature?.name);
  for (const key of ["addressees", "bases", "targets", "recipients"] as const)
    out.push(...listed(key, expected[key], got[key], warned));
  out.push(...listed("coSignatures", expected.coSignatures ?? [], got.coSignatures ?? [], warned));
  out.push(...instructions(expected, got, warned));
  return out;
}

function covers(warning: string, path: string): boolean {
  return warning === path || path.startsWith(`${warning}.`) || path.startsWith(`${warning}[`);
}

function listed(
  key: string,
  want: unknown[],
  have: unknown[],
  warned: (path: string) => boolean,
  doubted: (path: string) => boolean = () => false,
): Judged[] {
  const out: Judged[] = [];
  let from = 0;
  const met = new Set<number>();
  want.forEach((item, i) => {
    const at = have.findIndex((each, j) => j >= from && same(each, item));
    if (at >= 0) {
      met.add(at);
      from = at + 1;
    }
    const verdict = at >= 0 ? "right" : warned(`${key}[${i}]`) ? "absent" : "wrong";
    out.push({ path: `${key}[${i}]`, verdict, ...(at >= 0 ? {} : { expected: item }) });
  });
  have.forEach((item, i) => {
    // What the reader itself doubts is left to the officer.
    if (!met.has(i) && !doubted(`${key}[${i}].text`))
      out.push({ path: `${key}[${i}]`, verdict: "wrong", got: item });
  });
  return out;
}

function instructions(expected: Fields, got: Fields, warned: (path: string) => boolean): Judged[] {
  const texts = (fields: Fields): string[] => fields.instructions.map(({ text }) => text);
  // One joined with another shifts those after it: any doubt about where one ends covers the list.
  const doubtful = got.instructions.some((_, i) => warned(`instructions[${i}].text`));
  const out = listed("instructions", texts(expected), texts(got), doubtful ? () => true : warned, warned);
  for (const [i, item] of expected.instructions.entries()) {
    const found = got.instructions.find(({ text }) => same(text, item.text));
    if (!found) continue;
    const path = `instructions[${i}]`;
    out.push({
      path: `${path}.duties`,
      verdict: same(found.duties, item.duties) ? "right" : "wrong",
      expected: item.duties,
      got: found.duties,
    });
    if (item.dueOn === undefined && found.dueOn === undefined) continue;
    const verdict =
      item.dueOn === found.dueOn
        ? "right"
        : found.dueOn === undefined && warned(`${path}.dueOn`)
          ? "absent"
          : "wrong";
    out.push({ path: `${path}.dueOn`, verdict, expected: item.dueOn, got: found.dueOn });
  }
  return out;
}
