// Where the report stands, and what that asks of the reader.
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import type { Reported } from "./reported.ts";

interface StateNoteProps {
  readonly report: Reported;
  /** Whether the reader acts for the unit that reports. */
  readonly ours: boolean;
}

export function StateNote({ report, ours }: StateNoteProps) {
  const t = useT();
  const { state, to } = report;
  if (state === "draft") return null;
  if (state === "approved") {
    return (
      <p className="note note-done">
        <Icon name="check" />
        {t("report.approved-note")}
      </p>
    );
  }
  if (state === "returned") {
    return (
      <p className="note">
        <Icon name="undo" />
        {t("report.returned-note")}
      </p>
    );
  }
  const forYou = report.allowedActions.includes("report.approve");
  return (
    <p className="note note-plain">
      <Icon name="clock" />
      {forYou && !ours
        ? t("report.submitted-for-you")
        : to === null
          ? t("report.submitted-own-note")
          : t("report.submitted-note", { to: to.name })}
    </p>
  );
}
