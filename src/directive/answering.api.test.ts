// A letter where it arrives: receive, spread, pass on, settle duties, and who has not.
import { expect, test } from "vitest";
import { onEveryServer, type World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import * as contract from "./contract.ts";
import { at, issued, tasksOf } from "./sending.testing.ts";

await onEveryServer("letters that arrive", (world) => {
  const audits = async (w: World, id: string) =>
    (await w.pool.query("select count(*)::int as n from platform.audit_entry where subject_id = $1", [id]))
      .rows[0].n as number;

  test("receipt is confirmed once, by the unit's own office", async () => {
    const w = world();
    const { id } = await issued(w);
    expect((await w.as("thu").call(contract.receiveDirective, at(w.units.a, id))).status).toBe(403);
    w.now = "2021-01-19T01:00:00.000Z";
    expect((await w.as("lan").call(contract.receiveDirective, at(w.units.a, id))).status).toBe(200);
    const written = await audits(w, id);
    w.now = "2021-01-20T01:00:00.000Z";
    expect((await w.as("binh").call(contract.receiveDirective, at(w.units.a, id))).status).toBe(200);
    expect(await audits(w, id)).toBe(written);
    const seen = await w.as("binh").call(contract.getDirective, at(w.units.a, id));
    expect(seen.body.mine).toMatchObject({
      receivedAt: "2021-01-19T01:00:00.000Z",
      disseminatedAt: null,
      fromUnit: { id: w.units.province },
    });
    expect(seen.body.allowedActions).toEqual([
      "directive.disseminate",
      "directive.pass-on",
      "directive.suggest",
    ]);
    // From above one looks on, and does nothing in the unit's name.
    const above = await w.as("thu").call(contract.getDirective, at(w.units.a, id));
    expect(above.body).toMatchObject({
      mine: { receivedAt: "2021-01-19T01:00:00.000Z" },
      allowedActions: [],
    });
    // A deputy prepares; passing on is an officer's.
    const deputy = await w.as("lan").call(contract.getDirective, at(w.units.a, id));
    expect(deputy.body.allowedActions).toEqual(["directive.disseminate", "directive.suggest"]);
    w.now = "2021-01-18T02:00:00.000Z";
  });

  test("spreading the letter confirms receipt and settles the duty to spread it", async () => {
    const w = world();
    const { id } = await issued(w);
    const entry = { id: newId(), heldOn: "2021-01-18", channel: "meeting" as const, people: 40 };
    const ask = { ...at(w.units.a, id), body: entry };
    const future = { ...at(w.units.a, id), body: { ...entry, heldOn: "2021-01-19" } };
    expect((await w.as("binh").call(contract.recordDissemination, future)).problem?.code).toBe(
      "day-in-future",
    );
    expect((await w.as("binh").call(contract.recordDissemination, ask)).status).toBe(200);
    // Repeated under another key: the same record, counted once.
    expect((await w.as("binh").call(contract.recordDissemination, ask)).status).toBe(200);
    await w.as("binh").call(contract.recordDissemination, {
      ...at(w.units.a, id),
      body: { ...entry, id: newId(), channel: "zalo", people: 25 },
    });
    const receipts = await w
      .as("thu")
      .call(contract.listReceipts, { ...at(w.units.province, id), query: {} });
    const row = receipts.body.items.find(({ unit }) => unit.id === w.units.a);
    expect(row).toMatchObject({ reached: true, peopleReached: 65, receivedAt: expect.any(String) });
    const owed = await tasksOf(w, "binh", w.units.a, id);
    const spread = owed.find(({ duty }) => duty === "disseminate");
    expect(spread).toMatchObject({ state: "settled", allowedActions: ["directive.add-evidence"] });
    expect(owed.at(-1)?.duty).toBe("disseminate");
    const byHand = { params: { unitId: w.units.a, taskId: spread?.id ?? "" }, body: {} };
    expect((await w.as("binh").call(contract.settleTask, byHand)).problem?.code).toBe("task-has-form");
    // Another unit's record cannot be written under the same id.
    const taken = { ...at(w.units.b, id), body: entry };
    expect((await w.as("bao").call(contract.recordDissemination, taken)).problem?.code).toBe("key-reused");
  });

  test("passing on reaches the unions directly below once, and a section owes only what makes sense there", async () => {
    const w = world();
    const { id } = await issued(w);
    expect((await w.as("chi").call(contract.getDirective, at(w.units.a1, id))).status).toBe(404);
    expect((await w.as("thu").call(contract.passOn, at(w.units.province, id))).status).toBe(404);
    const [first, second] = await Promise.all([
      w.as("binh").call(contract.passOn, at(w.units.a, id)),
      w.as("hanh").call(contract.passOn, at(w.units.a, id)),
    ]);
    expect(first.body.reached + second.body.reached).toBe(2);
    expect((await w.as("binh").call(contract.passOn, at(w.units.a, id))).body.reached).toBe(0);
    expect(await tasksOf(w, "chi", w.units.a1, id)).toHaveLength(5);
    const mine = (await w.as("chi").call(contract.getDirective, at(w.units.a1, id))).body.mine;
    expect(mine).toMatchObject({ fromUnit: { id: w.units.a }, receivedAt: null });
    expect((await w.as("chi").call(contract.passOn, at(w.units.a1, id))).body.reached).toBe(1);
    const section = await tasksOf(w, "chi", w.units.a1s, id);
    expect(section.map(({ duty }) => duty)).toEqual(["disseminate", "mobilise", "invite-others"]);
    // Whoever passes a letter on has received it.
    const passed = (await w.as("chi").call(contract.getDirective, at(w.units.a1, id))).body;
    expect(passed.mine).toMatchObject({ receivedAt: expect.any(String), passedOnAt: expect.any(String) });
    expect(passed.allowedActions).toEqual(["directive.disseminate", "directive.suggest"]);
    const top = (await w.as("thu").call(contract.getDirective, at(w.units.province, id))).body.counts;
    expect(top).toEqual({ reached: 5, received: 2, disseminated: 0, notYetReached: 1 });
  });

  test("who has not is one look away: each unit below with its own state and the counts of its subtree", async () => {
    const w = world();
    const { id } = await issued(w);
    await w.as("binh").call(contract.passOn, at(w.units.a, id));
    await w.as("chi").call(contract.receiveDirective, at(w.units.a1, id));
    const ask = (unitId: string, query: object = {}) => ({ ...at(unitId, id), query });
    const all = (await w.as("thu").call(contract.listReceipts, ask(w.units.province))).body;
    expect(all.items.map(({ unit, below }) => [unit.id, below])).toEqual([
      [w.units.b, { reached: 0, received: 0, disseminated: 0, units: 1 }],
      [w.units.a, { reached: 2, received: 1, disseminated: 0, units: 3 }],
    ]);
    const waiting = await w
      .as("thu")
      .call(contract.listReceipts, ask(w.units.province, { only: "not-received" }));
    expect(waiting.body.items.map(({ unit }) => unit.id)).toEqual([w.units.b]);
    const first = (await w.as("thu").call(contract.listReceipts, ask(w.units.province, { limit: 1 }))).body;
    expect(first.items.map(({ unit }) => unit.id)).toEqual([w.units.b]);
    const rest = await w
      .as("thu")
      .call(contract.listReceipts, ask(w.units.province, { limit: 1, after: first.next ?? "" }));
    expect(rest.body).toMatchObject({ items: [{ unit: { id: w.units.a } }], next: null });
    const lower = (await w.as("thu").call(contract.listReceipts, ask(w.units.a))).body.items;
    expect(lower.map(({ unit, receivedAt }) => [unit.id, receivedAt !== null])).toEqual([
      [w.units.a2, false],
      [w.units.a1, true],
    ]);
    // A unit it has not reached is there too, so that it is not forgotten.
    const section = (await w.as("thu").call(contract.listReceipts, ask(w.units.a1))).body.items;
    expect(section).toMatchObject([{ unit: { id: w.units.a1s }, reached: false, reachedAt: null }]);
  });

  test("the reminder names the unions that have not answered, and nobody by name", async () => {
    const w = world();
    const { id, letter } = await issued(w);
    await w.as("binh").call(contract.receiveDirective, at(w.units.a, id));
    const text = (await w.as("thu").call(contract.reminderText, at(w.units.province, id))).body.text;
    expect(text.split("\n")).toEqual([
      `Công văn số ${letter.number}/LĐLĐ:`,
      "Còn 1 công đoàn chưa xác nhận đã nhận: CĐ ngành Bình.",
      "Còn 1 công đoàn đã nhận nhưng chưa ghi nhận quán triệt, tuyên truyền: LĐLĐ huyện An.",
      "Đề nghị các công đoàn vào http://giothong.test để xác nhận. Trân trọng cảm ơn.",
    ]);
    for (const [who, unit] of [
      ["binh", w.units.a],
      ["bao", w.units.b],
    ] as const) {
      const body = { id: newId(), heldOn: "2021-01-18", channel: "zalo" as const, people: 1 };
      await w.as(who).call(contract.recordDissemination, { ...at(unit, id), body });
    }
    const done = (await w.as("thu").call(contract.reminderText, at(w.units.province, id))).body.text;
    expect(done).toContain("Cả 2 công đoàn đã nhận");
    const nobody = (await w.as("binh").call(contract.reminderText, at(w.units.a, id))).body.text;
    expect(nobody).toContain("Chưa chuyển tới công đoàn nào");
  });

  test("a duty is marked as done with a note, by its own unit, and undone", async () => {
    const w = world();
    const { id } = await issued(w);
    const task = (await tasksOf(w, "binh", w.units.a, id)).find(({ duty }) => duty === "mobilise");
    const ask = { params: { unitId: w.units.a, taskId: task?.id ?? "" }, body: { note: "Đã họp" } };
    expect((await w.as("thu").call(contract.settleTask, ask)).status).toBe(403);
    const others = { ...ask, params: { ...ask.params, unitId: w.units.b } };
    expect((await w.as("bao").call(contract.settleTask, others)).status).toBe(404);
    expect((await w.as("binh").call(contract.settleTask, ask)).status).toBe(200);
    const later = { ...ask, body: { note: "Ghi đè" } };
    expect((await w.as("hanh").call(contract.settleTask, later)).status).toBe(200);
    const settled = await tasksOf(w, "binh", w.units.a, id);
    expect(settled.at(-1)).toMatchObject({
      id: task?.id,
      state: "settled",
      note: "Đã họp",
      allowedActions: ["directive.reopen-task", "directive.add-evidence"],
    });
    const open = await w
      .as("thu")
      .call(contract.listTasks, { params: { unitId: w.units.a }, query: { settled: "without" } });
    expect(open.body.items.map((item) => item.id)).not.toContain(task?.id);
    expect(open.body.items.every(({ allowedActions }) => allowedActions.length === 0)).toBe(true);
    expect((await w.as("binh").call(contract.reopenTask, { params: ask.params })).status).toBe(200);
    const reopened = (await tasksOf(w, "binh", w.units.a, id)).find((item) => item.id === task?.id);
    expect(reopened).toMatchObject({ state: "open", settledAt: null, note: "" });
  });

  test("letters are listed newest first, to their sender and to whom they reached", async () => {
    const w = world();
    w.now = "2021-02-01T02:00:00.000Z";
    const older = await issued(w);
    w.now = "2021-02-02T02:00:00.000Z";
    const newer = await issued(w, [w.units.a]);
    const list = async (who: "thu" | "binh" | "bao", unitId: string, query: object = {}) =>
      (await w.as(who).call(contract.listDirectives, { params: { unitId }, query })).body;
    const [first, second] = (await list("thu", w.units.province)).items;
    expect([first?.id, second?.id]).toEqual([newer.id, older.id]);
    expect(first).toMatchObject({ state: "issued", receipt: null, number: newer.letter.number });
    const page = await list("binh", w.units.a, { limit: 1 });
    expect(page.items).toMatchObject([
      { id: newer.id, receipt: "not-received", sender: { id: w.units.province, shortName: "LĐLĐ tỉnh" } },
    ]);
    expect((await list("binh", w.units.a, { limit: 1, after: page.next })).items[0]?.id).toBe(older.id);
    expect((await list("bao", w.units.b)).items[0]?.id).toBe(older.id);
    w.now = "2021-01-18T02:00:00.000Z";
  });
});
