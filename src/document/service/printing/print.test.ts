// Printed papers: the right words in the right place, whatever somebody typed, and the same file every time.
import fc from "fast-check";
import { create } from "qrcode";
import { describe, expect, test } from "vitest";
import { runInWorker } from "../../../platform/worker/run.ts";
import { codeOf } from "./code.ts";
import { printPdf } from "./print.ts";
import { readPrinted, typefaces } from "./printed.testing.ts";
import { printable } from "./printed-text.ts";

const POSTER = {
  size: "a4" as const,
  headline: "Mỗi giọt máu cho đi, một cuộc đời ở lại",
  lines: ["Người từ 18 đến 60 tuổi, nữ từ 42 kg đều có thể hiến máu.", "Ăn nhẹ, ngủ đủ, mang theo căn cước."],
  when: "7:30–11:00, Thứ Bảy 12/09/2026",
  where: "Hội trường Nhà văn hóa Lao động tỉnh",
  unitName: "Công đoàn Công ty Giày Hồng Phát",
  campaignName: "Chương trình Giọt hồng tháng 9",
  url: "https://giothong.example/d/k7m2p",
  sample: false,
};
const TASK = {
  ordinal: 1,
  sentence: "Tổ chức quán triệt, tuyên truyền ý nghĩa của hiến máu tình nguyện.",
  dueOn: "2021-06-09",
  state: "open" as const,
};
const SHEET = {
  unitName: "Công đoàn Công ty May Hồng Phát",
  superiorName: "Liên đoàn Lao động huyện An Bình",
  letters: [
    { title: "V/v tuyên truyền hiến máu", number: "610/LĐLĐ-CSPL", issuedOn: "2021-05-24", tasks: [TASK] },
  ],
  printedOn: "2021-06-01",
  contact: "Ban Chính sách pháp luật, điện thoại 0900 000 000",
  sample: false,
};
const many = (count: number) => ({
  ...SHEET,
  letters: [
    {
      title: "V/v tuyên truyền hiến máu",
      tasks: Array.from({ length: count }, (_, at) => ({ ...TASK, ordinal: at + 1 })),
    },
  ],
});
const filled = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Everything printed stands within the sheet, `edge` points from each side. */
async function expectWithinSheet(pdf: Uint8Array, edge: number): Promise<void> {
  for (const { width, height, runs } of await readPrinted(pdf)) {
    for (const { text, left, right, baseline } of runs) {
      expect(left, text).toBeGreaterThanOrEqual(edge);
      expect(right, text).toBeLessThanOrEqual(width - edge);
      expect(baseline, text).toBeGreaterThanOrEqual(edge / 2);
      expect(baseline, text).toBeLessThanOrEqual(height - edge / 2);
    }
  }
}

describe("a poster", () => {
  test("is one sheet of its size, with every word as it was written", async () => {
    const a4 = await readPrinted(await printPdf("poster", POSTER));
    const a3 = await readPrinted(await printPdf("poster", { ...POSTER, size: "a3" }));
    expect(a4.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[595, 842]]);
    expect(a3.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[842, 1191]]);
    const { headline, lines, when, where, unitName, campaignName } = POSTER;
    for (const words of [
      headline,
      ...lines,
      when,
      where,
      unitName,
      campaignName,
      "giothong.example/d/k7m2p",
    ]) {
      expect(a4[0]?.text).toContain(words);
      expect(a3[0]?.text).toContain(words);
    }
  });

  test("stands with a headline alone, and calls to the code", async () => {
    const { size, headline, unitName, campaignName, url, sample } = POSTER;
    const given = { size, headline, unitName, campaignName, url, sample, lines: [], when: "", where: "" };
    const [page, ...more] = await readPrinted(await printPdf("poster", given));
    expect(more).toEqual([]);
    expect(page?.text).toContain(headline);
    expect(page?.text).toContain("Quét mã để biết ai có thể hiến máu");
    expect(page?.text).not.toContain("Khi nào");
  });

  test.each([
    ["long Vietnamese words", "nghiêng những người "],
    ["words without an end", "W"],
    ["capitals with stacked marks", "ẪỘỆỲ "],
  ])("holds its longest texts within one sheet: %s", async (_, unit) => {
    const text = (length: number) => filled(unit, length).trim();
    const given = {
      ...POSTER,
      headline: text(90),
      lines: Array.from({ length: 6 }, () => text(160)),
      when: text(160),
      where: text(160),
      unitName: text(200),
      campaignName: text(200),
      url: filled("https://giothong.example/duong-dan/", 200),
      sample: true,
    };
    const pdf = await printPdf("poster", given);
    const pages = await readPrinted(pdf);
    expect(pages).toHaveLength(1);
    await expectWithinSheet(pdf, 20);
    const letters = (words: string) => words.replace(/\s/g, "");
    const printed = letters(pages[0]?.text ?? "");
    for (const words of [given.headline, given.when, given.unitName])
      expect(printed).toContain(letters(words));
  });

  test("holds whatever an officer may type within one sheet", async () => {
    const words = (max: number) =>
      fc
        .array(fc.constantFrom("hiến", "máu", "nghiêng", "ở", "LĐLĐ", "12/09/2026", "Ẫ", "–", "Nguyễn"), {
          minLength: 1,
          maxLength: 40,
        })
        .map((parts) => parts.join(" ").slice(0, max).trim());
    const posters = fc.record({
      size: fc.constantFrom("a4" as const, "a3" as const),
      headline: words(90),
      lines: fc.array(words(160), { maxLength: 6 }),
      when: fc.oneof(fc.constant(""), words(160)),
      where: fc.oneof(fc.constant(""), words(160)),
      unitName: words(200),
      campaignName: words(200),
      url: fc.constant(POSTER.url),
      sample: fc.boolean(),
    });
    const run = async (given: typeof POSTER) => {
      const pdf = await printPdf("poster", given);
      expect(await readPrinted(pdf)).toHaveLength(1);
      await expectWithinSheet(pdf, 20);
    };
    await fc.assert(
      fc.asyncProperty(posters, (given) => run(given as typeof POSTER)),
      { numRuns: 15 },
    );
  }, 60_000);

  test("says that its data are a sample only when they are", async () => {
    const [real] = await readPrinted(await printPdf("poster", POSTER));
    const [sample] = await readPrinted(await printPdf("poster", { ...POSTER, sample: true }));
    expect(real?.text).not.toContain("DỮ LIỆU MẪU");
    expect(sample?.text).toContain("DỮ LIỆU MẪU");
  });

  test("carries the code of its address, module by module", () => {
    const { modules } = create(POSTER.url, { errorCorrectionLevel: "M" });
    const dark = new Set<string>();
    for (const [, x, y, run] of codeOf(POSTER.url).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let at = 0; at < Number(run); at++) dark.add(`${Number(x) + at},${y}`);
    }
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        expect(dark.has(`${column},${row}`)).toBe(Boolean(modules.get(row, column)));
      }
    }
  });

  test.each([
    ["javascript:alert(1)"],
    ["file:///etc/passwd"],
    ["giothong.example"],
    [`https://giothong.example/${"a".repeat(300)}`],
  ])("does not carry the address %s", async (url) => {
    await expect(printPdf("poster", { ...POSTER, url })).rejects.toThrow("url");
  });
});

