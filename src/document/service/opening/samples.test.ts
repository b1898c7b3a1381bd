// The sample letters as files say the same as their text: every field, from Word and from PDF.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fieldsOf, read, sampleFields } from "../../rules/reading/letter.testing.ts";
import { openLetterFile } from "./open.ts";
import { guideline, officialLetter, plan } from "./samples.fixture.ts";

const FOLDER = new URL("../../../../samples/files/", import.meta.url);
const REFUSED = "mat-khau.pdf";
const files = readdirSync(FOLDER).filter((name) => /\.(?:docx|pdf)$/.test(name) && name !== REFUSED);

async function fieldsIn(bytes: Uint8Array) {
  const opened = await openLetterFile({ bytes });
  if (!opened.ok) throw new Error(opened.reason);
  return { form: opened.form, pages: opened.pages, fields: fieldsOf(read(opened.text)) };
}

describe("a letter as a file", () => {
  it("there are letters in both forms", () => {
    expect(files.filter((name) => name.endsWith(".docx")).length).toBeGreaterThanOrEqual(5);
    expect(files.filter((name) => name.endsWith(".pdf")).length).toBeGreaterThanOrEqual(4);
  });

  it.each(files)("%s yields every field of its letter", async (file) => {
    const { form, pages, fields } = await fieldsIn(readFileSync(new URL(file, FOLDER)));
    expect(fields).toEqual(sampleFields(file.split(".")[0] ?? ""));
    expect(form).toBe(file.split(".").at(-1));
    expect(pages).toEqual(form === "pdf" ? expect.any(Number) : undefined);
  });

  it.each([
    ["cong-van-mau", officialLetter],
    ["huong-dan-cong-doan-nganh", guideline],
    ["ke-hoach-ban-chi-dao", plan],
  ])("%s, written today, yields every field too", async (name, make) => {
    expect((await fieldsIn(await make())).fields).toEqual(sampleFields(name));
  });

  it("with a password is refused", async () => {
    const bytes = readFileSync(new URL(REFUSED, FOLDER));
    expect(await openLetterFile({ bytes })).toEqual({ ok: false, reason: "encrypted" });
  });
});
