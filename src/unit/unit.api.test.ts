import { expect, it } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { execute, sql, transaction } from "../platform/db/sql.ts";
import * as unit from "./contract.ts";

await onEveryServer("the tree", (world) => {
  it("shows a unit with the way down to it", async () => {
    const { body } = await world()
      .as("chi")
      .call(unit.getUnit, { params: { unitId: world().units.a1s } });
    expect(body.path.map(({ id }) => id)).toEqual([
      world().units.province,
      world().units.a,
      world().units.a1,
    ]);
    expect(body.unit).toMatchObject({ kind: "section", depth: 3, hasChildren: false });
  });

  it("does not know a unit before its first day", async () => {
    const params = { unitId: world().units.a };
    const before = await world()
      .as("thu")
      .call(unit.getUnit, { params, query: { asOf: "2017-12-31" } });
    expect(before.problem?.code).toBe("not-found");
  });

  it("pages the units below by key, each once", async () => {
    const params = { unitId: world().units.province };
    const first = await world()
      .as("thu")
      .call(unit.listChildren, { params, query: { limit: 1 } });
    const second = await world()
      .as("thu")
      .call(unit.listChildren, { params, query: { limit: 1, after: first.body.next ?? "" } });
    expect([first, second].flatMap(({ body }) => body.items.map(({ shortName }) => shortName))).toEqual([
      "CĐ ngành Bình",
      "LĐLĐ huyện An",
    ]);
    expect(second.body.next).toBeNull();
  });

  it("refuses a page key that no page gave", async () => {
    const params = { unitId: world().units.province };
    const reply = await world()
      .as("thu")
      .call(unit.listChildren, { params, query: { after: "x|y" } });
    expect(reply.problem).toMatchObject({ code: "invalid-input", details: { field: "after" } });
  });

  it("finds units without accents, only below the asked one", async () => {
    const ask = (unitId: string) =>
      world()
        .as("thu")
        .call(unit.searchUnits, { params: { unitId }, query: { words: "cdcs an" } });
    expect((await ask(world().units.province)).body.items).toHaveLength(2);
    expect((await ask(world().units.b)).body.items).toHaveLength(0);
  });

  it("gives a unit one parent at a time, whoever writes", async () => {
    const second = transaction(world().pool, (tx) =>
      execute(
        tx,
        sql`insert into unit.edge (child_id, parent_id, valid)
            values (${world().units.a1}, ${world().units.b}, daterange('2020-01-01', null))`,
      ),
    );
    await expect(second).rejects.toMatchObject({ constraint: "edge_one_parent" });
  });
});