describe("a printed sheet of duties", () => {
  test("says whose duty, of which letter, by when, in the letter's words", async () => {
    const [page, ...more] = await readPrinted(await printPdf("task-sheet", SHEET));
    expect(more).toEqual([]);
    for (const words of [
      "LIÊN ĐOÀN LAO ĐỘNG HUYỆN AN BÌNH",
      "CÔNG ĐOÀN CÔNG TY MAY HỒNG PHÁT",
      "VIỆC CẦN LÀM",
      "Số 610/LĐLĐ-CSPL ngày 24/05/2021",
      TASK.sentence,
      "09/06/2021",
      "chưa xong",
      "In ngày 01/06/2021",
      "0900 000 000",
      "Trang 1/1",
    ])
      expect(page?.text).toContain(words);
  });

  test("says so when a duty has no day, is late or is settled, and keeps what was noted", async () => {
    const tasks = [
      { ordinal: 1, sentence: "Việc một.", state: "late" as const },
      { ordinal: 2, sentence: "Việc hai.", state: "settled" as const, note: "Đã họp tổ, 45 người nghe." },
    ];
    const [page] = await readPrinted(
      await printPdf("task-sheet", { ...SHEET, letters: [{ title: "Kế hoạch", tasks }] }),
    );
    for (const words of ["không định ngày", "trễ hạn", "đã xong", "Đã họp tổ, 45 người nghe."])
      expect(page?.text).toContain(words);
  });

  test("prints forty duties over pages, each whole, headed and numbered; the signature has company", async () => {
    const pdf = await printPdf("task-sheet", many(40));
    const pages = await readPrinted(pdf);
    expect(pages.length).toBeGreaterThan(3);
    const ordinals = pages.flatMap(({ runs }) => runs.filter(({ text }) => /^\d+$/.test(text)));
    expect(ordinals.map(({ text }) => Number(text))).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    for (const [at, page] of pages.entries()) expect(page.text).toContain(`Trang ${at + 1}/${pages.length}`);
    for (const page of pages.slice(0, -1)) expect(page.text).toContain("Việc phải làm (lời văn bản)");
    expect(pages.at(-1)?.text).toContain(TASK.sentence);
    expect(pages.at(-1)?.text).toContain("Người phụ trách");
    await expectWithinSheet(pdf, 30);
  });

  test("holds duties as long as a page, and words without an end", async () => {
    const tasks = [
      { ...TASK, sentence: filled("nghiêng những người ", 2990).trim() },
      { ...TASK, ordinal: 2, sentence: filled("W", 3000), note: filled("M", 1000) },
    ];
    const given = { ...SHEET, unitName: filled("W", 200), letters: [{ title: filled("Ẫ", 600), tasks }] };
    const pdf = await printPdf("task-sheet", given);
    await expectWithinSheet(pdf, 20);
    const printed = (await readPrinted(pdf)).map(({ text }) => text).join("");
    expect(printed.split("W").length - 1).toBeGreaterThanOrEqual(3200);
    expect(printed.split("M").length - 1).toBeGreaterThanOrEqual(1000);
  });

  test("says that there is nothing to do", async () => {
    const [page] = await readPrinted(await printPdf("task-sheet", { ...SHEET, letters: [] }));
    expect(page?.text).toContain("Hiện không có việc nào.");
    expect(page?.text).toContain("Người phụ trách");
  });

  test("marks every page of a sample", async () => {
    const pages = await readPrinted(await printPdf("task-sheet", { ...many(12), sample: true }));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.text).toContain("DỮ LIỆU MẪU");
  });

  test("has its words in English where they are asked for, never the letter's", async () => {
    const [page] = await readPrinted(await printPdf("task-sheet", SHEET, { language: "en" }));
    expect(page?.text).toContain("THINGS TO DO");
    expect(page?.text).toContain(TASK.sentence);
  });
});

