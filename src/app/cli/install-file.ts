// `giothong install FILE`: the first tree of a real installation, and the codes its people come in with.
import { migrate } from "../../platform/db/migrate.ts";
import { wallClock } from "../clock.ts";
import { MIGRATIONS } from "../start/resources.ts";
import { readText } from "./input.ts";
import { installTree } from "./install.ts";
import { withDatabase } from "./with-database.ts";
import { words } from "./words.ts";

/** Opens the first tree and prints its codes: to standard output, where they can be taken down or printed. */
export const installFrom = (file: string, say: (line: string) => void): Promise<void> =>
  withDatabase(say, async (pool) => {
    const text = await readText(file);
    await migrate(pool, MIGRATIONS, say);
    const { units, codes } = await installTree(pool, text, wallClock());
    say(words("cli.install-done", { units }));
    for (const { unit, role, code } of codes) {
      process.stdout.write(`${words("cli.install-code", { unit, role, code })}\n`);
    }
  });
