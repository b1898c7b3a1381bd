// The demo accounts at work: each fact is asked of the real server, at its own hour, by the account whose duty it is.
import type { FastifyInstance } from "fastify";
import type { Answer, AnyContract, Ask } from "../../platform/contract/contract.ts";
import { SESSION_COOKIE } from "../../platform/http/bind.ts";
import { type AnyAsk, addressOf } from "../../platform/ui/client.ts";
import type { Chance } from "./chance.ts";

export interface Hands {
  /** Calls as an account. Throws on any refusal: the demo only does what is permitted. */
  ask<C extends AnyContract>(login: string, contract: C, ask: Ask<C>): Promise<Answer<C>>;
  /** Calls as somebody without an account: the bearer of a link. */
  askFreely<C extends AnyContract>(contract: C, ask: Ask<C>): Promise<Answer<C>>;
  /** Sets the hour of what is asked next. */
  at(instant: string): void;
  /** Moves the hour on by that many seconds. */
  wait(seconds: number): void;
  /** An id of the present hour. */
  newId(): string;
  readonly now: string;
}

export interface HandsOptions {
  readonly server: FastifyInstance;
  readonly chance: Chance;
  /** Session tokens by login. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly clock: { now: string };
}

export function handsOn({ server, chance, tokens, clock }: HandsOptions): Hands {
  let asked = 0;
  const call = async (login: string | undefined, contract: AnyContract, ask: AnyAsk): Promise<never> => {
    asked += 1;
    const token = login === undefined ? undefined : tokens.get(login);
    if (login !== undefined && token === undefined) throw new Error(`the demo has no account ${login}`);
    const isWrite = contract.method !== "GET";
    const answer = await server.inject({
      method: contract.method,
      url: addressOf(contract, ask),
      // As from many machines: limits per address are for guessing, not for a province at work.
      remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
      headers: {
        ...(token !== undefined && { cookie: `${SESSION_COOKIE}=${token}` }),
        ...(isWrite && { "idempotency-key": chance.idAt(clock.now) }),
      },
      ...(isWrite && { payload: (ask.body ?? {}) as object }),
    });
    if (answer.statusCode !== 200) {
      throw new Error(
        `${contract.id} of ${login ?? "nobody"} at ${clock.now}: ${answer.statusCode} ${answer.body}`,
      );
    }
    return contract.produces === undefined ? answer.json() : (answer.body as never);
  };
  return {
    ask: (login, contract, ask) => call(login, contract, ask as AnyAsk),
    askFreely: (contract, ask) => call(undefined, contract, ask as AnyAsk),
    at(instant) {
      clock.now = new Date(instant).toISOString();
    },
    wait(seconds) {
      clock.now = new Date(Date.parse(clock.now) + seconds * 1000).toISOString();
    },
    newId: () => chance.idAt(clock.now),
    get now() {
      return clock.now;
    },
  };
}
