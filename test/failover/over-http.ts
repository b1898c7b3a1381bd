// Lets the cast of a world call its server over real connections, as browsers do, cookies and all, and notes what came back.
import type { FastifyInstance } from "fastify";

export interface Seen {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
}

interface Injected {
  readonly method: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly payload?: unknown;
  readonly remoteAddress?: string;
}

/** Listens on a free port, and sends there what would be injected from now on. Every answer is added to `seen`. */
export async function overHttp(server: FastifyInstance): Promise<{ readonly seen: Seen[] }> {
  const origin = await server.listen({ host: "127.0.0.1", port: 0 });
  const seen: Seen[] = [];
  // Beside the session, which the cast carries by itself.
  const kept = new Map<string, string>();
  const send = async ({ method, url, headers = {}, payload, remoteAddress }: Injected) => {
    const session = headers.cookie ?? "";
    const also = kept.get(session);
    const json = payload !== undefined && typeof payload !== "string";
    const answer = await fetch(origin + url, {
      method,
      redirect: "manual",
      headers: {
        ...headers,
        ...(json && { "content-type": "application/json" }),
        ...(remoteAddress !== undefined && { "x-forwarded-for": remoteAddress }),
        ...(also !== undefined && { cookie: session === "" ? also : `${session}; ${also}` }),
      },
      ...(payload !== undefined && { body: json ? JSON.stringify(payload) : (payload as string) }),
    });
    seen.push({ url, status: answer.status, headers: answer.headers });
    const raw = Buffer.from(await answer.arrayBuffer());
    const cookies = answer.headers.getSetCookie().map((line) => {
      const [pair = ""] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("=") };
    });
    const wrote = cookies.find(({ name }) => name === "giothong_wrote");
    if (wrote !== undefined && session !== "") kept.set(session, `${wrote.name}=${wrote.value}`);
    return {
      statusCode: answer.status,
      headers: Object.fromEntries(answer.headers),
      cookies,
      rawPayload: raw,
      body: raw.toString("utf8"),
      json: () => JSON.parse(raw.toString("utf8")) as unknown,
    };
  };
  server.inject = send as unknown as typeof server.inject;
  return { seen };
}
