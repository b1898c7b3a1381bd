// How a duty stands, in words: until when, or done when and by whom.
import { dayIn } from "../../../platform/pure/calendar.ts";
import { DayText } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import type { TaskView } from "../../schema.ts";

export function When({ task }: { readonly task: TaskView }) {
  const t = useT();
  const { state, settledAt, settledBy, dueOn } = task;
  if (state === "settled") {
    return (
      <>
        <StateChip state="done" />
        {settledAt && <DayText day={dayIn(settledAt)} />}
        {settledBy && <span className="soft">{t("directive.task.by", { who: settledBy })}</span>}
      </>
    );
  }
  if (state === "withdrawn") return <StateChip state="missing" word={t("directive.task.state.withdrawn")} />;
  if (dueOn === null) return <span className="soft">{t("directive.no-due-day")}</span>;
  return (
    <>
      {state === "late" ? <StateChip state="late" /> : <Icon name="clock" size={18} />}
      <span>
        {t("directive.due")} <DayText day={dueOn} due />
      </span>
    </>
  );
}
