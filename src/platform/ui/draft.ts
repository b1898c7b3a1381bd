// What somebody is writing survives a closed tab and a dead battery: kept on this device until it is sent.
import { useCallback, useEffect, useRef, useState } from "react";

const PREFIX = "giothong.draft.";
const KEEP_AFTER_MS = 400;

function load<Value>(key: string): Value | undefined {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? undefined : (JSON.parse(kept) as Value);
  } catch {
    return undefined;
  }
}

/** Forgets every draft: on signing out, since the next person may use the same device. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // storage is switched off: nothing was kept
  }
}

/**
 * State that is kept under `key` (e.g. `disseminate.<id>`). Answers `[value, set, forget, found]`; `found` says
 * that an earlier draft was taken up. Call `forget()` once it was sent. Never for passwords or codes.
 */
export function useDraft<Value>(key: string, initial: () => Value) {
  const [start] = useState(() => load<Value>(key));
  const [value, set] = useState<Value>(() => start ?? initial());
  const touched = useRef(false);
  useEffect(() => {
    if (!touched.current) return;
    const timer = setTimeout(() => {
      try {
        localStorage.setItem(PREFIX + key, JSON.stringify(value));
      } catch {
        // full or switched off: the form still works, it is only not kept
      }
    }, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key, value]);
  const change = useCallback((next: Value | ((before: Value) => Value)) => {
    touched.current = true;
    set(next);
  }, []);
  const forget = useCallback(() => {
    touched.current = false;
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // nothing was kept
    }
  }, [key]);
  return [value, change, forget, start !== undefined] as const;
}
