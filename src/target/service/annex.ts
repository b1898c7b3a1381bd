// Reading an annex table of targets, out of a letter the unit holds or pasted. Writes nothing.
import { viewDirective } from "../../directive/service/letters/view.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { matchRows, type ReadTable, readTable } from "../rules/annex.ts";
import type { AnnexView } from "../schema/annex.ts";
import type { TargetMeasure } from "../schema.ts";
import { enter } from "../service.ts";
import { listChildren, listTreeOf } from "../store/children.ts";
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
  const mine = new Set(children.map(({ id }) => id));
  const tree = await listTreeOf(ctx.db, leadingUnitId, ctx.today);
  const asked = rows.filter((row) => row.measure === null || row.measure === of.measure);
  const matched = matchRows(asked, { children, others: tree.filter(({ id }) => !mine.has(id)) });
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
