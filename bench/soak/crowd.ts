// Everybody at once, at a bounded rate: donors who register and give back, officers who hold, move, give back and look
// around, people who sign in. Whatever is not answered is sent again with the same ids and the same key.
import { setTimeout as sleep } from "node:timers/promises";
import { SESSION_COOKIE } from "../../src/platform/http/bind.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { book, cancel, type Outcome, type Place, type Way } from "../booking/acts.ts";
import { Wire, type Wired } from "../booking/wire.ts";
import type { BookingWorld, Office } from "../booking/world.ts";

export interface Soaking {
  readonly port: number;
  readonly world: BookingWorld;
  readonly federationId: string;
  readonly clients: number;
  /** Acts a second, of all together. */
  readonly rate: number;
  readonly until: number;
  readonly chance: () => number;
  readonly signIn: { readonly login: string; readonly password: string };
}

export interface Told {
  readonly times: Map<string, number[]>;
  readonly errors: string[];
  retries: number;
  refusals: number;
  /** Keys of ledgered writes that were answered. */
  readonly keys: string[];
  /** Places that were answered as taken and never given back. */
  readonly standing: Place[];
}

const MOST_TRIES = 400;
/** Places one client has at a time: as many come free as are taken, however long it goes on. */
const MOST_OWN = 12;

export async function soak(options: Soaking): Promise<Told> {
  const told: Told = {
    ...{ times: new Map(), errors: [], keys: [], standing: [] },
    ...{ retries: 0, refusals: 0 },
  };
  await Promise.all(Array.from({ length: options.clients }, (_, i) => client(options, told, i)));
  return told;
}

async function client(options: Soaking, told: Told, index: number): Promise<void> {
  const { world, chance, port } = options;
  const office = world.offices[index % world.offices.length];
  if (office === undefined) throw new Error("no office");
  const wire = new Wire(port);
  const own: { readonly place: Place; readonly way: Way }[] = [];
  let turn = 0;
  const note = (what: string, ms: number): void => {
    const times = told.times.get(what) ?? [];
    told.times.set(what, times);
    times.push(ms);
  };
  /** The time is from the first try to the answer. */
  const patiently = async (what: string, act: () => Promise<Outcome>): Promise<Outcome> => {
    const began = performance.now();
    for (let tries = 1; ; tries++) {
      const outcome = await act().catch(
        (error: Error): Outcome => ({ as: "error", ms: 0, what: `599 ${error.message}` }),
      );
      const away = outcome.as === "error" && outcome.what.startsWith("5");
      if (!away || tries >= MOST_TRIES) {
        note(what, performance.now() - began);
        if (outcome.as === "error") told.errors.push(`${what}: ${outcome.what}`);
        if (outcome.as === "full") told.refusals++;
        return outcome;
      }
      told.retries++;
      await sleep(250);
    }
  };
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

  const gap = (options.clients / options.rate) * 1000;
  await sleep(chance() * gap);
  while (Date.now() < options.until && told.errors.length < 50) {
    const began = performance.now();
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
    await sleep(Math.max(0, gap * (0.5 + chance()) - (performance.now() - began)));
  }
  told.standing.push(...own.map(({ place }) => place));
  wire.close();
}

const plain = ({ status, body, ms }: Wired): Outcome =>
  status === 200
    ? { as: "done", ms, token: "" }
    : { as: "error", ms, what: `${status} ${body.slice(0, 200)}` };
