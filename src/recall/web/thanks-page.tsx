// Thư cảm ơn: letters to print for a union's donors of a closed drive.
import { Button } from "@mantine/core";
import { useParams } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { getDrive } from "../../drive/contract.ts";
import { addressOf } from "../../platform/ui/client.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../platform/ui/states.tsx";
import { getThanks, printThanks } from "../contract/thanks.ts";
import { drivePath } from "./paths.ts";

export function ThanksPage() {
  const t = useT();
  const { placeId } = useActing();
  const { driveId = "" } = useParams();
  const drive = useRead(getDrive, { params: { driveId } });
  const params = { unitId: placeId, driveId };
  const thanks = useRead(getThanks, { params });
  return (
    <Page
      title={t("recall.thanks-title")}
      lead={drive.data?.name}
      back={{ to: drivePath(placeId, driveId), label: drive.data?.name ?? t("drive.back-to-list") }}
    >
      <Shown read={thanks} rows={2}>
        {({ letters, parts, allowedActions }) =>
          letters === 0 ? (
            <EmptyState icon="letter" title={t("recall.thanks-none-title")}>
              {t("recall.thanks-none")}
            </EmptyState>
          ) : (
            <section className="card hold-part">
              <p className="recall-due">{t("recall.thanks-count", { letters })}</p>
              <p>{t("recall.thanks-lead")}</p>
              {allowedActions.includes("recall.print-thanks") && (
                <div className="button-row">
                  {Array.from({ length: parts }, (_, index) => index + 1).map((part) => (
                    <Button
                      key={part}
                      component="a"
                      href={addressOf(printThanks, { params, query: { part } })}
                      download
                      leftSection={<Icon name="print" />}
                    >
                      {parts === 1
                        ? t("recall.thanks-print")
                        : t("recall.thanks-print-part", { part, parts })}
                    </Button>
                  ))}
                </div>
              )}
              <p className="soft">{t("recall.thanks-note")}</p>
            </section>
          )
        }
      </Shown>
    </Page>
  );
}
