// Who is on a unit's list already, by search name: what rows of a file are compared with.
import type { Ctx } from "../../../platform/contract/context.ts";
import { searchKey } from "../../../platform/pure/text-vi.ts";
import { findOnList, type OnList } from "../../store/importing.ts";

/** People of the unit and below today who are called like one of `names`, by search key. */
export async function onListByKey(
  ctx: Ctx,
  unitId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly OnList[]>> {
  const searchKeys = [...new Set(names.map(searchKey))];
  const byKey = new Map<string, OnList[]>();
  for (const known of await findOnList(ctx.db, { unitId, day: ctx.today, searchKeys })) {
    byKey.set(known.searchKey, [...(byKey.get(known.searchKey) ?? []), known]);
  }
  return byKey;
}
