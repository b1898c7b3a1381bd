// Căn cứ: the documents a letter rests on, cited before its instructions.
import type { Day } from "../../../platform/pure/calendar.ts";
import type { DocumentKind, Span } from "../../schema.ts";
import { datesIn } from "./dates.ts";
import { type Found, foundText } from "./found.ts";
import { KIND_NAMES, kindOfName } from "./kinds.ts";
import type { Paragraph } from "./paragraphs.ts";
import { type Source, spanIn, type View, viewOf } from "./source.ts";
import { type Note, note } from "./warnings.ts";

export type Base = {
  kind: Found<DocumentKind>;
  number?: Found<string> | undefined;
  issuedOn?: Found<Day> | undefined;
  issuer?: Found<string> | undefined;
  title?: Found<string> | undefined;
};

const OPENING =
  /^(?:can cu(?: vao)?|thuc hien|theo|tiep theo|trien khai|de (?:trien khai )?thuc hien|huong ung|xet)\b/;
const CITED = new RegExp(
  `\\b(${KIND_NAMES})(?: phoi hop| lien tich| lien nganh| cong tac| hanh dong)? so ?:? ?([0-9][^\\s,;()]{0,40})`,
  "g",
);
const NAMED = new RegExp(`^can cu(?: vao)? ((?:${KIND_NAMES})\\b)`);
// Where the citation ends and what the letter itself says begins.
const MAIN_CLAUSE =
  /, (?=(?:tran trong |kinh )?(?:de nghi|yeu cau)\b|(?:ban thuong vu|ban thuong truc|ban chap hanh|ban chi dao|ban cong tac|lien doan lao dong|ldld|cong doan|cdcs|uy ban|hoi|tinh doan|so)\b[^,;]{0,120}?(?:de nghi|yeu cau|huong dan|thong bao|xay dung|ban hanh|trien khai|to chuc|bao cao|kinh moi|trinh|da co|da gui|thong nhat)\b)/;
const TITLE = /(?:^|[ ,])(?:ve viec|v\/v|ve) /;
// A citation is short; this bounds the work on a paragraph that is not one.
const LONGEST = 4000;

/** The bases cited in the paragraphs before the first instruction. */
export function readBases(source: Source, paragraphs: Paragraph[]): { list: Base[]; notes: Note[] } {
  const list: Base[] = [];
  for (const each of paragraphs.slice(0, 30)) {
    if (each.mark === "number" || each.mark === "roman" || each.mark === "ordinal-word") break;
    const view = viewOf(source, { start: each.content, end: Math.min(each.end, each.content + LONGEST) });
    if (OPENING.test(view.fold)) list.push(...inParagraph(source, view));
  }
  const notes: Note[] = [];
  list.forEach((base, i) => {
    // A law is cited by name alone; a plan or decision is not found again without number and day.
    if (base.number && base.issuedOn) return;
    if (!base.number && base.kind.value === "khac") return;
    notes.push(
      note("base-incomplete", `bases[${i}]`, { text: base.number?.value ?? base.title?.value ?? "" }),
    );
  });
  return { list, notes };
}

function inParagraph(source: Source, view: View): Base[] {
  const { fold } = view;
  const sentence = /(?<!\bTP|\bTs|\bBS)\. (?=\p{Lu})/u.exec(view.text)?.index ?? fold.length;
  const clause = Math.min(MAIN_CLAUSE.exec(fold)?.index ?? fold.length, sentence);
  const cited = [...fold.slice(0, clause).matchAll(CITED)];
  if (cited.length === 0) return named(source, view, fold.slice(0, clause));
  return cited
    .filter((match, i) => i === 0 || separates(fold, cited[i - 1], match))
    .map((match, i, kept) => {
      const end = Math.min(kept[i + 1]?.index ?? clause, indexOr(fold, ";", match.index), clause);
      return citation(source, view, match, end);
    });
}

// "Kế hoạch số 5 … về thực hiện Kế hoạch số 204": the second is part of the first one's title.
function separates(fold: string, before: RegExpExecArray | undefined, match: RegExpExecArray): boolean {
  const between = fold.slice((before?.index ?? 0) + (before?.[0].length ?? 0), match.index);
  return !TITLE.test(between) || /[;,] (?:va |can cu )?$| va $/.test(between);
}

function indexOr(fold: string, mark: string, from: number): number {
  const at = fold.indexOf(mark, from);
  return at < 0 ? fold.length : at;
}

function citation(source: Source, view: View, match: RegExpExecArray, end: number): Base {
  const [all, name = "", printed = ""] = match;
  const from = match.index + all.length;
  const rest = view.fold.slice(from, end);
  const found = (start: number, to: number): Found<string> | undefined =>
    to > start ? foundText(source, spanIn(view, start, to)) : undefined;

  const about = TITLE.exec(rest);
  // A date after "về" belongs to what the document is about, not to the document.
  const date = datesIn(rest.slice(0, about?.index ?? rest.length)).find((each) => each.day !== undefined);
  const of = /(?:^|[ ,])cua /.exec(rest.slice(0, about?.index ?? rest.length));
  const issuerAt = of ? of.index + of[0].length : 0;
  const stop = /,|;|\(| ngay \d/.exec(rest.slice(issuerAt));
  const issuerEnd = Math.min(about?.index ?? rest.length, stop ? issuerAt + stop.index : rest.length);
  const dateSpan = (index: number, length: number): Span => spanIn(view, from + index, from + index + length);
  return {
    kind: { value: kindOfName(name), span: spanIn(view, match.index, match.index + name.length) },
    number: found(from - printed.length, from),
    issuedOn:
      date?.day === undefined ? undefined : { value: date.day, span: dateSpan(date.index, date.length) },
    issuer: of ? found(from + issuerAt, from + issuerEnd) : undefined,
    title: about ? found(from + about.index + about[0].length, end) : undefined,
  };
}

// "Căn cứ Luật Công đoàn năm 2012;" is a base by name only.
function named(source: Source, view: View, fold: string): Base[] {
  const match = NAMED.exec(fold);
  if (!match) return [];
  const name = match[1] ?? "";
  const start = match[0].length - name.length;
  const title = foundText(source, spanIn(view, start, indexOr(fold, ";", 0)));
  return [{ kind: { value: kindOfName(name), span: spanIn(view, start, match[0].length) }, title }];
}
