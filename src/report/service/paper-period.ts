// A period report as an official document: by drive, by union directly below, against the targets, how complete it is.
// Pure: the same report and facts give the same paper.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
import type { Block, OfficialDocument, Table, TableRow } from "../../document/service/writing/official.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { periodName } from "../rules/periods.ts";
import type { PeriodReport } from "../schema/period.ts";
import type { Figures, PaperFacts } from "../schema.ts";
import { COLUMNS, DIRECTLY, GROUPS, NOT_REPORTED, PARTS, TOTAL, UNIT_RULE } from "./paper-form.ts";
import { figureTexts, framed, heading, type PaperDays, paragraph, remarkBlocks } from "./paper-frame.ts";
import { asOfSentence, eventSentence, leadSentences, resultSentence, standingPhrase } from "./paper-text.ts";

/** Who paid, as the costs of drives name them. */
const SOURCES: Readonly<Record<string, string>> = {
  bcd: "Ban Chỉ đạo",
  union: "Công đoàn",
  mobilised: "Vận động",
  "blood-price": "Chi phí trong giá máu",
};

export function paperOfPeriod(view: PeriodReport, facts: PaperFacts, days: PaperDays): OfficialDocument {
  const span = view.kind === "campaign" ? (view.campaign?.name ?? "") : periodName(view.kind, view);
  const what =
    view.kind === "campaign" ? `Kết quả thực hiện ${span}` : `Kết quả hiến máu tình nguyện ${span}`;
  return framed(
    {
      facts,
      toName: view.to?.name,
      subject: view.kind === "campaign" ? what : `${what}\n${facts.campaignName}`,
      blocks: [
        paragraph(
          `${facts.letterhead.name} báo cáo kết quả hiến máu tình nguyện ${view.kind === "campaign" ? periodName(view.kind, view) : span} như sau:`,
        ),
        heading(1, PARTS.lead),
        ...leadSentences(facts, "kỳ báo cáo này").map(paragraph),
        paragraph(
          `Trong kỳ đã tổ chức ${formatCount(view.drives.length)} đợt hiến máu có người của công đoàn tham gia${view.openDrives > 0 ? `; còn ${formatCount(view.openDrives)} đợt cơ sở y tế chưa khóa sổ` : ""}.`,
        ),
        heading(1, PARTS.results),
        heading(2, PARTS.union),
        paragraph(resultSentence(view.total)),
        ...(view.kind === "campaign" ? [paragraph(targetWords(view))] : []),
        ...missingBlocks(view),
        paragraph(`${asOfSentence(days.asOf)} ${UNIT_RULE[facts.unitRule]}`),
        heading(2, "2. Theo từng đợt hiến máu"),
        table(
          "Đợt hiến máu",
          view.drives.map((drive) =>
            row(`${drive.name}, ${formatDay(drive.day)}`, drive.figures, drive.lacking),
          ),
          view.total,
        ),
        heading(2, "3. Theo từng công đoàn"),
        table(
          COLUMNS.unit,
          view.lines.map((line) =>
            row(
              line.source === "own" && view.lines.length > 1
                ? `${line.unit.name} ${DIRECTLY}`
                : line.unit.name,
              line.figures,
              line.lacking,
            ),
          ),
          view.total,
        ),
        ...(view.event === null
          ? []
          : [
              heading(2, "4. Kết quả chung của các đợt, gồm cả người hiến máu ngoài tổ chức công đoàn"),
              paragraph(eventSentence(view.event, "Các đợt")),
            ]),
        ...costBlocks(facts),
        heading(1, facts.costs === undefined ? PARTS.remarks : "IV. ĐÁNH GIÁ, KIẾN NGHỊ"),
        ...remarkBlocks(view, days),
        paragraph(`Trên đây là báo cáo kết quả hiến máu tình nguyện của ${facts.letterhead.name}.`),
      ],
    },
    days,
  );
}

