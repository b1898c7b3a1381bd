// SQL of the tree's truth: the part a decision speaks of, read into lives; lives written back as rows.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import {
  coverRows,
  coverStretches,
  type Heir,
  type Naming,
  type Tree,
  type UnitLife,
} from "../rules/timeline.ts";

interface Span {
  readonly unitId: string;
  readonly from: string;
  readonly until: string | null;
}
type UnitRow = Pick<UnitLife, "id" | "side" | "code" | "openedOn" | "closedOn">;

/**
 * These units, all above them on the eve of `day` and after, who stands below `withChildren` then, and whose heirs
 * those are. Ids that no unit bears are absent.
 */
export async function loadTree(
  db: Db,
  ids: readonly string[],
  withChildren: readonly string[],
  day: string,
): Promise<Tree> {
  const units = await rows<UnitRow>(
    db,
    sql`with recursive wanted (id) as (
          select x from unnest(${ids}::uuid[]) x
          union
          select e.child_id from unit.edge e
          where e.parent_id = any (${withChildren}::uuid[]) and e.valid && daterange(${day}::date - 1, null)
          union
          select h.unit_id from unit.heir h where h.heir_id = any (${withChildren}::uuid[])),
        closure (id) as (
          select id from wanted
          union
          -- "offset" keeps it a look-up for each: the planner takes so many for a reason to read every edge there is.
          select e.parent_id from closure c
          cross join lateral (select x.parent_id from unit.edge x
                              where x.child_id = c.id and x.valid && daterange(${day}::date - 1, null) offset 0) e)
        select u.id, u.side, u.code, u.opened_on, u.closed_on from unit.unit u
        where u.id in (select id from closure)`,
  );
  return livesOf(db, units);
}

/** Whole lives of these units and of no others. */
export async function loadLives(db: Db, ids: readonly string[]): Promise<Tree> {
  return livesOf(
    db,
    await rows<UnitRow>(
      db,
      sql`select id, side, code, opened_on, closed_on from unit.unit where id = any (${ids}::uuid[])`,
    ),
  );
}

async function livesOf(db: Db, units: readonly UnitRow[]): Promise<Tree> {
  const ids = units.map(({ id }) => id);
  const [namings, edges, heirs, covers] = [
    await rows<Span & Naming>(
      db,
      sql`select unit_id, lower(valid) as from, upper(valid) as until, kind, name, short_name, superior_name,
                 notation, place_name, sort_key, search_key, central
          from unit.naming where unit_id = any (${ids}::uuid[]) order by lower(valid)`,
    ),
    await rows<Span & { parentId: string }>(
      db,
      sql`select child_id as unit_id, parent_id, lower(valid) as from, upper(valid) as until
          from unit.edge where child_id = any (${ids}::uuid[]) order by lower(valid)`,
    ),
    await rows<Heir & { unitId: string }>(
      db,
      sql`select unit_id, heir_id, from_on, named from unit.heir where unit_id = any (${ids}::uuid[])`,
    ),
    await rows<Span & { areaId: string }>(
      db,
      sql`select unit_id, area_id, lower(valid) as from, upper(valid) as until
          from unit.cover where unit_id = any (${ids}::uuid[]) order by lower(valid), area_id`,
    ),
  ];
  const namingsOf = byUnit(namings);
  const edgesOf = byUnit(edges);
  const coversOf = byUnit(covers);
  const heirOf = new Map(heirs.map(({ unitId, ...heir }) => [unitId, heir]));
  return new Map(
    units.map((unit) => [
      unit.id,
      {
        ...unit,
        namings: (namingsOf.get(unit.id) ?? []).map(({ unitId: _unit, from, until, ...value }) => ({
          from,
          until,
          value,
        })),
        parents: (edgesOf.get(unit.id) ?? []).map(({ from, until, parentId }) => ({
          from,
          until,
          value: parentId,
        })),
        covers: coverStretches(coversOf.get(unit.id) ?? [], unit.openedOn, unit.closedOn),
        heir: heirOf.get(unit.id) ?? null,
      },
    ]),
  );
}

