// Donation days of a journey, made and ended by requests where no window is needed, and counted one by one.
import type pg from "pg";
import { openPlaces } from "../../src/booking/contract.ts";
import { approveDrive, getPlan } from "../../src/drive/contract/plan.ts";
import { getDrive, planDrive } from "../../src/drive/contract.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { approveReport, openReport, submitReport } from "../../src/report/contract.ts";
import { closeDrive, recordSheet } from "../../src/turnout/contract.ts";
import type { Quiet } from "../stage.ts";
import type { Registrant } from "./donors.ts";

export interface Day {
  readonly id: string;
  readonly slots: readonly { readonly id: string }[];
}

export interface Plan {
  readonly name: string;
  readonly day: string;
  readonly place: string;
  /** Half hours from seven o'clock, ten places each. */
  readonly slots: number;
}

export interface Hands {
  readonly host: Quiet;
  readonly signatory: Quiet;
  readonly facility: Quiet;
}

const PER_SLOT = 10;

/** Planned by the host, approved by who signs for it, open. */
export async function openDay(
  { host, signatory, facility }: Hands,
  campaignId: string,
  { slots, ...plan }: Plan,
): Promise<Day> {
  const id = newId();
  const until = `${String(7 + Math.floor(slots / 2)).padStart(2, "0")}:${slots % 2 === 0 ? "00" : "30"}`;
  await host.ask(planDrive, {
    params: { unitId: host.unitId },
    body: {
      ...plan,
      id,
      campaignId,
      facilityId: facility.unitId,
      dayType: "main",
      sessions: [{ id: newId(), from: "07:00", until, slotMinutes: 30, perSlot: PER_SLOT }],
    },
  });
  const params = { driveId: id };
  const { planVersion } = await signatory.ask(getPlan, { params });
  await signatory.ask(approveDrive, { params, body: { planVersion } });
  await host.ask(openPlaces, { params });
  const found = await host.ask(getDrive, { params });
  return { id, slots: found.slots };
}

const FAMILIES = ["Lò", "Vàng", "Giàng", "Tẩn", "Nùng"];
const MIDDLES = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"];
const GIVEN = [
  "An",
  "Bình",
  "Chi",
  "Dương",
  "Giang",
  "Hà",
  "Hoa",
  "Khánh",
  "Lan",
  "Mai",
  "Nam",
  "Sơn",
  "Thảo",
  "Vân",
];

let made = 0;
/** A synthetic person, told by *Thử* in the name: no two share one. */
export function somebody(relation: Registrant["relation"] = "member"): Registrant {
  made++;
  const family = FAMILIES[made % FAMILIES.length];
  const middle = MIDDLES[Math.floor(made / GIVEN.length) % MIDDLES.length];
  return {
    fullName: `${family} Thử ${middle} ${GIVEN[made % GIVEN.length]}`,
    birth: [String(1 + (made % 28)), String(1 + (made % 12)), String(1975 + (made % 25))],
    sex: made % 2 === 0 ? "female" : "male",
    phone: `09${String(10_000_000 + made)}`,
    relation,
  };
}

/** A slot of the day that anybody may still take, the emptiest first. */
export async function freeSlot(pool: pg.Pool, { id }: Day): Promise<string> {
  const { rows } = await pool.query(
    `select slot_id from booking.seat where drive_id = $1 and booked + kept + walk_in < capacity
     order by booked + kept + walk_in, slot_id limit 1`,
    [id],
  );
  return rows[0]?.slot_id ?? "";
}

/** The slot of who registered last. */
export async function lastTaken(pool: pg.Pool, { id }: Day): Promise<string> {
  const { rows } = await pool.query(
    "select slot_id from booking.booking where drive_id = $1 order by created_at desc, id desc limit 1",
    [id],
  );
  return rows[0]?.slot_id ?? "";
}

/** What stands in the database, counted one by one. */
export async function recount(
  pool: pg.Pool,
  driveId: string,
): Promise<{ registered: number; donated: number; ml: number }> {
  const { rows } = await pool.query(
    `select (count(*) filter (where b.state = 'confirmed'))::int as registered,
            (count(*) filter (where o.volume_ml > 0))::int as donated, coalesce(sum(o.volume_ml), 0)::int as ml
     from booking.booking b left join turnout.outcome o on o.booking_id = b.id where b.drive_id = $1`,
    [driveId],
  );
  return rows[0];
}

const NONE = { ml250: 0, ml350: 0, ml450: 0 };

/** The facility's own counts agree with what was entered; half of those who gave nothing had come. */
export async function close(pool: pg.Pool, facility: Quiet, driveId: string): Promise<void> {
  const { rows } = await pool.query(
    `select (count(*) filter (where volume_ml = 250))::int as ml250, (count(*) filter (where volume_ml = 350))::int as ml350,
            (count(*) filter (where volume_ml = 450))::int as ml450, (count(*) filter (where volume_ml = 0))::int as rest
     from turnout.outcome where drive_id = $1`,
    [driveId],
  );
  const { rest, ...bags } = rows[0];
  await facility.ask(recordSheet, { params: { driveId }, body: { outside: NONE, bags } });
  await facility.ask(closeDrive, {
    params: { driveId },
    body: {
      salt: newId(),
      list: { stayed: Math.floor(rest / 2), absent: Math.ceil(rest / 2) },
      units: null,
      outside: null,
      handed: { certificates: null, gifts: null, travel: null, travelDong: null },
      explanations: [],
    },
  });
}

/** Makes the unit's report of a drive, sends it, and has it approved above. */
export async function reportUp(unit: Quiet, above: Quiet, driveId: string): Promise<void> {
  const { id: reportId } = await unit.ask(openReport, {
    params: { unitId: unit.unitId, driveId },
    body: { id: newId() },
  });
  await unit.ask(submitReport, { params: { reportId } });
  await above.ask(approveReport, { params: { reportId } });
}
