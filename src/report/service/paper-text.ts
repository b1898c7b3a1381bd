// The sentences of a report's paper, formed from its figures and facts.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
import { vi as documentWords } from "../../document/messages.vi.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { formatCount, formatPercent } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "../rules/figures.ts";
import { progressOf } from "../rules/progress.ts";
import type { CitedLetter, Figures, PaperFacts, ReportView } from "../schema.ts";

/** "15 giờ 30 phút ngày 09/06/2021", local. */
export function momentInWords(instant: string): string {
  const clock = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(11, 16);
  return `${clock.slice(0, 2)} giờ ${clock.slice(3)} phút ngày ${formatDay(dayIn(instant))}`;
}

/** "Công văn số 610/LĐLĐ ngày 18/01/2021": enough once the letter stands under the bases. */
function reference(letter: CitedLetter): string {
  const key = `document.kind.${letter.kind}`;
  const kind =
    key in documentWords && letter.kind !== "khac"
      ? documentWords[key as keyof typeof documentWords]
      : "Văn bản";
  const number =
    letter.number === null
      ? ""
      : ` số ${letter.number}${letter.notation === null ? "" : `/${letter.notation}`}`;
  const day = letter.issuedOn === null ? "" : ` ngày ${formatDay(letter.issuedOn)}`;
  return `${kind}${number}${day}`;
}

/** "Công văn số 610/LĐLĐ ngày 18/01/2021 của Liên đoàn Lao động tỉnh … về việc …" */
export function citation(letter: CitedLetter): string {
  const sender = letter.sender === "" ? "" : ` của ${letter.sender}`;
  const subject = (letter.subject ?? "").replace(/^(?:v\/v|về việc)\s*/iu, "").replace(/[.;]+$/u, "");
  return `${reference(letter)}${sender}${subject === "" ? "" : ` về việc ${subject}`}`;
}

/** Part I: one sentence a letter. */
export function leadSentences(facts: PaperFacts, about = "đợt hiến máu này"): string[] {
  if (facts.letters.length === 0) return [`Không có văn bản chỉ đạo riêng cho ${about}.`];
  return facts.letters.map((letter) => {
    const { reached, received, disseminated } = letter.below;
    const below =
      reached === 0
        ? ""
        : ` Văn bản đã được gửi đến ${formatCount(reached)} công đoàn cấp dưới; trong đó ${formatCount(received)} công đoàn đã xác nhận tiếp nhận, ${formatCount(disseminated)} công đoàn đã quán triệt, tuyên truyền đến đoàn viên, người lao động.`;
    const ours = {
      sent: `${facts.letterhead.name} đã ban hành`,
      reached: `${facts.letterhead.name} được triển khai`,
      received: `${facts.letterhead.name} đã tiếp nhận`,
      disseminated: `${facts.letterhead.name} đã tiếp nhận và tổ chức quán triệt, tuyên truyền đến đoàn viên, người lao động`,
    }[letter.ours];
    return `${ours} ${reference(letter)}.${below}`;
  });
}

/** "1.539 người đăng ký, 1.164 người hiến máu, thu được 1.164 đơn vị máu (407.400 ml)" */
export const resultSentence = (total: Figures): string =>
  `Tổng số có ${formatCount(total.registered)} người đăng ký, ${formatCount(total.donated)} người hiến máu, thu được ${formatHundredths(total.unitsHundredths)} đơn vị máu (${formatCount(total.ml)} ml).`;

/** "đạt 116,4% chỉ tiêu giao của cả chương trình (280 đơn vị máu), vượt 16,4%"; undefined without a target. */
export function standingPhrase(
  unitsHundredths: number,
  target: number | null,
  name: string,
): string | undefined {
  const progress = progressOf(unitsHundredths, target);
  if (progress === null || target === null) return undefined;
  if (progress.percentTenths === null)
    return `${name} là 0 đơn vị máu, vượt ${formatHundredths(unitsHundredths)} đơn vị máu`;
  const reached = `đạt ${formatPercent(progress.percentTenths / 10)} ${name} (${formatCount(target)} đơn vị máu)`;
  if (progress.standing === "met") return reached;
  if (progress.standing === "short")
    return `${reached}, còn thiếu ${formatHundredths(progress.missingHundredths)} đơn vị máu`;
  const surplus =
    progress.surplusTenths > 0
      ? formatPercent(progress.surplusTenths / 10)
      : `${formatHundredths(progress.surplusHundredths)} đơn vị máu`;
  return `${reached}, vượt ${surplus}`;
}

/** Both targets in one sentence; targets are of the whole campaign and the sentence says so. */
export function targetSentence(view: ReportView): string {
  const { unitsHundredths } = view.total;
  const phrases = [
    standingPhrase(unitsHundredths, view.assigned, "chỉ tiêu giao của cả chương trình"),
    standingPhrase(unitsHundredths, view.own, "số tự đăng ký của cả chương trình"),
  ].filter((phrase) => phrase !== undefined);
  if (phrases.length === 0) return "Chương trình chưa có chỉ tiêu giao hoặc số tự đăng ký.";
  return `Số đơn vị máu của đợt ${phrases.join("; ")}.`;
}

/** Who is not in the figures, by name; empty when everybody is. */
export const missingSentence = (view: ReportView): string[] =>
  view.missing.length === 0
    ? []
    : [
        `Số liệu trên chưa gồm ${formatCount(view.missing.length)} công đoàn chưa báo cáo: ${view.missing.map(({ name }) => name).join("; ")}.`,
      ];

export const asOfSentence = (instant: string): string => `Số liệu tính đến ${momentInWords(instant)}.`;

export const eventSentence = (event: Figures, whole = "Toàn đợt"): string =>
  `${whole} có ${formatCount(event.donated)} người hiến máu, thu được ${formatHundredths(event.unitsHundredths)} đơn vị máu (${formatCount(event.ml)} ml). Đây là số liệu chung do cơ sở y tế chốt, không cộng vào kết quả của công đoàn và không dùng để tính tỷ lệ đạt chỉ tiêu nêu trên.`;

export const openingSentence = (view: ReportView, facts: PaperFacts): string =>
  `${facts.letterhead.name} báo cáo kết quả đợt hiến máu tình nguyện ngày ${formatDay(view.driveDay)} tại ${facts.drivePlace} như sau:`;

export const closingSentence = (view: ReportView, facts: PaperFacts): string =>
  `Trên đây là báo cáo kết quả đợt hiến máu tình nguyện ngày ${formatDay(view.driveDay)} của ${facts.letterhead.name}.`;

export const subjectOf = (view: ReportView, facts: PaperFacts): string =>
  `Kết quả đợt hiến máu tình nguyện ngày ${formatDay(view.driveDay)}\n${facts.campaignName}`;

/** Part III where nobody wrote anything. */
export const NO_REMARKS = {
  draft: "(Phần này chưa viết.)",
  final: "Không có ý kiến đề xuất, kiến nghị.",
} as const;

/** One line a letter, closed by ";" and the last by "." (NĐ 30/2020, Phụ lục I, phần II, mục 6 [K]). */
export const bases = (letters: readonly CitedLetter[]): string[] =>
  letters.map((letter, index) => `Căn cứ ${citation(letter)}${index === letters.length - 1 ? "." : ";"}`);
