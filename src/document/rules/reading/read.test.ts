// Forms a letter comes in, part by part.
import { describe, expect, test } from "vitest";
import { vi } from "../../messages.vi.ts";
import { WarningCode } from "../../schema.ts";
import { fieldsOf, read } from "./letter.testing.ts";

/** A small complete letter with parts replaced. */
function letter(parts: { head?: string; to?: string; body?: string; foot?: string } = {}): string {
  const head =
    parts.head ??
    "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU\n\nSố: 15/LĐLĐ\n\nLai Châu, ngày 02 tháng 3 năm 2021\n\nV/v hiến máu tình nguyện";
  const to = parts.to ?? "Kính gửi: Các công đoàn cơ sở trực thuộc";
  const body =
    parts.body ??
    "Ban Thường vụ đề nghị:\n\n1. Tuyên truyền về hiến máu.\n\n2. Phối hợp với Hội Chữ thập đỏ.";
  const foot =
    parts.foot ?? "Nơi nhận:\n- Như kính gửi;\n- Lưu: VT.\n\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nLò Văn Pâng";
  return [head, to, body, foot].join("\n\n");
}

const codes = (text: string): string[] => read(text).warnings.map(({ code }) => code);

describe("number and notation", () => {
  const numbered = (line: string) =>
    read(letter({ head: `${line}\nLai Châu, ngày 02 tháng 3 năm 2021\nV/v hiến máu` }));

  test.each([
    ["Số: 12/LĐLĐ-CSPL", "12", "LĐLĐ-CSPL", "cong-van"],
    ["Số 132-CV/BCTCĐ", "132", "CV/BCTCĐ", "cong-van"],
    ["Số :  07 / LĐLĐ – CSPL&QHLĐ", "07", "LĐLĐ-CSPL&QHLĐ", "cong-van"],
    ["SỐ: 3/TTr-LĐLĐ", "3", "TTr-LĐLĐ", "to-trinh"],
    ["Số: 91/QÐ-LÐLÐ", "91", "QĐ-LĐLĐ", "quyet-dinh"],
    ["Số: 610", "610", undefined, "cong-van"],
    ["Số:       /LĐLĐ", undefined, "LĐLĐ", "cong-van"],
    ["Số: ……/LĐLĐ", undefined, "LĐLĐ", "cong-van"],
  ])("%s", (line, number, notation, kind) => {
    const got = numbered(line);
    expect([got.number, got.notation, got.kind]).toEqual([number, notation, kind]);
    expect(got.warnings.some(({ code }) => code === "number-blank")).toBe(number === undefined);
  });

  test("a title and a notation that disagree are both told", () => {
    const text = letter({
      head: "Số: 5/KH-LĐLĐ\nLai Châu, ngày 02 tháng 3 năm 2021\n\nTHÔNG BÁO\nVề hiến máu",
    });
    expect(read(text).kind).toBe("thong-bao");
    expect(codes(text)).toContain("kind-disagrees");
  });
});

describe("place and date", () => {
  test.each([
    ["Lai Châu, ngày 02 tháng 3 năm 2021", "Lai Châu", "2021-03-02", undefined],
    ["Lai Châu, ngày 2/3/2021", "Lai Châu", "2021-03-02", undefined],
    ["TP. Lai Châu, ngày 02 tháng 03 năm 2021", "TP. Lai Châu", "2021-03-02", undefined],
    ["Lai Châu, ngày     tháng 3 năm 2021", "Lai Châu", undefined, "issued-on-blank"],
    ["Lai Châu, ngày ... tháng ... năm 2021", "Lai Châu", undefined, "issued-on-blank"],
    ["Lai Châu, ngày 31 tháng 02 năm 2021", "Lai Châu", undefined, "issued-on-impossible"],
  ])("%s", (line, place, day, code) => {
    const text = letter({ head: `Số: 15/LĐLĐ\n${line}\nV/v hiến máu` });
    const got = read(text);
    expect([got.place, got.issuedOn]).toEqual([place, day]);
    for (const each of ["issued-on-blank", "issued-on-impossible", "issued-on-missing"]) {
      expect(codes(text).includes(each), each).toBe(each === code);
    }
  });
});

