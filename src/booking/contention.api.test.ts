// Thousands of clients' worth of booking, moving, swapping, waiting, answering, giving back and rearranging on twenty
// slots: every slot ends exactly full, nobody has two places, and nobody waits who could have one.
import { expect, it } from "vitest";
import { crowdAt } from "../../test/crowd.ts";
import { openDay, withSealKey } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";

withSealKey();

const CLIENTS = 12;
const PEOPLE_EACH = 25;
/** Ten thousand acts over both servers, or what a slow machine manages in the time. */
const ACTS_EACH = Number(process.env.CROWD_ACTS ?? 420);
const SECONDS = Number(process.env.CROWD_SECONDS ?? 22);
const PER_SLOT = 8;

await onEveryServer("a crowd that changes its mind", (world) => {
  it(
    "leaves each slot exactly full, nobody booked twice and nobody waiting beside a free place",
    async () => {
      const day = await openDay(world(), { perSlot: PER_SLOT, until: "17:00" });
      expect(day.slots).toHaveLength(20);
      const crowd = await crowdAt(world(), day, { seed: 610, clients: CLIENTS, peopleEach: PEOPLE_EACH });
      const began = Date.now();
      await crowd.run(ACTS_EACH, SECONDS);
      const ms = Date.now() - began;
      await crowd.expectExact();
      await crowd.expectAcknowledged();
      await crowd.fill();
      await crowd.expectExact();
      expect(await crowd.seats()).toEqual({ capacity: 20 * PER_SLOT, booked: 20 * PER_SLOT });
      // Every kind of thing happened, refusals too: a mix that only books proves little.
      for (const what of [
        ...["booking.hold ok", "booking.hold slot-full", "booking.wait ok", "booking.move ok"],
        ...["booking.swap ok", "booking.release ok", "booking.set-reserve ok"],
        ...["booking.release-reserve ok", "booking.set-cap ok"],
      ]) {
        expect(crowd.done.get(what) ?? 0, what).toBeGreaterThan(0);
      }
      console.log(
        `${crowd.requests} requests, ${Math.round((crowd.requests / ms) * 1000)} a second, exact in the end`,
      );
    },
    SECONDS * 1000 + 120_000,
  );
});
