// `giothong seed`: a synthetic country in an empty database, to see how the program carries its size.

import { migrate } from "../../platform/db/migrate.ts";
import { openPool } from "../../platform/db/pool.ts";
import { dayIn, isDay } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { wallClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { loginOf, type Office, PASSWORD } from "../seed/accounts.ts";
import type { Country } from "../seed/country.ts";
import { unitName } from "../seed/names.ts";
import { seedWords } from "../seed/problem.ts";
import { type Progress, seedCountry } from "../seed/run.ts";
import { SIZES, type Size } from "../seed/sizes.ts";
import { startDatabases } from "../start/databases.ts";
import { MIGRATIONS } from "../start/resources.ts";
import { BadInput } from "./problem.ts";

export interface SeedFlags {
  readonly size: string;
  readonly seed: string;
  readonly today?: string;
}

const MOST_SEED = 2 ** 31 - 1;

/** False where it was stopped. Throws `BadInput` for a flag that cannot be used, `SeedProblem` for a database that cannot be seeded. */
export async function runSeed(
  config: Config,
  flags: SeedFlags,
  { say, signal }: { say: (line: string) => void; signal: AbortSignal },
): Promise<boolean> {
  const size = SIZES.find((known): known is Size => known === flags.size);
  if (size === undefined) throw new BadInput(seedWords("seed.bad-size", { sizes: SIZES.join(", ") }));
  const seed = Number(flags.seed);
  if (!Number.isInteger(seed) || seed < 0 || seed > MOST_SEED)
    throw new BadInput(seedWords("seed.bad-seed", { most: MOST_SEED }));
  const machineDay = dayIn(wallClock());
  if (flags.today !== undefined && (!isDay(flags.today) || flags.today < "2010" || flags.today > machineDay))
    throw new BadInput(seedWords("seed.bad-today"));

  const began = Date.now();
  const databases = await startDatabases(config, say);
  const pool = openPool(databases.unionUrl, {
    max: 3,
    applicationName: "giothong seed",
    statementTimeoutMs: 0,
  });
  const bar = progressBar(process.stderr, began);
  try {
    await migrate(pool, MIGRATIONS, say);
    const { country, already, rows } = await seedCountry(pool, {
      size,
      seed,
      ...(flags.today !== undefined && { today: flags.today }),
      machineDay,
      now: () => Date.parse(wallClock()),
      signal,
      progress: bar.show,
    });
    bar.end();
    say(already ? seedWords("seed.already") : seedWords("seed.done", figures(country, rows, began)));
    say(seedWords("seed.sign-ins", { password: PASSWORD }));
    for (const [unit, office] of introduced(country))
      say(`  ${loginOf(country, unit, office)}  ${unitName(country, unit).shortName}`);
    say(seedWords("seed.next"));
    return true;
  } catch (error) {
    bar.end();
    if (!signal.aborted) throw error;
    say(seedWords("seed.stopped"));
    return false;
  } finally {
    await pool.end();
    await databases.stop();
  }
}

const figures = ({ units, counts, days }: Country, rows: number, began: number) => ({
  units: formatCount(units.count),
  people: formatCount(counts.people),
  rows: formatCount(rows),
  from: days.from,
  today: days.today,
  minutes: ((Date.now() - began) / 60_000).toFixed(1),
  // Kibibytes on every system.
  megabytes: formatCount(process.resourceUsage().maxRSS / 1024),
});

/** One of each kind of desk: the nation, up to three provinces, a commune, a grassroots union, a facility. */
function introduced({ provinces }: Country): readonly (readonly [unit: number, office: Office])[] {
  const [first] = provinces;
  if (first === undefined) return [];
  return [
    [0, "officer"],
    [0, "signatory"],
    [0, "administrator"],
    ...provinces.slice(0, 3).map(({ federations }) => [federations[0], "officer"] as const),
    [first.federations[0], "signatory"],
    [first.communes[0], "officer"],
    [first.grassroots[0], "officer"],
    [first.facility, "facility"],
  ];
}

const CELLS = 24;
/** Where nobody looks on, a line each so often. */
const LINE_MS = 15_000;
const DRAW_MS = 200;

/** A bar redrawn in its line at a terminal; lines elsewhere. */
function progressBar(out: NodeJS.WriteStream, began: number) {
  let drawnAt = 0;
  let drawn = false;
  return {
    show({ share, rows, doing }: Progress): void {
      const now = Date.now();
      if (now - drawnAt < (out.isTTY ? DRAW_MS : LINE_MS)) return;
      drawnAt = now;
      const left = share < 0.02 ? "" : minutes(((now - began) * (1 - share)) / share);
      const line = seedWords("seed.progress", {
        percent: Math.floor(share * 100),
        rows: formatCount(rows),
        doing: seedWords(`seed.step.${doing}`),
        left: left === "" ? "none" : left,
      });
      const full = Math.round(share * CELLS);
      const cells = `[${"#".repeat(full)}${"-".repeat(CELLS - full)}]`;
      out.write(out.isTTY ? `\r\u001b[K${cells} ${line}` : `${line}\n`);
      drawn = out.isTTY;
    },
    end(): void {
      if (drawn) out.write("\n");
      drawn = false;
    },
  };
}

const minutes = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