describe("two columns merged", () => {
  const expected = {
    number: "15",
    notation: "LĐLĐ-CSPL",
    place: "Lai Châu",
    issuedOn: "2021-03-02",
    subject: "vận động hiến máu tình nguyện đợt 1",
    issuer: { name: "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU", superior: "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM" },
  };

  test.each([
    [
      "into lines with wide gaps, the subject beside the date",
      "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG                   Độc lập - Tự do - Hạnh phúc\nTỈNH LAI CHÂU\nSố: 15/LĐLĐ-CSPL\nV/v vận động hiến máu     Lai Châu, ngày 02 tháng 3 năm 2021\ntình nguyện đợt 1",
    ],
    [
      "into lines with one space",
      "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU Độc lập - Tự do - Hạnh phúc\nSố: 15/LĐLĐ-CSPL Lai Châu, ngày 02 tháng 3 năm 2021\nV/v vận động hiến máu\ntình nguyện đợt 1",
    ],
    [
      "right column first",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLai Châu, ngày 02 tháng 3 năm 2021\nTỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU\nSố: 15/LĐLĐ-CSPL\nV/v vận động hiến máu tình nguyện đợt 1",
    ],
  ])("%s", (_name, head) => {
    expect(fieldsOf(read(letter({ head })))).toMatchObject(expected);
  });
});

describe("addressees", () => {
  test.each([
    ["Liên đoàn Lao động các huyện, thành phố", "district-federations"],
    ["LĐLĐ huyện, thành phố", "district-federations"],
    ["Công đoàn các ngành địa phương", "sector-unions"],
    ["Công đoàn Viên chức tỉnh", "civil-servant-union"],
    ["Công đoàn cơ sở Trung ương đóng trên địa bàn tỉnh", "central-grassroots"],
    ["Các CĐCS trực thuộc", "grassroots"],
    ["Công đoàn các xã, phường", "commune-unions"],
    ["Các công đoàn bộ phận", "sections"],
    ["Các tổ công đoàn", "union-groups"],
    ["Các sở, ban, ngành, đoàn thể tỉnh", "provincial-agencies"],
    ["UBND các huyện, thành phố", "district-authorities"],
    ["LĐLĐ huyện Tam Đường", undefined],
    ["Công đoàn ngành Giáo dục", undefined],
    ["Công đoàn xã Bình Lư", undefined],
    ["Công đoàn cơ sở Trường THPT số 9", undefined],
  ])("%s", (line, group) => {
    expect(read(letter({ to: `Kính gửi: ${line}.` })).addressees).toEqual([
      { text: line, ...(group ? { group } : {}) },
    ]);
  });

  test("a line that names two groups stays one addressee that knows both", () => {
    const got = read(
      letter({ to: "Kính gửi:\n- Công đoàn ngành, Công đoàn Viên chức tỉnh;\n- LĐLĐ huyện Sìn Hồ." }),
    );
    expect(got.addressees).toEqual([
      {
        text: "Công đoàn ngành, Công đoàn Viên chức tỉnh",
        group: "sector-unions",
        moreGroups: ["civil-servant-union"],
      },
      { text: "LĐLĐ huyện Sìn Hồ" },
    ]);
    const span = got.spans["addressees[0].moreGroups[0]"];
    expect(span && got.text.slice(span.start, span.end)).toBe("Công đoàn Viên chức tỉnh");
  });

  test("a line that names two units is two addressees, each with its own place", () => {
    const got = read(letter({ to: "Kính gửi:\n- LĐLĐ huyện Sìn Hồ, LĐLĐ huyện Than Uyên." }));
    expect(got.addressees.map(({ text }) => text)).toEqual(["LĐLĐ huyện Sìn Hồ", "LĐLĐ huyện Than Uyên"]);
    const span = got.spans["addressees[1].text"];
    expect(span && got.text.slice(span.start, span.end)).toBe("LĐLĐ huyện Than Uyên");
  });
});

