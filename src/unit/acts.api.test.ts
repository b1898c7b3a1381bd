// The life of a decision over the wire: drafted, looked at, approved, applied, undone.
import { expect, it } from "vitest";
import { apply, approve, carryOut, draftDecision, dryRun, undo } from "../../test/decisions.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import * as contract from "./contract/acts.ts";
import { getUnit, listChildren } from "./contract.ts";
import type { ChangedUnit } from "./schema/acts.ts";

async function wholeTree(world: World) {
  const tables = [
    "unit.unit",
    "unit.naming",
    "unit.edge",
    "unit.heir",
    "unit.path",
    "unit.cover",
    "unit.grouping",
  ];
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await world.pool.query(`select t.* from ${table} t order by t::text`);
    found[table] = rows;
  }
  return found;
}

const childrenOf = async (world: World, unitId: string, asOf: string) =>
  (await world.as("thu").call(listChildren, { params: { unitId }, query: { asOf } })).body.items.map(
    ({ id }) => id,
  );

await onEveryServer("a decision", (world) => {
  it("is drafted, looked at, approved, applied and undone without a trace in the tree", async () => {
    const w = world();
    const { a, b, a1, a2 } = w.units;
    const before = await wholeTree(w);
    const id = await draftDecision(w, {
      acts: [{ kind: "move", unitId: a1, parentId: b }],
      effectiveOn: "2021-01-10",
    });
    const seen = await dryRun(w, id);
    expect(seen).toMatchObject({ ok: true, reasons: [] });
    expect(seen.units).toMatchObject([
      { id: a1, alongBelow: 1, was: { parent: { id: a } }, becomes: { parent: { id: b } } },
    ]);
    expect(await wholeTree(w)).toEqual(before);
    expect((await apply(w, id)).problem?.code).toBe("decision-not-approved");
    expect((await approve(w, id)).status).toBe(200);
    expect((await apply(w, id)).status).toBe(200);
    expect(await childrenOf(w, a, "2021-01-09")).toEqual([a2, a1]);
    expect(await childrenOf(w, a, "2021-01-10")).toEqual([a2]);
    expect(await childrenOf(w, b, "2021-01-10")).toContain(a1);
    const { body } = await w
      .as("thu")
      .call(contract.getDecision, { params: { unitId: w.units.province, decisionId: id } });
    expect(body).toMatchObject({ state: "applied", acts: 1, allowedActions: [] });
    expect((await undo(w, id)).status).toBe(200);
    expect(await wholeTree(w)).toEqual(before);
  });

  it("merges: children go along, and the ended union's results count at the other", async () => {
    const w = world();
    const { a, b, a1 } = w.units;
    const before = await wholeTree(w);
    const id = await carryOut(w, {
      acts: [{ kind: "merge", fromIds: [a], intoId: b }],
      effectiveOn: "2021-02-01",
    });
    expect(await childrenOf(w, b, "2021-02-01")).toContain(a1);
    const gone = await w.as("thu").call(getUnit, { params: { unitId: a }, query: { asOf: "2021-02-01" } });
    expect(gone.problem?.code).toBe("not-found");
    const stood = await w.as("thu").call(getUnit, { params: { unitId: a }, query: { asOf: "2021-01-31" } });
    expect(stood.body.unit.id).toBe(a);
    const { rows } = await w.pool.query(
      "select credit_unit_id from unit.v_credit where unit_id = $1 and valid @> '2021-02-01'::date",
      [a],
    );
    expect(rows).toEqual([{ credit_unit_id: b }]);
    const { body } = await w.as("chi").call(contract.unitHistory, { params: { unitId: a } });
    expect(body).toMatchObject({
      heir: { id: b },
      entries: [{ from: "2018-01-01", until: "2021-01-31", decision: null, endedBy: { id } }],
    });
    const moved = await w.as("chi").call(contract.unitHistory, { params: { unitId: a1 } });
    expect(moved.body.entries.map(({ decision, endedBy }) => [decision?.id, endedBy])).toEqual([
      [undefined, null],
      [id, null],
    ]);
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await wholeTree(w)).toEqual(before);
  });

  it("goes on showing what it did to the tree, whatever is decided later, and after it was undone", async () => {
    const w = world();
    const { province, a, b, a1, a2 } = w.units;
    const fresh = newId();
    const named = (name: string) => ({ name, shortName: name });
    const unit = { id: fresh, kind: "sector-union" as const, notation: "CĐN", placeName: "Mẫu" };
    const stateOf = async (decisionId: string) =>
      (await w.as("thu").call(contract.getDecision, { params: { unitId: province, decisionId } })).body;
    const changedBy = async (decisionId: string, limit = 200) => {
      const items: ChangedUnit[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const { body } = await w.as("thu").call(contract.listChanged, {
          params: { unitId: province, decisionId },
          query: { limit, ...(after !== undefined && { after }) },
        });
        expect(body.items.length).toBeLessThanOrEqual(limit);
        items.push(...body.items);
        after = body.next;
      }
      return items;
    };
    const id = await draftDecision(w, {
      acts: [
        { kind: "open", unit: { ...unit, ...named("Công đoàn ngành Mẫu") }, parentId: province },
        { kind: "move", unitId: a1, parentId: fresh },
        { kind: "rename", unitId: a2, ...named("CĐCS Tên Mới") },
        { kind: "merge", fromIds: [b], intoId: a },
      ],
      effectiveOn: "2021-01-11",
    });
    expect((await stateOf(id)).changed).toBeNull();
    const { units } = await dryRun(w, id);
    expect(units.find((one) => one.id === a1)).toMatchObject({
      alongBelow: 1,
      becomes: { parent: { id: fresh } },
    });
    expect((await approve(w, id)).status).toBe(200);
    expect((await stateOf(id)).changed).toBeNull();
    expect(await changedBy(id)).toEqual([]);
    expect((await apply(w, id)).status).toBe(200);
    expect((await stateOf(id)).changed).toBe(units.length);
    expect(await changedBy(id)).toEqual(units);
    expect(await changedBy(id, 2)).toEqual(units);
    const later = await carryOut(w, {
      acts: [
        { kind: "move", unitId: a1, parentId: province },
        { kind: "rename", unitId: a2, ...named("CĐCS Tên Mới Nữa") },
      ],
      effectiveOn: "2021-01-13",
    });
    expect(await changedBy(id)).toEqual(units);
    expect((await undo(w, later)).status).toBe(200);
    expect((await undo(w, id)).status).toBe(200);
    expect(await stateOf(id)).toMatchObject({ state: "undone", changed: units.length });
    expect(await changedBy(id)).toEqual(units);
  });

  it("shows in a union's life when the head of its papers changed, though its name did not", async () => {
    const w = world();
    const { a1 } = w.units;
    const lifeOf = async () =>
      (await w.as("chi").call(contract.unitHistory, { params: { unitId: a1 } })).body.entries;
    const [was] = await lifeOf();
    if (was === undefined) throw new Error("no life");
    const { name, shortName, placeName, notation, superiorName } = was;
    const id = await carryOut(w, {
      acts: [{ kind: "rename", unitId: a1, name, shortName, superiorName: "LĐLĐ tỉnh Mẫu", notation: "CĐM" }],
      effectiveOn: "2021-01-12",
    });
    expect(await lifeOf()).toMatchObject([
      { until: "2021-01-11", superiorName, notation, placeName, endedBy: null },
      {
        from: "2021-01-12",
        name,
        superiorName: "LĐLĐ tỉnh Mẫu",
        notation: "CĐM",
        placeName,
        decision: { id },
      },
    ]);
    expect(notation).not.toBe("CĐM");
    expect((await undo(w, id)).status).toBe(200);
    expect(await lifeOf()).toEqual([was]);
  });
});
