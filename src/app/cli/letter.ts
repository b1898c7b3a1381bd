// `giothong letter read FILE`: a letter as text into data, by the same rules the browser runs.
import type { Command } from "commander";
import { readLetter } from "../../document/rules/reading/read.ts";
import type { Letter } from "../../document/schema.ts";
import { readInput, readText } from "./contracts.ts";
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
      const result = readLetter(file === "-" ? await readInput() : await readText(file));
      if (!result.ok) {
        throw new BadInput(words("cli.not-a-letter", { file, reason: words(`cli.reason.${result.reason}`) }));
      }
      process.stdout.write(
        json === true ? `${JSON.stringify(result.letter)}\n` : `${plain(result.letter)}\n`,
      );
    });
}

/** For eyes: the data without the text and its spans. */
function plain(letter: Letter): string {
  const { text: _text, spans: _spans, ...fields } = letter;
  return JSON.stringify(fields, null, 2);
}
