// A zip archive read without believing it: sizes it declares are not used, bytes are counted as they unfold.
import { createInflateRaw } from "node:zlib";
import { Refusal } from "../refusal.ts";

/** One file in the archive, as its directory lists it. */
export type ZipEntry = { name: string; method: number; packed: number; at: number };

const MB = 1024 * 1024;
const MOST_ENTRIES = 2000;
/** Of all entries read from one archive together. The XML of a letter with annexes has one or two MB. */
const MOST_UNFOLDED = 40 * MB;
/** Text folds to a tenth, a table of a thousand like rows to a fiftieth; only a bomb to less than this. */
const MOST_RATIO = 200;
const ALWAYS_UNFOLDED = 4 * MB;
const PIECE = 64 * 1024;

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

/**
 * The directory at the archive's end; cheap, unfolds nothing. Refuses what is no whole archive ("damaged"),
 * has a password ("encrypted") or lists more than 2,000 files ("too-much-inside").
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new Refusal("too-much-inside", `${count} entries`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  const text = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== LISTED) throw new Refusal("damaged", "directory");
    if (view.getUint16(at + 8, true) & 1) throw new Refusal("encrypted");
    const nameLength = view.getUint16(at + 28, true);
    // A size that is declared may be a lie, but nobody lies to look like a bomb.
    const name = text.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (name.endsWith(".xml") && view.getUint32(at + 24, true) > MOST_UNFOLDED)
      throw new Refusal("too-much-inside", name);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Refusal("damaged", "no directory");
}

/** Unfolds entries of one archive, one at a time, up to a total that holds for all of them. */
export class Unzip {
  readonly #bytes: Uint8Array;
  #left: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#left = Math.min(MOST_UNFOLDED, Math.max(ALWAYS_UNFOLDED, bytes.length * MOST_RATIO));
  }

  /** The entry's bytes, piece by piece; stops with "too-much-inside" before memory fills. */
  async *read(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#pieces(entry)) {
      this.#left -= piece.length;
      if (this.#left < 0) throw new Refusal("too-much-inside", "unfolds too far");
      yield piece;
    }
  }

  async *#pieces(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const packed = this.#packed(entry);
    if (entry.method === 0) {
      yield packed.subarray(0, entry.packed);
      return;
    }
    if (entry.method !== 8) throw new Refusal("damaged", `method ${entry.method}`);
    const inflate = createInflateRaw({ chunkSize: PIECE });
    inflate.end(packed);
    try {
      yield* inflate as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw new Refusal("damaged", error instanceof Error ? error.message : "");
    } finally {
      inflate.destroy();
    }
  }

  // From the entry's data to the end of the file: a deflate stream knows its own end, the directory may lie.
  #packed(entry: ZipEntry): Uint8Array {
    const bytes = this.#bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL)
      throw new Refusal("damaged", "entry");
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    return bytes.subarray(Math.min(start, bytes.length));
  }
}
