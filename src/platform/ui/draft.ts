// What somebody is writing survives a closed tab and a dead battery: kept on this device until it is sent.
import { useCallback, useEffect, useRef, useState } from "react";
import { draftOf, forgetDraft, keepDraft, onRestored } from "../offline/drafts.ts";

/**
 * State that is kept under `key` (e.g. `disseminate.<id>`), for the account that is signed in. Answers
 * `[value, set, forget, found]`; `found` says that an earlier draft was taken up. The value is JSON, or holds Blobs
 * (a photo not yet sent). Call `forget()` once it was sent, or is kept to be sent. Never for passwords or codes.
 */
export function useDraft<Value>(key: string, initial: () => Value) {
  const [start] = useState(() => draftOf(key) as Value | undefined);
  const [value, set] = useState<Value>(() => start ?? initial());
  const latest = useRef(value);
  const change = useCallback(
    (next: Value | ((before: Value) => Value)) => {
      const after = typeof next === "function" ? (next as (before: Value) => Value)(latest.current) : next;
      latest.current = after;
      keepDraft(key, after);
      set(after);
    },
    [key],
  );
  useEffect(
    () =>
      onRestored(key, (restored) => {
        latest.current = restored as Value;
        set(restored as Value);
      }),
    [key],
  );
  const forget = useCallback(() => forgetDraft(key), [key]);
  return [value, change, forget, start !== undefined] as const;
}
