// Reading an annex table of targets, out of a letter the unit holds or pasted. Writes nothing.
import { wordsToFind } from "../../directive/rules/names.ts";
import { viewDirective } from "../../directive/service/letters/view.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { unionsNamed } from "../../unit/service/named.ts";
import { matchRows, type ReadTable, readTable } from "../rules/annex.ts";
import type { AnnexRow, AnnexView } from "../schema/annex.ts";
import type { TargetMeasure } from "../schema.ts";
import { enter } from "../service.ts";
import { listChildren } from "../store/children.ts";
import { findSplit, type Of } from "../store.ts";

const MEASURES = { "blood-units": "units", registrations: "registrations" } as const;

/** The letter's confirmed targets; its total is looked up in its words. */
export async function letterAnnex(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  { directiveId, measure }: { readonly directiveId: string; readonly measure: TargetMeasure },
): Promise<AnnexView> {
  const { unitId: leadingUnitId } = await enter(ctx, campaignId, unitId);
  const { title, letter, text } = await viewDirective(ctx, unitId, directiveId);
  const rows = letter.targets.flatMap(({ unit, value, measure: counted }) =>
    unit === undefined ? [] : [{ text: unit, value, measure: counted ? MEASURES[counted] : null }],
  );
  const table = { rows, stated: readTable(text, measure).stated };
  return viewOf(ctx, { campaignId, unitId, measure }, leadingUnitId, table, { directiveId, title });
}

export async function readAnnex(
  ctx: WriteCtx,
  unitId: string,
  campaignId: string,
  { text, measure }: { readonly text: string; readonly measure: TargetMeasure },
): Promise<AnnexView> {
  const { unitId: leadingUnitId } = await enter(ctx, campaignId, unitId);
  ctx.unchanged();
  return viewOf(ctx, { campaignId, unitId, measure }, leadingUnitId, readTable(text, measure), null);
}

const sumOf = (rows: readonly { readonly value: number }[]): number =>
  rows.reduce((total, { value }) => total + value, 0);

/** Who is none of `children` may stand elsewhere in the campaign's tree: looked up by the words of the row, not read whole. */
async function elsewhere(
  ctx: Ctx,
  leadingUnitId: string,
  rows: readonly AnnexRow[],
  children: readonly { readonly id: string }[],
): Promise<readonly AnnexRow[]> {
  const unknown = rows.filter(({ fate }) => fate === "unknown");
  const words = unknown.map(({ text }) => wordsToFind(text));
  const mine = new Set(children.map(({ id }) => id));
  const found = await unionsNamed(ctx.db, leadingUnitId, words, ctx.today);
  const others = found.filter(({ id }) => !mine.has(id));
  if (others.length === 0) return rows;
  const again = new Map(
    matchRows(unknown, { children: [], others }).map((row, nth) => [unknown[nth], row] as const),
  );
  return rows.map((row) => again.get(row) ?? row);
}

async function viewOf(
  ctx: Ctx,
  of: Of,
  leadingUnitId: string,
  { rows, stated }: ReadTable,
  source: AnnexView["source"],
): Promise<AnnexView> {
  const version = (await findSplit(ctx.db, of))?.version ?? 0;
  const look = { day: ctx.today, asOf: null };
  const children = (await listChildren(ctx.db, of, version, look)).map(({ unitId, name, shortName }) => ({
    id: unitId,
    name,
    shortName,
  }));
  const asked = rows.filter((row) => row.measure === null || row.measure === of.measure);
  const matched = await elsewhere(ctx, leadingUnitId, matchRows(asked, { children, others: [] }), children);
  const named = new Set(matched.map(({ unitId }) => unitId));
  const sum = sumOf(matched);
  return {
    measure: of.measure,
    source,
    rows: [...matched],
    otherMeasure: rows.length - asked.length,
    stated,
    sum,
    matchedSum: sumOf(matched.filter(({ fate }) => fate === "matched")),
    totalOk: stated === null ? null : stated === sum,
    missing: children.filter(({ id }) => !named.has(id)),
  };
}
