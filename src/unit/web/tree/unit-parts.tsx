// The three parts about the organisation, one press from each other: the tree, decisions about it, groupings.
import { Link } from "react-router";
import { useT } from "../../../platform/ui/i18n.tsx";
import { decisionsPath, groupingsPath, unitPath } from "../paths.ts";

interface UnitPartsProps {
  readonly placeId: string;
  readonly part: "tree" | "decisions" | "groupings";
  /** The shown day, when not today: it is kept. */
  readonly day?: string | undefined;
}

export function UnitParts({ placeId, part, day }: UnitPartsProps) {
  const t = useT();
  const parts = [
    ["tree", unitPath(placeId, placeId, day)],
    ["decisions", decisionsPath(placeId)],
    ["groupings", groupingsPath(placeId, day)],
  ] as const;
  return (
    <nav className="unit-parts no-print" aria-label={t("unit.parts")}>
      {parts.map(([name, to]) => (
        <Link key={name} to={to} aria-current={name === part ? "page" : undefined}>
          {t(`unit.part-${name}`)}
        </Link>
      ))}
    </nav>
  );
}
