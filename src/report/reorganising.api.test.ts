// Reports in the middle of a re-organisation: whenever it comes, each donation goes up exactly once.
import { expect, it } from "vitest";
import { testServers } from "../../test/database.ts";
import { carryOut, draftDecision, dryRun, undo } from "../../test/decisions.ts";
import { approve, finish, get, makeReportedDrive, open, send, submit } from "../../test/reports.ts";
import { makeWorld, onEveryServer, type World } from "../../test/world.ts";
import type { Act } from "../unit/schema/acts.ts";
import * as report from "./contract.ts";

/** Of the drive's donors all but those of the other province's union. */
const WHOLE = { registered: 26, donated: 17 };
const ON = "2021-06-10";

type Stage = (w: World, driveId: string) => Promise<unknown>;
const STAGES: Readonly<Record<string, Stage>> = {
  "nobody has reported": async () => undefined,
  "the union has a draft": (w, d) => open(w, "chi", "a1", d),
  "its report is sent": async (w, d) => submit(w, "chi", await open(w, "chi", "a1", d)),
  "its report is approved": (w, d) => send(w, "chi", "a1", d, "binh"),
  "only its neighbour's is approved": (w, d) => send(w, "son", "a2", d, "binh"),
  "the level above has reported without it": async (w, d) => {
    await send(w, "son", "a2", d, "binh");
    await send(w, "binh", "a", d, "thu");
  },
  "the level above has reported with it": async (w, d) => {
    await send(w, "chi", "a1", d, "binh");
    await send(w, "son", "a2", d, "binh");
    await submit(w, "binh", await open(w, "binh", "a", d));
  },
};
const ACTS = [
  "it merges into its neighbour",
  "it ends without a successor",
  "it moves elsewhere",
  "the level above merges away",
] as const;
const actsOf = (w: World): Readonly<Record<(typeof ACTS)[number], readonly Act[]>> => ({
  "it merges into its neighbour": [{ kind: "merge", fromIds: [w.units.a1], intoId: w.units.a2 }],
  "it ends without a successor": [
    { kind: "close", unitId: w.units.a1s, members: "leave" },
    { kind: "close", unitId: w.units.a1, members: "leave" },
  ],
  "it moves elsewhere": [{ kind: "move", unitId: w.units.a1, parentId: w.units.b }],
  "the level above merges away": [{ kind: "merge", fromIds: [w.units.a], intoId: w.units.b }],
});

const PAIRS = Object.keys(STAGES).flatMap((stage) => ACTS.map((act) => [stage, act] as const));
const servers = await testServers();
servers.forEach((server, turn) => {
  // Each pair needs a world of its own, so the servers share them out; one alone takes all.
  const mine = PAIRS.filter((_, index) => index % servers.length === turn);
  it.each(mine)(`counts each donation once when %s and %s (${server.name})`, async (stage, act) => {
    const w = await makeWorld(server);
    try {
      const { driveId } = await makeReportedDrive(w);
      await STAGES[stage]?.(w, driveId);
      await carryOut(w, { effectiveOn: ON, acts: [...actsOf(w)[act]] });
      const top = await finish(w, driveId);
      expect(top).toMatchObject({ state: "approved", total: WHOLE, missing: [] });
    } finally {
      await w.close();
    }
  });
});

await onEveryServer("a report of a union that ended", (world) => {
  it("is approved by the level above, stands under its last name, and is not sent a second time by its successor", async () => {
    const w = world();
    const { driveId } = await makeReportedDrive(w);
    const sent = await open(w, "chi", "a1", driveId);
    await submit(w, "chi", sent);
    const merging = { effectiveOn: ON, acts: [...actsOf(w)["it merges into its neighbour"]] };
    const { touches } = await dryRun(w, await draftDecision(w, merging));
    expect(touches).toContainEqual(
      expect.objectContaining({ capability: "report", what: "reports-open", count: 1 }),
    );
    const id = await carryOut(w, merging);
    const own = await open(w, "son", "a2", driveId);
    expect((await get(w, "son", own)).total.donated).toBe(4);
    // Who stands for it may look at what it sent, and only the level it was sent to approves it.
    expect((await get(w, "son", sent)).total.donated).toBe(9);
    expect((await approve(w, "son", sent)).status).toBe(403);
    expect((await approve(w, "binh", sent)).status).toBe(200);
    expect((await w.as("son").call(report.downloadReport, { params: { reportId: sent } })).status).toBe(200);
    const above = await open(w, "binh", "a", driveId);
    const lines = (await get(w, "binh", above)).lines;
    expect(lines.map(({ unit, figures }) => [unit.shortName, figures?.donated ?? null])).toEqual([
      ["CĐCS An Hai", null],
      ["CĐCS An Một", 9],
      ["LĐLĐ huyện An", 1],
    ]);
    expect((await undo(w, id)).problem).toBeUndefined();
    expect((await get(w, "binh", above)).lines).toEqual(lines);
  });

  it("that was not sent is its successor's to make, and once that is approved the merger stays", async () => {
    const w = world();
    w.now = "2021-01-18T02:00:00.000Z";
    const { driveId } = await makeReportedDrive(w);
    const draft = await open(w, "chi", "a1", driveId);
    const id = await carryOut(w, { effectiveOn: ON, acts: [...actsOf(w)["it merges into its neighbour"]] });
    expect((await w.as("thu").call(report.getReport, { params: { reportId: draft } })).status).toBe(403);
    await send(w, "son", "a2", driveId, "binh");
    const again = await undo(w, id);
    expect(again.problem).toMatchObject({
      code: "undo-blocked",
      details: { touches: ["report.reports-frozen:1"] },
    });
  });
});
