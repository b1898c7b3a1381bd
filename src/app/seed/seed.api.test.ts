// The seeded village on real servers: broken off and gone on with, the same as unbroken; and a living database, not a picture.
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase, testServers } from "../../../test/database.ts";
import { urlFor } from "../../../test/world.ts";
import { passwordMatches } from "../../account/secrets.ts";
import { listPeople } from "../../person/contract.ts";
import type { AnyContract } from "../../platform/contract/contract.ts";
import { digestTables } from "../../platform/db/backup/digest.ts";
import { newId } from "../../platform/pure/ids.ts";
import { nameSortKey, searchKey } from "../../platform/pure/text-vi.ts";
import * as acts from "../../unit/contract/acts.ts";
import { getUnit, listChildren, searchUnits } from "../../unit/contract.ts";
import { clockOf } from "../clock.ts";
import { PARTICIPANTS } from "../participants.ts";
import { createUnionServer } from "../server.ts";
import { loginOf, PASSWORD, PASSWORD_HASH } from "./accounts.ts";
import { provinceActs } from "./base/acts.ts";
import { BASE_CHECKS } from "./base/checks.ts";
import { decisions, HANDS } from "./base/decisions.ts";
import { offices } from "./base/offices.ts";
import { people } from "./base/people.ts";
import { tree } from "./base/tree.ts";
import { type Country, LEVEL, planCountry, unitId } from "./country.ts";
import { unitName } from "./names.ts";
import { nameOf } from "./people.ts";
import { type SeedOptions, seedCountry } from "./run.ts";

const TODAY = "2026-11-23";
const VILLAGE = {
  size: "village",
  seed: 1,
  machineDay: TODAY,
  steps: [tree, offices, decisions, people],
  checks: BASE_CHECKS,
} as const satisfies SeedOptions;

/** All that is made by name: constraints with their state, indexes, triggers. */
const RULES = `
  select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated as rule
  from pg_constraint where conrelid <> 0
  union all select indexdef from pg_indexes where schemaname not in ('pg_catalog', 'graphile_worker')
  union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
  order by 1`;

describe("what the seed takes for granted", () => {
  const country = planCountry("village", 1, TODAY);

  it("gives a name the keys that the program itself gives it", () => {
    for (let person = 0; person < 300; person++) {
      const name = nameOf(country, person);
      expect(name.sortKey).toBe(nameSortKey(name.fullName));
      expect(name.searchKey).toBe(searchKey(name.fullName));
    }
  });
  it("has written down a hash of the password it prints", async () => {
    expect(await passwordMatches(PASSWORD_HASH, PASSWORD)).toBe(true);
  });
  it("lets hand over whoever hands over in the program, when they do", () => {
    expect(HANDS).toEqual(Object.fromEntries(PARTICIPANTS.map(({ name, hands }) => [name, hands])));
  });
  it("is as large as it says", () => {
    expect(planCountry("province", 1, TODAY).units.count).toBeGreaterThanOrEqual(3_000);
    expect(country.units.firstPerson[country.units.count]).toBe(12_000);
  });
});

