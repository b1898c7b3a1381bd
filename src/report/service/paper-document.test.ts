import { describe, expect, test } from "vitest";
import type { Block, OfficialDocument, Table } from "../../document/service/writing/official.ts";
import { writeOfficialDocument } from "../../document/service/writing/write.ts";
import type { PaperFacts, ReportView } from "../schema.ts";
import { paperOf } from "./paper-document.ts";
import { signatureForm } from "./paper-form.ts";
import { momentInWords, standingPhrase } from "./paper-text.ts";
import { PROVINCE_FACTS, PROVINCE_VIEW, SCHOOL_FACTS, SCHOOL_VIEW } from "./samples.ts";

const DAYS = {
  approvedOn: undefined,
  asOf: "2021-06-11T08:30:00.000Z",
  today: "2021-06-12",
  demo: false,
} as const;
const paper = (view: ReportView, facts: PaperFacts, more: object = {}): OfficialDocument =>
  paperOf(view, facts, { ...DAYS, ...more });
const textOf = (document: OfficialDocument): string =>
  document.blocks.flatMap((block: Block) => ("text" in block ? [block.text] : [])).join("\n");
const tableOf = (document: OfficialDocument): Table => {
  const found = document.blocks.find((block) => block.type === "table");
  if (found?.type !== "table") throw new Error("no table");
  return found;
};

describe("the province's report", () => {
  const document = paper(PROVINCE_VIEW, PROVINCE_FACTS);

  test("says đạt and vượt as the field should: 326 of 280 is đạt 116,4%, vượt 16,4% (domain 4.3)", () => {
    expect(textOf(document)).toContain(
      "đạt 116,4% chỉ tiêu giao của cả chương trình (280 đơn vị máu), vượt 16,4%; đạt 108,7% số tự đăng ký",
    );
    expect(textOf(document)).not.toContain("vượt 116,4%");
  });

  test("prints chưa báo cáo across the figures of a unit that has not reported, names it, and never a 0 for it", () => {
    const rows = tableOf(document).rows.filter((row) =>
      row.cells.some((cell) => typeof cell === "object" && cell.text === "chưa báo cáo"),
    );
    expect(rows.map((row) => row.cells)).toEqual([
      ["3", "Liên đoàn Lao động huyện Phong Thổ", "40", "–", { text: "chưa báo cáo", span: 8 }],
    ]);
    expect(textOf(document)).toContain(
      "chưa gồm 1 công đoàn chưa báo cáo: Liên đoàn Lao động huyện Phong Thổ.",
    );
  });

  test("its last row is the sum of the rows above it", () => {
    const { rows } = tableOf(document);
    const numbers = (cells: (typeof rows)[number]["cells"]): number[] =>
      cells.slice(4, 11).map((cell) => Number(String(cell).replaceAll(".", "")));
    const told = rows
      .filter((row) => row.emphasis === undefined && row.cells.length === 12)
      .map((row) => numbers(row.cells));
    const sum = told.reduce((a, b) => a.map((value, i) => value + (b[i] ?? 0)));
    const total = rows.at(-1);
    expect(total?.emphasis).toBe("total");
    expect(numbers(total?.cells ?? [])).toEqual(sum);
    expect(sum[5]).toBe(326);
  });

  test("tells the whole event apart, by its name, and nowhere in the table", () => {
    const text = textOf(document);
    expect(text).toContain("Toàn đợt có 370 người hiến máu, thu được 370 đơn vị máu");
    expect(text).toContain("không cộng vào kết quả của công đoàn");
    expect(JSON.stringify(tableOf(document))).not.toContain("370");
  });

  test("cites the letter with number and day, and goes to the superior on its letterhead", () => {
    expect(textOf(document)).toContain("Căn cứ Công văn số 610/LĐLĐ ngày 18/01/2021 của");
    expect(document.addressees).toEqual(["Tổng Liên đoàn Lao động Việt Nam"]);
    expect(document.recipients).toEqual(["Như trên", "Lưu: VT"]);
  });

  test("leaves number and day to the clerk until it is approved, and then carries the day and the signer", () => {
    expect(document).not.toHaveProperty("number");
    expect(document).not.toHaveProperty("issuedOn");
    expect(document.signature).toEqual({ lines: ["TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"], name: "" });
    const approved = paper(
      PROVINCE_VIEW,
      { ...PROVINCE_FACTS, signer: "Nguyễn Văn Mẫu" },
      { approvedOn: "2021-06-12" },
    );
    expect(approved).toMatchObject({
      notation: "BC-LĐLĐ",
      issuedOn: "2021-06-12",
      signature: { name: "Nguyễn Văn Mẫu" },
    });
    expect(approved).not.toHaveProperty("number");
  });
});

