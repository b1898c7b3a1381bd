// Decisions beside each other and beside time: refusals, repeats, two officers at once, other days, what undoing needs.
import { expect, it } from "vitest";
import { apply, approve, carryOut, draftDecision, dryRun, undo } from "../../test/decisions.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { transaction } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import * as contract from "./contract/acts.ts";
import * as groupings from "./contract/groupings.ts";
import { getUnit, listAreas } from "./contract.ts";
import { unitJobs } from "./jobs.ts";
import type { Act } from "./schema/acts.ts";
import type { Participant, TreeChange } from "./service/participant.ts";
import { openUnit } from "./service.ts";

const paramsOf = (world: World, decisionId: string) => ({ unitId: world.units.province, decisionId });
const stateOf = async (world: World, id: string) =>
  (await world.as("thu").call(contract.getDecision, { params: paramsOf(world, id) })).body;
const pathOf = async (world: World, unitId: string, asOf: string) =>
  (await world.as("thu").call(getUnit, { params: { unitId }, query: { asOf } })).body.path?.map(
    ({ id }) => id,
  );
const opened = (id: string, name = "CĐ xã Mới") => ({
  id,
  kind: "commune-union" as const,
  name,
  shortName: name,
  notation: "CĐ",
  placeName: "Mẫu",
});

