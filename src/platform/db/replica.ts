// A standby that overviews may be read from, and how old what it shows is: measured by the places in the write-ahead log,
// which need no second clock and no writing, and by which a primary where nothing happens is not taken for a stale copy.
import { isLost } from "./away.ts";
import { openPool } from "./pool.ts";
import { type Db, reader, row, sql } from "./sql.ts";

export interface ReplicaOptions {
  /** The primary's address, or that of several servers. */
  readonly primaryUrl: string;
  readonly replicaUrl: string;
  /** Further behind than this, it is not read from. */
  readonly mostSeconds: number;
  /** Told when it begins or ceases to be read from, each time once; also when it is not there at the start. */
  readonly onChange?: (used: boolean) => void;
}

/** What may be read from the standby at this moment. */
export interface Recent {
  readonly db: Db;
  /** It shows everything acknowledged before this instant, ms since 1970. */
  readonly asOf: number;
}

export interface Replica {
  readonly mostSeconds: number;
  /** The standby, if it is fresh enough and shows what happened before `notBefore` (ms since 1970); else undefined. */
  at(notBefore: number): Recent | undefined;
  /** Reading from it went wrong: not to be read from until it has answered again. */
  failed(error: unknown): void;
  /** How far behind it is; undefined while that is not known. */
  ageSeconds(): number | undefined;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
const MOST_SAMPLES = 4_000;
const CONNECTIONS = 10;
const LOOKS_TO_BEGIN = 3;

interface Sample {
  readonly at: number;
  readonly place: number;
}

/** Follows a standby: asks both servers each second where they are. Throws nothing; a standby that is away is not used. */
export function followReplica(options: ReplicaOptions): Replica {
  const { mostSeconds, onChange = () => undefined } = options;
  // A connection of its own: the question must not wait behind the crowd it is meant to relieve.
  const primary = openPool(options.primaryUrl, {
    max: 1,
    applicationName: "giothong replica look",
    statementTimeoutMs: 5_000,
    patienceMs: 0,
  });
  const standby = openPool(options.replicaUrl, {
    max: CONNECTIONS,
    applicationName: "giothong recent",
    patienceMs: 0,
    wants: "any",
  });
  const onPrimary = reader(primary);
  const onStandby = reader(standby);
  let samples: Sample[] = [];
  let asOf: number | undefined;
  let down = true;
  let used: boolean | undefined;
  let looks = 0;
  let stopped = false;
  let wake: (() => void) | undefined;

  const at = (notBefore: number): Recent | undefined => {
    if (down || asOf === undefined || asOf < notBefore) return undefined;
    return asOf >= Date.now() - mostSeconds * 1000 ? { db: onStandby, asOf } : undefined;
  };
  const tellChange = (): void => {
    const now = at(0) !== undefined;
    // At the start it is given a moment before anybody is told that it is not there.
    if (now === used || (used === undefined && !now && looks < LOOKS_TO_BEGIN)) return;
    used = now;
    onChange(now);
  };

  async function look(): Promise<void> {
    const now = Date.now();
    const head = await row<{ place: number }>(
      onPrimary,
      sql`select pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0') as place`,
    );
    if (head === undefined) return;
    // Another primary, which has not seen all that the one before had: nothing known before holds.
    if (head.place < (samples.at(-1)?.place ?? 0)) {
      samples = [];
      asOf = undefined;
    }
    samples.push({ at: now, place: head.place });
    if (samples.length > MOST_SAMPLES) samples.shift();
  }

  async function compare(): Promise<void> {
    const found = await row<{ standby: boolean; place: number | null }>(
      onStandby,
      sql`select pg_is_in_recovery() as standby, pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0') as place`,
    );
    // One that was promoted is no copy of anything.
    down = found?.standby !== true || found.place === null;
    if (down) asOf = undefined;
    const place = found?.place ?? 0;
    const reached = samples.findLastIndex((sample) => sample.place <= place);
    const sample = samples[reached];
    if (down || sample === undefined) return;
    asOf = Math.max(asOf ?? 0, sample.at);
    // The newest one reached stays: it tells when the primary goes back.
    samples = samples.slice(reached);
  }

  const loop = (async () => {
    while (!stopped) {
      await look().catch(() => undefined);
      await compare().catch(() => {
        down = true;
      });
      looks++;
      tellChange();
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, LOOK_EVERY_MS).unref();
      });
    }
  })();

  return {
    mostSeconds,
    at,
    failed(error) {
      if (isLost(error)) down = true;
      tellChange();
    },
    ageSeconds: () => (down || asOf === undefined ? undefined : Math.max(0, (Date.now() - asOf) / 1000)),
    async stop() {
      stopped = true;
      wake?.();
      await loop;
      await Promise.all([primary.end(), standby.end()]);
    },
  };
}