function targetWords(view: PeriodReport): string {
  const { unitsHundredths } = view.total;
  const phrases = [
    standingPhrase(unitsHundredths, view.assigned, "chỉ tiêu giao"),
    standingPhrase(unitsHundredths, view.own, "số tự đăng ký"),
  ].filter((phrase) => phrase !== undefined);
  return phrases.length === 0
    ? "Chương trình chưa có chỉ tiêu giao hoặc số tự đăng ký."
    : `Số đơn vị máu ${phrases.join("; ")}.`;
}

/** Named where they are few; a province's long list stands in its completeness table. */
function missingBlocks(view: PeriodReport): Block[] {
  const { owed, sent, onTime } = view.completeness;
  const names = [
    ...new Set(view.missing.map(({ unit, driveDay }) => `${unit.name} (đợt ${formatDay(driveDay)})`)),
  ];
  return [
    ...(names.length === 0
      ? []
      : [
          paragraph(
            `Số liệu trên chưa gồm ${formatCount(names.length)} báo cáo đợt chưa được duyệt: ${names.slice(0, 30).join("; ")}${names.length > 30 ? "; …" : ""}.`,
          ),
        ]),
    ...(owed === 0
      ? []
      : [
          paragraph(
            `Công đoàn cấp dưới phải gửi ${formatCount(owed)} báo cáo đợt, đã gửi ${formatCount(sent)}, trong đó đúng hạn ${formatCount(onTime)}.`,
          ),
        ]),
  ];
}

function costBlocks(facts: PaperFacts): Block[] {
  if (facts.costs === undefined) return [];
  if (facts.costs.length === 0)
    return [heading(1, "III. KINH PHÍ"), paragraph("Chưa có số liệu kinh phí của các đợt.")];
  const dong = (value: number): string => formatCount(value);
  const total = facts.costs.reduce(
    (sum, cost) => ({ planned: sum.planned + cost.plannedDong, actual: sum.actual + cost.actualDong }),
    { planned: 0, actual: 0 },
  );
  return [
    heading(1, "III. KINH PHÍ"),
    {
      type: "table",
      columns: [
        { title: "Nguồn", width: 20, align: "left" },
        { title: "Dự toán (đồng)", width: 12, align: "right" },
        { title: "Đã chi (đồng)", width: 12, align: "right" },
      ],
      rows: [
        ...facts.costs.map(({ source, plannedDong, actualDong }) => ({
          cells: [SOURCES[source] ?? source, dong(plannedDong), dong(actualDong)],
        })),
        { emphasis: "total", cells: [TOTAL, dong(total.planned), dong(total.actual)] },
      ],
    },
  ];
}

type Row = (ordinal: number) => TableRow;

/** A row that goes without some reports says so under its name. */
const row =
  (name: string, figures: Figures | null, lacking: number): Row =>
  (ordinal) => ({
    cells: [
      String(ordinal),
      figures !== null && lacking > 0 ? `${name}\n(còn ${formatCount(lacking)} báo cáo chưa có)` : name,
      ...(figures === null ? [{ text: NOT_REPORTED, span: 7 }] : figureTexts(figures)),
    ],
  });

function table(first: string, rows: readonly Row[], total: Figures): Table {
  const figure = (title: string, width: number) => ({ title, width, align: "right" }) as const;
  return {
    type: "table",
    columns: [
      { title: COLUMNS.ordinal, width: 4, align: "center" },
      { title: first, width: 26, align: "left" },
      figure(COLUMNS.registered, 8),
      figure(COLUMNS.donated, 8),
      figure(COLUMNS.ml250, 7),
      figure(COLUMNS.ml350, 7),
      figure(COLUMNS.ml450, 7),
      figure(COLUMNS.units, 8),
      figure(COLUMNS.ml, 9),
    ],
    groups: [
      { title: GROUPS.people, from: 2, span: 2 },
      { title: GROUPS.bags, from: 4, span: 3 },
    ],
    rows: [
      ...rows.map((make, index) => make(index + 1)),
      ...(rows.length > 1 ? [{ emphasis: "total" as const, cells: ["", TOTAL, ...figureTexts(total)] }] : []),
    ],
  };
}
