// Which unions a refused split is about, by name: the server answers with their ids.

import type { ProblemError } from "../../platform/ui/client.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import type { TargetView } from "../schema.ts";

/** Ids of units that a problem names; empty where it names none. */
export function unitsMeant(problem: ProblemError | null): ReadonlySet<string> {
  const units = problem?.details.units;
  return new Set(Array.isArray(units) ? units.map(String) : []);
}

interface StandsInWayProps {
  readonly problem: ProblemError | null;
  readonly below: TargetView["children"];
}

export function StandsInWay({ problem, below }: StandsInWayProps) {
  const t = useT();
  const meant = unitsMeant(problem);
  const names = below.filter(({ unit }) => meant.has(unit.id)).map(({ unit }) => unit.name);
  if (names.length === 0) return null;
  return <p className="field-error">{t("target.in-the-way", { units: names.join("; ") })}</p>;
}
