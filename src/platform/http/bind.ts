// Contract → Fastify route: parse at the door, perform, and serialise what the contract promises and nothing else.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Locale, Route } from "../contract/context.ts";
import { type AnyContract, type FileAnswer, type Input, isWrite } from "../contract/contract.ts";
import { Problem } from "../contract/problem.ts";
import { type FileBody, fileBody } from "../contract/shapes.ts";
import { RECENT_MS } from "./recent.ts";
import { type Host, perform } from "./request.ts";

export const SESSION_COOKIE = "giothong_session";
export const LOCALE_COOKIE = "giothong_locale";
/** What a donor's pages keep on a device; no script reads it. */
const DEVICE_COOKIE = "giothong_device";
const DEVICE_SECONDS = 180 * 24 * 3600;
/** When this browser last wrote: any process of the program then knows what it must show it. */
const WROTE_COOKIE = "giothong_wrote";
/** Where there is no standby: as long as answers are given again, and a little for the way. */
const RECENT_SECONDS = RECENT_MS / 1000 + 3;
/** On an answer read from a standby: the instant it shows, and how many seconds ago that was. */
const DATA_AS_OF = "data-as-of";
const DATA_AGE = "data-age";
const SESSION_SECONDS = 30 * 24 * 3600;
/** Tries per address and minute where a secret could be guessed; the rest lives under the server's general limit. */
const GUESSES_PER_MINUTE = 30;

export const problemShape = z.object({
  code: z.string(),
  title: z.string(),
  details: z.record(z.string(), z.unknown()),
  requestId: z.string(),
});

/** `/api/units/:unitId` is Fastify's own form; only the schema needs assembling. */
export function bind(server: FastifyInstance, host: Host, route: Route): void {
  const { contract } = route;
  server.route({
    method: contract.method,
    url: contract.path,
    schema: {
      operationId: contract.id,
      summary: contract.summary,
      tags: [contract.id.split(".")[0] as string],
      ...(contract.params && { params: contract.params }),
      ...(contract.query && { querystring: contract.query }),
      ...(contract.body && !contract.accepts && { body: contract.body }),
      ...(contract.accepts && { consumes: FILE_TYPES }),
      ...(!contract.produces && { response: { 200: contract.output, default: problemShape } }),
    } as object,
    config: limitOf(host, contract),
    handler: async (request, reply) => {
      const { value, session, asOf } = await perform(host, route, {
        sessionToken: request.cookies[SESSION_COOKIE],
        locale: localeOf(request),
        device: request.cookies[DEVICE_COOKIE],
        wroteAt: wroteAt(request),
        key: keyOf(request),
        input: {
          params: request.params ?? {},
          query: request.query ?? {},
          body: contract.accepts ? fileOf(request) : (request.body ?? {}),
        } as Input<AnyContract>,
      });
      if (asOf !== undefined) sayAsOf(reply, asOf, host.now());
      if (isWrite(contract)) {
        setWrote(reply, host.replica?.mostSeconds ?? RECENT_SECONDS, request.protocol === "https");
      }
      if (session !== undefined) setSession(reply, session, request.protocol === "https");
      return contract.produces ? sendFile(request, reply, value as FileAnswer) : value;
    },
  });
}

/** Everything a file may come as; what it truly is is told from its bytes. */
export const FILE_TYPES = [
  "application/octet-stream",
  "application/pdf",
  "application/vnd.ms-excel",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "image/jpeg",
  "image/png",
  "text/plain",
];

