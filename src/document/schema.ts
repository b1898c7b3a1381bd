// Side: union.
// What an official document says, as data: the shape that reading yields and writing starts from.
import { z } from "zod";
import { problems } from "../platform/contract/problem.ts";

/** Types of document the reader tells apart; every other type (nghị quyết, chỉ thị, luật …) is "khac". */
export const DocumentKind = z.enum([
  "cong-van",
  "ke-hoach",
  "bao-cao",
  "huong-dan",
  "giay-moi",
  "quyet-dinh",
  "to-trinh",
  "thong-bao",
  "khac",
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** What an instruction asks of the unit that receives it. */
export const Duty = z.enum([
  "disseminate",
  "mobilise",
  "meet-target",
  "coordinate",
  "epidemic-safety",
  "invite-others",
  "regular-donation",
  "healthy-living",
  "register-list",
  "report-after-drive",
  "attend",
]);
export type Duty = z.infer<typeof Duty>;

/** A group of units named together in Kính gửi. A single named unit ("LĐLĐ huyện Tam Đường") has no group. */
export const AddresseeGroup = z.enum([
  "provincial-federations",
  "central-sector-unions",
  "corporation-unions",
  "district-federations",
  "sector-unions",
  "civil-servant-union",
  "industrial-zone-unions",
  "commune-unions",
  "central-grassroots",
  "grassroots",
  "sections",
  "union-groups",
  "federation-departments",
  "district-steering-committees",
  "commune-steering-committees",
  "district-red-cross",
  "provincial-agencies",
  "district-authorities",
  "commune-authorities",
]);
export type AddresseeGroup = z.infer<typeof AddresseeGroup>;

/** Why a copy is sent: to act on, to know, to report to (B/c), to keep (Lưu). */
export const RecipientRole = z.enum(["act", "know", "report", "archive"]);
export type RecipientRole = z.infer<typeof RecipientRole>;

/** TM. for a body, KT. for a head, TL. by order, TUQ. by sub-delegation, Q. acting. */
export const SignatureCapacity = z.enum(["TM", "KT", "TL", "TUQ", "Q"]);
export type SignatureCapacity = z.infer<typeof SignatureCapacity>;

/** When a report is owed. "by-date" has `by`; the others may have `days` after the event. */
export const ReportWhen = z.enum([
  "after-each-drive",
  "after-drive",
  "after-campaign",
  "monthly",
  "quarterly",
  "by-date",
]);
export type ReportWhen = z.infer<typeof ReportWhen>;

/** What a target counts: đơn vị máu, or people who register. */
export const TargetMeasure = z.enum(["blood-units", "registrations"]);
export type TargetMeasure = z.infer<typeof TargetMeasure>;

/** UTF-16 code units into `Letter.text`; `end` is exclusive. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof Span>;

export const WarningCode = z.enum([
  "kind-missing",
  "number-blank",
  "number-missing",
  "number-high-for-date",
  "notation-missing",
  "place-missing",
  "issued-on-blank",
  "issued-on-missing",
  "issued-on-impossible",
  "subject-missing",
  "kind-disagrees",
  "issuer-missing",
  "issuer-from-body",
  "superior-missing",
  "addressees-missing",
  "addressee-group-unknown",
  "bases-missing",
  "base-incomplete",
  "instructions-missing",
  "paragraph-unclear",
  "report-duty-missing",
  "report-duty-incomplete",
  "report-date-without-year",
  "due-day-without-year",
  "due-day-past",
  "due-day-unclear",
  "targets-missing",
  "targets-total-differs",
  "target-columns-unclear",
  "target-unit-missing",
  "target-measure-missing",
  "recipients-missing",
  "signature-missing",
  "signer-missing",
]);
export type WarningCode = z.infer<typeof WarningCode>;

/** `text` is Vietnamese; another language is made from `code` and `params`. `path` names the field meant. */
export const LetterWarning = z.object({
  code: WarningCode,
  text: z.string(),
  path: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type LetterWarning = z.infer<typeof LetterWarning>;

const day = z.iso.date();

/** One entry per printed line: {TM, onBehalfOf}, then {title}; "Q. CHỦ TỊCH" is {Q, title}. */
const LetterSignature = z.object({
  lines: z.array(
    z.object({
      capacity: SignatureCapacity.optional(),
      onBehalfOf: z.string().optional(),
      title: z.string().optional(),
    }),
  ),
  name: z.string().optional(),
});

/**
 * A letter as read. A field that was not found is absent and a warning says so.
 *
 * `text` is the letter as the reader saw it: Unicode NFC, "\n" line ends, no invisible characters, Ð (eth)
 * written Đ, words and figures that a scan spaced out closed up. `spans` gives for every field the words it came from: the key is the field's path ("number",
 * "issuer.name", "instructions[2].text", "instructions[2].duties[0]", "signature.lines[0].capacity"), the
 * offsets are UTF-16 code units into `text`. For a field quoted from the letter the words are the field
 * once line breaks are joined, emphasis marks and page numbers dropped; for a code or a date they are the evidence.
 * "issuer.name.completion" points at the second place that a name read from the body was completed from.
 * An `ordinal` that the letter does not print has no span.
 */
export const Letter = z.object({
  kind: DocumentKind.optional(),
  /** As printed ("610"); `notation` is what follows it ("LĐLĐ", "KH-BCĐ", "CV/BCTCĐ"). */
  number: z.string().optional(),
  notation: z.string().optional(),
  place: z.string().optional(),
  issuedOn: day.optional(),
  subject: z.string().optional(),
  issuer: z.object({ name: z.string(), superior: z.string().optional() }).optional(),
  /** One entry per printed line. "Công đoàn ngành, Công đoàn Viên chức tỉnh" has its second group in `moreGroups`. */
  addressees: z.array(
    z.object({
      text: z.string(),
      group: AddresseeGroup.optional(),
      moreGroups: z.array(AddresseeGroup).optional(),
    }),
  ),
  /** `number` is whole here: "204/KH-BCĐ". */
  bases: z.array(
    z.object({
      kind: DocumentKind,
      number: z.string().optional(),
      issuedOn: day.optional(),
      issuer: z.string().optional(),
      title: z.string().optional(),
    }),
  ),
  /**
   * `text` without its number; paragraphs under it (a, b, rows of a list) follow on lines of their own. `dueOn`
   * is the day its words set ("trước ngày 05/6/2021"); printed without a year, it is the first such day on or
   * after `issuedOn`. A day set for the report alone, beside another one, is in `reportDuty.by` only.
   */
  instructions: z.array(
    z.object({ ordinal: z.int().min(1), text: z.string(), duties: z.array(Duty), dueOn: day.optional() }),
  ),
  reportDuty: z
    .object({
      when: ReportWhen.optional(),
      /** Days after the event; working days when `workingDays`. */
      days: z.int().min(0).optional(),
      workingDays: z.literal(true).optional(),
      by: day.optional(),
      to: z.string().optional(),
      through: z.string().optional(),
    })
    .optional(),
  targets: z.array(
    z.object({ unit: z.string().optional(), value: z.int().min(0), measure: TargetMeasure.optional() }),
  ),
  recipients: z.array(z.object({ text: z.string(), role: RecipientRole })),
  signature: LetterSignature.optional(),
  /** The other signers of a joint document (liên tịch), left to right. */
  coSignatures: z.array(LetterSignature).optional(),
  warnings: z.array(LetterWarning),
  text: z.string(),
  spans: z.record(z.string(), Span),
});
export type Letter = z.infer<typeof Letter>;

/** The fields of a letter without the text they were read from: what an officer confirms, and what is written. */
export const LetterFields = Letter.omit({ text: true, spans: true, warnings: true });
export type LetterFields = z.infer<typeof LetterFields>;

/** A file kept beside a letter or a duty. `sha256` in hex tells whether it is still the same. */
export const FileView = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int().min(1),
  sha256: z.string(),
});
export type FileView = z.infer<typeof FileView>;

/** original: what the letter was read from; signed: the signed, stamped scan; annex: what it carries. */
export const AttachmentRole = z.enum(["original", "signed", "annex"]);
export type AttachmentRole = z.infer<typeof AttachmentRole>;
export const Attachment = FileView.extend({
  role: AttachmentRole,
  addedAt: z.iso.datetime({ offset: true }),
});
export type Attachment = z.infer<typeof Attachment>;

/** A base (căn cứ) of a letter with what is known of it here: its record and file, or the letter issued here. */
export const Citation = z.object({
  ordinal: z.int().min(1),
  kind: DocumentKind,
  number: z.string().nullable(),
  issuedOn: day.nullable(),
  issuer: z.string().nullable(),
  title: z.string().nullable(),
  /** The record of another body's document; null for one issued here, or one cited without a number. */
  externalId: z.uuid().nullable(),
  /** The document issued here; null for another body's. */
  documentId: z.uuid().nullable(),
  file: FileView.nullable(),
});
export type Citation = z.infer<typeof Citation>;

/** When a series begins again: each 1 January, with each term of the committee, or never. */
export const SeriesReset = z.enum(["year", "term", "never"]);
export type SeriesReset = z.infer<typeof SeriesReset>;
export const SeriesView = z.object({
  id: z.uuid(),
  notation: z.string(),
  reset: SeriesReset,
  /** "2021", "" or the name of the term. */
  period: z.string(),
  lastNumber: z.int().min(0),
  /** Numbers of the running period that no document here bears, with the reason given, latest first. */
  moves: z.array(
    z.object({
      from: z.int(),
      to: z.int(),
      reason: z.string(),
      movedAt: z.iso.datetime({ offset: true }),
    }),
  ),
});
export type SeriesView = z.infer<typeof SeriesView>;

/** Why a text was not read as a letter. */
export const NotALetter = z.enum(["empty", "too-long", "not-text", "not-a-letter"]);
export type NotALetter = z.infer<typeof NotALetter>;

/** Why no text could be taken from a letter's file. */
export const OpenReason = z.enum([
  "empty",
  "too-large",
  "not-text",
  "unknown-form",
  "encrypted",
  "damaged",
  /** It unfolds to far more than a letter: a zip bomb, thousands of pages. */
  "too-much-inside",
  /** Pages are pictures: a scan. */
  "no-text-layer",
  "took-too-long",
]);
export type OpenReason = z.infer<typeof OpenReason>;

export const documentProblem = problems({
  /** `reason`: a NotALetter or an OpenReason; `why`: what to do, in the asker's language. */
  "letter-not-read": 422,
  /** None of the forms that are kept. */
  "file-form": 422,
  /** The unit's files of this year would be more than `megabytes`. */
  "files-full": 409,
  /** A series never gives a number twice: `last` is the number it has come to. */
  "series-backwards": 409,
  /** Another document of the series bears this `number`. */
  "number-taken": 409,
  /** A series that begins again with each term needs the term's name. */
  "term-missing": 422,
});
