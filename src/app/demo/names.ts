// vi-data: syllables that synthetic people's names are put together from, in the manner of the province's peoples.
// Every name is a chance meeting of a surname, a middle word and a given name of one list: nobody is meant.
import type { Chance } from "./chance.ts";

type Sex = "female" | "male";

interface Manner {
  /** Of a hundred people, how many are named in this manner (weights of this demo, not a statistic). */
  readonly weight: number;
  readonly surnames: readonly string[];
  /** An empty middle word gives a name of two words. */
  readonly middles: Readonly<Record<Sex, readonly string[]>>;
  readonly given: Readonly<Record<Sex, readonly string[]>>;
}

const list = (words: string): readonly string[] => words.split(" ");

const MANNERS: readonly Manner[] = [
  {
    weight: 34, // Kinh
    surnames: list("Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Đinh Đoàn Mai Trịnh Tạ"),
    middles: {
      female: list("Thị Thị Thị Thu Ngọc Thanh Minh Phương Hồng Bích"),
      male: list("Văn Văn Văn Đức Minh Quang Xuân Hữu Mạnh Tiến"),
    },
    given: {
      female: list(
        "Lan Hoa Hương Hạnh Nga Thủy Vân Yến Thảo Ngân Dung Hằng Liên Loan Mai Nhung Oanh Trang Tuyết",
      ),
      male: list("Hùng Dũng Tuấn Cường Sơn Hải Long Nam Bình Thắng Khánh Toàn Phúc Quân Trung Việt Đạt Kiên"),
    },
  },
  {
    weight: 27, // Thái
    surnames: list("Lò Quàng Cà Lường Tòng Đèo Vì Hà Mào Cầm Bạc Điêu"),
    middles: { female: ["Thị"], male: ["Văn"] },
    given: {
      female: list("Duyên Pâng Hặc Ín Ún Thoa Inh Phương Hiên Kim Xôm Lả Muôn Nọi Bua Chiêng Hinh"),
      male: list("Pành Inh Hặc Toản Chung Dọn Phớ Lún Panh Ơn Biên Chựa Hưởng Piềng Ngoan Xiên"),
    },
  },
  {
    weight: 19, // Mông
    surnames: list("Giàng Sùng Vàng Mùa Thào Hạng Lầu Chang Cứ Ma Sình Hảng Vừ"),
    middles: { female: ["Thị", "Thị", ""], male: ["A", "A", "A", "Seo", ""] },
    given: {
      female: list("Dở Mái Sua Chở Dế Mỷ Pàng Xua Súa Dợ Chư Ly Sáy Cở"),
      male: list("Tủa Páo Dế Sử Lử Chu Nủ Sinh Vảng Chống Dình Hồ Lềnh Phừ Sáy"),
    },
  },
  {
    weight: 12, // Dao
    surnames: list("Tẩn Chẻo Phàn Lý Lò Bàn Triệu Đặng"),
    middles: { female: ["Mẩy", "Tả", "San", "Thị"], male: ["A", "Láo", "Phù", "Vần"] },
    given: {
      female: list("Mẩy Phẩy Nhị Chiêu Kiêu Pham Sểnh Liều"),
      male: list("Sài Lở Hòa Dao Quẩy Sinh Ú Phấu Chòi"),
    },
  },
  {
    weight: 8, // Hà Nhì, Giáy, Lự, La Hủ and others, in a mixed manner
    surnames: list("Lỳ Pờ Chu Khoàng Vàng Lù Tao Vàng Ly Mạ Phùng Giàng"),
    middles: { female: ["Thị", "Mé", "Gó"], male: ["Xè", "Gia", "Văn", "Cà"] },
    given: {
      female: list("Nu Pư Bơ Ky Pó Ngọ Thơm Dín"),
      male: list("Hừ Lù Sừ Dín Chẩn Khoa Xá Phì"),
    },
  },
];

const ALL = MANNERS.reduce((sum, { weight }) => sum + weight, 0);

/** A full name as it is written, two to four words. */
export function nameFor(chance: Chance, sex: Sex): string {
  let at = chance.next() * ALL;
  const manner = MANNERS.find(({ weight }) => {
    at -= weight;
    return at < 0;
  });
  const { surnames, middles, given } = manner ?? (MANNERS[0] as Manner);
  return [chance.pick(surnames), chance.pick(middles[sex]), chance.pick(given[sex])]
    .filter(Boolean)
    .join(" ");
}
