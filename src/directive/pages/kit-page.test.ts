// The open page behind a poster's QR code in each of its forms.
import { expect, it } from "vitest";
import { demoKit } from "../../app/demo/kit.ts";
import { KitContent } from "../schema/kit.ts";
import type { KitPage } from "../service/kit/page.ts";
import { kitPage } from "./kit-page.ts";

const named = { unitName: "Liên đoàn Lao động tỉnh Mẫu", campaignName: "Giọt hồng Sông Đà" };
const kit = (content: KitContent = demoKit): KitPage => ({
  show: "kit",
  content,
  ...named,
  version: 2,
  publishedOn: "2021-05-04",
  joinPath: "/tham-gia/chuong-trinh/cong-doan",
});
const pages: KitPage[] = [kit(), { show: "withdrawn", ...named }, { show: "unknown" }];
const text = (
  page: KitPage,
  { locale = "vi", demo = false }: { locale?: "vi" | "en"; demo?: boolean } = {},
) => String(kitPage({ locale, demo }, page).content);

it.each(pages)("$show stands alone in both languages, small and marked on a demo", (page) => {
  for (const locale of ["vi", "en"] as const) {
    for (const demo of [false, true]) {
      const shown = text(page, { locale, demo });
      expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(30_000);
      expect(shown).not.toMatch(/<script|<link|src=|url\(|@import|directive\.page\./);
      expect(shown.includes(locale === "vi" ? "DỮ LIỆU MẪU" : "SAMPLE DATA")).toBe(demo);
    }
  }
});

it("says by its status whether there is material", () => {
  expect(pages.map((page) => kitPage({ locale: "vi", demo: false }, page).status)).toEqual([200, 410, 404]);
});

it("carries everything an officer wrote, questions folded until they are touched", () => {
  const shown = text(kit());
  for (const line of [...demoKit.keyMessages, ...demoKit.poster.lines, demoKit.poster.when]) {
    expect(shown).toContain(line);
  }
  expect(shown.match(/<details>/g)).toHaveLength(demoKit.questions.length);
  expect(shown).toContain(named.unitName);
  expect(shown).toContain("Bản số 2, đăng ngày 04/05/2021");
  expect(shown).toContain('href="/tham-gia/chuong-trinh/cong-doan"');
});

it("says in which language words for the loudspeaker are", () => {
  const shown = text(
    kit({
      ...demoKit,
      loudspeaker: [
        { language: "thai", text: "(Thái)" },
        { language: "mong", text: "(Mông)" },
      ],
    }),
  );
  expect(shown).toContain('<p lang="tai">(Thái)</p>');
  expect(shown).toContain('<p lang="hmn">(Mông)</p>');
});

it("shows nothing where nothing was written", () => {
  const poster = { headline: "Hiến máu", lines: [], when: "", where: "" };
  const shown = text(kit({ keyMessages: [], questions: [], poster, loudspeaker: [], chat: "" }));
  expect(shown).not.toMatch(/<section|<ul|<dl|<li/);
});

it("never grows past 30 kB: questions that do not fit are counted and left to the officer", () => {
  const words = demoKit.questions.map(({ answer }) => answer).join(" ");
  const long = (length: number) => words.repeat(2).slice(0, length).trim();
  const fullest = KitContent.parse({
    keyMessages: Array(12).fill(long(300)),
    questions: Array(40).fill({ question: long(300), answer: long(1500) }),
    poster: { headline: long(90), lines: Array(6).fill(long(160)), when: long(160), where: long(160) },
    loudspeaker: (["vi", "thai", "mong"] as const).map((language) => ({ language, text: long(3000) })),
  });
  const shown = text(kit(fullest), { demo: true });
  expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(30_000);
  const left = 40 - (shown.match(/<details>/g)?.length ?? 0);
  expect(left).toBeGreaterThan(0);
  expect(shown).toContain(`Còn ${left} câu hỏi nữa`);
});

it("escapes what officers write", () => {
  const evil = `<img src=x onerror="alert('x')">`;
  const shown = text(
    kit({
      keyMessages: [evil],
      questions: [{ question: evil, answer: evil }],
      poster: { headline: evil, lines: [evil], when: evil, where: evil },
      loudspeaker: [{ language: "vi", text: evil }],
      chat: "",
    }),
  );
  expect(shown).not.toContain("<img");
  expect(text({ show: "withdrawn", unitName: evil, campaignName: evil })).not.toContain("<img");
});

it("the demo's kit is one that could be published", () => {
  expect(KitContent.parse(demoKit)).toEqual(demoKit);
  expect(JSON.stringify(demoKit).normalize("NFC")).toBe(JSON.stringify(demoKit));
});
