// The real letter 610/LĐLĐ, every field. It is no part of the repository; our own letter with the same quirks
// is always read as well, and takes its place, aloud, where it is absent.
import { expect, test } from "vitest";
import {
  type Fields,
  fieldsOf,
  letter610,
  read,
  sampleFields,
  sampleText,
  wordsAt,
} from "./letter.testing.ts";

const PLAN =
  "Kế hoạch Tổ chức Chương trình Hành trình đỏ lần thứ IX năm 2021, “Giọt hồng Sông Đà” - lần thứ IV tỉnh Lai Châu";

/** Everything 610 says. The signer is a real person, so his name is taken from the letter's last line. */
function expected610(text: string): Fields {
  return {
    kind: "cong-van",
    number: "610",
    notation: "LĐLĐ",
    place: "Lai Châu",
    issuedOn: "2021-01-18",
    subject:
      "tuyên truyền thực hiện Chương trình Hành trình đỏ lần thứ IX năm 2021, “Giọt hồng Sông Đà” – lần thứ IV tỉnh Lai Châu",
    issuer: { name: "Liên đoàn Lao động tỉnh Lai Châu" },
    addressees: [
      { text: "Liên đoàn Lao động các huyện, thành phố", group: "district-federations" },
      {
        text: "Công đoàn ngành, Công đoàn Viên chức tỉnh",
        group: "sector-unions",
        moreGroups: ["civil-servant-union"],
      },
      { text: "Công đoàn cơ sở Trung ương đóng trên địa bàn tỉnh", group: "central-grassroots" },
    ],
    bases: [
      {
        kind: "ke-hoach",
        number: "204/KH-BCĐ",
        issuedOn: "2020-10-02",
        issuer: "Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh",
        title: PLAN,
      },
    ],
    instructions: [
      {
        ordinal: 1,
        text: `LĐLĐ huyện, thành phố, công đoàn ngành, công đoàn viên chức, công đoàn cơ sở Trung ương trên địa bàn tỉnh tổ chức quán triệt sâu sắc mục đích, ý nghĩa và nội dung Kế hoạch số 204/KH-BCĐ, ngày 02/10/2020 của Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh về ${PLAN}; tuyên truyền về ý nghĩa cao đẹp của việc hiến máu tình nguyện cứu người đến toàn thể đoàn viên công đoàn và người lao động trực thuộc đơn vị.`,
        duties: ["disseminate"],
      },
      {
        ordinal: 2,
        text: "Chỉ đạo các công đoàn cơ sở tích cực vận động đoàn viên, công nhân, viên chức lao động tham gia hiến máu theo kế hoạch của Ban Chỉ đạo hiến máu của tỉnh trong năm 2021, đảm bảo hoàn thành và vượt chỉ tiêu kế hoạch đề ra. Qua đó góp phần khắc phục tình trạng khan hiếm máu phục vụ trong công tác cấp cứu, điều trị, dự phòng tai nạn, thảm họa vào dịp hè và người bệnh có đủ máu an toàn chất lượng, không để tình trạng thiếu máu trầm trọng trong cứu người tại các cơ sở Y tế trên địa bàn tỉnh.",
        duties: ["mobilise", "meet-target"],
      },
      {
        ordinal: 3,
        text: "Tích cực phối hợp tốt với Hội Chữ thập đỏ, cơ sở Y tế địa phương, tuyên truyền hưởng ứng các phong trào do Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh tổ chức; đảm bảo an toàn, tiết kiệm, thiết thực hiệu quả và thực hiện nghiêm công tác phòng chống dịch bệnh Covid-19...",
        duties: ["disseminate", "coordinate", "epidemic-safety"],
      },
      {
        ordinal: 4,
        text: "Ban Thường vụ Liên đoàn Lao động tỉnh đề nghị LĐLĐ huyện, thành phố, công đoàn ngành, công đoàn viên chức tổ chức quán triệt, tuyên truyền, triển khai đến toàn thể công đoàn trực thuộc, động viên đoàn viên, người lao động đủ điều kiện sẵn sàng đăng ký và tham gia hiến máu nếu có đủ điều kiện sức khỏe; thường xuyên tăng cường thể lực và lối sống lành mạnh để có thể tham gia hiến máu định kỳ cũng như vận động đồng nghiệp, người thân, gia đình cùng tham gia hiến máu; kết thúc mỗi đợt hiến máu báo cáo kết quả thực hiện về Liên đoàn Lao động tỉnh qua Ban Chính sách pháp luật và Quan hệ lao động để nắm tình hình.",
        duties: [
          "disseminate",
          "mobilise",
          "invite-others",
          "regular-donation",
          "healthy-living",
          "report-after-drive",
        ],
      },
    ],
    reportDuty: {
      when: "after-each-drive",
      to: "Liên đoàn Lao động tỉnh",
      through: "Ban Chính sách pháp luật và Quan hệ lao động",
    },
    targets: [],
    recipients: [
      { text: "Như kính gửi", role: "act" },
      { text: "Tổng Liên đoàn LĐVN", role: "report" },
      { text: "BCD vận động HMTN tỉnh", role: "report" },
      { text: "Hội Chữ thập đỏ tỉnh", role: "report" },
      { text: "Lưu: VP, CSPL&QHLD", role: "archive" },
    ],
    signature: {
      lines: [{ capacity: "TM", onBehalfOf: "BAN THƯỜNG VỤ" }, { title: "PHÓ CHỦ TỊCH" }],
      name: text.trimEnd().split("\n").at(-1) ?? "",
    },
    warnings: ["number-high-for-date", "issuer-from-body", "superior-missing", "targets-missing"],
  };
}

const real = letter610();
const ABSENT = "610.txt is not beside the repository: its place is taken by our own letter cong-van-mat-dau";

test(real ? "letter 610/LĐLĐ yields every field" : ABSENT, () => {
  if (real === undefined) {
    console.warn(ABSENT);
    expect(fieldsOf(read(sampleText("cong-van-mat-dau")))).toEqual(sampleFields("cong-van-mat-dau"));
    return;
  }
  const letter = read(real);
  expect(fieldsOf(letter)).toEqual(expected610(real));
  expect(read(real.normalize("NFD").replaceAll("\n", "\r\n"))).toEqual(letter);
});

test("a lost letterhead is read from the body, and both places that say so are shown", () => {
  const letter = read(sampleText("cong-van-mat-dau"));
  const [name, completion] = [letter.spans["issuer.name"], letter.spans["issuer.name.completion"]];
  expect(letter.issuer).toEqual({ name: "Liên đoàn Lao động tỉnh Lai Châu" });
  expect(name && wordsAt(letter, name)).toBe("Liên đoàn Lao động tỉnh");
  expect(completion && wordsAt(letter, completion)).toBe("tỉnh Lai Châu");
});

test("without a province that letter and place agree on, the body's name is not completed", () => {
  const text = sampleText("cong-van-mat-dau").replaceAll("tỉnh Lai Châu", "tỉnh");
  expect(read(text).issuer).toEqual({ name: "Liên đoàn Lao động tỉnh" });
});

test("a high number on an early day is warned of in plain Vietnamese with the doubt itself", () => {
  const warning = read(sampleText("cong-van-mat-dau")).warnings.find(
    ({ code }) => code === "number-high-for-date",
  );
  expect(warning?.text).toContain("Số 742");
  expect(warning?.text).toContain("14/01/2022");
  expect(warning?.text).not.toMatch(/[{}]/);
  const ordinary = read(sampleText("cong-van-mat-dau").replace("742", "21"));
  expect(ordinary.warnings.map(({ code }) => code)).not.toContain("number-high-for-date");
});
