// The main parts: under the thumb on a phone or tablet, at the left on a desktop.
import { NavLink } from "react-router";
import { useActingMaybe } from "../../account/web/session.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon, type IconName } from "../../platform/ui/icons.tsx";
import { Mark } from "../../platform/ui/mark.tsx";
import { AccountPanel } from "./account-panel.tsx";
import { navOf } from "./nav.ts";
import { PlaceSwitch } from "./place-switch.tsx";

function Entry({ to, icon, word }: { readonly to: string; readonly icon: IconName; readonly word: string }) {
  return (
    <li>
      <NavLink to={to}>
        <Icon name={icon} size={24} />
        <span>{word}</span>
      </NavLink>
    </li>
  );
}

export function BottomNav() {
  const t = useT();
  const acting = useActingMaybe();
  if (acting === undefined) return null;
  const thumb = navOf(acting).filter((item) => item.thumb);
  const more = acting.place === "unit" ? `/u/${acting.placeId}/them` : `/ban/${acting.placeId}/them`;
  return (
    <nav className="shell-bottom" aria-label={t("shell.navigation")}>
      <ul>
        {thumb.map(({ to, icon, label }) => (
          <Entry key={to} to={to} icon={icon} word={t(label)} />
        ))}
        <Entry to={more} icon="more" word={t("shell.more")} />
      </ul>
    </nav>
  );
}

export function SideNav() {
  const t = useT();
  const acting = useActingMaybe();
  return (
    <aside className="shell-side" aria-label={t("shell.side")}>
      <div className="shell-brand">
        <Mark />
        <strong>{t("common.app")}</strong>
      </div>
      <PlaceSwitch />
      <nav aria-label={t("shell.navigation")}>
        <ul>
          {acting &&
            navOf(acting).map(({ to, icon, label }) => (
              <Entry key={to} to={to} icon={icon} word={t(label)} />
            ))}
        </ul>
      </nav>
      <AccountPanel />
    </aside>
  );
}
