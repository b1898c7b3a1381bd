// Letters and duties through a re-organisation: what an ended union owed is its successor's, in the same words and days.
import { expect, it } from "vitest";
import type { CastName } from "../../test/cast.ts";
import { carryOut, draftDecision, dryRun, undo } from "../../test/decisions.ts";
import { rowsOf } from "../../test/snapshot.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import type { Act } from "../unit/schema/acts.ts";
import { recallLetter } from "./contract/family.ts";
import * as contract from "./contract.ts";
import { later, view, work } from "./family.testing.ts";
import { at, issued } from "./sending.testing.ts";

const ON = "2021-01-12";
const NEW = "01910000-0000-7000-8111-000000000098";
const mergeAB = (w: World): Act[] => [{ kind: "merge", fromIds: [w.units.a], intoId: w.units.b }];
const kept = (w: World) => rowsOf(w, "directive.recipient", "directive.task", "directive.dissemination");
const dutiesAt = async (w: World, who: CastName, unit: "a" | "b", directiveId: string) =>
  (await work(w, who, unit)).items
    .filter((task) => task.directiveId === directiveId)
    .map(({ duty, dueOn, state }) => [duty, dueOn, state])
    .sort();
const countsAt = async (w: World, directiveId: string) =>
  (await view(w, "thu", "province", directiveId)).counts;

