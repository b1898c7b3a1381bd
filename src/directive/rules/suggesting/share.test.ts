import { describe, expect, it } from "vitest";
import { withOwnShare } from "./share.ts";

const order = (text: string) => ({ ordinal: 2, text, duties: ["meet-target" as const] });
const TARGETS = [
  { unit: "LĐLĐ huyện An", value: 110, measure: "blood-units" as const },
  { unit: "LĐLĐ huyện Bình", value: 1_250, measure: "blood-units" as const },
];
const LIST = `Phấn đấu hoàn thành và vượt chỉ tiêu 1.360 đơn vị máu, cụ thể như sau:
- LĐLĐ huyện An: 110 đơn vị máu;
- LĐLĐ huyện Bình: 1.250 đơn vị máu;
Tổng cộng: 1.360 đơn vị máu.`;

describe("a list of everybody's numbers, carried further", () => {
  it("becomes the unit's own number", () => {
    expect(withOwnShare(order(LIST), TARGETS, "Liên đoàn Lao động huyện Bình").text).toBe(
      "Phấn đấu hoàn thành và vượt chỉ tiêu 1.250 đơn vị máu được giao.",
    );
  });

  it("names no number where the letter gives the unit none", () => {
    expect(withOwnShare(order(LIST), TARGETS, "Liên đoàn Lao động huyện Chi").text).toBe(
      "Phấn đấu hoàn thành và vượt chỉ tiêu được giao.",
    );
  });

  it("keeps what stands around the list", () => {
    const text = `Vận động đoàn viên tham gia. Chỉ tiêu như sau:\n- LĐLĐ huyện An: 110 đơn vị máu.\nb) Tuyên truyền rộng rãi.`;
    expect(withOwnShare(order(text), TARGETS, "LĐLĐ huyện An").text).toBe(
      "Vận động đoàn viên tham gia. Chỉ tiêu 110 đơn vị máu được giao.\nb) Tuyên truyền rộng rãi.",
    );
  });

  it.each([
    "Phối hợp với LĐLĐ huyện An tổ chức 02 đợt hiến máu.",
    "Quán triệt đến toàn thể đoàn viên:\n- qua sinh hoạt;\n- qua loa.",
  ])("leaves an order without such a list as it is: %s", (text) => {
    expect(withOwnShare(order(text), TARGETS, "LĐLĐ huyện An").text).toBe(text);
  });
});
