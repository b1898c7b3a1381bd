// What one account keeps on this phone, for the screens below: its drafts are in memory before a form opens, its
// unsent commands are sent as soon as that can be.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { type Device, eraseDevice, forgetLongGone, openDevice } from "./device.ts";
import { dropDrafts, holdDrafts, storeDrafts } from "./drafts.ts";
import { makeOutbox, type Outbox, type OutboxView } from "./outbox.ts";
import { post } from "./post.ts";
import { onReach, reach } from "./reach.ts";
import { READS } from "./worker/reads.ts";

const CHANNEL = "giothong-kept";
const LOCK = "giothong-send-";
const RETRY_MS = 60_000;

/** Told to other tabs: something kept has changed, or this account has left the phone. */
type Told = { readonly account: string; readonly what: "changed" | "left" };

export interface Kept {
  readonly outbox: Outbox;
  /** Operations that may be kept and sent later. */
  readonly operations: readonly string[];
  /** Erases everything this account keeps here. After signing out. */
  readonly leave: () => Promise<void>;
}

const KeptContext = createContext<Kept | undefined>(undefined);

interface Opened extends Kept {
  readonly device: Device;
  readonly tell: (what: Told["what"]) => void;
  readonly channel: BroadcastChannel | undefined;
}

export interface KeptProviderProps {
  readonly account: string;
  readonly operations: readonly string[];
  /** Asks the server, past every cache, who is signed in: an account, NOBODY or UNREACHED. */
  readonly who: () => Promise<string>;
  readonly waiting: ReactNode;
  readonly children: ReactNode;
}

/** Opens what `account` keeps, then shows `children`. Give it the account as `key`. */
export function KeptProvider({ account, operations, who, waiting, children }: KeptProviderProps) {
  const client = useQueryClient();
  const [opened, setOpened] = useState<Opened>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one provider serves one account, see `key`
  useEffect(() => {
    let wanted = true;
    let close = (): void => {};
    void open(account, operations, who).then((kept) => {
      if (!wanted) return kept.device.close();
      close = begin(kept, account, () => void client.invalidateQueries());
      setOpened(kept);
    });
    return () => {
      wanted = false;
      close();
    };
  }, []);
  if (opened === undefined) return waiting;
  return <KeptContext value={opened}>{children}</KeptContext>;
}

async function open(
  account: string,
  operations: readonly string[],
  who: () => Promise<string>,
): Promise<Opened> {
  const device = await openDevice(account);
  const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(CHANNEL);
  const tell = (what: Told["what"]): void => channel?.postMessage({ account, what } satisfies Told);
  const outbox = makeOutbox({
    account,
    store: device.commands,
    send: post,
    who,
    alone: aloneAs(LOCK + account),
    mayTry: () => navigator.onLine,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    changed: () => tell("changed"),
  });
  const leave = async (): Promise<void> => {
    outbox.stop();
    dropDrafts();
    device.close();
    tell("left");
    await Promise.all([eraseDevice(account), eraseReads()]);
  };
  return { outbox, operations, leave, device, tell, channel };
}

/** Without locks (plain HTTP) two tabs may both send: the ledger then sees one key twice and acts once. */
const aloneAs =
  (name: string) =>
  (work: () => Promise<void>): Promise<void> =>
    navigator.locks === undefined ? work() : navigator.locks.request(name, work);

async function eraseReads(): Promise<void> {
  if (typeof caches === "undefined") return;
  for (const name of await caches.keys()) if (name.startsWith(READS)) await caches.delete(name);
}

/** Holds the drafts and sends what waits, from now until the answer is called. */
function begin({ device, outbox, channel }: Opened, account: string, refresh: () => void): () => void {
  holdDrafts(device.drafts, device.kept);
  const drain = (): void => void outbox.drain().catch(() => undefined);
  let sent = 0;
  const ends = [
    outbox.subscribe(() => {
      if (outbox.view().sent === sent) return;
      sent = outbox.view().sent;
      refresh();
    }),
    onReach(() => {
      // Not while sending: its own question to the server would set off the next round, without end.
      if (reach().reached && outbox.view().waiting.length > 0 && !outbox.view().sending) drain();
    }),
    on(window, "online", () => {
      drain();
      refresh();
    }),
    on(document, "visibilitychange", () => (document.hidden ? storeDrafts() : drain())),
    on(window, "pagehide", storeDrafts),
  ];
  const timer = setInterval(() => outbox.view().waiting.length > 0 && drain(), RETRY_MS);
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.account !== account) return;
      if (data.what === "changed") void outbox.refresh().catch(() => undefined);
      else {
        outbox.stop();
        dropDrafts();
        device.close();
        refresh();
      }
    };
  }
  drain();
  forgetLongGone(account, Date.now()).catch(() => undefined);
  return () => {
    for (const end of ends) end();
    clearInterval(timer);
    channel?.close();
    outbox.stop();
    dropDrafts();
    device.close();
  };
}

function on(target: EventTarget, event: string, act: () => void): () => void {
  target.addEventListener(event, act);
  return () => target.removeEventListener(event, act);
}

/** The outbox and what it needs. Only below KeptProvider. */
export function useKept(): Kept {
  const kept = useContext(KeptContext);
  if (kept === undefined) throw new Error("outside KeptProvider");
  return kept;
}

/** What waits, what was refused, whether something is being sent. */
export function useOutbox(): OutboxView {
  const { outbox } = useKept();
  return useSyncExternalStore(outbox.subscribe, outbox.view);
}
