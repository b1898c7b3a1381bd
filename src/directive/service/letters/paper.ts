// A letter as a Word file in the form of NĐ 30/2020/NĐ-CP, to be printed and signed; a marked draft until it is issued.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
import { signatureTitles } from "../../../document/rules/composing/compose.ts";
import {
  baseLines,
  type ComposeHead,
  KIND_WORDS,
  openingOf,
  orderLines,
} from "../../../document/rules/composing/sentences.ts";
import type { LetterFields } from "../../../document/schema.ts";
import type { Block, OfficialDocument } from "../../../document/service/writing/official.ts";
import { writeOfficialDocument } from "../../../document/service/writing/write.ts";
import { getDocument } from "../../../document/service.ts";
import type { Ctx } from "../../../platform/contract/context.ts";
import type { FileAnswer } from "../../../platform/contract/contract.ts";
import { searchKey } from "../../../platform/pure/text-vi.ts";
import type { LetterState } from "../../schema/family.ts";
import { getSeen } from "../read.ts";
import { headOf } from "./words.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const MARK = { draft: "DỰ THẢO", recalled: "ĐÃ THU HỒI", demo: "DỮ LIỆU MẪU" } as const;

export async function letterDocx(ctx: Ctx, unitId: string, directiveId: string): Promise<FileAnswer> {
  await ctx.allow({ unit: unitId });
  const { directive } = await getSeen(ctx.db, directiveId, unitId, ctx.today);
  const document = await getDocument(ctx.db, directive.documentId);
  const head = await headOf(ctx.db, directive.unitId, document.issuedOn ?? ctx.today);
  const paper = paperOf(document.letter, head, marksOf(directive.state, ctx.demo));
  const content = await writeOfficialDocument(paper, directive.issuedAt ?? ctx.now);
  const named = document.number === null ? directive.title : `${document.number}-${document.notation ?? ""}`;
  const name = searchKey(named)
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .slice(0, 60);
  return { fileName: `van-ban-${name}.docx`, mediaType: DOCX, content };
}

const marksOf = (state: LetterState, demo: boolean): string[] => [
  ...(state === "draft" ? [MARK.draft] : []),
  ...(state === "recalled" ? [MARK.recalled] : []),
  ...(demo ? [MARK.demo] : []),
];

/** Pure: the fields in the writer's shape. Lines under an order stay paragraphs of their own. */
export function paperOf(letter: LetterFields, head: ComposeHead, marks: readonly string[]): OfficialDocument {
  const opening = openingOf(letter, head);
  const paragraph = (text: string): Block => ({ type: "paragraph", text });
  const titled = letter.kind !== undefined && letter.kind !== "cong-van" && letter.kind !== "khac";
  const superior = letter.issuer === undefined ? head.superior : letter.issuer.superior;
  return {
    issuer: { name: letter.issuer?.name ?? head.name, ...(superior && { superior }) },
    notation: letter.notation ?? head.notation,
    place: letter.place ?? head.place,
    subject: letter.subject ?? "",
    ...(letter.number !== undefined && { number: letter.number }),
    ...(letter.issuedOn !== undefined && { issuedOn: letter.issuedOn }),
    ...(titled && { kindTitle: KIND_WORDS[letter.kind ?? "khac"].toLocaleUpperCase("vi") }),
    addressees: letter.addressees.map(({ text }) => text),
    blocks: [
      ...baseLines(letter.bases).map((text): Block => ({ type: "paragraph", text, italic: true })),
      ...(opening === undefined ? [] : [paragraph(opening)]),
      ...orderLines(letter).flatMap((text) => text.split("\n").map(paragraph)),
    ],
    recipients: letter.recipients.map(({ text, role }) => (role === "report" ? `${text} (B/c)` : text)),
    signature: {
      lines: letter.signature === undefined ? [] : signatureTitles(letter.signature),
      name: letter.signature?.name ?? "",
    },
    ...(marks.length > 0 && { mark: marks.join(" - ") }),
  };
}
