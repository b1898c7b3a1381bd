// Every version of a unit's split, newest first.
import type { Ctx } from "../../platform/contract/context.ts";
import type { Answer } from "../../platform/contract/contract.ts";
import { invalidInput } from "../../platform/contract/problem.ts";
import type { targetHistory } from "../contract/history.ts";
import type { TargetMeasure } from "../schema.ts";
import { enter } from "../service.ts";
import { listVersions } from "../store/history.ts";

export async function pageHistory(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  asked: { readonly measure: TargetMeasure; readonly after?: string | undefined; readonly limit: number },
): Promise<Answer<typeof targetHistory>> {
  await enter(ctx, campaignId, unitId);
  if (asked.after !== undefined && !/^\d{1,9}$/.test(asked.after)) throw invalidInput("after", "not-a-key");
  const before = asked.after === undefined ? null : Number(asked.after);
  const of = { campaignId, unitId, measure: asked.measure };
  const found = await listVersions(ctx.db, of, before, asked.limit + 1);
  const items = found.slice(0, asked.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ beforeTotal, beforeReserve, changes, ...version }) => ({
      ...version,
      before:
        beforeTotal === null || beforeReserve === null
          ? null
          : { total: beforeTotal, reserve: beforeReserve },
      changes: changes.map(({ id, name, shortName, was, becomes }) => ({
        unit: { id, name, shortName },
        was,
        becomes,
      })),
    })),
    next: found.length > items.length && last !== undefined ? String(last.version) : null,
  };
}
