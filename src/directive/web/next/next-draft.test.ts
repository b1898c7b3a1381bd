import { describe, expect, it } from "vitest";
import { newId } from "../../../platform/pure/ids.ts";
import type { Suggestion } from "../../schema/family.ts";
import { DirectiveDraft } from "../../schema.ts";
import { changesBetween } from "./changes.ts";
import {
  bodyOf,
  fieldsOf,
  fromSuggestion,
  missingIn,
  moved,
  type NextDraft,
  recipientsOf,
} from "./next-draft.ts";

const unit = (name: string) => ({ id: newId(), name, shortName: name });
const hoaLe = unit("CĐCS xã Hoa Lê");
const saMu = unit("CĐCS xã Sa Mù");
const parentId = newId();
const ofId = newId();

const suggestion = (change: Partial<Suggestion> = {}): Suggestion => ({
  relation: { kind: "reissue", parentId },
  whole: [],
  saved: null,
  campaignId: newId(),
  letter: {
    kind: "cong-van",
    notation: "LĐLĐ",
    subject: "tuyên truyền hiến máu",
    addressees: [{ text: "Các công đoàn cơ sở trực thuộc", group: "grassroots" }],
    bases: [{ kind: "cong-van", number: "610/LĐLĐ", issuedOn: "2021-01-18" }],
    instructions: [
      { ordinal: 2, text: "Vận động đoàn viên.", duties: ["mobilise"] },
      { ordinal: 1, text: "Quán triệt kế hoạch.", duties: ["disseminate"], dueOn: "2021-05-20" },
    ],
    targets: [],
    recipients: [{ text: "Như kính gửi", role: "act" }],
  },
  recipients: [
    { unit: hoaLe, addressee: "Các công đoàn cơ sở trực thuộc" },
    { unit: saMu, addressee: "Các công đoàn cơ sở trực thuộc" },
  ],
  reportDays: 3,
  receiveDays: 2,
  nextNumber: { number: "12", notation: "LĐLĐ" },
  ...change,
});

describe("a letter written from a suggestion", () => {
  it("fits the contract as it is suggested, its number left to the series", () => {
    const body = DirectiveDraft.parse(bodyOf(fromSuggestion(suggestion())));
    expect(body.relation).toEqual({ kind: "reissue", parentId });
    expect(body.letter.number).toBeUndefined();
    expect(body.letter.instructions.map(({ ordinal, text }) => [ordinal, text])).toEqual([
      [1, "Quán triệt kế hoạch."],
      [2, "Vận động đoàn viên."],
    ]);
    expect(body.recipients).toHaveLength(2);
    expect(body).toMatchObject({ reportDays: 3, receiveDays: 2, letter: { text: "" } });
  });

  it("leaves out units that were unticked and orders that were emptied, and counts anew", () => {
    const draft = fromSuggestion(suggestion());
    const [line] = draft.lines;
    const changed: NextDraft = {
      ...draft,
      lines: [{ ...(line as NextDraft["lines"][number]), units: [{ unit: saMu, on: true }] }],
      orders: draft.orders.map((order, index) => (index === 0 ? { ...order, text: "  " } : order)),
    };
    expect(recipientsOf(changed).map(({ unitId }) => unitId)).toEqual([saMu.id]);
    expect(fieldsOf(changed).instructions).toEqual([
      { ordinal: 1, text: "Vận động đoàn viên.", duties: ["mobilise"] },
    ]);
  });

  it("waits for a subject, a typed number, somebody to send it to and something to do", () => {
    const draft = fromSuggestion(suggestion());
    const empty: NextDraft = {
      ...draft,
      letter: { ...draft.letter, subject: " " },
      byHand: true,
      lines: [],
      orders: [],
      receiveDays: "31",
    };
    expect([...missingIn(empty)].sort()).toEqual([
      "number",
      "orders",
      "receiveDays",
      "recipients",
      "subject",
    ]);
    expect(bodyOf(empty)).toBeUndefined();
  });

  it("bears a number that was typed by hand", () => {
    const draft = fromSuggestion(suggestion());
    const typed = { ...draft, byHand: true, letter: { ...draft.letter, number: " 15 " } };
    expect(bodyOf(typed)?.letter.number).toBe("15");
    expect(bodyOf({ ...typed, byHand: false })?.letter.number).toBeUndefined();
  });

  it("keeps a line of Kính gửi that only the recipients name", () => {
    const draft = fromSuggestion(suggestion({ recipients: [{ unit: hoaLe, addressee: "CĐCS xã Hoa Lê" }] }));
    expect(draft.lines.map(({ addressee, units }) => [addressee.text, units.length])).toEqual([
      ["Các công đoàn cơ sở trực thuộc", 0],
      ["CĐCS xã Hoa Lê", 1],
    ]);
  });
});

describe("a letter that amends another", () => {
  const amends = suggestion({ relation: { kind: "amend", ofId, spreadAgain: false } });

  it("names the letter from above that makes it necessary, and chooses no recipients", () => {
    const draft: NextDraft = { ...fromSuggestion(amends, { because: parentId }), spreadAgain: "yes" };
    const body = DirectiveDraft.parse(bodyOf(draft));
    expect(body.relation).toEqual({ kind: "amend", ofId, parentId, spreadAgain: true });
    expect(body.recipients).toEqual([]);
  });

  it("is asked whether it must be spread again; nothing is answered for the officer", () => {
    expect([...missingIn(fromSuggestion(amends))]).toEqual(["spreadAgain"]);
  });

  it("shows live what its receivers will see as changed", () => {
    const before = { letter: fieldsOf(fromSuggestion(amends)), reportDays: "3" };
    const [first, second] = before.letter.instructions;
    if (first === undefined || second === undefined) throw new Error("two orders");
    const after = {
      letter: {
        ...before.letter,
        instructions: [
          { ...first, dueOn: "2021-05-25" },
          second,
          { ...second, ordinal: 3, text: "Báo cáo." },
        ],
      },
      reportDays: "5",
    };
    const { fields, instructions } = changesBetween(before, after);
    expect(fields.map(({ field }) => field)).toEqual(["reportDays"]);
    expect(instructions.map(({ change }) => change)).toEqual(["changed", "same", "added"]);
    expect(instructions[0]).toMatchObject({ dueBefore: "2021-05-20", dueAfter: "2021-05-25" });
  });
});

describe("orders moved by keyboard", () => {
  it("change places with their neighbour and stop at the ends", () => {
    expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });
});
