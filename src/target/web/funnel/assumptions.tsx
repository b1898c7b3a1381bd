// What the answer rests on, each with its doubt; and the same sum for a yield the officer believes in more.
import { useState } from "react";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { formatHundredths } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { FunnelView } from "../../schema/funnel.ts";
import { ofHundred, seekAt } from "./funnel-steps.ts";

const TRIED = { from: 30, to: 100 } as const;

export function Assumptions({ view }: { readonly view: FunnelView }) {
  const t = useT();
  const { donated, screened, basis, assumption } = view;
  const [tried, setTried] = useState(Math.min(TRIED.to, Math.max(TRIED.from, ofHundred(donated.likely))));
  return (
    <section className="card" aria-labelledby="assumptions">
      <h2 className="section-head" id="assumptions">
        {t("target.funnel.assumptions")}
      </h2>
      <ul className="assumptions">
        <li>
          <strong>
            {t("target.funnel.yield", {
              likely: ofHundred(donated.likely),
              low: ofHundred(donated.low),
              high: ofHundred(donated.high),
            })}
          </strong>{" "}
          {basis === "assumed"
            ? t("target.funnel.basis.assumed", {
                low: ofHundred(assumption.low),
                high: ofHundred(assumption.high),
              })
            : t(`target.funnel.basis.${basis}`, {
                drives: view.drives,
                from: view.from === null ? "" : formatDay(view.from),
                until: view.until === null ? "" : formatDay(view.until),
              })}{" "}
          {donated.of !== null && donated.came !== null && (
            <span className="soft">
              {t("target.funnel.counted", { of: formatCount(donated.of), came: formatCount(donated.came) })}
            </span>
          )}
        </li>
        {screened !== null && (
          <li>
            {t("target.funnel.screened", {
              likely: ofHundred(screened.likely),
              low: ofHundred(screened.low),
              high: ofHundred(screened.high),
            })}
          </li>
        )}
        <li>
          {view.unitsPerDonationHundredths === 100
            ? t("target.funnel.per-bag")
            : t("target.funnel.per-donation", { units: formatHundredths(view.unitsPerDonationHundredths) })}
        </li>
      </ul>
      <label className="range-field no-print">
        <span className="range-label">
          {t("target.funnel.try")} <output>{t("target.funnel.of-hundred", { value: tried })}</output>
        </span>
        <input
          type="range"
          min={TRIED.from}
          max={TRIED.to}
          value={tried}
          aria-valuetext={t("target.funnel.of-hundred", { value: tried })}
          onChange={(event) => setTried(Number(event.currentTarget.value))}
        />
        <strong aria-live="polite">
          {t("target.funnel.tried", {
            target: formatCount(view.target),
            seek: formatCount(seekAt(view.target, view.unitsPerDonationHundredths, tried)),
          })}
        </strong>
      </label>
    </section>
  );
}
