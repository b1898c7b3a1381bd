// The seeded village with its facts on real servers: every law holds, every page answers, and it goes on living.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase, testServers } from "../../../../test/database.ts";
import { urlFor } from "../../../../test/world.ts";
import { holdPlace } from "../../../booking/contract.ts";
import { getOverview } from "../../../dashboard/contract.ts";
import type { AnyContract } from "../../../platform/contract/contract.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { useKeyFile } from "../../../platform/seal/secret.ts";
import { approveReport, listOwed, openReport, submitReport } from "../../../report/contract.ts";
import { recordMany } from "../../../turnout/contract/typing.ts";
import { closeDrive, recordSheet } from "../../../turnout/contract.ts";
import { ROUTES } from "../../capabilities.ts";
import { createUnionServer } from "../../server.ts";
import { loginOf, type Office, PASSWORD } from "../accounts.ts";
import { type Country, personId, planCountry, unitId } from "../country.ts";
import { seedCountry } from "../run.ts";
import { campaignIdOf } from "./campaigns.ts";
import { driveOf, type Held } from "./drive.ts";
import { letterId } from "./letters.ts";
import { type Plan, planFacts } from "./plan.ts";
import { reportsOf } from "./reports.ts";
import { iso } from "./seasons.ts";

const TODAY = "2026-11-23";

