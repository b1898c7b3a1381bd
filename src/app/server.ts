// Wires the union side into one server: database, clock, policy, capabilities, jobs. Everything it needs is passed in.
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import type { Logger } from "pino";
import { principalOf } from "../account/service.ts";
import type { Replica } from "../platform/db/replica.ts";
import type { Host } from "../platform/http/request.ts";
import { createServer } from "../platform/http/server.ts";
import type { Siblings } from "../platform/http/siblings.ts";
import { ancestorsOf } from "../unit/service.ts";
import { CONSTRAINTS, ROUTES } from "./capabilities.ts";
import type { Clock } from "./clock.ts";
import { translate } from "./messages.ts";
import { POLICY } from "./policy.ts";

export interface UnionServerOptions {
  readonly pool: pg.Pool;
  /** A standby that overviews may be read from. */
  readonly replica?: Replica | undefined;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly publicUrl: string;
  readonly log: Logger;
  readonly enqueue: Host["enqueue"];
  readonly version: string;
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly siblings?: Siblings;
}

/** The union server, bound to its contracts and not yet listening. */
export function createUnionServer(options: UnionServerOptions): Promise<FastifyInstance> {
  const host: Host = {
    pool: options.pool,
    replica: options.replica,
    policy: POLICY,
    now: options.clock,
    principalOf,
    ancestorsOf,
    enqueue: options.enqueue,
    constraints: CONSTRAINTS,
    publicUrl: options.publicUrl,
    demo: options.demo,
    log: options.log,
  };
  return createServer({
    host,
    routes: ROUTES,
    translate,
    version: options.version,
    ...(options.tls && { tls: options.tls }),
    ...(options.siblings && { siblings: options.siblings }),
  });
}
