// Whatever the network does, every typed row reaches the server once more than it was lost, and the last word stands.
import fc from "fast-check";
import { expect, it } from "vitest";
import { BATCH } from "../schema/typing.ts";
import type { Volume } from "../schema.ts";
import {
  answeredBatch,
  NO_ROWS,
  refusedBatch,
  type TypedRow,
  takeBatch,
  typedRow,
  unansweredBatch,
} from "./typed-rows.ts";

const row = (bookingId: string, volume: Volume | null): TypedRow => ({
  bookingId,
  volume,
  fullName: bookingId,
  number: null,
});

it("the last entry of everybody is what the server holds, however often answers are lost on the way", () => {
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(
        fc.constant("type" as const),
        fc.nat({ max: 6 }),
        fc.constantFrom<Volume>(0, 250, 350, 450),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ["send"] as const,
        ["arrive"] as const,
        ["lost-before"] as const,
        ["lost-after"] as const,
      ),
    },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const server = new Map<string, Volume | null>();
      const meant = new Map<string, Volume | null>();
      let rows = NO_ROWS;
      const arrive = (): void => {
        for (const { bookingId, volume } of rows.sending) server.set(bookingId, volume);
      };
      const answer = () => rows.sending.map(({ bookingId }) => ({ bookingId, problem: null }));
      for (const [what, person, volume] of steps) {
        if (what === "type") {
          rows = typedRow(rows, row(`p${person}`, volume ?? null));
          meant.set(`p${person}`, volume ?? null);
        } else if (what === "send") rows = takeBatch(rows);
        else if (rows.sending.length === 0) continue;
        else if (what === "lost-before") rows = unansweredBatch(rows);
        else {
          arrive();
          rows = what === "arrive" ? answeredBatch(rows, answer()) : unansweredBatch(rows);
        }
      }
      while (rows.waiting.length + rows.sending.length > 0) {
        rows = takeBatch(rows);
        arrive();
        rows = answeredBatch(rows, answer());
      }
      expect(server).toEqual(meant);
    }),
  );
});

it("one request is on its way at a time, of at most a batch", () => {
  const many = Array.from({ length: BATCH + 20 }, (_, index) => row(`p${index}`, 350));
  const once = takeBatch(many.reduce(typedRow, NO_ROWS));
  expect([once.sending.length, once.waiting.length]).toEqual([BATCH, 20]);
  expect(takeBatch(typedRow(once, row("p0", 0)))).toMatchObject({ sending: once.sending });
});

it("rows the server would not take stay in sight until they are typed again", () => {
  const sent = takeBatch([row("a", 350), row("b", 0)].reduce(typedRow, NO_ROWS));
  const answered = answeredBatch(sent, [
    { bookingId: "a", problem: null },
    { bookingId: "b", problem: "sessions-running" },
  ]);
  expect(answered.refused).toEqual([{ ...row("b", 0), problem: "sessions-running" }]);
  expect(typedRow(answered, row("b", 250)).refused).toEqual([]);
  expect(refusedBatch(sent, "turnout-closed").refused).toHaveLength(2);
});
