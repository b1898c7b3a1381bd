// Which units the addressees of a letter stand for. Writes nothing, and chooses nothing where the words are unclear.
import type { WriteCtx } from "../../../platform/contract/context.ts";
import { type Addressee, resolve } from "../../rules/addressees.ts";
import type { ResolvedAddressee } from "../../schema.ts";
import { listBelow } from "../../store/tree.ts";

/** Units below the asking one that each addressee stands for on `asOf`. */
export async function resolveAddressees(
  ctx: WriteCtx,
  unitId: string,
  addressees: readonly Addressee[],
  asOf: string,
): Promise<{ asOf: string; addressees: ResolvedAddressee[] }> {
  await ctx.allow({ unit: unitId });
  ctx.unchanged();
  const resolved = resolve(addressees, unitId, await listBelow(ctx.tx, unitId, asOf));
  return {
    asOf,
    addressees: resolved.map(({ units, ...line }) => ({
      ...line,
      units: units.map(({ id, name, shortName }) => ({ id, name, shortName })),
    })),
  };
}
