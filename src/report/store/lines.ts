// The frozen lines of reports, written when a report is sent.
import { type Db, execute, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Figures } from "../schema.ts";

/** `before`: what the adjusted report said; `drive`: one drive of a period, named in the place of a unit. */
export type LineSource = "own" | "child" | "event" | "drive" | "own-before" | "child-before";

export interface LineRow {
  readonly unitId: string;
  readonly parentId: string | null;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly source: LineSource;
  readonly figures: Figures | null;
  readonly assigned: number | null;
  readonly ownTarget: number | null;
  /** Of a period: its drive, and how many reports of drives the line goes without. */
  readonly driveId?: string | null;
  readonly driveDay?: string | null;
  readonly lacking?: number;
}

export async function insertLines(
  tx: Tx,
  id: string,
  version: number,
  lines: readonly LineRow[],
): Promise<void> {
  if (lines.length === 0) return;
  // As one value: a period of a large province has more lines than a statement may have parameters.
  const values = lines.map((line, ordinal) => ({
    ordinal,
    unit_id: line.unitId,
    parent_id: line.parentId,
    unit_name: line.unitName,
    unit_short_name: line.unitShortName,
    source: line.source,
    reported: line.figures !== null,
    assigned: line.assigned,
    own_target: line.ownTarget,
    drive_id: line.driveId ?? null,
    lacking: line.lacking ?? 0,
    registered: line.figures?.registered ?? null,
    donated: line.figures?.donated ?? null,
    bags_250: line.figures?.bags250 ?? null,
    bags_350: line.figures?.bags350 ?? null,
    bags_450: line.figures?.bags450 ?? null,
    ml: line.figures?.ml ?? null,
    units_hundredths: line.figures?.unitsHundredths ?? null,
  }));
  await execute(
    tx,
    sql`insert into report.line (report_id, version, ordinal, unit_id, parent_id, unit_name, unit_short_name, source,
          reported, assigned, own_target, drive_id, lacking, registered, donated, bags_250, bags_350, bags_450, ml,
          units_hundredths)
        select ${id}::uuid, ${version}::int, n.* from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as n (
          ordinal int, unit_id uuid, parent_id uuid, unit_name text, unit_short_name text, source text,
          reported boolean, assigned int, own_target int, drive_id uuid, lacking int, registered int, donated int,
          bags_250 int, bags_350 int, bags_450 int, ml int, units_hundredths int)`,
  );
}

type StoredLine = Omit<LineRow, "figures"> & Figures & { readonly reported: boolean };

export async function listLines(db: Db, id: string, version: number): Promise<LineRow[]> {
  const found = await rows<StoredLine>(
    db,
    sql`select n.unit_id, n.parent_id, n.unit_name, n.unit_short_name, n.source, n.reported, n.assigned, n.own_target,
               n.drive_id, d.day as drive_day, n.lacking, n.registered, n.donated, n.bags_250, n.bags_350, n.bags_450, n.ml,
               n.units_hundredths
        from report.line n left join drive.v_drive d on d.drive_id = n.drive_id
        where n.report_id = ${id} and n.version = ${version} order by n.ordinal`,
  );
  return found.map(
    ({ reported, registered, donated, bags250, bags350, bags450, ml, unitsHundredths, ...line }) => ({
      ...line,
      figures: reported ? { registered, donated, bags250, bags350, bags450, ml, unitsHundredths } : null,
    }),
  );
}