describe("duties come from words of that very instruction", () => {
  const dutiesOf = (text: string) =>
    read(letter({ body: `Ban Thường vụ đề nghị:\n\n1. ${text}` })).instructions[0]?.duties;

  test.each([
    ["Thực hiện theo kế hoạch của Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh.", []],
    ["Công nhân lao động, viên chức thực hiện nghiêm giờ làm việc.", []],
    ["Huy động đoàn viên đăng ký hiến máu.", ["mobilise"]],
    ["Gửi danh sách người đăng ký về Ban Tổ chức.", ["register-list"]],
    ["Cử cán bộ tham dự lễ phát động.", ["attend"]],
    ["Thực hiện thông điệp 5K tại điểm hiến máu.", ["epidemic-safety"]],
    ["Báo cáo kết quả về LĐLĐ tỉnh sau mỗi đợt hiến máu.", ["report-after-drive"]],
    ["Báo cáo kết quả về LĐLĐ tỉnh trước ngày 05/8/2021.", []],
  ])("%s", (text, duties) => {
    expect(dutiesOf(text)).toEqual(duties);
  });
});

test("items numbered by a word processor, a tab after the number, are orders and no table", () => {
  const body = "Ban Thường vụ đề nghị:\n1.\tTuyên truyền về hiến máu.\n2.\tPhối hợp với Hội Chữ thập đỏ.";
  expect(read(letter({ body })).instructions).toEqual([
    { ordinal: 1, text: "Tuyên truyền về hiến máu.", duties: ["disseminate"] },
    { ordinal: 2, text: "Phối hợp với Hội Chữ thập đỏ.", duties: ["coordinate"] },
  ]);
});

describe("the report duty", () => {
  const reportOf = (text: string) =>
    read(letter({ body: `Ban Thường vụ đề nghị:\n\n1. ${text}` })).reportDuty;

  test.each([
    [
      "Chậm nhất 05 ngày làm việc sau mỗi đợt hiến máu, báo cáo kết quả về LĐLĐ tỉnh (qua Ban Công tác công đoàn).",
      {
        when: "after-each-drive",
        days: 5,
        workingDays: true,
        to: "LĐLĐ tỉnh",
        through: "Ban Công tác công đoàn",
      },
    ],
    [
      "Gửi báo cáo về Công đoàn ngành Y tế trước ngày 15.6.2021.",
      { when: "by-date", by: "2021-06-15", to: "Công đoàn ngành Y tế" },
    ],
    [
      "Kết thúc chương trình báo cáo LĐLĐ huyện Sìn Hồ để tổng hợp.",
      { when: "after-campaign", to: "LĐLĐ huyện Sìn Hồ" },
    ],
    ["Hằng quý báo cáo về LĐLĐ tỉnh.", { when: "quarterly", to: "LĐLĐ tỉnh" }],
    ["Căn cứ kết quả hiến máu của đơn vị, bình xét thi đua.", undefined],
  ])("%s", (text, duty) => {
    expect(reportOf(text)).toEqual(duty);
  });
});

