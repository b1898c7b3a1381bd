// What a worker may be made to do by what it reads: answer, throw, hang, hoard.
import { answerOnce } from "./inside.ts";

export type Probe = "answer" | "throw" | "hang" | "hoard-heap" | "hoard-buffers" | "crash" | "look-around";

await answerOnce(({ act, words }: { act: Probe; words?: string }): unknown => {
  if (act === "throw") throw new RangeError("no such thing");
  if (act === "crash") process.exit(7);
  if (act === "look-around") {
    process.stdout.write("this must not be seen\n");
    return Object.keys(process.env);
  }
  while (act === "hang");
  const kept: unknown[] = [];
  while (act === "hoard-heap") kept.push(Array.from({ length: 1000 }, (_, i) => ({ i })));
  while (act === "hoard-buffers") kept.push(new Uint8Array(1024 * 1024).fill(1));
  return { words: words?.toUpperCase(), bytes: new Uint8Array([1, 2]) };
});
