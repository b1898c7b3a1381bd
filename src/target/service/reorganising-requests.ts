// Open requests in a re-organisation: of a unit that ends they lapse; of others they wait with whoever gives now.
import { z } from "zod";
import type { HandOver, TreeChange } from "../../unit/service/participant.ts";
import {
  type BookFacts,
  lapseRequest,
  listOpenRequests,
  type OpenRequest,
  reopenRequest,
  sendRequestTo,
} from "../store/reorganising.ts";

export const RequestJournal = z.object({
  id: z.string(),
  unitId: z.string(),
  /** Who was to answer before. */
  toUnitId: z.string(),
  lapsed: z.boolean(),
});
export type RequestJournal = z.output<typeof RequestJournal>;

/** Who answers in the new tree: who gives the unit its number; of one without, who stands where the giver stood. */
function answererOf({ unitId, toUnitId, giverId }: OpenRequest, change: TreeChange): string {
  if (giverId !== null) return giverId;
  const move = change.moved.find((one) => one.unitId === unitId && one.fromId === toUnitId);
  if (move !== undefined) return move.toId;
  return change.closed.find((one) => one.unitId === toUnitId)?.heirId ?? toUnitId;
}

export async function handRequests(
  hand: HandOver,
  change: TreeChange,
  book: Pick<BookFacts, "campaignId" | "measure">,
): Promise<RequestJournal[]> {
  const ends = new Set(change.closed.map(({ unitId }) => unitId));
  const journal: RequestJournal[] = [];
  for (const request of await listOpenRequests(hand.tx, book)) {
    const { id, unitId, toUnitId } = request;
    const answerer = answererOf(request, change);
    const lapsed = ends.has(unitId) || answerer === unitId;
    if (!lapsed && answerer === toUnitId) continue;
    if (lapsed) await lapseRequest(hand.tx, id, hand.now);
    else await sendRequestTo(hand.tx, id, answerer);
    journal.push({ id, unitId, toUnitId, lapsed });
    await audit(hand, request, lapsed ? "lapsed" : "sent-on");
  }
  return journal;
}

/** As it was; what was answered since stays answered, and what was asked since waits with whoever gives again. */
export async function takeRequestsBack(
  hand: HandOver,
  book: Pick<BookFacts, "campaignId" | "measure">,
  journal: readonly RequestJournal[],
): Promise<void> {
  for (const request of journal) {
    const changed = request.lapsed
      ? await reopenRequest(hand.tx, request.id)
      : await sendRequestTo(hand.tx, request.id, request.toUnitId);
    if (changed > 0) await audit(hand, request, request.lapsed ? "open" : "sent-on");
  }
  const restored = new Set(journal.map(({ id }) => id));
  for (const request of await listOpenRequests(hand.tx, book)) {
    const { id, toUnitId, giverId, unitId } = request;
    if (restored.has(id) || giverId === null || giverId === toUnitId || giverId === unitId) continue;
    await sendRequestTo(hand.tx, id, giverId);
    await audit(hand, request, "sent-on");
  }
}

const audit = (
  hand: HandOver,
  { id, unitId }: { readonly id: string; readonly unitId: string },
  state: string,
): Promise<void> => hand.audit({ subject: { kind: "target-request", id }, unitId, detail: { state } });