for (const server of await testServers()) {
  describe(`a seeded village (${server.name})`, () => {
    const country: Country = planCountry("village", 1, TODAY);
    let whole: TestDatabase;
    let rulesBefore: readonly unknown[];
    beforeAll(async () => {
      whole = await freshDatabase(server);
      rulesBefore = (await whole.pool.query(RULES)).rows;
      await seedCountry(whole.pool, VILLAGE);
    });
    afterAll(() => whole.drop());

    it("is the same when it is broken off twice and gone on with, once by the loss of its connection", async () => {
      const broken = await freshDatabase(server);
      try {
        const stop = new AbortController();
        const stopping = seedCountry(broken.pool, {
          ...VILLAGE,
          signal: stop.signal,
          progress: ({ doing, rows }) => doing === "people" && rows > 10_000 && stop.abort(),
        });
        await expect(stopping).rejects.toThrow(/abort/i);
        await expect(clockOf(broken.pool)).rejects.toThrow("--seed 1");
        let kills = 0;
        let killed: Promise<unknown> = Promise.resolve();
        const losing = seedCountry(broken.pool, {
          ...VILLAGE,
          progress: ({ doing, share }) => {
            if (doing !== "anew" || share < 0.8 || kills++ > 0) return;
            killed = broken.pool.query(
              "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
            );
          },
        });
        await expect(losing).rejects.toThrow();
        await killed;
        expect((await seedCountry(broken.pool, VILLAGE)).already).toBe(false);
        expect(await digestTables(broken.pool)).toEqual(await digestTables(whole.pool));
      } finally {
        await broken.drop();
      }
    }, 120_000);

    it("leaves every index, constraint and trigger as it found them", async () => {
      expect((await whole.pool.query(RULES)).rows).toEqual(rulesBefore);
    });

    it("is not loaded twice, nor over another country, nor over other people's data", async () => {
      expect((await seedCountry(whole.pool, VILLAGE)).already).toBe(true);
      await expect(seedCountry(whole.pool, { ...VILLAGE, seed: 2 })).rejects.toThrow("--seed 1");
      const used = await freshDatabase(server);
      await used.pool.query(
        "insert into person.person (id, full_name, sort_key, search_key, created_at) values ($1, 'A', 'A.0', 'a', now())",
        [newId()],
      );
      await expect(seedCountry(used.pool, VILLAGE)).rejects.toMatchObject({ reason: "seed.not-empty" });
      await used.drop();
    });

    it("has the paths that the program makes from its edges", async () => {
      const paths =
        "select unit_id, parent_id, path, depth, valid, standing, credit_unit_id from unit.path order by 1, 5";
      const before = (await whole.pool.query(paths)).rows;
      await whole.pool.query("select unit.rebuild_paths((select array_agg(id) from unit.unit))");
      expect((await whole.pool.query(paths)).rows).toEqual(before);
    });

    it("answers whoever signs in, and its re-organisation can be undone and decided again to the same tree", async () => {
      const app = await createUnionServer({
        pool: whole.pool,
        clock: () => `${TODAY}T02:00:00.000Z`,
        demo: false,
        publicUrl: "http://giothong.test",
        log: pino({ level: "silent" }),
        enqueue: async () => undefined,
        version: "test",
      });
      const as = async (login: string) => {
        const signedIn = await app.inject({
          method: "POST",
          url: "/api/session",
          payload: { login, password: PASSWORD },
        });
        const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
        return async (contract: AnyContract, given: { params?: object; query?: object; body?: object }) => {
          const answer = await app.inject({
            method: contract.method,
            url: urlFor(contract, given),
            headers: { cookie, "idempotency-key": newId() },
            ...(contract.method !== "GET" && { payload: given.body ?? {} }),
          });
          expect(answer.statusCode, `${contract.id}: ${answer.body}`).toBe(200);
          return answer.json();
        };
      };
      const { units, days, provinces } = country;
      const block = provinces[0];
      if (block === undefined) throw new Error("a village has provinces");
      const grassroots = units.level.findIndex(
        (level, unit) =>
          level === LEVEL.grassroots &&
          units.change[unit] === 0 &&
          units.level[units.before[unit] ?? 0] === LEVEL.district,
      );
      const own = { unitId: unitId(country, grassroots) };
      const officer = await as(loginOf(country, grassroots, "officer"));
      expect(await officer(getUnit, { params: own, query: { asOf: TODAY } })).toMatchObject({
        unit: { parentId: unitId(country, units.after[grassroots] ?? 0) },
      });
      expect(await officer(getUnit, { params: own, query: { asOf: days.from } })).toMatchObject({
        unit: { parentId: unitId(country, units.before[grassroots] ?? 0) },
      });
      expect((await officer(listPeople, { params: own, query: {} })).items.length).toBeGreaterThan(0);

      const main = block.federations[0];
      const called = unitName(country, grassroots).shortName;
      const province = { unitId: unitId(country, main) };
      const drafts = await as(loginOf(country, main, "officer"));
      const signs = await as(loginOf(country, main, "signatory"));
      const found = await drafts(searchUnits, { params: province, query: { words: searchKey(called) } });
      expect(JSON.stringify(found)).toContain(called);
      const below = await drafts(listChildren, { params: province, query: { asOf: TODAY } });
      expect(below.items.length).toBeGreaterThanOrEqual(block.communes[1] - block.communes[0]);

      const { items } = await drafts(acts.listDecisions, { params: province, query: {} });
      expect(items).toMatchObject([{ state: "applied", effectiveOn: days.reorganised }]);
      const stands = async () =>
        Promise.all(
          [
            "select child_id, parent_id, valid from unit.edge",
            "select unit_id, parent_id, depth, valid, standing, credit_unit_id from unit.path",
            "select * from unit.heir",
            "select * from unit.naming",
            "select * from unit.cover",
            "select * from unit.touched t where t.decision_id in (select id from unit.decision where state = 'applied')",
            "select kind, name, was_unit_id, m.unit_id, m.valid from unit.grouping g join unit.grouping_member m on m.grouping_id = g.id",
            "select person_id, unit_id, relation, is_primary, valid from person.affiliation",
            `select unit_id, role, account_id, term from account.grant g
             where exists (select from unit.unit u where u.id = g.unit_id and u.opened_on <> '${days.reorganised}')`,
          ].map(async (text) => {
            const rows = (await whole.pool.query(text)).rows.map((row) =>
              JSON.stringify({ ...row, decision_id: undefined }),
            );
            return rows.sort();
          }),
        );
      const seeded = await stands();
      const decision = { ...province, decisionId: items[0].id };
      await signs(acts.undoDecision, { params: decision, body: { reason: "Làm lại cho đúng" } });
      expect((await officer(getUnit, { params: own, query: { asOf: TODAY } })).unit.parentId).toBe(
        unitId(country, units.before[grassroots] ?? 0),
      );
      const again = { ...province, decisionId: newId() };
      const body = { title: "Làm lại", effectiveOn: days.reorganised, acts: provinceActs(country, block) };
      await drafts(acts.draftDecision, { params: again, body });
      const { seal, reasons } = await drafts(acts.dryRunDecision, { params: again });
      expect(reasons).toEqual([]);
      await signs(acts.approveDecision, { params: again, body: { seal } });
      await drafts(acts.applyDecision, { params: again });
      const [, , , , , ...rest] = await stands();
      expect(rest).toEqual(seeded.slice(5));
      expect((await stands()).slice(0, 5)).toEqual(seeded.slice(0, 5));
      await app.close();
    });
  });
}
