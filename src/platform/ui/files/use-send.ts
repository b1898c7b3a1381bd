// One file on its way: how far it has come, how to stop it, why it was refused.
import { useEffect, useRef, useState } from "react";
import type { Answer, AnyContract, Ask } from "../../contract/contract.ts";
import { type FileBody, MOST_FILE_BYTES } from "../../contract/shapes.ts";
import { newId } from "../../pure/ids.ts";
import { ProblemError } from "../client.ts";
import { sendFile } from "./send-file.ts";

export interface Sending {
  readonly name: string;
  readonly bytes: number;
  /** 0 to 1; 1: the server is at work on it. */
  readonly share: number;
}

export interface Send<C extends AnyContract> {
  /** Resolves to the answer; undefined: refused (see `problem`) or stopped. */
  readonly send: (file: File | Blob, name: string, ask: AskAround<C>) => Promise<Answer<C> | undefined>;
  readonly sending: Sending | undefined;
  readonly problem: ProblemError | null;
  readonly cancel: () => void;
  readonly clear: () => void;
}
type AskAround<C extends AnyContract> = Omit<Ask<C>, "body">;

/** The file as a request carries it. */
export const fileBodyOf = async (file: Blob, name: string): Promise<FileBody> => ({
  name: name.normalize("NFC").slice(-200),
  mediaType: file.type,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** For contracts that `accept` a file. Leaving the screen stops what is on its way. */
export function useSend<C extends AnyContract>(contract: C): Send<C> {
  const [sending, setSending] = useState<Sending>();
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const send: Send<C>["send"] = async (file, name, ask) => {
    setProblem(null);
    if (file.size > MOST_FILE_BYTES) {
      setProblem(new ProblemError("file-too-large", 413));
      return undefined;
    }
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    const shown = (share: number): void => setSending({ name, bytes: file.size, share });
    shown(0);
    try {
      const body = await fileBodyOf(file, name);
      return await sendFile(contract, { ...ask, body } as unknown as Ask<C>, {
        key: newId(),
        onShare: shown,
        signal: own.signal,
      });
    } catch (error) {
      const said = error instanceof ProblemError ? error : new ProblemError("internal-error", 500);
      if (said.code !== "cancelled") setProblem(said);
      return undefined;
    } finally {
      if (stop.current === own) setSending(undefined);
    }
  };
  return {
    send,
    sending,
    problem,
    cancel: () => stop.current?.abort(),
    clear: () => setProblem(null),
  };
}
