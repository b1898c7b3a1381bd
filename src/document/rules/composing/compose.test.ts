// A composed letter reads back as the fields it was composed from.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LetterFields } from "../../schema.ts";
import { readLetter } from "../reading/read.ts";
import { composeText } from "./compose.ts";
import { citedAs } from "./sentences.ts";

const FOLDER = join(import.meta.dirname, "../../../../samples/letters");
const HEAD = {
  name: "Liên đoàn Lao động huyện An",
  superior: "Liên đoàn Lao động tỉnh Mẫu",
  notation: "LĐLĐ",
  place: "Mẫu",
};

const fieldsOf = (text: string): LetterFields => {
  const read = readLetter(text);
  if (!read.ok) throw new Error(read.reason);
  return LetterFields.parse(read.letter);
};
const inCapitals = ({ issuer, ...rest }: LetterFields): LetterFields => ({
  ...rest,
  ...(issuer && {
    issuer: {
      name: issuer.name.toLocaleUpperCase("vi"),
      ...(issuer.superior !== undefined && { superior: issuer.superior.toLocaleUpperCase("vi") }),
    },
  }),
});

/** Exception 3 of compose.ts: a row of a table whose name is no unit's ("Các huyện, thành phố") is lost in a list. */
const TARGETS_LOST = ["quyet-dinh-giao-chi-tieu.txt"];
const SAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));

describe("a letter as text", () => {
  test.each(SAMPLES)("%s reads the same after it was composed from its fields", (name) => {
    const fields = fieldsOf(readFileSync(join(FOLDER, name), "utf8"));
    const again = fieldsOf(composeText(fields, HEAD));
    if (TARGETS_LOST.includes(name)) {
      expect(again.targets).not.toEqual(fields.targets);
      expect({ ...again, targets: [] }).toEqual({ ...inCapitals(fields), targets: [] });
    } else expect(again).toEqual(inCapitals(fields));
  });

  test("every sample is tried", () => expect(SAMPLES.length).toBeGreaterThanOrEqual(40));

  const samples = SAMPLES.map((name) => fieldsOf(readFileSync(join(FOLDER, name), "utf8")));
  // Parts of different letters put together: what any of them says is said in words that the form carries. A kind goes
  // with its notation and subject, orders with the day and the duty to report that are read from them.
  const from = fc.constantFrom(...samples.filter(({ kind }) => kind === "cong-van"));
  const mixed = fc.record({ head: from, to: from, rests: from, orders: from, signs: from }).map(
    ({ head, to, rests, orders, signs }): LetterFields =>
      LetterFields.parse({
        ...head,
        issuedOn: orders.issuedOn,
        addressees: to.addressees,
        bases: rests.bases,
        instructions: orders.instructions,
        reportDuty: orders.reportDuty,
        targets: orders.targets,
        recipients: signs.recipients,
        signature: signs.signature,
        coSignatures: signs.coSignatures,
      }),
  );
  test("letters put together from parts of others read back as they were put together", () => {
    fc.assert(
      fc.property(mixed, (fields) => {
        expect(fieldsOf(composeText(fields, HEAD))).toEqual(inCapitals(fields));
      }),
      { numRuns: 150 },
    );
  });

  test("a draft without number and day leaves room for both", () => {
    const text = composeText(
      { kind: "cong-van", addressees: [], bases: [], instructions: [], targets: [], recipients: [] },
      HEAD,
    );
    expect(text).toContain("Số:       /LĐLĐ");
    expect(text).toContain("Mẫu, ngày      tháng      năm");
    expect(text.split("\n").slice(0, 2)).toEqual([
      "LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU",
      "LIÊN ĐOÀN LAO ĐỘNG HUYỆN AN",
    ]);
  });

  test("a base is cited by kind, number, day, issuer and title, or by its title alone", () => {
    expect(
      citedAs({
        kind: "ke-hoach",
        number: "204/KH-BCĐ",
        issuedOn: "2020-10-02",
        issuer: "Ban Chỉ đạo",
        title: "tổ chức hiến máu",
      }),
    ).toBe("Kế hoạch số 204/KH-BCĐ ngày 02/10/2020 của Ban Chỉ đạo về việc tổ chức hiến máu");
    expect(citedAs({ kind: "khac", title: "Luật Công đoàn năm 2012" })).toBe("Luật Công đoàn năm 2012");
  });
});
