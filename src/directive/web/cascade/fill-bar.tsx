// One bar of a branch or a level: full for those who spread the letter, striped for those who received it.
import { useT } from "../../../platform/ui/i18n.tsx";

interface FillBarProps {
  readonly counts: {
    readonly units: number;
    readonly received: number;
    readonly disseminated: number;
  };
}

/** Nothing to a screen reader: the figures stand beside it. */
export function FillBar({ counts: { units, received, disseminated } }: FillBarProps) {
  const share = (count: number): string => `${units === 0 ? 0 : Math.min(100, (count / units) * 100)}%`;
  return (
    <span className="fill-bar" aria-hidden="true">
      <span className="fill-bar-received" style={{ width: share(received) }} />
      <span className="fill-bar-disseminated" style={{ width: share(Math.min(disseminated, received)) }} />
    </span>
  );
}

/** What the two parts of a bar mean. */
export function FillBarLegend() {
  const t = useT();
  return (
    <ul className="fill-bar-legend" aria-hidden="true">
      <li>
        <span className="fill-bar-disseminated" />
        {t("directive.state-disseminated")}
      </li>
      <li>
        <span className="fill-bar-received" />
        {t("directive.state-received")}
      </li>
    </ul>
  );
}
