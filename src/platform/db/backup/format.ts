// The backup file: gzip over a line of magic and a row of frames (kind, length, content). Every table carries
// the digest of its rows, and the last frame the digest of everything, so that a cut or edited file is refused.
import { createHash } from "node:crypto";

export const MAGIC = "GIOTHONG-BACKUP\n";
export const FORMAT = 1;

export interface TableName {
  readonly schema: string;
  readonly name: string;
}

/** First frame: what this is a backup of. */
export interface Header {
  readonly format: number;
  readonly madeAt: string;
  readonly server: string;
  /** The migrations the database had had, in order. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  readonly tables: readonly TableName[];
}

/** Opens a table; its rows follow in COPY's text form. */
export interface TableStart extends TableName {
  readonly columns: readonly string[];
}

/** Closes a table. */
export interface TableEnd {
  readonly rows: number;
  readonly sha256: string;
}

export interface SequenceState extends TableName {
  /** Null = never used. */
  readonly last: string | null;
}

/** Last frame. */
export interface Trailer {
  readonly tables: number;
  readonly rows: number;
  /** Over every byte before this frame. */
  readonly sha256: string;
}

export type Frame =
  | { readonly kind: "header"; readonly content: Header }
  | { readonly kind: "table"; readonly content: TableStart }
  | { readonly kind: "rows"; readonly content: Buffer }
  | { readonly kind: "end"; readonly content: TableEnd }
  | { readonly kind: "sequences"; readonly content: readonly SequenceState[] }
  | { readonly kind: "trailer"; readonly content: Trailer };

const CODES = { header: "H", table: "T", rows: "D", end: "E", sequences: "S", trailer: "Z" } as const;
type Kind = keyof typeof CODES;
const KINDS = new Map<string, Kind>(Object.entries(CODES).map(([kind, code]) => [code, kind as Kind]));
const HEAD_BYTES = 5;
const LONGEST_FRAME = 64 * 1024 * 1024;

/** Turns frames into bytes and remembers their digest for the trailer. */
export class FrameWriter {
  readonly #hash = createHash("sha256").update(MAGIC);

  frame(kind: "rows", content: Buffer): Buffer;
  frame(kind: Exclude<Kind, "rows" | "trailer">, content: object): Buffer;
  frame(kind: Kind, content: Buffer | object): Buffer {
    const bytes = encode(kind, content);
    this.#hash.update(bytes);
    return bytes;
  }

  trailer(totals: Omit<Trailer, "sha256">): Buffer {
    return encode("trailer", { ...totals, sha256: this.#hash.digest("hex") });
  }
}

function encode(kind: Kind, content: Buffer | object): Buffer {
  const body = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(CODES[kind], 0, "latin1");
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

/** The file is not what it should be; the message says how, for the operator's line. */
export class DamagedBackup extends Error {}

/** Reads frames from decompressed bytes, checking the digest of the whole; throws `DamagedBackup`. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const bytes = new ByteReader(source);
  const magic = await bytes.take(MAGIC.length);
  if (magic?.toString("latin1") !== MAGIC) throw new DamagedBackup("not a backup");
  const hash = createHash("sha256").update(MAGIC);
  for (;;) {
    const head = await bytes.take(HEAD_BYTES);
    if (head === undefined) throw new DamagedBackup("cut short");
    const kind = KINDS.get(head.toString("latin1", 0, 1));
    const length = head.readUInt32BE(1);
    if (kind === undefined || length > LONGEST_FRAME) throw new DamagedBackup("unknown content");
    const body = await bytes.take(length);
    if (body === undefined) throw new DamagedBackup("cut short");
    if (kind === "trailer") {
      const trailer = parse(body) as Trailer;
      if (trailer.sha256 !== hash.digest("hex")) throw new DamagedBackup("sha256 of the whole");
      if ((await bytes.take(1)) !== undefined) throw new DamagedBackup("content after the end");
      yield { kind, content: trailer };
      return;
    }
    hash.update(head).update(body);
    yield (kind === "rows" ? { kind, content: body } : { kind, content: parse(body) }) as Frame;
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new DamagedBackup("unreadable frame");
  }
}

/** Takes exact numbers of bytes from a stream of chunks. */
class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #pending: Buffer[] = [];
  #size = 0;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** `count` bytes, or undefined where the stream ends before. */
  async take(count: number): Promise<Buffer | undefined> {
    while (this.#size < count) {
      const next = await this.#source.next();
      if (next.done) return undefined;
      this.#pending.push(next.value);
      this.#size += next.value.length;
    }
    const whole =
      this.#pending.length === 1 ? (this.#pending[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#pending);
    const rest = whole.subarray(count);
    this.#pending = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
    return whole.subarray(0, count);
  }
}
