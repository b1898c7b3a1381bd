// What one account keeps on this phone: its unsent commands and its drafts, in a database of its own, so that no
// other account's page ever opens it.
import { Dexie, type Table } from "dexie";
import type { CommandStore, DraftStore, KeptCommand, KeptDraft } from "./command.ts";
import { memoryStore } from "./memory.ts";

const PREFIX = "giothong-";
/** Nothing is kept longer for somebody who has not come back. */
const FORGET_AFTER_MS = 30 * 24 * 3_600_000;
/** Some browsers never answer when their storage is ill: the page then goes on with its memory alone. */
const OPEN_WITHIN_MS = 2_500;

class KeptDatabase extends Dexie {
  declare readonly commands: Table<KeptCommand, string>;
  declare readonly drafts: Table<KeptDraft, string>;

  constructor(name: string) {
    // Strict: a write has reached the disk before the officer is told that it is kept.
    super(name, { chromeTransactionDurability: "strict" });
    this.version(1).stores({ commands: "key", drafts: "key" });
    // Another tab erases: let go, and never make it anew.
    this.on("versionchange", () => this.close());
  }
}

export interface Device {
  readonly commands: CommandStore;
  readonly drafts: DraftStore;
  readonly kept: readonly KeptDraft[];
  readonly close: () => void;
}

const storeOf = <Item extends { readonly key: string }>(table: Table<Item, string>) => ({
  all: (): Promise<readonly Item[]> => table.orderBy("key").toArray(),
  put: async (item: Item): Promise<void> => void (await table.put(item)),
  remove: (key: string): Promise<void> => table.delete(key),
});

/** Opens what `account` keeps here; a twin in memory where the browser keeps nothing. */
export async function openDevice(account: string): Promise<Device> {
  const database = new KeptDatabase(PREFIX + account);
  try {
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error("late")), OPEN_WITHIN_MS),
    );
    await Promise.race([database.open(), late]);
    const drafts = storeOf(database.drafts);
    return {
      commands: storeOf(database.commands),
      drafts,
      kept: await drafts.all(),
      close: () => database.close(),
    };
  } catch {
    database.close();
    return {
      commands: memoryStore<KeptCommand>(),
      drafts: memoryStore<KeptDraft>(),
      kept: [],
      close: () => {},
    };
  }
}

/** Erases what `account` keeps: it leaves this phone. */
export const eraseDevice = (account: string): Promise<void> => Dexie.delete(PREFIX + account);

/** Erases what accounts other than `account` left here more than thirty days ago. */
export async function forgetLongGone(account: string, now: number): Promise<void> {
  for (const name of await Dexie.getDatabaseNames()) {
    if (!name.startsWith(PREFIX) || name === PREFIX + account) continue;
    const database = new KeptDatabase(name);
    const all = [...(await database.commands.toArray()), ...(await database.drafts.toArray())];
    database.close();
    if (all.every(({ at }) => now - Date.parse(at) > FORGET_AFTER_MS)) await Dexie.delete(name);
  }
}
