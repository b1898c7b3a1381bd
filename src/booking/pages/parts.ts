// Pieces all of a donor's pages are made of.
import { en as donorEn } from "../../donor/messages.en.ts";
import { vi as donorVi } from "../../donor/messages.vi.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { type Translate, translator } from "../../platform/i18n/translate.ts";
import { Html, html } from "../../platform/pages/html.ts";
import { framed } from "../../platform/pages/shell.ts";
import { en as oldEn } from "../messages.en.ts";
import { vi as oldVi } from "../messages.vi.ts";
import { en } from "./messages.en.ts";
import { vi } from "./messages.vi.ts";
import { DONOR_STYLE } from "./style.ts";

export type Key = keyof typeof vi | keyof typeof oldVi | keyof typeof donorVi;
export type T = Translate<Key>;

export const WORDS: Readonly<Record<"vi" | "en", T>> = {
  vi: translator({ ...donorVi, ...oldVi, ...vi }, "vi"),
  en: translator({ ...donorEn, ...oldEn, ...en }, "en"),
};

export const NONE = new Html("");

export type Reader = Pick<Ctx, "locale" | "demo">;

export interface PageParts {
  readonly heading: string;
  readonly body: Html;
  readonly status?: number;
  readonly lasting?: boolean;
  readonly device?: string | null;
  /** A script of this site that the page does without. */
  readonly script?: string;
}

/** One page in the frame of the house. */
export function page({ locale, demo }: Reader, parts: PageParts): FileAnswer {
  const t = WORDS[locale];
  const { heading, body, status = 200, script } = parts;
  return {
    fileName: "index.html",
    mediaType: "text/html; charset=utf-8",
    content: framed({
      lang: locale,
      product: t("booking.come.product"),
      heading,
      body,
      demo: demo ? t("booking.come.demo") : undefined,
      style: DONOR_STYLE,
      ...(script !== undefined && { script }),
    }),
    status,
    ...(parts.lasting === true && { lasting: true }),
    ...(parts.device !== undefined && { device: parts.device }),
  };
}

/** Sends the browser on with a GET; the page itself says so to whoever does not follow. */
export const goOn = (reader: Reader, location: string, device?: string | null): FileAnswer => ({
  ...page(reader, {
    heading: WORDS[reader.locale]("booking.come.product"),
    body: html`<p><a href="${location}">${location}</a></p>`,
    status: 303,
  }),
  location,
  ...(device !== undefined && { device }),
});

export const facts = (lines: readonly (readonly [string, string])[]): Html =>
  html`<dl>${lines.map(([what, text]) => html`<div><dt>${what}</dt><dd>${text}</dd></div>\n`)}</dl>`;

export const link = (href: string, words: string, name = "line"): Html =>
  html`<a class="${name}" href="${href}">${words}</a>`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** Of ids of one drive the last signs differ: enough to call somebody by at a desk. */
export const shortNumber = (id: string): string => id.slice(-6).toUpperCase();
