// The overview as an Excel file: rows, ranking, groupings, as of the day asked.
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { searchKey } from "../../platform/pure/text-vi.ts";
import {
  type Cell,
  type CellForm,
  fromHundredths,
  fromTenths,
  type SheetTable,
} from "../../platform/sheet/sheet.ts";
import { writeWorkbook, XLSX } from "../../platform/sheet/workbook.ts";
import { vi } from "../messages.vi.ts";
import { standingsOf } from "../rules/progress.ts";
import type { GroupingTotals, League, LeagueLevel, LeagueRow } from "../schema/league.ts";
import type { Overview, OverviewRow } from "../schema.ts";
import { viewOverview } from "../service.ts";
import { viewGroupings, viewLeague } from "./league.ts";

const t = translator(vi, "vi");
/** More units than any level of one union has. */
const ALL = 100_000;

/** @throws as the overview does */
export async function exportOverview(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  { asOf, level }: { asOf?: string | undefined; level: LeagueLevel },
): Promise<FileAnswer> {
  const overview = await viewOverview(ctx, unitId, campaignId, asOf);
  const league = await viewLeague(ctx, unitId, campaignId, { asOf, level, by: "rate", limit: ALL });
  const groupings = await viewGroupings(ctx, unitId, campaignId, asOf);
  const mark = ctx.demo ? t("dashboard.sheet.demo") : "";
  const head = [
    t("dashboard.sheet.title", { campaign: overview.campaign.name }),
    t("dashboard.sheet.of", { unit: overview.unit.name, day: formatDay(overview.asOf) }),
    ...(ctx.demo ? [mark] : []),
  ];
  const units = overview.campaign.unitRule === "bag" ? "count" : "decimal";
  const tables = [
    rowsTable(overview, head, units),
    leagueTable(league, head, units),
    ...(groupings.items.length > 0 ? [groupingsTable(groupings.items, head, units)] : []),
  ];
  const name = searchKey(overview.unit.shortName || overview.unit.name).replace(/[^a-z0-9]+/gu, "-");
  return {
    fileName: `toan-canh-${overview.asOf}-${name}.xlsx`,
    mediaType: XLSX,
    content: await writeWorkbook(tables, mark, ctx.now),
  };
}

/** A column and what stands in it of a row. */
type Field<Row> = readonly [title: keyof typeof vi, form: CellForm, width: number, of: (row: Row) => Cell];

function tableOf<Row>(
  name: string,
  head: readonly string[],
  fields: readonly Field<Row>[],
  rows: readonly Row[],
  { total, foot = [] }: { total?: readonly Cell[]; foot?: readonly string[] } = {},
): SheetTable {
  const body = rows.map((row) => fields.map(([, , , of]) => of(row)));
  return {
    name,
    head,
    columns: fields.map(([title, form, width]) => ({ title: t(title), form, width })),
    rows: total === undefined ? body : [...body, total],
    total: total !== undefined,
    foot,
  };
}

type Named = OverviewRow & { readonly label: string };

const percentOf = (row: Pick<OverviewRow, "totals" | "assigned" | "own">): Cell => {
  const { assigned, own } = standingsOf(row);
  return fromTenths((assigned ?? own)?.percentTenths ?? null);
};

function rowsTable(overview: Overview, head: readonly string[], units: CellForm): SheetTable {
  const fields: readonly Field<Named>[] = [
    ["dashboard.sheet.unit", "text", 36, (row) => row.label],
    ["dashboard.sheet.registered", "count", 11, (row) => row.totals.registered],
    ["dashboard.sheet.donated", "count", 11, (row) => row.totals.donated],
    ["dashboard.sheet.units", units, 11, (row) => fromHundredths(row.totals.unitsHundredths)],
    ["dashboard.sheet.ml", "count", 12, (row) => row.totals.ml],
    ["dashboard.sheet.assigned", "count", 11, (row) => row.assigned],
    ["dashboard.sheet.own", "count", 11, (row) => row.own],
    ["dashboard.sheet.percent", "percent", 11, percentOf],
    ["dashboard.sheet.due", "decimal", 12, (row) => fromHundredths(row.dueHundredths)],
    ["dashboard.sheet.pace", "text", 13, paceWord],
    [
      "dashboard.sheet.letters",
      "text",
      14,
      (row) => row.receipt && t(`dashboard.sheet.receipt.${row.receipt}`),
    ],
    ["dashboard.sheet.reports", "text", 24, reportWord],
  ];
  const named: Named[] = overview.children.map((row) => ({ ...row, label: row.unit.name }));
  if (overview.ownRow !== null) {
    const own = overview.ownRow;
    named.push({
      ...own,
      label: named.length === 0 ? own.unit.name : t("dashboard.sheet.direct", { unit: own.unit.name }),
    });
  }
  const { totals, assigned, own, pace } = overview;
  const total: Cell[] = [
    t("dashboard.sheet.total"),
    totals.registered,
    totals.donated,
    fromHundredths(totals.unitsHundredths),
    totals.ml,
    assigned,
    own,
    percentOf(overview),
    fromHundredths(pace?.dueHundredths ?? null),
    null,
    null,
    null,
  ];
  return tableOf(t("dashboard.sheet.rows"), head, fields, named, {
    total,
    ...(overview.moreChildren > 0 && {
      foot: [t("dashboard.sheet.more", { count: overview.moreChildren })],
    }),
  });
}

