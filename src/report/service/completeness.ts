// Who sends their reports, and when: by unit below, over a campaign or between two days, as of a day; also as Excel.
import { getCampaignFor } from "../../campaign/service.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { invalidInput } from "../../platform/contract/problem.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { type Day, endOf, formatDay } from "../../platform/pure/calendar.ts";
import { cutPage, readKey } from "../../platform/pure/page-key.ts";
import { searchKey } from "../../platform/pure/text-vi.ts";
import type { CellForm } from "../../platform/sheet/sheet.ts";
import { writeWorkbook, XLSX } from "../../platform/sheet/workbook.ts";
import { standingFor } from "../../unit/service/history.ts";
import { getUnitNode } from "../../unit/service.ts";
import { vi } from "../messages.vi.ts";
import type { CompletenessRow } from "../schema/period.ts";
import { type CompletenessRowStored, listCompleteness } from "../store/completeness.ts";
import type { Over } from "../store/lists.ts";

export interface AskedOver {
  readonly campaignId?: string | undefined;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly level: "direct" | "all";
  readonly asOf?: Day | undefined;
}

/** @throws invalid-input without a campaign and without both days; not-found for a campaign of others */
async function look(ctx: Ctx, unitId: string, asked: AskedOver) {
  const past = asked.asOf !== undefined && asked.asOf < ctx.today;
  const day = past && asked.asOf !== undefined ? asked.asOf : ctx.today;
  await ctx.allow({ unit: past ? await standingFor(ctx.db, unitId, ctx.today) : unitId });
  const unit = await getUnitNode(ctx.db, unitId, day);
  const at = { unitId, path: unit.path, day, end: endOf(day) };
  if (asked.campaignId !== undefined) {
    const campaign = await getCampaignFor(ctx.db, asked.campaignId, unitId, day);
    const over: Over = { ...at, campaignId: asked.campaignId };
    return { unit, day, over, words: campaign.name };
  }
  const { from, until } = asked;
  if (from === undefined || until === undefined || until < from)
    throw invalidInput("from", "campaign-or-days");
  const over: Over = { ...at, from, until };
  return {
    unit,
    day,
    over,
    words: t("report.sheet.span", { from: formatDay(from), until: formatDay(until) }),
  };
}

const t = translator(vi, "vi");

const rowOf = ({
  unitId,
  name,
  shortName,
  sortKey: _,
  ...counts
}: CompletenessRowStored): CompletenessRow => ({
  unit: { id: unitId, name, shortName },
  ...counts,
});

export async function pageCompleteness(
  ctx: Ctx,
  unitId: string,
  { after, limit, ...asked }: AskedOver & { after?: string | undefined; limit: number },
): Promise<{ asOf: Day; items: CompletenessRow[]; next: string | null }> {
  const { over, day } = await look(ctx, unitId, asked);
  const from = after === undefined ? undefined : readKey(after);
  const found = await listCompleteness(ctx.db, over, {
    direct: asked.level === "direct",
    after: from,
    limit: limit + 1,
  });
  const { items, next } = cutPage(found, limit, (row) => ({ by: row.sortKey, id: row.unitId }));
  return { asOf: day, items: items.map(rowOf), next };
}

const FIELDS = [
  ["report.sheet.owed", "owed"],
  ["report.sheet.sent", "sent"],
  ["report.sheet.on-time", "onTime"],
  ["report.sheet.days-late", "daysLate"],
  ["report.sheet.returned", "returned"],
] as const;

export async function exportCompleteness(ctx: Ctx, unitId: string, asked: AskedOver): Promise<FileAnswer> {
  const { over, day, unit, words } = await look(ctx, unitId, asked);
  const rows = (await listCompleteness(ctx.db, over, { direct: asked.level === "direct" })).map(rowOf);
  const count: CellForm = "count";
  const mark = ctx.demo ? t("report.sheet.demo") : "";
  const content = await writeWorkbook(
    [
      {
        name: t("report.sheet.name"),
        head: [
          t("report.sheet.title"),
          t("report.sheet.of", { unit: unit.name, over: words, day: formatDay(day) }),
          ...(ctx.demo ? [mark] : []),
        ],
        columns: [
          { title: t("report.sheet.unit"), form: "text", width: 40 },
          ...FIELDS.map(([title]) => ({ title: t(title), form: count, width: 12 })),
        ],
        rows: [
          ...rows.map((row) => [row.unit.name, ...FIELDS.map(([, key]) => row[key])]),
          [t("report.sheet.total"), ...FIELDS.map(([, key]) => rows.reduce((sum, row) => sum + row[key], 0))],
        ],
        total: true,
        foot: [],
      },
    ],
    mark,
    ctx.now,
  );
  const name = searchKey(unit.shortName || unit.name).replace(/[^a-z0-9]+/gu, "-");
  return { fileName: `nop-bao-cao-${day}-${name}.xlsx`, mediaType: XLSX, content };
}
