// A letter as plain text in the form a văn thư types it, from its fields: for reading, comparing and copying. Pure.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
//
// Reading the text again (`readLetter`) gives the fields back, but for what the form itself does not carry:
// 1. the number of an order: they are printed counted from 1, in the order of their numbers;
// 2. duties, due days and the duty to report, which are read from the words of the orders, and are lost where an officer
//    set one that the words do not say;
// 3. targets that are in no order: they are printed as a list after the orders;
// 4. letter case of the issuing bodies, which stand in capitals; the text of a group stays as it was;
// 5. a base without a number keeps its title only, and one of kind "khac" is cited as a Nghị quyết.
import { formatDayInWords } from "../../../platform/pure/calendar.ts";
import type { LetterFields, RecipientRole } from "../../schema.ts";
import { baseLines, type ComposeHead, KIND_WORDS, openingOf, orderLines } from "./sentences.ts";

const NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"] as const;
const BLANK = "      ";

/** `head` is used where the letter's own fields do not say who issues, from where, under which notation. */
export function composeText(letter: LetterFields, head: ComposeHead): string {
  const blocks = [
    headLines(letter, head),
    titleLines(letter),
    addresseeLines(letter),
    ...baseLines(letter.bases).map((line) => [line]),
    ...[openingOf(letter, head)].filter((line) => line !== undefined).map((line) => [line]),
    ...orderLines(letter).map((line) => [line]),
    targetLines(letter),
    recipientLines(letter),
    signatureLines(letter),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")
    .trimEnd();
}

const capitals = (text: string): string => text.toLocaleUpperCase("vi");

function headLines(letter: LetterFields, head: ComposeHead): string[] {
  const superior = letter.issuer === undefined ? (head.superior ?? undefined) : letter.issuer.superior;
  const notation = letter.notation ?? head.notation;
  const subject = letter.subject?.trim();
  const inWords = letter.issuedOn === undefined ? undefined : formatDayInWords(letter.issuedOn);
  return [
    ...(superior === undefined ? [] : [capitals(superior)]),
    capitals(letter.issuer?.name ?? head.name),
    ...NATION,
    `Số: ${letter.number ?? BLANK}/${notation}`,
    ...(!hasTitle(letter) && subject ? [`V/v ${subject}`] : []),
    `${letter.place ?? head.place}, ${inWords ?? `ngày${BLANK}tháng${BLANK}năm${BLANK}`}`.trimEnd(),
  ];
}

/** A công văn has its subject under its number; every other kind is titled. */
const hasTitle = ({ kind }: LetterFields): boolean =>
  kind !== undefined && kind !== "cong-van" && kind !== "khac";

const titleLines = (letter: LetterFields): string[] =>
  hasTitle(letter)
    ? [capitals(KIND_WORDS[letter.kind ?? "khac"]), ...(letter.subject ? [letter.subject.trim()] : [])]
    : [];

const closed = (text: string): string => text.trim().replace(/[.;,]+$/u, "");

function addresseeLines({ addressees }: LetterFields): string[] {
  const [only, second] = addressees;
  if (only === undefined) return [];
  if (second === undefined) return [`Kính gửi: ${closed(only.text)}`];
  return [
    "Kính gửi:",
    ...addressees.map(({ text }, index) => `- ${closed(text)}${index === addressees.length - 1 ? "." : ";"}`),
  ];
}

const MEASURES = { "blood-units": " đơn vị máu", registrations: " người đăng ký" } as const;

/** Targets that no order speaks of; a figure in an order is read from there. */
function targetLines({ targets, instructions }: LetterFields): string[] {
  const said = instructions.map(({ text }) => text).join("\n");
  const listed = targets.filter(
    ({ unit, value }) =>
      !(unit === undefined
        ? said.includes(grouped(value))
        : said.includes(unit) && said.includes(grouped(value))),
  );
  if (listed.length === 0) return [];
  return [
    "Chỉ tiêu giao cho các công đoàn:",
    ...listed.map(
      ({ unit, value, measure }, index) =>
        `- ${unit ?? "Các công đoàn"}: ${grouped(value)}${measure === undefined ? "" : MEASURES[measure]}${index === listed.length - 1 ? "." : ";"}`,
    ),
  ];
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

const PURPOSE: Readonly<Record<RecipientRole, string>> = {
  act: "",
  know: "",
  report: " (B/c)",
  archive: "",
};

const recipientLines = ({ recipients }: LetterFields): string[] =>
  recipients.length === 0
    ? []
    : [
        "Nơi nhận:",
        ...recipients.map(({ text, role }, index) => {
          const purpose = role === "act" && !/^như /iu.test(text) ? " (để t/h)" : PURPOSE[role];
          return `- ${closed(text)}${purpose}${index === recipients.length - 1 ? "." : ";"}`;
        }),
      ];

type Signature = NonNullable<LetterFields["signature"]>;

/** "TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH": the lines above the name, in capitals. */
export const signatureTitles = ({ lines }: Pick<Signature, "lines">): string[] =>
  lines.map(({ capacity, onBehalfOf, title }) =>
    capitals([capacity && `${capacity}.`, onBehalfOf, title].filter(Boolean).join(" ")),
  );

/** Of a joint letter, one signature after the other. */
const signatureLines = ({ signature, coSignatures = [] }: LetterFields): string[] =>
  [...(signature === undefined ? [] : [signature]), ...coSignatures].flatMap((each) => [
    ...signatureTitles(each),
    ...(each.name === undefined ? [] : ["", "", each.name, ""]),
  ]);
