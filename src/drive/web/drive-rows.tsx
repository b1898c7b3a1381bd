// Drives as rows with their day in front: those to come first, the nearest on top.
import { Title } from "@mantine/core";
import { Link } from "react-router";
import { relativeDay } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import type { DriveRow } from "../schema.ts";
import { DriveStateChip } from "./drive-state.tsx";
import { weekdayOf } from "./words.ts";

function Row({ drive, to }: { readonly drive: DriveRow; readonly to: string }) {
  const t = useT();
  const today = useToday();
  return (
    <li>
      <Link className="drive-row" to={to}>
        <time className="drive-row-day" dateTime={drive.day}>
          <span>{weekdayOf(t, drive.day)}</span>
          <strong>{`${drive.day.slice(8)}/${drive.day.slice(5, 7)}`}</strong>
          <span>{drive.day.slice(0, 4)}</span>
        </time>
        <span className="drive-row-words">
          <strong>{drive.name}</strong>
          <span>{drive.place}</span>
          <span>{drive.facility.name}</span>
          <span className="drive-row-state">
            <DriveStateChip state={drive.state} />
            <span>{relativeDay(t, drive.day, today)}</span>
          </span>
        </span>
        <Icon name="right" />
      </Link>
    </li>
  );
}

interface DriveRowsProps {
  readonly drives: readonly DriveRow[];
  readonly hrefOf: (drive: DriveRow) => string;
}

export function DriveRows({ drives, hrefOf }: DriveRowsProps) {
  const t = useT();
  const today = useToday();
  const isComing = (drive: DriveRow): boolean => drive.day >= today && drive.state !== "cancelled";
  const coming = drives.filter(isComing).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const past = drives.filter((drive) => !isComing(drive));
  return (
    <>
      {[
        { key: "coming", title: t("drive.upcoming"), rows: coming },
        { key: "past", title: t("drive.past"), rows: past },
      ]
        .filter(({ rows }) => rows.length > 0)
        .map(({ key, title, rows }) => (
          <section key={key} className="drive-group">
            <Title order={2} size="h3">
              {title}
            </Title>
            <ul className="drive-rows">
              {rows.map((drive) => (
                <Row key={drive.id} drive={drive} to={hrefOf(drive)} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
