// Whatever is given for a letter is answered with its text or with one reason, soon, and the program lives on.
import { beforeAll, describe, expect, it } from "vitest";
import {
  encryptedPdf,
  manyPages,
  noise,
  part,
  pdfBomb,
  pdfPage,
  SPACES,
  scan,
  wordFile,
  zip,
  zipBomb,
} from "./hostile.fixture.ts";
import { LARGEST_FILE, openLetterFile } from "./open.ts";

const MB = 1024 * 1024;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const paragraph = (words: string): string => `<w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body>`;

const REFUSED: [string, () => Uint8Array, string][] = [
  ["nothing", () => new Uint8Array(), "empty"],
  ["white space", () => text(" \n\t"), "empty"],
  ["a Word file without words", () => wordFile(paragraph("")), "empty"],
  ["more than twenty megabytes", () => new Uint8Array(LARGEST_FILE + 1), "too-large"],
  ["2 MB of random bytes", () => noise([0x8f]), "not-text"],
  ["random bytes that begin like an archive", () => noise("PK"), "damaged"],
  ["random bytes that begin like a PDF", () => noise("%PDF-1.7\n"), "damaged"],
  ["half a Word file", () => wordFile(paragraph("một".repeat(5000))).subarray(0, 300), "damaged"],
  ["a bomb", () => zipBomb(1024 * MB), "too-much-inside"],
  ["a bomb of words that says it is small", () => zipBomb(100, SPACES, "a"), "too-much-inside"],
  [
    "an archive in an archive",
    () => zip([part("[Content_Types].xml", "<Types/>"), part("word/document.xml", zipBomb(100))]),
    "damaged",
  ],
  [
    "an archive of 5,000 files",
    () => zip(Array.from({ length: 5000 }, (_, i) => part(`word/${i}.xml`, ""))),
    "too-much-inside",
  ],
  ["an archive that lists more than it has", () => zip([part("word/document.xml", "")], 3), "damaged"],
  ["entities in the XML", () => wordFile("&nhiều;"), "damaged"],
  [
    "a DOCTYPE",
    () =>
      zip([
        part("[Content_Types].xml", "<Types/>"),
        part("word/document.xml", '<!DOCTYPE d [<!ENTITY a "a">]><d>&a;</d>'),
      ]),
    "damaged",
  ],
  ["tables in tables without end", () => wordFile("<w:tbl><w:tr><w:tc>".repeat(10_000)), "damaged"],
  ["a workbook", () => zip([part("[Content_Types].xml", ""), part("xl/workbook.xml", "")]), "unknown-form"],
  ["an old .doc", () => noise(OLE, 5000), "unknown-form"],
  ["RTF", () => text("{\\rtf1\\ansi V\\'f9ng}"), "unknown-form"],
  ["a web page", () => text("\ufeff<!DOCTYPE html><p>Kính gửi"), "unknown-form"],
  [
    "a Word file with a password",
    () => Buffer.concat([Buffer.from(OLE), Buffer.from("EncryptedPackage", "utf16le")]),
    "encrypted",
  ],
  ["a PDF with a password", encryptedPdf, "encrypted"],
  ["a photograph", () => noise([0xff, 0xd8, 0xff, 0xe0], 5000), "no-text-layer"],
  ["a scan as a PDF", scan, "no-text-layer"],
  [
    "a scan in a Word file",
    () => wordFile(paragraph("Trang 1"), { "word/media/image1.png": "…" }),
    "no-text-layer",
  ],
  ["a PDF whose page unfolds to a gigabyte", pdfBomb, "too-much-inside"],
  ["a PDF of 5,000 pages", () => manyPages(5000), "too-much-inside"],
  ["a PDF with a hundred thousand words on a page", () => pdfPage(words(120_000)), "too-much-inside"],
];

const words = (count: number): string => `BT /F1 9 Tf ${"1 0 0 1 50 700 Tm (a) Tj ".repeat(count)}ET`;

describe("a file that is no letter", () => {
  let soon = 3000;

  // On a machine that has other things to do even a file of one word takes its time.
  beforeAll(async () => {
    const began = performance.now();
    await openLetterFile({ bytes: wordFile(paragraph("Kính gửi")) });
    soon = Math.max(soon, 10 * (performance.now() - began));
  });

  it.each(REFUSED)("%s: refused soon, with its reason", { timeout: 60_000 }, async (_, make, reason) => {
    const bytes = make();
    const before = process.memoryUsage.rss();
    const began = performance.now();
    // The reason must not depend on how busy the machine is.
    expect(await openLetterFile({ bytes }, { deadlineMs: 50_000 })).toEqual({ ok: false, reason });
    expect(performance.now() - began).toBeLessThan(soon);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * MB);
  });

  it("that takes too long is given up at the deadline", async () => {
    const bytes = wordFile(paragraph("Kính gửi"));
    expect(await openLetterFile({ bytes }, { deadlineMs: 1 })).toEqual({
      ok: false,
      reason: "took-too-long",
    });
  });
});

describe("a letter's file", () => {
  const letter = "Kính gửi: Công đoàn cơ sở\r\nV/v hiến máu";
  const read = { ok: true, text: "Kính gửi: Công đoàn cơ sở\nV/v hiến máu", form: "text" };

  it("as text is read with or without its mark, composed or not", async () => {
    expect(await openLetterFile({ bytes: text(letter) })).toEqual(read);
    expect(await openLetterFile({ bytes: text(`\ufeff${letter.normalize("NFD")}`) })).toEqual(read);
    expect(await openLetterFile({ bytes: Buffer.from(`\ufeff${letter}`, "utf16le") })).toEqual(read);
  });

  it("is known by what it holds, whatever its name", async () => {
    const bytes = wordFile(paragraph("Kính gửi"));
    expect(await openLetterFile({ name: "van-ban.pdf", bytes })).toEqual({
      ok: true,
      text: "Kính gửi",
      form: "docx",
    });
  });
});
