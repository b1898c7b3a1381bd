// Which time an invitation proposes, so that a day fills evenly: the doctors' tables are never crowded in one hour and
// idle in the next. Pure. A proposal is a wish: the place is taken only when the person answers.

/** A slot as the one who is asked finds it. Counts are places. */
export interface Fillable {
  readonly slotId: string;
  readonly startsAt: string;
  readonly capacity: number;
  /** Places somebody has. */
  readonly taken: number;
  /** Proposed to somebody who may still answer. */
  readonly asked: number;
  /** Places that may still be taken, whoever was proposed one. */
  readonly free: number;
}

/** Places that may still be proposed: never more than are free. */
export const roomIn = ({ free, asked }: Pick<Fillable, "free" | "asked">): number =>
  Math.max(0, free - asked);

export const roomOf = (slots: readonly Fillable[]): number =>
  slots.reduce((sum, slot) => sum + roomIn(slot), 0);

/**
 * Proposals for `people` people, as many as there is room for: one slot id each, in the order they are to be given
 * out. Each goes where the share of places taken or asked for is lowest by then, the earlier hour first. So no slot is
 * asked beyond its free places, and one that is asked never stands more than one place above another with room.
 */
export function spread(slots: readonly Fillable[], people: number): string[] {
  const standing = [...slots]
    .sort((a, b) =>
      a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.slotId < b.slotId ? -1 : 1,
    )
    .map((slot) => ({ slot, filled: slot.taken + slot.asked, room: roomIn(slot) }));
  const proposals: string[] = [];
  while (proposals.length < people) {
    let lowest: (typeof standing)[number] | undefined;
    for (const one of standing) {
      if (one.room === 0) continue;
      // Shares compared without dividing: filled / capacity.
      if (lowest === undefined || one.filled * lowest.slot.capacity < lowest.filled * one.slot.capacity)
        lowest = one;
    }
    if (lowest === undefined) break;
    lowest.filled++;
    lowest.room--;
    proposals.push(lowest.slot.slotId);
  }
  return proposals;
}
