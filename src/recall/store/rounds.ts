// Rounds of invitations, their waves, and what stands of them.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { RoundEnd, RoundState } from "../schema.ts";
import { placedAt } from "./due.ts";

export interface RoundRow {
  readonly id: string;
  readonly driveId: string;
  readonly unitId: string;
  readonly wanted: number;
  readonly perWave: number;
  readonly state: RoundState;
  readonly reason: RoundEnd | null;
  readonly askedBy: string;
  readonly createdAt: string;
}

const COLUMNS = sql`id, drive_id, unit_id, wanted, per_wave, state, reason, asked_by, created_at`;

/** Waves of one drive go one after another, so that together they never propose more than is free. */
export const lockAsking = (tx: Tx, driveId: string): Promise<unknown> =>
  execute(tx, sql`select pg_advisory_xact_lock(hashtextextended('recall.drive ' || ${driveId}::text, 0))`);

export const findSetting = async (db: Db): Promise<unknown> =>
  (await row<{ value: unknown }>(db, sql`select value from platform.setting where name = 'recall.invite'`))
    ?.value;

/** 0 where the id is known or the unit has a round running at this drive. */
export const insertRound = (tx: Tx, round: Omit<RoundRow, "state" | "reason">): Promise<number> =>
  execute(
    tx,
    sql`insert into recall.round (id, drive_id, unit_id, wanted, per_wave, state, asked_by, created_at)
        values (${round.id}, ${round.driveId}, ${round.unitId}, ${round.wanted}, ${round.perWave}, 'running',
                ${round.askedBy}, ${round.createdAt})
        on conflict do nothing`,
  );

export const findRound = (db: Db, roundId: string): Promise<RoundRow | undefined> =>
  row(db, sql`select ${COLUMNS} from recall.round where id = ${roundId}`);

export const listRunning = (db: Db): Promise<RoundRow[]> =>
  rows(db, sql`select ${COLUMNS} from recall.round where state = 'running' order by id`);

/** Newest first. */
export const listOfUnit = (db: Db, driveId: string, unitId: string): Promise<RoundRow[]> =>
  rows(
    db,
    sql`select ${COLUMNS} from recall.round where drive_id = ${driveId} and unit_id = ${unitId}
        order by created_at desc, id desc limit 20`,
  );

export const endRound = (tx: Tx, roundId: string, reason: RoundEnd, now: string): Promise<number> =>
  execute(
    tx,
    sql`update recall.round set state = 'ended', reason = ${reason}, ended_at = ${now}
        where id = ${roundId} and state = 'running'`,
  );

export interface WaveRow {
  readonly roundId: string;
  readonly no: number;
  readonly at: string;
  readonly sent: number;
  /** Of these, with a place at the drive now. */
  readonly came: number;
}

export const listWaves = (db: Db, driveId: string, roundIds: readonly string[]): Promise<WaveRow[]> =>
  rows(
    db,
    sql`with placed as (${placedAt(driveId)})
        select w.round_id, w.no, w.at, count(i.id) as sent,
               count(i.id) filter (where me.one_id in (select one_id from placed)) as came
        from recall.wave w
        left join recall.invitation i on i.wave_id = w.id
        left join person.v_same me on me.person_id = i.person_id
        where w.round_id = any (${[...roundIds]}::uuid[])
        group by w.id order by w.round_id, w.no`,
  );

export const insertWave = (
  tx: Tx,
  wave: { id: string; roundId: string; no: number; at: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into recall.wave (id, round_id, no, at) values (${wave.id}, ${wave.roundId}, ${wave.no}, ${wave.at})`,
  );

export const deleteEmptyWave = (tx: Tx, waveId: string): Promise<number> =>
  execute(tx, sql`delete from recall.wave where id = ${waveId}`);

export interface NewInvitation {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly slotId: string;
  readonly byEmail: boolean;
  readonly hash: Buffer;
  readonly sealed: string;
}

/**
 * Writes the invitations of a wave. Whoever was asked by somebody else in the meantime is left out: the constraint
 * `invitation_rest` decides. Answers the ids that were written.
 */
export const insertInvitations = (
  tx: Tx,
  wave: { waveId: string; driveId: string; at: string; restFrom: string; restUntil: string },
  invitations: readonly NewInvitation[],
): Promise<{ id: string }[]> =>
  rows(
    tx,
    sql`insert into recall.invitation (id, wave_id, drive_id, person_id, unit_id, slot_id, at, rest, by_email, link_hash,
                                       link_sealed)
        select n.id, ${wave.waveId}, ${wave.driveId}, n.person_id, n.unit_id, n.slot_id, ${wave.at},
               daterange(${wave.restFrom}, ${wave.restUntil}), n.by_email, n.hash, n.sealed
        from unnest(${invitations.map(({ id }) => id)}::uuid[], ${invitations.map(({ personId }) => personId)}::uuid[],
                    ${invitations.map(({ unitId }) => unitId)}::uuid[], ${invitations.map(({ slotId }) => slotId)}::uuid[],
                    ${invitations.map(({ byEmail }) => byEmail)}::boolean[], ${invitations.map(({ hash }) => hash)}::bytea[],
                    ${invitations.map(({ sealed }) => sealed)}::text[])
             as n (id, person_id, unit_id, slot_id, by_email, hash, sealed)
        on conflict do nothing returning id`,
  );
