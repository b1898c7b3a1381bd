// Which slot somebody is given who comes unbooked.

interface Room {
  readonly startsAt: string;
  /** How many who come unbooked it may still take. */
  readonly walkIns: number;
}

/**
 * The slot that runs at `now` if it has room, else the next with room, else the last one before. Undefined when all are
 * full. `slots` in the order of their beginnings; instants are ISO strings in UTC, as rows and the clock bring them.
 */
export function slotForNow<Slot extends Room>(slots: readonly Slot[], now: string): Slot | undefined {
  const begun = (slot: Slot): boolean => slot.startsAt <= now;
  const withRoom = slots.filter(({ walkIns }) => walkIns > 0);
  const running = slots.filter(begun).at(-1);
  return (
    withRoom.find((slot) => slot === running) ??
    withRoom.find((slot) => !begun(slot)) ??
    withRoom.filter(begun).at(-1)
  );
}