function byUnit<Row extends { readonly unitId: string }>(found: readonly Row[]): Map<string, Row[]> {
  const index = new Map<string, Row[]>();
  for (const one of found) {
    const known = index.get(one.unitId);
    if (known === undefined) index.set(one.unitId, [one]);
    else known.push(one);
  }
  return index;
}

/** Codes among these that some unit bears. */
export async function listTakenCodes(db: Db, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const found = await rows<{ code: string }>(
    db,
    sql`select code from unit.unit where code = any (${codes}::text[])`,
  );
  return new Set(found.map(({ code }) => code));
}

/** Who changes the tree waits for who is changing it: two decisions never see half of each other. */
export const lockTree = (tx: Tx): Promise<number> =>
  execute(tx, sql`select pg_advisory_xact_lock(hashtextextended('unit.tree', 0))`);

/** Makes the rows of these units such as their lives say; units that do not exist yet are opened. */
export async function writeLives(tx: Tx, lives: readonly UnitLife[]): Promise<void> {
  const ids = lives.map(({ id }) => id);
  await execute(
    tx,
    sql`insert into unit.unit (id, side, code, opened_on, closed_on)
        select r.id, r.side, r.code, r."openedOn", r."closedOn"
        from jsonb_to_recordset(${JSON.stringify(lives.map(unitRow))}::jsonb)
          as r (id uuid, side text, code text, "openedOn" date, "closedOn" date)
        on conflict (id) do update set closed_on = excluded.closed_on`,
  );
  for (const table of [
    sql`delete from unit.naming where unit_id = any (${ids}::uuid[])`,
    sql`delete from unit.edge where child_id = any (${ids}::uuid[])`,
    sql`delete from unit.heir where unit_id = any (${ids}::uuid[])`,
    sql`delete from unit.cover where unit_id = any (${ids}::uuid[])`,
  ]) {
    await execute(tx, table);
  }
  const namings = lives.flatMap(({ id, namings: all }) =>
    all.map(({ from, until, value }) => ({ ...value, id, from, until })),
  );
  await execute(
    tx,
    sql`insert into unit.naming (unit_id, kind, name, short_name, superior_name, notation, place_name,
                                 sort_key, search_key, central, valid)
        select r.id, r.kind, r.name, r."shortName", r."superiorName", r.notation, r."placeName",
               r."sortKey", r."searchKey", r.central, daterange(r.from, r.until)
        from jsonb_to_recordset(${JSON.stringify(namings)}::jsonb)
          as r (id uuid, kind text, name text, "shortName" text, "superiorName" text, notation text,
                "placeName" text, "sortKey" text, "searchKey" text, central boolean, "from" date, until date)`,
  );
  const edges = lives.flatMap(({ id, parents }) =>
    parents.map(({ from, until, value }) => ({ id, parentId: value, from, until })),
  );
  await execute(
    tx,
    sql`insert into unit.edge (child_id, parent_id, valid)
        select r.id, r."parentId", daterange(r.from, r.until)
        from jsonb_to_recordset(${JSON.stringify(edges)}::jsonb)
          as r (id uuid, "parentId" uuid, "from" date, until date)`,
  );
  const heirs = lives.flatMap(({ id, heir }) => (heir === null ? [] : [{ id, ...heir }]));
  await execute(
    tx,
    sql`insert into unit.heir (unit_id, heir_id, from_on, named)
        select r.id, r."heirId", r."fromOn", r.named
        from jsonb_to_recordset(${JSON.stringify(heirs)}::jsonb)
          as r (id uuid, "heirId" uuid, "fromOn" date, named boolean)`,
  );
  const covers = lives.flatMap(({ id, covers: all }) => coverRows(all).map((cover) => ({ id, ...cover })));
  await execute(
    tx,
    sql`insert into unit.cover (unit_id, area_id, valid)
        select r.id, r."areaId", daterange(r.from, r.until)
        from jsonb_to_recordset(${JSON.stringify(covers)}::jsonb)
          as r (id uuid, "areaId" uuid, "from" date, until date)`,
  );
}

