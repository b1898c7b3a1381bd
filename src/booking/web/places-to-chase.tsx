// On the officer's home: drives of the coming days where people have not confirmed their place yet, one press from
// their phones. Nothing where there are none, or while it is not known.
import { Link } from "react-router";
import { listDrives } from "../../drive/contract.ts";
import type { DriveRow } from "../../drive/schema.ts";
import { dayWords } from "../../drive/web/words.ts";
import { addDays } from "../../platform/pure/calendar.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { useToday } from "../../platform/ui/today.tsx";
import { listCalls } from "../contract/changes.ts";
import { callsPath } from "./paths.ts";

/** Holds run out before the day: later than this there is time yet, and the home stays short. */
const DAYS_AHEAD = 7;
const MOST_DRIVES = 3;
const MANY = 200;

export function PlacesToChase({ unitId }: { readonly unitId: string }) {
  const today = useToday();
  const drives = useRead(listDrives, { params: { unitId } });
  const last = addDays(today, DAYS_AHEAD);
  return (drives.data?.items ?? [])
    .filter(({ state, day }) => state === "open" && day >= today && day <= last)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(0, MOST_DRIVES)
    .map((drive) => <OfDrive key={drive.id} drive={drive} unitId={unitId} />);
}

function OfDrive({ drive, unitId }: { readonly drive: DriveRow; readonly unitId: string }) {
  const t = useT();
  const today = useToday();
  const calls = useRead(listCalls, { params: { unitId, driveId: drive.id }, query: { limit: MANY } });
  const count = calls.data?.items.filter(({ state }) => state === "held").length ?? 0;
  if (count === 0) return null;
  return (
    <Link className="note handover-notice" to={callsPath(unitId, drive.id)}>
      <Icon name="clock" />
      <span>
        <strong>{t("booking.chase.held", { drive: drive.name, count })}</strong>{" "}
        {t("booking.chase.held-when", { day: dayWords(t, drive.day, today) })}
      </span>
      <Icon name="right" />
    </Link>
  );
}
