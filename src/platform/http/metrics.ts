// /healthz, /metrics and one structured line per request: operation, status, milliseconds; no address, no path values.
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { reader, row, sql } from "../db/sql.ts";
import type { Host } from "./request.ts";
import type { Siblings } from "./siblings.ts";

export function instrument(server: FastifyInstance, host: Host, siblings?: Siblings): void {
  const registry = new Registry();
  // Each process its own series: a sum would fall, and look like a restart of all, whenever one is replaced.
  if (siblings !== undefined) registry.setDefaultLabels({ worker: String(siblings.number) });
  siblings?.tellMetrics(() => registry.getMetricsAsJSON());
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "giothong_request_seconds",
    help: "Time to answer, by operation and status",
    labelNames: ["operation", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const failures = new Counter({
    name: "giothong_failures_total",
    help: "Answers of 500 and above",
    labelNames: ["operation"],
    registers: [registry],
  });

  const { replica } = host;
  if (replica !== undefined) {
    new Gauge({
      name: "giothong_replica_age_seconds",
      help: "How far the standby that overviews are read from is behind; absent while it cannot be read",
      registers: [registry],
      collect() {
        const age = replica.ageSeconds();
        if (age === undefined) this.remove();
        else this.set(age);
      },
    });
  }

  server.addHook("onResponse", async (request, reply) => {
    const schema = request.routeOptions.schema as { operationId?: string } | undefined;
    const operation = schema?.operationId ?? "page";
    const ms = Math.round(reply.elapsedTime);
    seconds.observe({ operation, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) failures.inc({ operation });
    if (operation !== "page")
      host.log.info({ operation, status: reply.statusCode, ms, requestId: request.id }, "request");
  });

  server.get(
    "/healthz",
    { schema: { hide: true } as object, config: { rateLimit: false } },
    async (_request, reply) => {
      try {
        await row(reader(host.pool), sql`select 1`);
        return { status: "ok" };
      } catch {
        return reply.code(503).send({ status: "database-unreachable" });
      }
    },
  );
  server.get(
    "/metrics",
    { schema: { hide: true } as object, config: { rateLimit: false } },
    async (_request, reply) => {
      const all = await siblings?.metricsOfAll();
      return reply.type(registry.contentType).send(all ?? (await registry.metrics()));
    },
  );
}
