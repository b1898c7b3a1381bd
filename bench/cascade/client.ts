// An officer's browser in small: one session, one address, keys for writes; times each call.
import { Agent, request } from "node:http";
import { SESSION_COOKIE } from "../../src/platform/http/bind.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import type { Officer } from "./seed.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 4000 });

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many operations; the load test reads a few fields.
  readonly body: any;
  readonly ms: number;
}

let calling = 0;
/** The most calls under way at one moment. */
export const peak = { calls: 0 };

/** `address` stands for the officer's own: limits are per address. */
export function call(
  port: number,
  officer: Officer,
  address: string,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
): Promise<Reply> {
  const began = performance.now();
  calling += 1;
  peak.calls = Math.max(peak.calls, calling);
  return new Promise<Reply>((resolve, reject) => {
    const asked = request(
      {
        agent,
        port,
        host: "127.0.0.1",
        method,
        path,
        headers: {
          cookie: `${SESSION_COOKIE}=${officer.token}`,
          "x-forwarded-for": address,
          ...(method === "POST" && { "content-type": "application/json", "idempotency-key": newId() }),
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          const status = answer.statusCode ?? 0;
          resolve({ status, body: text === "" ? {} : JSON.parse(text), ms: performance.now() - began });
        });
      },
    );
    asked.on("error", reject);
    asked.end(method === "POST" ? JSON.stringify(body ?? {}) : undefined);
  }).finally(() => {
    calling -= 1;
  });
}

export const addressOf = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/** Durations of one kind of call. */
export class Times {
  readonly #all: number[] = [];
  failed = 0;

  add({ status, ms }: Reply): boolean {
    this.#all.push(ms);
    const ok = status === 200;
    if (!ok) this.failed += 1;
    return ok;
  }

  get count(): number {
    return this.#all.length;
  }

  /** The duration that this share of the calls kept within, ms. */
  within(share: number): number {
    const sorted = [...this.#all].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  }

  line(name: string): string {
    const ms = (share: number): string => this.within(share).toFixed(0).padStart(7);
    return `${name.padEnd(34)} ${String(this.count).padStart(6)} ${ms(0.5)} ${ms(0.95)} ${ms(0.99)} ${ms(1)} ${String(this.failed).padStart(7)}`;
  }
}

export const HEAD = `${"ms".padEnd(34)} ${"calls".padStart(6)} ${"p50".padStart(7)} ${"p95".padStart(7)} ${"p99".padStart(7)} ${"max".padStart(7)} ${"errors".padStart(7)}`;
