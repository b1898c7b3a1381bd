// Lets the server book and give back a few times while it writes down what it sends, and fills the table of values that
// the replay takes the place of those from.

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { digest } from "../../src/account/secrets.ts";
import { wallTimeIn } from "../../src/drive/rules/slots.ts";
import { formatDay } from "../../src/platform/pure/calendar.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { book, cancel, type Way } from "./acts.ts";
import { type Sample, type Script, scriptOf, valuesFor } from "./replay.ts";
import type { SentStatement } from "./server.ts";
import { Wire } from "./wire.ts";
import type { BookingWorld, Drive, Office } from "./world.ts";

/** Accounts and sessions by the office's unit: what the cookie stands for. */
export type Accounts = ReadonlyMap<string, { readonly accountId: string; readonly sessionId: string }>;

export async function accountsOf(pool: pg.Pool): Promise<Accounts> {
  const { rows } = await pool.query<{ unit_id: string; account_id: string; session_id: string }>(
    `select g.unit_id, g.account_id, s.id as session_id
     from account.grant g join account.session s on s.account_id = g.account_id where g.role = 'officer'`,
  );
  return new Map(rows.map((row) => [row.unit_id, { accountId: row.account_id, sessionId: row.session_id }]));
}

/** What stands fixed around one booking, under names that the script's values are found again by. */
function knownOf(
  accounts: Accounts,
  { office, drive, slotNo, personId }: { office: Office; drive: Drive; slotNo: number; personId: string },
): Record<string, string> {
  const slot = drive.slots[slotNo];
  const account = accounts.get(office.unitId);
  if (slot === undefined || account === undefined) throw new Error("no slot or no account");
  return {
    unitId: office.unitId,
    ...account,
    tokenHash: digest(office.token).toString("hex"),
    code: office.code,
    driveId: drive.id,
    day: drive.day,
    dayText: formatDay(drive.day),
    slotId: slot.id,
    startsAt: slot.startsAt,
    timeText: wallTimeIn(slot.startsAt),
    personId,
  };
}

const SAMPLES = 4;
/** Two answers that arrive at one moment may be gone on with in another order, so not every sample is like the first. */
const MOST_TRIED = 12;

/**
 * The script of one way, from what the server sent for a few bookings in different offices, drives and slots: those
 * that were first sent in the same order.
 */
export async function record(
  way: Way,
  port: number,
  world: BookingWorld,
  accounts: Accounts,
  recorder: { begin(): Promise<void>; end(): Promise<readonly SentStatement[]> },
): Promise<Script> {
  const wire = new Wire(port);
  const alike = new Map<string, Sample[]>();
  let samples: Sample[] = [];
  for (let n = 0; n <= MOST_TRIED && samples.length < SAMPLES; n++) {
    const office = world.offices[n];
    const drive = world.wide[n];
    const personId = way === "officer" ? office?.people[n] : newId();
    if (office === undefined || drive === undefined || personId === undefined)
      throw new Error("too small a world");
    const slotNo = (n + 1) % drive.slots.length;
    const slotId = drive.slots[slotNo]?.id ?? "";
    const bookingId = newId();
    await recorder.begin();
    const where = { office, drive, slotId, personId };
    const booked = await book(wire, way, where, bookingId);
    if (booked.as !== "done") throw new Error(`could not be booked: ${JSON.stringify(booked)}`);
    const given = await cancel(wire, way, { ...where, bookingId, token: booked.token });
    if (given.as !== "done") throw new Error(`could not be given back: ${JSON.stringify(given)}`);
    const statements = await recorder.end();
    const known = knownOf(accounts, { office, drive, slotNo, personId });
    // The first also opens connections and names its statements.
    if (n === 0) continue;
    const order = statements.map(({ text }) => text).join("\n");
    samples = [...(alike.get(order) ?? []), { statements, known }];
    alike.set(order, samples);
  }
  wire.close();
  if (samples.length < SAMPLES)
    throw new Error(
      `the server does not always send the same: ${alike.size} orders in ${MOST_TRIED} bookings`,
    );
  return scriptOf(samples);
}

/** Makes the table of values anew: `turns` for each connection, whose people nobody else books. */
export async function fillValues(
  pool: pg.Pool,
  way: Way,
  script: Script,
  world: BookingWorld,
  accounts: Accounts,
  { connections, turns }: { connections: number; turns: number },
): Promise<void> {
  await pool.query("create schema if not exists replay");
  await pool.query("drop table if exists replay.value");
  await pool.query(
    `create unlogged table replay.value (client integer, turn integer, ${script.columns.map((_, n) => `v${n} text`).join(", ")})`,
  );
  const lines = function* (): Generator<string> {
    for (let client = 0; client < connections; client++) {
      const offices = world.offices.filter((_, i) => i % connections === client);
      for (let turn = 1; turn <= turns; turn++) {
        const office = offices[turn % offices.length];
        const drive = world.wide[Math.floor(Math.random() * world.wide.length)];
        if (office === undefined || drive === undefined) throw new Error("too small a world");
        const slotNo = Math.floor(Math.random() * drive.slots.length);
        const personId = way === "officer" ? (office.people[turn % office.people.length] ?? "") : newId();
        const values = valuesFor(script, knownOf(accounts, { office, drive, slotNo, personId }));
        yield `${[client, turn, ...values.map(escaped)].join("\t")}\n`;
      }
    }
  };
  const connection = await pool.connect();
  try {
    await pipeline(Readable.from(lines()), connection.query(copyFrom("copy replay.value from stdin")));
  } finally {
    connection.release();
  }
  await pool.query("create unique index on replay.value (client, turn)");
  await pool.query("analyze replay.value");
}

const escaped = (value: string): string =>
  value.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
