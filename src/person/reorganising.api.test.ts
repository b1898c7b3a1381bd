// People through a re-organisation: they go over to the successor, or leave membership and stay who they are.
import { expect, it } from "vitest";
import type { CastName } from "../../test/cast.ts";
import { carryOut, draftDecision, dryRun, undo } from "../../test/decisions.ts";
import { rowsOf } from "../../test/snapshot.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import type { Act } from "../unit/schema/acts.ts";
import { listPeople } from "./contract.ts";

const ON = "2021-01-11";
const peopleOf = async (w: World, who: CastName, unitId: string): Promise<string[]> =>
  (await w.as(who).call(listPeople, { params: { unitId }, query: { limit: 100 } })).body.items
    .map(({ id }) => id)
    .sort();
const kept = (w: World) => rowsOf(w, "person.affiliation", "person.person", "person.consent");
const told = async (w: World, acts: Act[]) =>
  (await dryRun(w, await draftDecision(w, { effectiveOn: ON, acts }))).touches
    .filter(({ capability }) => capability === "person")
    .map(({ what, count, since }) => [what, count, since]);

await onEveryServer("a union's people", (world) => {
  it("go over when it merges, each once, and are as before when that is undone", async () => {
    const w = world();
    const { a, a1, a2 } = w.units;
    const mine = await peopleOf(w, "chi", a1);
    const theirs = await peopleOf(w, "son", a2);
    const below = await peopleOf(w, "binh", a);
    // One belongs to both: the successor's own affiliation stays as it is.
    await w.pool.query(
      `insert into person.affiliation (id, person_id, unit_id, relation, is_primary, valid)
       values (gen_random_uuid(), $1, $2, 'worker', false, '[2020-01-01,)')`,
      [mine[0], a2],
    );
    const before = await kept(w);
    const acts: Act[] = [{ kind: "merge", fromIds: [a1], intoId: a2 }];
    expect(await told(w, acts)).toEqual([["people-follow", mine.length, false]]);
    const id = await carryOut(w, { effectiveOn: ON, acts });
    expect(await peopleOf(w, "son", a2)).toEqual([...mine, ...theirs].sort());
    expect(await peopleOf(w, "binh", a)).toEqual(below);
    const { rows } = await w.pool.query(
      "select relation, is_primary, lower(valid)::text as from from person.affiliation where person_id = $1 and unit_id = $2",
      [mine[1], a2],
    );
    expect(rows).toEqual([{ relation: "member", is_primary: true, from: ON }]);
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await kept(w)).toEqual(before);
  });

  it("leave membership when it is said so, and stay persons", async () => {
    const w = world();
    const { a1s, a1, b, b1 } = w.units;
    const [person] = await peopleOf(w, "bich", b1);
    const before = await kept(w);
    const acts: Act[] = [{ kind: "close", unitId: b1, members: "leave" }];
    expect(await told(w, acts)).toEqual([["people-leave", 10, false]]);
    const id = await carryOut(w, { effectiveOn: ON, acts });
    expect(await peopleOf(w, "bao", b)).toEqual([]);
    const after = await kept(w);
    expect(after["person.person"]).toEqual(before["person.person"]);
    const { rows } = await w.pool.query(
      "select (upper(valid) - 1)::text as last from person.affiliation where person_id = $1",
      [person],
    );
    expect(rows).toEqual([{ last: "2021-01-10" }]);
    // Without a successor the people who follow belong to the union above.
    const up = await carryOut(w, {
      effectiveOn: ON,
      acts: [{ kind: "close", unitId: a1s, members: "follow" }],
    });
    expect(await peopleOf(w, "chi", a1)).toHaveLength(10);
    expect((await undo(w, up)).problem).toBeUndefined();
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await kept(w)).toEqual(before);
  });

  it("who joined since the day go wholly over, and stay where a moved union goes", async () => {
    const w = world();
    const { a1, a2, b } = w.units;
    const [person] = await peopleOf(w, "bich", w.units.b1);
    await w.pool.query(
      "update person.affiliation set valid = daterange(lower(valid), '2021-01-13') where person_id = $1",
      [person],
    );
    await w.pool.query(
      `insert into person.affiliation (id, person_id, unit_id, relation, valid)
       values (gen_random_uuid(), $1, $2, 'worker', '[2021-01-13,)')`,
      [person, a1],
    );
    const before = await kept(w);
    const acts: Act[] = [{ kind: "merge", fromIds: [a1], intoId: a2 }];
    expect(await told(w, acts)).toContainEqual(["people-follow", 1, true]);
    const id = await carryOut(w, { effectiveOn: ON, acts });
    const { rows } = await w.pool.query(
      "select unit_id, lower(valid)::text as from from person.affiliation where person_id = $1 order by valid desc limit 1",
      [person],
    );
    expect(rows).toEqual([{ unit_id: a2, from: "2021-01-13" }]);
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await kept(w)).toEqual(before);
    const moved = await carryOut(w, { effectiveOn: ON, acts: [{ kind: "move", unitId: a1, parentId: b }] });
    expect(await kept(w)).toEqual(before);
    expect(await peopleOf(w, "bao", b)).toContain(person);
    expect((await undo(w, moved)).problem).toBeUndefined();
  });

  it("cannot be given back once they belong elsewhere", async () => {
    const w = world();
    const { a1, a2, b1 } = w.units;
    const [person] = await peopleOf(w, "chi", a1);
    const id = await carryOut(w, {
      effectiveOn: ON,
      acts: [
        { kind: "close", unitId: w.units.a1s, members: "leave" },
        { kind: "merge", fromIds: [a1], intoId: a2 },
      ],
    });
    await w.pool.query("delete from person.affiliation where person_id = $1 and unit_id = $2", [person, a2]);
    await w.pool.query(
      `insert into person.affiliation (id, person_id, unit_id, relation, valid)
       values (gen_random_uuid(), $1, $2, 'member', '[2021-01-15,)')`,
      [person, b1],
    );
    expect((await undo(w, id)).problem).toMatchObject({
      code: "undo-blocked",
      details: { touches: ["person.people-elsewhere:1"] },
    });
  });
});
