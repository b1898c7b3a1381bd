// Suggested letters: days moved where the words say them, and texts that read back as what was suggested.
import { describe, expect, test } from "vitest";
import { composeText } from "../../../document/rules/composing/compose.ts";
import { readLetter } from "../../../document/rules/reading/read.ts";
import type { LetterFields } from "../../../document/schema.ts";
import type { UnitKind } from "../../../unit/schema.ts";
import { addressLines, letterForm } from "./forms.ts";
import { suggestReissue, suggestUrge, type Writer } from "./suggest.ts";
import { earlier, ordersFor, readdress, withDay } from "./wording.ts";

describe("a day in the words of an order", () => {
  test.each([
    ["xong trước ngày 05/6/2021.", "xong trước ngày 03/06/2021."],
    ["xong trước 5.6.2021;", "xong trước 03/06/2021;"],
    ["trước ngày 05/6, gửi", "trước ngày 03/06, gửi"],
    ["trước ngày 05 tháng 6 năm 2021", "trước ngày 03 tháng 6 năm 2021"],
    ["theo Kế hoạch số 15/6/KH ngày 25/6/2021", "theo Kế hoạch số 15/6/KH ngày 25/6/2021"],
  ])("“%s” becomes “%s”", (text, expected) => {
    expect(withDay(text, "2021-06-05", "2021-06-03")).toBe(expected);
  });

  test("is two working days earlier below, but never in the past", () => {
    expect(earlier("2021-06-07", "2021-05-01")).toBe("2021-06-03");
    expect(earlier("2021-06-07", "2021-06-03")).toBe("2021-06-07");
  });
});

test("an order to direct grassroots unions is, at a grassroots union, the order itself", () => {
  const to = {
    kinds: ["grassroots" as const],
    reportTo: "LĐLĐ huyện An",
    reportDuty: undefined,
    today: "2021-01-18",
  };
  const order = { ordinal: 1, text: "Chỉ đạo các CĐCS trực thuộc vận động đoàn viên.", duties: [] };
  expect(readdress(order, to).text).toBe("Vận động đoàn viên.");
  expect(readdress(order, { ...to, kinds: ["district-federation"] }).text).toBe(order.text);
});

test("sections are given what is done inside a grassroots union only", () => {
  const orders = [
    { ordinal: 1, text: "Tuyên truyền.", duties: ["disseminate" as const] },
    { ordinal: 2, text: "Báo cáo.", duties: ["report-after-drive" as const] },
    { ordinal: 3, text: "Nội dung khác.", duties: [] },
  ];
  expect(ordersFor(orders, ["section"]).map(({ text }) => text)).toEqual(["Tuyên truyền.", "Nội dung khác."]);
  expect(ordersFor(orders, ["grassroots"])).toEqual(orders);
});

test("several units of a kind are addressed together, one alone by its name", () => {
  const unit = (id: string, kind: UnitKind, name: string) => ({ id, kind, name });
  const units = [
    unit("1", "district-federation", "LĐLĐ huyện An"),
    unit("2", "sector-union", "CĐ ngành Y tế"),
    unit("3", "sector-union", "CĐ ngành Giáo dục"),
  ];
  const { addressees, lineOf } = addressLines(units, { all: true });
  expect(addressees).toEqual([
    { text: "LĐLĐ huyện An" },
    { text: "Các công đoàn ngành", group: "sector-unions" },
  ]);
  expect([...lineOf.values()]).toEqual(["LĐLĐ huyện An", "Các công đoàn ngành", "Các công đoàn ngành"]);
  expect(addressLines(units, { all: false }).addressees).toHaveLength(3);
});

test("each kind of unit signs in its own form, from the day the form is in force", () => {
  expect(letterForm("federation", "2021-01-18").lines[0]).toEqual({
    capacity: "TM",
    onBehalfOf: "BAN THƯỜNG VỤ",
  });
  expect(letterForm("grassroots", "2021-01-18").lines[0]).toEqual({
    capacity: "TM",
    onBehalfOf: "BAN CHẤP HÀNH",
  });
  expect(letterForm("group", "2021-01-18").lines).toEqual([{ title: "TỔ TRƯỞNG" }]);
});

const WRITER: Writer = {
  kind: "district-federation",
  name: "Liên đoàn Lao động huyện An",
  superior: "Liên đoàn Lao động tỉnh Mẫu",
  notation: "LĐLĐ",
  place: "An",
  today: "2021-01-18",
};
const ABOVE: LetterFields = {
  kind: "cong-van",
  number: "610",
  notation: "LĐLĐ",
  issuedOn: "2021-01-15",
  addressees: [],
  bases: [
    {
      kind: "ke-hoach",
      number: "204/KH-BCĐ",
      issuedOn: "2020-10-02",
      issuer: "Ban Chỉ đạo vận động hiến máu tình nguyện tỉnh",
      title: "tổ chức Chương trình Hành trình Đỏ",
    },
  ],
  instructions: [
    {
      ordinal: 1,
      text: "Tổ chức quán triệt, tuyên truyền đến đoàn viên trước ngày 05/3/2021.",
      duties: ["disseminate"],
      dueOn: "2021-03-05",
    },
    {
      ordinal: 2,
      text: "Kết thúc mỗi đợt hiến máu, báo cáo kết quả về LĐLĐ tỉnh (qua Ban CSPL&QHLĐ).",
      duties: ["report-after-drive"],
    },
  ],
  reportDuty: { when: "after-each-drive", to: "LĐLĐ tỉnh", through: "Ban CSPL&QHLĐ" },
  targets: [],
  recipients: [],
};
const STANDING = {
  kind: "cong-van" as const,
  number: "610",
  notation: "LĐLĐ",
  issuedOn: "2021-01-15",
  subject: "tuyên truyền Chương trình Hành trình Đỏ",
  sender: "Liên đoàn Lao động tỉnh Mẫu",
};
const CHILDREN = [
  { id: "1", kind: "grassroots" as const, name: "CĐCS Trường An Một" },
  { id: "2", kind: "grassroots" as const, name: "CĐCS Trường An Hai" },
];
const HEAD = { name: WRITER.name, superior: WRITER.superior, notation: WRITER.notation, place: WRITER.place };

test("a suggested re-issue reads back as it was suggested: its orders, days, duties and report", () => {
  const { letter } = suggestReissue(WRITER, { ...STANDING, shortName: "LĐLĐ tỉnh", letter: ABOVE }, CHILDREN);
  const read = readLetter(composeText(letter, HEAD));
  if (!read.ok) throw new Error(read.reason);
  const { text: _text, spans: _spans, warnings: _warnings, ...fields } = read.letter;
  expect(fields).toEqual(letter);
  expect(letter.reportDuty).toEqual({ when: "after-each-drive", to: "Liên đoàn Lao động huyện An" });
  expect(letter.recipients.map(({ text, role }) => [text, role])).toEqual([
    ["Như kính gửi", "act"],
    ["LĐLĐ tỉnh", "report"],
    ["Lưu: VT", "archive"],
  ]);
});

test("an urging letter names more than thirty units by how many more there are", () => {
  const names = Array.from({ length: 33 }, (_, index) => `CĐCS ${index + 1}`);
  const { letter } = suggestUrge(WRITER, STANDING, CHILDREN, [
    { what: "báo cáo", dueOn: "2021-01-15", names },
  ]);
  expect(letter.instructions[0]?.text).toMatch(/còn 33 công đoàn chưa báo cáo .* và 3 công đoàn khác\.$/);
  expect(letter.instructions.at(-1)).toMatchObject({ dueOn: "2021-01-20", duties: [] });
});
