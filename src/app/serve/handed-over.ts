// Node's cluster hands a connection to a worker and keeps its own hold on it until the worker says that it has it. A
// worker killed in between never says so, and Node (20 to 24) forgets the hold: the client waits for an answer for ever.
import type { Worker } from "node:cluster";

interface Handle {
  close(): void;
}

interface Handing {
  readonly act?: unknown;
  readonly seq?: number;
}

/** Lets go of what a worker was being handed when it died, so that its client is told at once and tries again. */
export function releaseAtDeath(worker: Worker): void {
  const { process: child } = worker;
  const held = new Map<number, Handle>();
  // Node's own messages, not documented: were they to change, nothing would be found here, and nothing harmed.
  const send = child.send.bind(child) as (message: Handing, handle?: Handle, ...rest: unknown[]) => boolean;
  child.send = ((message: Handing, handle?: Handle, ...rest: unknown[]) => {
    if (message.act === "newconn" && handle !== undefined && message.seq !== undefined)
      held.set(message.seq, handle);
    return send(message, handle, ...rest);
  }) as typeof child.send;
  child.on("internalMessage" as "message", (message) => {
    const { ack } = message as { ack?: number };
    if (ack !== undefined) held.delete(ack);
  });
  child.once("exit", () => {
    for (const handle of held.values()) handle.close();
    held.clear();
  });
}
