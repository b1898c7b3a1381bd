// What a command reads: standard input, or a file as text.
import { readFile } from "node:fs/promises";
import { BadInput } from "./problem.ts";
import { words } from "./words.ts";

/** All of standard input as text. */
export async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** A file as UTF-8 text; BadInput names it when it cannot be read. */
export function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw new BadInput(words("cli.file-missing", { file }));
  });
}
