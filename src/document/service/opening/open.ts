// A letter's file into the text that `readLetter` reads: plain text, Word (.docx) or PDF, told apart by content.

import { decodeText } from "../../../platform/pure/decode.ts";
import { runInWorker, type WorkerOutcome } from "../../../platform/worker/run.ts";
import type { OpenReason } from "../../schema.ts";
import { isWordArchive } from "./docx/docx.ts";
import { zipDirectory } from "./docx/zip.ts";
import { type FileForm, formOf, isEncryptedOle } from "./form.ts";
import type { Opened, Opening } from "./opening.worker.ts";
import { Refusal } from "./refusal.ts";

export type OpenLetterFile =
  | { ok: true; text: string; form: "text" | "docx" | "pdf"; pages?: number }
  | { ok: false; reason: OpenReason };

/** In bytes. Letters scanned in colour reach ten million; they shall hear that they are scans. */
export const LARGEST_FILE = 20 * 1024 * 1024;

const MEMORY_MB = 192;
const DEADLINE_MS = 8000;

/**
 * The text of a letter's file, NFC with "\n" line ends; `pages` for a PDF. A file's name is not believed, and
 * not looked at. Never throws for what a file holds: hostile and broken files are refused with a reason, after
 * at most `deadlineMs` and within bounded memory (Word and PDF are read in a thread of their own).
 */
export async function openLetterFile(
  { bytes }: { name?: string; bytes: Uint8Array },
  { deadlineMs = DEADLINE_MS }: { deadlineMs?: number } = {},
): Promise<OpenLetterFile> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > LARGEST_FILE) return { ok: false, reason: "too-large" };
  const form = formOf(bytes);
  if (form === "text") return openText(bytes);
  try {
    refuseAtOnce(form, bytes);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.reason };
    throw error;
  }
  const kind = form === "pdf" ? "pdf" : "docx";
  const opening: Opening = { form: kind, bytes };
  const limits = { memoryMb: MEMORY_MB, deadlineMs };
  const opened = ofOutcome(await runInWorker<Opened>("opening", opening, limits));
  if (!opened.ok) return opened;
  return { ...opened, text: opened.text.normalize("NFC"), form: kind };
}

function openText(bytes: Uint8Array): OpenLetterFile {
  const text = decodeText(bytes);
  if (text === undefined) return { ok: false, reason: "not-text" };
  if (text.trim() === "") return { ok: false, reason: "empty" };
  return { ok: true, text: text.replace(/\r\n?/g, "\n").normalize("NFC"), form: "text" };
}

// What shows without unfolding anything is answered at once.
function refuseAtOnce(form: FileForm, bytes: Uint8Array): void {
  if (form === "ole") throw new Refusal(isEncryptedOle(bytes) ? "encrypted" : "unknown-form");
  if (form === "picture") throw new Refusal("no-text-layer");
  if (form === "other") throw new Refusal("unknown-form");
  if (form === "docx" && !isWordArchive(zipDirectory(bytes))) throw new Refusal("unknown-form");
}

function ofOutcome(outcome: WorkerOutcome<Opened>): Opened {
  switch (outcome.ended) {
    case "answered":
      return outcome.value;
    case "out-of-memory":
      return { ok: false, reason: "too-much-inside" };
    case "took-too-long":
      return { ok: false, reason: "took-too-long" };
    case "failed":
      return { ok: false, reason: "damaged" };
  }
}
