import { describe, expect, it } from "vitest";
import type { Probe } from "./probe.worker.fixture.ts";
import { runInWorker } from "./run.ts";

const probe = (act: Probe, deadlineMs = 5000, more = {}) =>
  runInWorker<unknown>("probe", { act, words: "giọt hồng" }, { memoryMb: 64, deadlineMs, ...more });

describe("work away from the program", () => {
  it("answers with plain data", async () => {
    expect(await probe("answer")).toEqual({
      ended: "answered",
      value: { words: "GIỌT HỒNG", bytes: new Uint8Array([1, 2]) },
    });
  });

  it("says what was thrown inside, and that a thread ended without an answer", async () => {
    expect(await probe("throw")).toMatchObject({
      ended: "failed",
      message: expect.stringContaining("no such thing"),
    });
    expect(await probe("crash")).toMatchObject({ ended: "failed", message: expect.stringContaining("7") });
    expect(await runInWorker("nobody", {}, { memoryMb: 64, deadlineMs: 1000 }).catch(String)).toContain(
      "nobody",
    );
  });

  it("is stopped at its deadline, even in an endless loop", async () => {
    const began = performance.now();
    expect(await probe("hang", 300)).toEqual({ ended: "took-too-long" });
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it("is stopped when its heap or its buffers outgrow their limit, and the process lives on", async () => {
    expect(await probe("hoard-heap", 20_000)).toEqual({ ended: "out-of-memory" });
    const before = process.memoryUsage.rss();
    expect(await probe("hoard-buffers", 20_000)).toEqual({ ended: "out-of-memory" });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  it("sees none of the program's environment", async () => {
    expect(await probe("look-around")).toEqual({ ended: "answered", value: [] });
  });

  it("waits for its place, and waiting does not count against the deadline", async () => {
    const began = performance.now();
    const all = await Promise.all([1, 2, 3].map(() => probe("hang", 400, { atOnce: 1 })));
    expect(all).toEqual([1, 2, 3].map(() => ({ ended: "took-too-long" })));
    expect(performance.now() - began).toBeGreaterThan(1150);
  });
});
