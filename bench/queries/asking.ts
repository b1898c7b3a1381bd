// Asks every GET endpoint as somebody who may, at every place, and keeps what each request sent to the database.
import type pg from "pg";
import { pino } from "pino";
import { digest } from "../../src/account/secrets.ts";
import { principalOf } from "../../src/account/service.ts";
import { CONSTRAINTS, ROUTES } from "../../src/app/capabilities.ts";
import type { Clock } from "../../src/app/clock.ts";
import { translate } from "../../src/app/messages.ts";
import { POLICY } from "../../src/app/policy.ts";
import type { Grant } from "../../src/platform/contract/authority.ts";
import type { Principal } from "../../src/platform/contract/context.ts";
import type { AnyContract } from "../../src/platform/contract/contract.ts";
import { createServer } from "../../src/platform/http/server.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { ancestorsOf } from "../../src/unit/service.ts";
import { type Ask, asksOf, SECRET } from "./asks.ts";
import { NOT_ASKED, UNBOUNDED } from "./exceptions.ts";
import { type Heard, listenTo } from "./listening.ts";
import { findKnown, type Ground } from "./places.ts";

export interface Statement extends Heard {
  readonly operation: string;
  readonly times: number;
}

/** More rows than this no screen shows. */
const MOST_ROWS = 500;
const MOST_STATEMENTS = 40;
/** A wider page may have to look on in a few more places; what is not to be is one more for each row. */
const MORE_STATEMENTS = 6;
/** Pages followed from the first one on. */
const MOST_PAGES = 4;

export type Say = (line?: string) => void;
export type Server = Awaited<ReturnType<typeof createServer>>;

/** A server that takes everybody for an officer, signatory and administrator of `place.unitId`, and a facility. */
export function serverFor(
  pool: pg.Pool,
  clock: Clock,
  place: { unitId: string; facilityId: string; accountId: string },
) {
  return createServer({
    host: {
      pool,
      policy: POLICY,
      now: clock,
      // What signing in reads is read, and answered with the offices of this place.
      principalOf: async (db, token, now, today): Promise<Principal> => {
        await principalOf(db, token ?? "nobody", now, today);
        const at = (role: string, placeId: string): Grant => ({
          role,
          place: "unit",
          placeId,
          from: "1900-01-01",
        });
        const roles = ["officer", "deputy", "signatory", "administrator"];
        const grants = [...roles.map((role) => at(role, place.unitId)), at("facility", place.facilityId)];
        return { kind: "account", accountId: place.accountId, sessionId: newId(), grants };
      },
      ancestorsOf,
      enqueue: async () => undefined,
      constraints: CONSTRAINTS,
      publicUrl: "http://giothong.test",
      demo: false,
      log: pino({ level: "silent" }),
    },
    routes: ROUTES,
    translate,
    version: "bench",
  });
}

export const urlOf = (contract: AnyContract, { params, query }: Ask): string => {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const said = new URLSearchParams(query).toString();
  return said === "" ? path : `${path}?${said}`;
};

interface Line {
  readonly times: number[];
  asked: number;
  answered: number;
  statements: number;
  last: number;
  readonly lacking: Set<string>;
}

