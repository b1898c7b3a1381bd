// Turns what the server sent for one booking and its giving back into a pgbench script that does the same to other rows:
// what differs between samples becomes a variable, what does not stays in the text.
import { randomBytes } from "node:crypto";
import { newId } from "../../src/platform/pure/ids.ts";
import type { SentStatement } from "./server.ts";

/** One booking and giving back as it was sent, with the values that were chosen for it, by name. */
export interface Sample {
  readonly statements: readonly SentStatement[];
  /** What exists already: slot, day, drive, person, unit, account, session. It differs from sample to sample. */
  readonly known: Readonly<Record<string, string>>;
}

/** A value of the script: texts and atoms in turn. */
type Part = { readonly text: string } | { readonly atom: string };

export interface Script {
  readonly lines: readonly string[];
  /** What each column of the value table is made of; column n is the variable `vn`. */
  readonly columns: readonly (readonly Part[])[];
  readonly statements: number;
  /** How often the server waits for answers. */
  readonly roundTrips: number;
  /** How many of them the server sends by name, prepared once a connection. */
  readonly named: number;
  /** The statements as the server sends them, each in one line, after its name. */
  readonly sent: readonly string[];
}

// In this order: a uuid also looks like other things. Last: what is 40 signs or longer and drawn (boxes, tokens, hashes).
const DRAWN =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|[0-9a-f]{64}|(?<!\\)[\w-]{40,}/;

/** Throws where the samples cannot be told apart by their values: such a script would not do what the server does. */
export function scriptOf(samples: readonly Sample[]): Script {
  const [first, ...others] = samples;
  if (first === undefined || others.length === 0) throw new Error("two samples at least");
  for (const other of others) {
    const differs = other.statements.findIndex(({ text }, i) => text !== first.statements[i]?.text);
    if (differs >= 0 || other.statements.length !== first.statements.length)
      throw new Error(`the server does not always send the same: ${other.statements[differs]?.text}`);
  }
  const readers = samples.map(({ known }) => atomReader(known));
  const columns: Part[][] = [];
  const byMeaning = new Map<string, number>();
  const lines = first.statements.map((statement, i) => {
    const texts = statement.values.map((_, n) => {
      const values = samples.map((sample) => sample.statements[i]?.values[n] ?? null);
      const read = values.map((value, s) => (value === null ? null : readers[s]?.(value)));
      const [value] = values;
      if (value === null || value === undefined) {
        if (values.some((one) => one !== null)) throw new Error(`sometimes null: ${statement.text}`);
        return "null";
      }
      if (values.every((one) => one === value)) return quoted(value);
      const [meaning] = read.map((one) => JSON.stringify(one));
      if (meaning === undefined || read.some((one) => JSON.stringify(one) !== meaning))
        throw new Error(`differs in a way that is not understood: $${n + 1} of ${statement.text}`);
      let column = byMeaning.get(meaning);
      if (column === undefined) {
        column = columns.push(read[0] ?? []) - 1;
        byMeaning.set(meaning, column);
      }
      return `:v${column}`;
    });
    return `${flat(statement.text).replace(/\$(\d+)/g, (_, n: string) => texts[Number(n) - 1] ?? "null")};`;
  });
  const names = columns.map((_, n) => `v${n}`).join(", ");
  const sent = first.statements;
  // What goes out without waiting goes so here too; the whole is answered at the end of its group.
  const grouped = lines.flatMap((line, i) => {
    const follows = sent[i]?.follows === true;
    const followed = sent[i + 1]?.follows === true;
    return [
      ...(followed && !follows ? ["\\startpipeline"] : []),
      line,
      ...(follows && !followed ? ["\\endpipeline"] : []),
    ];
  });
  return {
    lines: [
      "\\set turn :turn + 1",
      `select ${names} from replay.value where client = :client_id and turn = :turn \\gset`,
      ...grouped,
    ],
    columns,
    statements: lines.length,
    roundTrips: sent.filter(({ follows }) => !follows).length,
    named: sent.filter(({ name }) => name !== undefined).length,
    sent: sent.map(
      ({ name, text, follows }) => `${follows ? "+" : " "} ${(name ?? "-").padEnd(22)} ${flat(text)}`,
    ),
  };
}

/** Reads a value of one sample: atoms get the same name wherever they come again. */
function atomReader(known: Readonly<Record<string, string>>): (value: string) => Part[] {
  const names = new Map(Object.entries(known).map(([name, value]) => [value, name]));
  const literal = [...names.keys()].map((value) => value.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
  const atoms = new RegExp([DRAWN.source, ...literal].join("|"), "g");
  let drawn = 0;
  const nameOf = (atom: string): string => {
    let name = names.get(atom);
    if (name === undefined) {
      const kind = /^\d{4}-\d\d-\d\dT/.test(atom) ? "at" : /^[0-9a-f-]{36}$/.test(atom) ? "id" : "text";
      name = `${kind}:${drawn++}:${atom.length}:${/^[0-9a-f]+$/.test(atom) ? "hex" : ""}:${kind === "at" ? Math.round((Date.parse(atom) - Date.now()) / 3_600_000) : ""}`;
      names.set(atom, name);
    }
    return name;
  };
  return (value) => {
    const parts: Part[] = [];
    let from = 0;
    for (const { 0: atom, index } of value.matchAll(atoms)) {
      if (index > from) parts.push({ text: value.slice(from, index) });
      parts.push({ atom: nameOf(atom) });
      from = index + atom.length;
    }
    if (from < value.length) parts.push({ text: value.slice(from) });
    return parts;
  };
}

/** Values for one turn of the script: fresh ones, and those of rows that exist. */
export function valuesFor({ columns }: Script, known: Readonly<Record<string, string>>): string[] {
  const drawn = new Map<string, string>(Object.entries(known));
  const atomValue = (atom: string): string => {
    let value = drawn.get(atom);
    if (value === undefined) {
      value = fresh(atom);
      drawn.set(atom, value);
    }
    return value;
  };
  return columns.map((parts) =>
    parts.map((part) => ("text" in part ? part.text : atomValue(part.atom))).join(""),
  );
}

function fresh(atom: string): string {
  const [kind, , length, digits, hours] = atom.split(":");
  if (kind === "id") return newId();
  if (kind === "at") return new Date(Date.now() + Number(hours) * 3_600_000).toISOString();
  const bytes = randomBytes(Number(length));
  return bytes.toString(digits === "hex" ? "hex" : "base64url").slice(0, Number(length));
}

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** One line, without comments; a colon that pgbench would take for a variable's is not sent by this program. */
function flat(text: string): string {
  const line = text
    .replace(/--[^\n]*/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (/(?<!:):[a-z0-9_]/i.test(line)) throw new Error(`a colon pgbench would misread: ${line}`);
  return line;
}
