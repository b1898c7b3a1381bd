// The twin of the device's store, for browsers that keep nothing (and for tests): it lives as long as the page.

/** A store of things named by `key`, in the order of their keys. */
export function memoryStore<Item extends { readonly key: string }>() {
  const items = new Map<string, Item>();
  return {
    all: async (): Promise<readonly Item[]> =>
      [...items.values()].sort((one, other) => (one.key < other.key ? -1 : 1)),
    put: async (item: Item): Promise<void> => void items.set(item.key, item),
    remove: async (key: string): Promise<void> => void items.delete(key),
  };
}
