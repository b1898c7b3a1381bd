// The service worker of the app: registered once, replaced only when the person says so.

/** Said by the page to a new version that waits. */
export const TAKE_OVER = "take-over";
const CHECK_EVERY_MS = 3_600_000;
/** Longer than this nobody looks at a button that does nothing: browsers keep a worker for minutes that is not done. */
const TAKE_OVER_MS = 8_000;

type Ready = { readonly apply: () => void } | undefined;
let ready: Ready;
let accepted = false;
const listeners = new Set<() => void>();

function offer(apply: () => void): void {
  ready = { apply };
  for (const listener of listeners) listener();
}

const reload = (): void => window.location.reload();

/**
 * Registers the worker at `address` for the whole site. `first` is called when the very first worker has taken the
 * page over: what was read before that is kept only if it is asked again.
 * Browsers have workers only over HTTPS and on localhost; elsewhere this does nothing.
 */
export async function registerWorker(address: string, first: () => void): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined) return;
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    if (accepted) reload();
    else if (controlled)
      offer(reload); // accepted in another tab: this one still runs the old version
    else first();
    controlled = true;
  });
  const registration = await serviceWorker.register(address, { scope: "/", updateViaCache: "none" });
  const watch = (): void => {
    const { waiting } = registration;
    if (waiting === null || serviceWorker.controller === null) return;
    offer(() => {
      accepted = true;
      // A worker that still answers something is not replaced: what this page waits for, it asks again once it is new.
      window.stop();
      waiting.postMessage(TAKE_OVER);
      // Leaving the page lets go of the rest; the new version is offered again if it is still not there.
      setTimeout(reload, TAKE_OVER_MS);
    });
  };
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", watch),
  );
  watch();
  let checked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - checked < CHECK_EVERY_MS) return;
    checked = Date.now();
    registration.update().catch(() => undefined);
  });
}

/** How to change to a new version that is ready, or undefined. For `useSyncExternalStore`. */
export const updateReady = (): Ready => ready;

export function onUpdate(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
