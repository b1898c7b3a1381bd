// A kit while it is written: rows with keys of their own, what is still wrong, and the content it comes to.
import { newId } from "../../../platform/pure/ids.ts";
import type { KitContent, LoudspeakerLanguage } from "../../schema/kit.ts";

/** Most letters of a field and most rows of a list; a test holds them against the contract's shapes. */
export const LETTERS = {
  keyMessage: 300,
  question: 300,
  answer: 1500,
  headline: 90,
  line: 160,
  when: 160,
  where: 160,
  loudspeaker: 3000,
  chat: 1500,
  note: 500,
} as const;
export const ROWS = { keyMessages: 12, questions: 40, lines: 6 } as const;
export const LANGUAGES: readonly LoudspeakerLanguage[] = ["vi", "thai", "mong"];

export interface LineRow {
  readonly key: string;
  readonly text: string;
}
export interface QuestionRow {
  readonly key: string;
  readonly question: string;
  readonly answer: string;
}
export interface KitDraft {
  /** The version it was begun from; 0 for the first. */
  readonly basedOn: number;
  readonly keyMessages: readonly LineRow[];
  readonly questions: readonly QuestionRow[];
  readonly headline: string;
  readonly lines: readonly LineRow[];
  readonly when: string;
  readonly where: string;
  readonly loudspeaker: Readonly<Record<LoudspeakerLanguage, string>>;
  readonly chat: string;
  readonly note: string;
}

const rowOf = (text: string): LineRow => ({ key: newId(), text });
export const newLine = (): LineRow => rowOf("");
export const newQuestion = (): QuestionRow => ({ key: newId(), question: "", answer: "" });

/** Begins from a published kit, or empty with one row to fill in where there is none. */
export function draftFrom(content: KitContent | undefined, basedOn: number): KitDraft {
  const spoken = (language: LoudspeakerLanguage): string =>
    content?.loudspeaker.find((one) => one.language === language)?.text ?? "";
  return {
    basedOn,
    keyMessages: (content?.keyMessages ?? [""]).map(rowOf),
    questions: (content?.questions ?? []).map((one) => ({ key: newId(), ...one })),
    headline: content?.poster.headline ?? "",
    lines: (content?.poster.lines ?? []).map(rowOf),
    when: content?.poster.when ?? "",
    where: content?.poster.where ?? "",
    loudspeaker: { vi: spoken("vi"), thai: spoken("thai"), mong: spoken("mong") },
    chat: content?.chat ?? "",
    note: "",
  };
}

/** As it is kept: NFC, without spaces around. */
const kept = (text: string): string => text.normalize("NFC").trim();
export const lettersOf = (text: string): number => kept(text).length;
const isBlank = (text: string): boolean => kept(text) === "";
const written = (rows: readonly LineRow[]): string[] =>
  rows.map(({ text }) => kept(text)).filter((text) => text !== "");

/** The content to publish; rows left empty are left out. */
export function contentOf(draft: KitDraft): KitContent {
  return {
    keyMessages: written(draft.keyMessages),
    questions: draft.questions
      .map(({ question, answer }) => ({ question: kept(question), answer: kept(answer) }))
      .filter(({ question, answer }) => question !== "" || answer !== ""),
    poster: {
      headline: kept(draft.headline),
      lines: written(draft.lines),
      when: kept(draft.when),
      where: kept(draft.where),
    },
    loudspeaker: LANGUAGES.map((language) => ({ language, text: kept(draft.loudspeaker[language]) })).filter(
      ({ text }) => text !== "",
    ),
    chat: kept(draft.chat),
  };
}

export type Wrong = "blank" | "long";

/** What is wrong, by field: a field's own name, or the key of its row (`<key>.answer` for an answer). */
export function wrongIn(draft: KitDraft): ReadonlyMap<string, Wrong> {
  const wrong = new Map<string, Wrong>();
  const within = (field: string, text: string, most: number): void => {
    if (lettersOf(text) > most) wrong.set(field, "long");
  };
  for (const { key, text } of draft.keyMessages) within(key, text, LETTERS.keyMessage);
  for (const { key, question, answer } of draft.questions) {
    within(key, question, LETTERS.question);
    within(`${key}.answer`, answer, LETTERS.answer);
    if (isBlank(question) && !isBlank(answer)) wrong.set(key, "blank");
    if (!isBlank(question) && isBlank(answer)) wrong.set(`${key}.answer`, "blank");
  }
  for (const { key, text } of draft.lines) within(key, text, LETTERS.line);
  within("headline", draft.headline, LETTERS.headline);
  if (isBlank(draft.headline)) wrong.set("headline", "blank");
  within("when", draft.when, LETTERS.when);
  within("where", draft.where, LETTERS.where);
  for (const language of LANGUAGES)
    within(`loudspeaker.${language}`, draft.loudspeaker[language], LETTERS.loudspeaker);
  within("chat", draft.chat, LETTERS.chat);
  within("note", draft.note, LETTERS.note);
  return wrong;
}

interface Keyed {
  readonly key: string;
}

/** A row one place up (-1) or down (1); at the ends nothing changes. */
export function moved<Row extends Keyed>(rows: readonly Row[], key: string, by: -1 | 1): readonly Row[] {
  const at = rows.findIndex((row) => row.key === key);
  const [row, other] = [rows[at], rows[at + by]];
  if (row === undefined || other === undefined) return rows;
  return rows.map((one, index) => (index === at ? other : index === at + by ? row : one));
}

export const without = <Row extends Keyed>(rows: readonly Row[], key: string): readonly Row[] =>
  rows.filter((row) => row.key !== key);

export const changed = <Row extends Keyed>(
  rows: readonly Row[],
  key: string,
  change: Partial<Row>,
): readonly Row[] => rows.map((row) => (row.key === key ? { ...row, ...change } : row));
