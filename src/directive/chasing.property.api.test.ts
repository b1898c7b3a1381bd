// Whatever the history of an order, what is said of any moment of it is what a recount of its rows says.
import fc from "fast-check";
import { expect, it } from "vitest";
import { onEveryServer, type World } from "../../test/world.ts";
import type { Duty } from "../document/schema.ts";
import { addDays, dayIn, daysBetween } from "../platform/pure/calendar.ts";
import { newId } from "../platform/pure/ids.ts";
import { UNIT_KINDS } from "../unit/schema.ts";
import { type History, type RowFacts, type StepFacts, writeHistory } from "./chasing.testing.ts";
import { letterCascade, letterLevels, letterPace, listLate } from "./contract/chasing.ts";

const FROM = "2021-02-01T02:00:00.000Z";
const HOURS = 500;
/** `hour` hours after the first letter. */
const instant = (hour: number): string => new Date(Date.parse(FROM) + hour * 3600_000).toISOString();

const DUTIES: readonly Duty[] = ["mobilise", "attend"];
const hour = fc.integer({ min: 0, max: HOURS });
const maybeHour = fc.option(hour, { nil: undefined });
const maybeDay = fc.option(fc.integer({ min: -2, max: 22 }), { nil: undefined });

const row = fc.record({
  letter: fc.nat({ max: 2 }),
  unit: fc.constantFrom("a", "b", "a1", "a2", "b1", "a1s"),
  reached: hour,
  receiveBy: maybeDay,
  received: maybeHour,
  disseminated: maybeHour,
  passedOn: maybeHour,
  ended: maybeHour,
});
const task = fc.record({
  row: fc.nat({ max: 20 }),
  duty: fc.constantFrom(...DUTIES),
  steps: fc.uniqueArray(
    fc.record({ hour, state: fc.constantFrom("open", "settled", "withdrawn"), due: maybeDay }),
    { minLength: 1, maxLength: 4, selector: (step) => step.hour },
  ),
});
const story = fc.record({
  rows: fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: (one) => `${one.letter}${one.unit}` }),
  tasks: fc.array(task, { maxLength: 8 }),
  moments: fc.array(hour, { minLength: 2, maxLength: 3 }),
  recalled: maybeHour,
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;
type Unit = Story["rows"][number]["unit"];

const PARENT = { a: "province", b: "province", a1: "a", a2: "a", b1: "b", a1s: "a1" } as const;
const KIND = {
  a: "district-federation",
  b: "sector-union",
  a1: "grassroots",
  a2: "grassroots",
  b1: "grassroots",
  a1s: "section",
} as const;
const UNDER: Readonly<Record<"province" | "a", readonly Unit[]>> = {
  province: ["a", "b", "a1", "a2", "b1", "a1s"],
  a: ["a1", "a2", "a1s"],
};

/** The story with ids of its own: three letters of one family, by the province, by a and by a1. */
function historyOf(world: World, { rows, tasks, recalled }: Story): History {
  const { units } = world;
  const [root = "", second = "", third = ""] = [newId(), newId(), newId()];
  const letters = [
    { id: root, unitId: units.province, relation: "first", parentId: null, issuedAt: FROM },
    { id: second, unitId: units.a, relation: "reissue", parentId: root, issuedAt: instant(5) },
    { id: third, unitId: units.a1, relation: "reissue", parentId: second, issuedAt: instant(9) },
  ] as const;
  const written = rows.map((one): RowFacts => {
    const letter = letters[one.letter] ?? letters[0];
    const day = (count: number | undefined) => (count === undefined ? null : addDays("2021-02-01", count));
    const at = (when: number | undefined) => (when === undefined ? null : instant(when));
    return {
      directiveId: letter.id,
      rootId: root,
      unitId: units[one.unit],
      fromUnitId: letter.unitId === units[one.unit] ? units.province : letter.unitId,
      reachedAt: instant(one.reached),
      receiveBy: day(one.receiveBy),
      receivedAt: at(one.received),
      disseminatedAt: at(one.disseminated),
      passedOnAt: at(one.passedOn),
      endedAt: one.ended === undefined ? null : instant(Math.max(one.ended, one.reached)),
    };
  });
  const owed = new Map<string, History["tasks"][number]>();
  for (const one of tasks) {
    const on = written[one.row % written.length];
    if (on === undefined) continue;
    const steps = [...one.steps]
      .sort((x, y) => x.hour - y.hour)
      .map(
        (step): StepFacts => ({
          at: instant(step.hour),
          state: step.state as StepFacts["state"],
          dueOn: step.due === undefined ? null : addDays("2021-02-01", step.due),
        }),
      );
    const { directiveId, unitId } = on;
    owed.set(`${unitId}${one.duty}`, {
      id: newId(),
      directiveId,
      rootId: root,
      unitId,
      duty: one.duty,
      steps,
    });
  }
  const recalledAt = recalled === undefined ? null : instant(recalled);
  return {
    letters: letters.map((letter, i) => ({
      ...letter,
      rootId: root,
      recalledAt: i === 1 ? recalledAt : null,
    })),
    rows: written,
    tasks: [...owed.values()],
  };
}

