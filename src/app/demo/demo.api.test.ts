// The demo loaded for real, on the server the program carries.
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { embeddedServer, freshDatabase, type TestDatabase } from "../../../test/database.ts";
import { reader, row, sql } from "../../platform/db/sql.ts";
import { loadDemo } from "./load.ts";

const log = pino({ level: process.env.TEST_LOG ?? "warn" });
let database: TestDatabase;

const one = async <T>(query: ReturnType<typeof sql>): Promise<T> =>
  (await row<T>(reader(database.pool), query)) as T;

beforeAll(async () => {
  database = await freshDatabase(await embeddedServer());
  const from = performance.now();
  await loadDemo({ pool: database.pool, log });
  console.info(`demo loaded in ${Math.round(performance.now() - from)} ms`);
}, 120_000);
afterAll(() => database.drop());

it("holds sixty units and two thousand people", async () => {
  const found = await one<{ units: number; people: number }>(
    sql`select (select count(*) from unit.unit) as units, (select count(*) from person.person) as people`,
  );
  expect(found).toEqual({ units: 60, people: 2000 });
});
