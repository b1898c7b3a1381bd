// The pages of one letter beside each other: its words, its way down, who has not answered, how fast, its material.
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { Day } from "../../../platform/pure/calendar.ts";
import { asOfQuery } from "../../../platform/ui/as-of.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { MOMENT } from "../late/moment-control.tsx";
import { cascadePath, kitPath, latePath, letterPath, pacePath } from "../paths.ts";

const PATHS = {
  letter: letterPath,
  cascade: cascadePath,
  late: latePath,
  pace: pacePath,
  kit: kitPath,
} as const;
export type LetterTab = keyof typeof PATHS;

interface LetterTabsProps {
  /** The unit one acts for. */
  readonly unitId: string;
  readonly directiveId: string;
  readonly current: LetterTab;
  /** The day gone by that is looked at; kept by the tabs that can be asked as of one. */
  readonly past?: Day | undefined;
}

/** Who is late is asked as of a moment: the last minute of the day. */
const queryFor = (tab: LetterTab, past: Day | undefined): string => {
  if (tab === "letter") return asOfQuery(past);
  return tab === "late" && past !== undefined ? `?${MOMENT}=${past}T23:59` : "";
};

export function LetterTabs({ unitId, directiveId, current, past }: LetterTabsProps) {
  const t = useT();
  const here = useRef<HTMLLIElement>(null);
  // On a phone the tabs run off the screen: the one that is open stands in sight.
  // Nothing is answered: newer browsers give a promise, which React would call as a clean-up when the page is left.
  useEffect(() => {
    here.current?.scrollIntoView({ inline: "center", block: "nearest" });
  }, []);
  return (
    <nav className="letter-tabs no-print" aria-label={t("directive.tabs")}>
      <ul>
        {(Object.keys(PATHS) as LetterTab[]).map((tab) => (
          <li key={tab} ref={tab === current ? here : undefined}>
            <Link
              to={PATHS[tab](unitId, directiveId) + queryFor(tab, past)}
              aria-current={tab === current ? "page" : undefined}
              preventScrollReset
            >
              {t(`directive.tab.${tab}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
