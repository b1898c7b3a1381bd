// An adjusting report as an official document: what the approved report said, what it is now, and the difference.
// Pure: the same report and facts give the same paper.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
import type { OfficialDocument, Table, TableRow } from "../../document/service/writing/official.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { formatDifference, formatHundredthsDifference } from "../rules/difference.ts";
import { differenceOf, NO_FIGURES } from "../rules/figures.ts";
import type { Adjustment } from "../schema/adjustment.ts";
import type { Difference, Figures, PaperFacts } from "../schema.ts";
import { COLUMNS, GROUPS, NOT_REPORTED, UNIT_RULE } from "./paper-form.ts";
import { figureTexts, framed, heading, type PaperDays, paragraph, remarkBlocks } from "./paper-frame.ts";
import { asOfSentence } from "./paper-text.ts";

const differenceTexts = (difference: Difference): string[] => [
  ...[
    difference.registered,
    difference.donated,
    difference.bags250,
    difference.bags350,
    difference.bags450,
  ].map(formatDifference),
  formatHundredthsDifference(difference.unitsHundredths),
  formatDifference(difference.ml),
];

export function paperOfAdjustment(view: Adjustment, facts: PaperFacts, days: PaperDays): OfficialDocument {
  const drive = `đợt hiến máu tình nguyện ngày ${formatDay(view.driveDay)}`;
  return framed(
    {
      facts,
      toName: view.to?.name,
      subject: `Điều chỉnh số liệu báo cáo kết quả ${drive} (lần ${view.number})\n${facts.campaignName}`,
      blocks: [
        paragraph(
          `${facts.letterhead.name} đã báo cáo kết quả ${drive} tại ${facts.drivePlace}. Sau khi báo cáo được duyệt, số liệu có điều chỉnh; báo cáo đã duyệt giữ nguyên, phần điều chỉnh như sau:`,
        ),
        heading(1, "I. SỐ LIỆU ĐIỀU CHỈNH"),
        tableOf(view),
        paragraph(`${asOfSentence(days.asOf)} ${UNIT_RULE[facts.unitRule]}`),
        heading(1, "II. NGUYÊN NHÂN, KIẾN NGHỊ"),
        ...remarkBlocks(view, days),
        paragraph(`Trên đây là báo cáo điều chỉnh ${drive} của ${facts.letterhead.name}.`),
      ],
    },
    days,
  );
}

function tableOf(view: Adjustment): Table {
  const figure = (title: string, width: number) => ({ title, width, align: "right" }) as const;
  const part = (name: string, before: Figures | null, after: Figures, total = false): TableRow[] => [
    { emphasis: "group", cells: [{ text: name, span: 8, align: "left" }] },
    {
      cells: ["Đã báo cáo", ...(before === null ? [{ text: NOT_REPORTED, span: 7 }] : figureTexts(before))],
    },
    { cells: ["Nay điều chỉnh thành", ...figureTexts(after)] },
    {
      ...(total && { emphasis: "total" as const }),
      cells: ["Chênh lệch", ...differenceTexts(differenceOf(before ?? NO_FIGURES, after))],
    },
  ];
  return {
    type: "table",
    columns: [
      { title: "Số liệu", width: 22, align: "left" },
      figure(COLUMNS.registered, 8),
      figure(COLUMNS.donated, 8),
      figure(COLUMNS.ml250, 7),
      figure(COLUMNS.ml350, 7),
      figure(COLUMNS.ml450, 7),
      figure(COLUMNS.units, 8),
      figure(COLUMNS.ml, 9),
    ],
    groups: [
      { title: GROUPS.people, from: 1, span: 2 },
      { title: GROUPS.bags, from: 3, span: 3 },
    ],
    rows: [
      ...view.lines.flatMap((line) => part(line.unit.name, line.before, line.after)),
      ...part("Toàn báo cáo", view.before, view.after, true),
    ],
  };
}
