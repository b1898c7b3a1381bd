// The inside of printing: one page's data, set by Typst from our own templates and typefaces.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { answerOnce } from "../../../platform/worker/inside.ts";
import parts from "./templates/parts.typ";
import poster from "./templates/poster.typ";
import tableSheet from "./templates/table-sheet.typ";
import taskSheet from "./templates/task-sheet.typ";
import thanks from "./templates/thanks.typ";

/** `page` is JSON the template reads; `fonts` are paths of TrueType files. */
export interface PrintJob {
  readonly template: "poster" | "task-sheet" | "table-sheet" | "thanks";
  readonly page: string;
  readonly fonts: readonly string[];
}

const MAIN = { poster, "task-sheet": taskSheet, "table-sheet": tableSheet, thanks };

/** @throws Error naming what Typst objects to; it quotes the template, never the data */
function print({ template, page, fonts }: PrintJob): Uint8Array {
  // A folder that holds nothing: templates are given below, and there is nothing else to read.
  const workspace = join(import.meta.dirname, "typst-workspace");
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }],
  });
  compiler.addSource(join(workspace, "parts.typ"), parts);
  const main = join(workspace, `${template}.typ`);
  compiler.addSource(main, MAIN[template]);
  try {
    const pdf = compiler.pdf({ mainFilePath: main, inputs: { print: page } });
    return new Uint8Array(pdf); // out of the native buffer, which ends with this thread
  } catch (error) {
    throw new Error(`Typst: ${(error as { code?: string }).code ?? String(error)}`);
  } finally {
    // What Typst remembers belongs to the process and would outlive this thread.
    compiler.evictCache(0);
  }
}

await answerOnce(print);
