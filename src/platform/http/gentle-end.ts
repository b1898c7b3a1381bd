// Ends an HTTP server under load without losing a request: what has begun is answered, and every answer says that
// this connection ends with it, so that a client that keeps connections open goes to another process by itself.
import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Patience {
  /**
   * How long an idle connection may still bring a request. Closing one at the moment a client uses it loses that
   * request, and nothing in HTTP/1.1 prevents it: so it is done late, when the connection has been silent for a while.
   */
  readonly idleMs: number;
  /** After this, whatever is still open is cut off. */
  readonly mostMs: number;
}

const LOOK_MS = 20;

/** Call it before the server listens; the answered function ends it and says whether nothing had to be cut off. */
export function gentleEnd(http: Server): (patience: Patience) => Promise<boolean> {
  const sockets = new Set<Socket>();
  const unanswered = new Set<ServerResponse>();
  let ending = false;
  const lastOnes = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader("connection", "close");
  };
  http.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  // Before whoever answers: the answer may be gone when it has been called.
  http.prependListener("request", (_request, response: ServerResponse) => {
    unanswered.add(response);
    response.once("close", () => unanswered.delete(response));
    if (ending) lastOnes(response);
  });

  return async ({ idleMs, mostMs }) => {
    ending = true;
    for (const response of unanswered) lastOnes(response);
    // An HTTP server's own close would cut idle connections at once.
    if (http.listening) NetServer.prototype.close.call(http);
    const began = performance.now();
    for (;;) {
      const past = performance.now() - began;
      if (sockets.size === 0) return true;
      if (past > mostMs) {
        http.closeAllConnections();
        for (const socket of sockets) socket.destroy();
        return unanswered.size === 0;
      }
      if (past > idleMs) {
        http.closeIdleConnections();
        // Opened ahead of need, as browsers do, and never used.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      }
      await sleep(LOOK_MS);
    }
  };
}
