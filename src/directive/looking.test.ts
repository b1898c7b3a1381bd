// The program's daily look: whom it reminds and when, and what it does when clocks, programs and days go wrong.
import { beforeEach, expect, test } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { sendQueued } from "../message/service.ts";
import { reader, rows, sql } from "../platform/db/sql.ts";
import type { enqueue } from "../platform/jobs/worker.ts";
import { addDays } from "../platform/pure/calendar.ts";
import { letterOf, type RowFacts, rowOf, type TaskFacts, taskOf, writeHistory } from "./chasing.testing.ts";
import { remindUnits } from "./contract/chasing.ts";
import { CHASE_JOB, chaseJobs } from "./jobs.ts";
import { daysAnsweredFor, isLookDay, remindsOn } from "./rules/chasing/rhythm.ts";
import { reminderStillNeeded } from "./service/chasing/mail.ts";
import { onBeat } from "./store/chasing/look.ts";

/** A Monday. */
const MONDAY = "2021-03-01";
const morning = (day: string): string => `${day}T01:00:00.000Z`;

await onEveryServer("the daily look", (world) => {
  const queued: string[] = [];
  const keep: typeof enqueue = async (_tx, _job, { messageId = "" }) => void queued.push(messageId);
  const look = (add: typeof enqueue = keep) =>
    chaseJobs({
      pool: world().pool,
      now: () => world().now,
      publicUrl: "http://giothong.test",
      enqueue: add,
    })[CHASE_JOB]?.({}, { attempt: 1, lastAttempt: true });
  const lookAt = async (now: string) => {
    world().now = now;
    await look();
  };
  /** "unit: late/due soon/late below" of each reminder of the day, in the order of the cast. */
  const told = async (day: string): Promise<string[]> => {
    const { rows: found } = await world().pool.query(
      "select unit_id, late, due_soon, below_late from directive.reminder where day = $1",
      [day],
    );
    const names = Object.entries(world().units);
    return found
      .map((one) => {
        const name = names.find(([, id]) => id === one.unit_id)?.[0];
        return `${name}: ${one.late}/${one.due_soon}/${one.below_late}`;
      })
      .sort();
  };
  const count = async (what: "chase" | "reminder"): Promise<number> =>
    (await world().pool.query(`select count(*)::int as n from directive.${what}`)).rows[0].n;

  // What earlier tests left open would be looked at as well: it is answered, and no day is taken yet.
  beforeEach(async () => {
    queued.length = 0;
    for (const statement of [
      "delete from directive.chase",
      "delete from directive.reminder",
      "delete from message.outbox",
      "update directive.recipient set received_at = reached_at where received_at is null",
      "update directive.task set settled_at = '2021-01-01' where settled_at is null",
      "update account.account set email = null",
      "update account.session set expires_at = '2030-01-01'",
    ])
      await world().pool.query(statement);
  });

  /** The province's letter came to a, and from a to a1; a1 owes what is given here. */
  const order = async (receiveBy: string | null, duties: readonly (string | null)[] = []) => {
    const { units } = world();
    const letter = letterOf(units.province);
    const done = { receivedAt: "2021-01-19T02:00:00.000Z" };
    const a1: RowFacts = rowOf(letter, units.a1, {
      fromUnitId: units.a,
      receiveBy,
      ...(receiveBy ? {} : done),
    });
    const kinds = ["mobilise", "attend", "coordinate"] as const;
    const tasks: TaskFacts[] = duties.map((dueOn, i) => taskOf(a1, kinds[i] ?? "attend", dueOn));
    await writeHistory(world(), units.province, {
      letters: [letter],
      rows: [rowOf(letter, units.a, done), a1],
      tasks,
    });
    return letter.id;
  };

  test("SQL and the rule agree on the days something is said", async () => {
    for (let i = 0; i < 7; i++) {
      const day = addDays(MONDAY, i);
      if (!isLookDay(day)) continue;
      const found = await rows<{ late: number; beat: boolean }>(
        reader(world().pool),
        sql`select l.late, ${onBeat(sql`l.late`, daysAnsweredFor(day))} as beat
            from generate_series(-10, 60) as l (late) order by l.late`,
      );
      expect(found.map(({ beat }) => beat)).toEqual(
        found.map(({ late }) => remindsOn(addDays(day, -late), day)),
      );
    }
  });

  test("begins at half past seven, looks once, and says what is late and what is due within two days", async () => {
    await order("2021-02-28", [addDays(MONDAY, 2), addDays(MONDAY, 3), null]);
    await lookAt(`${MONDAY}T00:29:59.000Z`);
    expect(await count("chase")).toBe(0);
    await lookAt(`${MONDAY}T00:30:00.000Z`);
    expect(await told(MONDAY)).toEqual(["a1: 1/1/0"]);
    const { rows: audit } = await world().pool.query(
      "select actor, detail from platform.audit_entry where operation = 'directive.chase' order by no desc limit 1",
    );
    expect(audit).toEqual([{ actor: null, detail: { day: MONDAY, reminded: 1 } }]);
    await lookAt(`${MONDAY}T09:00:00.000Z`);
    expect([await count("chase"), await count("reminder")]).toEqual([1, 1]);
  });

  test("says nothing on a weekend, nor where nothing falls on the day", async () => {
    await order("2021-02-26");
    await lookAt(morning("2021-02-27"));
    await lookAt(morning("2021-02-28"));
    expect(await count("chase")).toBe(0);
    await lookAt(morning("2021-03-02"));
    expect(await told("2021-03-02")).toEqual([]);
    expect(await count("chase")).toBe(1);
  });

  test("tells the unit it came from after three days, the one above that after seven as well", async () => {
    await order("2021-02-26");
    await lookAt(morning(MONDAY));
    expect(await told(MONDAY)).toEqual(["a1: 1/0/0", "a: 0/0/1"]);
    await lookAt(morning("2021-03-05"));
    expect(await told("2021-03-05")).toEqual(["a1: 1/0/0", "a: 0/0/1", "province: 0/0/1"]);
  });

  test("what was answered, withdrawn, amended away or recalled is said no more", async () => {
    const { units } = world();
    const letter = letterOf(units.province);
    const late = { receiveBy: "2021-02-28" };
    const ended = rowOf(letter, units.b, { ...late, endedAt: "2021-02-20T02:00:00.000Z" });
    const done = rowOf(letter, units.a, { ...late, receivedAt: "2021-02-20T02:00:00.000Z" });
    const second = letterOf(units.a, { relation: "reissue", rootId: letter.id, parentId: letter.id });
    const steps = (state: "settled" | "withdrawn") => [
      { at: letter.issuedAt, state: "open" as const, dueOn: "2021-02-28" },
      { at: "2021-02-20T02:00:00.000Z", state, dueOn: "2021-02-28" },
    ];
    await writeHistory(world(), units.province, {
      letters: [letter, second],
      // One of two letters of the order is confirmed: the order is.
      rows: [
        ended,
        done,
        rowOf(second, units.a1, late),
        rowOf(letter, units.a1, { ...late, receivedAt: letter.issuedAt }),
      ],
      tasks: [
        { ...taskOf(done, "mobilise", "2021-02-28"), steps: steps("settled") },
        { ...taskOf(done, "attend", "2021-02-28"), steps: steps("withdrawn") },
        taskOf(ended, "attend", "2021-02-28"),
      ],
    });
    await lookAt(morning(MONDAY));
    expect(await told(MONDAY)).toEqual([]);
  });

  test("leaves alone whom an officer reminded today", async () => {
    const { units } = world();
    const directiveId = await order("2021-02-28");
    world().now = `${MONDAY}T00:10:00.000Z`;
    await world()
      .as("binh")
      .call(remindUnits, {
        params: { unitId: units.a, directiveId },
        body: { id: world().units.a1, unitIds: [units.a1] },
      });
    await lookAt(morning(MONDAY));
    expect(await count("reminder")).toBe(1);
    const { rows: found } = await world().pool.query("select from_unit_id from directive.reminder");
    expect(found).toEqual([{ from_unit_id: units.a }]);
  });

  test("off for three days it does not make up for them: one look, one reminder", async () => {
    await order("2021-03-01");
    await lookAt(morning("2021-03-01"));
    await lookAt(morning("2021-03-04"));
    const { rows: days } = await world().pool.query("select day from directive.chase order by day");
    expect(days.map(({ day }) => day)).toEqual(["2021-03-01", "2021-03-04"]);
    expect(await told("2021-03-01")).toEqual(["a1: 0/1/0"]);
    expect(await told("2021-03-04")).toEqual(["a1: 1/0/0", "a: 0/0/1"]);
    expect(await count("reminder")).toBe(3);
  });

  test("a clock that goes back looks at no day twice", async () => {
    await order("2021-03-01");
    await lookAt(morning("2021-03-02"));
    await lookAt(morning("2021-03-01"));
    await lookAt(morning("2021-03-02"));
    const { rows: found } = await world().pool.query(
      "select unit_id, day, count(*)::int as n from directive.reminder group by unit_id, day having count(*) > 1",
    );
    expect(found).toEqual([]);
    expect(await count("chase")).toBe(2);
    await lookAt(`2021-03-01T05:00:00.000Z`);
    expect(await count("reminder")).toBe(2);
  });

  test("killed in the middle it has done nothing, and does it all a minute later", async () => {
    await order("2021-02-28");
    await world().pool.query("update account.account set email = 'chi@example.test' where login = 'chi'");
    world().now = morning(MONDAY);
    const dies = async () => {
      throw new Error("killed");
    };
    await expect(look(dies)).rejects.toThrow("killed");
    const { rows: mails } = await world().pool.query("select from message.outbox");
    expect([await count("chase"), await count("reminder"), mails.length]).toEqual([0, 0, 0]);
    await look();
    expect(await told(MONDAY)).toEqual(["a1: 1/0/0"]);
    expect(queued).toHaveLength(1);
  });

  test("two programs that look at once remind once", async () => {
    await order("2021-02-28");
    await world().pool.query("update account.account set email = 'chi@example.test' where login = 'chi'");
    world().now = morning(MONDAY);
    await Promise.all([look(), look(), look()]);
    expect([await count("chase"), await count("reminder")]).toEqual([1, 1]);
    expect(queued).toHaveLength(1);
  });

  test("its e-mail names the unit, the letter and the page; it is dropped once it is answered or its day is over", async () => {
    const directiveId = await order("2021-02-28");
    await world().pool.query("update account.account set email = 'chi@example.test' where login = 'chi'");
    const sent: { to: string; subject: string; text: string }[] = [];
    const send = async (messageId: string) => {
      await sendQueued(
        {
          pool: world().pool,
          now: () => world().now,
          demo: false,
          translate: (await import("../app/messages.ts")).translate,
          send: async ({ to, subject, text }) => {
            sent.push({ to: to.address, subject, text });
            return "accepted";
          },
          later: async () => undefined,
          stillNeeded: { reminder: reminderStillNeeded },
        },
        messageId,
        { lastAttempt: false },
      );
      const { rows: found } = await world().pool.query(
        "select state, reason from message.outbox where id = $1",
        [messageId],
      );
      return found[0];
    };
    await lookAt(morning(MONDAY));
    expect(await send(queued[0] ?? "")).toEqual({ state: "sent", reason: null });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      to: "chi@example.test",
      subject: "Nhắc việc: CĐCS An Một, ngày 01/03/2021",
    });
    expect(sent[0]?.text).toContain("- Quá hạn: 1 việc\n");
    expect(sent[0]?.text).not.toContain("Sắp đến hạn");
    expect(sent[0]?.text).toContain("- Công văn của");
    expect(sent[0]?.text).toContain(`http://giothong.test/u/${world().units.a1}/viec`);

    await lookAt(morning("2021-03-03"));
    world().now = morning("2021-03-04");
    expect(await send(queued[1] ?? "")).toEqual({ state: "dropped", reason: "no-longer-needed" });

    await lookAt(morning("2021-03-08"));
    await world().pool.query(
      "update directive.recipient set received_at = $1 where directive_id = $2 and received_at is null",
      [world().now, directiveId],
    );
    expect(await send(queued[2] ?? "")).toEqual({ state: "dropped", reason: "no-longer-needed" });
    expect(sent).toHaveLength(1);
  });
});
