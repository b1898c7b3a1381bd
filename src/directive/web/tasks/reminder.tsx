// A reminder from above, or from the program, that nobody has looked at: said once, put away by one press.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { DayText } from "../../../platform/ui/figures.tsx";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { listReminders, seeReminder } from "../../contract/chasing.ts";
import { listTasks } from "../../contract.ts";
import type { ReminderView } from "../../schema/chasing.ts";
import { latePath } from "../paths.ts";

function wordsOf(t: T, { from, late, dueSoon, belowLate }: ReminderView): string {
  const what = [
    late > 0 ? t("directive.task.reminder.late", { count: late }) : "",
    dueSoon > 0 ? t("directive.task.reminder.soon", { count: dueSoon }) : "",
    belowLate > 0 ? t("directive.task.reminder.below", { count: belowLate }) : "",
  ]
    .filter(Boolean)
    .join(", ");
  const said = what || t("directive.task.reminder.none");
  if (from === null) return t("directive.task.reminder-program", { what: said });
  return t("directive.task.reminder", { sender: from.shortName || from.name, what: said });
}

export function Reminder({ reminder, unitId }: { readonly reminder: ReminderView; readonly unitId: string }) {
  const t = useT();
  const see = useWrite(seeReminder, { invalidates: [listTasks, listReminders] });
  const { belowLate, directiveId, day } = reminder;
  return (
    <section className="note reminder">
      <Icon name="alarm" size={24} />
      <div>
        <p>
          <strong>{wordsOf(t, reminder)}</strong>
        </p>
        <p>
          <DayText day={day} />
        </p>
        <div className="button-row no-print">
          <Button
            variant="default"
            leftSection={<Icon name="check" size={18} />}
            loading={see.busy}
            onClick={() => void see.run({ params: { unitId, reminderId: reminder.id } })}
          >
            {t("directive.task.reminder-seen")}
          </Button>
          {belowLate > 0 && directiveId !== null && (
            <Button component={Link} variant="default" to={latePath(unitId, directiveId)}>
              {t("directive.task.reminder-below")}
            </Button>
          )}
        </div>
        <ProblemNote problem={see.problem} />
      </div>
    </section>
  );
}
