// Decisions of the unit one acts for that have been applied: the days on which its tree changed or will change.
import { useRead } from "../../../platform/ui/queries.ts";
import { listDecisions } from "../../contract/acts.ts";
import type { DecisionLine } from "../../schema/acts.ts";

const MOST = 200;

export function useDecided(unitId: string, may: boolean): readonly DecisionLine[] {
  const read = useRead(listDecisions, { params: { unitId }, query: { limit: MOST } }, { enabled: may });
  return (read.data?.items ?? []).filter(({ state }) => state === "applied");
}
