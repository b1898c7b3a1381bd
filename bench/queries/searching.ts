// Searches as somebody types them: with and without accents, from one letter on, misspelt; of unions, of people, and of
// unions as the pages that anybody opens find them.
import type pg from "pg";
import type { Clock } from "../../src/app/clock.ts";
import { listPeople } from "../../src/person/contract.ts";
import type { AnyContract } from "../../src/platform/contract/contract.ts";
import { reader } from "../../src/platform/db/sql.ts";
import { searchKey } from "../../src/platform/pure/text-vi.ts";
import { searchUnits } from "../../src/unit/contract.ts";
import { type Say, serverFor, urlOf } from "./asking.ts";
import type { Ground } from "./places.ts";

const AIM_MS = 60;
const NAMES = 40;
const ROUNDS = 2;
const MOST_FOUND = 200;
const OFTEN = [
  "a",
  "c",
  "cong doan",
  "Công đoàn",
  "to cong doan",
  "truong mam non",
  "cong ty tnhh",
  "xã tân",
];
const OFTEN_PEOPLE = ["a", "n", "nguyen", "Nguyễn Văn", "lan", "thi huong", "tran", "nguyen thi lan"];

/** What somebody types on the way to a name: its beginning, its middle, all of it plain, and with a slip. */
const typed = (name: string): string[] => {
  const words = name.split(/\s+/).filter(Boolean);
  const plain = searchKey(name);
  return [
    name.slice(0, 100),
    plain.slice(0, 100),
    words.slice(-2).join(" ").slice(0, 100),
    plain.slice(0, Math.min(8, plain.length)),
    `${plain.slice(0, 60)}q`,
  ].filter((text) => text.trim() !== "");
};

/** Every so-manyth name, the same ones each time. */
const sample = async (pool: pg.Pool, table: string, column: string): Promise<string[]> =>
  (
    await pool.query({
      text: `select ${column} as name from ${table} tablesample bernoulli (100) repeatable (7)
             where ${column} <> '–' limit ${NAMES * 50}`,
      values: [],
    })
  ).rows
    .filter((_, i) => i % 50 === 0)
    .map(({ name }) => name as string);

export async function timeSearches(pool: pg.Pool, clock: Clock, ground: Ground, say: Say): Promise<string[]> {
  const failures: string[] = [];
  const accountId = (
    await reader(pool).queryable.query({ text: "select id from account.account limit 1", values: [] })
  ).rows[0]?.id as string;
  const units = [...OFTEN, ...(await sample(pool, "unit.naming", "name")).flatMap(typed)];
  const people = [...OFTEN_PEOPLE, ...(await sample(pool, "person.person", "full_name")).flatMap(typed)];
  say(`\nsearch (aim: p95 within ${AIM_MS} ms)      asked  found  p50 ms  p95 ms  longest`);
  for (const { unitId, name } of ground.places) {
    const server = await serverFor(pool, clock, { unitId, facilityId: ground.facilityId, accountId });
    let turn = 0;
    const ask = async (contract: AnyContract, words: string): Promise<{ ms: number; ids: string[] }> => {
      const began = performance.now();
      const answer = await server.inject({
        method: "GET",
        url: urlOf(contract, { params: { unitId }, query: { words } }),
        remoteAddress: `127.2.${Math.floor(++turn / 200) % 250}.${1 + (turn % 200)}`,
      });
      const ms = performance.now() - began;
      if (answer.statusCode !== 200) {
        failures.push(`${contract.id} at ${name}, ${JSON.stringify(words)}: ${answer.statusCode}`);
        return { ms, ids: [] };
      }
      return { ms, ids: (answer.json() as { items: { id: string }[] }).items.map(({ id }) => id) };
    };
    for (const [contract, list] of [
      [searchUnits, units],
      [listPeople, people],
    ] as const) {
      const times: { ms: number; words: string }[] = [];
      let found = 0;
      for (let round = 0; round < ROUNDS; round++)
        for (const words of list) {
          const { ms, ids } = await ask(contract, words);
          times.push({ ms, words });
          found += ids.length > 0 ? 1 : 0;
          if (ids.length > MOST_FOUND) failures.push(`${contract.id}, ${words}: ${ids.length} found at once`);
          const plain = searchKey(words);
          if (round === 0 && plain !== words && (await ask(contract, plain)).ids.join() !== ids.join())
            failures.push(`${contract.id} at ${name}: ${words} and ${plain} find different ones`);
        }
      times.sort((a, b) => a.ms - b.ms);
      const within = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
      say(
        `${`${contract.id} at ${name}`.slice(0, 36).padEnd(36)} ${String(times.length).padStart(5)} ${String(found).padStart(6)} ${(within(0.5)?.ms ?? 0).toFixed(1).padStart(7)} ${(within(0.95)?.ms ?? 0).toFixed(1).padStart(7)}  ${(within(1)?.ms ?? 0).toFixed(0)} ms: ${JSON.stringify(within(1)?.words)}`,
      );
    }
    await server.close();
  }
  return failures;
}
