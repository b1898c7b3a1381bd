// A new version of the program: the same server under another address, whose service worker can be replaced.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

interface Changing {
  readonly origin: string;
  /** From now on the worker is that of another version. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

/** The same server under an address of its own, whose worker can be replaced as an update does. */
export async function changing(origin: string): Promise<Changing> {
  let released = false;
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = new Headers();
    for (const name of ["cookie", "content-type", "idempotency-key", "accept"]) {
      const value = incoming.headers[name];
      if (typeof value === "string") headers.set(name, value);
    }
    const answer = await fetch(origin + incoming.url, {
      method: incoming.method ?? "GET",
      headers,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    for (const name of ["content-type", "cache-control"]) {
      const value = answer.headers.get(name);
      if (value !== null) outgoing.setHeader(name, value);
    }
    outgoing.setHeader("set-cookie", answer.headers.getSetCookie());
    let body = Buffer.from(await answer.arrayBuffer());
    if (released && incoming.url === "/service-worker.js") {
      body = Buffer.from(body.toString("utf8").replace(/(version:"[0-9a-f]+)"/, '$1-next"'));
    }
    outgoing.writeHead(answer.status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    release: () => {
      released = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
