// The frame of a page that a stranger opens: whole without any script, nothing fetched, nothing told to others.
import { Html, html } from "./html.ts";
import { DROP, STYLE } from "./style.ts";

const NONE = new Html("");

export interface Framed {
  readonly lang: string;
  /** The product's name, beside its mark and in the title. */
  readonly product: string;
  readonly heading: string;
  readonly body: Html;
  /** The band of a demo; undefined on a real installation. */
  readonly demo: string | undefined;
  /** A page's own `<style>`, after that of the house. */
  readonly style?: Html;
  /** Address of a script of this site that makes the page handier; the page is whole without it. */
  readonly script?: string;
}

export const framed = ({ lang, product, heading, body, demo, style = NONE, script }: Framed): string =>
  html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${heading} · ${product}</title>
${STYLE}${style}${script === undefined ? NONE : html`<script src="${script}" defer></script>`}
</head>
<body>
${demo === undefined ? NONE : html`<div class="demo" role="note">${demo}</div>`}
<main>
<header>${DROP}<span>${product}</span></header>
<h1>${heading}</h1>
${body}
</main>
</body>
</html>
`.text;
