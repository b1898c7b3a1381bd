// A composed letter reads back as the fields it was composed from.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { LetterFields } from "../../schema.ts";
import { readLetter } from "../reading/read.ts";
import { composeText } from "./compose.ts";

const FOLDER = join(import.meta.dirname, "../../../../samples/letters");
const HEAD = {
  name: "Liên đoàn Lao động huyện An",
  superior: "Liên đoàn Lao động tỉnh Mẫu",
  notation: "LĐLĐ",
  place: "Mẫu",
};
test("probe", () => {
  const counts: Record<string, number> = {};
  let n = 0;
  for (const f of readdirSync(FOLDER).filter((f) => f.endsWith(".txt"))) {
    const r = readLetter(readFileSync(join(FOLDER, f), "utf8"));
    if (!r.ok) continue;
    n++;
    const fields = LetterFields.parse(r.letter);
    const text = composeText(fields, HEAD);
    const again = readLetter(text);
    if (!again.ok) {
      console.log(f, "NOT OK", again.reason);
      continue;
    }
    const back = LetterFields.parse(again.letter);
    for (const k of Object.keys({ ...fields, ...back }) as (keyof LetterFields)[]) {
      if (JSON.stringify(fields[k]) !== JSON.stringify(back[k])) {
        counts[k] = (counts[k] ?? 0) + 1;
        console.log(
          f,
          k,
          "\n   A",
          JSON.stringify(fields[k])?.slice(0, 700),
          "\n   B",
          JSON.stringify(back[k])?.slice(0, 700),
        );
      }
    }
  }
  console.log(n, counts);
});
