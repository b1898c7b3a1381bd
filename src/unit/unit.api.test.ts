import { expect, it } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { execute, reader, sql, transaction } from "../platform/db/sql.ts";
import * as unit from "./contract.ts";
import { getUnitNode, searchBelow } from "./service.ts";
import type { Ways } from "./store.ts";

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

  it("finds the same units whichever way is taken", async () => {
    const db = reader(world().pool);
    const day = "2021-06-02";
    const never = 1_000_000_000;
    const by = { few: -1, common: never, look: 5000, met: 200, compared: never };
    let seen = 0;
    for (const unitId of [world().units.province, world().units.a])
      for (const words of [
        "a",
        "c",
        "cdcs",
        "cong doan",
        "doan cong",
        "cong doan co so a",
        "ldld",
        "nobody",
        "doan x",
      ]) {
        const top = await getUnitNode(db, unitId, day);
        const found = async (ways: Ways) =>
          (await searchBelow(db, top, { words, day, limit: 20, side: "union" }, ways)).map(({ id }) => id);
        const all = await found({ ...by, few: never });
        expect(await found(by), words).toEqual(all);
        expect(await found({ ...by, common: -1 }), words).toEqual(all);
        expect(await found({ ...by, compared: -1 }), words).toEqual(all);
        // Nothing is looked at, so all is found by the index.
        expect(await found({ ...by, common: -1, look: 0 }), words).toEqual(all);
        seen += all.length;
      }
    expect(seen).toBeGreaterThan(20);
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
