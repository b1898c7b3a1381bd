// What a use case is given: who asks, what time it is, where to read and write. Time, chance and identity are inputs.
import type { Db, Tx } from "../db/sql.ts";
import type { Grant, Resource } from "./authority.ts";
import type { Answer, AnyContract, Input } from "./contract.ts";

export type Locale = "vi" | "en";

export type Principal =
  | {
      readonly kind: "account";
      readonly accountId: string;
      readonly sessionId: string;
      readonly grants: readonly Grant[];
    }
  | { readonly kind: "nobody" };

/** A line of the audit trail: ids and codes only, never names or contacts. */
export interface AuditEntry {
  /** What it happened to, e.g. `{ kind: "booking", id }`. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly unitId?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Given to every reading use case. */
export interface Ctx {
  readonly operation: string;
  /** ISO instant. On a demo installation the clock is shifted; nothing else may ask the time. */
  readonly now: string;
  /** The local day of `now` (Asia/Ho_Chi_Minh), YYYY-MM-DD. */
  readonly today: string;
  readonly newId: () => string;
  readonly principal: Principal;
  readonly locale: Locale;
  /** What an earlier page asked this device to keep (`FileAnswer.device`); undefined: nothing. Anybody can send anything. */
  readonly device?: string | undefined;
  readonly db: Db;
  /** Origin that links in messages begin with, without a trailing slash. */
  readonly publicUrl: string;
  /** Demo installations mark every page and paper. */
  readonly demo: boolean;
  /** Throws `forbidden` unless the policy of this operation permits it here. Every handler calls it. */
  allow(resource: Resource): Promise<void>;
  /**
   * An answer that many ask for: where it is `worth` it, made once and given again for two seconds at most, to who may see
   * it: ask `allow` first. `key` names all that it depends on. Never older than what this browser wrote.
   */
  recent<T>(key: string, worth: () => Promise<boolean>, make: () => Promise<T>): Promise<T>;
  /** Would `operation` be permitted here? For `allowedActions`. */
  may(operation: string, resource: Resource): Promise<boolean>;
}

/** Given to every writing use case: one open transaction, in which the audit row is written too. */
export interface WriteCtx extends Ctx {
  readonly tx: Tx;
  audit(entry: AuditEntry): Promise<void>;
  /** Says that the request found everything as it asks already: no audit row is owed. */
  unchanged(): void;
  /**
   * Adds a job in this transaction; it runs after commit, at least once, `afterSeconds` later if said. `payload`
   * holds ids only.
   */
  enqueue(
    job: string,
    payload: Readonly<Record<string, string>>,
    options?: { readonly afterSeconds?: number },
  ): Promise<void>;
  /** Sets (or with undefined clears) the session cookie of the answer. */
  setSession(token: string | undefined): void;
}

/** The account asking; throws where the policy let a stranger in by mistake. */
export function accountId(ctx: Ctx): string {
  if (ctx.principal.kind !== "account") throw new Error(`${ctx.operation} needs a signed-in account`);
  return ctx.principal.accountId;
}

type CtxFor<C extends AnyContract> = C["method"] extends "GET" ? Ctx : WriteCtx;

/** A contract with its handler. */
export interface Route {
  readonly contract: AnyContract;
  readonly handle: (ctx: WriteCtx, input: Input<AnyContract>) => Promise<unknown>;
}

/** Binds a handler to a contract; shapes are checked by the compiler. GET handlers see no transaction. */
export function implement<C extends AnyContract>(
  contract: C,
  handle: (ctx: CtxFor<C>, input: Input<C>) => Promise<Answer<C>>,
): Route {
  return { contract, handle: handle as Route["handle"] };
}

/** What a capability hands to `app`: its routes, and which named constraints mean which problem. */
export interface CapabilityRoutes {
  readonly routes: readonly Route[];
  readonly constraints?: Readonly<Record<string, { readonly code: string; readonly status: number }>>;
}
