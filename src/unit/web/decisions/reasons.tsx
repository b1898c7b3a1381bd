// Why an act cannot stand as it is, in words, beside the act it belongs to or about them together.
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { ActReason } from "../../schema/acts.ts";
import { listUnits, type NameOf } from "./act-words.ts";

interface ReasonsProps {
  readonly reasons: readonly ActReason[];
  readonly nameOf: NameOf;
}

export function Reasons({ reasons, nameOf }: ReasonsProps) {
  const t = useT();
  if (reasons.length === 0) return null;
  return (
    <div className="note note-error">
      <Icon name="error" />
      <ul className="plain-list">
        {reasons.map(({ code, act, unitIds }) => (
          <li key={`${code} ${act ?? ""} ${unitIds.join()}`}>
            {t(`unit.reason.${code}`, {
              units: unitIds.length === 0 ? t("unit.reason-some-unit") : listUnits(t, unitIds, nameOf),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The reasons of the act at `index`; those about none or an unknown act with `undefined`. */
export const reasonsAt = (reasons: readonly ActReason[], index: number | undefined): readonly ActReason[] =>
  reasons.filter(({ act }) => act === (index === undefined ? undefined : index + 1));