describe("targets", () => {
  test("one figure in a sentence is kept without a unit, and says so", () => {
    const text = letter({ body: "Ban Thường vụ đề nghị:\n\n1. Phấn đấu vận động được 1.200 đơn vị máu." });
    expect(read(text).targets).toEqual([{ value: 1200, measure: "blood-units" }]);
    expect(codes(text)).toContain("target-unit-missing");
  });

  test("a table whose columns are unclear is left to the officer", () => {
    const body =
      "Giao chỉ tiêu như sau:\n\n| Đơn vị | 2020 | 2021 |\n| LĐLĐ huyện Sìn Hồ | 80 | 90 |\n\n1. Tuyên truyền.";
    expect(read(letter({ body })).targets).toEqual([]);
    expect(codes(letter({ body }))).toContain("target-columns-unclear");
  });

  test("an annex after the signature is read", () => {
    const annex =
      "\n\nPHỤ LỤC\nChỉ tiêu giao các đơn vị (đơn vị máu)\nLĐLĐ huyện Sìn Hồ\t90\nLĐLĐ huyện Mường Tè\t70\nTổng cộng\t160";
    const got = read(letter() + annex);
    expect(got.targets).toEqual([
      { unit: "LĐLĐ huyện Sìn Hồ", value: 90, measure: "blood-units" },
      { unit: "LĐLĐ huyện Mường Tè", value: 70, measure: "blood-units" },
    ]);
    expect(got.signature?.name).toBe("Lò Văn Pâng");
  });

  test("numbered rows of a list are figures, not instructions", () => {
    const body =
      "Giao chỉ tiêu đơn vị máu như sau:\n\n1. LĐLĐ huyện Sìn Hồ: 90 đơn vị\n2. LĐLĐ huyện Mường Tè: 70 đơn vị\n\nĐề nghị các đơn vị tuyên truyền, vận động đoàn viên tham gia hiến máu.";
    const got = read(letter({ body }));
    expect(got.targets.map(({ value }) => value)).toEqual([90, 70]);
    expect(got.instructions.map(({ duties }) => duties)).toEqual([["disseminate", "mobilise"]]);
  });
});

describe("signature and recipients", () => {
  test.each([
    [
      "TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH",
      [{ capacity: "TM", onBehalfOf: "BAN THƯỜNG VỤ" }, { title: "PHÓ CHỦ TỊCH" }],
    ],
    [
      "TL. BAN THƯỜNG VỤ\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
      [
        { capacity: "TL", onBehalfOf: "BAN THƯỜNG VỤ" },
        { capacity: "KT", onBehalfOf: "CHÁNH VĂN PHÒNG" },
        { title: "PHÓ CHÁNH VĂN PHÒNG" },
      ],
    ],
    ["T/M BAN CHẤP HÀNH\nCHỦ TỊCH", [{ capacity: "TM", onBehalfOf: "BAN CHẤP HÀNH" }, { title: "CHỦ TỊCH" }]],
    ["Q. CHỦ TỊCH", [{ capacity: "Q", title: "CHỦ TỊCH" }]],
    ["CHỦ TỊCH", [{ title: "CHỦ TỊCH" }]],
  ])("%s", (block, lines) => {
    const foot = `Nơi nhận:\n- Như kính gửi;\n- Lưu: VT.\n\n${block}\n(Đã ký)\n\nSùng A Phử`;
    expect(read(letter({ foot })).signature).toEqual({ lines, name: "Sùng A Phử" });
  });

  test("a signature block merged into the lines of Nơi nhận comes apart again", () => {
    const foot =
      "Nơi nhận: TM. BAN THƯỜNG VỤ\n- Như kính gửi; PHÓ CHỦ TỊCH\n- Tổng Liên đoàn (B/c);\n- Lưu: VT, CSPL.\nSùng A Phử";
    const got = read(letter({ foot }));
    expect(got.recipients).toEqual([
      { text: "Như kính gửi", role: "act" },
      { text: "Tổng Liên đoàn", role: "report" },
      { text: "Lưu: VT, CSPL", role: "archive" },
    ]);
    expect(got.signature?.lines).toEqual([
      { capacity: "TM", onBehalfOf: "BAN THƯỜNG VỤ" },
      { title: "PHÓ CHỦ TỊCH" },
    ]);
    expect(got.signature?.name).toBe("Sùng A Phử");
  });

  test("a letter not yet signed has no signer, and says so", () => {
    const text = letter({ foot: "Nơi nhận:\n- Như kính gửi;\n- Lưu: VT.\n\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH" });
    expect(read(text).signature).toEqual({
      lines: [{ capacity: "TM", onBehalfOf: "BAN THƯỜNG VỤ" }, { title: "CHỦ TỊCH" }],
    });
    expect(codes(text)).toContain("signer-missing");
  });
});

test("every warning has its words in the catalogue", () => {
  expect(
    Object.keys(vi)
      .filter((key) => key.startsWith("document.warning."))
      .sort(),
  ).toEqual(WarningCode.options.map((code) => `document.warning.${code}`).sort());
});