describe("any print", () => {
  test("of the same data is the same file, and bears no date", async () => {
    const first = Buffer.from(await printPdf("poster", POSTER));
    expect(first.equals(await printPdf("poster", POSTER))).toBe(true);
    expect(first.toString("latin1")).not.toMatch(/CreationDate|ModDate|CreateDate/);
    const sheet = Buffer.from(await printPdf("task-sheet", many(12)));
    expect(sheet.equals(await printPdf("task-sheet", many(12)))).toBe(true);
  });

  test("carries its own typefaces", async () => {
    expect(typefaces(await printPdf("poster", POSTER))).toEqual({
      names: ["BeVietnamPro-Bold", "BeVietnamPro-ExtraBold", "BeVietnamPro-Medium"],
      embedded: 3,
    });
    expect(typefaces(await printPdf("task-sheet", SHEET))).toEqual({
      names: ["Tinos-Bold", "Tinos-Italic", "Tinos-Regular"],
      embedded: 3,
    });
  });

  test("leaves text that looks like commands as text", async () => {
    const hostile = [
      '#eval("1 + 1") #read("/etc/passwd")',
      "\\ \\u{41} $x^2$ *đậm* _nghiêng_ `mã`",
      '"]) <nhãn> @trích // hết /* hết */',
      "#panic() {{}} $" + "{1} %PDF = Tiêu đề",
    ];
    const [poster] = await readPrinted(await printPdf("poster", { ...POSTER, lines: hostile }));
    const tasks = hostile.map((sentence, at) => ({ ...TASK, ordinal: at + 1, sentence }));
    const [sheet] = await readPrinted(
      await printPdf("task-sheet", { ...SHEET, letters: [{ title: "T", tasks }] }),
    );
    for (const words of hostile) {
      expect(poster?.text).toContain(words);
      expect(sheet?.text).toContain(words);
    }
  });

  test("refuses ten thousand letters where a line belongs", async () => {
    const line = filled("máu ", 10_000);
    await expect(printPdf("poster", { ...POSTER, headline: line })).rejects.toThrow("headline");
    await expect(printPdf("task-sheet", { ...SHEET, unitName: line })).rejects.toThrow("unitName");
    await expect(printPdf("task-sheet", many(501))).rejects.toThrow("letters");
  });

  test("leaves out what no typeface here can set", () => {
    expect(printable("Hiến máu ❤️🩸 cứu người 👨‍👩‍👧 🇻🇳!")).toBe("Hiến máu cứu người !");
    expect(printable("một\u0000 \n\t dòng\u202e\u200b")).toBe("một dòng");
    expect(printable("hie\u0302\u0301n")).toBe("hiến");
    expect(printable("1 # * © 2026")).toBe("1 # * © 2026");
  });

  test("that takes too long is given up, and the next one works", async () => {
    const given = printPdf("task-sheet", many(500), { limits: { deadlineMs: 5 } });
    await expect(given).rejects.toMatchObject({ code: "unavailable", status: 503 });
    expect((await printPdf("poster", POSTER)).length).toBeGreaterThan(10_000);
  });

  test("that fails says what Typst objects to, and the next one works", async () => {
    const outcome = await runInWorker<Uint8Array>(
      "printing",
      { template: "poster", page: "{", fonts: [] },
      { memoryMb: 128, deadlineMs: 10_000 },
    );
    expect(outcome).toMatchObject({ ended: "failed", message: expect.stringContaining("Typst") });
    expect((await printPdf("poster", POSTER)).length).toBeGreaterThan(10_000);
  });

  test("waits for its turn when many are asked for at once", async () => {
    const all = Array.from({ length: 5 }, (_, at) =>
      printPdf("poster", { ...POSTER, headline: `Đợt ${at + 1}` }),
    );
    const texts = await Promise.all((await Promise.all(all)).map(readPrinted));
    expect(texts.map(([page]) => /Đợt \d/.exec(page?.text ?? "")?.[0])).toEqual(
      Array.from({ length: 5 }, (_, at) => `Đợt ${at + 1}`),
    );
  });
});
