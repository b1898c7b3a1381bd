// Whatever is given for a list is answered with its cells or with one reason, soon, and the program lives on.
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, expect, it } from "vitest";
import { part, unfoldsTo, zip } from "../../../document/service/opening/hostile.fixture.ts";
import { openList } from "./open-list.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one sheet whose XML is given packed. */
const book = (sheet: Uint8Array): Uint8Array =>
  zip([
    part(
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    part(
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    { name: "xl/worksheets/sheet1.xml", packed: sheet, declared: 100 },
  ]);
const SHEET = `<worksheet xmlns="${MAIN}"><sheetData>`;

// The first reading of a list makes its worker, which no test's own time should hold.
beforeAll(async () => {
  await openList(new TextEncoder().encode("Họ và tên\n"));
}, 120_000);

it("ends a workbook that unfolds to a gigabyte, in bounded time and memory", async () => {
  const began = performance.now();
  const before = process.memoryUsage.rss();
  const bomb = book(unfoldsTo(`${SHEET}<row r="1"><c r="A1" t="inlineStr"><is><t>`, "a", 1024));
  expect(bomb.length).toBeLessThan(5_000_000);
  expect((await openList(bomb)).ok).toBe(false);
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
}, 30_000);

it("ends a sheet whose two cells span the whole sheet", async () => {
  const far = `${SHEET}<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`;
  const opened = await openList(book(part("x", far).packed));
  // Refused, or read as the few rows that are taken: never the rectangle.
  if (opened.ok) expect(opened.sheets[0]?.rows.length ?? 0).toBeLessThan(6000);
}, 30_000);

it("does not follow entities out of a sheet", async () => {
  const text = `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>${SHEET}<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>`;
  const opened = await openList(book(part("x", text).packed));
  expect(JSON.stringify(opened)).not.toContain("root:");
}, 30_000);

it("reads 5,000 rows in seconds", async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => [i, `Người Mẫu ${i}`, "01/02/1990", "0912345678"]);
  const bytes = await writeXlsx({
    sheets: [{ name: "A", rows: [["STT", "Họ và tên", "Ngày sinh", "SĐT"], ...rows] }],
  });
  const began = performance.now();
  const opened = await openList(Uint8Array.from(bytes));
  expect(opened.ok && opened.sheets[0]?.rows.length).toBe(5001);
  expect(performance.now() - began).toBeLessThan(15_000);
}, 30_000);
