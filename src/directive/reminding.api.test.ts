// Reminding units below: whom, once a day, by whomever; and what a unit sees of it.
import { beforeEach, expect, test } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { setEmail, whoAmI } from "../account/contract.ts";
import { newId } from "../platform/pure/ids.ts";
import { letterOf, rowOf, taskOf, writeHistory } from "./chasing.testing.ts";
import { listLate, listReminders, remindUnits, seeReminder } from "./contract/chasing.ts";
import * as contract from "./contract.ts";

await onEveryServer("reminding", (world) => {
  let day = 0;
  /** Each test has a morning of its own, so that "once a day" begins anew. A Monday first. */
  const nextDay = (hour = "02"): string => `2021-02-${String(1 + day).padStart(2, "0")}T${hour}:00:00.000Z`;
  beforeEach(async () => {
    day += 1;
    world().now = nextDay();
    await world().pool.query("update account.session set expires_at = '2030-01-01'");
  });

  /** The province's letter reached a, and through it a1 and a2; receipts were due on 20 January. */
  const order = async (over: { a1?: object; a2?: object } = {}) => {
    const { units } = world();
    const letter = letterOf(units.province);
    const due = { receiveBy: "2021-01-20" };
    const rows = [
      rowOf(letter, units.a, { ...due, receivedAt: "2021-01-19T02:00:00.000Z" }),
      rowOf(letter, units.a1, { ...due, fromUnitId: units.a, ...over.a1 }),
      rowOf(letter, units.a2, { ...due, fromUnitId: units.a, ...over.a2 }),
    ];
    await writeHistory(world(), units.province, { letters: [letter], rows, tasks: [] });
    return letter.id;
  };
  const remind = (who: "thu" | "binh", directiveId: string, unitIds: readonly string[], id = newId()) =>
    world()
      .as(who)
      .call(remindUnits, {
        params: { unitId: world().units[who === "thu" ? "province" : "a"], directiveId },
        body: { id, unitIds: [...unitIds] },
      });
  const remindersOf = async (who: "chi" | "son", unit: "a1" | "a2", query = {}) =>
    (
      await world()
        .as(who)
        .call(listReminders, { params: { unitId: world().units[unit] }, query })
    ).body;

  test("those who owe something are reminded; who has answered and whom it never reached are in neither number", async () => {
    const { units } = world();
    const directiveId = await order({ a2: { receivedAt: "2021-01-21T02:00:00.000Z" } });
    const { body } = await remind("thu", directiveId, [units.a1, units.a2, units.b1]);
    expect(body).toMatchObject({ reminded: 1, alreadyToday: 0 });
    expect((await remindersOf("chi", "a1")).items).toMatchObject([
      {
        day: world().now.slice(0, 10),
        from: { id: units.province, shortName: "LĐLĐ tỉnh" },
        directiveId,
        seenAt: null,
      },
    ]);
    expect((await remindersOf("son", "a2")).items).toEqual([]);
  });

  test("a duty without a day is reason enough", async () => {
    const { units } = world();
    const letter = letterOf(units.province);
    const row = rowOf(letter, units.a1, { receivedAt: letter.issuedAt });
    await writeHistory(world(), units.province, {
      letters: [letter],
      rows: [row],
      tasks: [taskOf(row, "mobilise", null)],
    });
    expect((await remind("thu", letter.id, [units.a1])).body.reminded).toBe(1);
  });

  test("a unit is reminded once a day, whoever reminds, and again the next day", async () => {
    const { units } = world();
    const directiveId = await order();
    expect((await remind("thu", directiveId, [units.a1])).body).toMatchObject({
      reminded: 1,
      alreadyToday: 0,
    });
    expect((await remind("binh", directiveId, [units.a1, units.a2])).body).toMatchObject({
      reminded: 1,
      alreadyToday: 1,
    });
    expect((await remind("thu", directiveId, [units.a1])).body).toMatchObject({
      reminded: 0,
      alreadyToday: 1,
    });
    day += 1;
    world().now = nextDay();
    expect((await remind("thu", directiveId, [units.a1])).body.reminded).toBe(1);
  });

  test("two levels that remind the same units at once make one reminder of it", async () => {
    const { units } = world();
    const directiveId = await order();
    for (let round = 0; round < 5; round++) {
      day += 1;
      world().now = nextDay();
      const both = await Promise.all([
        remind("thu", directiveId, [units.a2, units.a1]),
        remind("binh", directiveId, [units.a1, units.a2]),
      ]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      expect(both.reduce((sum, { body }) => sum + body.reminded, 0)).toBe(2);
      expect(both.reduce((sum, { body }) => sum + body.alreadyToday, 0)).toBe(2);
    }
  });

  test("a unit that is not below is refused, and then nobody is reminded", async () => {
    const { units } = world();
    const directiveId = await order();
    const refused = await remind("binh", directiveId, [units.a1, units.b1]);
    expect(refused).toMatchObject({ status: 422, problem: { code: "recipient-outside-subtree" } });
    expect((await remind("binh", directiveId, [units.a])).status).toBe(422);
    expect((await remindersOf("chi", "a1")).items[0]?.day).not.toBe(world().now.slice(0, 10));
  });

  test("asked for at night it stands for the next day, and is not asked for twice in the morning", async () => {
    const { units } = world();
    const directiveId = await order();
    world().now = nextDay("15");
    expect((await remind("thu", directiveId, [units.a1])).body.reminded).toBe(1);
    day += 1;
    world().now = nextDay();
    expect((await remindersOf("chi", "a1")).items[0]?.day).toBe(world().now.slice(0, 10));
    expect((await remind("thu", directiveId, [units.a1])).body).toMatchObject({
      reminded: 0,
      alreadyToday: 1,
    });
  });

  test("what is late says when it was last reminded of, as of the moment asked", async () => {
    const { units } = world();
    const directiveId = await order();
    const before = new Date(Date.parse(world().now) - 1000).toISOString();
    await remind("thu", directiveId, [units.a1]);
    const late = async (at?: string) =>
      (
        await world()
          .as("thu")
          .call(listLate, {
            params: { unitId: units.province, directiveId },
            query: { what: "receive", ...(at && { at }) },
          })
      ).body.items.find(({ unit }) => unit.id === units.a1);
    expect(await late()).toMatchObject({ dueOn: "2021-01-20", remindedOn: world().now.slice(0, 10) });
    expect((await late(before))?.remindedOn).not.toBe(world().now.slice(0, 10));
  });

  test("the last one shows with the tasks until somebody has looked at it; those before go with it", async () => {
    const { units } = world();
    const directiveId = await order();
    await remind("thu", directiveId, [units.a1]);
    day += 1;
    world().now = nextDay();
    await remind("binh", directiveId, [units.a1]);
    const tasks = async () =>
      (
        await world()
          .as("chi")
          .call(contract.listTasks, { params: { unitId: units.a1 }, query: {} })
      ).body;
    const shown = (await tasks()).reminder;
    expect(shown).toMatchObject({ day: world().now.slice(0, 10), from: { id: units.a }, seenAt: null });
    const see = (reminderId: string) =>
      world()
        .as("chi")
        .call(seeReminder, { params: { unitId: units.a1, reminderId } });
    expect((await see(shown?.id ?? "")).status).toBe(200);
    expect((await see(shown?.id ?? "")).status).toBe(200);
    expect((await tasks()).reminder).toBeNull();
    expect((await remindersOf("chi", "a1")).items.every(({ seenAt }) => seenAt !== null)).toBe(true);
    const { items } = await remindersOf("son", "a2");
    expect((await see(items[0]?.id ?? newId())).status).toBe(404);
  });

  test("reminders come page by page, the latest first", async () => {
    const { items } = await remindersOf("chi", "a1", { limit: 200 });
    const paged: string[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await remindersOf("chi", "a1", { limit: 2, ...(after && { after }) });
      paged.push(...page.items.map((one) => one.day));
      after = page.next ?? undefined;
    }
    expect(paged.length).toBeGreaterThan(3);
    expect(paged).toEqual(items.map((one) => one.day));
    expect(paged).toEqual([...paged].sort().reverse());
    const wrong = world()
      .as("chi")
      .call(listReminders, {
        params: { unitId: world().units.a1 },
        query: { after: "2021-13-45|01910000-0000-7000-8111-000000000001" },
      });
    expect((await wrong).status).toBe(400);
  });

  test("an officer with an address gets it by e-mail too; the trail keeps neither the address nor the words", async () => {
    const { units } = world();
    const directiveId = await order();
    const give = (email: string | null) => world().as("chi").call(setEmail, { body: { email } });
    expect((await give("chi@example.test")).status).toBe(200);
    expect((await world().as("chi").call(whoAmI)).body.email).toBe("chi@example.test");
    await remind("thu", directiveId, [units.a1, units.a2]);
    const queued = async () =>
      (
        await world().pool.query(
          "select account_id, params from message.outbox where template = 'reminder' and created_at = $1",
          [world().now],
        )
      ).rows;
    expect(await queued()).toMatchObject([
      {
        account_id: world().accountOf("chi"),
        params: { unit: "CĐCS An Một", by: "unit", from: "LĐLĐ tỉnh" },
      },
    ]);
    expect((await give(null)).status).toBe(200);
    expect((await world().as("chi").call(whoAmI)).body.email).toBeNull();
    expect((await give("không phải địa chỉ")).status).toBe(400);
    const { rows } = await world().pool.query(
      `select from platform.audit_entry where detail::text like '%example.test%'
       union all select from platform.command where answer::text like '%example.test%'`,
    );
    expect(rows).toEqual([]);
    day += 1;
    world().now = nextDay();
    await remind("thu", directiveId, [units.a1]);
    expect(await queued()).toEqual([]);
  });
});
