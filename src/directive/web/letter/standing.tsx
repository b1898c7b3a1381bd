// What a letter is today, as a word with an icon.
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon, type IconName } from "../../../platform/ui/icons.tsx";
import type { LetterState } from "../../schema/family.ts";

const LOOKS = {
  draft: { icon: "edit", look: "missing" },
  issued: { icon: "check", look: "done" },
  amended: { icon: "edit", look: "doing" },
  replaced: { icon: "copy", look: "doing" },
  recalled: { icon: "undo", look: "error" },
} as const satisfies Record<LetterState, { icon: IconName; look: string }>;

export function LetterStateChip({ state }: { readonly state: LetterState }) {
  const t = useT();
  const { icon, look } = LOOKS[state];
  return (
    <span className={`state-chip state-${look}`}>
      <Icon name={icon} size={16} />
      {t(`directive.state-${state}`)}
    </span>
  );
}
