// Never oversold: 500 clients at once against the listening server, and any order of acts, alone or side by side.
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  answer,
  at,
  expectSeatsAreBookings,
  hold,
  NO,
  openDay,
  someone,
  withSealKey,
  YES,
} from "../../test/open-day.ts";
import { sweep } from "../../test/sweep.ts";
import { onEveryServer, PASSWORD, urlFor } from "../../test/world.ts";
import { BACKLOG } from "../platform/http/server.ts";
import { newId } from "../platform/pure/ids.ts";
import { holdPlace, releasePlace } from "./contract.ts";

withSealKey();

const CLIENTS = 500;
const SLOTS = 20;
const PER_SLOT = 50;
/** Each client asks for three people, so that every slot is wanted by more than it can hold. */
const PEOPLE_EACH = 3;
/** So many people are wanted by two clients at once, in two different slots. */
const CONTESTED = 100;

await onEveryServer("a crowd at the doors", (world) => {
  it("leaves every slot exactly full and nobody booked twice, repeated requests and contested people included", async () => {
    const day = await openDay(world(), { perSlot: PER_SLOT, until: "17:00" });
    expect(day.slots).toHaveLength(SLOTS);
    const wanted = CLIENTS * PEOPLE_EACH;
    const people = Array.from({ length: wanted - CONTESTED }, () => newId());
    await world().pool.query(
      `with p as (insert into person.person (id, full_name, sort_key, search_key, birth_date, created_at)
                  select id, 'Người Mẫu', 'mau', 'nguoi mau', '1990-01-01', $2 from unnest($1::uuid[]) as t (id) returning id)
       insert into person.affiliation (id, person_id, unit_id, relation, valid)
       select gen_random_uuid(), id, $3, 'member', daterange('2018-01-01', null) from p`,
      [people, world().now, world().units.a1],
    );
    await world().server.listen({ host: "127.0.0.1", port: 0, backlog: BACKLOG });
    const { port } = world().server.server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    const signedIn = await fetch(`${origin}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login: "binh", password: PASSWORD }),
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(";", 1)[0])
      .join("; ");
    const url = origin + urlFor(holdPlace, { params: { unitId: world().units.a, driveId: day.driveId } });
    const ask = async (client: number, body: { id: string; personId: string; slotId: string }) => {
      const reply = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "idempotency-key": newId(),
          // every client sits at a machine of its own behind the proxy
          "x-forwarded-for": `10.1.${client >> 8}.${client & 255}`,
          cookie,
        },
        body: JSON.stringify(body),
      });
      return {
        status: reply.status,
        body: (await reply.json()) as { id?: string; code?: string; link?: string },
      };
    };

    const replies = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        const mine = [];
        for (let turn = 0; turn < PEOPLE_EACH; turn++) {
          const index = client * PEOPLE_EACH + turn;
          const body = {
            id: newId(),
            personId: people[index % people.length] ?? "",
            slotId: day.slots[(index + Math.floor(index / people.length)) % SLOTS]?.id ?? "",
          };
          const [first, again] = await Promise.all([
            ask(client, body),
            turn === 0 ? ask(client, body) : undefined,
          ]);
          mine.push(first);
          // A request that arrives twice is one request: the same place and link, or the same refusal.
          if (again?.status === 200 && first.status === 200) expect(again.body).toEqual(first.body);
          if (again !== undefined && again.status !== first.status) mine.push(again);
        }
        return mine;
      }),
    );

    const all = replies.flat();
    const refusals = new Set(all.filter(({ status }) => status !== 200).map(({ body }) => body.code));
    expect([...refusals].sort()).toEqual(["already-booked", "slot-full"]);
    const won = new Set(all.filter(({ status }) => status === 200).map(({ body }) => body.id));
    expect(won.size).toBe(SLOTS * PER_SLOT);
    const { rows } = await world().pool.query(
      `select (select count(*)::integer from booking.seat where drive_id = $1 and booked = capacity) as full_slots,
              (select count(*)::integer from booking.booking where drive_id = $1) as places,
              (select count(distinct person_id)::integer from booking.booking where drive_id = $1) as people,
              (select count(*)::integer from platform.audit_entry e join booking.booking b on b.id = e.subject_id
               where b.drive_id = $1) as audited`,
      [day.driveId],
    );
    expect(rows).toEqual([{ full_slots: SLOTS, places: 1000, people: 1000, audited: 1000 }]);
    await expectSeatsAreBookings(world(), day.driveId);
  }, 120_000);

  const act = fc.record({
    what: fc.constantFrom("hold", "yes", "no", "release", "wait", "sweep"),
    person: fc.nat({ max: 5 }),
    slot: fc.nat({ max: 1 }),
  });
  type Act = { what: "hold" | "yes" | "no" | "release" | "wait" | "sweep"; person: number; slot: number };

  /** A small drive, six people, and the acts that can happen to them. */
  async function stage() {
    const day = await openDay(world(), { perSlot: 2 });
    const people = await Promise.all(Array.from({ length: 6 }, () => someone(world(), "a1")));
    const last = new Map<number, { id: string; link: string }>();
    const play = async ({ what, person, slot }: Act): Promise<void> => {
      const known = last.get(person);
      if (what === "hold") {
        const held = await hold(world(), "chi", "a1", day, people[person] ?? "", { slot });
        if (held.status === 200) last.set(person, held.body);
        else expect(["slot-full", "already-booked"]).toContain(held.problem?.code);
      } else if (what === "yes" && known) {
        expect((await answer(world(), known.link, YES)).status).toBeLessThan(500);
      } else if (what === "no" && known) {
        expect((await answer(world(), known.link, NO)).status).toBeLessThan(500);
      } else if (what === "release" && known) {
        const params = { unitId: world().units.a1, bookingId: known.id };
        expect((await world().as("chi").call(releasePlace, { params })).status).toBe(200);
      } else if (what === "wait") {
        world().now = new Date(Date.parse(world().now) + 40 * 3_600_000).toISOString();
      } else if (what === "sweep") {
        await sweep(world());
      }
    };
    const holds = async (): Promise<void> => {
      await expectSeatsAreBookings(world(), day.driveId);
      const { rows } = await world().pool.query(
        `select (select coalesce(sum(value), 0)::integer from tally.v_counter
                 where drive_id = $1 and measure = 'registered') as counted,
                (select count(*)::integer from booking.booking where drive_id = $1 and state = 'confirmed') as confirmed`,
        [day.driveId],
      );
      expect(rows[0].counted).toBe(rows[0].confirmed);
    };
    return { play, holds };
  }

  it("whatever happens one after another, counters are what they count", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        await at(world(), world().now, async () => {
          const { play, holds } = await stage();
          for (const one of acts) {
            await play(one);
            await holds();
          }
        });
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it("whatever happens at the same moment, counters are what they count", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { maxLength: 8 }), { maxLength: 5 }), async (rounds) => {
        await at(world(), world().now, async () => {
          const { play, holds } = await stage();
          for (const round of rounds) {
            await Promise.all(round.map(play));
            await holds();
          }
        });
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
