// A plan on its way: who signs approves it, its officers may still change it, everybody else waits.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { approveDrive } from "../contract/plan.ts";
import { getDrive, listDrives } from "../contract.ts";
import type { DriveView } from "../schema.ts";

export function PlanSteps({ drive, unitId }: { readonly drive: DriveView; readonly unitId: string }) {
  const t = useT();
  const tell = useNotice();
  const approve = useWrite(approveDrive, {
    invalidates: [getDrive, listDrives],
    onDone: () => tell({ text: t("drive.approved") }),
  });
  const may = drive.allowedActions;
  const approves = may.includes("drive.approve");
  const changes = may.includes("drive.change-plan");
  return (
    <>
      <p className="note note-plain">
        <Icon name="clock" />
        {t(approves ? "drive.approve-lead" : changes ? "drive.approve-wait" : "drive.approve-others")}
      </p>
      <ProblemNote problem={approve.problem} />
      {(approves || changes) && (
        <div className="act-bar no-print">
          {approves && (
            <Button
              loading={approve.busy}
              onClick={() =>
                void approve.run({ params: { driveId: drive.id }, body: { planVersion: drive.planVersion } })
              }
            >
              {t("drive.approve")}
            </Button>
          )}
          {changes && (
            <Button
              component={Link}
              variant="default"
              to={atUnit(unitId, "dot", drive.id, "sua")}
              leftSection={<Icon name="edit" />}
            >
              {t("drive.change-plan")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
