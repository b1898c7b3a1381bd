// An officer's home: how the running campaigns go, then the duties, each with the form of the capability it belongs to.

import { HandoverNotice } from "../../account/web/offices/handover-notice.tsx";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { PlacesToChase } from "../../booking/web/places-to-chase.tsx";
import { targetsPath } from "../../campaign/web/paths.ts";
import type { TaskView } from "../../directive/schema.ts";
import type { TaskForm } from "../../directive/web/tasks/task-form.ts";
import { TasksPage } from "../../directive/web/tasks-page.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { AdjustmentsToDo } from "../../report/web/adjustments-to-do.tsx";
import { CampaignProgress } from "./campaign-progress.tsx";

export function Home() {
  const t = useT();
  const { placeId } = useActing();
  const formOf = (task: TaskView, unitId: string): TaskForm | undefined => {
    switch (task.duty) {
      case "report-after-drive":
        return { to: atUnit(unitId, "bao-cao"), label: t("shell.form-report") };
      case "meet-target":
        return { to: targetsPath(unitId, task.campaignId), label: t("shell.form-target") };
      case "mobilise":
      case "register-list":
        return { to: atUnit(unitId, "dot"), label: t("shell.form-drives") };
      default:
        return undefined;
    }
  };
  const top = (
    <>
      <HandoverNotice unitId={placeId} />
      <PlacesToChase unitId={placeId} />
      <AdjustmentsToDo unitId={placeId} />
      <CampaignProgress unitId={placeId} />
    </>
  );
  return <TasksPage top={top} formOf={formOf} />;
}
