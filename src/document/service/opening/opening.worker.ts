// Reads one Word or PDF file in a thread of its own: whatever the file does to it, it ends with this thread.
import { answerOnce } from "../../../platform/worker/inside.ts";
import type { OpenReason } from "../../schema.ts";
import { docxText } from "./docx/docx.ts";
import { pdfText } from "./pdf/pdf.ts";
import { Refusal } from "./refusal.ts";

export type Opening = { form: "docx" | "pdf"; bytes: Uint8Array };
export type Opened = { ok: true; text: string; pages?: number } | { ok: false; reason: OpenReason };

await answerOnce(async ({ form, bytes }: Opening): Promise<Opened> => {
  try {
    return { ok: true, ...(form === "pdf" ? await pdfText(bytes) : { text: await docxText(bytes) }) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.reason };
    throw error;
  }
});
