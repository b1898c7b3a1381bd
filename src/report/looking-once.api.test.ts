// The look of each minute at facts corrected after their report was approved: each correction once, and none missed.
import { expect, it, vi } from "vitest";
import { correct, finish, makeReportedDrive } from "../../test/reports.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { ADJUST_JOB, adjustJobs } from "./jobs.ts";

const AT = Date.parse("2021-06-20T02:00:00.000Z");
const after = (minutes: number): string => new Date(AT + minutes * 60_000).toISOString();

/** The look of that minute; answers how many transactions it took. Its plain questions go through the pool. */
async function lookAt(w: World, minutes: number): Promise<number> {
  w.now = after(minutes);
  const connect = vi.spyOn(w.pool, "connect");
  const jobs = adjustJobs({
    pool: w.pool,
    now: () => w.now,
    publicUrl: "http://giothong.test",
    enqueue: async () => undefined,
  });
  await jobs[ADJUST_JOB]?.({}, { attempt: 1, lastAttempt: false });
  const taken = connect.mock.calls.filter((asked) => (asked as readonly unknown[]).length === 0).length;
  connect.mockRestore();
  return taken;
}
const adjustments = async (w: World): Promise<number> =>
  (await w.pool.query("select count(*)::int as n from report.report where kind = 'adjustment'")).rows[0].n;
const looked = async (w: World): Promise<string> =>
  (await w.pool.query("select at from report.corrections_looked")).rows[0].at;

await onEveryServer("the look at corrected facts", (world) => {
  let driveId: string;
  const change = (from: 250 | 350, to: 250 | 350, minutes: number) =>
    correct(world(), driveId, "a1", { from, to, at: after(minutes) });

  it("is over in no transaction while nothing is corrected, and says once a day that it looked", async () => {
    const w = world();
    ({ driveId } = await makeReportedDrive(w));
    await finish(w, driveId);
    expect(await lookAt(w, 0)).toBe(1);
    expect(await looked(w)).toBe(after(0));
    expect(await lookAt(w, 1)).toBe(0);
    expect(await looked(w)).toBe(after(0));
    expect(await lookAt(w, 25 * 60)).toBe(1);
    expect(await looked(w)).toBe(after(25 * 60));
  });

  it("looks again only for a quarter of an hour at a correction that in the end changed nothing", async () => {
    const w = world();
    const begun = 25 * 60;
    await change(350, 250, begun + 1);
    await change(250, 350, begun + 2);
    expect(await lookAt(w, begun + 3)).toBe(2);
    expect(await adjustments(w)).toBe(0);
    expect(await looked(w)).toBe(after(begun + 3));
    expect(await lookAt(w, begun + 17)).toBe(2);
    expect(await lookAt(w, begun + 18)).toBe(0);
    expect(await lookAt(w, begun + 19)).toBe(0);
  });

  it("finds a correction that was written after a later look, and tells of it once", async () => {
    const w = world();
    const begun = 50 * 60;
    expect(await lookAt(w, begun)).toBe(1);
    expect(await looked(w)).toBe(after(begun));
    // Its instant is the request's, and the request took five minutes to be written.
    await change(350, 250, begun - 5);
    expect(await lookAt(w, begun + 1)).toBeGreaterThan(0);
    expect(await adjustments(w)).toBe(1);
    expect(await lookAt(w, begun + 2)).toBe(0);
    expect(await adjustments(w)).toBe(1);
  });

  it("looks at all there is when the clock was set back, as a demo's is at each start", async () => {
    const w = world();
    expect(await lookAt(w, 10)).toBeGreaterThan(0);
    expect(await looked(w)).toBe(after(10));
  });
});
