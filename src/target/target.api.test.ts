// A number given from outside goes down the tree: exact sums at every version, whoever decides at once.
import { expect, test } from "vitest";
import { type Caller, onEveryServer, type World } from "../../test/world.ts";
import { draftDirective, issueDirective } from "../directive/contract.ts";
import { newId } from "../platform/pure/ids.ts";
import * as contract from "./contract.ts";

await onEveryServer("targets", (world) => {
  /** A campaign led by the province whose letter reached A. */
  const campaign = async (w: World): Promise<string> => {
    const [campaignId, directiveId] = [newId(), newId()];
    const params = { unitId: w.units.province };
    await w.as("thu").call(draftDirective, {
      params,
      body: {
        id: directiveId,
        documentId: newId(),
        campaign: {
          id: campaignId,
          programme: "P",
          name: "Chương trình mẫu",
          year: 2021,
          from: "2021-01-01",
          until: "2021-12-31",
        },
        letter: {
          subject: "vận động",
          addressees: [],
          bases: [],
          instructions: [{ ordinal: 1, text: "Vận động.", duties: ["mobilise"] }],
          targets: [],
          recipients: [],
          warnings: [],
          text: "",
          spans: {},
        },
        recipients: [{ unitId: w.units.a, addressee: "" }],
      },
    });
    await w.as("thu").call(issueDirective, { params: { ...params, directiveId } });
    return campaignId;
  };
  const share = (unitId: string, value: number) => ({ unitId, value });
  const give = (
    w: World,
    campaignId: string,
    body: { total: number; basedOn: number; shares: { unitId: string; value: number }[]; reserve?: number },
    who: "thu" | "tuan" = "thu",
    options: { key?: string } = {},
  ) =>
    w.as(who).call(
      contract.giveTarget,
      {
        params: { unitId: w.units.province, campaignId },
        body: { measure: "units", ...body, reason: body.basedOn > 0 ? "Cân lại" : "" },
      },
      options,
    );
  const split = (
    caller: Caller,
    unitId: string,
    campaignId: string,
    basedOn: number,
    shares: { unitId: string; value: number }[],
    reserve = 0,
  ) =>
    caller.call(contract.splitTarget, {
      params: { unitId, campaignId },
      body: { measure: "units", basedOn, shares, reserve, reason: basedOn > 0 ? "Cân lại" : "" },
    });
  const view = async (caller: Caller, unitId: string, campaignId: string) =>
    (await caller.call(contract.getTargets, { params: { unitId, campaignId }, query: {} })).body;
  /** Σ children + reserve = number held, of every unit that has split, by a recount past the views. */
  const wrongSums = async (w: World, campaignId: string): Promise<number> =>
    (
      await w.pool.query(
        `with last as (select distinct on (unit_id) * from target.split where campaign_id = $1
                       order by unit_id, version desc),
              given as (select distinct on (unit_id) * from target.given where campaign_id = $1
                        order by unit_id, version desc)
         select count(*)::int as n from last l
         where l.total <> l.reserve + (select sum(value) from target.share s where s.campaign_id = $1
                                       and s.unit_id = l.unit_id and s.version = l.version)
            or l.total <> coalesce((select value from given g where g.unit_id = l.unit_id),
                                   (select sum(s.value) from target.share s join last p
                                     on p.unit_id = s.unit_id and p.version = s.version
                                    where s.campaign_id = $1 and s.child_id = l.unit_id), 0)`,
        [campaignId],
      )
    ).rows[0].n as number;

  test("a number from outside is given and split in one decision, and the units below see theirs", async () => {
    const w = world();
    const id = await campaign(w);
    const before = await view(w.as("thu"), w.units.province, id);
    expect(before).toMatchObject({ assigned: null, own: null, version: 0, reserve: 0 });
    const nothing = { lastResultHundredths: null, heldElsewhere: false, asked: null };
    // Reached by the campaign's letter first, then by name; members counted in each subtree.
    expect(before.children).toEqual([
      { unit: expect.objectContaining({ id: w.units.a }), value: null, own: null, members: 20, ...nothing },
      { unit: expect.objectContaining({ id: w.units.b }), value: null, own: null, members: 10, ...nothing },
    ]);
    expect(before.allowedActions.sort()).toEqual([
      "target.give",
      "target.propose",
      "target.read-annex",
      "target.set-own",
    ]);
    const shares = [share(w.units.a, 600), share(w.units.b, 300)];
    expect((await give(w, id, { total: 1000, basedOn: 0, shares, reserve: 100 })).status).toBe(200);
    expect(await view(w.as("binh"), w.units.a, id)).toMatchObject({ assigned: 600, version: 0 });
    expect(await view(w.as("thu"), w.units.province, id)).toMatchObject({
      assigned: 1000,
      version: 1,
      reserve: 100,
      children: [{ value: 600 }, { value: 300 }],
      allowedActions: expect.arrayContaining(["target.split"]),
    });
    // From above one looks on.
    expect((await view(w.as("thu"), w.units.a, id)).allowedActions).toEqual([]);
    expect((await view(w.as("lan"), w.units.a, id)).allowedActions.sort()).toEqual([
      "target.propose",
      "target.read-annex",
    ]);
  });

  test("a split that does not add up, or names a unit not below, is refused with what is wrong", async () => {
    const w = world();
    const id = await campaign(w);
    const sum = await give(w, id, { total: 100, basedOn: 0, shares: [share(w.units.a, 60)], reserve: 39 });
    expect(sum).toMatchObject({
      status: 422,
      problem: { code: "target-sum", details: { expected: 100, given: 99 } },
    });
    const outside = await give(w, id, { total: 100, basedOn: 0, shares: [share(w.units.a1, 100)] });
    expect(outside.problem?.code).toBe("share-outside-children");
    const twice = await give(w, id, {
      total: 100,
      basedOn: 0,
      shares: [share(w.units.a, 50), share(w.units.a, 50)],
    });
    expect(twice.problem?.code).toBe("invalid-input");
    expect(await view(w.as("thu"), w.units.province, id)).toMatchObject({ assigned: null, version: 0 });
  });

  test("only the leading unit is given a number from outside, and nobody splits before a number is held", async () => {
    const w = world();
    const id = await campaign(w);
    const own = await w.as("binh").call(contract.giveTarget, {
      params: { unitId: w.units.a, campaignId: id },
      body: { measure: "units", total: 5, basedOn: 0, shares: [share(w.units.a1, 5)] },
    });
    expect(own.problem?.code).toBe("not-leading-unit");
    const early = await split(w.as("binh"), w.units.a, id, 0, [share(w.units.a1, 5)]);
    expect(early.problem?.code).toBe("nothing-assigned");
    const foreign = { params: { unitId: w.units.other, campaignId: id }, query: {} };
    expect((await w.as("xa").call(contract.getTargets, foreign)).status).toBe(404);
    expect((await split(w.as("lan"), w.units.a, id, 0, [share(w.units.a1, 5)])).status).toBe(403);
  });

  test("a decision based on a version that has passed is refused, not laid over the new one", async () => {
    const w = world();
    const id = await campaign(w);
    await give(w, id, { total: 100, basedOn: 0, shares: [share(w.units.a, 100)] });
    const stale = await give(w, id, { total: 90, basedOn: 0, shares: [share(w.units.a, 90)] });
    expect(stale.problem).toMatchObject({ code: "target-changed", details: { version: 1 } });
    expect((await give(w, id, { total: 90, basedOn: 1, shares: [share(w.units.b, 90)] })).status).toBe(200);
    expect(await view(w.as("binh"), w.units.a, id)).toMatchObject({ assigned: null });
  });

  test("the same request twice decides once", async () => {
    const w = world();
    const id = await campaign(w);
    const key = newId();
    const body = { total: 100, basedOn: 0, shares: [share(w.units.a, 100)] };
    const both = await Promise.all([give(w, id, body, "thu", { key }), give(w, id, body, "thu", { key })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await view(w.as("thu"), w.units.province, id)).toMatchObject({ version: 1 });
  });

  test("of two officers who split at once one wins, and the other is told that it changed", async () => {
    const w = world();
    const id = await campaign(w);
    const outcomes = await Promise.all([
      give(w, id, { total: 100, basedOn: 0, shares: [share(w.units.a, 100)] }, "thu"),
      give(w, id, { total: 80, basedOn: 0, shares: [share(w.units.b, 80)] }, "tuan"),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(outcomes.find(({ status }) => status === 409)?.problem?.code).toBe("target-changed");
    expect(await wrongSums(w, id)).toBe(0);
  });

  test("when the level above changes a number already split, the reserve below takes the difference", async () => {
    const w = world();
    const id = await campaign(w);
    await give(w, id, { total: 100, basedOn: 0, shares: [share(w.units.a, 60), share(w.units.b, 40)] });
    await split(w.as("binh"), w.units.a, id, 0, [share(w.units.a1, 30), share(w.units.a2, 20)], 10);
    const more = [share(w.units.a, 75), share(w.units.b, 25)];
    expect((await split(w.as("thu"), w.units.province, id, 1, more)).status).toBe(200);
    const below = await view(w.as("binh"), w.units.a, id);
    expect(below).toMatchObject({ assigned: 75, version: 2, reserve: 25 });
    expect(below.children.map(({ value }) => value).sort()).toEqual([20, 30]);
    expect(await view(w.as("chi"), w.units.a1, id)).toMatchObject({ assigned: 30 });
    const toofew = [share(w.units.a, 49), share(w.units.b, 51)];
    const refused = await split(w.as("thu"), w.units.province, id, 2, toofew);
    expect(refused.problem).toMatchObject({ code: "split-below-first", details: { units: [w.units.a] } });
    const dropped = await split(w.as("thu"), w.units.province, id, 2, [share(w.units.b, 100)]);
    expect(dropped.problem?.code).toBe("split-below-first");
    // Once it has split lower, the number can be lowered, or taken away altogether.
    const all = [share(w.units.a1, 0), share(w.units.a2, 0)];
    expect((await split(w.as("binh"), w.units.a, id, 2, all, 75)).status).toBe(200);
    expect((await split(w.as("thu"), w.units.province, id, 2, [share(w.units.b, 100)])).status).toBe(200);
    expect(await view(w.as("binh"), w.units.a, id)).toMatchObject({ assigned: null, version: 4, reserve: 0 });
    expect(await wrongSums(w, id)).toBe(0);
  });

  test("two levels deciding at once leave exact sums, whichever came first", async () => {
    const w = world();
    for (let round = 0; round < 12; round++) {
      const id = await campaign(w);
      await give(w, id, { total: 100, basedOn: 0, shares: [share(w.units.a, 60), share(w.units.b, 40)] });
      const upper = [share(w.units.a, 70 - 2 * round), share(w.units.b, 30 + 2 * round)];
      const calls = [
        () => split(w.as("thu"), w.units.province, id, 1, upper),
        () => split(w.as("binh"), w.units.a, id, 0, [share(w.units.a1, 50), share(w.units.a2, 10)]),
        () => split(w.as("hanh"), w.units.a, id, 0, [share(w.units.a1, 60)]),
      ];
      const order = round % 2 === 0 ? calls : [...calls].reverse();
      const outcomes = await Promise.all(order.map((call) => call()));
      for (const { status, problem } of outcomes) {
        expect([200, 409, 422]).toContain(status);
        if (problem) expect(["target-changed", "target-sum", "split-below-first"]).toContain(problem.code);
      }
      expect(outcomes.some(({ status }) => status === 200)).toBe(true);
      expect(await wrongSums(w, id)).toBe(0);
    }
  });

  test("what the database refuses at commit is answered as a problem, not as a fault", async () => {
    const w = world();
    const id = await campaign(w);
    await give(w, id, { total: 100, basedOn: 0, shares: [share(w.units.a, 60)], reserve: 40 });
    // A split the service could not have allowed: B holds nothing, its row slipped in past it and does not commit.
    const db = await w.pool.connect();
    try {
      await db.query("begin");
      await db.query(
        `insert into target.split (campaign_id, unit_id, measure, version, total, reserve, parts, decided_at)
         values ($1, $2, 'units', 1, 9, 0, 1, now())`,
        [id, w.units.b],
      );
      await db.query("insert into target.share values ($1, $2, 'units', 1, $3, 9)", [
        id,
        w.units.b,
        w.units.b1,
      ]);
      await expect(db.query("commit")).rejects.toMatchObject({ constraint: "target_total" });
    } finally {
      db.release();
    }
    // And the same refusal inside a request: a rule of the database that bites only when the request commits.
    await w.pool.query(
      `create function target.bite() returns trigger language plpgsql as
         $$ begin perform target.refuse('target_below', 'test'); return null; end $$;
       create constraint trigger bite after insert on target.split deferrable initially deferred
         for each row when (new.total = 777) execute function target.bite()`,
    );
    const bitten = await give(w, id, { total: 777, basedOn: 1, shares: [share(w.units.a, 777)] });
    await w.pool.query("drop trigger bite on target.split; drop function target.bite()");
    expect(bitten).toMatchObject({ status: 409, problem: { code: "split-below-first" } });
    expect(await view(w.as("thu"), w.units.province, id)).toMatchObject({ assigned: 100, version: 1 });
  });

  test("a split is proposed by members or in equal shares, exact to the last unit", async () => {
    const w = world();
    const id = await campaign(w);
    const ask = (query: { total: number; reserve?: number; weights?: "equal" | "members" }) =>
      w
        .as("thu")
        .call(contract.proposeSplit, { params: { unitId: w.units.province, campaignId: id }, query });
    const members = (await ask({ total: 100, reserve: 9 })).body.shares;
    expect(members).toEqual([share(w.units.a, 61), share(w.units.b, 30)]);
    const equal = (await ask({ total: 101, weights: "equal" })).body.shares;
    expect(equal).toEqual([share(w.units.a, 51), share(w.units.b, 50)]);
    expect((await ask({ total: 5, reserve: 6 })).problem?.code).toBe("invalid-input");
    const leaf = { params: { unitId: w.units.b1, campaignId: id }, query: { total: 5 } };
    expect((await w.as("bich").call(contract.proposeSplit, leaf)).body.shares).toEqual([]);
  });

  test("a unit sets a number of its own beside the assigned one; earlier ones stay on record", async () => {
    const w = world();
    const id = await campaign(w);
    const set = (value: number, measure: "units" | "registrations" = "units") =>
      w.as("binh").call(contract.setOwnTarget, {
        params: { unitId: w.units.a, campaignId: id },
        body: { measure, value },
      });
    for (const value of [650, 650, 700]) expect((await set(value)).status).toBe(200);
    await set(900, "registrations");
    expect(await view(w.as("binh"), w.units.a, id)).toMatchObject({ own: 700, assigned: null });
    expect((await view(w.as("thu"), w.units.province, id)).children[0]).toMatchObject({ own: 700 });
    const kept = await w.pool.query(
      "select value from target.own where campaign_id = $1 and measure = 'units' order by version",
      [id],
    );
    expect(kept.rows.map(({ value }) => value)).toEqual([650, 700]);
  });
});
