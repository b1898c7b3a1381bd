// A list's file into sheets of cells: Excel (.xlsx, .xls) or CSV, told apart by content, never by name.
import { decodeText } from "../../../platform/pure/decode.ts";
import { runInWorker } from "../../../platform/worker/run.ts";
import { MOST_BYTES, type Sheet } from "../../rules/importing/cells.ts";
import type { ListRefusal } from "../../schema/importing.ts";
import type { ListFile } from "./people-list.worker.ts";

const MEMORY_MB = 256;
const DEADLINE_MS = 15_000;

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const starts = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, i) => bytes[i] === byte);

export type OpenedList = { ok: true; sheets: readonly Sheet[] } | { ok: false; reason: ListRefusal };

/**
 * Never throws for what a file holds: a hostile or broken one is refused with a reason, within bounded memory and time.
 * Text that is not Unicode is read byte for byte as Western: `oldFontOf` tells what it was.
 */
export async function openList(bytes: Uint8Array): Promise<OpenedList> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > MOST_BYTES) return { ok: false, reason: "too-large" };
  const file = fileOf(bytes);
  if (typeof file === "string") return { ok: false, reason: file };
  const outcome = await runInWorker<Sheet[]>("people-list", file, {
    memoryMb: MEMORY_MB,
    deadlineMs: DEADLINE_MS,
  });
  if (outcome.ended === "answered") return { ok: true, sheets: outcome.value };
  return { ok: false, reason: outcome.ended === "failed" ? "damaged" : "too-much-inside" };
}

function fileOf(bytes: Uint8Array): ListFile | ListRefusal {
  if (starts(bytes, ZIP)) return { form: "xlsx", bytes };
  if (starts(bytes, OLE)) {
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      "EncryptedPackage",
      0,
      "utf16le",
    );
    return locked ? "encrypted" : { form: "xls", bytes };
  }
  const text = decodeText(bytes) ?? new TextDecoder("windows-1252").decode(bytes);
  if (/^\s*(%PDF|<(!doctype|html|\?xml)|\{\\rtf)/i.test(text.slice(0, 200))) return "unknown-form";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a picture from a list
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return "unknown-form";
  return { form: "csv", text: text.replace(/^\ufeff/, "") };
}