test.each([
  [undefined, false, "DỰ THẢO"],
  [undefined, true, "DỰ THẢO - DỮ LIỆU MẪU"],
  ["2021-06-12", true, "DỮ LIỆU MẪU"],
  ["2021-06-12", false, undefined],
])("approved on %s, demo %s: the mark is %s", (approvedOn, demo, mark) => {
  expect(paper(PROVINCE_VIEW, PROVINCE_FACTS, { approvedOn, demo }).mark).toBe(mark);
});

describe("a grassroots union's report", () => {
  test("goes to the union above it, is signed for the executive committee, and has one row without a sum", () => {
    const document = paper(SCHOOL_VIEW, SCHOOL_FACTS);
    expect(document.addressees).toEqual(["Liên đoàn Lao động huyện Tam Đường"]);
    expect(document.signature.lines).toEqual(["TM. BAN CHẤP HÀNH", "CHỦ TỊCH"]);
    expect(tableOf(document).rows).toHaveLength(1);
    expect(textOf(document)).not.toContain("Toàn đợt");
  });

  test("without targets or letters says so instead of leaving a hole", () => {
    const text = textOf(
      paper({ ...SCHOOL_VIEW, assigned: null, own: null }, { ...SCHOOL_FACTS, letters: [] }),
    );
    expect(text).toContain("chưa có chỉ tiêu giao");
    expect(text).toContain("Không có văn bản chỉ đạo riêng");
  });
});

test("the paper can be written as DOCX in either state", async () => {
  for (const [view, facts] of [
    [PROVINCE_VIEW, PROVINCE_FACTS],
    [SCHOOL_VIEW, SCHOOL_FACTS],
  ] as const) {
    const bytes = await writeOfficialDocument(paper(view, facts), "2021-06-12T03:00:00.000Z");
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
  }
});

test("no sentence of the paper says how many did not give", () => {
  const text =
    textOf(paper(SCHOOL_VIEW, SCHOOL_FACTS)) + JSON.stringify(tableOf(paper(SCHOOL_VIEW, SCHOOL_FACTS)));
  expect(text).not.toMatch(/không hiến|vắng|trì hoãn|từ chối/iu);
});

describe("words", () => {
  test.each([
    [23_300, 280, "đạt 83,2% chỉ tiêu (280 đơn vị máu), còn thiếu 47 đơn vị máu"],
    [28_000, 280, "đạt 100% chỉ tiêu (280 đơn vị máu)"],
    [250_040, 2500, "đạt 100% chỉ tiêu (2.500 đơn vị máu), vượt 0,4 đơn vị máu"],
    [100, 0, "chỉ tiêu là 0 đơn vị máu, vượt 1 đơn vị máu"],
  ])("%i hundredths of %i: %s", (result, target, words) => {
    expect(standingPhrase(result, target, "chỉ tiêu")).toBe(words);
  });

  test("an instant is told in local time", () => {
    expect(momentInWords("2021-06-09T17:05:00.000Z")).toBe("00 giờ 05 phút ngày 10/06/2021");
  });

  test("a commune union before commune unions existed signs as the nearest known form", () => {
    expect(signatureForm("commune-union", "2026-01-01").lines[0]).toBe("TM. BAN THƯỜNG VỤ");
    expect(signatureForm("commune-union", "2021-01-01").lines[0]).toBe("TM. BAN CHẤP HÀNH");
  });
});
