// A report as an official document: letterhead, căn cứ, parts I to III, table per union, Nơi nhận, signature.
// Pure: the same report and facts give the same paper.
import type { OfficialDocument, Table, TableRow } from "../../document/service/writing/official.ts";
import { formatCount, formatPercent } from "../../platform/pure/text-vi.ts";
import { progressOf } from "../rules/progress.ts";
import type { Figures, PaperFacts, ReportLine, ReportView } from "../schema.ts";
import { COLUMNS, DIRECTLY, GROUPS, NONE, NOT_REPORTED, PARTS, TOTAL, UNIT_RULE } from "./paper-form.ts";
import { figureTexts, framed, heading, type PaperDays, paragraph, remarkBlocks } from "./paper-frame.ts";
import {
  asOfSentence,
  closingSentence,
  eventSentence,
  leadSentences,
  missingSentence,
  openingSentence,
  resultSentence,
  subjectOf,
  targetSentence,
} from "./paper-text.ts";

export function paperOf(view: ReportView, facts: PaperFacts, days: PaperDays): OfficialDocument {
  return framed(
    {
      facts,
      toName: view.to?.name,
      subject: subjectOf(view, facts),
      blocks: [
        paragraph(openingSentence(view, facts)),
        heading(1, PARTS.lead),
        ...leadSentences(facts).map(paragraph),
        heading(1, PARTS.results),
        heading(2, PARTS.union),
        ...[
          resultSentence(view.total),
          targetSentence(view),
          ...missingSentence(view),
          `${asOfSentence(days.asOf)} ${UNIT_RULE[facts.unitRule]}`,
        ].map(paragraph),
        heading(2, PARTS.table),
        tableOf(view),
        ...(view.event === null ? [] : [heading(2, PARTS.event), paragraph(eventSentence(view.event))]),
        heading(1, PARTS.remarks),
        ...remarkBlocks(view, days),
        paragraph(closingSentence(view, facts)),
      ],
    },
    days,
  );
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
  return [...figureTexts(figures), percent === null ? NONE : formatPercent(percent / 10)];
}
