// The demo as a program serves it, for tests that look at it as its users do.
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { expect } from "vitest";
import { signIn } from "../src/account/contract.ts";
import { clockOf } from "../src/app/clock.ts";
import { PASSWORD } from "../src/app/demo/accounts.ts";
import { createUnionServer } from "../src/app/server.ts";
import type { TestDatabase } from "./database.ts";

export const silent = pino({ level: "silent" });

export const serveDemo = async ({ pool }: TestDatabase): Promise<FastifyInstance> =>
  await createUnionServer({
    pool,
    clock: await clockOf(pool),
    demo: true,
    publicUrl: "http://giothong.test",
    log: silent,
    enqueue: async () => undefined,
    version: "test",
  });

let visits = 0;

/** The session of one of the demo's accounts; from an address of its own, so that many may sign in at once. */
export async function cookieOf(server: FastifyInstance, login: string): Promise<string> {
  const answer = await server.inject({
    method: signIn.method,
    url: signIn.path,
    remoteAddress: `127.0.3.${++visits}`,
    payload: { login, password: PASSWORD },
  });
  expect(answer.statusCode).toBe(200);
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
