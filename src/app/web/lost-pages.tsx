// Pages for addresses that lead nowhere, and for pages that broke.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { EmptyState } from "../../platform/ui/states.tsx";

export function NotFoundPage() {
  const t = useT();
  return (
    <Page title={t("shell.not-found-title")}>
      <EmptyState
        icon="search"
        title={t("shell.not-found-title")}
        action={
          <Button component={Link} to="/">
            {t("shell.go-home")}
          </Button>
        }
      >
        {t("shell.not-found")}
      </EmptyState>
    </Page>
  );
}

/** A chunk that did not arrive (a new version, a cut network) or a fault of ours: reloading mends both. */
export function BrokenPage() {
  const t = useT();
  return (
    <main className="shell-main" id="main">
      <EmptyState
        icon="error"
        title={t("shell.broken-title")}
        action={<Button onClick={() => window.location.reload()}>{t("common.reload")}</Button>}
      >
        {t("shell.broken")}
      </EmptyState>
    </main>
  );
}
