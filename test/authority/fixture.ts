// One thing of each kind at every unit, written straight into the tables: the matrix asks who may touch it.
import type { SigningScope } from "../../src/account/schema/offices.ts";
import { insertDelegation } from "../../src/account/store/delegations.ts";
import { insertGrant } from "../../src/account/store.ts";
import { execute, sql, type Tx, transaction } from "../../src/platform/db/sql.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { openUnit } from "../../src/unit/service.ts";
import { type CastName, TREE, TREE_FROM, type UnitName } from "../cast.ts";
import type { World } from "../world.ts";

export const UNION_UNITS = TREE.filter(({ side }) => side === "union").map(({ name }) => name);

export interface Fixture {
  readonly clinic: string;
  /** A drive hosted by each unit; `at` says whose facility it is. */
  readonly drives: ReadonlyMap<UnitName, string>;
  readonly clinicDrive: string;
  /** A submitted report of each unit. */
  readonly reports: ReadonlyMap<UnitName, string>;
}

/** What each signs for Tuấn, the signatory of the province. */
export const SIGNS_FOR_TUAN: Partial<Record<CastName, readonly SigningScope[]>> = {
  dao: ["letters"],
  mai: ["reports-submit", "reports-approve"],
};

/** The unit directly above. */
export const parentOf = (name: UnitName): UnitName | undefined =>
  TREE.find((unit) => unit.name === name)?.parent;

export async function makeFixture(world: World): Promise<Fixture> {
  const { units, now, pool } = world;
  const clinic = newId();
  const campaign = newId();
  const drives = new Map<UnitName, string>();
  const reports = new Map<UnitName, string>();
  const clinicDrive = newId();
  await transaction(pool, async (tx) => {
    await openUnit(tx, {
      id: clinic,
      side: "facility",
      kind: "facility",
      name: "Trung tâm Y tế huyện An",
      shortName: "TTYT An",
      notation: "TTYT",
      placeName: "An",
      from: TREE_FROM,
    });
    await execute(
      tx,
      sql`insert into campaign.campaign (id, unit_id, programme, name, year, period, unit_rule, created_at)
          values (${campaign}, ${units.province}, 'Mẫu', 'Mẫu 2021', 2021, daterange('2021-01-01', '2022-01-01'), 'bag', ${now})`,
    );
    for (const name of UNION_UNITS) {
      drives.set(name, await addDrive(tx, campaign, units[name], units.hospital, now));
    }
    await addDrive(tx, campaign, units.province, clinic, now, clinicDrive);
    for (const name of UNION_UNITS) {
      const report = newId();
      const parent = parentOf(name);
      await execute(
        tx,
        sql`insert into report.report (id, campaign_id, drive_id, unit_id, to_unit_id, state, version, created_at)
            values (${report}, ${campaign}, ${drives.get("province")}, ${units[name]},
                    ${parent === undefined ? null : units[parent]}, 'draft', 0, ${now})`,
      );
      reports.set(name, report);
    }
    await insertGrant(tx, {
      id: newId(),
      accountId: world.accountOf("khoa"),
      role: "desk",
      driveId: drives.get("a") as string,
      from: TREE_FROM,
      by: null,
    });
    for (const [who, scopes] of Object.entries(SIGNS_FOR_TUAN)) {
      await insertDelegation(tx, {
        id: newId(),
        unitId: units.province,
        by: world.accountOf("tuan"),
        to: world.accountOf(who as CastName),
        scopes,
        from: TREE_FROM,
        until: "2021-12-31",
        reason: "Đi công tác",
        now,
      });
    }
  });
  return { clinic, drives, clinicDrive, reports };
}

async function addDrive(tx: Tx, campaign: string, host: string, facility: string, now: string, id = newId()) {
  await execute(
    tx,
    sql`insert into drive.drive (id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state, created_at)
        values (${id}, ${campaign}, ${host}, ${facility}, 'Ngày mẫu', 'main', '2021-01-18', 'Nhà văn hóa', 'open', ${now})`,
  );
  return id;
}
