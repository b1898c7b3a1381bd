// On the day: what waited is handed over, each capability in a transaction of its own.
import type pg from "pg";
import { writeAudit } from "../../platform/audit/store.ts";
import { reader, transaction } from "../../platform/db/sql.ts";
import { dayIn } from "../../platform/pure/calendar.ts";
import { listDue, setDone, takeDue } from "../store/transfers.ts";
import type { Participant } from "./participant.ts";

export interface Handing {
  /** Stands in the audit trail in the place of an operation. */
  readonly job: string;
  readonly pool: pg.Pool;
  /** ISO instant. */
  readonly now: string;
  readonly newId: () => string;
  readonly participants: readonly Participant[];
}

/**
 * Does every waiting hand-over whose day has come: decisions in the order they were applied, capabilities in the order
 * they are registered. One that fails stops the rest of its own decision, not of others; it is tried again next time.
 */
export async function handOverDue({ job, pool, now, newId, participants }: Handing): Promise<void> {
  const today = dayIn(now);
  const due = await listDue(reader(pool), today);
  const failed = new Map<string, unknown>();
  for (const decisionId of new Set(due.map((one) => one.decisionId))) {
    const waiting = new Set(
      due.filter((one) => one.decisionId === decisionId).map(({ participant }) => participant),
    );
    for (const participant of participants) {
      if (!waiting.has(participant.name) || failed.has(decisionId)) continue;
      try {
        await transaction(pool, async (tx) => {
          const taken = await takeDue(tx, decisionId, participant.name);
          if (taken === undefined) return;
          const audit = (entry: Parameters<typeof writeAudit>[1]["entry"]) =>
            writeAudit(tx, { id: newId(), at: now, operation: job, actor: null, entry });
          const hand = { tx, now, today, newId, by: null, audit };
          const journal = await participant.apply(hand, taken.change);
          await setDone(tx, decisionId, participant.name, now, journal);
          await audit({
            subject: { kind: "decision", id: decisionId },
            unitId: taken.change.unitId,
            detail: { participant: participant.name },
          });
        });
      } catch (error) {
        failed.set(decisionId, error);
      }
    }
  }
  const [first] = failed.values();
  if (first !== undefined) throw first;
}
