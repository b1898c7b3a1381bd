// Writing a kit and publishing a version of it. What is being written is kept on this device until it is published.

import { useParams } from "react-router";
import { useActing } from "../../../account/web/session.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../../platform/ui/states.tsx";
import { getKit } from "../../contract/kit.ts";
import { kitPath } from "../paths.ts";
import { KitForm } from "./kit-form.tsx";

export function KitEditPage() {
  const t = useT();
  const { placeId } = useActing();
  const { directiveId = "" } = useParams();
  const read = useRead(getKit, { params: { unitId: placeId, directiveId } });
  return (
    <Page
      title={t("directive.kit.edit-title")}
      lead={t("directive.kit.edit-lead")}
      back={{ to: kitPath(placeId, directiveId), label: t("directive.kit.title") }}
    >
      <Shown read={read} rows={6}>
        {(kit) =>
          kit.allowedActions.includes("directive.publish-kit") ? (
            <KitForm kit={kit} unitId={placeId} directiveId={directiveId} />
          ) : (
            <EmptyState icon="letter" title={t("directive.kit.not-yours")}>
              {t("directive.kit.not-yours-help")}
            </EmptyState>
          )
        }
      </Shown>
    </Page>
  );
}
