// What is being written, in memory for the forms and a moment later on the device, so that a form opens with its
// draft at once. Belongs to the account that is signed in; nobody else's is ever held.
import type { DraftStore, KeptDraft } from "./command.ts";

const STORE_AFTER_MS = 400;

let held = new Map<string, unknown>();
let store: DraftStore | undefined;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

function write(key: string): void {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  // Full or switched off: the form still works, it is only not kept.
  const put = store?.put({ key, value: held.get(key), at: new Date().toISOString() });
  put?.catch(() => undefined);
}

/** Takes up the drafts of the account that has come in. */
export function holdDrafts(given: DraftStore, kept: readonly KeptDraft[]): void {
  dropDrafts();
  store = given;
  held = new Map(kept.map(({ key, value }) => [key, value]));
}

/** Holds nobody's drafts; those on the device stay there. */
export function dropDrafts(): void {
  for (const key of [...waiting.keys()]) write(key);
  store = undefined;
  held = new Map();
}

/** undefined: there is none. */
export const draftOf = (key: string): unknown => held.get(key);

export function keepDraft(key: string, value: unknown): void {
  held.set(key, value);
  clearTimeout(waiting.get(key));
  waiting.set(
    key,
    setTimeout(() => write(key), STORE_AFTER_MS),
  );
}

const openForms = new Map<string, Set<(value: unknown) => void>>();

/** Puts words back into a form, also into one that is open. */
export function restoreDraft(key: string, value: unknown): void {
  keepDraft(key, value);
  for (const take of openForms.get(key) ?? []) take(value);
}

/** An open form hears of words that are put back under `key`. */
export function onRestored(key: string, take: (value: unknown) => void): () => void {
  const forms = openForms.get(key) ?? new Set();
  openForms.set(key, forms.add(take));
  return () => forms.delete(take);
}

export function forgetDraft(key: string): void {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  held.delete(key);
  store?.remove(key).catch(() => undefined);
}

/** Stores at once what is still in memory: the page may be killed as soon as it is hidden. */
export function storeDrafts(): void {
  for (const key of [...waiting.keys()]) write(key);
}
