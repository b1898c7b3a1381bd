// Which units the addressees of a letter stand for. Writes nothing, and chooses nothing where the words are unclear.
import type { WriteCtx } from "../../../platform/contract/context.ts";
import { invalidInput } from "../../../platform/contract/problem.ts";
import { type Addressee, groupsOf, kindsNamed, resolve } from "../../rules/addressees.ts";
import type { ResolvedAddressee } from "../../schema.ts";
import { listBelow } from "../../store/tree.ts";

/** As many as a draft may name one by one; of a group with more, the draft names the line. */
export const MOST_RECIPIENTS = 2000;

/** Units below the asking one that each addressee stands for on `asOf`; of a line with too many to be named, none. */
export async function resolveAddressees(
  ctx: WriteCtx,
  unitId: string,
  addressees: readonly Addressee[],
  asOf: string,
): Promise<{ asOf: string; addressees: ResolvedAddressee[] }> {
  await ctx.allow({ unit: unitId });
  ctx.unchanged();
  const below = await listBelow(ctx.tx, unitId, asOf, kindsNamed(addressees));
  const resolved = resolve(addressees, unitId, below);
  return {
    asOf,
    addressees: resolved.map(({ units, ...line }) => ({
      ...line,
      count: units.length,
      units: (units.length > MOST_RECIPIENTS ? [] : units).map(({ id, name, shortName }) => ({
        id,
        name,
        shortName,
      })),
    })),
  };
}

/** Every unit that these lines of the letter stand for on the day, each once, under the first line that names it. */
export async function unitsOfLines(
  ctx: WriteCtx,
  unitId: string,
  addressees: readonly Addressee[],
  texts: readonly string[],
  day: string,
): Promise<{ unitId: string; addressee: string }[]> {
  // All groups of the letter: central grassroots unions are told apart only where it names them.
  const grouped = addressees.filter((line) => groupsOf(line).length > 0);
  const unknown = texts.find((text) => !grouped.some((line) => line.text === text));
  if (unknown !== undefined) throw invalidInput("whole", "no-group");
  const below = await listBelow(ctx.tx, unitId, day, kindsNamed(grouped));
  const once = new Map<string, string>();
  for (const { text, units } of resolve(grouped, unitId, below))
    if (texts.includes(text)) for (const { id } of units) if (!once.has(id)) once.set(id, text);
  return [...once].map(([id, addressee]) => ({ unitId: id, addressee }));
}
