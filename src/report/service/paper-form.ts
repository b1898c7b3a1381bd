// The fixed words of an official Báo cáo of a union and who signs it, by level and date.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
//
// Sources: NĐ 30/2020/NĐ-CP, Phụ lục I (form); QĐ 933/QĐ-TLĐ (14/05/2024) and before it QĐ 1014/QĐ-TLĐ (2011) for
// signatures (domain 6.3); the parts I-III from the composite template (domain 7.2 [K]: check with the federation).
import type { Day } from "../../platform/pure/calendar.ts";

export interface SignatureForm {
  /** In force from this day. */
  readonly from: Day;
  readonly kinds: readonly string[];
  /** Lines above the name. */
  readonly lines: readonly [onBehalfOf: string, title: string];
  /** What stands after "Lưu:". */
  readonly archive: string;
  /** How far to trust it. */
  readonly doubt: string;
}

/** Of the rows of a kind the last whose day has come holds. */
export const SIGNATURE_FORMS: readonly SignatureForm[] = [
  {
    from: "2011-08-19",
    kinds: ["confederation"],
    lines: ["TM. ĐOÀN CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    archive: "VT",
    doubt: "domain 6.3: the form is sourced; which title signs depends on who is assigned [K]",
  },
  {
    from: "2011-08-19",
    kinds: ["federation", "district-federation", "sector-union", "civil-servant-union"],
    lines: ["TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"],
    archive: "VT",
    doubt: "as công văn 610/LĐLĐ was signed; a chair may sign as well, by assignment (domain 12, no. 3) [K]",
  },
  {
    from: "2025-06-01",
    kinds: ["commune-union"],
    lines: ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"],
    archive: "VT",
    doubt: "commune unions exist since mid-2025; no signed paper of one has been seen [K]",
  },
  {
    from: "2011-08-19",
    kinds: ["grassroots"],
    lines: ["TM. BAN CHẤP HÀNH", "CHỦ TỊCH"],
    archive: "CĐCS",
    doubt: "custom of grassroots unions, which keep no registry of their own [K]",
  },
];

/** The form in force on `day` for a unit of this kind; a kind without one signs as a grassroots union does. */
export function signatureForm(kind: string, day: Day): SignatureForm {
  const found = SIGNATURE_FORMS.filter((form) => form.from <= day && form.kinds.includes(kind)).at(-1);
  return found ?? (SIGNATURE_FORMS.at(-1) as SignatureForm);
}

/** Marks in the top margin. */
export const MARK = { draft: "DỰ THẢO", demo: "DỮ LIỆU MẪU" } as const;

export const TITLE = "BÁO CÁO";
export const NOTATION = "BC";
/**
 * A report to a higher body carries "Kính gửi" and says "Như trên" under Nơi nhận (NĐ 30/2020, Phụ lục I, phần II,
 * mục 9 names tờ trình, báo cáo and công văn) [K: from knowledge of the text, not read as signed PDF].
 */
export const AS_ABOVE = "Như trên";
export const ARCHIVE = "Lưu";

export const PARTS = {
  lead: "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
  results: "II. KẾT QUẢ",
  union: "1. Kết quả của công đoàn",
  table: "2. Kết quả theo từng công đoàn",
  event: "3. Kết quả chung của toàn đợt, gồm cả người hiến máu ngoài tổ chức công đoàn",
  remarks: "III. ĐÁNH GIÁ, KIẾN NGHỊ",
} as const;

/** Part III, as its questions are asked (domain 7.2 IV and V [K]). */
export const REMARK_TITLES = {
  strengths: "Ưu điểm",
  limits: "Hạn chế",
  causes: "Nguyên nhân",
  requests: "Kiến nghị, đề xuất",
} as const;

export const COLUMNS = {
  ordinal: "TT",
  unit: "Công đoàn",
  assigned: "Giao",
  own: "Tự đăng ký",
  registered: "Đăng ký",
  donated: "Hiến máu",
  ml250: "250 ml",
  ml350: "350 ml",
  ml450: "450 ml",
  units: "Đơn vị máu",
  ml: "Số ml",
  percent: "% chỉ tiêu giao",
} as const;
export const GROUPS = { target: "Chỉ tiêu (đơn vị máu)", people: "Số người", bags: "Số túi máu" } as const;
export const TOTAL = "Tổng cộng";
export const NOT_REPORTED = "chưa báo cáo";
export const DIRECTLY = "(trực tiếp)";
/** Stands where there is no number. */
export const NONE = "–";

/** What "đơn vị máu" means in this campaign (domain 7.1: organisers differ, so the paper says it). */
export const UNIT_RULE = {
  bag: "Một đơn vị máu được tính là một túi máu, không phân biệt thể tích.",
  ml250: "Một đơn vị máu được tính bằng 250 ml máu.",
  mixed: "Đơn vị máu được tính theo quy ước của từng chương trình.",
} as const;
