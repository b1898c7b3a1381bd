// A PDF with a text layer as text. pdf.js reads the file; nothing of it is run, drawn, or fetched.
import { Refusal } from "../refusal.ts";
import { linesOf, type Piece } from "./lines.ts";
import { type Page, textOf } from "./pages.ts";
import { refusePacked } from "./streams.ts";
import { standIns } from "./stubs.ts";

const MOST_PAGES = 200;
const PAGES_READ = 50;
const MOST_PIECES = 100_000;
const MOST_CHARACTERS = 500_000;
/** Fewer letters in a whole file are a stamp or a page number on pictures of pages. */
const LEAST_LETTERS = 100;

type PdfItem = { str?: string; transform?: number[]; width?: number; height?: number };

/** The text of the first 50 pages, and how many pages there are. Throws `Refusal`. */
export async function pdfText(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  await refusePacked(bytes);
  const { getDocument } = await loadPdfJs();
  const task = getDocument({
    data: Uint8Array.from(bytes), // pdf.js takes the buffer away
    isEvalSupported: false,
    stopAtErrors: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages = document.numPages;
    if (pages > MOST_PAGES) throw new Refusal("too-much-inside", `${pages} pages`);
    const read: Page[] = [];
    let left = { pieces: MOST_PIECES, characters: MOST_CHARACTERS };
    for (let number = 1; number <= Math.min(pages, PAGES_READ); number++) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const pieces: Piece[] = [];
      for await (const { items } of chunks(page.streamTextContent())) {
        for (const item of items) {
          const piece = pieceOf(item, viewport.transform);
          if (!piece) continue;
          left = { pieces: left.pieces - 1, characters: left.characters - piece.text.length };
          if (left.pieces < 0 || left.characters < 0) throw new Refusal("too-much-inside", "text");
          pieces.push(piece);
        }
      }
      read.push({ width: viewport.width, height: viewport.height, lines: linesOf(pieces) });
    }
    const text = textOf(read);
    if ((text.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) throw new Refusal("no-text-layer");
    return { text, pages };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { name, message } = error as Error;
    throw new Refusal(name === "PasswordException" ? "encrypted" : "damaged", `${name}: ${message}`);
  } finally {
    await task.destroy();
  }
}

async function loadPdfJs() {
  standIns();
  // pdf.js would start a worker of its own; this thread is one already.
  const scope = globalThis as Record<string, unknown>;
  scope.pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

async function* chunks(stream: ReadableStream<{ items: PdfItem[] }>): AsyncGenerator<{ items: PdfItem[] }> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // What is stopped early must be told, or pdf.js waits for ever to be read.
    reader.cancel(new Error("stopped")).catch(() => undefined);
  }
}

/** The piece in the page's own upright view; undefined when it is turned or no words. */
function pieceOf({ str, transform, width = 0 }: PdfItem, view: readonly number[]): Piece | undefined {
  if (str === undefined || str === "" || !transform) return undefined;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
  const [ta = 1, tb = 0, , td = 1, tx = 0, ty = 0] = transform;
  const across = a * ta + c * tb;
  const down = b * ta + d * tb;
  if (across <= 0 || Math.abs(down) > 0.1 * across) return undefined;
  const size = Math.hypot(transform[2] ?? 0, td) || across;
  return { text: str, x: a * tx + c * ty + e, y: b * tx + d * ty + f, width, size };
}
