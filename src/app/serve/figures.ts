// The figures of all workers as one text, each with its worker's number: asked of them when somebody asks for them.
import { AggregatorRegistry, Counter, Gauge, Registry } from "prom-client";
import type { Crew, Member } from "./crew.ts";
import { tell } from "./wire.ts";

/** One that does not tell in time is left out: figures of the others are better than none. */
const PATIENCE_MS = 1_500;

export interface Figures {
  /** Prometheus' text. */
  all(): Promise<string>;
  arrived(member: Member, id: number, metrics: unknown): void;
  /** A worker has died. */
  died(): void;
}

type Metrics = Parameters<typeof AggregatorRegistry.aggregate>[0];

export function figuresOf(crew: () => Crew): Figures {
  const registry = new Registry();
  new Gauge({
    name: "giothong_workers_ready",
    help: "Processes that answer",
    registers: [registry],
    collect() {
      this.set(crew().ready);
    },
  });
  const deaths = new Counter({
    name: "giothong_worker_deaths_total",
    help: "Processes that ended by themselves and were replaced",
    registers: [registry],
  });
  const asked = new Map<number, { missing: Set<Member>; found: unknown[]; done: () => void }>();
  let last = 0;
  return {
    died: () => deaths.inc(),
    arrived(member, id, metrics) {
      const question = asked.get(id);
      if (question === undefined || !question.missing.delete(member)) return;
      question.found.push(metrics);
      if (question.missing.size === 0) question.done();
    },
    async all() {
      const id = ++last;
      // One that is being replaced has the same number as who takes its place.
      const members = crew()
        .members()
        .filter(({ state }) => state === "ready");
      const found: unknown[] = [];
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, PATIENCE_MS);
        const done = (): void => {
          clearTimeout(late);
          resolve();
        };
        asked.set(id, { missing: new Set(members), found, done });
        for (const { worker } of members) tell(worker, { kind: "metrics-wanted", id });
        if (members.length === 0) done();
      });
      asked.delete(id);
      const own = await registry.getMetricsAsJSON();
      return await AggregatorRegistry.aggregate([...found, own] as unknown as Metrics).metrics();
    },
  };
}
