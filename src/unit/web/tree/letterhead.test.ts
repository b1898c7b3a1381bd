// When a unit's life speaks of the head of its papers.
import { expect, it } from "vitest";
import { letterheadTurn } from "./letterhead.ts";

const entry = {
  from: "2021-03-01",
  until: null,
  name: "Công đoàn xã Sin Suối Hồ",
  shortName: "CĐ xã Sin Suối Hồ",
  superiorName: null,
  notation: "CĐX",
  placeName: "Sin Suối Hồ",
  kind: "commune-union" as const,
  parent: null,
  decision: null,
  endedBy: null,
};

it("says the new head of a unit's papers from the day on which any line of it is another", () => {
  expect(letterheadTurn(entry, { ...entry, superiorName: "LĐLĐ tỉnh Mẫu" })).toBe(
    "LĐLĐ tỉnh Mẫu, CĐX, Sin Suối Hồ",
  );
  expect(letterheadTurn(entry, { ...entry, notation: "CĐ" })).toBe("CĐ, Sin Suối Hồ");
  expect(letterheadTurn(entry, { ...entry, placeName: "Phong Thổ" })).toBe("CĐX, Phong Thổ");
  expect(letterheadTurn({ ...entry, superiorName: "LĐLĐ tỉnh Mẫu" }, entry)).toBe("CĐX, Sin Suối Hồ");
});

it("does not speak of the head where something else changed, nor at a unit's first day", () => {
  expect(letterheadTurn(entry, { ...entry, kind: "grassroots" })).toBeUndefined();
  expect(letterheadTurn(undefined, entry)).toBeUndefined();
});
