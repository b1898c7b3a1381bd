// The clients, in a process of their own: each books and gives back in turn on its own connection, so that places
// neither fill up nor run out.
import { newId } from "../../src/platform/pure/ids.ts";
import { book, cancel, type Place, type Way } from "./acts.ts";
import { Wire } from "./wire.ts";
import type { BookingWorld } from "./world.ts";

export interface Round {
  readonly ports: readonly number[];
  readonly way: Way;
  readonly hot: boolean;
  readonly clients: number;
  /** Counted from the end of the warm-up. */
  readonly seconds: number;
  readonly warmSeconds: number;
}

export interface RoundResult {
  readonly seconds: number;
  /** ms of each answer, refusals apart. */
  readonly books: readonly number[];
  readonly cancels: readonly number[];
  readonly refusals: readonly number[];
  readonly errors: readonly string[];
  /** Core-seconds this process used. */
  readonly cpu: number;
}

/** Places a client has while it goes on: what it gives back is not what it took a moment ago. */
const STANDING = 3;

export async function runRound(world: BookingWorld, round: Round): Promise<RoundResult> {
  const books: number[] = [];
  const cancels: number[] = [];
  const refusals: number[] = [];
  const errors: string[] = [];
  const start = performance.now() + round.warmSeconds * 1000;
  const end = start + round.seconds * 1000;
  let cpuBefore = process.cpuUsage();
  const warmed = setTimeout(() => {
    cpuBefore = process.cpuUsage();
  }, round.warmSeconds * 1000);
  const note = (list: number[], ms: number): void => {
    const at = performance.now();
    if (at > start && at <= end) list.push(ms);
  };

  const client = async (index: number): Promise<void> => {
    const office = world.offices[index % world.offices.length];
    if (office === undefined) throw new Error("no office");
    const wire = new Wire(round.ports[index % round.ports.length] ?? 0);
    const places: Place[] = [];
    let turn = 0;
    const takeOne = async (): Promise<void> => {
      const drive = round.hot ? world.hot : world.wide[Math.floor(Math.random() * world.wide.length)];
      if (drive === undefined) throw new Error("no drive");
      const slotId = drive.slots[Math.floor(Math.random() * drive.slots.length)]?.id ?? "";
      // An officer's members in turn: whoever has a place among the standing ones has had others since.
      const personId =
        round.way === "officer" ? (office.people[turn++ % office.people.length] ?? "") : newId();
      const where = { office, drive, slotId, personId };
      const bookingId = newId();
      const outcome = await book(wire, round.way, where, bookingId);
      if (outcome.as === "done") {
        note(books, outcome.ms);
        places.push({ ...where, bookingId, token: outcome.token });
      } else if (outcome.as === "full") note(refusals, outcome.ms);
      else errors.push(outcome.what);
    };
    const giveOne = async (): Promise<void> => {
      const place = places.shift();
      if (place === undefined) return;
      const outcome = await cancel(wire, round.way, place);
      if (outcome.as === "done") note(cancels, outcome.ms);
      else errors.push(outcome.as === "error" ? outcome.what : outcome.as);
    };
    while (performance.now() < end && errors.length < 20) {
      if (places.length > (round.hot ? 0 : STANDING)) await giveOne();
      else await takeOne();
    }
    // The next round finds the places free.
    while (places.length > 0) await giveOneAfter(wire, round.way, places.shift(), errors);
    wire.close();
  };
  await Promise.all(Array.from({ length: round.clients }, (_, index) => client(index)));
  clearTimeout(warmed);
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    ...{ seconds: round.seconds, books, cancels, refusals, errors },
    cpu: (user + system) / 1e6,
  };
}

async function giveOneAfter(wire: Wire, way: Way, place: Place | undefined, errors: string[]): Promise<void> {
  if (place === undefined) return;
  const outcome = await cancel(wire, way, place);
  if (outcome.as === "error") errors.push(outcome.what);
}

/** Serves rounds asked for by the parent until it is gone. */
export function runClients(): void {
  let world: BookingWorld | undefined;
  process.on("message", (message: BookingWorld | Round) => {
    if ("wide" in message) world = message;
    else if (world !== undefined)
      runRound(world, message).then(
        (result) => process.send?.(result),
        (error: Error) => {
          process.stderr.write(`${error.stack}\n`);
          process.exit(1);
        },
      );
  });
  process.on("disconnect", () => process.exit());
}
