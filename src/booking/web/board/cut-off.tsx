// Until when places are kept for a unit: a day and an hour as they are typed.
import { useState } from "react";
import { instantAt, wallTimeIn } from "../../../drive/rules/slots.ts";
import { TimeInput } from "../../../drive/web/time-input.tsx";
import { addDays, dayIn } from "../../../platform/pure/calendar.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useToday } from "../../../platform/ui/today.tsx";

const AT = "17:00";
/** Enough days before a drive for the places given back to find somebody else. */
const DAYS_BEFORE = 2;

export interface CutOff {
  readonly day: string;
  readonly time: string;
}

/** As it stands, or a proposal: two days before the drive, or today where that is past. */
export function useCutOff(driveDay: string, now?: string) {
  const today = useToday();
  return useState<CutOff>(() => {
    if (now !== undefined) return { day: dayIn(now), time: wallTimeIn(new Date(now).toISOString()) };
    const before = addDays(driveDay, -DAYS_BEFORE);
    return { day: before < today ? today : before, time: AT };
  });
}

/** The instant meant; undefined while a part of it is missing. */
export const instantOf = ({ day, time }: CutOff): string | undefined =>
  day === "" || time === "" ? undefined : instantAt(day, time);

interface CutOffInputProps {
  readonly value: CutOff;
  readonly onChange: (value: CutOff) => void;
}

export function CutOffInput({ value, onChange }: CutOffInputProps) {
  const t = useT();
  return (
    <div>
      <div className="form-pair">
        <DayInput
          label={t("booking.board.reserve-day")}
          value={value.day}
          onChange={(day) => onChange({ ...value, day })}
        />
        <TimeInput
          label={t("booking.board.reserve-time")}
          value={value.time}
          onChange={(time) => onChange({ ...value, time })}
        />
      </div>
      <p className="soft">{t("booking.board.reserve-cut-off-help")}</p>
    </div>
  );
}
