import { expect, it } from "vitest";
import { makeClosedDrive } from "../../test/closed-drive.ts";
import { carryOut } from "../../test/decisions.ts";
import { approve, correct, finish, get, makeReportedDrive, open, send, submit } from "../../test/reports.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import * as adjustment from "./contract/adjustment.ts";
import * as report from "./contract.ts";
import { ADJUST_JOB, adjustJobs } from "./jobs.ts";

const LATER = "2021-06-20T02:00:00.000Z";

/** The job of a minute; answers what it asked to be done next. */
async function look(w: World): Promise<string[]> {
  const asked: string[] = [];
  const jobs = adjustJobs({
    pool: w.pool,
    now: () => w.now,
    publicUrl: "http://giothong.test",
    enqueue: async (_tx, job) => void asked.push(job),
  });
  await jobs[ADJUST_JOB]?.({} as never, {} as never);
  return asked;
}
const listOf = async (w: World, who: "chi" | "binh" | "thu" | "bao", unit: "a1" | "a" | "province" | "b") =>
  (await w.as(who).call(adjustment.listAdjustments, { params: { unitId: w.units[unit] } })).body.items;
const view = async (w: World, who: "chi" | "binh" | "thu", reportId: string) =>
  (await w.as(who).call(adjustment.getAdjustment, { params: { reportId } })).body;

