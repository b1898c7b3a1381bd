// Sends one file, saying how far it has come: a scan on a weak signal takes a minute, and a person must see it move.
// `fetch` cannot tell how much of a body is on its way, so this is the one place that asks the older way.
import type { Answer, AnyContract, Ask } from "../../contract/contract.ts";
import type { FileBody } from "../../contract/shapes.ts";
import { type AnyAsk, addressOf, ProblemError } from "../client.ts";

/** Nothing has moved for this long: the network is gone. */
const STALLED_MS = 45_000;

/** Other types (JSON, a form) would be taken for something else than a file on the way. */
const SENT_AS_IT_IS = /^(?:application\/pdf|text\/plain|image\/(?:jpeg|png)|application\/vnd\.[\w.-]+)$/;

export interface SendFileOptions {
  /** The command's key; the same for the same file again. */
  readonly key: string;
  /** Share of the file that is on its way, 0 to 1; 1 while the server works. */
  readonly onShare?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Calls an endpoint that `accepts` a file. Throws `ProblemError`; code `cancelled` when `signal` said so. */
export function sendFile<C extends AnyContract>(
  contract: C,
  ask: Ask<C>,
  { key, onShare, signal }: SendFileOptions,
): Promise<Answer<C>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const { body } = ask as AnyAsk;
    const { name, mediaType, bytes } = body as FileBody;
    request.open(contract.method, addressOf(contract, ask as AnyAsk));
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("Idempotency-Key", key);
    request.setRequestHeader(
      "content-type",
      SENT_AS_IT_IS.test(mediaType) ? mediaType : "application/octet-stream",
    );
    request.setRequestHeader("x-file-name", encodeURIComponent(name));
    let stalled: ReturnType<typeof setTimeout> | undefined;
    const fail = (problem: ProblemError): void => {
      clearTimeout(stalled);
      reject(problem);
    };
    const giveUp = (): void => {
      request.abort();
      fail(new ProblemError("timeout", 0));
    };
    const moving = (): void => {
      clearTimeout(stalled);
      stalled = setTimeout(giveUp, STALLED_MS);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      moving();
      onShare?.(total === 0 ? 1 : loaded / total);
    };
    request.upload.onload = () => onShare?.(1);
    request.onerror = () => fail(new ProblemError("no-network", 0));
    request.onload = () => {
      clearTimeout(stalled);
      const json = parsed(request.responseText);
      if (request.status >= 400) return reject(problemOf(json, request.status));
      const read = contract.output.safeParse(json);
      if (read.success) resolve(read.data as Answer<C>);
      else reject(new ProblemError("answer-not-understood", request.status));
    };
    signal?.addEventListener("abort", () => {
      request.abort();
      fail(new ProblemError("cancelled", 0));
    });
    moving();
    request.send(new Uint8Array(bytes));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(json: unknown, status: number): ProblemError {
  const said = (json ?? {}) as { code?: unknown; title?: unknown; details?: unknown };
  return new ProblemError(
    typeof said.code === "string" ? said.code : "internal-error",
    status,
    typeof said.title === "string" ? said.title : undefined,
    (said.details ?? {}) as Readonly<Record<string, unknown>>,
  );
}
