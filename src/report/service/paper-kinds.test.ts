import { expect, test } from "vitest";
import type { Block, OfficialDocument } from "../../document/service/writing/official.ts";
import { writeOfficialDocument } from "../../document/service/writing/write.ts";
import { differenceOf } from "../rules/figures.ts";
import type { Adjustment } from "../schema/adjustment.ts";
import type { PeriodReport } from "../schema/period.ts";
import { paperOfAdjustment } from "./paper-adjustment.ts";
import { paperOf } from "./paper-document.ts";
import type { PaperDays } from "./paper-frame.ts";
import { paperOfPeriod } from "./paper-period.ts";
import { PROVINCE_FACTS, PROVINCE_VIEW } from "./samples.ts";

const DAYS: PaperDays = {
  approvedOn: "2021-07-06",
  asOf: "2021-07-05T08:30:00.000Z",
  today: "2021-07-06",
  demo: false,
};
const PARTS = { strengths: "Đông.", limits: "", causes: "Mưa lớn.", requests: "" };
const { campaignId, driveId, driveName, driveDay, unit, lines, total, event } = PROVINCE_VIEW;

const PERIOD: PeriodReport = {
  ...PROVINCE_VIEW,
  kind: "quarter",
  from: "2021-04-01",
  until: "2021-06-30",
  campaign: null,
  parts: PARTS,
  remarks: "",
  drives: [
    { driveId, name: driveName, day: driveDay, figures: total, lacking: 1 },
    { driveId: campaignId, name: "Đợt hưởng ứng", day: "2021-05-06", figures: null, lacking: 2 },
  ],
  lines: lines.map((line) => ({ ...line, lacking: line.figures === null ? 1 : 0 })),
  missing: [{ unit, driveId, driveName, driveDay }],
  completeness: { owed: 12, sent: 10, onTime: 9 },
  openDrives: 1,
  changed: null,
  assigned: null,
  own: null,
  event,
};

/** Every word of the paper, a row of a table a line. */
const wordsOf = (paper: OfficialDocument): string =>
  paper.blocks
    .map((block: Block) =>
      block.type === "table"
        ? block.rows
            .map(({ cells }) =>
              cells.map((cell) => (typeof cell === "string" ? cell : cell.text)).join(" | "),
            )
            .join("\n")
        : block.text,
    )
    .join("\n");

/** Tables fill their columns in every row: the writer refuses others. */
function expectWhole(paper: OfficialDocument): void {
  for (const block of paper.blocks) {
    if (block.type !== "table") continue;
    for (const { cells } of block.rows) {
      expect(cells.reduce((sum, cell) => sum + (typeof cell === "string" ? 1 : cell.span), 0)).toBe(
        block.columns.length,
      );
    }
  }
}

test("a quarter's paper names its drives and unions, says what is missing and keeps the event apart", async () => {
  const paper = paperOfPeriod(PERIOD, PROVINCE_FACTS, DAYS);
  expectWhole(paper);
  const words = wordsOf(paper);
  expect(paper.subject).toMatch(/^Kết quả hiến máu tình nguyện quý II năm 2021\n/u);
  expect(words).toContain("Đợt hưởng ứng, 06/05/2021 | chưa báo cáo");
  expect(words).toContain("(còn 1 báo cáo chưa có)");
  expect(words).toContain("đã gửi 10, trong đó đúng hạn 9");
  expect(words).toContain("Các đợt có 370 người hiến máu");
  expect(words).toContain("1. Ưu điểm\nĐông.\n2. Nguyên nhân\nMưa lớn.");
  expect(words).not.toMatch(/undefined|null|NaN|chỉ tiêu giao là/u);
  expect((await writeOfficialDocument(paper, DAYS.asOf)).byteLength).toBeGreaterThan(5000);
});

test("a campaign's paper stands against both targets and tells its costs by source, unknown ones as unknown", async () => {
  const campaign = { id: campaignId, name: "Hành trình Đỏ lần thứ IX năm 2021" };
  const view: PeriodReport = { ...PERIOD, kind: "campaign", campaign, assigned: 280, own: 300 };
  const costs = [
    { source: "bcd", plannedDong: 60_000_000, actualDong: 58_500_000 },
    { source: "union", plannedDong: 10_000_000, actualDong: 11_000_000 },
  ];
  const paper = paperOfPeriod(view, { ...PROVINCE_FACTS, costs }, DAYS);
  expectWhole(paper);
  const words = wordsOf(paper);
  expect(words).toContain("chỉ tiêu giao (280 đơn vị máu)");
  expect(words).toContain("Tổng cộng | 70.000.000 | 69.500.000");
  expect(words).toContain("IV. ĐÁNH GIÁ, KIẾN NGHỊ");
  expect(wordsOf(paperOfPeriod(view, { ...PROVINCE_FACTS, costs: [] }, DAYS))).toContain(
    "Chưa có số liệu kinh phí",
  );
  expect((await writeOfficialDocument(paper, DAYS.asOf)).byteLength).toBeGreaterThan(5000);
});

test("an adjusting paper says what was said, what is, and the difference with its sign", async () => {
  const after = { ...total, donated: total.donated - 1, bags350: total.bags350 - 1, ml: total.ml - 350 };
  const view: Adjustment = {
    ...PROVINCE_VIEW,
    ofId: PROVINCE_VIEW.id,
    number: 1,
    parts: PARTS,
    remarks: "",
    lines: [
      { unit, source: "own", before: total, after },
      { unit, source: "child", before: null, after },
    ],
    before: total,
    after,
    difference: differenceOf(total, after),
  };
  const paper = paperOfAdjustment(view, PROVINCE_FACTS, DAYS);
  expectWhole(paper);
  const words = wordsOf(paper);
  expect(words).toContain("Đã báo cáo | chưa báo cáo");
  expect(words).toMatch(/Chênh lệch \| 0 \| −1 \| 0 \| −1 \| 0 \| 0 \| −350/u);
  expect(words).not.toMatch(/undefined|null|NaN/u);
  expect((await writeOfficialDocument(paper, DAYS.asOf)).byteLength).toBeGreaterThan(5000);
});

test("a drive's paper prints the parts that were written, after words kept from before", () => {
  const words = wordsOf(paperOf({ ...PROVINCE_VIEW, parts: PARTS }, PROVINCE_FACTS, DAYS));
  expect(words).toMatch(/Kiến nghị: Ban Chỉ đạo[^\n]*\n1\. Ưu điểm\nĐông\.\n2\. Nguyên nhân/u);
});
