// Everybody at once, at a bounded rate: donors who register and give back, officers who hold, move, give back and look
// around, people who sign in, a facility that types days back and unions that report them. Whatever is not answered is
// sent again with the same ids and the same key.
import { setTimeout as sleep } from "node:timers/promises";
import { SESSION_COOKIE } from "../../src/platform/http/bind.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { book, cancel, type Outcome, type Place, type Way } from "../booking/acts.ts";
import { Wire } from "../booking/wire.ts";
import type { BookingWorld, Office } from "../booking/world.ts";
import type { Officer } from "../cascade/seed.ts";
import type { Day } from "./days.ts";
import { patience, plain, type Told } from "./patience.ts";
import { shift } from "./shift.ts";

export interface Soaking {
  readonly port: number;
  readonly world: BookingWorld;
  readonly federation: Officer;
  readonly facility: Officer;
  /** To be typed back. */
  readonly days: readonly Day[];
  readonly clients: number;
  /** Acts a second, of all together. */
  readonly rate: number;
  readonly until: number;
  readonly chance: () => number;
  readonly signIn: { readonly login: string; readonly password: string };
}

/** Places one client has at a time: as many come free as are taken, however long it goes on. */
const MOST_OWN = 12;

/** Of so many clients one does the work after the day. */
const CLIENTS_A_SHIFT = 16;
export const shiftsOf = (clients: number): number => Math.ceil(clients / CLIENTS_A_SHIFT);

export async function soak(options: Soaking): Promise<Told> {
  const told: Told = {
    ...{ times: new Map(), errors: [], keys: [], standing: [], days: [] },
    ...{ retries: 0, refusals: 0 },
  };
  const days = [...options.days];
  await Promise.all(
    Array.from({ length: options.clients }, (_, i) =>
      i < shiftsOf(options.clients) ? afterTheDay(options, told, days) : client(options, told, i),
    ),
  );
  return told;
}

async function afterTheDay(options: Soaking, told: Told, days: Day[]): Promise<void> {
  const { port, chance, facility, federation } = options;
  const wire = new Wire(port);
  const acts = shift({ wire, patiently: patience(told), chance, told, facility, days, federation });
  await inTurn(options, told, () => acts.next());
  wire.close();
}

/** One act after the other at this client's share of the rate, until the time is over or too much has gone wrong. */
async function inTurn(
  { clients, rate, until, chance }: Soaking,
  told: Told,
  act: () => Promise<unknown>,
): Promise<void> {
  const gap = (clients / rate) * 1000;
  await sleep(chance() * gap);
  while (Date.now() < until && told.errors.length < 50) {
    const began = performance.now();
    await act();
    await sleep(Math.max(0, gap * (0.5 + chance()) - (performance.now() - began)));
  }
}

async function client(options: Soaking, told: Told, index: number): Promise<void> {
  const { world, chance, port } = options;
  const office = world.offices[index % world.offices.length];
  if (office === undefined) throw new Error("no office");
  const wire = new Wire(port);
  const own: { readonly place: Place; readonly way: Way }[] = [];
  let turn = 0;
  const patiently = patience(told);
  const read = (what: string, path: string, whose: Office = office): Promise<Outcome> =>
    patiently(what, async () =>
      plain(await wire.send({ method: "GET", path, headers: [`cookie: ${SESSION_COOKIE}=${whose.token}`] })),
    );

  const take = async (way: Way): Promise<void> => {
    const drive = world.wide[Math.floor(chance() * world.wide.length)];
    const slotId = drive?.slots[Math.floor(chance() * drive.slots.length)]?.id;
    if (drive === undefined || slotId === undefined) throw new Error("no drive");
    // Every client has an office of its own: nobody is held for twice, so a refusal would be the program's.
    const busy = new Set(own.map(({ place }) => place.personId));
    const member = office.people.find((id) => !busy.has(id));
    const personId = way === "officer" ? member : newId();
    if (personId === undefined) throw new Error("no member without a place");
    const where = { office, drive, slotId, personId };
    const bookingId = newId();
    const outcome = await patiently(`book (${way})`, () => book(wire, way, where, bookingId));
    if (outcome.as === "done") own.push({ way, place: { ...where, bookingId, token: outcome.token } });
  };
  const give = async (): Promise<void> => {
    const [one] = own.splice(Math.floor(chance() * own.length), 1);
    if (one === undefined) return;
    const key = newId();
    const outcome = await patiently(`give back (${one.way})`, () => cancel(wire, one.way, one.place, key));
    if (outcome.as === "done" && one.way === "officer") told.keys.push(key);
  };
  const move = async (): Promise<void> => {
    const at = own.findIndex(({ way }) => way === "officer");
    const one = own[at];
    if (one === undefined) return take("officer");
    const { drive } = one.place;
    const slotId = drive.slots[Math.floor(chance() * drive.slots.length)]?.id ?? "";
    const key = newId();
    const outcome = await patiently("move (officer)", async () => {
      const answer = await wire.send({
        method: "POST",
        path: `/api/units/${office.unitId}/bookings/${one.place.bookingId}/move`,
        headers: [
          `cookie: ${SESSION_COOKIE}=${office.token}`,
          "content-type: application/json",
          `idempotency-key: ${key}`,
        ],
        body: JSON.stringify({ slotId }),
      });
      return answer.status === 409 && answer.body.includes('"slot-full"')
        ? { as: "full", ms: answer.ms }
        : plain(answer);
    });
    if (outcome.as !== "done") return;
    told.keys.push(key);
    own[at] = { way: "officer", place: { ...one.place, slotId } };
  };

  await inTurn(options, told, async () => {
    const roll = chance();
    if (roll < 0.35) await (own.length >= MOST_OWN ? give() : take(roll < 0.2 ? "member" : "officer"));
    else if (roll < 0.55) await give();
    else if (roll < 0.62) await move();
    else if (roll < 0.75)
      await read("overview", `/api/units/${office.unitId}/campaigns/${world.campaignId}/overview`);
    else if (roll < 0.85) await read("search of units", `/api/units/${office.unitId}/search?words=truong`);
    else if (roll < 0.95)
      await read("places of a drive", `/api/drives/${world.wide[index % world.wide.length]?.id}/places`);
    else
      await patiently("sign in", async () =>
        plain(
          await wire.send({
            method: "POST",
            path: "/api/session",
            headers: ["content-type: application/json", `x-forwarded-for: 10.9.${index}.${turn++ % 250}`],
            body: JSON.stringify(options.signIn),
          }),
        ),
      );
  });
  told.standing.push(...own.map(({ place }) => place));
  wire.close();
}
