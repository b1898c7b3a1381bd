// Builds the context of one request and runs its handler: reads on the pool, writes in one transaction
// that holds the ledger row, the facts and their audit rows, or nothing at all.
import { createHash } from "node:crypto";
import type pg from "pg";
import type { Logger } from "pino";
import { type AuditRow, writeAudit } from "../audit/store.ts";
import { type Grant, grantFor, type PolicyTable, type Resource } from "../contract/authority.ts";
import type { Ctx, Locale, Principal, Route, WriteCtx } from "../contract/context.ts";
import { type AnyContract, type Input, isWrite } from "../contract/contract.ts";
import { forbidden, notSignedIn, Problem } from "../contract/problem.ts";
import type { Replica } from "../db/replica.ts";
import { type Db, execute, reader, row, send, sql, type Tx, transaction } from "../db/sql.ts";
import { dayIn } from "../pure/calendar.ts";
import { newId } from "../pure/ids.ts";
import { RecentAnswers } from "./recent.ts";

/** What `app` wires in. Platform knows neither accounts nor units: it is told how to ask for them. */
export interface Host {
  readonly pool: pg.Pool;
  /** A standby that contracts marked so may be read from. */
  readonly replica?: Replica | undefined;
  readonly policy: PolicyTable;
  /** The instant, ISO. */
  readonly now: () => string;
  readonly principalOf: (
    db: Db,
    sessionToken: string | undefined,
    now: string,
    today: string,
  ) => Promise<Principal>;
  readonly ancestorsOf: (db: Db, unitId: string, today: string) => Promise<readonly string[]>;
  readonly enqueue: (
    tx: Tx,
    job: string,
    payload: Readonly<Record<string, string>>,
    options?: { readonly afterSeconds?: number },
  ) => Promise<void>;
  readonly constraints: Readonly<Record<string, { readonly code: string; readonly status: number }>>;
  readonly publicUrl: string;
  readonly demo: boolean;
  readonly log: Logger;
}

export interface Asked {
  readonly sessionToken: string | undefined;
  readonly locale: Locale;
  readonly device?: string | undefined;
  /** When this browser last wrote, ms since 1970: what it then reads must show it. */
  readonly wroteAt?: number | undefined;
  /** Client-made UUID that makes a repeated write answer as the first did. */
  readonly key: string | undefined;
  readonly input: Input<AnyContract>;
}

export interface Answered {
  readonly value: unknown;
  /** undefined: leave the cookie; null: clear it. */
  readonly session?: string | null;
  /** Read from the standby: it shows everything acknowledged before this instant, ms since 1970. */
  readonly asOf?: number;
}

interface LedgerRow {
  readonly operation: string;
  readonly actor: string | null;
  readonly inputHash: string;
  readonly answer: unknown;
}

/** What is answered again for a moment, by the database it comes from. */
const recentOf = new WeakMap<pg.Pool, RecentAnswers>();

