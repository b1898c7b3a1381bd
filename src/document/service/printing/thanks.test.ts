// Printed letters of thanks: one a page whatever the names are like, and nothing of the certificate about them.
import { expect, test } from "vitest";
import { printPdf } from "./print.ts";
import { readPrinted } from "./printed.testing.ts";

const LETTER = {
  unit: "Công đoàn cơ sở Trường Mẫu",
  committee: "BAN CHẤP HÀNH",
  dear: "Kính gửi: Lò Thị Duyên",
  body: "Công đoàn trân trọng cảm ơn anh/chị đã hiến 350 ml máu tình nguyện, ngày 09/06/2021.",
  meaning: "Mỗi giọt máu cho đi là thêm một cơ hội cho người bệnh.",
  wish: "Kính chúc anh/chị và gia đình mạnh khỏe.",
  tipsTitle: "Giữ sức khỏe",
  tips: ["Nghỉ ngơi, không làm nặng trong ngày."],
};
const LETTERS = {
  title: "Thư cảm ơn",
  sign: "TM. BAN CHẤP HÀNH",
  notCertificate: "Thư này không thay Giấy chứng nhận hiến máu tình nguyện do cơ sở y tế cấp.",
  letters: [LETTER],
  sample: false,
};
const filled = (word: string, length: number): string =>
  word
    .repeat(Math.ceil(length / word.length))
    .slice(0, length)
    .trim();

test("each donor has a page of their own, which says that it is no certificate", async () => {
  const other = { ...LETTER, dear: "Kính gửi: Sùng A Tủa" };
  const pages = await readPrinted(await printPdf("thanks", { ...LETTERS, letters: [LETTER, other] }));
  expect(pages).toHaveLength(2);
  const texts = pages.map(({ runs }) =>
    runs
      .map(({ text }) => text)
      .join(" ")
      .replace(/\s+/g, " "),
  );
  expect(texts[0]).toContain("Lò Thị Duyên");
  expect(texts[0]).not.toContain("Sùng A Tủa");
  expect(texts[1]).toContain("Sùng A Tủa");
  for (const text of texts) expect(text).toContain("không thay Giấy chứng nhận");
});

test("the longest words still stand on one page, inside its edges", async () => {
  const long = {
    ...LETTER,
    unit: filled("Trường Phổ thông Dân tộc Nội trú ", 200),
    dear: filled("Nguyễn Hoàng Phương Khánh ", 200),
    body: filled("Chương trình Hành trình Đỏ tại Nhà văn hóa ", 1000),
    tips: [filled("Uống nhiều nước ", 300), filled("Ăn đủ bữa ", 300), filled("Nghỉ ngơi ", 300)],
  };
  const pages = await readPrinted(await printPdf("thanks", { ...LETTERS, sample: true, letters: [long] }));
  expect(pages).toHaveLength(1);
  for (const { width, height, runs } of pages) {
    for (const { text, left, right, baseline } of runs) {
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(right, text).toBeLessThanOrEqual(width);
      expect(baseline, text).toBeGreaterThan(0);
      expect(baseline, text).toBeLessThan(height);
    }
  }
});

test("no letters are no file", async () => {
  await expect(printPdf("thanks", { ...LETTERS, letters: [] })).rejects.toThrow();
});