for (const server of await testServers()) {
  describe(`the facts of a seeded village (${server.name})`, () => {
    const country: Country = planCountry("village", 1, TODAY);
    const plan: Plan = planFacts(country);
    const all: readonly Held[] = Array.from({ length: plan.drives }, (_, ordinal) => driveOf(plan, ordinal));
    let database: TestDatabase;
    let now = `${TODAY}T02:00:00.000Z`;
    let app: Awaited<ReturnType<typeof createUnionServer>>;
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "giothong-seed-"));
      useKeyFile(join(folder, "key"));
      database = await freshDatabase(server);
      // Throws where a law does not hold.
      await seedCountry(database.pool, { size: "village", seed: 1, machineDay: TODAY, now: () => 0 });
      app = await createUnionServer({
        pool: database.pool,
        clock: () => now,
        demo: false,
        publicUrl: "http://giothong.test",
        log: pino({ level: "silent" }),
        enqueue: async () => undefined,
        version: "test",
      });
    }, 120_000);
    afterAll(async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true });
    });

    const as = async (unit: number, office: Office = "officer") => {
      const payload = { login: loginOf(country, unit, office), password: PASSWORD };
      const signedIn = await app.inject({ method: "POST", url: "/api/session", payload });
      const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
      return async (contract: AnyContract, given: { params?: object; query?: object; body?: object }) => {
        const answer = await app.inject({
          method: contract.method,
          url: urlFor(contract, given),
          headers: { cookie, "idempotency-key": newId() },
          ...(contract.method !== "GET" && { payload: given.body ?? {} }),
        });
        return { status: answer.statusCode, text: answer.body };
      };
    };
    const must = async (asking: Promise<{ status: number; text: string }>) => {
      const { status, text } = await asking;
      expect(status, text).toBe(200);
      return JSON.parse(text);
    };
    const closed = (): Held => {
      const found = all.findLast(
        ({ drive, places }) =>
          drive.no === 1 && drive.state === "closed" && drive.national && places.length > 0,
      );
      if (found === undefined) throw new Error("a village has closed drives");
      return found;
    };

    it.each([
      ["the nation", "nation"],
      ["a province", "province"],
      ["a commune", "host"],
      ["a grassroots union", "member"],
      ["a facility", "facility"],
    ] as const)(
      "answers every page that its ids open, as %s",
      async (_, who) => {
        const held = closed();
        const { drive, places } = held;
        const report = reportsOf(plan, held)[0];
        const [unit, office]: readonly [number, Office] = {
          nation: [0, "officer"] as const,
          province: [drive.federation, "signatory"] as const,
          host: [drive.host, "officer"] as const,
          member: [drive.members[0] ?? 0, "officer"] as const,
          facility: [drive.facility, "facility"] as const,
        }[who];
        const broken: string[] = [];
        const call = await as(unit, office);
        const known: Readonly<Record<string, string>> = {
          unitId: unitId(country, unit),
          driveId: drive.id,
          campaignId: drive.campaignId,
          directiveId: letterId(
            country,
            1,
            unit === 0 ? "nation" : "reissue",
            unit === 0 ? 0 : drive.federation,
          ),
          reportId: report?.id ?? "",
          personId: personId(country, places[0]?.person ?? 0),
          measure: "units",
        };
        let answered = 0;
        for (const { contract } of ROUTES) {
          const names = [...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
          if (contract.method !== "GET" || names.some((name) => known[name] === undefined)) continue;
          const { status, text } = await call(contract, { params: known, query: {} });
          if (status < 300) answered++;
          if (status >= 500) broken.push(`${contract.id}: ${status} ${text.slice(0, 200)}`);
        }
        expect(broken).toEqual([]);
        expect(answered).toBeGreaterThan(office === "facility" ? 8 : 25);
      },
      90_000,
    );

    it.each([0, 1] as const)(
      "shows the facts of season %i, each once, at the root of the tree",
      async (no) => {
        const root = await as(0);
        const params = { unitId: unitId(country, 0), campaignId: campaignIdOf(country, no, 0) };
        const { totals } = await must(root(getOverview, { params, query: {} }));
        const places = all
          .filter(({ drive }) => drive.national && drive.no === no)
          .flatMap((held) => held.places);
        expect(totals).toMatchObject({
          registered: places.filter(({ confirmedMs }) => confirmedMs !== null).length,
          donated: places.filter(({ volume }) => (volume ?? 0) > 0).length,
          ml: places.reduce((sum, { volume }) => sum + (volume ?? 0), 0),
        });
      },
    );

    it("takes a place, closes the day, and sends its report up", async () => {
      const held = all.find(
        ({ drive, places }) =>
          drive.coming && drive.state === "open" && places.some(({ confirmedMs }) => confirmedMs !== null),
      );
      if (held === undefined) throw new Error("a village has open drives with places taken");
      const { drive, places } = held;
      const free = places.find(({ state }) => state === "confirmed");
      const grassroots = free?.grassroots ?? 0;
      const officer = await as(grassroots);
      const host = await as(drive.host);
      // Somebody of the same union who has no place there yet.
      const other = await database.pool.query<{ id: string; slot: string }>(
        `select a.person_id as id, (select s.slot_id from booking.seat s where s.drive_id = $1 and s.booked < s.capacity
                                    order by s.slot_id limit 1) as slot
         from person.affiliation a join person.person p on p.id = a.person_id
         where a.unit_id = $2 and a.is_primary and upper(a.valid) is null
           and coalesce(extract(year from p.birth_date)::int, p.birth_year) between 1975 and 2000
           and not exists (select 1 from booking.booking b where b.person_id = a.person_id) limit 1`,
        [drive.id, unitId(country, free?.unit ?? 0)],
      );
      const params = { unitId: unitId(country, grassroots), driveId: drive.id };
      const body = { id: newId(), personId: other.rows[0]?.id, slotId: other.rows[0]?.slot };
      expect(await must(officer(holdPlace, { params, body }))).toMatchObject({ id: body.id });

      now = iso((drive.slots.at(-1)?.startsMs ?? 0) + 4 * 3_600_000);
      const facility = await as(drive.facility, "facility");
      const rows = await database.pool.query<{ id: string }>(
        "select id from booking.booking where drive_id = $1 and state = 'confirmed' and withdrawn_at is null",
        [drive.id],
      );
      const ofDrive = { driveId: drive.id };
      const donors = rows.rows.map(({ id }) => ({ bookingId: id, volume: 250 }));
      for (let i = 0; i < donors.length; i += 100) {
        await must(facility(recordMany, { params: ofDrive, body: { rows: donors.slice(i, i + 100) } }));
      }
      const none = { ml250: 0, ml350: 0, ml450: 0 };
      const sheet = { outside: none, bags: { ...none, ml250: donors.length } };
      await must(facility(recordSheet, { params: ofDrive, body: sheet }));
      const closing = {
        salt: newId(),
        list: { stayed: 0, absent: 0 },
        units: null,
        outside: null,
        handed: { certificates: null, gifts: null, travel: null },
        explanations: [],
      };
      await must(facility(closeDrive, { params: ofDrive, body: closing }));

      const reportId = newId();
      await must(officer(openReport, { params, body: { id: reportId } }));
      await must(officer(submitReport, { params: { reportId } }));
      await must(host(approveReport, { params: { reportId } }));
      const owed = await must(
        host(listOwed, { params: { unitId: unitId(country, drive.host) }, query: { limit: "200" } }),
      );
      expect(JSON.stringify(owed)).toContain(drive.id);
    });
  });
}
