import { describe, expect, it } from "vitest";
import { closedList, copiesOf } from "./form-words.ts";

describe("lists on an official paper", () => {
  it("close each line with a semicolon and the last with a full stop, however they were typed", () => {
    expect(closedList(["- LĐLĐ các huyện;", "Công đoàn ngành Y tế.", " "])).toEqual([
      "LĐLĐ các huyện;",
      "Công đoàn ngành Y tế.",
    ]);
  });

  it("mark a copy to report to once", () => {
    expect(
      copiesOf({
        recipients: [
          { text: "Như kính gửi", role: "act" },
          { text: "LĐLĐ tỉnh", role: "report" },
          { text: "Ban Chỉ đạo (B/c)", role: "report" },
          { text: "Lưu: VT", role: "archive" },
        ],
      }),
    ).toEqual(["- Như kính gửi;", "- LĐLĐ tỉnh (B/c);", "- Ban Chỉ đạo (B/c);", "- Lưu: VT."]);
  });
});