/** The body as a file: bytes as they came, its name from the header, percent-encoded. */
function fileOf(request: FastifyRequest): FileBody {
  const header = request.headers["x-file-name"];
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const read = fileBody.safeParse({
    name: decoded(typeof header === "string" ? header : ""),
    mediaType: request.headers["content-type"] ?? "",
    // Not a Buffer, whose JSON form is an array of numbers.
    bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  });
  if (!read.success) throw new Problem("invalid-input", 400, { field: "X-File-Name", code: "required" });
  if (bytes.length === 0) throw new Problem("invalid-input", 400, { field: "body", code: "empty" });
  return read.data;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Doors that open by a password or a code. A link's 256 bits need no limit, and a carrier's address is many people's. */
const guessable = (host: Host, contract: AnyContract): boolean =>
  isWrite(contract) && host.policy[contract.id] === "open";

function limitOf(host: Host, contract: AnyContract): object {
  const max = contract.perMinute ?? (guessable(host, contract) ? GUESSES_PER_MINUTE : undefined);
  return max === undefined ? {} : { rateLimit: { max, timeWindow: 60_000 } };
}

/** The chosen language: the cookie the switch sets, else Vietnamese. */
export const localeOf = (request: FastifyRequest): Locale =>
  request.cookies[LOCALE_COOKIE] === "en" ? "en" : "vi";

/** The header of a program, or the hidden field of a plain HTML form. */
function keyOf(request: FastifyRequest): string | undefined {
  const header = request.headers["idempotency-key"];
  const field = (request.body as { idempotencyKey?: unknown } | undefined)?.idempotencyKey;
  const key = typeof header === "string" ? header : field;
  return z.uuid().safeParse(key).data;
}

function setSession(reply: FastifyReply, token: string | null, secure: boolean): void {
  const options = { path: "/", httpOnly: true, sameSite: "lax" as const, secure };
  if (token === null) reply.clearCookie(SESSION_COOKIE, options);
  else reply.setCookie(SESSION_COOKIE, token, { ...options, maxAge: SESSION_SECONDS });
}

// A standby further behind than this is not read from, and no answer is given again after longer, so a write longer ago
// is always seen.
function setWrote(reply: FastifyReply, mostSeconds: number, secure: boolean): void {
  reply.setCookie(WROTE_COOKIE, String(Date.now()), {
    path: "/api/",
    httpOnly: true,
    sameSite: "lax",
    secure,
    maxAge: mostSeconds,
  });
}

function wroteAt(request: FastifyRequest): number | undefined {
  const said = request.cookies[WROTE_COOKIE];
  return said !== undefined && /^\d{1,15}$/.test(said) ? Number(said) : undefined;
}

/** By the program's own clock, which on a demo is another year's; and as an age, which needs no clock. */
function sayAsOf(reply: FastifyReply, asOf: number, now: string): void {
  const age = Math.max(0, Date.now() - asOf);
  reply.header(DATA_AS_OF, new Date(Date.parse(now) - age).toISOString());
  reply.header(DATA_AGE, String(Math.round(age / 1000)));
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): FastifyReply {
  reply.code(file.status ?? 200).type(file.mediaType);
  if (file.device !== undefined) setDevice(reply, file.device, request.protocol === "https");
  if (file.location !== undefined) reply.header("location", file.location);
  if (file.lasting === true) {
    const tag = `"${createHash("sha256").update(file.content).digest("base64url").slice(0, 22)}"`;
    reply.header("cache-control", "private, no-cache").header("etag", tag);
    if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  } else reply.header("cache-control", "no-store");
  if (!file.mediaType.startsWith("text/html")) {
    reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
  }
  const content = Buffer.from(file.content as string);
  if (!file.mediaType.startsWith("text/html")) return reply.send(content);
  // A page on a slow line is a third as long.
  reply.header("vary", "cookie, accept-encoding");
  if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(content);
  return reply.header("content-encoding", "gzip").send(gzipSync(content));
}

function setDevice(reply: FastifyReply, value: string | null, secure: boolean): void {
  const options = { path: "/", httpOnly: true, sameSite: "lax" as const, secure };
  if (value === null) reply.clearCookie(DEVICE_COOKIE, options);
  else reply.setCookie(DEVICE_COOKIE, value, { ...options, maxAge: DEVICE_SECONDS });
}