const least = (of: readonly (string | null | undefined)[]): string | null =>
  of.filter((one): one is string => one != null).sort()[0] ?? null;
const by = (at: string, when: string | null): string | null => (when !== null && when <= at ? when : null);

/** The recount: one unit at a time, in plain words of the design. */
function stateOf(history: History, unitId: string, at: string) {
  const today = dayIn(at);
  const ever = history.rows.filter((one) => one.unitId === unitId && one.reachedAt <= at);
  const held = ever.filter((one) => one.endedAt === null || one.endedAt > at);
  const receivedAt = least(held.map((one) => by(at, one.receivedAt)));
  const letter = [...held].sort((x, y) =>
    x.reachedAt === y.reachedAt
      ? x.directiveId < y.directiveId
        ? 1
        : -1
      : x.reachedAt < y.reachedAt
        ? 1
        : -1,
  )[0];
  const late: { what: string; dueOn: string }[] = [];
  if (held.length > 0) {
    const receiveBy = least(held.map((one) => one.receiveBy));
    if (receivedAt === null && receiveBy !== null && receiveBy < today)
      late.push({ what: "receive", dueOn: receiveBy });
    for (const owed of history.tasks.filter((one) => one.unitId === unitId)) {
      const last = owed.steps.filter((step) => step.at <= at).at(-1);
      if (last?.state === "open" && last.dueOn !== null && last.dueOn < today)
        late.push({ what: owed.duty, dueOn: last.dueOn });
    }
  }
  const own = history.letters.filter(
    (one) => one.unitId === unitId && one.issuedAt <= at && (one.recalledAt === null || one.recalledAt > at),
  );
  return {
    held: held.length > 0,
    reachedAt: held.length > 0 ? least(ever.map((one) => one.reachedAt)) : null,
    receivedAt,
    disseminatedAt: least(held.map((one) => by(at, one.disseminatedAt))),
    carriedAt: least([...held.map((one) => by(at, one.passedOnAt)), ...own.map((one) => one.issuedAt)]),
    late,
    letter,
    first: {
      reached: least(ever.map((one) => one.reachedAt)),
      received: least(ever.map((one) => by(at, one.receivedAt))),
      disseminated: least(ever.map((one) => by(at, one.disseminatedAt))),
    },
  };
}

