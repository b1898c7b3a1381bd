// Which stations of a drive have nobody, session by session.

export const STATIONS = [
  "reception",
  "screening",
  "collection",
  "rest",
  "certificates",
  "logistics",
] as const;
export type Station = (typeof STATIONS)[number];

/** Stations without which no drive runs; for the others a gap is no matter. */
const NEEDED: readonly Station[] = STATIONS.filter((station) => station !== "logistics");

interface Standing {
  /** Null: the whole day. */
  readonly sessionId: string | null;
  readonly station: Station;
}

/** Gaps in the order of sessions, then of stations as a donor passes them. */
export function gapsOf(
  sessionIds: readonly string[],
  members: readonly Standing[],
): { sessionId: string; station: Station }[] {
  return sessionIds.flatMap((sessionId) =>
    NEEDED.filter(
      (station) =>
        !members.some(
          (one) => one.station === station && (one.sessionId === null || one.sessionId === sessionId),
        ),
    ).map((station) => ({ sessionId, station })),
  );
}