await onEveryServer("a fact corrected after its report was approved", (world) => {
  let driveId: string;
  let frozen: Buffer;
  let ofA1: string;

  it("makes an adjustment beside the frozen report and tells every level above at once", async () => {
    const w = world();
    ({ driveId } = await makeReportedDrive(w));
    const top = await finish(w, driveId);
    await w.pool.query("update account.account set email = 'so@example.test' where id = any ($1)", [
      [w.accountOf("chi"), w.accountOf("binh"), w.accountOf("tuan"), w.accountOf("bao")],
    ]);
    w.now = LATER;
    await correct(w, driveId, "a1", { from: 350, to: 450, at: LATER });
    await correct(w, driveId, "a1", { from: 350, to: 0, at: LATER });
    // Seen at every level before anybody did anything.
    const difference = {
      donated: -1,
      bags350: -2,
      bags450: 1,
      ml: -250,
      unitsHundredths: -100,
      registered: 0,
    };
    expect((await get(w, "thu", top.id)).changed).toMatchObject(difference);
    expect(await look(w)).toHaveLength(3);
    expect(await look(w)).toEqual([]);
    const [own] = await listOf(w, "chi", "a1");
    expect(own).toMatchObject({ stands: "to-make", number: 1, state: "draft" });
    expect(await listOf(w, "binh", "a")).toMatchObject([{ id: own?.id, stands: "told" }]);
    expect(await listOf(w, "thu", "province")).toMatchObject([{ id: own?.id, stands: "told" }]);
    expect(await listOf(w, "bao", "b")).toEqual([]);
    ofA1 = own?.id ?? "";
    expect(await view(w, "chi", ofA1)).toMatchObject({
      before: { donated: 9, ml: 3150 },
      after: { donated: 8, ml: 2900 },
      difference,
      lines: [{ source: "own", unit: { id: w.units.a1 } }],
      allowedActions: ["report.remarks", "report.submit", "report.docx"],
    });
    frozen = (await w.as("thu").call(report.downloadReport, { params: { reportId: top.id } })).raw;
  });

  it("goes up the chain, each approval making the next level's, and no approved report changes", async () => {
    const w = world();
    const reports = async () =>
      (
        await w.pool.query(
          "select * from report.report where state = 'approved' and kind = 'drive' order by id",
        )
      ).rows;
    const lines = async () =>
      (
        await w.pool.query(
          `select n.* from report.line n join report.report r on r.id = n.report_id where r.kind = 'drive'
         order by n.report_id, n.version, n.ordinal`,
        )
      ).rows;
    const before = [await reports(), await lines()];
    expect((await submit(w, "chi", ofA1)).status).toBe(200);
    expect((await submit(w, "chi", ofA1)).status).toBe(200);
    expect((await approve(w, "chi", ofA1)).status).toBe(403);
    expect((await approve(w, "thu", ofA1)).status).toBe(403);
    expect((await approve(w, "binh", ofA1)).status).toBe(200);
    const ofA = (await listOf(w, "binh", "a")).find(({ stands }) => stands === "to-make");
    expect(await view(w, "binh", ofA?.id ?? "")).toMatchObject({
      lines: [{ source: "child", unit: { id: w.units.a1 }, before: { donated: 9 }, after: { donated: 8 } }],
      before: { donated: 14 },
      after: { donated: 13 },
    });
    expect((await submit(w, "binh", ofA?.id ?? "")).status).toBe(200);
    expect((await approve(w, "thu", ofA?.id ?? "")).status).toBe(200);
    const top = (await listOf(w, "thu", "province")).find(({ stands }) => stands === "to-make");
    expect((await submit(w, "thu", top?.id ?? "")).status).toBe(200);
    expect((await approve(w, "tuan", top?.id ?? "")).status).toBe(200);
    expect([await reports(), await lines()]).toEqual(before);
    const docx = await w.as("thu").call(report.downloadReport, { params: { reportId: top?.id ?? "" } });
    expect(docx.status).toBe(200);
    const ofTop = await get(w, "thu", top?.ofId ?? "");
    expect(ofTop).toMatchObject({
      total: { donated: 17 },
      changed: { donated: -1, ml: -250 },
      adjustments: [{ number: 1, state: "approved" }],
    });
    const paper = await w.as("thu").call(report.downloadReport, { params: { reportId: ofTop.id } });
    expect(paper.raw.equals(frozen)).toBe(true);
    // Nothing is left to say.
    const again = await w
      .as("thu")
      .call(adjustment.openAdjustment, { params: { reportId: ofTop.id }, body: { id: newId() } });
    expect(again.problem?.code).toBe("nothing-to-adjust");
    expect(await look(w)).toEqual([]);
  });

  it("a second correction is a second adjustment, which begins where the first ended", async () => {
    const w = world();
    w.now = "2021-06-25T02:00:00.000Z";
    await correct(w, driveId, "a1s", { from: 450, to: 350, at: w.now });
    const [first] = await listOf(w, "chi", "a1");
    const opening = () =>
      w.as("chi").call(adjustment.openAdjustment, {
        params: { reportId: first?.ofId ?? "" },
        body: { id: newId() },
      });
    const both = await Promise.all([opening(), opening()]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
    expect(await view(w, "chi", both[0]?.body.id ?? "")).toMatchObject({
      number: 2,
      before: { donated: 8, ml: 2900 },
      after: { donated: 8, ml: 2800 },
    });
    expect(
      (await w.as("bao").call(adjustment.getAdjustment, { params: { reportId: first?.id ?? "" } })).status,
    ).toBe(403);
  });

  it("a report that comes in after the one above was approved is brought in by an adjustment", async () => {
    const w = world();
    const { rows } = await w.pool.query("select campaign_id from drive.drive where id = $1", [driveId]);
    const late = await makeClosedDrive(w, rows[0].campaign_id, {
      day: "2021-06-24",
      donors: [
        { unit: "a1", ml350: 3 },
        { unit: "a2", ml350: 2 },
      ],
    });
    await send(w, "chi", "a1", late, "binh");
    const a = await send(w, "binh", "a", late, "thu");
    await send(w, "son", "a2", late, "binh");
    expect(await get(w, "binh", a)).toMatchObject({ total: { donated: 3 }, changed: { donated: 2 } });
    const own = (await listOf(w, "binh", "a")).find(({ ofId }) => ofId === a);
    expect(await view(w, "binh", own?.id ?? "")).toMatchObject({
      lines: [{ unit: { id: w.units.a2 }, before: null, after: { donated: 2 } }],
      after: { donated: 5 },
    });
    await submit(w, "binh", own?.id ?? "");
    await approve(w, "thu", own?.id ?? "");
    // The province has not reported yet: its report takes the adjusted figure, and misses nobody.
    expect(await get(w, "thu", await open(w, "thu", "province", late))).toMatchObject({
      total: { donated: 5 },
      missing: [],
    });
  });

  it("is its successor's to adjust once the union has ended", async () => {
    const w = world();
    await carryOut(w, {
      effectiveOn: "2021-06-26",
      acts: [{ kind: "merge", fromIds: [w.units.a1], intoId: w.units.a2 }],
    });
    w.now = "2021-06-27T02:00:00.000Z";
    const { rows } = await w.pool.query(
      "select id from report.report where kind = 'adjustment' and unit_id = $1 and state = 'draft'",
      [w.units.a1],
    );
    expect((await submit(w, "son", rows[0].id)).status).toBe(200);
    expect((await approve(w, "binh", rows[0].id)).status).toBe(200);
  });
});
