// Chains the audit trail: each block's hash covers its rows and the block before; the newest hash is also kept
// outside the database, so that rows taken out, before or after sealing, are missed.
import { createHash } from "node:crypto";
import { appendFile, readFile } from "node:fs/promises";
import type pg from "pg";
import { type Db, execute, reader, row, rows, sql, transaction } from "../db/sql.ts";

const FIRST_HASH = "0".repeat(64);
const ROWS_PER_BLOCK = 5000;
const SEALER_LOCK = 4_160_010;

interface EntryRow {
  readonly no: number;
  readonly id: string;
  readonly at: string;
  readonly operation: string;
  readonly actor: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly unitId: string | null;
  readonly detail: string;
}

interface BlockRow {
  readonly no: number;
  readonly entries: number;
  readonly previousHash: string;
  readonly hash: string;
}

const entryColumns = sql`no, id, at, operation, actor, subject_kind, subject_id, unit_id, detail::text as detail`;

/** The hash of a block over the hash before it and its rows in order of number. */
export function hashOf(previousHash: string, entries: readonly EntryRow[]): string {
  const hash = createHash("sha256").update(previousHash);
  for (const entry of entries) {
    hash.update(
      JSON.stringify([
        entry.no,
        entry.id,
        entry.at,
        entry.operation,
        entry.actor,
        entry.subjectKind,
        entry.subjectId,
        entry.unitId,
        entry.detail,
      ]),
    );
  }
  return hash.digest("hex");
}

/** Seals what is unsealed into one block and anchors it; answers how many rows. */
export async function sealOnce(pool: pg.Pool, anchorFile: string, now: string): Promise<number> {
  const sealed = await seal(pool, now);
  if (sealed === undefined) return 0;
  await anchor(anchorFile, sealed);
  return sealed.entries;
}

/** One sealer at a time, of however many programs work on this database; whoever comes second has nothing to do. */
const seal = (pool: pg.Pool, now: string): Promise<BlockRow | undefined> =>
  transaction(pool, async (tx) => {
    const mine = await row<{ got: boolean }>(
      tx,
      sql`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as got`,
    );
    if (mine?.got !== true) return undefined;
    const entries = await rows<EntryRow>(
      tx,
      sql`select ${entryColumns} from platform.audit_entry where block_no is null order by no limit ${ROWS_PER_BLOCK}`,
    );
    if (entries.length === 0) return undefined;
    const last = await row<BlockRow>(
      tx,
      sql`select no, entries, previous_hash, hash from platform.audit_block order by no desc limit 1`,
    );
    const block: BlockRow = {
      no: (last?.no ?? 0) + 1,
      entries: entries.length,
      previousHash: last?.hash ?? FIRST_HASH,
      hash: hashOf(last?.hash ?? FIRST_HASH, entries),
    };
    await execute(
      tx,
      sql`insert into platform.audit_block (no, entries, previous_hash, hash, sealed_at)
          values (${block.no}, ${block.entries}, ${block.previousHash}, ${block.hash}, ${now})`,
    );
    await execute(
      tx,
      sql`update platform.audit_entry set block_no = ${block.no} where no = any (${entries.map(({ no }) => no)}::bigint[])`,
    );
    return block;
  });

export type AuditFault =
  | { readonly code: "block-broken"; readonly block: number }
  | { readonly code: "rows-missing"; readonly expected: number; readonly found: number }
  | { readonly code: "anchor-differs"; readonly block: number };

/** Checks every block, the count of rows ever written, and the anchors outside. Empty: the trail is whole. */
export async function verifyAudit(pool: pg.Pool, anchorFile: string): Promise<AuditFault[]> {
  const db = reader(pool);
  const faults: AuditFault[] = [];
  const hashes = new Map<number, string>();
  let previous = FIRST_HASH;
  for (let from = 0; ; ) {
    const block = await row<BlockRow>(
      db,
      sql`select no, entries, previous_hash, hash from platform.audit_block where no > ${from} order by no limit 1`,
    );
    if (block === undefined) break;
    const entries = await rows<EntryRow>(
      db,
      sql`select ${entryColumns} from platform.audit_entry where block_no = ${block.no} order by no`,
    );
    const whole =
      block.no === from + 1 &&
      block.previousHash === previous &&
      block.entries === entries.length &&
      block.hash === hashOf(previous, entries);
    if (!whole) faults.push({ code: "block-broken", block: block.no });
    hashes.set(block.no, block.hash);
    previous = block.hash;
    from = block.no;
  }
  return [...faults, ...(await missingRows(db)), ...(await differingAnchors(anchorFile, hashes))];
}

async function missingRows(db: Db): Promise<AuditFault[]> {
  const counted = await row<{ expected: number; found: number }>(
    db,
    sql`select (select coalesce(sum(entries), 0) from platform.audit_count) as expected,
               (select count(*) from platform.audit_entry) as found`,
  );
  if (counted === undefined || counted.expected === counted.found) return [];
  return [{ code: "rows-missing", expected: counted.expected, found: counted.found }];
}

async function readAnchors(anchorFile: string): Promise<{ no: number; hash: string }[]> {
  const text = await readFile(anchorFile, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { no: number; hash: string });
}

async function differingAnchors(
  anchorFile: string,
  hashes: ReadonlyMap<number, string>,
): Promise<AuditFault[]> {
  const anchors = await readAnchors(anchorFile);
  return anchors
    .filter(({ no, hash }) => hashes.get(no) !== hash)
    .map(({ no }) => ({ code: "anchor-differs", block: no }));
}

/**
 * Writes the heads after `known` (the last in the file, if not told) into the anchor file, in order: also those that
 * another machine has sealed, and those that a crash or an unwritable folder kept from it. Answers the last one's number.
 */
export async function anchorMissing(pool: pg.Pool, anchorFile: string, known?: number): Promise<number> {
  const anchored = known ?? (await readAnchors(anchorFile)).at(-1)?.no ?? 0;
  const missing = await rows<{ no: number; hash: string }>(
    reader(pool),
    sql`select no, hash from platform.audit_block where no > ${anchored} order by no`,
  );
  for (const head of missing) await anchor(anchorFile, head);
  return missing.at(-1)?.no ?? anchored;
}

const anchor = (anchorFile: string, { no, hash }: { no: number; hash: string }): Promise<void> =>
  appendFile(anchorFile, `${JSON.stringify({ no, hash })}\n`, { mode: 0o600 });

/** Seals each second until stopped. A failure is told once per outage and tried again. */
export function startSealer(
  pool: pg.Pool,
  anchorFile: string,
  clock: () => string,
  onFailure: (error: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false;
  let failing = false;
  let anchored: number | undefined;
  let wake: (() => void) | undefined;
  const loop = (async () => {
    while (!stopped) {
      try {
        await seal(pool, clock());
        anchored = await anchorMissing(pool, anchorFile, anchored);
        failing = false;
      } catch (error) {
        anchored = undefined; // the file is asked how far it came
        if (!failing) onFailure(error);
        failing = true;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 1000).unref();
      });
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake?.();
      await loop;
    },
  };
}
