// The fixed words, sizes and measures of an official document. They are the legal form itself, so they stay
// Vietnamese in every interface language and are not in the catalogues.
//
// Sources: Nghị định 30/2020/NĐ-CP (05/03/2020), Phụ lục I, phần I (thể thức và kỹ thuật trình bày); for unions
// Quyết định 933/QĐ-TLĐ (14/05/2024), which follows it. Union documents carry quốc hiệu and tiêu ngữ.
// Not in the text of the decree as far as we have read it, kept as custom: the end mark "./.",
// and one step of size for both sides of the head.

/** Phụ lục I, mục II.1: quốc hiệu (capitals) and tiêu ngữ (hyphens with spaces on both sides). */
export const NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const NATIONAL_MOTTO = "Độc lập - Tự do - Hạnh phúc";

/** Mục II.3, II.4: number and date. */
export const NUMBER_LABEL = "Số:";
export const DAY_WORD = "ngày";
export const MONTH_WORD = "tháng";
export const YEAR_WORD = "năm";

/** Mục II.5: the subject of a công văn stands under its number after this abbreviation. */
export const SUBJECT_PREFIX = "V/v";

/** Mục II.9: addressees and recipients. */
export const ADDRESSEES_LABEL = "Kính gửi:";
export const RECIPIENTS_LABEL = "Nơi nhận:";

/** Closes the text of the document (custom). */
export const END_MARK = "./.";

/** Language of every document written here (BCP 47). */
export const DOCUMENT_LANGUAGE = "vi-VN";

export const FONT = "Times New Roman";

/** One point in twentieths of a point (DXA), the unit of every length below. */
export const POINT = 20;
/** Millimetres in DXA, rounded up, so that a margin is never a hair below the least allowed. */
const MM = 1440 / 25.4;
export const mm = (length: number): number => Math.ceil(length * MM);

/** A4 upright; margins of mục I.1: top and bottom 20-25, left 30-35, right 15-20 mm. */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10), footer: mm(10) },
} as const;

/** Sizes in points, as mục II and the table of phần V allow. */
export const SIZE = {
  body: 14,
  title: 14,
  number: 13,
  subjectUnderNumber: 12,
  signature: 14,
  recipientsLabel: 12,
  recipients: 11,
  pageNumber: 13,
  caption: 13,
  tableLarge: 12,
  tableSmall: 11,
} as const;

/** Quốc hiệu 12-13, tiêu ngữ and date 13-14, names of the bodies 12-13: one step for the whole head, larger first. */
export const HEAD_SIZES = [
  { nation: 13, motto: 14, date: 14, body: 13 },
  { nation: 12, motto: 13, date: 13, body: 12 },
] as const;
export type HeadSize = (typeof HEAD_SIZES)[number];

/** First line 1.27 cm; at least 6 points after a paragraph; lines 1.15 (single to 1.5 allowed, in 240ths). */
export const BODY_INDENT = mm(12.7);
export const BODY_AFTER = 6 * POINT;
export const BODY_LINE = 276;

/** A drawn line under a name is 1/3 to 1/2 of that line of words. */
export const SHORT_LINE_RATIO = 0.45;

/** Room for signature and seal between title and name. */
export const SIGNING_ROOM = 72 * POINT;

/** A name too long for one line is rather broken before one of these than inside them. */
// biome-ignore format: a word list reads better in rows
export const BREAK_BEFORE = [
  "TỈNH", "THÀNH PHỐ", "HUYỆN", "THỊ XÃ", "PHƯỜNG", "ĐẶC KHU", "NGÀNH", "TRƯỜNG", "BỆNH VIỆN", "TRUNG TÂM", "CÔNG TY",
  "CƠ SỞ", "LAO ĐỘNG", "VIÊN CHỨC", "VẬN ĐỘNG", "HIẾN MÁU", "VIỆT NAM", "LẦN THỨ", "NĂM", "ĐỢT", "CHƯƠNG TRÌNH", "QUÝ",
  "KHU CÔNG NGHIỆP", "KHU CHẾ XUẤT", "VÀ", "CỔ PHẦN", "TRÁCH NHIỆM", "MỘT THÀNH VIÊN", "DỊCH VỤ",
] as const;
