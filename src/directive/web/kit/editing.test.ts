// A kit while it is written: limits are the contract's own, empty rows are left out, rows move by one place.
import { describe, expect, it } from "vitest";
import { publishKit } from "../../contract/kit.ts";
import { KitContent } from "../../schema/kit.ts";
import {
  changed,
  contentOf,
  draftFrom,
  type KitDraft,
  LETTERS,
  moved,
  newLine,
  newQuestion,
  ROWS,
  without,
  wrongIn,
} from "./editing.ts";

const CONTENT: KitContent = {
  keyMessages: ["Một giọt máu cho đi, một cuộc đời ở lại."],
  questions: [{ question: "Ai hiến được?", answer: "Người từ 18 tuổi, khỏe mạnh." }],
  poster: {
    headline: "Hiến máu cứu người",
    lines: ["Mời bạn đến"],
    when: "09/06/2021",
    where: "Nhà văn hóa",
  },
  loudspeaker: [{ language: "vi", text: "Kính thưa bà con" }],
  chat: "Mời anh chị em",
};
const begun = (change: Partial<KitDraft> = {}): KitDraft => ({ ...draftFrom(CONTENT, 3), ...change });
const long = (letters: number): string => "ấ".repeat(letters);

describe("the content of a draft", () => {
  it("is what it was begun from while nothing is changed", () => {
    expect(contentOf(begun())).toEqual(CONTENT);
    expect(wrongIn(begun()).size).toBe(0);
  });

  it("leaves out rows and languages left empty", () => {
    const draft = begun({ keyMessages: [newLine(), ...begun().keyMessages], questions: [newQuestion()] });
    expect(contentOf(draft)).toMatchObject({ keyMessages: CONTENT.keyMessages, questions: [] });
    expect(contentOf(draft).loudspeaker).toHaveLength(1);
  });

  it("is kept composed and without spaces around, as the server keeps it", () => {
    const draft = begun({ headline: " Hiến máu ".normalize("NFD") });
    expect(contentOf(draft).poster.headline).toBe("Hiến máu");
  });
});

describe("what is wrong in a draft", () => {
  it("is the missing headline of an empty kit, and nothing else", () => {
    expect([...wrongIn(draftFrom(undefined, 0))]).toEqual([["headline", "blank"]]);
  });

  it("is an answer without its question and a question without its answer", () => {
    const [one, other] = [newQuestion(), newQuestion()];
    const questions = [
      { ...one, question: "Ai?" },
      { ...other, answer: "Mọi người." },
    ];
    expect([...wrongIn(begun({ questions }))]).toEqual([
      [`${one.key}.answer`, "blank"],
      [other.key, "blank"],
    ]);
  });
});

describe("the limits of the form", () => {
  /** A draft whose every field is so many letters longer than the limit, and every list as full. */
  const full = (over: number): KitDraft => ({
    basedOn: 0,
    keyMessages: Array.from({ length: ROWS.keyMessages }, () => ({
      ...newLine(),
      text: long(LETTERS.keyMessage + over),
    })),
    questions: Array.from({ length: ROWS.questions }, () => ({
      ...newQuestion(),
      question: long(LETTERS.question + over),
      answer: long(LETTERS.answer + over),
    })),
    headline: long(LETTERS.headline + over),
    lines: Array.from({ length: ROWS.lines }, () => ({ ...newLine(), text: long(LETTERS.line + over) })),
    when: long(LETTERS.when + over),
    where: long(LETTERS.where + over),
    loudspeaker: {
      vi: long(LETTERS.loudspeaker + over),
      thai: long(LETTERS.loudspeaker + over),
      mong: long(LETTERS.loudspeaker + over),
    },
    chat: long(LETTERS.chat + over),
    note: long(LETTERS.note + over),
  });

  it("are those of the contract: the fullest kit passes both", () => {
    expect(wrongIn(full(0)).size).toBe(0);
    const body = {
      id: "00000000-0000-7000-8000-000000000001",
      basedOn: 0,
      content: contentOf(full(0)),
      note: full(0).note,
    };
    expect(publishKit.body?.safeParse(body).success).toBe(true);
  });

  it("are those of the contract: one letter more is refused by both, in every field", () => {
    const issues = KitContent.safeParse(contentOf(full(1))).error?.issues ?? [];
    // The note is not of the content.
    expect(wrongIn(full(1)).size - 1).toBe(issues.length);
  });

  it("are those of the contract: one row more is refused", () => {
    const content = contentOf(full(0));
    for (const more of [
      { ...content, keyMessages: [...content.keyMessages, "x"] },
      { ...content, questions: [...content.questions, { question: "x", answer: "y" }] },
      { ...content, poster: { ...content.poster, lines: [...content.poster.lines, "x"] } },
    ])
      expect(KitContent.safeParse(more).success).toBe(false);
  });
});

describe("rows of a list", () => {
  const rows = ["a", "b", "c"].map((key) => ({ key, text: key }));
  const keys = (some: readonly { readonly key: string }[]): string => some.map(({ key }) => key).join("");

  it("move one place up and down, and stay at the ends", () => {
    expect(keys(moved(rows, "b", -1))).toBe("bac");
    expect(keys(moved(rows, "b", 1))).toBe("acb");
    expect(keys(moved(rows, "a", -1))).toBe("abc");
    expect(keys(moved(rows, "c", 1))).toBe("abc");
  });

  it("are removed and changed by key", () => {
    expect(keys(without(rows, "b"))).toBe("ac");
    expect(changed(rows, "b", { text: "x" })[1]).toEqual({ key: "b", text: "x" });
  });
});
