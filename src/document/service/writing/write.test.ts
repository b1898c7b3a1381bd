// What stands in the XML of a written document: form, order, widths, NFC, and that any text survives.
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { cleanText } from "./clean.ts";
import { planHead } from "./head.ts";
import { NATIONAL_MOTTO, NATIONAL_NAME } from "./legal-form.ts";
import { textWidth } from "./metrics.ts";
import type { Block, OfficialDocument } from "./official.ts";
import { CONG_VAN, CREATED_AT, GRASSROOTS_REPORT, PROVINCE_REPORT } from "./samples.ts";
import { sheetsOf, writeOfficialDocument } from "./write.ts";

async function partsOf(document: OfficialDocument): Promise<Record<string, string>> {
  const files = unzipSync(await writeOfficialDocument(document, CREATED_AT));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}
const bodyOf = async (document: OfficialDocument): Promise<string> =>
  (await partsOf(document))["word/document.xml"] ?? "";

const decode = (xml: string): string =>
  xml
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

const paragraphsOf = (xml: string): string[] => xml.match(/<w:p>.*?<\/w:p>|<w:p\/>/gsu) ?? [];
/** Text of a paragraph, a line break as a space. */
const textOf = (paragraph: string): string =>
  [...paragraph.matchAll(/<w:br\/>|<w:t[^>]*>([^<]*)<\/w:t>/gu)].map((hit) => decode(hit[1] ?? " ")).join("");
const textsOf = (xml: string): string[] =>
  paragraphsOf(xml)
    .map(textOf)
    .filter((text) => text !== "");
const paragraphWith = (xml: string, text: string): string => {
  const found = paragraphsOf(xml).find((paragraph) => textOf(paragraph).includes(text));
  if (found === undefined) throw new Error(`no paragraph with "${text}"`);
  return found;
};
const tablesOf = (xml: string): string[] => xml.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? [];
const rowsOf = (table: string): string[] => table.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
const numbers = (xml: string, pattern: RegExp): number[] =>
  [...xml.matchAll(pattern)].map((hit) => Number(hit[1]));

