// The demo accounts at work: each fact is asked of the program itself, at its own hour, by the account whose duty it
// is. Requests enter where the HTTP house hands them over (parsed, under the policy table, in the ledger, with their
// audit rows); without HTTP's own coat thousands of them take a third less time.
import type pg from "pg";
import type { Logger } from "pino";
import { joinByCode } from "../../account/contract.ts";
import { principalOf } from "../../account/service.ts";
import type { Principal, Route } from "../../platform/contract/context.ts";
import {
  type Answer,
  type AnyContract,
  type Ask,
  type Input,
  isWrite,
} from "../../platform/contract/contract.ts";
import { type Answered, type Host, perform } from "../../platform/http/request.ts";
import { ancestorsOf } from "../../unit/service.ts";
import { CONSTRAINTS, ROUTES } from "../capabilities.ts";
import { POLICY } from "../policy.ts";
import type { Chance } from "./chance.ts";

export interface Hands {
  /** Calls as an account. Throws on any refusal: the demo only does what is permitted. */
  ask<C extends AnyContract>(login: string, contract: C, ask: Ask<C>): Promise<Answer<C>>;
  /** Calls as somebody without an account: the bearer of a link. */
  askFreely<C extends AnyContract>(contract: C, ask: Ask<C>): Promise<Answer<C>>;
  /** Opens an account with a one-time code, and has it at hand from then on. */
  enter(login: string, ask: Ask<typeof joinByCode>): Promise<void>;
  /** Forgets who may do what and what stands where: needed after a re-organisation. */
  forget(): void;
  /** Sets the hour of what is asked next. */
  at(instant: string): void;
  /** Moves the hour on by that many seconds. */
  wait(seconds: number): void;
  /** Moves on to the next hour an office is open, where the present one is early, late or noon rest. */
  toOfficeHours(): void;
  /** An id of the present hour. */
  newId(): string;
  readonly now: string;
}

export interface HandsOptions {
  readonly pool: pg.Pool;
  readonly log: Logger;
  readonly chance: Chance;
  /** Session tokens by login. */
  readonly tokens: Map<string, string>;
  /** The hour at the beginning. */
  readonly now: string;
}

/** Minutes of the day an office is open, in Viet Nam. */
const OFFICE = [
  [7 * 60 + 30, 11 * 60 + 30],
  [13 * 60 + 30, 17 * 60],
] as const;
const ZONE_MS = 7 * 3_600_000;

export function handsOn(options: HandsOptions): Hands {
  const { chance, tokens } = options;
  let now = Date.parse(options.now);
  const iso = (): string => new Date(now).toISOString();
  let host = hostOf(options, iso);
  const routes = new Map<AnyContract, Route>(ROUTES.map((route) => [route.contract, route]));

  const call = async (login: string | undefined, contract: AnyContract, ask: object): Promise<Answered> => {
    const sessionToken = login === undefined ? undefined : tokens.get(login);
    if (login !== undefined && sessionToken === undefined)
      throw new Error(`the demo has no account ${login}`);
    const route = routes.get(contract);
    if (route === undefined) throw new Error(`nothing answers ${contract.id}`);
    const key = isWrite(contract) ? chance.idAt(iso()) : undefined;
    try {
      const input = parse(contract, ask);
      return await perform(host, route, { sessionToken, locale: "vi", key, input });
    } catch (error) {
      throw new Error(`the demo's ${contract.id} of ${login ?? "nobody"} at ${iso()} was refused`, {
        cause: error,
      });
    }
  };
  return {
    ask: async (login, contract, ask) => (await call(login, contract, ask as object)).value as never,
    askFreely: async (contract, ask) => (await call(undefined, contract, ask as object)).value as never,
    async enter(login, ask) {
      const { session } = await call(undefined, joinByCode, ask);
      if (typeof session !== "string") throw new Error(`the demo's ${login} was not let in`);
      tokens.set(login, session);
    },
    forget() {
      host = hostOf(options, iso);
    },
    at(instant) {
      now = Date.parse(instant);
    },
    wait(seconds) {
      now += Math.round(seconds) * 1000;
    },
    toOfficeHours() {
      const minute = Math.floor((now + ZONE_MS) / 60_000) % 1440;
      const open = OFFICE.find(([, until]) => minute < until);
      // Some minutes are kept, so that not everything happens on the hour.
      const to =
        open === undefined ? 1440 + OFFICE[0][0] + (minute % 60) : Math.max(minute, open[0] + (minute % 60));
      now += (to - minute) * 60_000;
    },
    newId: () => chance.idAt(iso()),
    get now() {
      return iso();
    },
  };
}

/** The program's own host, but for two answers that do not change while the demo is made, and no messages. */
function hostOf({ pool, log }: HandsOptions, now: () => string): Host {
  const principals = new Map<string, Promise<Principal>>();
  const ancestors = new Map<string, Promise<readonly string[]>>();
  return {
    pool,
    policy: POLICY,
    now,
    principalOf: (db, token, at, today) =>
      token === undefined
        ? principalOf(db, token, at, today)
        : once(principals, token, () => principalOf(db, token, at, today)),
    ancestorsOf: (db, unitId, today) => once(ancestors, unitId, () => ancestorsOf(db, unitId, today)),
    enqueue: async () => undefined,
    constraints: CONSTRAINTS,
    publicUrl: "http://localhost",
    demo: true,
    log,
  };
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}

/** What the door of HTTP does: only parsed input comes in. */
const parse = (contract: AnyContract, ask: object): Input<AnyContract> => {
  const given = ask as Record<"params" | "query" | "body", unknown>;
  return {
    params: contract.params?.parse(given.params ?? {}) ?? {},
    query: contract.query?.parse(given.query ?? {}) ?? {},
    body: contract.body?.parse(given.body ?? {}) ?? {},
  } as Input<AnyContract>;
};
