// Keys that lists page by: a sorting value and the id that breaks its ties, in one opaque word.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface PageKey {
  readonly by: string;
  readonly id: string;
}

/** "2021-05-30" and an id → the key after which the next page begins. */
export const writeKey = ({ by, id }: PageKey): string => `${by}|${id}`;

/** Undefined for anything that `writeKey` did not write; `by` must match `form` where one is given. */
export function readKey(key: string, form?: RegExp): PageKey | undefined {
  const cut = key.lastIndexOf("|");
  if (cut < 0) return undefined;
  const by = key.slice(0, cut);
  const id = key.slice(cut + 1);
  return UUID.test(id) && (form === undefined || form.test(by)) ? { by, id } : undefined;
}

/** Cuts a page out of `limit + 1` rows. */
export function cutPage<Row>(
  found: readonly Row[],
  limit: number,
  keyOf: (row: Row) => PageKey,
): { readonly items: readonly Row[]; readonly next: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? writeKey(keyOf(last)) : null };
}