const unitRow = ({ id, side, code, openedOn, closedOn }: UnitLife): UnitRow => ({
  id,
  side,
  code,
  openedOn,
  closedOn,
});

/** Takes opened units out again; refused by whoever refers to one. */
export async function deleteUnits(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const table of [
    sql`delete from unit.path where unit_id = any (${ids}::uuid[])`,
    sql`delete from unit.naming where unit_id = any (${ids}::uuid[])`,
    sql`delete from unit.edge where child_id = any (${ids}::uuid[])`,
    sql`delete from unit.heir where unit_id = any (${ids}::uuid[])`,
    sql`delete from unit.cover where unit_id = any (${ids}::uuid[])`,
    sql`delete from unit.unit where id = any (${ids}::uuid[])`,
  ]) {
    await execute(tx, table);
  }
}

/** Paths of these units and of all below them, made anew; refuses a tree with a hole (`tree_whole`). */
export const rebuildPaths = (tx: Tx, ids: readonly string[]): Promise<number> =>
  execute(tx, sql`select unit.rebuild_paths(${ids}::uuid[])`);

/** The unit that answers for this one on `day`: itself while it stands, its heir after; undefined: neither. */
export const findStanding = (db: Db, unitId: string, day: string) =>
  row<{ creditUnitId: string }>(
    db,
    sql`select credit_unit_id from unit.path where unit_id = ${unitId} and valid @> ${day}::date`,
  );

/** How many units stand below each of these on `day`, leaving out `except`. */
export async function countBelow(
  db: Db,
  ids: readonly string[],
  except: readonly string[],
  day: string,
): Promise<Map<string, number>> {
  const found = await rows<{ unitId: string; below: number }>(
    db,
    sql`select asked.unit_id, b.below
        from unnest(${ids}::uuid[]) as asked (unit_id)
        cross join lateral (select p.path from unit.path p
                            where p.unit_id = asked.unit_id and p.standing and p.valid @> ${day}::date offset 0) m
        -- From the unit's own path to where the next sibling's could begin: a range the index knows, unlike a pattern.
        cross join lateral (select count(*) as below from unit.path b
                            where b.path ~>~ m.path and b.path ~<~ (rtrim(m.path, '.') || '/')
                              and b.standing and b.valid @> ${day}::date and b.unit_id <> all (${except}::uuid[])) b
        where b.below > 0`,
  );
  return new Map(found.map(({ unitId, below }) => [unitId, below]));
}

/** Units whose heir this one is, in the order they ended. */
export async function listPredecessors(db: Db, unitId: string): Promise<string[]> {
  const found = await rows<{ unitId: string }>(
    db,
    sql`select unit_id from unit.heir where heir_id = ${unitId} order by from_on, unit_id`,
  );
  return found.map((one) => one.unitId);
}

/** Communes and wards a unit covers on a day. */
export const listAreasOf = (db: Db, unitId: string, day: string) =>
  rows<{ id: string; name: string; shortName: string; code: string | null }>(
    db,
    sql`select u.unit_id as id, u.name, u.short_name, u.code from unit.cover c
        join unit.v_unit u on u.unit_id = c.area_id and u.valid @> ${day}::date
        where c.unit_id = ${unitId} and c.valid @> ${day}::date order by u.sort_key, u.unit_id`,
  );

/** Communes and wards of a day whose name contains the words' key, or whose code begins with it; at most 100. */
export const searchAreas = (db: Db, key: string, day: string) =>
  rows<{ id: string; name: string; shortName: string; code: string | null }>(
    db,
    sql`select unit_id as id, name, short_name, code from unit.v_unit
        where side = 'commune' and valid @> ${day}::date
          and (strpos(search_key, ${key}) > 0 or starts_with(code, ${key}))
        order by sort_key, unit_id limit 100`,
  );
