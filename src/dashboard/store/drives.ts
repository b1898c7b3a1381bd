// The campaign's drives as the overview needs them, added up: places by day, and where below a unit drives are near.
import { type Db, rows, sql } from "../../platform/db/sql.ts";
import type { Look } from "../store.ts";

/** Drives of one day whose result is in, or is not. */
export interface DriveDay {
  readonly day: string;
  readonly held: boolean;
  readonly drives: number;
  readonly places: number;
}

export interface Drives {
  /** By day. */
  readonly days: readonly DriveDay[];
  /**
   * Where drives are hosted in the tree of the day: by whoever stands directly below (its short number) or further down
   * there, or at the unit itself or above (""); true where one of them is to come.
   */
  readonly near: ReadonlyMap<string, boolean>;
}

/** A day of drives, or (`byBranch`) all of a branch, where day and held say nothing. */
interface DriveSums extends DriveDay {
  readonly branch: string | null;
  readonly byBranch: boolean;
  readonly coming: boolean;
}

/**
 * Drives that are not cancelled. Held: closed by the end of the day (`end`). Which drives there are is known as of now: a
 * drive keeps no history of its planning. Answers at most two rows a day and one a branch, however many drives there are.
 */
export async function sumDrives(db: Db, look: Look): Promise<Drives> {
  const found = await rows<DriveSums>(
    db,
    sql`with drives as materialized (
          select d.drive_id, d.host_unit_id, d.day, coalesce(d.closed_at < ${look.end}, false) as held
          from drive.v_drive d where d.campaign_id = ${look.campaignId} and d.state <> 'cancelled'),
        hosts as materialized (
          select h.host_unit_id,
                 case when starts_with(c.path, ${look.path}) then split_part(substr(c.path, length(${look.path}::text) + 1), '.', 1)
                      when starts_with(${look.path}, c.path) then '' end as branch
          from (select distinct host_unit_id from drives) h
          left join lateral (
            select c.path from unit.v_credit c
            where c.unit_id = h.host_unit_id and (c.valid @> ${look.day}::date) is true offset 0) c on true),
        placed as (
          select d.*, h.branch, s.places
          from drives d join hosts h on h.host_unit_id = d.host_unit_id
          cross join lateral (select sum(s.capacity) as places from drive.v_slot s where s.drive_id = d.drive_id offset 0) s)
        select d.day, d.held, d.branch, grouping(d.day) = 1 as by_branch, count(*)::int as drives,
               coalesce(sum(d.places), 0)::int as places, bool_or(not d.held) as coming
        from placed d
        group by grouping sets ((d.day, d.held), (d.branch))
        order by d.day, d.held desc`,
  );
  const near = new Map<string, boolean>();
  for (const { byBranch, branch, coming } of found) {
    if (byBranch && branch !== null) near.set(branch, coming);
  }
  return { days: found.filter(({ byBranch }) => !byBranch), near };
}