await onEveryServer("decisions about the tree", (world) => {
  it("are refused with their reasons, and nothing is written", async () => {
    const w = world();
    const acts: Act[] = [
      { kind: "close", unitId: w.units.a, members: "leave" },
      { kind: "move", unitId: w.units.other, parentId: w.units.province },
    ];
    const id = await draftDecision(w, { acts, effectiveOn: "2021-03-01" });
    const seen = await dryRun(w, id);
    expect(seen.ok).toBe(false);
    expect(seen.reasons).toEqual([
      { code: "children-left", act: 1, unitIds: [w.units.a1, w.units.a2] },
      { code: "outside-decider", act: 2, unitIds: [w.units.other] },
    ]);
    const refused = await approve(w, id);
    expect(refused.problem).toMatchObject({
      code: "decision-refused",
      details: { reasons: ["children-left", "outside-decider"] },
    });
    const thrownAway = await w.as("thu").call(contract.dropDecision, { params: paramsOf(w, id) });
    expect(thrownAway.status).toBe(200);
    const gone = await w.as("thu").call(contract.getDecision, { params: paramsOf(w, id) });
    expect(gone.problem?.code).toBe("not-found");
  });

  it("are approved as they were looked at, and not when they have changed since", async () => {
    const w = world();
    const params = { unitId: w.units.a2, parentId: w.units.b };
    const id = await draftDecision(w, { acts: [{ kind: "move", ...params }], effectiveOn: "2021-03-01" });
    const { seal } = await dryRun(w, id);
    const changed = await w.as("thu").call(contract.draftDecision, {
      params: paramsOf(w, id),
      body: { title: "Khác", effectiveOn: "2021-03-02", acts: [{ kind: "move", ...params }] },
    });
    expect(changed.status).toBe(200);
    const stale = await w
      .as("tuan")
      .call(contract.approveDecision, { params: paramsOf(w, id), body: { seal } });
    expect(stale.problem?.code).toBe("decision-changed");
    expect((await approve(w, id)).status).toBe(200);
    expect((await approve(w, id)).status).toBe(200);
    const late = await w.as("thu").call(contract.draftDecision, {
      params: paramsOf(w, id),
      body: { title: "Khác", effectiveOn: "2021-03-02", acts: [{ kind: "move", ...params }] },
    });
    expect(late.problem?.code).toBe("decision-not-draft");
    const back = await w.as("tuan").call(contract.reopenDecision, { params: paramsOf(w, id) });
    expect(back.status).toBe(200);
    expect(await stateOf(w, id)).toMatchObject({ state: "draft", approvedAt: null });
  });

  it("that two officers write at once keep what each has saved", async () => {
    const w = world();
    const acts: Act[] = [{ kind: "move", unitId: w.units.a2, parentId: w.units.b }];
    const id = newId();
    const save = async (who: "thu" | "tuan", title: string, basedOn?: number) => {
      const { problem } = await w.as(who).call(contract.draftDecision, {
        params: paramsOf(w, id),
        body: { title, effectiveOn: "2021-03-01", acts, ...(basedOn !== undefined && { basedOn }) },
      });
      return problem?.code ?? "saved";
    };
    expect(await save("thu", "Của Thu", 0)).toBe("saved");
    // The answer was lost, or the tab is an old one: it is still one's own.
    expect(await save("thu", "Của Thu, thêm", 0)).toBe("saved");
    expect(await stateOf(w, id)).toMatchObject({ title: "Của Thu, thêm", revision: 2 });
    expect(await save("tuan", "Của Tuấn", 1)).toBe("draft-changed");
    expect(await stateOf(w, id)).toMatchObject({ title: "Của Thu, thêm", revision: 2 });
    expect(await save("tuan", "Của Tuấn", 2)).toBe("saved");
    expect(await save("tuan", "Của Tuấn, thêm", 2)).toBe("saved");
    expect(await save("thu", "Của Thu lại", 0)).toBe("draft-changed");
    expect(await stateOf(w, id)).toMatchObject({ title: "Của Tuấn, thêm", revision: 4 });
    expect(await save("thu", "Của hai người", 4)).toBe("saved");
    expect(await save("thu", "Của Thu lại", 3)).toBe("draft-changed");
    // Who does not say what they saw writes as before.
    expect(await save("tuan", "Không hỏi")).toBe("saved");
    const dropped = await w.as("thu").call(contract.dropDecision, { params: paramsOf(w, id) });
    expect(dropped.status).toBe(200);
  });

  it("answer a repeated request as the first, and a second officer that it is done", async () => {
    const w = world();
    const acts: Act[] = [{ kind: "move", unitId: w.units.a2, parentId: w.units.b }];
    const id = await draftDecision(w, { acts, effectiveOn: "2021-01-15" });
    await approve(w, id);
    const key = newId();
    expect((await apply(w, id, { key })).body).toEqual({ id });
    expect((await apply(w, id, { key })).body).toEqual({ id });
    expect((await apply(w, id)).status).toBe(200);
    const other = await w.as("tuan").call(contract.applyDecision, { params: paramsOf(w, id) });
    expect(other.problem?.code).toBe("decision-not-approved");
    const { rows } = await w.pool.query(
      "select operation from platform.audit_entry where subject_id = $1 order by at, id",
      [id],
    );
    expect(rows.map(({ operation }) => operation)).toEqual([
      "unit.draft-decision",
      "unit.approve-decision",
      "unit.apply-decision",
    ]);
    expect((await undo(w, id)).status).toBe(200);
    expect((await undo(w, id)).status).toBe(200);
    expect(await pathOf(w, w.units.a2, "2021-01-15")).toContain(w.units.a);
  });

  it("that contradict each other are not both applied, whoever is first of two at once", async () => {
    const w = world();
    const { a, b, a1, a2, b1 } = w.units;
    const merge = await draftDecision(w, {
      acts: [{ kind: "merge", fromIds: [b], intoId: a }],
      effectiveOn: "2021-04-01",
    });
    const move = await draftDecision(w, {
      acts: [{ kind: "move", unitId: a1, parentId: b }],
      effectiveOn: "2021-04-01",
    });
    await approve(w, merge);
    await approve(w, move);
    const replies = await Promise.all([apply(w, merge), apply(w, move)]);
    const codes = replies.map(({ problem }) => problem?.code ?? "applied").sort();
    // The merge also takes along what the move has just put below.
    expect([
      ["applied", "applied"],
      ["applied", "decision-refused"],
    ]).toContainEqual(codes);
    const below = async (unitId: string) => (await pathOf(w, unitId, "2021-04-01"))?.at(-1);
    expect([await below(a1), await below(a2), await below(b1)]).toEqual([a, a, a]);
    if (codes[1] === "applied") {
      // Then the merge came second, rests upon the move and goes first.
      expect((await undo(w, move)).problem?.code).toBe("decision-built-upon");
      expect((await undo(w, merge)).status).toBe(200);
      expect((await undo(w, move)).status).toBe(200);
    } else expect((await undo(w, replies[0]?.problem ? move : merge)).status).toBe(200);
    expect(await below(b1)).toBe(b);
  });

  it("are undone before what they rest on, and in any order where they do not", async () => {
    const w = world();
    const { a, b, a1, a2, province } = w.units;
    const fresh = newId();
    const first = await carryOut(w, {
      acts: [{ kind: "open", unit: { ...opened(fresh), kind: "sector-union" }, parentId: province }],
      effectiveOn: "2021-01-05",
    });
    const upon = await carryOut(w, {
      acts: [{ kind: "move", unitId: a1, parentId: fresh }],
      effectiveOn: "2021-01-10",
    });
    const beside = await carryOut(w, {
      acts: [{ kind: "move", unitId: a2, parentId: b }],
      effectiveOn: "2021-01-08",
    });
    const refused = await undo(w, first);
    expect(refused.problem).toMatchObject({ code: "decision-built-upon", details: { decisions: [upon] } });
    expect((await undo(w, upon)).status).toBe(200);
    expect((await undo(w, first)).status).toBe(200);
    expect(await pathOf(w, a2, "2021-01-08")).toEqual([province, b]);
    expect(await pathOf(w, a1, "2021-01-10")).toEqual([province, a]);
    expect((await undo(w, beside)).status).toBe(200);
    const { rows } = await w.pool.query("select from unit.unit where id = $1", [fresh]);
    expect(rows).toEqual([]);
  });

  it("of an earlier day leave in place what was decided for a later one", async () => {
    const w = world();
    const { a, b, a1, province } = w.units;
    const later = await carryOut(w, {
      acts: [{ kind: "move", unitId: a1, parentId: province }],
      effectiveOn: "2021-06-01",
    });
    const earlier = await carryOut(w, {
      acts: [{ kind: "move", unitId: a1, parentId: b }],
      effectiveOn: "2020-06-01",
    });
    expect(await pathOf(w, a1, "2020-05-31")).toEqual([province, a]);
    expect(await pathOf(w, a1, "2021-05-31")).toEqual([province, b]);
    expect(await pathOf(w, a1, "2021-06-01")).toEqual([province]);
    const history = await w.as("chi").call(contract.unitHistory, { params: { unitId: a1 } });
    expect(history.body.entries.map(({ from, until, decision }) => [from, until, decision?.id])).toEqual([
      ["2018-01-01", "2020-05-31", undefined],
      ["2020-06-01", "2021-05-31", earlier],
      ["2021-06-01", null, later],
    ]);
    // Both changed the same union: the one applied later goes first, whatever their days.
    expect((await undo(w, later)).problem?.code).toBe("decision-built-upon");
    expect((await undo(w, earlier)).status).toBe(200);
    expect((await undo(w, later)).status).toBe(200);
  });

  it("keep an ended union's own together as a grouping, and cover communes from the day on", async () => {
    const w = world();
    const { b, b1, province } = w.units;
    const [commune, fresh] = [newId(), newId()];
    await transaction(w.pool, (tx) =>
      openUnit(tx, {
        id: commune,
        side: "commune",
        kind: "commune",
        code: "03390",
        name: "Xã Bình Lư",
        shortName: "Bình Lư",
        notation: "BL",
        placeName: "Bình Lư",
        from: "2018-01-01",
      }),
    );
    const found = await w.as("chi").call(listAreas, { query: { words: "binh lu" } });
    expect(found.body.items).toEqual([
      { id: commune, name: "Xã Bình Lư", shortName: "Bình Lư", code: "03390" },
    ]);
    const id = await carryOut(w, {
      acts: [
        { kind: "open", unit: opened(fresh), parentId: province, areaIds: [commune] },
        {
          kind: "replace",
          unitId: b,
          successorIds: [fresh],
          heirId: fresh,
          members: "follow",
          keepAs: "Ngành Bình",
        },
      ],
      effectiveOn: "2021-01-10",
    });
    const { body } = await w.as("thu").call(getUnit, { params: { unitId: b1 } });
    expect(body.path.at(-1)?.id).toBe(fresh);
    expect(body.groupings).toMatchObject([{ unitId: province, name: "Ngành Bình" }]);
    const successor = await w.as("thu").call(getUnit, { params: { unitId: fresh } });
    expect(successor.body.areas).toMatchObject([{ code: "03390" }]);
    const kept = await w.as("thu").call(groupings.listGroupings, { params: { unitId: province } });
    expect(kept.body.items).toMatchObject([{ kind: "sector", name: "Ngành Bình", members: 1 }]);
    const early = await w.as("thu").call(groupings.getGrouping, {
      params: { unitId: province, groupingId: kept.body.items[0]?.id ?? "" },
      query: { asOf: "2021-01-09" },
    });
    expect(early.body.units).toEqual([]);
    expect((await undo(w, id)).problem).toBeUndefined();
    const none = await w.as("thu").call(groupings.listGroupings, { params: { unitId: province } });
    expect(none.body.items).toEqual([]);
  });

  it("cannot be undone once somebody relies on a union they opened", async () => {
    const w = world();
    const fresh = newId();
    const id = await carryOut(w, {
      acts: [{ kind: "open", unit: opened(fresh), parentId: w.units.province }],
      effectiveOn: "2021-01-10",
    });
    await w.pool.query(
      `insert into person.affiliation (id, person_id, unit_id, relation, valid, is_primary)
       values ($1, $2, $3, 'member', daterange('2021-01-11', null), false)`,
      [newId(), w.people[0]?.id, fresh],
    );
    const refused = await undo(w, id);
    expect(refused.problem?.code).toBe("undo-blocked");
    expect((await stateOf(w, id)).state).toBe("applied");
    await w.pool.query("delete from person.affiliation where unit_id = $1", [fresh]);
    expect((await undo(w, id)).status).toBe(200);
  });

  it("that opened a union stay once that union has a decision of its own", async () => {
    const w = world();
    const fresh = newId();
    const id = await carryOut(w, {
      effectiveOn: "2021-01-10",
      acts: [{ kind: "open", unit: opened(fresh, "CĐ xã Tự quyết"), parentId: w.units.province }],
    });
    await w.pool.query(
      `insert into unit.decision (id, unit_id, title, effective_on, state, created_at)
       values ($1, $2, 'Của mình', '2021-02-01', 'draft', $3)`,
      [newId(), fresh, w.now],
    );
    const refused = await undo(w, id);
    expect(refused.problem).toMatchObject({
      code: "undo-blocked",
      details: { touches: ["unit.decision:1"] },
    });
    await w.pool.query("delete from unit.decision where unit_id = $1", [fresh]);
    expect((await undo(w, id)).status).toBe(200);
  });

  it("for a coming day hand over on that day, also after a stop in between and past one that fails", async () => {
    const w = world();
    const day = "2021-02-01";
    const before = w.now;
    const handed: string[] = [];
    const stub = (name: string, work: (change: TreeChange) => unknown): Participant => ({
      name,
      hands: "on-the-day",
      preview: async () => [],
      apply: async (_hand, change) => work(change),
      blocksUndo: async () => [],
      undo: async () => undefined,
    });
    const id = await carryOut(w, {
      acts: [{ kind: "merge", fromIds: [w.units.a2], intoId: w.units.a1 }],
      effectiveOn: day,
    });
    const waiting = (await stateOf(w, id)).transfers.filter(({ doneAt }) => doneAt === null);
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every(({ dueOn }) => dueOn === day)).toBe(true);
    const run = (participants: readonly Participant[], now = w.now) =>
      unitJobs({ pool: w.pool, now: () => now, participants })["unit.hand-over"]?.(
        {},
        {
          attempt: 1,
          lastAttempt: false,
        },
      );
    const [first, ...others] = waiting.map(({ participant }) => participant);
    const fine = others.map((name) => stub(name, () => handed.push(name)));
    const all = [stub(first ?? "", () => handed.push("first")), ...fine];
    await run(all);
    expect(handed).toEqual([]);

    w.now = "2021-01-31T18:00:00.000Z"; // 01:00 on the day
    const broken = stub(first ?? "", () => {
      throw new Error("not now");
    });
    await expect(run([broken, ...fine])).rejects.toThrow("not now");
    expect(handed).toEqual([]);
    await Promise.all([run(all), run(all)]);
    await run(all);
    expect(handed.sort()).toEqual(["first", ...others].sort());
    expect((await stateOf(w, id)).transfers.every(({ doneAt }) => doneAt !== null)).toBe(true);
    w.now = before;
  });
});