/** Runs one operation for one caller. Throws `Problem`; anything else thrown is a bug. */
export async function perform(host: Host, route: Route, asked: Asked): Promise<Answered> {
  const { contract } = route;
  const now = host.now();
  const today = dayIn(now);
  const policy = host.policy[contract.id];
  if (policy === undefined) throw forbidden();
  const db = reader(host.pool);
  const principal = await host.principalOf(db, asked.sessionToken, now, today);
  if (policy === "session" && principal.kind === "nobody") throw notSignedIn();
  let allowed = policy === "open" || policy === "session";
  // Whose signature let the asker in, where it was not their own: said in every audit row of the request.
  let delegation: string | undefined;

  // Who may do what is always asked where it is decided, also when the answer is read from the standby.
  const base = (askFrom: Db, readFrom: Db = askFrom): Ctx => {
    const ancestors = new Map<string, Promise<readonly string[]>>();
    const ancestorsOf = (unitId: string): Promise<readonly string[]> => {
      const known = ancestors.get(unitId) ?? host.ancestorsOf(askFrom, unitId, today);
      ancestors.set(unitId, known);
      return known;
    };
    const standing = (operation: string, resource: Resource): Promise<Grant | undefined> =>
      grantFor(
        host.policy[operation],
        principal.kind === "account" ? principal.grants : [],
        resource,
        today,
        ancestorsOf,
      );
    const may = async (operation: string, resource: Resource): Promise<boolean> =>
      host.policy[operation] === "link"
        ? resource.link !== undefined
        : (await standing(operation, resource)) !== undefined;
    return {
      operation: contract.id,
      now,
      today,
      newId,
      principal,
      locale: asked.locale,
      device: asked.device,
      db: readFrom,
      publicUrl: host.publicUrl,
      demo: host.demo,
      may,
      recent: (_key, _worth, make) => make(),
      async allow(resource) {
        if (!allowed && policy !== "link" && principal.kind === "nobody") throw notSignedIn();
        if (allowed) return;
        const grant = await standing(contract.id, resource);
        if (grant === undefined && !(policy === "link" && resource.link !== undefined)) throw forbidden();
        delegation = grant?.delegation;
        allowed = true;
      },
    };
  };
  const assertAllowed = (): void => {
    if (!allowed) throw new Error(`${contract.id} answered without asking for authority`);
  };

  if (!isWrite(contract)) {
    const read = async (ctx: Ctx): Promise<unknown> => {
      const value = await route.handle(ctx as WriteCtx, asked.input);
      assertAllowed();
      return value;
    };
    const sharing = (
      ctx: Ctx,
      source: "primary" | "standby",
      asOf: number,
    ): { ctx: Ctx; asOf: () => number } => {
      let oldest = asOf;
      const recent: Ctx["recent"] = async (key, worth, make) => {
        const wanted = { notBefore: asked.wroteAt ?? 0, asOf, worth };
        const answers = recentOf.get(host.pool) ?? new RecentAnswers();
        recentOf.set(host.pool, answers);
        const given = await answers.get(`${source} ${contract.id} ${key}`, wanted, make);
        oldest = Math.min(oldest, given.asOf);
        return given.value;
      };
      return { ctx: { ...ctx, recent }, asOf: () => oldest };
    };
    const recent = contract.reads === "recent" ? host.replica?.at(asked.wroteAt ?? 0) : undefined;
    if (recent !== undefined) {
      try {
        const shared = sharing(base(db, recent.db), "standby", recent.asOf);
        return { value: await read(shared.ctx), asOf: shared.asOf() };
      } catch (error) {
        // Also a refusal: what is not there yet may be there by now.
        host.replica?.failed(error);
      }
    }
    return { value: await read(sharing(base(db), "primary", Number.POSITIVE_INFINITY).ctx) };
  }

  try {
    const ledgered = (contract.repeat ?? "ledger") === "ledger";
    const work = async (tx: Tx): Promise<Answered> => {
      const actor = principal.kind === "account" ? principal.accountId : null;
      if (ledgered) {
        const earlier = await enterLedger(tx, asked, contract.id, actor, now);
        if (earlier !== undefined) return { value: earlier.answer };
      }
      let session: string | null | undefined;
      let owesAudit = true;
      const ctx: WriteCtx = {
        ...base(tx),
        tx,
        async audit(entry) {
          owesAudit = false;
          const by = delegation === undefined ? {} : { delegation };
          const detailed = { ...entry, detail: { ...entry.detail, ...by } };
          const written: AuditRow = { id: newId(), at: now, operation: contract.id, actor, entry: detailed };
          await writeAudit(tx, written);
        },
        unchanged() {
          owesAudit = false;
        },
        async enqueue(job, payload, options) {
          const asked = host.enqueue(tx, job, payload, options);
          asked.catch(() => undefined);
          tx.owed.push(asked);
        },
        setSession(token) {
          session = token ?? null;
        },
      };
      const value = await route.handle(ctx, asked.input);
      assertAllowed();
      if (owesAudit) throw new Error(`${contract.id} changed something without an audit row`);
      if (ledgered) fillLedger(tx, asked.key as string, value);
      return session === undefined ? { value } : { value, session };
    };
    // The ledger knows whether an attempt of which nothing was heard has come through.
    return await transaction(host.pool, work, { knowsItself: ledgered });
  } catch (error) {
    throw constraintProblem(host, error) ?? error;
  }
}

async function enterLedger(
  tx: Tx,
  asked: Asked,
  operation: string,
  actor: string | null,
  now: string,
): Promise<LedgerRow | undefined> {
  if (asked.key === undefined)
    throw new Problem("invalid-input", 400, { field: "Idempotency-Key", code: "required" });
  const inputHash = sha256(JSON.stringify(asked.input, bytesAsHash)).toString("hex");
  const entered = await execute(
    tx,
    sql`insert into platform.command (key, operation, actor, input_hash, at)
        values (${asked.key}, ${operation}, ${actor}, ${inputHash}, ${now}) on conflict (key) do nothing`,
    "ledger-enter",
  );
  if (entered === 1) return undefined;
  const earlier = await row<LedgerRow>(
    tx,
    sql`select operation, actor, input_hash, answer from platform.command where key = ${asked.key}`,
  );
  if (earlier?.operation !== operation || earlier.actor !== actor || earlier.inputHash !== inputHash) {
    throw new Problem("key-reused", 409);
  }
  return earlier;
}

const sha256 = (of: string | Uint8Array): Buffer => createHash("sha256").update(of).digest();
/** A file sent in is told from another by its hash: as JSON it would be many times its size. */
const bytesAsHash = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? sha256(value).toString("hex") : value;

const fillLedger = (tx: Tx, key: string, value: unknown): void =>
  send(
    tx,
    sql`update platform.command set answer = ${JSON.stringify(value ?? null)}::jsonb where key = ${key}`,
    "ledger-fill",
  );

/** The database has the last word: a named constraint that refused becomes the problem it stands for. */
function constraintProblem(host: Host, error: unknown): Problem | undefined {
  const name = (error as { constraint?: string }).constraint;
  const known = name === undefined ? undefined : host.constraints[name];
  return known === undefined ? undefined : new Problem(known.code, known.status);
}
