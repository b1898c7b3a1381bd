// The poster of a drive with the union's own code: made once it is asked for, then printed as often as wanted.
import { Button } from "@mantine/core";
import { useState } from "react";
import { makeInvitation } from "../../../donor/contract.ts";
import { addressOf } from "../../../platform/ui/client.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { drivePoster } from "../../contract/papers.ts";
import type { DriveView } from "../../schema.ts";

const SIZES = ["a4", "a3"] as const;

export function PosterLinks({ drive, unitId }: { readonly drive: DriveView; readonly unitId: string }) {
  const t = useT();
  const [code, setCode] = useState<string>();
  const make = useWrite(makeInvitation, { onDone: (made) => setCode(made.code) });
  return (
    <>
      <p className="soft">{t("drive.poster.lead")}</p>
      <ProblemNote problem={make.problem} />
      {code === undefined ? (
        <Button
          variant="default"
          loading={make.busy}
          leftSection={<Icon name="print" />}
          onClick={() => void make.run({ params: { unitId, campaignId: drive.campaignId } })}
        >
          {t("drive.poster.make")}
        </Button>
      ) : (
        <div className="button-row">
          {SIZES.map((size) => (
            <Button
              key={size}
              component="a"
              href={addressOf(drivePoster, { params: { driveId: drive.id }, query: { size, code } })}
              download
              variant="default"
              leftSection={<Icon name="print" />}
            >
              {t(`drive.poster.${size}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
