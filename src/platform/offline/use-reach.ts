// Whether there is a network, and how old what is shown is, as hooks.
import { useSyncExternalStore } from "react";
import { onReach, reach } from "./reach.ts";
import { onUpdate, updateReady } from "./update.ts";

function onLine(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** `reached`: the server has answered the last time it was asked, and the device knows of a network. */
export function useOnline(): boolean {
  const line = useSyncExternalStore(onLine, () => navigator.onLine);
  const { reached } = useSyncExternalStore(onReach, reach);
  return line && reached;
}

/** The oldest kept answer among those of the screen that is open; undefined when all are fresh. */
export function useOldestKeptAt(): string | undefined {
  const { keptAt } = useSyncExternalStore(onReach, reach);
  return [...keptAt.values()].sort()[0];
}

/** The oldest instant that figures on the open screen show, where the server read them from a copy that is behind. */
export function useOldestBehind(): string | undefined {
  const { behind } = useSyncExternalStore(onReach, reach);
  return [...behind.values()].sort()[0];
}

/** A new version is ready: `apply()` changes to it and reloads the page. */
export const useUpdate = () => useSyncExternalStore(onUpdate, updateReady);

function onController(listener: () => void): () => void {
  navigator.serviceWorker?.addEventListener("controllerchange", listener);
  return () => navigator.serviceWorker?.removeEventListener("controllerchange", listener);
}

/** Whether a service worker looks after this page: only then is anything that is read kept. */
export const useControlled = (): boolean =>
  useSyncExternalStore(onController, () => Boolean(navigator.serviceWorker?.controller));
