// Joins the app to what a phone keeps: who is signed in, which commands may wait, which letters are fetched ahead.
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { whoAmI } from "../../account/contract.ts";
import { useActingMaybe } from "../../account/web/session.tsx";
import { compareLetter } from "../../directive/contract/family.ts";
import { getDirective, listDirectives, listTasks } from "../../directive/contract.ts";
import { KeptProvider } from "../../platform/offline/kept.tsx";
import { NOBODY, UNREACHED } from "../../platform/offline/outbox.ts";
import { useControlled, useOnline } from "../../platform/offline/use-reach.ts";
import { call } from "../../platform/ui/client.ts";
import { asProblem } from "../../platform/ui/repeat.ts";
import { Skeletons } from "../../platform/ui/states.tsx";
import { KEPT_OPERATIONS } from "./offline-list.ts";

const ASK_MS = 10_000;

/** Who is signed in, as the server says now: with a query the service worker does not answer for it. */
async function who(): Promise<string> {
  const askServer = { ...whoAmI, path: `${whoAmI.path}?from=server` };
  try {
    return (await call(askServer, {}, { signal: AbortSignal.timeout(ASK_MS) })).accountId;
  } catch (error) {
    return asProblem(error).status === 401 ? NOBODY : UNREACHED;
  }
}

/** Everything below keeps its drafts and commands for `account`. */
export function Kept({ account, children }: { readonly account: string; readonly children: ReactNode }) {
  return (
    <KeptProvider
      key={account}
      account={account}
      operations={KEPT_OPERATIONS}
      who={who}
      waiting={
        <main className="shell-main" id="main">
          <Skeletons />
        </main>
      }
    >
      {children}
    </KeptProvider>
  );
}

const AHEAD_AFTER_MS = 4_000;
const AHEAD_EVERY_MS = 15 * 60_000;
const LETTERS_AHEAD = 12;
const fetchedAt = new Map<string, number>();

/** Fetches the letters behind the open duties while there is a network, so that they can be read without one. */
export function useLettersAhead(): void {
  const client = useQueryClient();
  const acting = useActingMaybe();
  const online = useOnline();
  const controlled = useControlled();
  const unitId = acting?.place === "unit" ? acting.placeId : undefined;
  useEffect(() => {
    if (unitId === undefined || !online || !controlled) return;
    if (Date.now() - (fetchedAt.get(unitId) ?? 0) < AHEAD_EVERY_MS) return;
    const timer = setTimeout(async () => {
      fetchedAt.set(unitId, Date.now());
      try {
        // The worker keeps nothing before it has heard whose it is; the page may have asked before there was a worker.
        await call(whoAmI, {});
        const query = { settled: "with" } as const;
        const { items, unconfirmed } = await call(listTasks, { params: { unitId }, query });
        await call(listDirectives, { params: { unitId }, query: { limit: 50 } });
        const asking = [
          ...unconfirmed.map(({ letter }) => letter.id),
          ...items.map(({ directiveId }) => directiveId),
        ];
        for (const directiveId of [...new Set(asking)].slice(0, LETTERS_AHEAD)) {
          const { relation } = await call(getDirective, { params: { unitId, directiveId } });
          if (relation === "amend" || relation === "replace")
            await call(compareLetter, { params: { unitId, directiveId } });
        }
      } catch {
        fetchedAt.delete(unitId); // next time
      }
    }, AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [unitId, online, controlled]);
  useProbe(online, () => void client.refetchQueries({ queryKey: [whoAmI.id] }));
}

const PROBE_MS = 30_000;

/** While the server is not reached, asks now and then whether it is back. */
function useProbe(online: boolean, ask: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the same each time
  useEffect(() => {
    if (online) return;
    const timer = setInterval(() => navigator.onLine && ask(), PROBE_MS);
    return () => clearInterval(timer);
  }, [online]);
}
