// Finding by words never misses what matching by names would find.
import { expect, test } from "vitest";
import { searchKey } from "../../platform/pure/text-vi.ts";
import { wordsOf } from "../../platform/pure/words.ts";
import { matchName, spellAll, wordsToFind } from "./names.ts";

const NAMES = [
  "CĐCS Bệnh viện Đa khoa tỉnh",
  "Công đoàn cơ sở BVĐK tỉnh",
  "CĐCS BV Phổi",
  "Công đoàn ngành GD&ĐT",
  "CĐ ngành Giáo dục và Đào tạo",
  "CĐ ngành GDĐT",
  "LĐLĐ TP. Lai Châu",
  "Liên đoàn Lao động thành phố Lai Châu",
  "CĐCS TTYT thị xã Sa Pa",
  "CĐCS Trung tâm Y tế TX Sa Pa",
  "Công đoàn các KCN tỉnh",
  "Công đoàn các khu công nghiệp",
  "CĐCS UBND phường Đoàn Kết",
  "CĐCS Ủy ban nhân dân phường Đoàn Kết",
  "Tổng LĐLĐ Việt Nam",
  "Tổ CĐ số 2",
  "CĐBP Phân xưởng 6",
  "Ban Chấp hành Công đoàn xã Than Uyên",
];

test("whatever a line is matched to has one spelling of each of the words that are looked for", () => {
  let matched = 0;
  for (const line of [...NAMES, "Bệnh viện", "Lai Châu", "Giáo dục", "y tế", "CĐ"]) {
    const words = wordsToFind(line);
    expect(words.length, line).toBeGreaterThan(0);
    const known = NAMES.map((name) => ({ name, shortName: name }));
    for (const { name } of matchName(line, spellAll(known))) {
      const there = new Set(wordsOf(searchKey(name)));
      for (const spellings of words) {
        expect(
          spellings.filter((word) => there.has(word)).length,
          `${line}: ${name}: ${spellings}`,
        ).toBeGreaterThan(0);
      }
      if (name !== line) matched++;
    }
  }
  expect(matched).toBeGreaterThan(15);
});
