// A crowd at a drive: many clients that book, move, swap, wait, answer, give back and rearrange at once, in an order that
// a seed decides for each of them. What was acknowledged is remembered and compared with the database in the end.
import { expect } from "vitest";
import { releaseReserve, setCap, setReserve } from "../src/booking/contract/board.ts";
import { movePlace, swapPlaces } from "../src/booking/contract/changes.ts";
import { joinWaiting, leaveWaiting } from "../src/booking/contract/waiting.ts";
import { holdPlace, releasePlace } from "../src/booking/contract.ts";
import { listFree } from "../src/booking/store/waiting.ts";
import type { Answer, AnyContract, Ask } from "../src/platform/contract/contract.ts";
import { reader } from "../src/platform/db/sql.ts";
import { newId } from "../src/platform/pure/ids.ts";
import type { CastName, UnitName } from "./cast.ts";
import { answer, type OpenDay, YES } from "./open-day.ts";
import type { Reply, World } from "./world.ts";

/** Small, fast and the same everywhere (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const MOST_ATTEMPTS = 100;
const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

interface Person {
  readonly id: string;
  /** What was acknowledged last. `asked`: a yes went out behind a waiting link; the database knows what became of it. */
  at:
    | { readonly what: "nowhere" }
    | { readonly what: "place"; readonly bookingId: string; readonly slotId: string; readonly link?: string }
    | { readonly what: "waiting"; readonly waitingId: string; readonly link: string };
}

const OFFICES = [
  ["chi", "a1"],
  ["son", "a2"],
  ["bich", "b1"],
] as const satisfies readonly (readonly [CastName, UnitName])[];

export interface CrowdOptions {
  readonly seed: number;
  readonly clients: number;
  readonly peopleEach: number;
  /** The database may be killed: what is not answered is sent again, as clients do. */
  readonly patient?: boolean;
}

