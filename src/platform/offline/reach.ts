// Whether the server was reached the last time somebody asked, and how old is what was shown instead.

/** On an answer the service worker had kept: the instant it was given, ISO, by the server's clock. */
export const FROM_CACHE_AT = "x-from-cache-at";

export interface Reach {
  /** false: the last answer came from this device, or none came. */
  readonly reached: boolean;
  /** Address → the instant of the kept answer that is shown for it. */
  readonly keptAt: ReadonlyMap<string, string>;
}

let state: Reach = { reached: true, keptAt: new Map() };
const listeners = new Set<() => void>();

function change(next: Reach): void {
  state = next;
  for (const listener of listeners) listener();
}

/** An answer came for `address`; `keptAt` says that it came from this device. */
export function answered(address: string, keptAt: string | null): void {
  const known = state.keptAt.get(address);
  if (state.reached === (keptAt === null) && known === (keptAt ?? undefined)) return;
  const all = new Map(state.keptAt);
  if (keptAt === null) all.delete(address);
  else all.set(address, keptAt);
  change({ reached: keptAt === null, keptAt: all });
}

/** Nothing came back. */
export function unreached(): void {
  if (state.reached) change({ ...state, reached: false });
}

/** Another screen is opened: how old the last one's figures were is of no interest any more. */
export function forgetKeptAt(): void {
  if (state.keptAt.size > 0) change({ ...state, keptAt: new Map() });
}

export const reach = (): Reach => state;

export function onReach(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
