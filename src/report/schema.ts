// Side: union. Results going up, level by level, then frozen.
import { z } from "zod";
import { problems } from "../platform/contract/problem.ts";
import { allowedActions, count, day, id, instant, note, UnitRef } from "../platform/contract/shapes.ts";

export const ReportState = z.enum(["draft", "submitted", "returned", "approved"]);
export type ReportState = z.output<typeof ReportState>;

/** Sums of a nation pass the bound of an ordinary count: 1.5 million donors give 500 million ml. */
const sum = z.number().int().min(0);

/** Figures of one row; null throughout means chưa báo cáo, never 0. `unitsHundredths`: đơn vị máu × 100. */
export const Figures = z.object({
  registered: sum,
  donated: sum,
  bags250: sum,
  bags350: sum,
  bags450: sum,
  ml: sum,
  unitsHundredths: sum,
});
export type Figures = z.output<typeof Figures>;

const change = z.number().int();
/** New less old; may be negative. */
export const Difference = z.object({
  registered: change,
  donated: change,
  bags250: change,
  bags350: change,
  bags450: change,
  ml: change,
  unitsHundredths: change,
});
export type Difference = z.output<typeof Difference>;

/**
 * `own`: people credited to the unit itself (of a grassroots union: its whole subtree); `child`: a unit directly below,
 * from its approved report. `figures` null: chưa báo cáo. Targets in đơn vị máu; null on the own line of a unit that
 * has others below it, because its target is for them all.
 */
export const ReportLine = z.object({
  unit: UnitRef,
  source: z.enum(["own", "child"]),
  figures: Figures.nullable(),
  assigned: count.nullable(),
  own: count.nullable(),
});
export type ReportLine = z.output<typeof ReportLine>;

export const ReportComment = z.object({
  id,
  version: z.number().int(),
  figure: z.string(),
  text: z.string(),
  at: instant,
});
export type ReportComment = z.output<typeof ReportComment>;

/** Remarks as they are asked for, each with its own question. */
export const RemarkParts = z.object({
  strengths: note(2000).default(""),
  limits: note(2000).default(""),
  causes: note(2000).default(""),
  requests: note(2000).default(""),
});
export type RemarkParts = z.output<typeof RemarkParts>;
export const REMARK_PARTS = [
  "strengths",
  "limits",
  "causes",
  "requests",
] as const satisfies readonly (keyof RemarkParts)[];

export const ReportView = z.object({
  id,
  campaignId: id,
  driveId: id,
  driveName: z.string(),
  driveDay: day,
  unit: UnitRef,
  to: UnitRef.nullable(),
  state: ReportState,
  dueOn: day.nullable(),
  late: z.boolean(),
  version: z.number().int(),
  figuresAsOf: instant.nullable(),
  remarks: z.string(),
  parts: RemarkParts,
  /** Sent in one tap: nobody gave. */
  nil: z.boolean(),
  lines: z.array(ReportLine),
  /** Σ of the lines that have figures. */
  total: Figures,
  /** The unit's own targets of the whole campaign, in đơn vị máu. */
  assigned: count.nullable(),
  own: count.nullable(),
  /** Units whose figures are not in the total: directly below, and below an approved report that lacked them. */
  missing: z.array(UnitRef),
  /**
   * The whole event with donors outside the system: a separate measure, only on the leading unit's report, never added
   * to union figures. Of outside donors only those who gave are known, so `registered` counts each of them once.
   */
  event: Figures.nullable(),
  /**
   * Of an approved report: what the facts have become since, less what it says (null: nothing changed), and the
   * adjustments beside it. The report itself never changes.
   */
  changed: Difference.nullable(),
  adjustments: z.array(z.object({ id, number: z.number().int(), state: ReportState })),
  comments: z.array(ReportComment),
  allowedActions,
});
export type ReportView = z.output<typeof ReportView>;

/** The quick figure of the evening: when it is due, and who sent it when. */
export const QuickState = z.object({
  dueAt: instant,
  sent: z.object({ at: instant, by: z.string(), donated: sum }).nullable(),
  late: z.boolean(),
});
export type QuickState = z.output<typeof QuickState>;

/** A report owed or made: `state` null is chưa báo cáo. */
export const OwedRow = z.object({
  reportId: id.nullable(),
  unit: UnitRef,
  driveId: id,
  driveName: z.string(),
  driveDay: day,
  dueOn: day.nullable(),
  state: ReportState.nullable(),
  late: z.boolean(),
  /** The facts say that nobody of the unit gave, and it has not reported: one tap sends that. */
  nil: z.boolean(),
  quick: QuickState,
});
export type OwedRow = z.output<typeof OwedRow>;

export const ReturnEntry = z.object({
  id,
  figure: z.string().max(60).default(""),
  text: note(2000).pipe(z.string().min(1)),
});

/**
 * A letter of the campaign as a paper cites it. `ours`: what the reporting unit did with it; `below`: unions under it
 * that the letter reached, and how far they are.
 */
export const CitedLetter = z.object({
  kind: z.string(),
  number: z.string().nullable(),
  notation: z.string().nullable(),
  issuedOn: day.nullable(),
  subject: z.string().nullable(),
  sender: z.string(),
  ours: z.enum(["sent", "reached", "received", "disseminated"]),
  below: z.object({ reached: count, received: count, disseminated: count }),
});
export type CitedLetter = z.output<typeof CitedLetter>;

/** What the paper of a report says beside its figures; kept with the report from its approval on. */
export const PaperFacts = z.object({
  letterhead: z.object({
    name: z.string(),
    superiorName: z.string().nullable(),
    notation: z.string(),
    placeName: z.string(),
  }),
  unitKind: z.string(),
  campaignName: z.string(),
  /** mixed: a period over campaigns that count đơn vị máu differently. */
  unitRule: z.enum(["bag", "ml250", "mixed"]),
  /** "" for a period. */
  drivePlace: z.string(),
  letters: z.array(CitedLetter),
  /** Of a campaign's report by the unit that leads it: đồng by source. */
  costs: z.array(z.object({ source: z.string(), plannedDong: sum, actualDong: sum })).optional(),
  /** Who signed for the unit, where the program knows; null leaves room for a hand. */
  signer: z.string().nullable(),
});
export type PaperFacts = z.output<typeof PaperFacts>;

export const reportProblem = problems({
  "drive-not-closed": 409,
  "owes-no-report": 409,
  "report-not-open": 409,
  "report-not-submitted": 409,
  "not-nil": 409,
  "period-not-over": 409,
  "no-such-period": 409,
  "nothing-to-report": 409,
  "nothing-to-adjust": 409,
});
