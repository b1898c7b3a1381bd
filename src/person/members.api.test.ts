// The law of the kept sums of members: whoever came, left, moved on or was moved with their unit, and whatever was folded
// in what order, on every day every sum is what the memberships say in the tree of that day.
import { expect, it } from "vitest";
import { UNITS } from "../../test/cast.ts";
import { DAYS, drawing, floorsOf, MOVES, move } from "../../test/moving-tree.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { type Tx, transaction } from "../platform/db/sql.ts";
import { foldMembers } from "./store/members.ts";

const run = (tx: Tx, text: string, values: unknown[] = []) => tx.queryable.query({ text, values });

async function expectRecount({ pool }: World, said: string, days = DAYS): Promise<number> {
  let seen = 0;
  for (const day of days) {
    const { rows: kept } = await pool.query(
      `select above || branch as place, sum(members)::int as members from person.v_branch
       where day <= $1 and since <= $1 and until > $1 group by above, branch having sum(members) <> 0 order by 1`,
      [day],
    );
    const { rows: facts } = await pool.query(
      `select p.path, count(*)::int as members from person.affiliation a
       join unit.path p on p.unit_id = a.unit_id and p.standing and p.valid @> $1::date
       where a.relation = 'member' and a.valid @> $1::date group by 1`,
      [day],
    );
    const sums = new Map<string, number>();
    for (const { path, members } of facts) {
      for (const { above, branch } of floorsOf(path)) {
        const place = `${above}${branch}`;
        sums.set(place, (sums.get(place) ?? 0) + members);
      }
    }
    const listed = (all: Iterable<readonly [string, number]>) =>
      [...all].map(([place, n]) => `${place}: ${n}`).sort();
    expect(listed(kept.map(({ place, members }) => [place, members])), `${said}, on ${day}`).toEqual(
      listed(sums),
    );
    seen += sums.size;
  }
  return seen;
}

await onEveryServer("kept sums of members", (world) => {
  it("equal a recount on every day after people and units came, went and moved, folded or not", {
    timeout: 240_000,
  }, async () => {
    const { pool } = world();
    const next = drawing(20_261_124);
    const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
    const people: string[] = [];
    const id = (): string => `00000000-0000-7000-8000-${String(people.length + 1).padStart(12, "0")}`;
    const join = () =>
      transaction(pool, async (tx) => {
        for (let i = next(5); i >= 0; i--) {
          const person = id();
          people.push(person);
          await run(
            tx,
            "insert into person.person (id, full_name, sort_key, search_key, created_at) values ($1, 'A', 'a', 'a', '2020-01-01')",
            [person],
          );
          const unit = UNITS[pick(["province", "a", "b", "a1", "a2", "b1", "a1s"] as const)];
          await run(
            tx,
            `insert into person.affiliation (id, person_id, unit_id, relation, valid)
             values ($1, $1, $2, $3, daterange($4::date, $5::date))`,
            [
              person,
              unit,
              pick(["member", "member", "worker"]),
              pick(["2019-05-05", "2021-02-01", "2021-02-10"]),
              pick([null, null, "2021-04-30"]),
            ],
          );
        }
      });
    const leave = () =>
      transaction(pool, (tx) =>
        run(
          tx,
          `update person.affiliation set valid = daterange(lower(valid), $2::date), end_reason = 'left-job'
           where person_id = $1 and lower(valid) < $2::date`,
          [pick(people), pick(["2021-03-01", "2021-05-20"])],
        ),
      );
    const vanish = () =>
      transaction(pool, (tx) => run(tx, "delete from person.affiliation where id = $1", [pick(people)]));
    const fold = () => transaction(pool, (tx) => foldMembers(tx, 1 + next(9)));
    const shift = () => {
      const child = pick(["a1", "a2", "b1", "a1s"] as const);
      const parent = pick<keyof typeof UNITS>(MOVES[child]);
      return transaction(pool, (tx) =>
        move(tx, UNITS[child], UNITS[parent], pick(["2021-01-15", "2021-02-10", "2021-05-05"])),
      );
    };
    let seen = 0;
    for (let round = 1; round <= 10; round++) {
      for (let i = 0; i < 4; i++) await join();
      await pick([fold, shift, shift])();
      await vanish();
      // Who joins or leaves waits for no fold and no move, and what it leaves finds its place whichever is first.
      await Promise.all([join(), fold(), leave(), shift(), leave(), fold()]);
      seen += await expectRecount(world(), `round ${round}`);
    }
    expect(seen).toBeGreaterThan(100);
    while ((await transaction(pool, (tx) => foldMembers(tx, 1000))) > 0);
    expect((await pool.query("select 1 from person.change")).rows).toEqual([]);
    await expectRecount(world(), "all folded");
    await transaction(pool, (tx) => run(tx, "select person.rebuild(null)"));
    await expectRecount(world(), "made anew");

    // Told from a day on, of that day and all after it.
    await transaction(pool, (tx) => run(tx, "select person.rebuild('2021-02-10')"));
    for (let i = 0; i < 3; i++) await Promise.all([join(), shift(), leave(), fold()]);
    await expectRecount(world(), "told from a day on", DAYS.slice(1));
  });
});
