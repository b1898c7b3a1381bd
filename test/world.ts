// Builds a small world on a fresh database and lets the cast call the real server.
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe } from "vitest";
import { hashPassword } from "../src/account/secrets.ts";
import { insertAccount, insertGrant } from "../src/account/store.ts";
import { createUnionServer } from "../src/app/server.ts";
import type { Answer, AnyContract, Ask } from "../src/platform/contract/contract.ts";
import { COMMON_PROBLEMS } from "../src/platform/contract/problem.ts";
import type { FileBody } from "../src/platform/contract/shapes.ts";
import type { Replica } from "../src/platform/db/replica.ts";
import { execute, sql, transaction } from "../src/platform/db/sql.ts";
import { newId } from "../src/platform/pure/ids.ts";
import { nameSortKey, searchKey } from "../src/platform/pure/text-vi.ts";
import { openUnit } from "../src/unit/service.ts";
import { CAST, type CastName, type Member, PEOPLE, START, TREE, TREE_FROM, UNITS } from "./cast.ts";
import { freshDatabase, type TestServer, testServers } from "./database.ts";

export const PASSWORD = "mat-khau-thu-nghiem";

export interface Reply<T> {
  readonly status: number;
  /** The answer as the contract promises; of a refusal, see `problem`. */
  readonly body: T;
  readonly problem: { readonly code: string; readonly details: Record<string, unknown> } | undefined;
  readonly raw: Buffer;
}

export type Caller = {
  call<C extends AnyContract>(
    contract: C,
    ask?: Ask<C>,
    options?: { key?: string },
  ): Promise<Reply<Answer<C>>>;
};

export interface World {
  readonly pool: pg.Pool;
  readonly url: string;
  readonly server: FastifyInstance;
  readonly units: typeof UNITS;
  readonly people: typeof PEOPLE;
  /** Jobs asked for, in order; nothing runs them here. */
  readonly jobs: { readonly job: string; readonly payload: Readonly<Record<string, string>> }[];
  /** The clock; set it to travel. */
  now: string;
  as(who: CastName): Caller;
  nobody(): Caller;
  accountOf(who: CastName): string;
  close(): Promise<void>;
}

/** Runs the same suite on every database server of this machine. */
export async function onEveryServer(title: string, suite: (world: () => World) => void): Promise<void> {
  for (const server of await testServers()) {
    describe(`${title} (${server.name})`, () => {
      let world: World;
      beforeAll(async () => {
        world = await makeWorld(server);
      });
      afterAll(() => world.close());
      suite(() => world);
    });
  }
}

export interface WorldOptions {
  /** How the program reaches the new database; by its own pool where absent. */
  readonly reach?: (url: string) => { readonly pool: pg.Pool; readonly replica?: Replica };
}

