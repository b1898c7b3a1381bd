// `npm run bench -- letters`: how much of a letter is read right, plain and after each kind of damage.

import { chanceOf } from "../src/document/rules/reading/chance.testing.ts";
import { read, sampleFields, sampleNames, sampleText } from "../src/document/rules/reading/letter.testing.ts";
import { DAMAGES } from "../src/document/rules/reading/mangle.testing.ts";
import { judge, type Verdict } from "../src/document/rules/reading/verdict.testing.ts";

const SEEDS = 10;

type Tally = Record<Verdict, number>;

const samples = sampleNames().map((name) => ({ name, text: sampleText(name), expected: sampleFields(name) }));

function tallyOf(mangle: (text: string, seed: number) => string, seeds: number): Tally {
  const tally: Tally = { right: 0, absent: 0, wrong: 0 };
  for (const { text, expected } of samples) {
    for (let seed = 0; seed < seeds; seed++) {
      for (const { verdict } of judge(read(mangle(text, seed)), expected)) tally[verdict]++;
    }
  }
  return tally;
}

const share = (count: number, total: number): string =>
  `${((100 * count) / total).toFixed(2)} %`.padStart(10);

function row(name: string, { right, absent, wrong }: Tally): string {
  const total = right + absent + wrong;
  const shares = [right, absent, wrong].map((count) => share(count, total)).join("");
  return `${name.padEnd(22)}${shares}${String(total).padStart(10)}`;
}

const began = performance.now();
const lines = [
  `${samples.length} letters, ${SEEDS} seeds per kind of damage`,
  "",
  `${"damage".padEnd(22)}${["right", "absent*", "wrong", "fields"].map((head) => head.padStart(10)).join("")}`,
  row(
    "none",
    tallyOf((text) => text, 1),
  ),
];
const all: Tally = { right: 0, absent: 0, wrong: 0 };
for (const { name, mangle } of DAMAGES) {
  const tally = tallyOf((text, seed) => mangle(text, chanceOf(seed)), SEEDS);
  for (const verdict of ["right", "absent", "wrong"] as const) all[verdict] += tally[verdict];
  lines.push(row(name, tally));
}
lines.push(row("all kinds", all), "", "* absent, or its end doubted, with a warning that names the field");
const reads = samples.length * (1 + SEEDS * DAMAGES.length);
lines.push(`${reads} readings, ${((performance.now() - began) / reads).toFixed(1)} ms each`);
process.stdout.write(`${lines.join("\n")}\n`);
