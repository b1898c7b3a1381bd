// `giothong letter read FILE`: a letter's file into data, by the same rules the browser runs.
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import type { Command } from "commander";
import { readLetter } from "../../document/rules/reading/read.ts";
import type { Letter, NotALetter, OpenReason } from "../../document/schema.ts";
import { LARGEST_FILE, openLetterFile } from "../../document/service/opening/open.ts";
import { BadInput } from "./problem.ts";
import { words } from "./words.ts";

export function addLetterVerbs(program: Command): void {
  program
    .command("letter")
    .description(words("cli.letter"))
    .command("read <file>")
    .description(words("cli.letter-read"))
    .option("--json", words("cli.json"))
    .action(async (file: string, { json }: { json?: boolean }) => {
      const opened = await openLetterFile({ bytes: await bytesOf(file) });
      if (!opened.ok) throw refused(file, opened.reason);
      const result = readLetter(opened.text);
      if (!result.ok) throw refused(file, result.reason);
      process.stdout.write(
        json === true ? `${JSON.stringify(result.letter)}\n` : `${plain(result.letter)}\n`,
      );
    });
}

function refused(file: string, reason: OpenReason | NotALetter): BadInput {
  return new BadInput(words("cli.not-a-letter", { file, reason: words(`cli.reason.${reason}`) }));
}

/** The file's bytes; of one that is too large no more than shows it. */
async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === "-") return firstBytes(process.stdin);
  try {
    return await firstBytes(createReadStream(file, { end: LARGEST_FILE }));
  } catch {
    throw new BadInput(words("cli.file-missing", { file }));
  }
}

async function firstBytes(stream: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length > LARGEST_FILE) break;
  }
  return Buffer.concat(parts);
}

/** For eyes: the data without the text and its spans. */
function plain(letter: Letter): string {
  const { text: _text, spans: _spans, ...fields } = letter;
  return JSON.stringify(fields, null, 2);
}
