// Spaces that a scan put inside words and figures are closed; words that stand apart stay apart.
import { expect, test } from "vitest";
import { closeSpacing } from "./spacing.ts";

test.each([
  ["T Ổ N G  L I Ê N  Đ O À N  L A O  Đ Ộ N G", "TỔNG LIÊN ĐOÀN LAO ĐỘNG"],
  ["LIÊN Đ O À N LAO ĐỘNG", "LIÊN ĐOÀN LAO ĐỘNG"],
  ["C Ô N G  Đ O À N  X Ã  S Ì N  H Ồ", "CÔNG ĐOÀN XÃ SÌN HỒ"],
  ["vận động đ o à n  v i ê n , người lao động", "vận động đoàn viên, người lao động"],
  ["Số : 6 1 0 / LĐLĐ", "Số: 610 / LĐLĐ"],
  ["ngày 0 5 tháng 1 0 năm 2 0 2 2", "ngày 05 tháng 10 năm 2022"],
  ["trước ngày 1 2 / 1 0 / 2022", "trước ngày 12/10/2022"],
  ["T M . BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ"],
  ["Tuyên  truyền , vận động .", "Tuyên truyền, vận động."],
])("%j", (scanned, words) => {
  expect(closeSpacing(scanned)).toBe(words);
});

test.each([
  "Sùng A Ư",
  "nhóm máu A, B, O",
  "Số:      /LĐLĐ",
  "ngày      tháng 9 năm 2021",
  "ngày ... tháng ... năm 2021",
  "1 LĐLĐ huyện Sìn Hồ    90",
  "lớp 6 2 giáo viên",
  "Nơi nhận:     TM. BAN THƯỜNG VỤ",
])("%j stays as it is", (words) => {
  expect(closeSpacing(words)).toBe(words);
});
