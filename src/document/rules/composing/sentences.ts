// The sentences of a letter that stand between its fields: bases in words, what opens and closes the orders.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
//
// Sources: NĐ 30/2020/NĐ-CP, Phụ lục I (bases each on a line, closed by ";" and the last by ".", mục II.6 [K]); the turns of
// phrase are those of công văn 610/LĐLĐ and the sample letters (domain 0, 6).
import { formatDay } from "../../../platform/pure/calendar.ts";
import type { DocumentKind, LetterFields } from "../../schema.ts";

/** What stands in the letterhead where the fields do not say it: the unit's own words on the letter's day. */
export interface ComposeHead {
  /** "Liên đoàn Lao động huyện An": as it is called within a sentence too. */
  readonly name: string;
  readonly superior: string | null;
  readonly notation: string;
  readonly place: string;
}

type Base = LetterFields["bases"][number];

/** The name of a type of document as it is cited; "khac" has none of its own. */
export const KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  "cong-van": "Công văn",
  "ke-hoach": "Kế hoạch",
  "bao-cao": "Báo cáo",
  "huong-dan": "Hướng dẫn",
  "giay-moi": "Giấy mời",
  "quyet-dinh": "Quyết định",
  "to-trinh": "Tờ trình",
  "thong-bao": "Thông báo",
  khac: "",
};

/** "Công văn số 610/LĐLĐ ngày 18/01/2021 của Liên đoàn Lao động tỉnh về việc …"; a law goes by its title alone. */
export function citedAs({ kind, number, issuedOn, issuer, title }: Base): string {
  if (number === undefined) return (title ?? KIND_WORDS[kind]).trim();
  const about = title?.replace(/^(?:v\/v|về việc|về)\s+/iu, "").replace(/[.;,]+$/u, "");
  return [
    // What type it was is not kept of the other ones; every one of them is a document.
    KIND_WORDS[kind] || "Nghị quyết",
    `số ${number}`,
    ...(issuedOn === undefined ? [] : [`ngày ${formatDay(issuedOn)}`]),
    ...(issuer === undefined ? [] : [`của ${issuer}`]),
    ...(about === undefined || about === "" ? [] : [`về việc ${about}`]),
  ].join(" ");
}

/** One line a base: "Căn cứ …;", the last closed by a full stop. */
export const baseLines = (bases: readonly Base[]): string[] =>
  bases.map((base, index) => `Căn cứ ${citedAs(base)}${index === bases.length - 1 ? "." : ";"}`);

/** "BAN THƯỜNG VỤ" → "Ban Thường vụ", as a body calls itself within a sentence. */
const BODIES: Readonly<Record<string, string>> = {
  "BAN THƯỜNG VỤ": "Ban Thường vụ",
  "BAN CHẤP HÀNH": "Ban Chấp hành",
  "ĐOÀN CHỦ TỊCH": "Đoàn Chủ tịch",
  "BAN CHỈ ĐẠO": "Ban Chỉ đạo",
};

/** Who speaks: "Ban Thường vụ Liên đoàn Lao động huyện An", or the unit itself where nobody signs for a body. */
export function speakerOf(letter: Pick<LetterFields, "signature">, head: ComposeHead): string {
  const body = letter.signature?.lines.find(({ onBehalfOf }) => onBehalfOf !== undefined)?.onBehalfOf;
  const said = body === undefined ? undefined : BODIES[body.toUpperCase()];
  return said === undefined ? head.name : `${said} ${head.name}`;
}

/** The sentence before the orders; of a letter without orders there is none. */
export const openingOf = (letter: LetterFields, head: ComposeHead): string | undefined =>
  letter.instructions.length === 0
    ? undefined
    : `${speakerOf(letter, head)} đề nghị các công đoàn triển khai thực hiện một số nội dung sau:`;

/** Each order with its number before it; lines under it stay lines. Counted anew, as a printed letter counts. */
export const orderLines = (letter: LetterFields): string[] =>
  [...letter.instructions]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ text }, index) => `${index + 1}. ${text}`);
