// What may go wrong, said so that a person and a program can both act on it.

/** An expected refusal. `details` carries codes, counts and ids only: never anything personal. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(code: string, status: number, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

export type ProblemDetails = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** Problems every endpoint may answer with; the rest are declared in its contract. */
export const COMMON_PROBLEMS = {
  "invalid-input": 400,
  "not-signed-in": 401,
  forbidden: 403,
  "not-found": 404,
  "key-reused": 409,
  "too-many-requests": 429,
  "internal-error": 500,
  unavailable: 503,
} as const;

/** A capability's own problems: `const problem = problems({ "slot-full": 409 })`, then `throw problem("slot-full")`. */
export function problems<const Catalogue extends Record<string, number>>(catalogue: Catalogue) {
  return (code: keyof Catalogue & string, details?: ProblemDetails): Problem =>
    new Problem(code, catalogue[code] as number, details);
}

export const notFound = (what: string): Problem => new Problem("not-found", 404, { what });
export const forbidden = (): Problem => new Problem("forbidden", 403);
export const notSignedIn = (): Problem => new Problem("not-signed-in", 401);
export const invalidInput = (field: string, code: string): Problem =>
  new Problem("invalid-input", 400, { field, code });
