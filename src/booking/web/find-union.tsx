// Finds any union that may take part beside a drive's host.
import type { UnitRef } from "../../platform/contract/shapes.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { getUnit } from "../../unit/contract.ts";
import { UnitFinder } from "../../unit/web/unit-finder.tsx";

interface FindUnionProps {
  readonly hostId: string;
  readonly label: string;
  /** Somebody went on without choosing one. */
  readonly missing: boolean;
  readonly onChoose: (unit: UnitRef) => void;
}

/** From the top of the host's tree: whoever takes part in the campaign may be meant, not the host's own only. */
export function FindUnion({ hostId, label, missing, onChoose }: FindUnionProps) {
  const t = useT();
  const host = useRead(getUnit, { params: { unitId: hostId } });
  return (
    <div>
      <UnitFinder rootId={host.data?.path[0]?.id ?? hostId} label={label} onChoose={onChoose} />
      {missing && <p className="field-error">{t("booking.board.empty-unit")}</p>}
    </div>
  );
}
