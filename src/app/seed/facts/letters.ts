// The letters of a season: the root's order of the nation, each federation's letter that carries it further down, and a
// letter of its own for its own campaign. Words and addressees; who did what with them is in answers.ts.
// vi-data: what a union writes in its letters is Vietnamese in every interface language.
import { composeText } from "../../../document/rules/composing/compose.ts";
import type { Duty, LetterFields } from "../../../document/schema.ts";
import { printedNumber } from "../../../document/service/numbering/printed.ts";
import { addDays, type Day } from "../../../platform/pure/calendar.ts";
import { draw, idOf, upTo } from "../chance.ts";
import type { Country } from "../country.ts";
import { campaignIdOf, federationsOf } from "./campaigns.ts";
import { headOf } from "./ground.ts";
import { FACT } from "./purposes.ts";
import { REPORT_DAYS } from "./reports.ts";
import { dayNumber, dayOf, instantOn, localDay, type SeasonNo, seasonOf } from "./seasons.ts";

export type LetterKind = "nation" | "reissue" | "own";
const CODE: Readonly<Record<LetterKind, number>> = { nation: 0, reissue: 1, own: 2 };

export interface Instruction {
  readonly ordinal: number;
  readonly text: string;
  readonly duty: Duty;
  readonly dueOn: Day | null;
}

export interface Letter {
  readonly id: string;
  readonly rootId: string;
  readonly parentId: string | null;
  readonly documentId: string;
  readonly kind: LetterKind;
  readonly no: SeasonNo;
  readonly unit: number;
  readonly campaignId: string;
  readonly issuedMs: number;
  readonly number: number;
  readonly subject: string;
  readonly reportDays: number;
  readonly instructions: readonly Instruction[];
}

const HOUR = 3_600_000;

/** Issued in working hours of one of the next days after the level above. */
export function issuedMs(country: Country, no: SeasonNo, kind: LetterKind, unit: number): number {
  const ordered = dayNumber(seasonOf(no, country).ordered);
  if (kind === "nation") return instantOn(ordered, 540);
  const after = kind === "reissue" ? 1 : 6;
  const drawn = draw(country.seed, FACT.directive, unit, CODE[kind] * 2 + no);
  return instantOn(ordered + after + upTo(drawn, 4), 480 + (drawn % 480));
}

const indexOf = (no: SeasonNo, kind: LetterKind, unit: number): number => unit * 6 + CODE[kind] * 2 + no;

export const letterId = (country: Country, no: SeasonNo, kind: LetterKind, unit: number): string =>
  idOf(country.seed, FACT.directive, indexOf(no, kind, unit), issuedMs(country, no, kind, unit) - 2 * HOUR);

export const rootIdOf = (country: Country, no: SeasonNo, kind: LetterKind, unit: number): string =>
  kind === "own" ? letterId(country, no, "own", unit) : letterId(country, no, "nation", 0);

/** What each letter of a campaign orders, in the order of its sentences. */
const orders = new WeakMap<Country, Map<string, readonly Instruction[]>>();
export function instructionsOf(country: Country, no: SeasonNo, kind: LetterKind): readonly Instruction[] {
  const known = orders.get(country) ?? new Map<string, readonly Instruction[]>();
  orders.set(country, known);
  const key = `${no} ${kind}`;
  const found = known.get(key) ?? makeInstructions(country, no, kind);
  known.set(key, found);
  return found;
}

function makeInstructions(country: Country, no: SeasonNo, kind: LetterKind): readonly Instruction[] {
  const season = seasonOf(no, country);
  const days = kind === "nation" ? REPORT_DAYS.nation : REPORT_DAYS.federation;
  const mobilise = {
    duty: "mobilise",
    text: "Vận động đoàn viên, người lao động có đủ sức khỏe đăng ký tham gia hiến máu tình nguyện.",
    dueOn: addDays(season.ordered, 60),
  } as const;
  const report = {
    duty: "report-after-drive",
    text: `Báo cáo kết quả về công đoàn cấp trên chậm nhất ${days} ngày sau mỗi ngày hiến máu.`,
    dueOn: null,
  } as const;
  const all =
    kind === "own"
      ? [mobilise, report]
      : [
          {
            duty: "disseminate",
            text: "Tuyên truyền, phổ biến ý nghĩa của việc hiến máu tình nguyện đến đoàn viên, người lao động.",
            dueOn: addDays(season.ordered, 30),
          } as const,
          mobilise,
          {
            duty: "meet-target",
            text: "Phấn đấu hoàn thành chỉ tiêu đơn vị máu được giao trong năm.",
            dueOn: season.until,
          } as const,
          report,
        ];
  return all.map((one, i) => ({ ordinal: i + 1, ...one }));
}

