// A pool whose server says nothing any more, as one whose machine has lost its power: the other one answers.
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embeddedServer, freshDatabase, type TestDatabase } from "../../../test/database.ts";
import { openPool } from "./pool.ts";
import { reader, row, sql, transaction } from "./sql.ts";

const server = await embeddedServer();

describe("a pool of two servers", () => {
  let database: TestDatabase;
  let front: Server;
  let passed = 0;
  let silent = false;
  const sockets = new Set<Socket>();

  /** The same server by another port, which can fall silent without closing anything. */
  beforeEach(async () => {
    database = await freshDatabase(server, { migrated: false });
    const { hostname, port } = new URL(database.url);
    passed = 0;
    silent = false;
    front = createServer((near) => {
      sockets.add(near);
      if (silent) return;
      passed++;
      const far = connect(Number(port), hostname);
      sockets.add(far);
      near.on("data", (chunk) => silent || far.write(chunk));
      far.on("data", (chunk) => silent || near.write(chunk));
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        one.on("error", () => undefined);
        one.on("close", () => silent || other.destroy());
      }
    });
    await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => front.close(resolve));
    await database.drop();
  });

  it("cuts off the one that fell silent: what waited there goes on at the other, done once", async () => {
    const { port: frontPort } = front.address() as { port: number };
    const url = database.url.replace(/@[^/]+/, (host) => `@127.0.0.1:${frontPort},${host.slice(1)}`);
    const pool = openPool(url, { max: 3 });
    try {
      await pool.query("create table one (x int)");
      await Promise.all([1, 2].map(() => row(reader(pool), sql`select pg_sleep(0.05)`)));
      expect(passed).toBeGreaterThan(1);
      silent = true;
      const [read] = await Promise.all([
        row(reader(pool), sql`select 1 as x`),
        transaction(pool, (tx) => row(tx, sql`insert into one values (1) returning x`)),
      ]);
      expect(read).toEqual({ x: 1 });
      expect((await pool.query("select count(*)::int as n from one")).rows).toEqual([{ n: 1 }]);
    } finally {
      await pool.end();
    }
  }, 60_000);
});
