// "Thêm" on a phone: the parts that do not fit under the thumb, for whom one acts, and the account.
import { Link } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { AccountPanel } from "./account-panel.tsx";
import { navOf } from "./nav.ts";
import { PlaceSwitch } from "./place-switch.tsx";

export function MorePage() {
  const t = useT();
  const acting = useActing();
  return (
    <Page title={t("shell.more-title")}>
      <div className="more-page">
        <PlaceSwitch />
        <ul className="row-list">
          {navOf(acting)
            .filter(({ thumb }) => !thumb)
            .map(({ to, icon, label }) => (
              <li key={to}>
                <Link className="row-link" to={to}>
                  <Icon name={icon} size={24} />
                  <span>{t(label)}</span>
                  <Icon name="right" />
                </Link>
              </li>
            ))}
        </ul>
        <AccountPanel />
      </div>
    </Page>
  );
}
