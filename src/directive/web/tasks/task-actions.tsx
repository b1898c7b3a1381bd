// The buttons of one duty: one that settles it, or, where its letter was changed since, what to do about that.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { TaskView } from "../../schema.ts";
import { letterPath } from "../paths.ts";
import type { TaskForm } from "./task-form.ts";
import type { Settle } from "./use-settle.ts";

interface TaskActionsProps {
  readonly task: TaskView;
  readonly form: TaskForm | undefined;
  readonly settling: Settle;
  /** The strong colour is for what presses: late, or due within the week. */
  readonly strong: boolean;
}

/** The one form that settles it, or the one press. */
export function OpenActions({ task, form, settling, strong }: TaskActionsProps) {
  const t = useT();
  if (form) {
    return (
      <Button
        component={Link}
        to={form.to}
        variant={strong ? "filled" : "light"}
        rightSection={<Icon name="right" size={18} />}
      >
        {form.label}
      </Button>
    );
  }
  if (!task.allowedActions.includes("directive.settle-task")) return null;
  return (
    <Button
      variant={strong ? "filled" : "light"}
      leftSection={<Icon name="check" size={18} />}
      loading={settling.busy}
      onClick={() => void settling.settle()}
    >
      {t("directive.mark-done")}
    </Button>
  );
}

interface ChangedActionsProps {
  readonly task: TaskView;
  readonly unitId: string;
  readonly settling: Settle;
}

/** Done for a letter that says something else since: look, then say that it still holds or open it again. */
export function ChangedActions({ task, unitId, settling }: ChangedActionsProps) {
  const t = useT();
  const mayReopen = task.allowedActions.includes("directive.reopen-task");
  return (
    <>
      <Button
        component={Link}
        to={letterPath(unitId, task.directiveId)}
        variant="light"
        rightSection={<Icon name="right" size={18} />}
      >
        {t("directive.task.changes-see")}
      </Button>
      {mayReopen && (
        <>
          <Button
            variant="default"
            leftSection={<Icon name="check" size={18} />}
            loading={settling.busy}
            onClick={() => void settling.stillHolds()}
          >
            {t("directive.task.still-holds")}
          </Button>
          <Button
            variant="default"
            leftSection={<Icon name="undo" size={18} />}
            loading={settling.busy}
            onClick={() => void settling.reopen()}
          >
            {t("directive.task.open-again")}
          </Button>
        </>
      )}
    </>
  );
}
