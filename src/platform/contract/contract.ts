// Endpoints as data. From one contract come the route, the typed client, OpenAPI, the CLI's verb
// and the row of the authority matrix; nothing else describes an endpoint.
import type { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "DELETE";
type Shape = z.ZodObject;

/** What a contract says. Paths name their parameters like `/api/units/:unitId`. */
export interface Contract<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  /** `capability.verb`, the name in the policy table, the audit row, the client and the CLI. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  /** One English sentence for OpenAPI and `--help`. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly output: Output;
  /** Codes beyond COMMON_PROBLEMS this endpoint may answer with. */
  readonly problems?: readonly string[];
  /** A file or page instead of JSON. "file" is one somebody sent in, in the form it came. */
  readonly produces?: "docx" | "xlsx" | "pdf" | "html" | "ics" | "file";
  /** The request's body is a file as it is (`body` is `fileBody`), its name in the header X-File-Name. */
  readonly accepts?: "file";
  /**
   * How a repeated write stays harmless: by the command ledger (`Idempotency-Key`), or because the operation
   * is repeatable by nature and its answer may carry what must not be stored (session cookies, codes).
   */
  readonly repeat?: "ledger" | "natural";
  /**
   * "recent": an overview of many people's work, which may be read from a standby some seconds behind. Never what somebody
   * acts on (their own duties, what they may do, a document's state). Absent: the primary.
   */
  readonly reads?: "recent";
  /** Most calls of this endpoint from one address in a minute, where the general limit would be too wide. */
  readonly perMinute?: number;
}

/** Types a contract literal; the compiler keeps its Zod shapes for the handler and the client. */
export const endpoint = <
  Params extends Shape,
  Query extends Shape,
  Body extends z.ZodType,
  Output extends z.ZodType,
>(
  contract: Contract<Params, Query, Body, Output>,
): Contract<Params, Query, Body, Output> => contract;

// biome-ignore lint/suspicious/noExplicitAny: a list of contracts of any shape; the shapes are recovered by inference.
export type AnyContract = Contract<any, any, any, any>;

export const isWrite = (contract: AnyContract): boolean => contract.method !== "GET";

type Parsed<T> = T extends z.ZodType ? z.output<T> : Record<string, never>;

/** What the handler receives: parsed, never raw. */
export interface Input<C extends AnyContract> {
  readonly params: Parsed<NonNullable<C["params"]>>;
  readonly query: Parsed<NonNullable<C["query"]>>;
  readonly body: Parsed<NonNullable<C["body"]>>;
}

/** One of `params`, `query`, `body`: asked for where the contract has it, optional where all of it is. */
type Part<Name extends string, Given extends z.ZodType, Whatever extends z.ZodType> = Whatever extends Given
  ? { readonly [K in Name]?: undefined }
  : // biome-ignore lint/complexity/noBannedTypes: asks whether an empty object would do
    {} extends z.input<Given>
    ? { readonly [K in Name]?: z.input<Given> }
    : { readonly [K in Name]: z.input<Given> };

/** What a caller of a contract gives: `{ params, query, body }`, each only where the contract has it. */
export type Ask<C extends AnyContract> =
  C extends Contract<infer P, infer Q, infer B, infer _O>
    ? Part<"params", P, Shape> & Part<"query", Q, Shape> & Part<"body", B, z.ZodType>
    : never;

export type Answer<C extends AnyContract> = z.output<C["output"]>;

/** A file or page answer; `output` of such a contract is never serialised as JSON. */
export interface FileAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array | string;
  /** HTTP status of a page; 200 when not said. */
  readonly status?: number;
  /** Where the browser goes on with a GET (status 303), so that loading a page again sends nothing twice. */
  readonly location?: string;
  /** What this device shall keep for its own pages (sealed by whoever made it); null: forget it. */
  readonly device?: string | null;
  /** The page is the same for everybody and holds nothing personal: a device may keep it and ask whether it still stands. */
  readonly lasting?: boolean;
}