const paceWord = ({ dueHundredths, behind }: OverviewRow): Cell =>
  dueHundredths === null ? null : t(behind ? "dashboard.sheet.behind" : "dashboard.sheet.not-behind");

/** "chưa báo cáo" is a word, never a 0 in a column of figures. */
const reportWord = ({ reportsOwed: owed, reportsLate: late }: OverviewRow): Cell =>
  owed === null || late === null || owed === 0
    ? null
    : t(late > 0 ? "dashboard.sheet.reports-late" : "dashboard.sheet.reports-owed", { owed, late });

function leagueTable(league: League, head: readonly string[], units: CellForm): SheetTable {
  const above: Field<LeagueRow> = [
    "dashboard.sheet.parent",
    "text",
    26,
    ({ parent }) => parent?.shortName ?? null,
  ];
  const fields: readonly Field<LeagueRow>[] = [
    ["dashboard.sheet.place", "count", 7, ({ place }) => place],
    ["dashboard.sheet.unit", "text", 36, ({ unit }) => unit.name],
    ...(league.level === "grassroots" ? [above] : []),
    [
      "dashboard.sheet.members",
      "count",
      11,
      ({ members }) => (members === 0 ? t("dashboard.sheet.members-unknown") : members),
    ],
    ["dashboard.sheet.units", units, 11, (row) => fromHundredths(row.unitsHundredths)],
    ["dashboard.sheet.raw", "decimal", 14, ({ raw }) => fromHundredths(raw)],
    ["dashboard.sheet.adjusted", "decimal", 14, ({ adjusted }) => fromHundredths(adjusted)],
    ["dashboard.sheet.target", "count", 11, ({ target }) => target],
    ["dashboard.sheet.percent", "percent", 11, ({ percentTenths }) => fromTenths(percentTenths)],
    ["dashboard.sheet.last", "decimal", 13, ({ lastHundredths }) => fromHundredths(lastHundredths)],
    ["dashboard.sheet.change", "decimal", 16, ({ change }) => fromHundredths(change)],
  ];
  return tableOf(t("dashboard.sheet.league"), head, fields, league.items, {
    ...(league.tooWide && { foot: [t("dashboard.sheet.too-wide")] }),
  });
}

function groupingsTable(
  groupings: readonly GroupingTotals[],
  head: readonly string[],
  units: CellForm,
): SheetTable {
  const fields: readonly Field<GroupingTotals>[] = [
    ["dashboard.sheet.grouping", "text", 36, ({ name }) => name],
    ["dashboard.sheet.kind", "text", 14, ({ kind }) => t(`dashboard.sheet.kind.${kind}`)],
    ["dashboard.sheet.grouping-members", "count", 12, ({ members }) => members],
    ["dashboard.sheet.registered", "count", 11, ({ totals }) => totals.registered],
    ["dashboard.sheet.donated", "count", 11, ({ totals }) => totals.donated],
    ["dashboard.sheet.units", units, 11, ({ totals }) => fromHundredths(totals.unitsHundredths)],
    ["dashboard.sheet.assigned", "count", 11, ({ assigned }) => assigned],
  ];
  return tableOf(t("dashboard.sheet.groupings"), head, fields, groupings, {
    foot: [t("dashboard.sheet.not-in-tree")],
  });
}
