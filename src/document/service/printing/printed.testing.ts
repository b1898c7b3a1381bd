// Reads a printed PDF back: its pages, its words with their places, its typefaces. For tests.
import type { TextItem } from "pdfjs-dist/types/src/display/api.d.ts";

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  /** All words, NFC, single spaces. */
  readonly text: string;
  /** Left, right and baseline of every run of text, in points from the lower left corner. */
  readonly runs: readonly { readonly text: string; left: number; right: number; baseline: number }[];
}

/** The PDF reader wants a browser's drawing classes, though it draws nothing here. */
function standIns(): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  for (const name of ["DOMMatrix", "Path2D", "ImageData"]) scope[name] ??= class {};
}

export async function readPrinted(pdf: Uint8Array): Promise<PrintedPage[]> {
  standIns();
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // The reader takes the bytes away from whoever hands them over.
  const task = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const runs = items
      .filter((item): item is TextItem => "str" in item && item.str.trim() !== "")
      .map(({ str, transform, width }) => {
        const [, , , , left, baseline] = transform as number[];
        return { text: str, left: left ?? 0, right: (left ?? 0) + width, baseline: baseline ?? 0 };
      });
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    const [, , width = 0, height = 0] = page.view;
    pages.push({ width, height, runs, text: plain(text) });
  }
  await task.destroy();
  return pages;
}

/** Where a line may break without being seen to is no part of the text. */
const plain = (text: string): string =>
  text
    .replace(/\u{200b}/gu, "")
    .replace(/\s+/g, " ")
    .normalize("NFC")
    .trim();

/** Names of typefaces, and how many font programs the file carries. */
export function typefaces(pdf: Uint8Array): { names: string[]; embedded: number } {
  const raw = Buffer.from(pdf).toString("latin1");
  const names = [...raw.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name ?? "");
  return { names: [...new Set(names)].sort(), embedded: [...raw.matchAll(/\/FontFile[23] /g)].length };
}
