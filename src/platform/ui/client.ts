// The typed way from a screen to the server: a contract in, an answer or a ProblemError out. Nothing else fetches.
import type { Answer, AnyContract, Ask } from "../contract/contract.ts";
import type { FileBody } from "../contract/shapes.ts";
import { answered, FROM_CACHE_AT, unreached } from "../offline/reach.ts";
import { newId } from "../pure/ids.ts";

/** What a caller gives, once the compiler has checked it at the call. */
export interface AnyAsk {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/**
 * A refusal or a failure. `code` is the server's, or one of ours: `no-network` (nothing came back),
 * `timeout` (nothing came back in time), `answer-not-understood` (page and server are of different versions).
 */
export class ProblemError extends Error {
  readonly code: string;
  /** HTTP status; 0 when nothing came back. */
  readonly status: number;
  /** In the reader's language, where the server said it. */
  readonly title: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, title?: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.title = title;
    this.details = details;
  }

  /** Whether the server may have done it all the same: asking again must reuse the key. */
  get uncertain(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

const TIMEOUT_MS = 20_000;
const FILE_TIMEOUT_MS = 120_000;
/** Figures that are this old are as good as new. */
const UNNOTICED_SECONDS = 10;
const KEY_HEADER = "Idempotency-Key";

/** `/api/units/:unitId` with `{ unitId }` and `{ asOf }` → `/api/units/0197…?asOf=2021-06-02`. */
export function addressOf(contract: AnyContract, ask: AnyAsk): string {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = ask.params?.[name];
    if (value === undefined || value === "") throw new Error(`${contract.id} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(ask.query ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const words = query.toString();
  return words === "" ? path : `${path}?${words}`;
}

export interface CallOptions {
  /** Reuse the key of an attempt whose answer was lost; a new one otherwise. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** Calls one endpoint. Throws `ProblemError`, or the reason of `signal` when the caller gave up. */
export async function call<C extends AnyContract>(
  contract: C,
  ask: Ask<C>,
  options: CallOptions = {},
): Promise<Answer<C>> {
  const response = await send(contract, ask as AnyAsk, options);
  if (!response.ok) throw await problemOf(response);
  const json: unknown = await response.json().catch(() => undefined);
  const read = contract.output.safeParse(json);
  if (!read.success) throw new ProblemError("answer-not-understood", response.status);
  return read.data as Answer<C>;
}

async function send(contract: AnyContract, ask: AnyAsk, { key, signal }: CallOptions): Promise<Response> {
  const isWrite = contract.method !== "GET";
  const headers: Record<string, string> = { accept: "application/json" };
  if (isWrite) headers[KEY_HEADER] = key ?? newId();
  const body = isWrite ? bodyOf(contract, ask.body, headers) : undefined;
  const timeout = AbortSignal.timeout(contract.accepts === undefined ? TIMEOUT_MS : FILE_TIMEOUT_MS);
  try {
    const address = addressOf(contract, ask);
    const response = await fetch(address, {
      method: contract.method,
      headers,
      credentials: "same-origin",
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      ...(body !== undefined && { body }),
    });
    const kept = response.headers.get(FROM_CACHE_AT);
    answered(address, kept, kept === null ? behindOf(response) : null);
    return response;
  } catch (error) {
    if (signal?.aborted) throw error;
    unreached();
    throw new ProblemError(timeout.aborted ? "timeout" : "no-network", 0);
  }
}

/** The instant an answer shows, where it comes from a copy of the data that is visibly behind. */
const behindOf = ({ headers }: Response): string | null =>
  Number(headers.get("data-age") ?? 0) > UNNOTICED_SECONDS ? headers.get("data-as-of") : null;

/** JSON, or a file as it is; names its form in `headers`. */
function bodyOf(contract: AnyContract, body: unknown, headers: Record<string, string>): BodyInit {
  if (contract.accepts === undefined) {
    headers["content-type"] = "application/json";
    return JSON.stringify(body ?? {});
  }
  const { name, mediaType, bytes } = body as FileBody;
  headers["content-type"] = mediaType === "" ? "application/octet-stream" : mediaType;
  headers["x-file-name"] = encodeURIComponent(name);
  return new Uint8Array(bytes);
}

async function problemOf(response: Response): Promise<ProblemError> {
  const said = (await response.json().catch(() => undefined)) as
    | { code?: unknown; title?: unknown; details?: unknown }
    | undefined;
  const code = typeof said?.code === "string" ? said.code : "internal-error";
  const title = typeof said?.title === "string" ? said.title : undefined;
  const details = (said?.details ?? {}) as Readonly<Record<string, unknown>>;
  return new ProblemError(code, response.status, title, details);
}