export async function askAll(
  pool: pg.Pool,
  clock: Clock,
  ground: Ground,
  { only, say }: { only: string; say: Say },
): Promise<{ failures: string[]; statements: Map<string, Statement> }> {
  const contracts = ROUTES.map(({ contract }) => contract).filter(
    ({ method, id }) => method === "GET" && id.startsWith(only),
  );
  const found = await Promise.all(ground.places.map(({ unitId }) => findKnown(pool, ground, unitId)));
  const accountId = (await pool.query("select account_id from account.grant where drive_id is null limit 1"))
    .rows[0]?.account_id as string;
  const listener = listenTo(pool);
  await stored(pool, listener.inPlaceOf);
  listener.take();
  const statements = new Map<string, Statement>();
  const lines = new Map<string, Line>();
  const failures: string[] = [];
  for (const [i, { unitId, name }] of ground.places.entries()) {
    const known = found[i];
    if (known === undefined) continue;
    const server = await serverFor(pool, clock, { unitId, facilityId: ground.facilityId, accountId });
    for (const contract of contracts) {
      const line = lines.get(contract.id) ?? {
        times: [],
        asked: 0,
        answered: 0,
        statements: 0,
        last: 0,
        lacking: new Set(),
      };
      lines.set(contract.id, line);
      const { asks, lacking } = asksOf(contract, ground, known);
      if (lacking !== undefined) line.lacking.add(lacking);
      // By page size: the same number of statements is to bring ten rows and two hundred.
      const counts = new Map<string, number[]>();
      for (const ask of asks) {
        let next: Ask | undefined = ask;
        for (let page = 0; next !== undefined && page < MOST_PAGES; page++) {
          const began = performance.now();
          const answer: Awaited<ReturnType<Server["inject"]>> = await server.inject({
            method: "GET",
            url: urlOf(contract, next),
            remoteAddress: `127.1.${i}.${1 + (line.asked % 250)}`,
          });
          line.times.push(performance.now() - began);
          line.asked++;
          line.last = answer.statusCode;
          const heard = listener.take();
          const at = `${contract.id} at ${name} ${JSON.stringify(next.query)}`;
          if (answer.statusCode < 400) line.answered++;
          else if (answer.statusCode >= 500 || answer.statusCode === 400)
            failures.push(`${at}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
          line.statements = Math.max(line.statements, heard.length);
          if (heard.length > MOST_STATEMENTS)
            failures.push(`${at}: ${heard.length} statements for one request`);
          for (const one of heard) {
            if (one.rows > MOST_ROWS && UNBOUNDED[contract.id] === undefined)
              failures.push(`${at}: ${one.rows} rows for ${shortText(one.text)}`);
            const before = statements.get(one.text);
            const times = (before?.times ?? 0) + 1;
            statements.set(
              one.text,
              before !== undefined && before.ms >= one.ms
                ? { ...before, times }
                : { ...one, operation: contract.id, times },
            );
          }
          if (page === 0 && answer.statusCode === 200 && next.query.limit !== undefined) {
            const { limit, ...rest } = next.query;
            const key = JSON.stringify(rest);
            counts.set(key, [...(counts.get(key) ?? []), heard.length]);
          }
          const key: string | null = json(answer)?.next ?? null;
          next = key === null ? undefined : { params: ask.params, query: { ...ask.query, after: key } };
        }
      }
      for (const [query, [few = 0, many = 0]] of counts)
        if (many > few + MORE_STATEMENTS)
          failures.push(`${contract.id} at ${name} ${query}: ${few} statements for 10 rows, ${many} for 200`);
    }
    await server.close();
  }
  say(`\n${"operation".padEnd(30)} asked answered statements  p50 ms  p95 ms`);
  for (const [id, line] of lines) {
    if (line.answered === 0 && NOT_ASKED[id] === undefined)
      failures.push(
        `${id}: ${line.asked === 0 ? `not asked: the database has no ${[...line.lacking].join(", ")}` : `asked, and never answered: ${line.last}`}`,
      );
    const sorted = [...line.times].sort((a, b) => a - b);
    const within = (share: number): string =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(7);
    say(
      `${id.padEnd(30)} ${String(line.asked).padStart(5)} ${String(line.answered).padStart(8)} ${String(line.statements).padStart(10)} ${within(0.5)} ${within(0.95)}`,
    );
  }
  return { failures, statements };
}

const json = (answer: { headers: object; body: string }): { next?: string | null } | undefined => {
  const type = (answer.headers as Record<string, unknown>)["content-type"];
  return String(type).includes("json") ? (JSON.parse(answer.body) as { next?: string | null }) : undefined;
};

export const shortText = (text: string): string => text.replace(/\s+/g, " ").slice(0, 110);

/** Somebody's links, of each kind one, for the secret of this measure. */
async function stored(pool: pg.Pool, inPlaceOf: (asked: Buffer, real: Buffer) => void): Promise<void> {
  const { rows } = await pool.query(
    `select link_hash from booking.booking where link_hash is not null and state = 'confirmed' order by id desc limit 1`,
  );
  const hash = rows[0]?.link_hash as Buffer | undefined;
  if (hash !== undefined) inPlaceOf(digest(SECRET), hash);
}
