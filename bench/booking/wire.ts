// A client on one kept-alive connection, written on the socket: what it costs itself is small beside what it measures.
import { connect, type Socket } from "node:net";

export interface Wired {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
  readonly ms: number;
}

export interface Sent {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  /** Whole lines, without their ends. */
  readonly headers?: readonly string[];
  readonly body?: string;
}

const END = "\r\n";

/**
 * One connection, one request at a time. A connection that breaks rejects what was under way and is opened anew by the
 * next request: what to do about it is the caller's business. Answers must say their length, as this server's do.
 */
export class Wire {
  readonly #port: number;
  #socket: Socket | undefined;
  #got: Buffer = Buffer.alloc(0);
  #waiting: { done(answer: Wired): void; fail(error: Error): void; began: number } | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  send({ method, path, headers = [], body }: Sent): Promise<Wired> {
    const socket = this.#connected();
    const lines = [`${method} ${path} HTTP/1.1`, "host: 127.0.0.1", ...headers];
    if (body !== undefined) lines.push(`content-length: ${Buffer.byteLength(body)}`);
    return new Promise((done, fail) => {
      this.#waiting = { done, fail, began: performance.now() };
      socket.write(lines.join(END) + END + END + (body ?? ""));
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #connected(): Socket {
    if (this.#socket !== undefined) return this.#socket;
    const socket = connect({ host: "127.0.0.1", port: this.#port, noDelay: true });
    this.#socket = socket;
    this.#got = Buffer.alloc(0);
    const broken = (error?: Error): void => {
      if (this.#socket === socket) this.#socket = undefined;
      const waiting = this.#waiting;
      this.#waiting = undefined;
      waiting?.fail(error ?? new Error("the connection ended"));
    };
    socket.on("error", broken);
    socket.on("close", () => broken());
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    return socket;
  }

  #take(chunk: Buffer): void {
    this.#got = this.#got.length === 0 ? chunk : Buffer.concat([this.#got, chunk]);
    const head = this.#got.indexOf("\r\n\r\n");
    if (head < 0) return;
    const headers = this.#got.toString("latin1", 0, head);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(headers)?.[1] ?? 0);
    const end = head + 4 + length;
    if (this.#got.length < end) return;
    const body = this.#got.toString("utf8", head + 4, end);
    this.#got = this.#got.subarray(end);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (/\r\nconnection: close/i.test(headers)) this.close();
    waiting?.done({
      status: Number(headers.slice(9, 12)),
      headers,
      body,
      ms: performance.now() - waiting.began,
    });
  }
}
