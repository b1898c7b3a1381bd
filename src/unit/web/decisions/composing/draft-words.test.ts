// One's own draft as text, for when somebody else's newer one takes its place.
import { expect, it } from "vitest";
import { translator } from "../../../../platform/i18n/translate.ts";
import type { T } from "../../../../platform/ui/i18n.tsx";
import { vi } from "../../messages.vi.ts";
import { emptyComposing } from "./draft.ts";
import { draftWords } from "./draft-words.ts";

const t = translator(vi, "vi") as T;
const ids = ["a", "b", "c", "d", "e", "f"];

it("says all of a draft that was written, with every unit by name", () => {
  const draft = {
    ...emptyComposing(),
    title: " Sắp xếp ",
    effectiveOn: "2025-07-01",
    paper: { ...emptyComposing().paper, number: "128" },
    acts: [
      { kind: "merge" as const, fromIds: ids.slice(1), intoId: "a" },
      { kind: "close" as const, unitId: "b", members: "leave" as const },
    ],
  };
  expect(draftWords(t, draft, (id) => `CĐCS ${id.toUpperCase()}`).split("\n")).toEqual([
    "Tên quyết định: Sắp xếp",
    "Có hiệu lực từ ngày: 01/07/2025",
    "Số: 128",
    "1. Sáp nhập: CĐCS B, CĐCS C, CĐCS D, CĐCS E, CĐCS F vào CĐCS A",
    "2. Kết thúc: CĐCS B; bàn giao cho cấp trên trực tiếp",
    "   Đoàn viên thôi sinh hoạt công đoàn, vẫn là người hiến máu",
  ]);
});
