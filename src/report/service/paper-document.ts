// A report as an official document: letterhead, căn cứ, parts I to III, table per union, Nơi nhận, signature.
// Pure: the same report and facts give the same paper.
import type { OfficialDocument, Table, TableRow } from "../../document/service/writing/official.ts";
import { formatCount, formatPercent } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "../rules/figures.ts";
import { progressOf } from "../rules/progress.ts";
import type { Figures, PaperFacts, ReportLine, ReportView } from "../schema.ts";
import {
  ARCHIVE,
  AS_ABOVE,
  COLUMNS,
  DIRECTLY,
  GROUPS,
  MARK,
  NONE,
  NOT_REPORTED,
  NOTATION,
  PARTS,
  signatureForm,
  TITLE,
  TOTAL,
  UNIT_RULE,
} from "./paper-form.ts";
import {
  asOfSentence,
  bases,
  closingSentence,
  eventSentence,
  leadSentences,
  missingSentence,
  NO_REMARKS,
  openingSentence,
  resultSentence,
  subjectOf,
  targetSentence,
} from "./paper-text.ts";

export interface PaperDays {
  /** The day that stands on the paper; undefined leaves room for a hand. */
  readonly approvedOn: string | undefined;
  /** The instant of the figures. */
  readonly asOf: string;
  readonly today: string;
  readonly demo: boolean;
}

export function paperOf(view: ReportView, facts: PaperFacts, days: PaperDays): OfficialDocument {
  const { letterhead } = facts;
  const draft = days.approvedOn === undefined;
  const form = signatureForm(facts.unitKind, days.approvedOn ?? days.today);
  const superior = view.to?.name ?? letterhead.superiorName ?? undefined;
  const mark = [...(draft ? [MARK.draft] : []), ...(days.demo ? [MARK.demo] : [])].join(" - ");
  const remarks = view.remarks === "" ? NO_REMARKS[draft ? "draft" : "final"] : view.remarks;
  return {
    issuer: {
      name: letterhead.name,
      ...(letterhead.superiorName === null ? {} : { superior: letterhead.superiorName }),
    },
    notation: `${NOTATION}-${letterhead.notation}`,
    place: letterhead.placeName,
    ...(days.approvedOn === undefined ? {} : { issuedOn: days.approvedOn }),
    kindTitle: TITLE,
    subject: subjectOf(view, facts),
    ...(superior === undefined ? {} : { addressees: [superior] }),
    blocks: [
      ...bases(facts.letters).map((text) => ({ type: "paragraph", text, italic: true }) as const),
      { type: "paragraph", text: openingSentence(view, facts) },
      { type: "heading", level: 1, text: PARTS.lead },
      ...leadSentences(facts).map((text) => ({ type: "paragraph", text }) as const),
      { type: "heading", level: 1, text: PARTS.results },
      { type: "heading", level: 2, text: PARTS.union },
      ...[
        resultSentence(view.total),
        targetSentence(view),
        ...missingSentence(view),
        `${asOfSentence(days.asOf)} ${UNIT_RULE[facts.unitRule]}`,
      ].map((text) => ({ type: "paragraph", text }) as const),
      { type: "heading", level: 2, text: PARTS.table },
      tableOf(view),
      ...(view.event === null
        ? []
        : ([
            { type: "heading", level: 2, text: PARTS.event },
            { type: "paragraph", text: eventSentence(view.event) },
          ] as const)),
      { type: "heading", level: 1, text: PARTS.remarks },
      { type: "paragraph", text: remarks },
      { type: "paragraph", text: closingSentence(view, facts) },
    ],
    recipients: [...(superior === undefined ? [] : [AS_ABOVE]), `${ARCHIVE}: ${form.archive}`],
    signature: { lines: form.lines, name: facts.signer ?? "" },
    ...(mark === "" ? {} : { mark }),
  };
}

function tableOf(view: ReportView): Table {
  const figure = (title: string, width: number) => ({ title, width, align: "right" }) as const;
  const rows: TableRow[] = view.lines.map((line, index) => ({
    cells: [
      String(index + 1),
      line.source === "own" && view.lines.length > 1 ? `${line.unit.name} ${DIRECTLY}` : line.unit.name,
      ...targetCells(line),
      ...(line.figures === null
        ? [{ text: NOT_REPORTED, span: 8 }]
        : figureCells(line.figures, line.assigned)),
    ],
  }));
  const total: TableRow = {
    emphasis: "total",
    cells: ["", TOTAL, ...targetCells(view), ...figureCells(view.total, view.assigned)],
  };
  return {
    type: "table",
    columns: [
      { title: COLUMNS.ordinal, width: 4, align: "center" },
      { title: COLUMNS.unit, width: 22, align: "left" },
      figure(COLUMNS.assigned, 7),
      figure(COLUMNS.own, 7),
      figure(COLUMNS.registered, 7),
      figure(COLUMNS.donated, 7),
      figure(COLUMNS.ml250, 6),
      figure(COLUMNS.ml350, 6),
      figure(COLUMNS.ml450, 6),
      figure(COLUMNS.units, 7),
      figure(COLUMNS.ml, 8),
      figure(COLUMNS.percent, 8),
    ],
    groups: [
      { title: GROUPS.target, from: 2, span: 2 },
      { title: GROUPS.people, from: 4, span: 2 },
      { title: GROUPS.bags, from: 6, span: 3 },
    ],
    // One line and its total say the same.
    rows: view.lines.length > 1 ? [...rows, total] : rows,
  };
}

const targetCells = (line: Pick<ReportLine, "assigned" | "own">): string[] =>
  [line.assigned, line.own].map((value) => (value === null ? NONE : formatCount(value)));

function figureCells(figures: Figures, assigned: number | null): string[] {
  const percent = progressOf(figures.unitsHundredths, assigned)?.percentTenths ?? null;
  return [
    ...[figures.registered, figures.donated, figures.bags250, figures.bags350, figures.bags450].map(
      formatCount,
    ),
    formatHundredths(figures.unitsHundredths),
    formatCount(figures.ml),
    percent === null ? NONE : formatPercent(percent / 10),
  ];
}