await onEveryServer("an order followed through any history", (world) => {
  // Who asks takes turns: an address may ask 1,200 times a minute, and a server must not be slow for that.
  let turn = 0;
  const check = async (tale: Story) => {
    const w = world();
    const history = historyOf(w, tale);
    const rootId = history.letters[0]?.id ?? "";
    await writeHistory(w, w.units.province, history);
    // The last moment is asked as "now", after all that happened; the others as moments of the past.
    w.now = instant(HOURS + 1);
    await w.pool.query("update account.session set expires_at = '2030-01-01'");
    for (const moment of [...tale.moments.map(instant), undefined]) {
      const at = moment ?? w.now;
      turn += 1;
      for (const [who, top] of [
        [turn % 2 === 0 ? "thu" : "tuan", "province"],
        [turn % 2 === 0 ? "binh" : "hanh", "a"],
      ] as const) {
        const seen =
          top === "province" ||
          history.rows.some(({ unitId }) =>
            [w.units.a, w.units.a1, w.units.a2, w.units.a1s].includes(unitId),
          );
        const directiveId = top === "province" ? rootId : (history.letters[1]?.id ?? "");
        if (!seen) continue;
        const params = { unitId: w.units[top], directiveId };
        const query = moment === undefined ? {} : { at: moment };
        const states = UNDER[top].map((name) => ({ name, ...stateOf(history, w.units[name], at) }));

        const levels = await w.as(who).call(letterLevels, { params, query });
        expect(levels.status).toBe(200);
        const kinds = UNIT_KINDS.filter((kind) => states.some(({ name }) => KIND[name] === kind));
        expect(levels.body.levels).toEqual(
          kinds.map((kind) => {
            const these = states.filter(({ name }) => KIND[name] === kind);
            return {
              kind,
              units: these.length,
              reached: these.filter(({ held }) => held).length,
              received: these.filter(({ receivedAt }) => receivedAt !== null).length,
              disseminated: these.filter(({ disseminatedAt }) => disseminatedAt !== null).length,
              late: these.filter(({ late }) => late.length > 0).length,
            };
          }),
        );

        const expected = states.flatMap(({ name, late, letter }) =>
          late.map(({ what, dueOn }) =>
            [
              dueOn,
              w.units[name],
              what,
              letter?.directiveId,
              letter?.fromUnitId,
              daysBetween(dueOn, dayIn(at)),
            ].join(),
          ),
        );
        const listed: string[] = [];
        for (let after: string | undefined, more = true; more; ) {
          const { body } = await w
            .as(who)
            .call(listLate, { params, query: { ...query, limit: 2, ...(after && { after }) } });
          expect(body.total).toBe(expected.length);
          for (const one of body.items)
            listed.push(
              [one.dueOn, one.unit.id, one.what, one.directiveId, one.from.id, one.daysLate].join(),
            );
          after = body.next ?? undefined;
          more = after !== undefined;
        }
        expect([...listed].sort()).toEqual(expected.sort());
        expect(listed.map((one) => one.slice(0, 10))).toEqual(listed.map((one) => one.slice(0, 10)).sort());

        if (moment !== undefined) continue;
        const pace = (await w.as(who).call(letterPace, { params })).body;
        const times = [
          ...new Set(states.flatMap(({ first }) => Object.values(first).filter((one) => one !== null))),
        ].sort();
        const until = (what: "reached" | "received" | "disseminated", point: string) =>
          states.filter(({ first }) => first[what] !== null && (first[what] ?? "") <= point).length;
        expect(pace.units).toBe(states.length);
        expect(pace.points).toEqual(
          times.map((point) => ({
            at: point,
            reached: until("reached", point),
            received: until("received", point),
            disseminated: until("disseminated", point),
          })),
        );
        const confirmed = states.flatMap(({ first }) => first.received ?? []).sort();
        const hours = (share: number) => {
          const when = confirmed[Math.ceil(states.length * share) - 1];
          return when === undefined ? null : (Date.parse(when) - Date.parse(FROM)) / 3600_000;
        };
        expect([pace.hoursToHalf, pace.hoursToNinety, pace.hoursToAll]).toEqual([
          hours(0.5),
          hours(0.9),
          hours(1),
        ]);
        expect(pace.last?.at ?? null).toBe(confirmed.at(-1) ?? null);

        const { body } = await w.as(who).call(letterCascade, { params });
        const shown = new Map(body.nodes.map((node) => [node.id, node]));
        expect(shown.size).toBe(states.length + 1);
        for (const { name, ...state } of states) {
          const since = least(state.late.map(({ dueOn }) => dueOn));
          expect(shown.get(w.units[name])).toMatchObject({
            parentId: w.units[PARENT[name]],
            reachedAt: state.reachedAt,
            receivedAt: state.receivedAt,
            disseminatedAt: state.disseminatedAt,
            carriedAt: state.carriedAt,
            lateSince: since && addDays(since, 1),
            below: null,
          });
        }
      }
    }
  };

  it("says of every moment what a recount says", async () => {
    await fc.assert(fc.asyncProperty(story, check), { numRuns: 40, endOnFailure: true });
  }, 120_000);
});
