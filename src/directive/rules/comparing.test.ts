// Which order of a changed letter stands for which of the earlier one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareOrders, likeness, matchOrders } from "./comparing.ts";

const order = (ordinal: number, text: string, dueOn: string | null = null) => ({ ordinal, text, dueOn });

test("orders are matched by what they say, not by where they stand", () => {
  const before = [
    order(1, "Tổ chức quán triệt, tuyên truyền Kế hoạch."),
    order(2, "Vận động đoàn viên đăng ký hiến máu."),
  ];
  const after = [
    order(1, "Vận động đoàn viên, người lao động đăng ký hiến máu."),
    order(2, "Cử người dự lễ phát động tại Nhà văn hóa."),
    order(3, "Tổ chức quán triệt, tuyên truyền Kế hoạch."),
  ];
  expect(compareOrders(before, after).map(({ change, ordinal }) => [change, ordinal])).toEqual([
    ["changed", 1],
    ["added", 2],
    ["same", 3],
  ]);
});

test("a due day alone is a change, and an order left out is shown where it stood", () => {
  const before = [
    order(1, "Quán triệt.", "2021-05-01"),
    order(2, "Lập danh sách người đăng ký."),
    order(3, "Báo cáo kết quả."),
  ];
  const after = [order(1, "Quán triệt.", "2021-05-10"), order(2, "Báo cáo kết quả.")];
  expect(
    compareOrders(before, after).map(({ change, dueBefore, dueAfter }) => [change, dueBefore, dueAfter]),
  ).toEqual([
    ["changed", "2021-05-01", "2021-05-10"],
    ["same", null, null],
    ["removed", null, null],
  ]);
});

test("every order of both letters is shown once, whatever they say", () => {
  const words = fc.constantFrom("quán triệt", "vận động", "báo cáo", "phối hợp", "danh sách", "đoàn viên");
  const letter = fc
    .array(fc.array(words, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    .map((texts) => texts.map((text, index) => order(index + 1, text.join(" "))));
  fc.assert(
    fc.property(letter, letter, (before, after) => {
      const shown = compareOrders(before, after);
      expect(shown.filter(({ ordinal }) => ordinal !== null).map(({ ordinal }) => ordinal)).toEqual(
        after.map(({ ordinal }) => ordinal),
      );
      const count = (change: string) => shown.filter((row) => row.change === change).length;
      expect(before.length - count("removed")).toBe(after.length - count("added"));
      expect(new Set(matchOrders(before, after).values()).size).toBe(matchOrders(before, after).size);
    }),
  );
});

test("words alike but for accents are the same words", () => {
  expect(likeness("Quán triệt, tuyên truyền", "quan triet tuyen truyen")).toBe(1);
  expect(likeness("Quán triệt", "Báo cáo")).toBe(0);
});
