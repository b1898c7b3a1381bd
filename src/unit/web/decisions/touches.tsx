// What a decision would touch, capability by capability; what was recorded since its day is marked.
import { Fragment } from "react";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { Touch } from "../../schema/acts.ts";
import { capabilityWords, touchWords } from "./touch-words.ts";

const MOST_NAMED = 6;

export function Touches({ touches }: { readonly touches: readonly Touch[] }) {
  const t = useT();
  const parts = [...new Set(touches.map(({ capability }) => capability))];
  return (
    <section aria-labelledby="touches">
      <h2 className="section-head" id="touches">
        {t("unit.touches")}
      </h2>
      {touches.length === 0 && <p className="soft">{t("unit.touches-none")}</p>}
      {touches.some(({ since }) => since) && (
        <p className="note">
          <Icon name="clock" />
          {t("unit.touches-since-help")}
        </p>
      )}
      <dl className="touches">
        {parts.map((part) => (
          <Fragment key={part}>
            <dt>{capabilityWords(t, part)}</dt>
            <dd>
              <ul className="plain-list">
                {touches
                  .filter(({ capability }) => capability === part)
                  .map(({ what, count, since, units }) => (
                    <li key={`${what} ${since}`}>
                      {touchWords(t, what, count)}
                      {since && (
                        <span className="state-chip state-late">
                          <Icon name="clock" size={16} />
                          {t("unit.touches-since")}
                        </span>
                      )}
                      {units.length > 0 && (
                        <small className="soft">
                          {t("unit.touches-units", {
                            units: units
                              .slice(0, MOST_NAMED)
                              .map(({ shortName }) => shortName)
                              .join(", "),
                          })}
                          {units.length > MOST_NAMED &&
                            ` ${t("unit.touches-more", { count: units.length - MOST_NAMED })}`}
                        </small>
                      )}
                    </li>
                  ))}
              </ul>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
