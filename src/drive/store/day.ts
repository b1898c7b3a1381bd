// SQL of what the host keeps for the day: the team, supplies, costs.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { SerialRange } from "../rules/serials.ts";
import type { CostEntry, CostLine } from "../schema/costs.ts";
import type { Movement, SupplyCategory } from "../schema/supplies.ts";
import type { TeamEntry, TeamMember } from "../schema/team.ts";

export const listTeam = (db: Db, driveId: string): Promise<TeamMember[]> =>
  rows(
    db,
    sql`select id, session_id, station, display_name, login is not null as has_desk
        from drive.team_member where drive_id = ${driveId} order by created_at, id`,
  );

/** Answers 0 when the id belongs to another drive. */
export const writeMember = (
  tx: Tx,
  one: TeamEntry & { readonly id: string; readonly driveId: string; readonly now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into drive.team_member (id, drive_id, session_id, station, display_name, login, created_at)
        values (${one.id}, ${one.driveId}, ${one.sessionId}, ${one.station}, ${one.displayName}, ${one.login}, ${one.now})
        on conflict (id) do update
          set session_id = excluded.session_id, station = excluded.station, display_name = excluded.display_name,
              login = excluded.login
          where team_member.drive_id = excluded.drive_id`,
  );

export const deleteMember = (tx: Tx, driveId: string, memberId: string): Promise<number> =>
  execute(tx, sql`delete from drive.team_member where id = ${memberId} and drive_id = ${driveId}`);

export interface SupplyRow {
  readonly id: string;
  readonly driveId: string;
  readonly category: SupplyCategory;
  readonly item: string;
  readonly movement: Movement;
  readonly quantity: number;
  readonly serials: SerialRange | null;
  readonly note: string;
  readonly at: string;
}

type SupplyFlat = Omit<SupplyRow, "serials"> & {
  readonly prefix: string | null;
  readonly digits: number;
  readonly first: number;
  readonly last: number;
};

const supply = sql`
  select id, drive_id, category, item, movement, quantity, prefix, coalesce(digits, 0) as digits,
         coalesce(lower(serials), 0) as first, coalesce(upper(serials), 1) - 1 as last, note, recorded_at as at
  from drive.supply`;

const asSupply = ({ prefix, digits, first, last, ...one }: SupplyFlat): SupplyRow => ({
  ...one,
  serials: prefix === null ? null : { prefix, digits, first, last },
});

/** In the order they were written down. */
export const listSupplies = async (db: Db, driveId: string): Promise<SupplyRow[]> =>
  (await rows<SupplyFlat>(db, sql`${supply} where drive_id = ${driveId} order by recorded_at, id`)).map(
    asSupply,
  );

export const findSupply = async (db: Db, supplyId: string): Promise<SupplyRow | undefined> => {
  const found = await row<SupplyFlat>(db, sql`${supply} where id = ${supplyId}`);
  return found && asSupply(found);
};

/** Answers 0 when a line of this id is already there. */
export const insertSupply = (tx: Tx, { serials, ...one }: SupplyRow): Promise<number> =>
  execute(
    tx,
    sql`insert into drive.supply (id, drive_id, category, item, movement, quantity, prefix, digits, serials, note, recorded_at)
        values (${one.id}, ${one.driveId}, ${one.category}, ${one.item}, ${one.movement}, ${one.quantity},
                ${serials?.prefix ?? null}, ${serials?.digits ?? null},
                ${serials === null ? null : `[${serials.first},${serials.last}]`}::int8range, ${one.note}, ${one.at})
        on conflict (id) do nothing`,
  );

export const deleteSupply = (tx: Tx, driveId: string, supplyId: string): Promise<number> =>
  execute(tx, sql`delete from drive.supply where id = ${supplyId} and drive_id = ${driveId}`);

export interface BalanceRow {
  readonly category: SupplyCategory;
  readonly item: string;
  readonly received: number;
  readonly issued: number;
  readonly spoiled: number;
  readonly returned: number;
}

export const listBalances = (db: Db, driveId: string): Promise<BalanceRow[]> =>
  rows(
    db,
    sql`select category, item, received, issued, spoiled, returned from drive.v_supply
        where drive_id = ${driveId} order by category, item`,
  );

/** In the order of sources as the field names them, then as they were written. */
export const listCosts = (db: Db, driveId: string): Promise<CostLine[]> =>
  rows(
    db,
    sql`select id, source, kind, item, planned_dong, actual_dong from drive.cost
        where drive_id = ${driveId}
        order by array_position(array['bcd', 'union', 'mobilised', 'blood-price'], source), id`,
  );

/** Answers 0 when the id belongs to another drive. */
export const writeCost = (
  tx: Tx,
  one: CostEntry & { readonly id: string; readonly driveId: string; readonly now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into drive.cost (id, drive_id, source, kind, item, planned_dong, actual_dong, changed_at)
        values (${one.id}, ${one.driveId}, ${one.source}, ${one.kind}, ${one.item}, ${one.plannedDong}, ${one.actualDong}, ${one.now})
        on conflict (id) do update
          set source = excluded.source, kind = excluded.kind, item = excluded.item,
              planned_dong = excluded.planned_dong, actual_dong = excluded.actual_dong, changed_at = excluded.changed_at
          where cost.drive_id = excluded.drive_id`,
  );

export const deleteCost = (tx: Tx, driveId: string, costId: string): Promise<number> =>
  execute(tx, sql`delete from drive.cost where id = ${costId} and drive_id = ${driveId}`);