/** Opening and closing tags match, and no bare ampersand stands anywhere. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, own] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/gu)) {
    if (close === "/") {
      if (open.pop() !== name) return false;
    } else if (own !== "/") open.push(name ?? "");
  }
  return open.length === 0 && !/&(?!(?:amp|lt|gt|quot|apos);)/u.test(xml);
}

describe("the page", () => {
  test("is A4 with the margins of the decree, sideways only where a wide table asks for it", async () => {
    const sections = (await bodyOf(PROVINCE_REPORT)).match(/<w:sectPr.*?<\/w:sectPr>/gsu) ?? [];
    expect(sections).toHaveLength(3);
    for (const section of sections) {
      const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map(
        (side) =>
          (numbers(section, new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`, "gu"))[0] ?? 0) * (25.4 / 1440),
      );
      expect(top).toBeCloseTo(20, 0);
      expect(bottom).toBeCloseTo(20, 0);
      expect(left).toBeCloseTo(30, 0);
      for (const side of [top, bottom]) expect(side).toBeGreaterThanOrEqual(20);
      expect(right).toBeGreaterThanOrEqual(15);
      expect(right).toBeLessThanOrEqual(20);
    }
    const sizes = sections.map((section) =>
      /<w:pgSz w:w="(\d+)" w:h="(\d+)"/u.exec(section)?.slice(1).join("x"),
    );
    expect(sizes).toEqual(["11906x16838", "16838x11906", "11906x16838"]);
  });

  test("has its number in the top margin from the second page on, and the mark on every page", async () => {
    const parts = await partsOf(PROVINCE_REPORT);
    const body = parts["word/document.xml"] ?? "";
    expect(body.match(/<w:titlePg\/>/gu)).toHaveLength(1);
    const headers = Object.keys(parts).filter((path) => /^word\/header\d+\.xml$/u.test(path));
    expect(headers.length).toBeGreaterThanOrEqual(4);
    for (const path of headers) expect(textsOf(parts[path] ?? "").join(" ")).toContain("DỮ LIỆU MẪU");
    expect(headers.filter((path) => !parts[path]?.includes("PAGE"))).toHaveLength(1);
  });

  test("a heading goes with the sideways table it opens", () => {
    const table: Block = { type: "table", landscape: true, columns: [], rows: [] };
    const text: Block = { type: "paragraph", text: "x" };
    const heading: Block = { type: "heading", level: 1, text: "I" };
    expect(
      sheetsOf([text, heading, table, heading, text]).map((sheet) => [sheet.landscape, sheet.blocks.length]),
    ).toEqual([
      [false, 1],
      [true, 2],
      [false, 2],
    ]);
  });
});

describe("the head", () => {
  test.each([
    ["a report of a province", PROVINCE_REPORT],
    ["a report of a grassroots union", GRASSROOTS_REPORT],
    ["a công văn", CONG_VAN],
  ])("of %s has a cell wide enough for quốc hiệu on one line", async (_, document) => {
    const head = tablesOf(await bodyOf(document))[0] ?? "";
    const [left = 0, right = 0] = numbers(head, /<w:gridCol w:w="(\d+)"/gu);
    const nation = paragraphWith(head, NATIONAL_NAME);
    const size = (numbers(nation, /<w:sz w:val="(\d+)"/gu)[0] ?? 0) / 2;
    expect([12, 13]).toContain(size);
    expect(nation).not.toContain("<w:br/>");
    expect(right).toBeGreaterThan(textWidth(NATIONAL_NAME, { size, bold: true }));
    expect(left + right).toBeLessThanOrEqual(11906 - 1701 - 851);
    expect(head).toContain('<w:tblLayout w:type="fixed"/>');
  });

  test("draws the lines as borders of the right length and types no dashes", async () => {
    const head = tablesOf(await bodyOf(PROVINCE_REPORT))[0] ?? "";
    const widths = numbers(head, /<w:gridCol w:w="(\d+)"/gu);
    const lengths = paragraphsOf(head)
      .filter((paragraph) => paragraph.includes("<w:pBdr>"))
      .map((paragraph, index) => {
        expect(textOf(paragraph)).toBe("");
        const indent = numbers(paragraph, /w:left="(\d+)"/gu)[0] ?? 0;
        return (widths[index] ?? 0) - 2 * indent;
      });
    const motto = textWidth(NATIONAL_MOTTO, { size: 13, bold: true });
    const lastLine = textWidth("TỈNH LAI CHÂU", { size: 12, bold: true });
    expect(lengths).toHaveLength(2);
    expect(Math.abs((lengths[1] ?? 0) - motto)).toBeLessThan(10);
    expect((lengths[0] ?? 0) / lastLine).toBeGreaterThan(1 / 3);
    expect((lengths[0] ?? 0) / lastLine).toBeLessThan(1 / 2);
    expect(textsOf(head).some((text) => /[-_–—]{3}/u.test(text))).toBe(false);
  });

  test("shows the superior in plain and the issuer in bold capitals, a body without superior alone", async () => {
    const head = tablesOf(await bodyOf(PROVINCE_REPORT))[0] ?? "";
    expect(paragraphWith(head, "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM")).not.toContain("<w:b/>");
    expect(paragraphWith(head, "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU")).toContain("<w:b/>");
    expect(textsOf(tablesOf(await bodyOf(GRASSROOTS_REPORT))[0] ?? "")[0]).toBe(
      "CÔNG ĐOÀN CƠ SỞ TRƯỜNG THPT BẢN MẪU",
    );
  });

  test("gives a long place the room for one line of 13 points at the least", async () => {
    const document = { ...PROVINCE_REPORT, place: "Thành phố Hồ Chí Minh", issuedOn: "2021-12-09" };
    const row = rowsOf(tablesOf(await bodyOf(document))[0] ?? "")[1] ?? "";
    const date = "Thành phố Hồ Chí Minh, ngày 09 tháng 12 năm 2021";
    const width = numbers(row, /<w:tcW w:type="dxa" w:w="(\d+)"/gu)[1] ?? 0;
    expect(paragraphWith(row, date)).toContain('<w:sz w:val="26"/>');
    expect(width).toBeGreaterThan(textWidth(date, { size: 13 }));
  });

  test("uses the larger step where a short name leaves room", () => {
    expect(planHead({ name: "Công đoàn ngành Y tế" }, 9354).size.nation).toBe(13);
    expect(planHead({ name: "Liên đoàn Lao động tỉnh Lai Châu" }, 9354).size.nation).toBe(12);
  });

  test("a công văn carries V/v once under its number and no title; another kind its title and subject", async () => {
    const letter = textsOf(await bodyOf(CONG_VAN));
    expect(letter).toContain("Số: 05/LĐLĐ");
    expect(letter).toContain("Tam Đường, ngày 05 tháng 02 năm 2021");
    expect(letter).toContain("V/v tuyên truyền thực hiện Chương trình Hành trình Đỏ lần thứ IX năm 2021");
    const report = textsOf(await bodyOf(PROVINCE_REPORT));
    const title = report.indexOf("BÁO CÁO");
    expect(title).toBeGreaterThan(0);
    expect(report[title + 1]).toBe(PROVINCE_REPORT.subject);
    expect(report.some((text) => text.startsWith("V/v"))).toBe(false);
  });

  test("several addressees stand on lines closed by semicolons and a full stop, one stands beside the label", async () => {
    const letter = textsOf(await bodyOf(CONG_VAN));
    const label = letter.indexOf("Kính gửi:");
    expect(letter.slice(label + 1, label + 3)).toEqual([
      "- Công đoàn cơ sở các cơ quan trên địa bàn huyện;",
      "- Công đoàn cơ sở xã, thị trấn.",
    ]);
    expect(textsOf(await bodyOf(GRASSROOTS_REPORT))).toContain(
      "Kính gửi: Liên đoàn Lao động huyện Tam Đường.",
    );
  });
});

describe("a table", () => {
  test("repeats both header rows, cuts no row, and its widths fill the page exactly", async () => {
    const [, upright = "", sideways = ""] = tablesOf(await bodyOf(PROVINCE_REPORT));
    const areas: [string, number, number][] = [
      [upright, 2, 11906 - 1701 - 851],
      [sideways, 1, 16838 - 1701 - 851],
    ];
    for (const [table, headers, area] of areas) {
      const rows = rowsOf(table);
      expect(rows.map((row) => row.includes("<w:tblHeader/>"))).toEqual(
        rows.map((_, index) => index < headers),
      );
      expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
      const widths = numbers(table, /<w:gridCol w:w="(\d+)"/gu);
      expect(widths).toHaveLength(10);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(area);
      for (const row of rows) {
        const cells = numbers(row, /<w:tcW w:type="dxa" w:w="(\d+)"/gu);
        expect(cells.reduce((sum, width) => sum + width, 0)).toBe(area);
      }
    }
  });

  test("sets figures to the right, the missing report across the figures in the middle, the total in bold", async () => {
    const table = tablesOf(await bodyOf(PROVINCE_REPORT))[1] ?? "";
    expect(paragraphWith(table, "22.400")).toContain('<w:jc w:val="right"/>');
    const missing = rowsOf(table).find((row) => row.includes("chưa báo cáo")) ?? "";
    expect(missing).toContain('<w:gridSpan w:val="5"/>');
    expect(paragraphWith(missing, "chưa báo cáo")).toContain('<w:jc w:val="center"/>');
    expect(paragraphWith(table, "224.000")).toContain("<w:b/>");
    expect(paragraphWith(table, "22.400")).not.toContain("<w:b/>");
  });

  test.each<[string, Partial<Extract<Block, { type: "table" }>>]>([
    ["a row too short", { rows: [{ cells: ["1"] }] }],
    ["a row too long", { rows: [{ cells: ["1", { text: "2", span: 2 }] }] }],
    ["no columns", { columns: [] }],
    ["a group beyond the last column", { groups: [{ title: "x", from: 1, span: 2 }] }],
  ])("with %s is refused", async (_, wrong) => {
    const column = { title: "x", width: 1, align: "left" } as const;
    const blocks: Block[] = [{ type: "table", columns: [column, column], rows: [], ...wrong }];
    await expect(writeOfficialDocument({ ...CONG_VAN, blocks }, CREATED_AT)).rejects.toThrow(RangeError);
  });
});

describe("the foot", () => {
  test("the text ends with the end mark in place of its full stop, also after a table", async () => {
    expect(textsOf(await bodyOf(CONG_VAN))).toContain("2. Kết thúc mỗi đợt báo cáo kết quả để tổng hợp./.");
    expect(textsOf(await bodyOf(GRASSROOTS_REPORT))).toContain("./.");
    const text = (await bodyOf(PROVINCE_REPORT)).split("./.");
    expect(text).toHaveLength(2);
  });

  test("recipients close with semicolons and a full stop; the block stays in one piece with the text before it", async () => {
    const body = await bodyOf(PROVINCE_REPORT);
    const foot = tablesOf(body).at(-1) ?? "";
    expect(textsOf(foot)).toEqual([
      "Nơi nhận:",
      "- Tổng Liên đoàn LĐVN (B/c);",
      "- Hội Chữ thập đỏ tỉnh;",
      "- Lưu: VP, CSPL&QHLĐ.",
      "TM. BAN THƯỜNG VỤ",
      "PHÓ CHỦ TỊCH",
      "Nguyễn Văn Mẫu",
    ]);
    expect(rowsOf(foot)).toHaveLength(1);
    expect(foot).toContain("<w:cantSplit/>");
    expect(paragraphWith(body, "Trên đây là báo cáo")).toContain("<w:keepNext/>");
  });
});

describe("the file", () => {
  test("the same document gives the same bytes, at whatever time it is written", async () => {
    const one = await writeOfficialDocument(PROVINCE_REPORT, CREATED_AT);
    await new Promise((done) => setTimeout(done, 2100));
    expect((await writeOfficialDocument(PROVINCE_REPORT, CREATED_AT)).equals(one)).toBe(true);
    expect((await writeOfficialDocument(PROVINCE_REPORT, "2021-06-12T03:00:00.000Z")).equals(one)).toBe(
      false,
    );
  });

  test("its properties name the body and the language, never the signer", async () => {
    const parts = await partsOf(PROVINCE_REPORT);
    const core = parts["docProps/core.xml"] ?? "";
    expect(core).toContain("<dc:creator>Liên đoàn Lao động tỉnh Lai Châu</dc:creator>");
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2021-06-11T03:00:00Z<');
    expect(core).toContain("<dc:language>vi-VN</dc:language>");
    expect(parts["word/styles.xml"]).toContain('<w:lang w:val="vi-VN"');
    expect(parts["word/styles.xml"]).toContain('w:ascii="Times New Roman"');
    const named = Object.keys(parts).filter((path) => parts[path]?.includes("Nguyễn Văn Mẫu"));
    expect(named).toEqual(["word/document.xml"]);
  });

  test("text typed with separate accents is written composed", async () => {
    const decomposed: OfficialDocument = JSON.parse(JSON.stringify(PROVINCE_REPORT).normalize("NFD"));
    expect(JSON.stringify(decomposed)).not.toBe(JSON.stringify(PROVINCE_REPORT));
    const parts = await partsOf(decomposed);
    for (const text of Object.values(parts)) expect(text).toBe(text.normalize("NFC"));
    expect(parts["word/document.xml"]).toBe(await bodyOf(PROVINCE_REPORT));
  });

  test("any text survives: quotes, angle brackets, emoji; characters XML forbids are gone", async () => {
    const unit = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom("<", ">", "&", '"', "'", "]]>", "&amp;", "<w:p>", "🩸", "ệ", " ", "\t"),
      },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
    );
    const words = fc
      .array(unit, { maxLength: 30 })
      .map((list) => `a${list.join("").replace(/[\n\r\v\f\u0085\u2028\u2029]/gu, " ")}z`);
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const parts = await partsOf({
          ...CONG_VAN,
          issuer: { superior: text, name: text },
          place: text,
          subject: text,
          mark: text,
          addressees: [text, text],
          blocks: [
            { type: "heading", level: 3, text },
            { type: "paragraph", text },
            {
              type: "table",
              caption: text,
              columns: [{ title: text, width: 1, align: "left" }],
              rows: [{ cells: [text] }],
            },
          ],
          recipients: [text],
          signature: { lines: [text], name: text },
        });
        const clean = cleanText(text);
        const found = textsOf(parts["word/document.xml"] ?? "");
        // heading, paragraph, caption, column title, cell, name of the signer
        expect(found.filter((one) => one === clean)).toHaveLength(6);
        expect(found).toContain(`- ${clean}.`);
        for (const xml of Object.values(parts)) {
          expect(wellFormed(xml)).toBe(true);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
          expect(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u.test(xml)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
