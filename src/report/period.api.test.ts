import { expect, it } from "vitest";
import type { CastName, UnitName } from "../../test/cast.ts";
import {
  type Donors,
  giveTargets,
  makeCampaign,
  makeClosedDrive,
  setOwnTarget,
} from "../../test/closed-drive.ts";
import { carryOut } from "../../test/decisions.ts";
import { approve, correct, finish, send, submit } from "../../test/reports.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { reader } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import * as period from "./contract/period.ts";
import * as report from "./contract.ts";
import { sumFigures } from "./rules/figures.ts";
import { CALENDAR_KINDS, periodWith } from "./rules/periods.ts";
import { fillPeriod } from "./service/period-facts.ts";

type Entry = { kind: "month" | "quarter" | "half" | "year" | "campaign"; from?: string; campaignId?: string };
const openPeriod = async (w: World, who: CastName, unit: UnitName, entry: Entry): Promise<string> => {
  const { body, status } = await w
    .as(who)
    .call(period.openPeriod, { params: { unitId: w.units[unit] }, body: { id: newId(), ...entry } });
  expect(status).toBe(200);
  return body.id;
};
const view = async (w: World, who: CastName, reportId: string) =>
  (await w.as(who).call(period.getPeriod, { params: { reportId } })).body;

/** Nothing of the program: outcomes and bookings one by one, in the tree of the day. */
const recount = async (w: World, unit: UnitName, from: string, until: string) =>
  (
    await w.pool.query(
      `select count(*)::int as registered, (count(*) filter (where o.volume_ml > 0))::int as donated,
              (count(*) filter (where o.volume_ml = 250))::int as bags250,
              (count(*) filter (where o.volume_ml = 350))::int as bags350,
              (count(*) filter (where o.volume_ml = 450))::int as bags450,
              coalesce(sum(o.volume_ml), 0)::int as ml,
              (100 * count(*) filter (where o.volume_ml > 0))::int as "unitsHundredths"
       from turnout.v_outcome o join drive.drive d on d.id = o.drive_id
       join unit.path c on c.unit_id = o.credited_unit_id and c.valid @> $3::date
       join unit.path top on top.unit_id = $1 and top.valid @> $3::date
       where d.day between $2 and $3 and starts_with(c.path, top.path)`,
      [w.units[unit], from, until],
    )
  ).rows[0];

