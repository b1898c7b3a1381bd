// A write that a dead network does not lose: stored on the phone first, then sent, at once or later.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AnyContract, Ask } from "../contract/contract.ts";
import { newId } from "../pure/ids.ts";
import { type AnyAsk, addressOf, ProblemError } from "../ui/client.ts";
import type { KeptCommand, Mend } from "./command.ts";
import { useKept, useOutbox } from "./kept.tsx";

export interface KeptWriteOptions<C extends AnyContract> {
  /** Contracts whose answers this write makes old. */
  readonly invalidates?: readonly AnyContract[];
  /** The command is safe: "sent", or "kept" to be sent later. The form's draft may be forgotten now. */
  readonly onSafe?: (state: "sent" | "kept", ask: Ask<C>) => void;
}

/** What the list of waiting commands shows, and where a refused one is mended. */
export interface KeptNote {
  readonly words: string;
  readonly mend?: Mend;
}

export interface KeptWrite<C extends AnyContract> {
  /** undefined: refused at once, see `problem`; the command is not kept, the form still holds its words. */
  readonly run: (ask: Ask<C>, note: KeptNote) => Promise<"sent" | "kept" | undefined>;
  readonly busy: boolean;
  readonly problem: ProblemError | null;
  readonly clear: () => void;
}

function commandOf(contract: AnyContract, ask: AnyAsk, { words, mend }: KeptNote): KeptCommand {
  if (contract.method === "GET") throw new Error(`${contract.id} writes nothing`);
  return {
    key: newId(),
    operation: contract.id,
    method: contract.method,
    address: addressOf(contract, ask),
    params: ask.params ?? {},
    body: ask.body ?? {},
    ...(contract.accepts && { accepts: contract.accepts }),
    lane: String(ask.params?.unitId ?? ""),
    words,
    ...(mend && { mend }),
    at: new Date().toISOString(),
  };
}

/** Only for operations the app has listed (`operations` of KeptProvider). */
export function useKeptWrite<C extends AnyContract>(
  contract: C,
  options: KeptWriteOptions<C> = {},
): KeptWrite<C> {
  const client = useQueryClient();
  const { outbox, operations } = useKept();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  if (!operations.includes(contract.id)) throw new Error(`${contract.id} is not among the kept operations`);
  const run: KeptWrite<C>["run"] = async (ask, note) => {
    setBusy(true);
    setProblem(null);
    const command = commandOf(contract, ask as AnyAsk, note);
    const outcome = await outbox.sendOrKeep(command);
    if (outcome.state === "refused") {
      // The person stands before the form: it says why, and the list need not say it again.
      await outbox.takeBack(command.key);
      const { code, status, title } = outcome.refusal;
      setProblem(new ProblemError(code, status, title));
      setBusy(false);
      return undefined;
    }
    if (outcome.state === "sent") {
      const old = options.invalidates ?? [];
      await Promise.all(old.map(({ id }) => client.invalidateQueries({ queryKey: [id] })));
    }
    setBusy(false);
    options.onSafe?.(outcome.state, ask);
    return outcome.state;
  };
  return { run, busy, problem, clear: () => setProblem(null) };
}

/**
 * The commands of `contract` that wait (or were refused) for these `params`, e.g. `{ taskId }`: a screen shows "chờ gửi"
 * beside the duty until they are gone. The last one says what the person wants.
 */
export function usePending<C extends AnyContract>(
  contract: C,
  params: Partial<Record<string, string>>,
): readonly KeptCommand[] {
  const { waiting, refused } = useOutbox();
  return [...waiting, ...refused].filter(
    (command) =>
      command.operation === contract.id &&
      Object.entries(params).every(([name, value]) => command.params[name] === value),
  );
}
