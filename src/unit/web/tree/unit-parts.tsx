// The three parts about the organisation, one press from each other: the tree, decisions about it, groupings.
import { NavLink } from "react-router";
import { useT } from "../../../platform/ui/i18n.tsx";
import { decisionsPath, groupingsPath, unitPath } from "../paths.ts";

export function UnitParts({ placeId }: { readonly placeId: string }) {
  const t = useT();
  return (
    <nav className="unit-parts no-print" aria-label={t("unit.parts")}>
      <NavLink to={unitPath(placeId, placeId)} end>
        {t("unit.part-tree")}
      </NavLink>
      <NavLink to={decisionsPath(placeId)}>{t("unit.part-decisions")}</NavLink>
      <NavLink to={groupingsPath(placeId)}>{t("unit.part-groupings")}</NavLink>
    </nav>
  );
}
