// Opens the written documents in a real word processor and reads what it laid out. Needs LibreOffice, poppler and a
// font with the metrics of Times New Roman; where one is missing it says so in a loud line and counts as skipped.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONG_VAN, CREATED_AT, GRASSROOTS_REPORT, PROVINCE_REPORT } from "./samples.ts";
import { writeOfficialDocument } from "./write.ts";

const run = promisify(execFile);

const answers = async (command: string, ...args: string[]): Promise<string | undefined> =>
  run(command, args).then(
    ({ stdout, stderr }) => stdout + stderr,
    () => undefined,
  );

/** What is missing on this machine, in words; undefined when the documents can be opened. */
async function missing(): Promise<string | undefined> {
  if ((await answers("soffice", "--version")) === undefined) return "LibreOffice (soffice)";
  if ((await answers("pdftotext", "-v")) === undefined) return "poppler (pdftotext)";
  const font = await answers("fc-match", "Times New Roman");
  if (font !== undefined && !/Times New Roman|Liberation Serif|Tinos/u.test(font)) {
    return "a font with the metrics of Times New Roman (Liberation Serif or Tinos)";
  }
  return undefined;
}

const lacking = await missing();
if (lacking !== undefined) {
  process.stderr.write(
    `\n!!! NOT CHECKED: no word processor opened the written documents: ${lacking} is missing.\n\n`,
  );
}

describe.skipIf(lacking !== undefined)("opened in LibreOffice", () => {
  const documents = { report: PROVINCE_REPORT, grassroots: GRASSROOTS_REPORT, letter: CONG_VAN };
  let folder = "";
  /** Text of each page as laid out. */
  const pages: Record<string, string[]> = {};

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "giothong-office-"));
    const files: string[] = [];
    for (const [name, document] of Object.entries(documents)) {
      const file = join(folder, `${name}.docx`);
      await writeFile(file, await writeOfficialDocument(document, CREATED_AT));
      files.push(file);
    }
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    await run("soffice", [
      "--headless",
      "--norestore",
      profile,
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      ...files,
    ]);
    for (const name of Object.keys(documents)) {
      const { stdout } = await run("pdftotext", ["-layout", join(folder, `${name}.pdf`), "-"]);
      pages[name] = stdout.normalize("NFC").split("\f").slice(0, -1);
    }
  }, 180_000);

  afterAll(async () => {
    if (folder !== "") await rm(folder, { recursive: true, force: true });
  });

  test.each(Object.keys(documents))("quốc hiệu and tiêu ngữ of the %s each stand on one line", (name) => {
    const lines = (pages[name]?.[0] ?? "").split("\n");
    expect(lines.filter((line) => line.includes("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("Độc lập - Tự do - Hạnh phúc"))).toHaveLength(1);
  });

  test("number and date stand on the same line", () => {
    expect(pages.report?.[0]).toMatch(/Số: 87\/BC-LĐLĐ {3,}Lai Châu, ngày 09 tháng 6 năm 2021/u);
    expect(pages.letter?.[0]).toMatch(/Số: 05\/LĐLĐ {3,}Tam Đường, ngày 05 tháng 02 năm 2021/u);
  });

  test("a short report and a công văn take one page", () => {
    expect(pages.grassroots).toHaveLength(1);
    expect(pages.letter).toHaveLength(1);
  });

  test("the report of a province takes its pages with numbers from the second on, and the mark on each", () => {
    const report = pages.report ?? [];
    expect(report.length).toBeGreaterThanOrEqual(4);
    expect(report.length).toBeLessThanOrEqual(6);
    report.forEach((page, index) => {
      const top = page.split("\n").find((line) => line.trim() !== "") ?? "";
      expect(top.trim()).toMatch(
        index === 0 ? /^DỮ LIỆU MẪU$/u : new RegExp(`^${index + 1} +DỮ LIỆU MẪU$`, "u"),
      );
    });
  });

  test("the header of the table stands on every page it reaches, and no row is cut", () => {
    const sideways = (pages.report ?? []).filter((page) => page.includes("Công đoàn cơ sở Trường mẫu"));
    expect(sideways.length).toBeGreaterThanOrEqual(2);
    for (const page of sideways) expect(page).toMatch(/STT +Công đoàn/u);
    const whole = sideways.join("\n").match(/^ *\d+ +Công đoàn cơ sở Trường mẫu \d+ .*110%/gmu);
    expect(whole).toHaveLength(40);
  });

  test("recipients and signature stand side by side on the last page, below some text", () => {
    for (const name of Object.keys(documents)) {
      const last = pages[name]?.at(-1) ?? "";
      expect(last).toMatch(/Nơi nhận: {3,}TM\. BAN/u);
      expect(last).toContain(documents[name as keyof typeof documents].signature.name);
      expect(last).toContain("./.");
    }
  });
});
