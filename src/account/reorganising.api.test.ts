// Offices through a re-organisation: they end with their union, come back with it, and nobody gains one.
import { expect, it } from "vitest";
import { carryOut, draftDecision, dryRun, undo } from "../../test/decisions.ts";
import { at } from "../../test/open-day.ts";
import { rowsOf } from "../../test/snapshot.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { listPeople } from "../person/contract.ts";
import { approveDecision } from "../unit/contract/acts.ts";
import * as account from "./contract.ts";

const kept = (w: World) => rowsOf(w, "account.grant", "account.code");
const merge = (w: World, effectiveOn: string) => ({
  effectiveOn,
  acts: [{ kind: "merge" as const, fromIds: [w.units.a1], intoId: w.units.a2 }],
});
const peopleOf = (w: World, who: "chi" | "son", unitId: string) =>
  w.as(who).call(listPeople, { params: { unitId } });
const codeFor = async (w: World, unitId: string) =>
  (await w.as("binh").call(account.issueCode, { params: { unitId }, body: { role: "officer" } })).body.code;

await onEveryServer("the office of a union", (world) => {
  it("ends on the eve of the day it merges, gives its successor's office nothing more, and runs on when that is undone", async () => {
    const w = world();
    const { a1, a2 } = w.units;
    const code = await codeFor(w, a1);
    const before = await kept(w);
    const { touches } = await dryRun(w, await draftDecision(w, merge(w, "2021-01-11")));
    const told = touches.filter(({ capability }) => capability === "account");
    expect(told).toMatchObject([
      { what: "grants-end", count: 1, units: [{ id: a1 }] },
      { what: "codes-end", count: 1, units: [{ id: a1 }] },
    ]);
    const id = await carryOut(w, merge(w, "2021-01-11"));
    const { rows } = await w.pool.query(
      "select (upper(term) - 1)::text as last from account.grant where unit_id = $1 and upper(term) > '2021-01-01'",
      [a1],
    );
    expect(rows).toEqual([{ last: "2021-01-10" }]);
    expect((await peopleOf(w, "chi", a1)).status).toBe(403);
    expect((await peopleOf(w, "chi", a2)).status).toBe(403);
    const spent = await w.nobody().call(account.joinByCode, {
      body: { code, login: "nguoi.moi", displayName: "Người Mới", password: "mot-mat-khau-dai" },
    });
    expect(spent.problem?.code).toBe("code-not-valid");
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await kept(w)).toEqual(before);
    expect((await peopleOf(w, "chi", a1)).status).toBe(200);
  });

  it("goes on until the eve of a day to come, and who joins meanwhile holds it no longer", async () => {
    const w = world();
    const { a1 } = w.units;
    const code = await codeFor(w, a1);
    const before = await kept(w);
    const id = await carryOut(w, merge(w, "2021-02-01"));
    expect((await peopleOf(w, "chi", a1)).status).toBe(200);
    await at(w, "2021-01-31T17:00:00.000Z", async () => {
      expect((await peopleOf(w, "chi", a1)).status).toBe(403);
    });
    const joined = await w.nobody().call(account.joinByCode, {
      body: { code, login: "nguoi.moi", displayName: "Người Mới", password: "mot-mat-khau-dai" },
    });
    expect(joined.body.grants).toMatchObject([{ until: "2021-01-31" }]);
    expect((await undo(w, id)).problem).toBeUndefined();
    const after = await kept(w);
    const old = new Set(before["account.grant"]?.map((row) => JSON.stringify(row)));
    expect(after["account.grant"]?.filter((row) => old.has(JSON.stringify(row)))).toEqual(
      before["account.grant"],
    );
  });

  it("given after a merger to come was applied bears nothing from its day on, whatever its term says", async () => {
    const w = world();
    const { a1 } = w.units;
    const id = await carryOut(w, merge(w, "2021-02-01"));
    await w.pool.query(
      `insert into account.grant (id, account_id, role, unit_id, term)
       values (gen_random_uuid(), $1, 'officer', $2, daterange('2021-01-18', null))`,
      [w.accountOf("khoa"), a1],
    );
    const asKhoa = () => w.as("khoa").call(listPeople, { params: { unitId: a1 } });
    expect((await asKhoa()).status).toBe(200);
    await at(w, "2021-01-31T17:00:00.000Z", async () => {
      expect((await asKhoa()).status).toBe(403);
    });
    await w.pool.query("delete from account.grant where account_id = $1", [w.accountOf("khoa")]);
    expect((await undo(w, id)).problem).toBeUndefined();
  });

  it("may be one more than the signatory saw, but not of a kind they did not see", async () => {
    const w = world();
    const { province, a1 } = w.units;
    const give = (role: string, from: string) =>
      w.pool.query(
        `insert into account.grant (id, account_id, role, unit_id, term)
         values (gen_random_uuid(), $1, $2, $3, daterange($4, null))`,
        [w.accountOf("khoa"), role, a1, from],
      );
    const id = await draftDecision(w, merge(w, "2021-01-19"));
    const { seal } = await dryRun(w, id);
    const approveSeen = () =>
      w.as("tuan").call(approveDecision, { params: { unitId: province, decisionId: id }, body: { seal } });
    await give("deputy", "2021-01-20"); // since the day: a line that was not there
    expect((await approveSeen()).problem?.code).toBe("decision-changed");
    await w.pool.query("delete from account.grant where account_id = $1", [w.accountOf("khoa")]);
    await give("deputy", "2021-01-12");
    expect((await approveSeen()).status).toBe(200);
    await w.pool.query("delete from account.grant where account_id = $1", [w.accountOf("khoa")]);
  });

  it("given since the day of a back-dated merger is taken away and told, and given back when that is undone", async () => {
    const w = world();
    const { a1 } = w.units;
    await w.pool.query(
      `insert into account.grant (id, account_id, role, unit_id, term)
       values (gen_random_uuid(), $1, 'deputy', $2, daterange('2021-01-14', '2022-01-01'))`,
      [w.accountOf("cu"), a1],
    );
    const before = await kept(w);
    const id = await draftDecision(w, merge(w, "2021-01-12"));
    expect((await dryRun(w, id)).touches).toContainEqual(
      // And who joined by the code above.
      expect.objectContaining({ what: "grants-end", count: 2, since: true }),
    );
    const applied = await carryOut(w, merge(w, "2021-01-12"));
    const { rows } = await w.pool.query(
      "select 1 from account.grant where unit_id = $1 and term @> '2021-01-15'::date",
      [a1],
    );
    expect(rows).toEqual([]);
    expect((await undo(w, applied)).problem).toBeUndefined();
    expect(await kept(w)).toEqual(before);
  });

  it("stays as it is when the union moves or is renamed", async () => {
    const w = world();
    const before = await kept(w);
    const { a1, b } = w.units;
    const id = await carryOut(w, {
      effectiveOn: "2021-01-12",
      acts: [
        { kind: "move", unitId: a1, parentId: b },
        { kind: "rename", unitId: a1, name: "CĐCS Trường An Mới", shortName: "CĐCS An Mới" },
      ],
    });
    expect(await kept(w)).toEqual(before);
    expect((await peopleOf(w, "chi", a1)).status).toBe(200);
    expect((await undo(w, id)).problem).toBeUndefined();
  });
});
