// By when an order is due: the words that set a day, the year they leave out, and the days that are none.
import { describe, expect, test } from "vitest";
import { read } from "./letter.testing.ts";

function letter(order: string, day = "ngày 02 tháng 3 năm 2021"): string {
  return `LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU

Số: 15/LĐLĐ

Lai Châu, ${day}

V/v hiến máu tình nguyện

Kính gửi: Các công đoàn cơ sở trực thuộc

Ban Thường vụ đề nghị:

1. ${order}

Nơi nhận:
- Như kính gửi;
- Lưu: VT.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

Lò Văn Pâng`;
}

const codes = (text: string): string[] => read(text).warnings.map(({ code }) => code);

describe("the day an order sets", () => {
  test.each([
    ["Lập danh sách gửi trước ngày 05/6/2021.", "2021-06-05"],
    ["Gửi danh sách chậm nhất ngày 20 tháng 5.", "2021-05-20"],
    ["Phân bổ chỉ tiêu xong trước 30/4/2021.", "2021-04-30"],
    ["Gửi danh sách, hạn cuối 15/3.", "2021-03-15"],
    ["Gửi danh sách, hạn cuối 15/01.", "2022-01-15"],
    ["Gửi danh sách, hạn cuối 02/3.", "2021-03-02"],
    ["Gửi danh sách trước 11h00 ngày 15.3.2021.", "2021-03-15"],
    ["Gửi danh sách trước 16 giờ 30 phút, ngày 15-3-2021.", "2021-03-15"],
    ["Thời hạn hoàn thành: 30/4/2021.", "2021-04-30"],
    ["Gửi danh sách không muộn hơn thứ sáu ngày 19/3/2021.", "2021-03-19"],
    ["Cử cán bộ tham dự tập huấn ngày 20/5/2021.", undefined],
    ["Tổ chức hiến máu từ ngày 01/6/2021 đến hết ngày 31/7/2021.", undefined],
    ["Gửi danh sách chậm nhất 05 ngày sau đợt hiến máu ngày 12/6/2021.", undefined],
    ["Lập danh sách trước mỗi đợt ít nhất 05 ngày.", undefined],
    ["Gửi danh sách trước ngày 31/02/2021.", undefined],
  ])("%s", (order, day) => {
    const got = read(letter(order));
    expect(got.instructions[0]?.dueOn).toBe(day);
    if (day === undefined) return;
    const span = got.spans["instructions[0].dueOn"];
    expect(span && order).toContain(span && got.text.slice(span.start, span.end));
  });

  test("a day the calendar does not have is asked about", () => {
    expect(codes(letter("Gửi danh sách trước ngày 31/02/2021."))).toContain("due-day-unclear");
  });

  test("a day before the letter's own date is kept and doubted", () => {
    const text = letter("Gửi danh sách trước ngày 10/02/2021.");
    expect(read(text).instructions[0]?.dueOn).toBe("2021-02-10");
    expect(read(text).warnings.find(({ code }) => code === "due-day-past")).toMatchObject({
      path: "instructions[0].dueOn",
      text: "Thời hạn 10/02/2021 sớm hơn ngày ban hành 02/03/2021. Hãy đối chiếu với bản gốc.",
    });
  });

  test("of two days none is chosen", () => {
    const text = letter("Gửi danh sách trước ngày 20/3/2021 và ngày 25/5/2021.");
    expect(read(text).instructions[0]).not.toHaveProperty("dueOn");
    expect(read(text).warnings.find(({ code }) => code === "due-day-unclear")?.params).toEqual({
      found: "20/3/2021; 25/5/2021",
    });
  });

  test("a day for the report beside another day is the report's alone", () => {
    const text = letter(
      "Gửi danh sách trước ngày 20/3/2021 và báo cáo kết quả về LĐLĐ tỉnh trước ngày 30/4/2021.",
    );
    expect(read(text).instructions[0]?.dueOn).toBe("2021-03-20");
    expect(read(text).reportDuty?.by).toBe("2021-04-30");
    expect(codes(text)).not.toContain("due-day-unclear");
  });

  test("without a year and without the letter's date the day stays open, and says so", () => {
    const text = letter("Gửi danh sách trước ngày 20/3.", "ngày     tháng 3 năm 2021");
    expect(read(text).instructions[0]).not.toHaveProperty("dueOn");
    expect(codes(text)).toContain("due-day-without-year");
  });
});
