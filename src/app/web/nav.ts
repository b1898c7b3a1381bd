// The main parts, by the role one acts in. The first five of an officer stand under the thumb on a phone.
import type { Acting } from "../../account/web/session.tsx";
import type { MessageKey } from "../../platform/ui/i18n.tsx";
import type { IconName } from "../../platform/ui/icons.tsx";

export interface NavItem {
  readonly label: MessageKey;
  readonly icon: IconName;
  readonly to: string;
  /** Stands in the bottom bar of a phone; the others are under "Thêm". */
  readonly thumb: boolean;
}

const item = (label: MessageKey, icon: IconName, to: string, thumb = false): NavItem => ({
  label,
  icon,
  to,
  thumb,
});

const OFFICE = ["officer", "deputy", "signatory"] as const;

/** An office of a union: officer, deputy or signatory. */
export const holdsOffice = ({ roles }: Acting): boolean =>
  roles.some((role) => (OFFICE as readonly string[]).includes(role));

/** The parts of the place one acts for; the first is its home. */
export function navOf(acting: Acting): readonly NavItem[] {
  if (acting.place === "drive") return [item("shell.desk", "drive", `/ban/${acting.placeId}`, true)];
  const at = (part: string): string => `/u/${acting.placeId}/${part}`;
  const items: NavItem[] = [];
  if (holdsOffice(acting)) {
    items.push(
      item("shell.tasks", "tasks", at("viec"), true),
      item("shell.campaigns", "campaign", at("chien-dich"), true),
      item("shell.drives", "drive", at("dot"), true),
      item("shell.reports", "report", at("bao-cao"), true),
      item("shell.letters", "letter", at("van-ban")),
      item("shell.people", "people", at("doan-vien")),
      item("shell.units", "units", at("cong-doan")),
    );
  } else if (acting.roles.includes("administrator")) {
    items.push(item("shell.units", "units", at("cong-doan"), true));
  }
  if (acting.roles.includes("administrator")) {
    items.push(item("shell.data-requests", "lock", at("yeu-cau-du-lieu"), !holdsOffice(acting)));
  }
  if (acting.roles.includes("facility")) {
    items.push(item("shell.facility-drives", "drive", at("tiep-nhan"), true));
  }
  return items;
}

export const homeOf = (acting: Acting): string => navOf(acting)[0]?.to ?? "/";
