// One attempt at sending a kept command, and what its answer means for it.
import { z } from "zod";
import { call, ProblemError } from "../ui/client.ts";
import type { KeptCommand } from "./command.ts";
import type { Attempt } from "./outbox.ts";

const ATTEMPT_MS = 10_000;
/** A photo where there is one bar of signal: cut off sooner it would begin anew for ever. */
const FILE_ATTEMPT_MS = 90_000;
/** Any answer in JSON: who opened a hotel's door page instead of our server has not reached it. */
const Answer = z.looseObject({});
const TRY_LATER = new Set([408, 425, 429]);

/** Sends once. Never throws. */
export async function post(command: KeptCommand): Promise<Attempt> {
  const contract = {
    id: command.operation,
    method: command.method,
    path: command.address,
    summary: "",
    output: Answer,
    ...(command.accepts && { accepts: command.accepts }),
  };
  try {
    const within = command.accepts === "file" ? FILE_ATTEMPT_MS : ATTEMPT_MS;
    const options = { key: command.key, signal: AbortSignal.timeout(within) };
    await call(contract, { body: command.body } as object, options);
    return { end: "sent" };
  } catch (error) {
    return meaningOf(error);
  }
}

/** What a failed attempt says: final words of the server, or only that it was not reached in a fit state. */
export function meaningOf(error: unknown): Attempt {
  if (!(error instanceof ProblemError) || error.status === 0) return { end: "lost" };
  const { code, status, title } = error;
  if (status === 401) return { end: "signed-out" };
  if (status < 400) return { end: "lost" };
  if (status >= 500 || TRY_LATER.has(status)) return { end: "failed" };
  return { end: "refused", refusal: { code, status, title } };
}