/** The same donors each time: a failure can be looked at again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

await onEveryServer("reports of periods", (world) => {
  it("reconcile to the last unit with random facts, a merger in the middle and corrections after approval", async () => {
    const w = world();
    const dice = chance(w.url.length * 7 + 3);
    const campaignId = await makeCampaign(w);
    const people = (): Donors[] =>
      (["a1", "a1s", "a2", "a", "b1", "b", "province"] as const).map((unit) => ({
        unit,
        stayed: dice(3),
        ml250: dice(2),
        ml350: 1 + dice(3),
        ml450: dice(2),
      }));
    const drives: string[] = [];
    const hold = async (day: string, donors: Donors[]) => {
      w.now = `${day}T12:00:00.000Z`;
      const id = await makeClosedDrive(w, campaignId, { day, donors, outside: { ml350: 1 + dice(5) } });
      drives.push(id);
      return id;
    };
    w.now = "2021-01-20T02:00:00.000Z";
    // Everybody signs in once; half a year goes by.
    await finish(w, await hold("2021-01-30", people()));
    await w.pool.query("update account.session set expires_at = '2030-01-01'");
    for (const day of ["2021-01-31", "2021-02-10", "2021-03-31"]) await finish(w, await hold(day, people()));
    w.now = "2021-04-02T02:00:00.000Z";
    await carryOut(w, {
      effectiveOn: "2021-04-10",
      acts: [
        { kind: "merge", fromIds: [w.units.a1], intoId: w.units.a2 },
        { kind: "move", unitId: w.units.b1, parentId: w.units.a },
      ],
    });
    for (const day of ["2021-04-12", "2021-06-30"]) {
      const left = people().filter(({ unit }) => unit !== "a1" && unit !== "a1s");
      await finish(w, await hold(day, left));
    }
    w.now = "2021-07-05T02:00:00.000Z";
    // A bag more and a bag less, of a union that stands and of one that has merged away, after all was approved.
    await correct(w, drives[5] ?? "", "b1", { from: 350, to: 0, at: w.now });
    await correct(w, drives[0] ?? "", "a1", { from: 350, to: 450, at: w.now });

    const db = reader(w.pool);
    for (const unit of ["province", "a", "b", "a2", "b1"] as const) {
      const totals = new Map<string, ReturnType<typeof sumFigures>>();
      for (const kind of CALENDAR_KINDS) {
        for (let month = 1; month <= 12; month++) {
          const span = periodWith(kind, `2021-${String(month).padStart(2, "0")}-01`);
          if (totals.has(`${kind} ${span.from}`) || span.from > "2021-07-01") continue;
          const until = span.until < "2021-07-05" ? span.until : "2021-07-05";
          const filled = await fillPeriod(
            db,
            { unitId: w.units[unit], fromDay: span.from, untilDay: until, campaignId: null },
            "2021-07-05",
          );
          const of = (sources: string[]) =>
            sumFigures(
              filled.lines.filter(({ source }) => sources.includes(source)).map(({ figures }) => figures),
            );
          const total = of(["own", "child"]);
          const said = `${unit} ${kind} ${span.from}`;
          expect([said, of(["drive"])]).toEqual([said, total]);
          expect([said, filled.gaps.missing]).toEqual([said, []]);
          expect([said, total]).toEqual([said, await recount(w, unit, span.from, until)]);
          totals.set(`${kind} ${span.from}`, total);
        }
      }
      // In the province's tree nothing comes or goes, so the longer is the sum of the shorter as they were made.
      if (unit !== "province") continue;
      const sum = (kind: string) =>
        sumFigures([...totals].filter(([key]) => key.startsWith(kind)).map(([, total]) => total));
      expect(sum("quarter")).toEqual(sum("month"));
      expect(sum("half")).toEqual(sum("quarter"));
      expect(sum("year")).toEqual(sum("half"));
    }
    // Counters say the same as the year, whole events stand apart from it.
    const { rows } = await w.pool.query(
      "select sum(value)::int as ml from tally.counter where measure = 'ml'",
    );
    const year = await view(
      w,
      "thu",
      await openPeriod(w, "thu", "province", { kind: "year", from: "2021-01-01" }),
    );
    expect(year.total.ml).toBe(rows[0].ml);
    const outside = await w.pool.query(
      "select 350 * sum(outside_350)::int as ml from turnout.sheet where closed_at is not null",
    );
    expect(year.event?.ml).toBe(rows[0].ml + outside.rows[0].ml);
  }, 60_000);
});

await onEveryServer("the report of a period", (world) => {
  it("leaves out and names what is not reported, and is sent, returned, approved and frozen like a drive's", async () => {
    const w = world();
    const campaignId = await makeCampaign(w, { letter: { reportDays: 5, reached: [] } });
    const driveId = await makeClosedDrive(w, campaignId, {
      day: "2021-05-10",
      donors: [
        { unit: "a1", ml350: 3 },
        { unit: "a2", ml350: 2 },
        { unit: "a", ml350: 1 },
        { unit: "b1", stayed: 1, ml250: 1 },
      ],
      outside: { ml450: 4 },
    });
    await giveTargets(w, campaignId, "province", { a: 4, b: 2 });
    await setOwnTarget(w, campaignId, "a", 6);
    w.now = "2021-05-12T02:00:00.000Z";
    const a = await openPeriod(w, "binh", "a", { kind: "month", from: "2021-05-01" });
    expect((await view(w, "binh", a)).lines.map(({ figures }) => figures?.donated ?? null)).toEqual([
      null,
      null,
      1,
    ]);
    await send(w, "chi", "a1", driveId, "binh");
    expect(await view(w, "binh", a)).toMatchObject({
      total: { donated: 4 },
      missing: [{ unit: { id: w.units.a2 }, driveId }],
      drives: [{ driveId, figures: { donated: 4 }, lacking: 1 }],
      assigned: null,
      event: null,
    });
    // The month is not over.
    expect((await submit(w, "binh", a)).problem?.code).toBe("period-not-over");
    w.now = "2021-06-01T02:00:00.000Z";
    // Above, A's people are not reported until A's own report of the drive is approved.
    const province = await openPeriod(w, "thu", "province", { kind: "month", from: "2021-05-01" });
    expect(await view(w, "thu", province)).toMatchObject({
      total: { donated: 0 },
      event: { donated: 7 + 4 },
    });
    expect((await view(w, "thu", province)).missing.map(({ unit }) => unit.id).sort()).toEqual(
      [w.units.a, w.units.a2, w.units.b1].sort(),
    );
    expect((await submit(w, "binh", a)).status).toBe(200);
    await send(w, "son", "a2", driveId, "binh");
    await send(w, "binh", "a", driveId, "thu");
    // Sent is sent; what came in since is told beside it.
    expect(await view(w, "binh", a)).toMatchObject({
      state: "submitted",
      total: { donated: 4 },
      changed: { donated: 2, ml: 700 },
      completeness: { owed: 2, sent: 1, onTime: 1 },
    });
    const back = await w.as("thu").call(report.returnReport, {
      params: { reportId: a },
      body: { id: newId(), figure: "donated", text: "Bổ sung CĐCS An Hai." },
    });
    expect(back.status).toBe(200);
    expect((await submit(w, "binh", a)).status).toBe(200);
    expect((await approve(w, "binh", a)).status).toBe(403);
    expect((await approve(w, "thu", a)).status).toBe(200);
    expect(await view(w, "binh", a)).toMatchObject({
      state: "approved",
      version: 2,
      total: { donated: 6 },
      missing: [],
      changed: null,
      to: { id: w.units.province },
    });
    const below = await w.as("thu").call(period.listPeriodsBelow, {
      params: { unitId: w.units.province },
      query: { kind: "month", from: "2021-05-01" },
    });
    expect(below.body.items.map(({ unit, state }) => [unit.id, state])).toEqual([
      [w.units.b, null],
      [w.units.a, "approved"],
    ]);
    const docx = await w.as("binh").call(report.downloadReport, { params: { reportId: a } });
    expect([docx.status, docx.raw.subarray(0, 2).toString()]).toEqual([200, "PK"]);
    const again = await w.as("binh").call(report.downloadReport, { params: { reportId: a } });
    expect(again.raw.equals(docx.raw)).toBe(true);

    // The campaign: against both targets, by its leading unit's signatory alone.
    const of = await openPeriod(w, "binh", "a", { kind: "campaign", campaignId });
    expect(await view(w, "binh", of)).toMatchObject({ assigned: 4, own: 6, total: { donated: 6 } });
    await send(w, "bich", "b1", driveId, "bao");
    await send(w, "bao", "b", driveId, "thu");
    const whole = await openPeriod(w, "thu", "province", { kind: "campaign", campaignId });
    expect((await submit(w, "thu", whole)).status).toBe(200);
    expect((await approve(w, "thu", whole)).status).toBe(403);
    expect((await approve(w, "tuan", whole)).status).toBe(200);
    expect(await view(w, "tuan", whole)).toMatchObject({
      total: { donated: 7 },
      missing: [],
      assigned: 6,
      to: null,
    });
    expect((await w.as("tuan").call(report.downloadReport, { params: { reportId: whole } })).status).toBe(
      200,
    );
  });

  it("is one, whoever opens it and however often, and only of a period that was", async () => {
    const w = world();
    const params = { unitId: w.units.a };
    const ask = (body: object) =>
      w.as("binh").call(period.openPeriod, { params, body: { id: newId(), ...body } as never });
    const both = await Promise.all([0, 1].map(() => ask({ kind: "quarter", from: "2021-04-01" })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
    expect((await ask({ kind: "quarter", from: "2021-05-01" })).problem?.code).toBe("no-such-period");
    expect((await ask({ kind: "month", from: "2021-12-01" })).problem?.code).toBe("no-such-period");
    expect((await ask({ kind: "campaign" })).problem?.code).toBe("no-such-period");
    expect((await ask({ kind: "month", from: "2021-02-01" })).problem?.code).toBe("nothing-to-report");
    expect((await ask({ kind: "campaign", campaignId: newId() })).problem?.code).toBe("not-found");
    const { body } = await w.as("binh").call(period.listPeriods, { params });
    expect(body.items.map(({ kind, from, state }) => [kind, from, state])).toEqual([
      ["campaign", "2021-01-01", "draft"],
      ["quarter", "2021-04-01", "draft"],
      ["month", "2021-05-01", "approved"],
    ]);
  });

  it("tells who sends in time, as of a day, page by page and as Excel", async () => {
    const w = world();
    const params = { unitId: w.units.province };
    const rows = async (query: object) =>
      (
        await w.as("thu").call(period.listCompleteness, {
          params,
          query: { from: "2021-05-01", until: "2021-05-31", ...query } as never,
        })
      ).body;
    // Due 15 May; A sent on 1 June.
    expect((await rows({})).items).toMatchObject([
      { unit: { id: w.units.b }, owed: 1, sent: 1, onTime: 0, daysLate: 17, returned: 0 },
      { unit: { id: w.units.a }, owed: 1, sent: 1, onTime: 0, daysLate: 17 },
    ]);
    expect((await rows({ asOf: "2021-05-12" })).items).toMatchObject([
      { unit: { id: w.units.b }, owed: 1, sent: 0, daysLate: 0 },
      { unit: { id: w.units.a }, owed: 1, sent: 0 },
    ]);
    const all = (await rows({ level: "all" })).items;
    expect(all).toHaveLength(5);
    expect(all.find(({ unit }) => unit.id === w.units.a1)).toMatchObject({ sent: 1, onTime: 1, daysLate: 0 });
    const first = await rows({ level: "all", limit: 3 });
    const rest = await rows({ level: "all", limit: 3, after: first.next });
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(rest.next).toBeNull();
    const file = await w.as("thu").call(period.exportCompleteness, {
      params,
      query: { from: "2021-05-01", until: "2021-05-31" },
    });
    expect([file.status, file.raw.subarray(0, 2).toString()]).toEqual([200, "PK"]);
    expect((await w.as("thu").call(period.listCompleteness, { params })).problem?.code).toBe("invalid-input");
  });
});