export async function makeWorld(server: TestServer, { reach }: WorldOptions = {}): Promise<World> {
  const database = await freshDatabase(server);
  const accounts = await populate(database.pool);
  const { pool, replica } = reach?.(database.url) ?? { pool: database.pool };
  const jobs: World["jobs"] = [];
  const state = { now: START };
  const app = await createUnionServer({
    pool,
    replica,
    clock: () => state.now,
    demo: false,
    publicUrl: "http://giothong.test",
    log: pino({ level: process.env.TEST_LOG ?? "silent" }),
    enqueue: async (_tx, job, payload) => void jobs.push({ job, payload }),
    version: "test",
  });
  const cookies = new Map<CastName, Promise<string>>();

  const signIn = async (who: CastName): Promise<string> => {
    const answer = await app.inject({
      method: "POST",
      url: "/api/session",
      payload: { login: CAST[who].login, password: PASSWORD },
      remoteAddress: address(who),
    });
    if (answer.statusCode !== 200) throw new Error(`${who} could not sign in: ${answer.body}`);
    return answer.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  };
  const caller = (who: CastName | undefined): Caller => ({
    async call(contract, ask, options) {
      let cookie: string | undefined;
      if (who !== undefined) {
        if (!cookies.has(who)) cookies.set(who, signIn(who));
        cookie = await cookies.get(who);
      }
      const given = (ask ?? {}) as { params?: object; query?: object; body?: object };
      const answer = await app.inject({
        method: contract.method,
        url: urlFor(contract, given),
        remoteAddress: address(who),
        headers: {
          ...(cookie !== undefined && { cookie }),
          ...(contract.method !== "GET" && { "idempotency-key": options?.key ?? newId() }),
          ...(contract.accepts && fileHeaders(given.body as FileBody)),
        },
        ...(contract.method !== "GET" && {
          payload: contract.accepts ? Buffer.from((given.body as FileBody).bytes) : (given.body ?? {}),
        }),
      });
      // A problem that the contract does not declare is one no client is ready for.
      const json = answer.headers["content-type"]?.toString().includes("json") === true;
      const body = json ? answer.json() : answer.body;
      if (answer.statusCode >= 400 && json) assertDeclared(contract, body.code);
      return {
        status: answer.statusCode,
        body,
        problem: answer.statusCode >= 400 && json ? body : undefined,
        raw: answer.rawPayload,
      };
    },
  });

  return {
    pool,
    url: database.url,
    server: app,
    units: UNITS,
    people: PEOPLE,
    jobs,
    get now() {
      return state.now;
    },
    set now(instant: string) {
      state.now = instant;
    },
    as: caller,
    nobody: () => caller(undefined),
    accountOf: (who) => accounts.get(who) as string,
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

function assertDeclared(contract: AnyContract, code: string): void {
  if (code in COMMON_PROBLEMS || contract.problems?.includes(code)) return;
  throw new Error(`${contract.id} answered with ${code}, which its contract does not declare`);
}

/** Each of the cast has an address of their own, so that limits per address do not mix them. */
const fileHeaders = ({ name, mediaType }: FileBody) => ({
  "content-type": mediaType,
  "x-file-name": encodeURIComponent(name),
});

const address = (who: CastName | undefined): string =>
  `127.0.1.${who === undefined ? 250 : Object.keys(CAST).indexOf(who) + 1}`;

/** Fills `:name` in the path and adds the query. */
export function urlFor(contract: AnyContract, given: { params?: object; query?: object }): string {
  const params = (given.params ?? {}) as Record<string, string>;
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const query = new URLSearchParams(
    Object.entries(given.query ?? {}).map(([key, value]) => [key, String(value)]),
  ).toString();
  return query === "" ? path : `${path}?${query}`;
}

async function populate(pool: pg.Pool): Promise<Map<CastName, string>> {
  const passwordHash = await hashPassword(PASSWORD);
  const accounts = new Map<CastName, string>();
  await transaction(pool, async (tx) => {
    for (const unit of TREE) {
      await openUnit(tx, {
        id: UNITS[unit.name],
        side: unit.side,
        kind: unit.kind,
        name: unit.title,
        shortName: unit.short,
        notation: unit.kind === "facility" ? "BV" : "LĐLĐ",
        placeName: "Mẫu",
        from: TREE_FROM,
        ...(unit.parent && { parentId: UNITS[unit.parent] }),
      });
    }
    for (const [name, member] of Object.entries(CAST) as [CastName, Member][]) {
      const id = newId();
      accounts.set(name, id);
      await insertAccount(tx, {
        id,
        login: member.login,
        displayName: member.name,
        passwordHash,
        now: START,
      });
      if (member.role === undefined || member.at === undefined) continue;
      await insertGrant(tx, {
        id: newId(),
        accountId: id,
        role: member.role,
        unitId: UNITS[member.at],
        from: TREE_FROM,
        until: member.until,
        by: null,
      });
    }
    for (const person of PEOPLE) {
      await execute(
        tx,
        sql`insert into person.person (id, full_name, sort_key, search_key, birth_date, created_at)
            values (${person.id}, ${person.name}, ${nameSortKey(person.name)}, ${searchKey(person.name)},
                    ${person.birthDate}, ${START})`,
      );
      await execute(
        tx,
        sql`insert into person.affiliation (id, person_id, unit_id, relation, valid)
            values (${newId()}, ${person.id}, ${UNITS[person.unit]}, 'member', daterange(${TREE_FROM}, null))`,
      );
    }
  });
  return accounts;
}
