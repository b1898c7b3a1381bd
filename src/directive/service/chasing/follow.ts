// Following an order as of a moment, through all its letters: how far it got at each level, and who is late.
import type { Ctx } from "../../../platform/contract/context.ts";
import { invalidInput, notFound } from "../../../platform/contract/problem.ts";
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import type { Db } from "../../../platform/db/sql.ts";
import { dayIn, isDay } from "../../../platform/pure/calendar.ts";
import { cutPage, readKey } from "../../../platform/pure/page-key.ts";
import { UNIT_KINDS, type UnitKind } from "../../../unit/schema.ts";
import { getUnitNode, unitRefs } from "../../../unit/service.ts";
import { type LateRow, LateWhat, type LevelRow } from "../../schema/chasing.ts";
import { type AsOf, beganWithin, findFamily } from "../../store/chasing/held.ts";
import { countLevels, type LateKey, listLateRows } from "../../store/chasing/levels.ts";
import { getSeen } from "../read.ts";

export interface Followed extends AsOf {
  /** When the family's first letter was issued. */
  readonly issuedAt: string;
}

/**
 * What to follow for a unit that may see the letter: its whole family, in the tree of the day of `at`. A moment that
 * has not come is now. Throws not-found for a letter the unit may not see, a draft, and a unit that did not stand then.
 */
export async function follow(
  { db, now, today }: { readonly db: Db; readonly now: string; readonly today: string },
  unitId: string,
  directiveId: string,
  asked?: string,
): Promise<Followed> {
  await getSeen(db, directiveId, unitId, today);
  const family = await findFamily(db, directiveId);
  if (family?.issuedAt == null) throw notFound("directive");
  const wanted = asked === undefined ? now : new Date(asked).toISOString();
  const at = wanted < now ? wanted : now;
  const day = dayIn(at);
  const { id, path } = await getUnitNode(db, unitId, day);
  const { rootId, issuedAt } = family;
  const top = { id, path };
  const whole = await beganWithin(db, { unitId: family.unitId, top, day });
  return { rootId, issuedAt, at, day, top, latest: at >= now, whole };
}

/** A unit may have closed since: it is shown by its id alone, never left out. */
export const refIn = (refs: ReadonlyMap<string, UnitRef>, id: string): UnitRef =>
  refs.get(id) ?? { id, name: "", shortName: "" };

export async function viewLevels(
  ctx: Ctx,
  unitId: string,
  directiveId: string,
  at: string | undefined,
): Promise<{ at: string; levels: LevelRow[] }> {
  await ctx.allow({ unit: unitId });
  const asOf = await follow(ctx, unitId, directiveId, at);
  const levels = await countLevels(ctx.db, asOf);
  levels.sort((a, b) => UNIT_KINDS.indexOf(a.kind) - UNIT_KINDS.indexOf(b.kind));
  return { at: asOf.at, levels };
}

const KEY = /^\d{4}-\d{2}-\d{2}:[a-z-]+$/;

function lateKey(after: string | undefined): LateKey | undefined {
  if (after === undefined) return undefined;
  const key = readKey(after, KEY);
  const [dueOn = "", what] = key?.by.split(":") ?? [];
  const known = LateWhat.safeParse(what);
  if (key === undefined || !isDay(dueOn) || !known.success) throw invalidInput("after", "not-a-key");
  return { dueOn, what: known.data, unitId: key.id };
}

export interface LateQuery {
  readonly at?: string | undefined;
  readonly kind?: UnitKind | undefined;
  readonly what?: LateWhat | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export async function listLate(
  ctx: Ctx,
  unitId: string,
  directiveId: string,
  query: LateQuery,
): Promise<{ at: string; total: number; items: LateRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  const after = lateKey(query.after);
  const asOf = await follow(ctx, unitId, directiveId, query.at);
  const found = await listLateRows(ctx.db, asOf, {
    kind: query.kind,
    what: query.what,
    after,
    limit: query.limit + 1,
  });
  const { items, next } = cutPage(found.items, query.limit, ({ dueOn, what, unitId: id }) => ({
    by: `${dueOn}:${what}`,
    id,
  }));
  const refs = await unitRefs(
    ctx.db,
    items.map(({ fromUnitId }) => fromUnitId),
    asOf.day,
  );
  return {
    at: asOf.at,
    total: found.total,
    items: items.map(({ unitId: id, name, shortName, fromUnitId, ...late }) => ({
      unit: { id, name, shortName },
      from: refIn(refs, fromUnitId),
      kind: late.kind,
      what: late.what,
      directiveId: late.directiveId,
      dueOn: late.dueOn,
      daysLate: late.daysLate,
      remindedOn: late.remindedOn,
    })),
    next,
  };
}