await onEveryServer("what a union owes when it merges", (world) => {
  it("goes to a successor the order had not reached, which confirms and does it; undone in time nothing is left", async () => {
    const w = world();
    const { a, b, province } = w.units;
    const { id: letter } = await issued(w, [a]);
    later(w);
    const before = await kept(w);
    const counts = await countsAt(w, letter);
    const owed = await dutiesAt(w, "binh", "a", letter);
    expect(owed).toHaveLength(5);
    const { touches } = await dryRun(w, await draftDecision(w, { effectiveOn: ON, acts: mergeAB(w) }));
    expect(
      touches
        .filter(({ capability }) => capability === "directive")
        .map(({ what, count, since }) => [what, count, since]),
    ).toEqual([
      ["letters-held", 1, false],
      ["letters-reached", 1, true],
      ["tasks-open", 5, false],
    ]);
    const id = await carryOut(w, { effectiveOn: ON, acts: mergeAB(w) });
    expect(await dutiesAt(w, "bao", "b", letter)).toEqual(owed);
    expect(await view(w, "bao", "b", letter)).toMatchObject({
      mine: { fromUnit: { id: province }, receivedAt: null, receiveBy: "2021-01-20", endedAt: null },
    });
    // One union fewer below, and the one that the order is with.
    expect(await countsAt(w, letter)).toMatchObject({ reached: counts.reached, received: 0 });
    later(w);
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await kept(w)).toEqual(before);
    expect(await countsAt(w, letter)).toEqual(counts);
    expect(await dutiesAt(w, "binh", "a", letter)).toEqual(owed);
    expect((await work(w, "bao", "b")).items.filter((task) => task.directiveId === letter)).toEqual([]);
    // As of a moment in between the duties were nobody's at the ended union, and the steps say so.
    const { rows } = await w.pool.query(
      `select distinct array_agg(s.state order by s.at) as states from directive.task_step s
       join directive.task t on t.id = s.task_id where t.unit_id = $1 and t.directive_id = $2 group by t.id`,
      [a, letter],
    );
    expect(rows).toEqual([{ states: ["open", "withdrawn", "open"] }]);
    // Done again it is handed over again.
    const again = await carryOut(w, { effectiveOn: ON, acts: mergeAB(w) });
    expect(await dutiesAt(w, "bao", "b", letter)).toEqual(owed);
    const done = await w.as("bao").call(contract.receiveDirective, { ...at(b, letter), body: { note: "" } });
    expect(done.status).toBe(200);
    later(w);
    expect((await undo(w, again)).problem).toBeUndefined();
    expect(await dutiesAt(w, "binh", "a", letter)).toEqual(owed);
    expect(await countsAt(w, letter)).toEqual(counts);
    const third = await carryOut(w, { effectiveOn: ON, acts: mergeAB(w) });
    expect(await dutiesAt(w, "bao", "b", letter)).toEqual(owed);
    expect((await view(w, "bao", "b", letter)).mine).toMatchObject({ endedAt: null });
    later(w);
    expect((await undo(w, third)).problem).toBeUndefined();
    expect(await dutiesAt(w, "binh", "a", letter)).toEqual(owed);
  });

  it("is not asked twice of a successor that is in the order already", async () => {
    const w = world();
    const { a, b } = w.units;
    const { id: letter } = await issued(w, [a, b]);
    const mine = await dutiesAt(w, "bao", "b", letter);
    const before = await kept(w);
    later(w);
    const id = await carryOut(w, { effectiveOn: ON, acts: mergeAB(w) });
    expect(await dutiesAt(w, "bao", "b", letter)).toEqual(mine);
    const { rows } = await w.pool.query(
      "select count(*)::int as open from directive.task where unit_id = $1 and settled_at is null and withdrawn_at is null",
      [a],
    );
    expect(rows).toEqual([{ open: 0 }]);
    later(w);
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await kept(w)).toEqual(before);
  });

  it("ends with it where nobody is named in its place, and moves along with a union that moves", async () => {
    const w = world();
    const { a1, a1s, b } = w.units;
    const { id: letter } = await issued(w, [w.units.a, a1]);
    const before = await kept(w);
    later(w);
    const id = await carryOut(w, {
      effectiveOn: ON,
      acts: [
        { kind: "close", unitId: a1s, members: "follow" },
        { kind: "close", unitId: a1, members: "follow" },
      ],
    });
    const { rows } = await w.pool.query(
      "select unit_id from directive.recipient where directive_id = $1 and ended_at is null",
      [letter],
    );
    expect(rows).toEqual([{ unit_id: w.units.a }]);
    later(w);
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await kept(w)).toEqual(before);
    const moved = await carryOut(w, { effectiveOn: ON, acts: [{ kind: "move", unitId: a1, parentId: b }] });
    expect(await kept(w)).toEqual(before);
    expect((await undo(w, moved)).problem).toBeUndefined();
  });

  it("waits for the day of a merger to come", async () => {
    const w = world();
    const { a } = w.units;
    const { id: letter } = await issued(w, [a]);
    const before = await kept(w);
    const id = await carryOut(w, { effectiveOn: "2021-03-01", acts: mergeAB(w) });
    expect(await kept(w)).toEqual(before);
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await dutiesAt(w, "binh", "a", letter)).toHaveLength(5);
  });

  it("stays with a union opened in its place once that one has answered, or once the letter was recalled", async () => {
    const w = world();
    const { a, a1, a2, province } = w.units;
    const { id: letter } = await issued(w, [a]);
    later(w);
    const before = await kept(w);
    const acts: Act[] = [
      {
        kind: "open",
        parentId: province,
        areaIds: [],
        unit: {
          id: NEW,
          side: "union",
          kind: "commune-union",
          name: "Công đoàn xã Mẫu",
          shortName: "CĐ xã Mẫu",
          notation: "CĐ",
          placeName: "Mẫu",
          central: false,
        },
      },
      {
        kind: "replace",
        unitId: a,
        successorIds: [NEW],
        heirId: NEW,
        members: "follow",
        childrenTo: [
          { unitId: a1, toId: NEW },
          { unitId: a2, toId: NEW },
        ],
      },
    ];
    const untouched = await carryOut(w, { effectiveOn: ON, acts });
    later(w);
    expect((await undo(w, untouched)).problem).toBeUndefined();
    expect(await kept(w)).toEqual(before);
    const id = await carryOut(w, { effectiveOn: ON, acts });
    await w.pool.query(
      "update directive.recipient set received_at = $3 where directive_id = $1 and unit_id = $2",
      [letter, NEW, w.now],
    );
    expect((await undo(w, id)).problem).toMatchObject({
      code: "undo-blocked",
      details: { touches: ["directive.letters-answered:1"] },
    });
    const recalled = await w
      .as("thu")
      .call(recallLetter, { ...at(province, letter), body: { reason: "Sai ngày" } });
    expect(recalled.status).toBe(200);
    expect((await undo(w, id)).problem?.details.touches).toContain("directive.letters-changed:1");
  });
});
