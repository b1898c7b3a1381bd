// What is prepared for the day, on the page of a drive: team, supplies, money, poster; each to whom it is open.
import { useT } from "../../../platform/ui/i18n.tsx";
import type { DriveView } from "../../schema.ts";
import { Costs } from "./costs.tsx";
import "./day.css";
import { Fold } from "./fold.tsx";
import { PosterLinks } from "./poster-links.tsx";
import { Supplies } from "./supplies.tsx";
import { Team } from "./team.tsx";

interface DaySectionsProps {
  readonly drive: DriveView;
  /** The union one acts for; undefined for the facility. */
  readonly unitId?: string;
}

export function DaySections({ drive, unitId }: DaySectionsProps) {
  const t = useT();
  const may = (action: string): boolean => drive.allowedActions.includes(action);
  const invites = unitId !== undefined && (drive.state === "approved" || drive.state === "open");
  if (!invites && !["drive.team", "drive.supplies", "drive.costs"].some(may)) return null;
  return (
    <section className="day-sections" aria-label={t("drive.day.title")}>
      <h2>{t("drive.day.title")}</h2>
      {may("drive.team") && (
        <Fold title={t("drive.team.title")}>
          <Team drive={drive} />
        </Fold>
      )}
      {may("drive.supplies") && (
        <Fold title={t("drive.supplies.title")}>
          <Supplies drive={drive} />
        </Fold>
      )}
      {may("drive.costs") && (
        <Fold title={t("drive.costs.title")}>
          <Costs drive={drive} />
        </Fold>
      )}
      {invites && (
        <Fold title={t("drive.poster.title")}>
          <PosterLinks drive={drive} unitId={unitId} />
        </Fold>
      )}
    </section>
  );
}
