import { describe, expect, it } from "vitest";
import { readLetter } from "../../document/rules/reading/read.ts";
import type { Letter } from "../../document/schema.ts";
import { saidOfCampaign } from "./campaign-from-letter.ts";

const letter = (rest: Partial<Letter>): Letter => ({
  addressees: [],
  bases: [],
  instructions: [],
  targets: [],
  recipients: [],
  warnings: [],
  text: "",
  spans: {},
  ...rest,
});

describe("what a letter says of its campaign", () => {
  it("is the programme's name, its quoted title with its own edition, and the year", () => {
    const subject =
      "tuyên truyền thực hiện Chương trình Hành trình đỏ lần thứ IX năm 2021, “Giọt hồng Sông Đà” – lần thứ IV tỉnh Lai Châu";
    expect(saidOfCampaign(letter({ subject, issuedOn: "2021-01-18" }))).toEqual({
      name: "Chương trình Hành trình đỏ lần thứ IX năm 2021, “Giọt hồng Sông Đà” – lần thứ IV tỉnh Lai Châu",
      programme: "Giọt hồng Sông Đà",
      edition: "4",
      year: "2021",
    });
  });

  it("is found in the plan it is based on where the subject does not name it", () => {
    const said = saidOfCampaign(
      letter({
        subject: "vận động hiến máu",
        issuedOn: "2021-05-10",
        bases: [
          {
            kind: "ke-hoach",
            title: "tổ chức Ngày hội hiến máu “Những giọt máu hồng hè 2021” tỉnh Lai Châu",
          },
        ],
      }),
    );
    expect(said.programme).toBe("Những giọt máu hồng hè 2021");
    expect(said.edition).toBe("");
  });

  it("is left blank where it says nothing, never guessed", () => {
    expect(saidOfCampaign(letter({}))).toEqual({ name: "", programme: "", edition: "", year: "" });
  });

  it("comes from the letter as it was read", () => {
    const read = readLetter(
      "Số: 12/LĐLĐ\nLai Châu, ngày 05 tháng 3 năm 2021\nV/v hưởng ứng Chương trình “Giọt hồng Sông Đà” lần thứ V năm 2022\nKính gửi: Công đoàn cơ sở.\n1. Tuyên truyền hiến máu.\nNơi nhận:\n- Như kính gửi;\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n",
    );
    expect(read.ok && saidOfCampaign(read.letter)).toMatchObject({
      programme: "Giọt hồng Sông Đà",
      edition: "5",
      year: "2022",
    });
  });
});
