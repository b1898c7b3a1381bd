import { describe, expect, it } from "vitest";
import { Letter } from "../schema.ts";
import { setAt } from "./field-path.ts";
import { tidied } from "./tidy.ts";

const letter: Letter = {
  issuer: { name: "LĐLĐ tỉnh" },
  addressees: [{ text: "Công đoàn ngành" }, { text: "LĐLĐ huyện" }],
  bases: [],
  instructions: [{ ordinal: 1, text: "Tuyên truyền", duties: ["disseminate"] }],
  targets: [{ value: 100 }],
  recipients: [{ text: "Lưu: VP", role: "archive" }],
  warnings: [],
  text: "…",
  spans: {},
};

describe("a corrected letter", () => {
  it("fits its shape whatever field was emptied", () => {
    const paths = [
      "issuer.name",
      "addressees[0].text",
      "instructions[0].text",
      "instructions[0].duties",
      "targets[0].value",
      "recipients[0].role",
      "signature.name",
      "reportDuty.days",
    ];
    for (const path of paths) {
      expect(Letter.safeParse(tidied(setAt(letter, path, undefined))).error, path).toBeUndefined();
    }
  });

  it("keeps a signer and a report duty that were typed where the letter had none", () => {
    const typed = setAt(setAt(letter, "signature.name", "Lò Thị Mai"), "reportDuty.days", 3);
    const kept = Letter.parse(tidied(typed));
    expect(kept.signature).toEqual({ lines: [], name: "Lò Thị Mai" });
    expect(kept.reportDuty).toEqual({ days: 3 });
  });
});