export function letterOf(country: Country, no: SeasonNo, kind: LetterKind, unit: number): Letter {
  const at = issuedMs(country, no, kind, unit);
  const id = letterId(country, no, kind, unit);
  const year = dayOf(localDay(at)).slice(0, 4);
  return {
    id,
    rootId: rootIdOf(country, no, kind, unit),
    parentId: kind === "reissue" ? letterId(country, no, "nation", 0) : null,
    documentId: idOf(country.seed, FACT.document, indexOf(no, kind, unit), at - 2 * HOUR),
    kind,
    no,
    unit,
    campaignId: campaignIdOf(country, no, kind === "own" ? unit : 0),
    issuedMs: at,
    // Letters of one unit and year follow each other in the order they were issued.
    number: lettersBefore(country, no, kind, unit, year) + 1,
    subject:
      kind === "own"
        ? `tổ chức các ngày hiến máu tình nguyện năm ${year}`
        : `vận động hiến máu tình nguyện năm ${year}`,
    reportDays: kind === "nation" ? REPORT_DAYS.nation : REPORT_DAYS.federation,
    instructions: instructionsOf(country, no, kind),
  };
}

function lettersBefore(country: Country, no: SeasonNo, kind: LetterKind, unit: number, year: string): number {
  const yearOf = (other: SeasonNo, of: LetterKind): string =>
    dayOf(localDay(issuedMs(country, other, of, unit))).slice(0, 4);
  const kinds: readonly LetterKind[] = unit === 0 ? ["nation"] : ["reissue", "own"];
  let before = 0;
  for (const other of [0, 1] as const) {
    for (const of of kinds) {
      const earlier = other < no || (other === no && CODE[of] < CODE[kind]);
      if (earlier && yearOf(other, of) === year) before++;
    }
  }
  return before;
}

/** All letters of a season, the root's first. */
export const lettersOf = (country: Country, no: SeasonNo): Letter[] => [
  letterOf(country, no, "nation", 0),
  ...federationsOf(country, no).flatMap((unit) => [
    letterOf(country, no, "reissue", unit),
    letterOf(country, no, "own", unit),
  ]),
];

/** The letter as its officer confirmed it, and as it reads. */
export function wordsOf(country: Country, letter: Letter): { fields: LetterFields; text: string } {
  const issuedOn = dayOf(localDay(letter.issuedMs));
  const head = headOf(country, letter.unit);
  const fields: LetterFields = {
    kind: "cong-van",
    number: printedNumber(letter.number),
    notation: head.notation,
    place: head.place,
    issuedOn,
    subject: letter.subject,
    issuer: { name: head.name, ...(head.superior === null ? {} : { superior: head.superior }) },
    addressees: [{ text: letter.kind === "nation" ? TO_FEDERATIONS : TO_BELOW }],
    bases: [],
    instructions: letter.instructions.map(({ ordinal, text, duty, dueOn }) => ({
      ordinal,
      text,
      duties: [duty],
      ...(dueOn === null ? {} : { dueOn }),
    })),
    reportDuty: { when: "after-each-drive", days: letter.reportDays },
    targets: [],
    recipients: [
      { text: "Như trên", role: "act" },
      { text: "Lưu: VT", role: "archive" },
    ],
    signature: { lines: [{ capacity: "TM", onBehalfOf: "BAN THƯỜNG VỤ" }, { title: "CHỦ TỊCH" }] },
  };
  return { fields, text: composeText(fields, head) };
}

export const TO_FEDERATIONS = "Liên đoàn Lao động các tỉnh, thành phố";
export const TO_BELOW = "Công đoàn cấp trên trực tiếp cơ sở, công đoàn cơ sở trực thuộc";
