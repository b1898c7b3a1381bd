// The words of printed letters of thanks. They are the union's own: nothing of them imitates the medical certificate.

import { en as donorEn } from "../../donor/messages.en.ts";
import { vi as donorVi } from "../../donor/messages.vi.ts";
import { afterTips } from "../../donor/rules/tips.ts";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import type { Given } from "../store/thanks.ts";

const words = {
  vi: translator({ ...donorVi, ...vi }, "vi"),
  en: translator({ ...donorEn, ...en }, "en"),
};
/** A letter has room for so much advice. */
const MOST_TIPS = 3;

export function thanksLetters(
  given: readonly Given[],
  units: ReadonlyMap<string, UnitRef>,
  { language, sample }: { language: "vi" | "en"; sample: boolean },
) {
  const t = words[language];
  return {
    sample,
    title: t("recall.thanks.print-title"),
    sign: t("recall.thanks.print-sign"),
    notCertificate: t("recall.thanks.not-certificate"),
    letters: given.map(({ fullName, unitId, driveName, day, place, volumeMl }) => {
      const unit = units.get(unitId)?.name ?? "";
      return {
        unit,
        committee: t("recall.thanks.print-unit"),
        dear: t("recall.thanks.print-dear", { name: fullName }),
        body: t("recall.thanks.print-body", {
          unit,
          ml: volumeMl,
          drive: driveName,
          day: formatDay(day),
          place,
        }),
        meaning: t("recall.thanks.meaning"),
        wish: t("recall.thanks.print-wish"),
        tips: afterTips(day)
          .slice(-MOST_TIPS)
          .map((id) => t(`donor.tip.${id}`)),
        tipsTitle: t("donor.tips.title"),
      };
    }),
  };
}
