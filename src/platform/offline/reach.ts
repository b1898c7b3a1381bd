// Whether the server was reached the last time somebody asked, and how old is what was shown instead.

/** On an answer the service worker had kept: the instant it was given, ISO, by the server's clock. */
export const FROM_CACHE_AT = "x-from-cache-at";

export interface Reach {
  /** false: the last answer came from this device, or none came. */
  readonly reached: boolean;
  /** Address → the instant of the kept answer that is shown for it. */
  readonly keptAt: ReadonlyMap<string, string>;
  /** Address → the instant that a fresh answer shows, where the server read it from a copy that is behind. */
  readonly behind: ReadonlyMap<string, string>;
}

let state: Reach = { reached: true, keptAt: new Map(), behind: new Map() };
const listeners = new Set<() => void>();

function change(next: Reach): void {
  state = next;
  for (const listener of listeners) listener();
}

/** An answer came for `address`; `keptAt` says that it came from this device, `asOf` that its figures are older than now. */
export function answered(address: string, keptAt: string | null, asOf: string | null = null): void {
  const known = state.keptAt.get(address) === (keptAt ?? undefined);
  if (state.reached === (keptAt === null) && known && state.behind.get(address) === (asOf ?? undefined))
    return;
  change({
    reached: keptAt === null,
    keptAt: withEntry(state.keptAt, address, keptAt),
    behind: withEntry(state.behind, address, asOf),
  });
}

function withEntry(all: ReadonlyMap<string, string>, address: string, value: string | null) {
  const next = new Map(all);
  if (value === null) next.delete(address);
  else next.set(address, value);
  return next;
}

/** Nothing came back. */
export function unreached(): void {
  if (state.reached) change({ ...state, reached: false });
}

/** Another screen is opened: how old the last one's figures were is of no interest any more. */
export function forgetKeptAt(): void {
  if (state.keptAt.size > 0 || state.behind.size > 0)
    change({ ...state, keptAt: new Map(), behind: new Map() });
}

export const reach = (): Reach => state;

export function onReach(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
