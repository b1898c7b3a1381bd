// The frame of the pages before signing in: the mark, one card, the language.
import type { ReactNode } from "react";
import { useT } from "../../platform/ui/i18n.tsx";
import { LanguageSwitch } from "../../platform/ui/language-switch.tsx";
import { Mark } from "../../platform/ui/mark.tsx";
import { Page } from "../../platform/ui/page.tsx";

interface DoorPageProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

export function DoorPage({ title, lead, children }: DoorPageProps) {
  const t = useT();
  return (
    <div className="door">
      <header className="door-head">
        <Mark size={44} />
        <div>
          <strong>{t("common.app")}</strong>
          <span>{t("account.what-it-is")}</span>
        </div>
      </header>
      <main className="card door-card" id="main">
        <Page title={title} lead={lead}>
          {children}
        </Page>
      </main>
      <footer>
        <LanguageSwitch />
      </footer>
    </div>
  );
}
