// Made-up reports for the tests of the paper: a province with a unit that has not reported, and a grassroots union.
import { sumFigures } from "../rules/figures.ts";
import type { Figures, PaperFacts, ReportLine, ReportView } from "../schema.ts";

const unit = (n: number, name: string) => ({
  id: `01910000-0000-7000-8111-${String(n).padStart(12, "0")}`,
  name,
  shortName: name,
});

const figures = (registered: number, bags250: number, bags350: number, bags450: number): Figures => {
  const donated = bags250 + bags350 + bags450;
  const ml = bags250 * 250 + bags350 * 350 + bags450 * 450;
  return { registered, donated, bags250, bags350, bags450, ml, unitsHundredths: donated * 100 };
};

const PROVINCE = unit(1, "Liên đoàn Lao động tỉnh Lai Châu");

const child = (
  n: number,
  name: string,
  given: Figures | null,
  assigned: number,
  own: number | null,
): ReportLine => ({
  unit: unit(n, name),
  source: "child",
  figures: given,
  assigned,
  own,
});

const lines: ReportLine[] = [
  child(2, "Liên đoàn Lao động thành phố Lai Châu", figures(96, 12, 60, 8), 60, 70),
  child(3, "Liên đoàn Lao động huyện Tam Đường", figures(60, 10, 34, 0), 45, 45),
  child(4, "Liên đoàn Lao động huyện Phong Thổ", null, 40, null),
  child(5, "Công đoàn ngành Y tế", figures(88, 6, 54, 14), 50, 60),
  child(6, "Công đoàn ngành Giáo dục", figures(110, 30, 56, 2), 70, 70),
  child(7, "Công đoàn Viên chức tỉnh", figures(48, 4, 33, 0), 15, 35),
  { unit: PROVINCE, source: "own", figures: figures(4, 0, 3, 0), assigned: null, own: null },
];

/** 326 units against 280 assigned: the figures of domain 4.3. */
export const PROVINCE_VIEW: ReportView = {
  id: "01910000-0000-7000-8333-000000000001",
  campaignId: "01910000-0000-7000-8333-000000000002",
  driveId: "01910000-0000-7000-8333-000000000003",
  driveName: "Đợt chính 09/06",
  driveDay: "2021-06-09",
  unit: PROVINCE,
  to: null,
  state: "submitted",
  dueOn: null,
  late: false,
  version: 1,
  figuresAsOf: "2021-06-11T08:30:00.000Z",
  remarks:
    "Ưu điểm: đoàn viên tham gia tích cực, đợt hiến máu diễn ra an toàn.\nHạn chế: một số công đoàn đăng ký muộn.\nKiến nghị: Ban Chỉ đạo tỉnh thông báo lịch sớm hơn một tháng.",
  parts: { strengths: "", limits: "", causes: "", requests: "" },
  nil: false,
  changed: null,
  adjustments: [],
  lines,
  total: sumFigures(lines.map((line) => line.figures)),
  assigned: 280,
  own: 300,
  missing: [unit(4, "Liên đoàn Lao động huyện Phong Thổ")],
  event: figures(470, 70, 265, 35),
  comments: [],
  allowedActions: [],
};

export const PROVINCE_FACTS: PaperFacts = {
  letterhead: {
    name: "Liên đoàn Lao động tỉnh Lai Châu",
    superiorName: "Tổng Liên đoàn Lao động Việt Nam",
    notation: "LĐLĐ",
    placeName: "Lai Châu",
  },
  unitKind: "federation",
  campaignName: "Chương trình Hành trình Đỏ lần thứ IX, “Giọt hồng Sông Đà” lần thứ IV năm 2021",
  unitRule: "bag",
  drivePlace: "Trung tâm Hội nghị Văn hóa tỉnh",
  letters: [
    {
      kind: "cong-van",
      number: "610",
      notation: "LĐLĐ",
      issuedOn: "2021-01-18",
      subject:
        "tuyên truyền thực hiện Chương trình Hành trình đỏ lần thứ IX năm 2021, “Giọt hồng Sông Đà” - lần thứ IV tỉnh Lai Châu",
      sender: "Liên đoàn Lao động tỉnh Lai Châu",
      ours: "sent",
      below: { reached: 58, received: 55, disseminated: 51 },
    },
  ],
  signer: null,
};

const SCHOOL = unit(9, "Công đoàn cơ sở Trường THPT Bản Mẫu");
const only: ReportLine = {
  unit: SCHOOL,
  source: "own",
  figures: figures(15, 2, 9, 0),
  assigned: 10,
  own: null,
};

export const SCHOOL_VIEW: ReportView = {
  ...PROVINCE_VIEW,
  unit: SCHOOL,
  to: unit(3, "Liên đoàn Lao động huyện Tam Đường"),
  state: "draft",
  dueOn: "2021-06-14",
  version: 0,
  figuresAsOf: null,
  remarks: "",
  lines: [only],
  total: sumFigures([only.figures]),
  assigned: 10,
  own: null,
  missing: [],
  event: null,
};

export const SCHOOL_FACTS: PaperFacts = {
  ...PROVINCE_FACTS,
  letterhead: {
    name: "Công đoàn cơ sở Trường THPT Bản Mẫu",
    superiorName: "Liên đoàn Lao động huyện Tam Đường",
    notation: "CĐCS",
    placeName: "Tam Đường",
  },
  unitKind: "grassroots",
  letters: PROVINCE_FACTS.letters.map((letter) => ({
    ...letter,
    ours: "disseminated" as const,
    below: { reached: 0, received: 0, disseminated: 0 },
  })),
};
