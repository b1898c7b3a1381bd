// How many came, where it may be told; and why not, where it may not.
import { useT } from "../../platform/ui/i18n.tsx";
import type { Presence } from "../schema.ts";

export function PresenceWords({ presence }: { readonly presence: Presence | null }) {
  const t = useT();
  const { listed, outside, event } = presence ?? { listed: null, outside: null, event: null };
  if (listed === null && outside === null && event === null) {
    return <p className="soft">{t("turnout.presence-none")}</p>;
  }
  return (
    <ul className="presence">
      {listed !== null && <li>{t("turnout.presence-listed", { people: listed })}</li>}
      {outside !== null && <li>{t("turnout.presence-outside", { people: outside })}</li>}
      {event !== null && <li>{t("turnout.presence-event", { people: event })}</li>}
    </ul>
  );
}
