// The facts of a drive under its name: when, where, by whom.
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import type { DriveView } from "../schema.ts";
import { DriveStateChip } from "./drive-state.tsx";
import { dayWords } from "./words.ts";

export function DriveFacts({ drive }: { readonly drive: DriveView }) {
  const t = useT();
  const today = useToday();
  const facts = [
    { word: t("drive.fact.day"), value: dayWords(t, drive.day, today) },
    { word: t("drive.fact.place"), value: drive.place },
    { word: t("drive.fact.facility"), value: drive.facility.name },
    { word: t("drive.fact.host"), value: drive.host.name },
    ...(drive.programme === "" ? [] : [{ word: t("drive.plan.programme"), value: drive.programme }]),
    ...(drive.expectedDonors === null
      ? []
      : [{ word: t("drive.plan.expected"), value: formatCount(drive.expectedDonors) }]),
    ...(drive.labHours === null
      ? []
      : [{ word: t("drive.fact.lab"), value: t("drive.fact.lab-hours", { hours: drive.labHours }) }]),
  ];
  return (
    <div className="drive-facts">
      <DriveStateChip state={drive.state} />
      <dl>
        {facts.map(({ word, value }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
