// The desk of a split in a screen: what is typed is kept on this device, every step can be taken back.
import { useCallback, useEffect, useRef, useState } from "react";
import { useDraft } from "../../../platform/ui/draft.ts";
import type { TargetMeasure } from "../../schema.ts";
import { type Desk, deskOf, redo, type Sheet, undo } from "./split-sheet.ts";

interface DraftOf {
  readonly campaignId: string;
  readonly unitId: string;
  readonly measure: TargetMeasure;
  readonly version: number;
}

/** Where a split under way is kept. Another version is another draft: its numbers were typed over other numbers. */
export const splitDraftKey = ({ campaignId, unitId, measure, version }: DraftOf): string =>
  `split.${campaignId}.${unitId}.${measure}.${version}`;

type Steps = Omit<Desk, "sheet">;

export interface DeskInUse {
  readonly sheet: Sheet;
  readonly act: (change: (desk: Desk) => Desk) => void;
  /** Absent when there is nothing to take back, or to do again. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** The sheet is decided, or given up. */
  readonly forget: () => void;
  /** It was begun at another time. */
  readonly found: boolean;
}

export function useDesk(key: string, initial: () => Sheet): DeskInUse {
  const [sheet, keep, forget, found] = useDraft<Sheet>(key, initial);
  const [steps, setSteps] = useState<Steps>(() => {
    const { sheet: _, ...none } = deskOf(sheet);
    return none;
  });
  const latest = useRef<Desk>({ ...steps, sheet });
  // Words can also be put back from outside.
  useEffect(() => {
    latest.current = { ...latest.current, sheet };
  }, [sheet]);
  const act = useCallback(
    (change: (desk: Desk) => Desk) => {
      latest.current = change(latest.current);
      const { sheet: after, ...rest } = latest.current;
      keep(after);
      setSteps(rest);
    },
    [keep],
  );
  return {
    sheet,
    act,
    undo: steps.before.length > 0 ? () => act(undo) : undefined,
    redo: steps.after.length > 0 ? () => act(redo) : undefined,
    forget,
    found,
  };
}
