// Vietnamese or English, at once and without reloading. Each language is named in itself.
import { type Locale, useLocale, useT } from "./i18n.tsx";

const LOCALES: readonly Locale[] = ["vi", "en"];

export function LanguageSwitch() {
  const t = useT();
  const [locale, choose] = useLocale();
  return (
    <fieldset className="language-switch" aria-label={t("common.language")}>
      {LOCALES.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={locale === code}
          onClick={() => choose(code)}
        >
          {t(`common.language.${code}`)}
        </button>
      ))}
    </fieldset>
  );
}
