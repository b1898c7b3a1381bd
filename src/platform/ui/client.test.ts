import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { endpoint } from "../contract/contract.ts";
import { forgetKeptAt, reach } from "../offline/reach.ts";
import { addressOf, call, ProblemError } from "./client.ts";
import { repeatable } from "./repeat.ts";

const read = endpoint({
  id: "test.read",
  method: "GET",
  path: "/api/units/:unitId/days/:day",
  summary: "A test.",
  params: z.object({ unitId: z.string(), day: z.string() }),
  query: z.object({ asOf: z.string().optional(), limit: z.number().optional() }),
  output: z.object({ name: z.string() }),
});
const write = endpoint({
  id: "test.write",
  method: "POST",
  path: "/api/things",
  summary: "A test.",
  body: z.object({ people: z.number() }),
  output: z.object({ id: z.string() }),
});

interface Sent {
  readonly url: string;
  readonly key: string | undefined;
  readonly body: unknown;
}

/** A server that gives these answers in turn, and what it was sent. */
function answering(...answers: readonly (Response | Error)[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const headers = init.headers as Record<string, string>;
    const body = typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : undefined;
    sent.push({ url, key: headers["Idempotency-Key"], body });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer?.clone());
  });
  return sent;
}
const ok = (body: unknown): Response => Response.json(body);
const refused = (status: number, code: string): Response =>
  Response.json({ code, title: "Chỗ này đã đầy.", details: { left: 0 }, requestId: "r" }, { status });
const lost = new TypeError("Failed to fetch");
const atOnce = (): Promise<void> => Promise.resolve();

afterEach(() => vi.unstubAllGlobals());

describe("a call by contract", () => {
  it("fills the path, leaves out what was not asked, and escapes what was typed", () => {
    const ask = { params: { unitId: "a/b", day: "9 6" }, query: { asOf: "2021-06-09", limit: undefined } };
    expect(addressOf(read, ask)).toBe("/api/units/a%2Fb/days/9%206?asOf=2021-06-09");
    expect(() => addressOf(read, { params: { unitId: "a" } })).toThrow(/day/);
  });

  it("brings a refusal with the server's own words", async () => {
    answering(refused(409, "slot-full"));
    const problem = await call(write, { body: { people: 1 } }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ProblemError);
    expect(problem).toMatchObject({
      code: "slot-full",
      status: 409,
      title: "Chỗ này đã đầy.",
      uncertain: false,
    });
  });

  it("remembers how old the figures are where that can be noticed, until they are new or another screen is open", async () => {
    const ask = { params: { unitId: "a", day: "b" } };
    const at = "2021-06-09T03:42:00.000Z";
    const aged = (seconds: number) =>
      Response.json({ name: "x" }, { headers: { "data-as-of": at, "data-age": String(seconds) } });
    answering(aged(4), aged(25), ok({ name: "x" }), aged(25));
    const behind = [];
    for (let i = 0; i < 4; i++) {
      await call(read, ask);
      behind.push([...reach().behind]);
    }
    expect(behind).toEqual([[], [[addressOf(read, ask), at]], [], [[addressOf(read, ask), at]]]);
    expect(reach().reached).toBe(true);
    forgetKeptAt();
    expect([...reach().behind]).toEqual([]);
  });

  it("does not take an answer it was not promised", async () => {
    answering(ok({ title: "?" }));
    await expect(call(read, { params: { unitId: "u", day: "d" } })).rejects.toMatchObject({
      code: "answer-not-understood",
    });
  });

  it("says when nothing came back", async () => {
    answering(lost);
    await expect(call(read, { params: { unitId: "u", day: "d" } })).rejects.toMatchObject({
      code: "no-network",
    });
  });
});

describe("a write whose answer was lost", () => {
  it("is asked again with the same key until an answer comes", async () => {
    const sent = answering(lost, refused(503, "unavailable"), ok({ id: "x" }));
    await expect(repeatable(write, atOnce)({ body: { people: 45 } })).resolves.toEqual({ id: "x" });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("keeps its key for when the same words are sent again by hand", async () => {
    const sent = answering(lost);
    const run = repeatable(write, atOnce);
    await expect(run({ body: { people: 45 } })).rejects.toMatchObject({ code: "no-network" });
    await expect(run({ body: { people: 45 } })).rejects.toMatchObject({ code: "no-network" });
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  it("gets another key for other words", async () => {
    const sent = answering(lost);
    const run = repeatable(write, atOnce);
    await expect(run({ body: { people: 45 } })).rejects.toBeDefined();
    await expect(run({ body: { people: 46 } })).rejects.toBeDefined();
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  });
});

describe("a write that was answered", () => {
  it("is not repeated when it was refused, and begins anew the next time", async () => {
    const sent = answering(refused(409, "slot-full"));
    const run = repeatable(write, atOnce);
    await expect(run({ body: { people: 1 } })).rejects.toMatchObject({ code: "slot-full" });
    await expect(run({ body: { people: 1 } })).rejects.toMatchObject({ code: "slot-full" });
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  });
});
