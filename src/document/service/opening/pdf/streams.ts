// Looks into a PDF's packed streams before pdf.js does: a bomb is known in a moment, where pdf.js would unfold it.
import { createInflate } from "node:zlib";
import { Refusal } from "../refusal.ts";

const MB = 1024 * 1024;
/** Of all streams of one file that are no pictures. Text, typefaces and tables of 200 pages have some ten MB. */
const MOST_UNFOLDED = 64 * MB;
const MOST_STREAMS = 20_000;
/** The dictionary right before a stream. */
const DICTIONARY = 600;

/**
 * Refuses a file whose streams unfold too far, or that packs one stream twice (no program does). What gets by
 * (other packings, streams that call themselves pictures) still meets the worker's limits.
 */
export async function refusePacked(bytes: Uint8Array): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let left = MOST_UNFOLDED;
  let count = 0;
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    if (file.toString("latin1", at - 3, at) === "end") continue;
    const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + 1;
    if (!isZlib(file, start)) continue;
    const before = file.toString("latin1", Math.max(0, at - DICTIONARY), at);
    const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
    if ((dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0) > 1)
      throw new Refusal("too-much-inside", "packed twice");
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    if (++count > MOST_STREAMS) throw new Refusal("too-much-inside", "streams");
    const end = file.indexOf("endstream", start);
    left -= await unfolded(file.subarray(start, end < 0 ? file.length : end), left);
  }
}

const isZlib = (file: Buffer, at: number): boolean => {
  const [first = 0, second = 0] = file.subarray(at, at + 2);
  return (first & 15) === 8 && ((first << 8) | second) % 31 === 0;
};

/** How many bytes a stream unfolds to; broken ones count as far as they go. */
async function unfolded(packed: Uint8Array, most: number): Promise<number> {
  const inflate = createInflate({ chunkSize: 64 * 1024 });
  inflate.end(packed);
  let length = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Uint8Array>) {
      length += piece.length;
      if (length > most) throw new Refusal("too-much-inside", "unfolds too far");
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
  } finally {
    inflate.destroy();
  }
  return length;
}
