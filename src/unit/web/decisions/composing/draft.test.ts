// What is being composed, and what the server is sent of it.
import { expect, it } from "vitest";
import { DecisionEntry } from "../../../schema/acts.ts";
import { composingOf, emptyComposing, entryOf, missingIn, nameIn, openedIn } from "./draft.ts";

const A = "019763a0-0000-7000-8000-00000000000a";
const B = "019763a0-0000-7000-8000-00000000000b";
const C = "019763a0-0000-7000-8000-00000000000c";
const opened = {
  id: C,
  side: "union" as const,
  kind: "commune-union" as const,
  name: "Công đoàn xã Sin Suối Hồ",
  shortName: "CĐ xã Sin Suối Hồ",
  notation: "CĐX",
  placeName: "Sin Suối Hồ",
  central: false,
};
const whole = {
  ...emptyComposing(),
  title: " Sắp xếp ",
  effectiveOn: "2025-07-01",
  acts: [{ kind: "move" as const, unitId: A, parentId: B }],
  named: { [A]: "CĐCS A", [B]: "LĐLĐ B" },
};

it("lists everything a draft still lacks at once", () => {
  expect([...missingIn(emptyComposing())]).toEqual(["title", "day", "acts"]);
  expect(missingIn(whole).size).toBe(0);
});

it("asks who issued the paper only where something of a paper is written", () => {
  const paper = { ...emptyComposing().paper, number: "128" };
  expect([...missingIn({ ...whole, paper })]).toEqual(["issuer"]);
  expect(entryOf({ ...whole, paper })).toBeUndefined();
});

it("sends an entry the contract accepts, with blank fields left out", () => {
  const paper = { issuer: "LĐLĐ tỉnh", number: "", notation: "QĐ-LĐLĐ", issuedOn: "", subject: "" };
  const entry = entryOf({ ...whole, paper });
  expect(entry?.title).toBe("Sắp xếp");
  expect(entry?.paper).toEqual({ issuer: "LĐLĐ tỉnh", notation: "QĐ-LĐLĐ", subject: "" });
  expect(DecisionEntry.parse(entry)).toEqual(entry);
  expect(entryOf(whole)?.paper).toBeNull();
});

it("takes a draft of the server up again as it was sent", () => {
  const entry = entryOf(whole);
  const view = {
    ...entry,
    revision: 3,
    entries: whole.acts,
    named: [{ id: A, name: "CĐCS A", shortName: "A" }],
  };
  const again = composingOf(view as never);
  expect(entryOf(again)).toEqual(entry);
  expect(again.basedOn).toBe(3);
  expect(again.named).toEqual({ [A]: "CĐCS A" });
});

it("names units that are yet to be opened, by an opening or a split", () => {
  const acts = [
    { kind: "split" as const, unitId: A, into: [opened], childrenTo: [] },
    { kind: "move" as const, unitId: B, parentId: C },
  ];
  expect(openedIn(acts).map(({ id }) => id)).toEqual([C]);
  expect(openedIn(acts, 0)).toEqual([]);
  expect(nameIn({ acts, named: whole.named }, C)).toBe("Công đoàn xã Sin Suối Hồ");
  expect(nameIn({ acts, named: whole.named }, A)).toBe("CĐCS A");
});
