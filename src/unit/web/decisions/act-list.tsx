// The acts of a decision, each a line in plain words, with what stands against it; to be changed where it may be.
import type { ReactNode } from "react";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { Act, ActReason } from "../../schema/acts.ts";
import { actNotes, actWords, type NameOf } from "./act-words.ts";
import { Reasons, reasonsAt } from "./reasons.tsx";

interface ActListProps {
  readonly acts: readonly Act[];
  /** By place, from 0: how many units below an act places by name, where it does not tell them all. */
  readonly childrenTo?: ReadonlyMap<number, number>;
  readonly nameOf: NameOf;
  readonly reasons?: readonly ActReason[];
  /** Buttons beside an act, or its form instead of it. */
  readonly tools?: (index: number) => ReactNode;
  readonly instead?: (index: number) => ReactNode;
}

export function ActList({ acts, childrenTo, nameOf, reasons = [], tools, instead }: ActListProps) {
  const t = useT();
  return (
    <ol className="act-list">
      {acts.map((act, index) => {
        const form = instead?.(index);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an act has no identity but its place
          <li key={index}>
            {form || (
              <>
                <div className="act-row">
                  <p>
                    <strong>{t(`unit.act.${act.kind}`)}:</strong> {actWords(t, act, nameOf)}
                    {actNotes(t, act, childrenTo?.get(index)).map((note) => (
                      <small key={note}>{note}</small>
                    ))}
                  </p>
                  {tools?.(index)}
                </div>
                <Reasons reasons={reasonsAt(reasons, index)} nameOf={nameOf} />
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
