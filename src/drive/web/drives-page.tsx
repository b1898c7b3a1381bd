// Being written.
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { Skeletons } from "../../platform/ui/states.tsx";

export function DrivesPage() {
  const t = useT();
  return (
    <Page title={t("shell.drives")}>
      <Skeletons />
    </Page>
  );
}
