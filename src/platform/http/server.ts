// The HTTP house: headers, limits, cookies, problems in one shape, metrics and health, then the contracts.
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyError, type FastifyInstance, LogController } from "fastify";
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
} from "fastify-type-provider-zod";
import type { Route } from "../contract/context.ts";
import { Problem } from "../contract/problem.ts";
import { MOST_FILE_BYTES } from "../contract/shapes.ts";
import { isUnavailable } from "../db/away.ts";
import type { Translate } from "../i18n/translate.ts";
import { newId } from "../pure/ids.ts";
import { bind, FILE_TYPES, localeOf } from "./bind.ts";
import { instrument } from "./metrics.ts";
import { publishOpenApi } from "./openapi.ts";
import type { Host } from "./request.ts";
import { HitCounter, limitStore, type Siblings } from "./siblings.ts";

/** Where the hashed files of the web app lie. */
export const ASSETS = "/assets/";
/** Connections that may wait to be taken in: when booking opens, a crowd comes within a second (Node's own is 511). */
export const BACKLOG = 4096;
const BODY_LIMIT = 3_000_000; // a letter's text is at most 2 MB (see document.read)
/** Calls from one address: a hall of three hundred phones and its tablets may share one. Files of the program are free. */
export const REQUESTS_PER_MINUTE = 6000;

/** A server that is replaced is back within this time, as a rule. */
const RETRY_AFTER_SECONDS = 5;

export interface ServerOptions {
  readonly host: Host;
  readonly routes: readonly Route[];
  readonly translate: Record<"vi" | "en", Translate>;
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly version: string;
  /** Other processes behind the same port; alone without them. */
  readonly siblings?: Siblings;
}

/** A server that is bound to its contracts but does not listen yet. */
export async function createServer({
  host,
  routes,
  translate,
  tls,
  version,
  siblings,
}: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: host.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    genReqId: newId,
    trustProxy: "loopback",
    forceCloseConnections: "idle",
    // Whoever still comes while it ends is answered, and told to come by a new connection.
    return503OnClosing: false,
    ...(tls && { https: { cert: tls.cert, key: tls.key } }),
  } as object) as FastifyInstance;
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  // A write without a body is a write with an empty one.
  server.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, body === "" ? {} : JSON.parse(String(body)));
    } catch {
      done(new Problem("invalid-input", 400, { field: "body", code: "json" }));
    }
  });
  server.removeContentTypeParser("text/plain");
  server.addContentTypeParser(
    FILE_TYPES,
    { parseAs: "buffer", bodyLimit: MOST_FILE_BYTES },
    (_request, body, done) => done(null, body),
  );
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Mantine writes its responsive rules into style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        upgradeInsecureRequests: null,
      },
    },
    // Pages reach phones over plain HTTP in a hall; a proxy or TLS_CERT adds HSTS where there is TLS.
    hsts: tls !== undefined,
  });
  await server.register(cookie);
  const alone = new HitCounter();
  await server.register(rateLimit, {
    store: limitStore(siblings?.countHit ?? (async (key, windowMs) => alone.hit(key, windowMs))),
    max: REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    // Cheap to send, and a page that is refused one of its scripts stays blank.
    allowList: (request) => request.method === "GET" && request.url.startsWith(ASSETS),
    errorResponseBuilder: () => new Problem("too-many-requests", 429),
  });
  instrument(server, host, siblings);

  server.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = asProblem(error);
    if (problem.status >= 500)
      request.log.error(
        { err: bare(error), requestId: request.id, operation: operationOf(request) },
        "failed",
      );
    const locale = localeOf(request);
    if (problem.status === 503) reply.header("retry-after", RETRY_AFTER_SECONDS);
    return reply
      .code(problem.status)
      .type("application/problem+json")
      .serializer(JSON.stringify)
      .send({
        code: problem.code,
        title: translate[locale](`problem.${problem.code}`, problem.details),
        details: problem.details,
        requestId: request.id,
      });
  });

  await publishOpenApi(server, version);
  await server.register(async (inner) => {
    for (const route of routes) bind(inner, host, route);
  });
  return server;
}

const operationOf = (request: { routeOptions: { schema?: unknown } }): string | undefined =>
  (request.routeOptions.schema as { operationId?: string } | undefined)?.operationId;

/** Name, code and stack: an error's message may quote a value somebody typed. */
const bare = (error: Error & { code?: string; constraint?: string }): object => ({
  type: error.name,
  code: error.code,
  constraint: error.constraint,
  stack: error.stack?.split("\n").slice(1, 8).join("\n"),
});

function asProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0];
    return new Problem("invalid-input", 400, {
      field: `${error.validationContext ?? ""}${first?.instancePath ?? ""}`,
      code: first?.keyword ?? "invalid",
    });
  }
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return new Problem("invalid-input", 413, { field: "body", code: "too-large" });
  if (isUnavailable(error)) return new Problem("unavailable", 503);
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new Problem("invalid-input", error.statusCode, { code: error.code });
  return new Problem("internal-error", 500);
}
