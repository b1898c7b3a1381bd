// What of a letter is shown and corrected, part by part: labels, paths and kinds of control. Pure.
import {
  DocumentKind,
  Duty,
  type Letter,
  RecipientRole,
  ReportWhen,
  SignatureCapacity,
  TargetMeasure,
} from "../schema.ts";
import type { ListName } from "./field-path.ts";

/** How a field is corrected; choices are values of the letter's own vocabulary. */
export type Control =
  | { readonly kind: "line" | "text" | "day" | "count" }
  | { readonly kind: "choice" | "several"; readonly options: readonly string[]; readonly words: WordsOf };

/** The catalogue in which a choice's words stand. */
export type WordsOf =
  | "document.kind"
  | "document.duty"
  | "document.role"
  | "document.when"
  | "document.measure"
  | "document.capacity";

export interface LetterField {
  readonly path: string;
  readonly label: FieldLabel;
  readonly control: Control;
  /** Shown only once it has a value; it can be added in the part's own way. */
  readonly rare?: boolean;
}

const LABELS = [
  "kind",
  "number",
  "notation",
  "place",
  "issuedOn",
  "subject",
  "issuer",
  "superior",
  "addressee",
  "base-number",
  "base-issuer",
  "base-title",
  "instruction",
  "duties",
  "due-on",
  "when",
  "days",
  "by",
  "to",
  "through",
  "target-unit",
  "target-value",
  "target-measure",
  "recipient",
  "role",
  "capacity",
  "on-behalf-of",
  "title",
  "signer",
] as const;
export type FieldLabel = (typeof LABELS)[number];

const PARTS = [
  "head",
  "addressees",
  "bases",
  "instructions",
  "reportDuty",
  "targets",
  "recipients",
  "signature",
] as const;
export type PartName = (typeof PARTS)[number];

/** An item of a list part: its fields stand and fall together. */
export interface LetterItem {
  readonly index: number;
  readonly fields: readonly LetterField[];
}

export interface LetterPart {
  readonly name: PartName;
  /** The list its items come from; absent for a part that is no list. */
  readonly list?: ListName;
  readonly items: readonly LetterItem[];
  /** Paths of warnings that belong to this part as a whole or to fields of it. */
  readonly owns: (path: string) => boolean;
}

const line = (path: string, label: FieldLabel, rare = false): LetterField => ({
  path,
  label,
  control: { kind: "line" },
  ...(rare && { rare }),
});
const text = (path: string, label: FieldLabel): LetterField => ({ path, label, control: { kind: "text" } });
const day = (path: string, label: FieldLabel, rare = false): LetterField => ({
  path,
  label,
  control: { kind: "day" },
  ...(rare && { rare }),
});
const choice = (
  path: string,
  label: FieldLabel,
  options: readonly string[],
  words: WordsOf,
): LetterField => ({
  path,
  label,
  control: { kind: "choice", options, words },
});

const HEAD: readonly LetterField[] = [
  choice("kind", "kind", DocumentKind.options, "document.kind"),
  line("number", "number"),
  line("notation", "notation"),
  line("place", "place"),
  day("issuedOn", "issuedOn"),
  text("subject", "subject"),
  line("issuer.name", "issuer"),
  line("issuer.superior", "superior"),
];

const REPORT: readonly LetterField[] = [
  choice("reportDuty.when", "when", ReportWhen.options, "document.when"),
  { path: "reportDuty.days", label: "days", control: { kind: "count" } },
  day("reportDuty.by", "by", true),
  line("reportDuty.to", "to"),
  line("reportDuty.through", "through"),
];

const ITEMS: Record<ListName, (at: string) => readonly LetterField[]> = {
  addressees: (at) => [line(`${at}.text`, "addressee")],
  bases: (at) => [
    line(`${at}.number`, "base-number"),
    day(`${at}.issuedOn`, "issuedOn"),
    line(`${at}.issuer`, "base-issuer"),
    text(`${at}.title`, "base-title"),
  ],
  instructions: (at) => [
    text(`${at}.text`, "instruction"),
    {
      path: `${at}.duties`,
      label: "duties",
      control: { kind: "several", options: Duty.options, words: "document.duty" },
    },
    day(`${at}.dueOn`, "due-on"),
  ],
  targets: (at) => [
    line(`${at}.unit`, "target-unit"),
    { path: `${at}.value`, label: "target-value", control: { kind: "count" } },
    choice(`${at}.measure`, "target-measure", TargetMeasure.options, "document.measure"),
  ],
  recipients: (at) => [
    line(`${at}.text`, "recipient"),
    choice(`${at}.role`, "role", RecipientRole.options, "document.role"),
  ],
};

/** What an item added by hand begins with. */
export function newItem(list: ListName, letter: Letter): Letter[ListName][number] {
  switch (list) {
    case "addressees":
      return { text: "" };
    case "bases":
      return { kind: "khac" };
    case "instructions":
      return {
        ordinal: Math.max(0, ...letter.instructions.map(({ ordinal }) => ordinal)) + 1,
        text: "",
        duties: [],
      };
    case "targets":
      return { value: 0 };
    case "recipients":
      return { text: "", role: "know" };
  }
}

const under = (name: string) => (path: string) =>
  path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`);
const PART_PATHS = PARTS.filter((name) => name !== "head").map(under);

function listPart(name: ListName, letter: Letter): LetterPart {
  const items = letter[name].map((_, index) => ({ index, fields: ITEMS[name](`${name}[${index}]`) }));
  return { name, list: name, items, owns: under(name) };
}

function signatureFields(letter: Letter): readonly LetterField[] {
  const lines = (letter.signature?.lines ?? []).flatMap((_, i) => [
    choice(`signature.lines[${i}].capacity`, "capacity", SignatureCapacity.options, "document.capacity"),
    line(`signature.lines[${i}].onBehalfOf`, "on-behalf-of", true),
    line(`signature.lines[${i}].title`, "title", true),
  ]);
  return [...lines.map((field) => ({ ...field, rare: true })), line("signature.name", "signer")];
}

/** The parts of a letter in the order of the page, with the fields that it has. */
export function partsOf(letter: Letter): readonly LetterPart[] {
  const whole = (fields: readonly LetterField[]): readonly LetterItem[] => [{ index: 0, fields }];
  return [
    { name: "head", items: whole(HEAD), owns: (path) => !PART_PATHS.some((owns) => owns(path)) },
    listPart("addressees", letter),
    listPart("bases", letter),
    listPart("instructions", letter),
    { name: "reportDuty", items: whole(REPORT), owns: under("reportDuty") },
    listPart("targets", letter),
    listPart("recipients", letter),
    { name: "signature", items: whole(signatureFields(letter)), owns: under("signature") },
  ];
}
