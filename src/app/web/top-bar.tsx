// The top: on a phone the place one acts for; everywhere the search.
import { useActingMaybe } from "../../account/web/session.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Mark } from "../../platform/ui/mark.tsx";

export function TopBar({ onSearch }: { readonly onSearch?: () => void }) {
  const t = useT();
  const acting = useActingMaybe();
  return (
    <header className="shell-top">
      <div className="shell-top-name">
        <Mark size={28} />
        <strong>{acting?.name ?? t("common.app")}</strong>
      </div>
      {onSearch && (
        <button type="button" className="shell-search" onClick={onSearch}>
          <Icon name="search" />
          <span>{t("shell.search")}</span>
          <kbd>{t("shell.search-key")}</kbd>
        </button>
      )}
    </header>
  );
}
