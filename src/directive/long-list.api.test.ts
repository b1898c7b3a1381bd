// A letter to more units than one transaction should carry: it goes out in parts, once to each, and can be stopped.
import { expect, it } from "vitest";
import { onEveryServer, type World } from "../../test/world.ts";
import * as family from "./contract/family.ts";
import * as contract from "./contract.ts";
import { CHASE_JOB, chaseJobs } from "./jobs.ts";
import { at, body, letter, tasksOf } from "./sending.testing.ts";
import { DELIVER_JOB } from "./service/letters/issue.ts";

const LINE = { text: "Công đoàn cơ sở", group: "grassroots" as const };
const MANY = 2100;

/** Grassroots unions straight under the province. */
const growTree = (w: World) =>
  w.pool.query(
    `with made as (
       insert into unit.unit (id, side, opened_on)
       select gen_random_uuid(), 'union', '2018-01-01' from generate_series(1, ${MANY}) returning id, no),
     named as (
       insert into unit.naming (unit_id, kind, name, short_name, notation, place_name, sort_key, search_key, valid)
       select id, 'grassroots', 'CĐCS Mẫu ' || no, 'Mẫu ' || no, 'CĐCS', 'Mẫu', 'mau ' || no, 'mau ' || no,
              daterange('2018-01-01', null) from made),
     placed as (
       insert into unit.edge (child_id, parent_id, valid)
       select id, $1, daterange('2018-01-01', null) from made)
     insert into unit.path (unit_id, parent_id, path, depth, valid, credit_unit_id)
     select made.id, $1, p.path || made.no || '.', p.depth + 1, daterange('2018-01-01', null), made.id
     from made, unit.path p where p.unit_id = $1`,
    [w.units.province],
  );

/** The program's jobs; killed when it asks for the time once more than `asks`. */
const jobsOf = (w: World, asks = Number.POSITIVE_INFINITY) => {
  let asked = 0;
  return chaseJobs({
    pool: w.pool,
    now: () => {
      asked += 1;
      if (asked > asks) throw new Error("killed");
      return w.now;
    },
    publicUrl: "http://giothong.test",
    enqueue: async () => undefined,
  });
};
const once = { attempt: 1, lastAttempt: false };
const getOwn = async (w: World, id: string) =>
  (await w.as("thu").call(contract.getDirective, at(w.units.province, id))).body;
const reached = async (w: World, id: string): Promise<number> =>
  (await w.pool.query("select count(*)::int as n from directive.recipient where directive_id = $1", [id]))
    .rows[0].n;

await onEveryServer("a letter with a long list", (world) => {
  let all = 0;
  const sendToAll = async (): Promise<string> => {
    const w = world();
    const draft = body([], { whole: [LINE.text] });
    draft.letter = letter({ number: draft.letter.number as string, addressees: [LINE] });
    const kept = await w
      .as("thu")
      .call(contract.draftDirective, { params: { unitId: w.units.province }, body: draft });
    expect(kept.status).toBe(200);
    return draft.id;
  };

  it("counts the units of the line instead of naming them, and keeps the line as a whole", async () => {
    const w = world();
    await growTree(w);
    const asked = await w.as("thu").call(contract.resolveAddressees, {
      params: { unitId: w.units.province },
      body: { addressees: [LINE], asOf: "2021-01-18" },
    });
    const [line] = asked.body.addressees;
    all = line?.count ?? 0;
    expect(line).toMatchObject({ units: [], certain: true });
    expect(all).toBeGreaterThanOrEqual(MANY);
    const id = await sendToAll();
    expect((await getOwn(w, id)).counts.notYetReached).toBe(all);
    const kept = await w
      .as("thu")
      .call(family.suggestLetter, { ...at(w.units.province, id), query: { as: "draft" } });
    expect(kept.body).toMatchObject({ recipients: [], whole: [{ addressee: LINE.text, count: all }] });
    const unknown = await w.as("thu").call(contract.draftDirective, {
      params: { unitId: w.units.province },
      body: body([], { whole: ["Các đơn vị"] }),
    });
    expect(unknown.status).toBe(400);
  });

  it("reaches each unit once, whoever is killed in the middle and however often it is begun again", async () => {
    const w = world();
    const id = await sendToAll();
    const issue = await w.as("thu").call(contract.issueDirective, at(w.units.province, id));
    expect(issue.status).toBe(200);
    expect(await getOwn(w, id)).toMatchObject({ state: "issued", onItsWay: all, counts: { reached: 0 } });
    const killed = jobsOf(w, 1)[DELIVER_JOB]?.({ directiveId: id }, once);
    await expect(killed).rejects.toThrow("killed");
    const first = await reached(w, id);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(all);
    expect(await getOwn(w, id)).toMatchObject({ onItsWay: all - first, counts: { reached: first } });
    const amend = { relation: { kind: "amend", ofId: id, spreadAgain: true } };
    const early = await w.as("thu").call(contract.draftDirective, {
      params: { unitId: w.units.province },
      body: body([], { ...amend, campaign: { existingId: (await getOwn(w, id)).campaignId } }),
    });
    expect(early).toMatchObject({ status: 409, body: { code: "still-going-out" } });
    const jobs = jobsOf(w);
    await Promise.all([jobs[CHASE_JOB]?.({}, once), jobs[DELIVER_JOB]?.({ directiveId: id }, once)]);
    await jobs[DELIVER_JOB]?.({ directiveId: id }, once);
    expect(await reached(w, id)).toBe(all);
    expect((await getOwn(w, id)).onItsWay).toBe(0);
    const duties = new Set((await tasksOf(w, "chi", w.units.a1, id)).map(({ duty }) => duty));
    expect(duties.size).toBeGreaterThan(1);
    const { rows } = await w.pool.query(
      "select count(*)::int as tasks, count(distinct unit_id)::int as units from directive.task where root_id = $1",
      [id],
    );
    expect(rows[0]).toEqual({ tasks: all * duties.size, units: all });
  });

  it("goes no further once it is recalled", async () => {
    const w = world();
    const id = await sendToAll();
    await w.as("thu").call(contract.issueDirective, at(w.units.province, id));
    await expect(jobsOf(w, 1)[DELIVER_JOB]?.({ directiveId: id }, once)).rejects.toThrow("killed");
    const first = await reached(w, id);
    const recall = await w
      .as("thu")
      .call(family.recallLetter, { ...at(w.units.province, id), body: { reason: "Gửi nhầm." } });
    expect(recall.status).toBe(200);
    await jobsOf(w)[DELIVER_JOB]?.({ directiveId: id }, once);
    await jobsOf(w)[CHASE_JOB]?.({}, once);
    expect(await reached(w, id)).toBe(first);
    expect(await getOwn(w, id)).toMatchObject({ state: "recalled", onItsWay: 0 });
  });
});