export async function crowdAt(world: World, day: OpenDay, options: CrowdOptions) {
  const { seed, clients, peopleEach, patient = false } = options;
  const done = new Map<string, number>();
  let requests = 0;
  let unanswered = 0;
  /** Reading what became of something, by itself: the pool may lose its connection while it asks. */
  const ask = async <Row>(text: string, values: unknown[]): Promise<Row[]> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await world.pool.query(text, values)).rows;
      } catch (error) {
        if (!patient || attempt > MOST_ATTEMPTS) throw error;
        await pause();
      }
    }
  };

  /** Sends a request with one key until it is answered. */
  async function send<C extends AnyContract>(
    who: CastName,
    contract: C,
    ask: Ask<C>,
    allowed: readonly string[],
  ): Promise<Reply<Answer<C>>> {
    const key = newId();
    for (let attempt = 1; ; attempt++) {
      requests++;
      const reply = await world.as(who).call(contract, ask, { key });
      if (reply.status < 500) {
        const code = reply.problem?.code ?? "ok";
        done.set(`${contract.id} ${code}`, (done.get(`${contract.id} ${code}`) ?? 0) + 1);
        if (code !== "ok" && !allowed.includes(code)) throw new Error(`${contract.id} answered ${code}`);
        return reply;
      }
      unanswered++;
      if (!patient || attempt > MOST_ATTEMPTS)
        throw new Error(`${contract.id}: ${reply.status} ${reply.raw.toString()}`);
      await pause();
    }
  }

  const people = Array.from({ length: clients }, () =>
    Array.from({ length: peopleEach }, (): Person => ({ id: newId(), at: { what: "nowhere" } })),
  );
  for (const [client, own] of people.entries()) {
    const [, unit] = OFFICES[client % OFFICES.length] ?? OFFICES[0];
    await world.pool.query(
      `with p as (insert into person.person (id, full_name, sort_key, search_key, birth_date, created_at)
                  select id, 'Người Mẫu', 'mau', 'nguoi mau', '1990-01-01', $2 from unnest($1::uuid[]) as t (id) returning id)
       insert into person.affiliation (id, person_id, unit_id, relation, valid)
       select gen_random_uuid(), id, $3, 'member', daterange('2018-01-01', null) from p`,
      [own.map(({ id }) => id), world.now, world.units[unit]],
    );
  }

  const runningOf = async (personId: string) =>
    (
      await ask<{ id: string; slot_id: string; state: string }>(
        "select id, slot_id, state from booking.booking where drive_id = $1 and person_id = $2 and state <> 'released'",
        [day.driveId, personId],
      )
    )[0];

  async function client(index: number, acts: number, until: number): Promise<void> {
    const chance = seeded(seed + index);
    const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
    const [who, unit] = OFFICES[index % OFFICES.length] ?? OFFICES[0];
    const unitId = world.units[unit];
    const own = people[index] ?? [];
    const driveId = day.driveId;

    const act = async (person: Person): Promise<void> => {
      const { at } = person;
      const slotId = pick(day.slots).id;
      const roll = chance();
      if (at.what === "nowhere") {
        const bookingId = newId();
        const body = { id: bookingId, personId: person.id, slotId };
        const held = await send(who, holdPlace, { params: { unitId, driveId }, body }, ["slot-full"]);
        if (held.status === 200) {
          person.at = { what: "place", bookingId, slotId, link: held.body.link };
        } else if (roll < 0.5) {
          const waitingId = newId();
          const wish = { id: waitingId, personId: person.id, slotId: roll < 0.25 ? slotId : null };
          const waits = await send(who, joinWaiting, { params: { unitId, driveId }, body: wish }, [
            "places-free",
          ]);
          if (waits.status === 200) person.at = { what: "waiting", waitingId, link: waits.body.link };
        }
      } else if (at.what === "waiting") {
        if (roll < 0.2) {
          await send(who, leaveWaiting, { params: { unitId, waitingId: at.waitingId } }, []);
          const placed = await runningOf(person.id);
          person.at =
            placed === undefined
              ? { what: "nowhere" }
              : { what: "place", bookingId: placed.id, slotId: placed.slot_id };
        } else {
          await say(at.link);
          const placed = await runningOf(person.id);
          if (placed?.state === "confirmed")
            person.at = { what: "place", bookingId: placed.id, slotId: placed.slot_id, link: at.link };
        }
      } else if (roll < 0.25 && at.link !== undefined) {
        await say(at.link);
      } else if (roll < 0.5) {
        await send(who, releasePlace, { params: { unitId, bookingId: at.bookingId } }, []);
        person.at = { what: "nowhere" };
      } else if (roll < 0.8) {
        const moved = await send(
          who,
          movePlace,
          { params: { unitId, bookingId: at.bookingId }, body: { slotId } },
          ["slot-full"],
        );
        if (moved.status === 200) person.at = { ...at, slotId };
      } else {
        const other = pick(own);
        if (other.at.what !== "place" || other === person) return;
        const swapped = await send(
          who,
          swapPlaces,
          { params: { unitId, bookingId: at.bookingId }, body: { withId: other.at.bookingId } },
          ["not-swappable"],
        );
        if (swapped.status !== 200) return;
        [person.at, other.at] = [
          { ...at, slotId: other.at.slotId },
          { ...other.at, slotId: at.slotId },
        ];
      }
    };
    for (let turn = 0; turn < acts && Date.now() < until; turn++) {
      if (index === 0 && turn % 4 === 0) await host(turn / 4, chance, pick);
      await act(pick(own));
    }
  }

  async function say(link: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      requests++;
      const { status } = await answer(world, link, YES);
      if (status < 500) return;
      unanswered++;
      if (!patient || attempt > MOST_ATTEMPTS) throw new Error(`the link answered ${status}`);
      await pause();
    }
  }

  const reserves: string[] = [];
  /** The host keeps places for units, gives them free, caps the slots and lifts the cap. */
  async function host(turn: number, chance: () => number, pick: <T>(of: readonly T[]) => T): Promise<void> {
    const what = (["keep", "keep", "release", "cap", "lift"] as const)[turn % 5];
    const { driveId } = day;
    if (what === "keep") {
      const reserveId = newId();
      const slot = pick(day.slots);
      const body = {
        unitId: world.units[pick(["a", "a1", "b", "b1"] as const)],
        slotId: slot.id,
        places: 1 + Math.floor(chance() * 3),
        cutOff: slot.startsAt,
      };
      const kept = await send("thu", setReserve, { params: { driveId, reserveId }, body }, [
        "slot-full",
        "reserve-taken",
      ]);
      if (kept.status === 200) reserves.push(reserveId);
    } else if (what === "release") {
      const reserveId = reserves.splice(Math.floor(chance() * reserves.length), 1)[0];
      if (reserveId !== undefined) await send("thu", releaseReserve, { params: { driveId, reserveId } }, []);
    } else {
      const body = { perSlot: what === "cap" ? 5 : null, reason: "Phòng dịch" };
      await send("thu", setCap, { params: { driveId }, body }, []);
    }
  }

  /** What the database counts is what it holds, and nobody waits who could take a place. */
  async function expectExact(): Promise<void> {
    const { rows } = await world.pool.query(
      `select s.slot_id from booking.seat s where s.drive_id = $1 and (
         s.booked <> (select count(*) from booking.booking b where b.slot_id = s.slot_id and b.state <> 'released')
         or s.kept <> (select coalesce(sum(r.places - r.used), 0) from booking.reserve r
                       where r.slot_id = s.slot_id and r.ended_at is null)
         or s.booked + s.kept + s.walk_in > s.capacity)`,
      [day.driveId],
    );
    expect(rows).toEqual([]);
    const { rows: counted } = await world.pool.query(
      `select (select coalesce(sum(value), 0)::int from tally.v_counter where drive_id = $1 and measure = 'registered') as counted,
              (select count(*)::int from booking.booking where drive_id = $1 and state = 'confirmed') as confirmed,
              (select count(*) - count(distinct person_id) from booking.booking
               where drive_id = $1 and state <> 'released')::int as twice`,
      [day.driveId],
    );
    expect(counted[0]).toEqual({ ...counted[0], counted: counted[0].confirmed, twice: 0 });
    const { rows: waiting } = await world.pool.query(
      "select distinct credited_unit_id, slot_id from booking.waiting where drive_id = $1 and state = 'waiting'",
      [day.driveId],
    );
    for (const { credited_unit_id: unitId, slot_id: wished } of waiting) {
      const free = await listFree(reader(world.pool), {
        driveId: day.driveId,
        unitId,
        now: world.now,
        today: world.now.slice(0, 10),
      });
      expect(free.filter((slot) => slot.free > 0 && (wished === null || wished === slot.slotId))).toEqual([]);
    }
  }

  /** Everything acknowledged is as it was acknowledged. */
  async function expectAcknowledged(): Promise<void> {
    const lost: string[] = [];
    for (const person of people.flat()) {
      const running = await runningOf(person.id);
      const { at } = person;
      if (at.what === "place" && (running?.id !== at.bookingId || running.slot_id !== at.slotId))
        lost.push(`${person.id} should have ${at.bookingId} in ${at.slotId}`);
      if (at.what === "nowhere" && running !== undefined) lost.push(`${person.id} should have no place`);
    }
    expect(lost).toEqual([]);
  }

  return {
    /** Requests sent so far. */
    get requests() {
      return requests;
    },
    /** Requests that came back without an answer and were sent again. */
    get unanswered() {
      return unanswered;
    },
    done,
    /** So many acts of each client, or what they manage in `seconds`. */
    run: (acts: number, seconds = Number.POSITIVE_INFINITY) => {
      const until = Date.now() + seconds * 1000;
      return Promise.all(people.map((_, index) => client(index, acts, until)));
    },
    /** No cap, nothing kept, and whoever has no place asks for one until every slot is full. */
    async fill(): Promise<void> {
      const { driveId } = day;
      await send("thu", setCap, { params: { driveId }, body: { perSlot: null, reason: "" } }, []);
      for (const reserveId of reserves.splice(0))
        await send("thu", releaseReserve, { params: { driveId, reserveId } }, []);
      await Promise.all(
        people.map(async (own, index) => {
          const [who, unit] = OFFICES[index % OFFICES.length] ?? OFFICES[0];
          const params = { unitId: world.units[unit], driveId };
          for (const person of own) {
            if (person.at.what !== "nowhere") continue;
            const { rows } = await world.pool.query(
              "select slot_id from booking.seat where drive_id = $1 and booked < capacity order by booked limit 1",
              [driveId],
            );
            if (rows[0] === undefined) return;
            const body = { id: newId(), personId: person.id, slotId: rows[0].slot_id };
            const held = await send(who, holdPlace, { params, body }, ["slot-full"]);
            if (held.status === 200) person.at = { what: "place", bookingId: body.id, slotId: body.slotId };
          }
        }),
      );
    },
    expectExact,
    expectAcknowledged,
    async seats(): Promise<{ capacity: number; booked: number }> {
      const { rows } = await world.pool.query(
        "select sum(capacity)::int as capacity, sum(booked)::int as booked from booking.seat where drive_id = $1",
        [day.driveId],
      );
      return rows[0];
    },
  };
}
