// The chosen language and its words. The catalogues are joined in `app`; which keys exist is told to the compiler
// there, by widening `Catalogue`, so that a screen cannot ask for words nobody wrote.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type Translate, translator } from "../i18n/translate.ts";

export type Locale = "vi" | "en";

/** Every message there is; widened where the catalogues are joined. */
// biome-ignore lint/suspicious/noEmptyInterface: declared to be widened
export interface Catalogue {}
export type MessageKey = keyof Catalogue & string;
export type T = Translate<MessageKey>;

const COOKIE = "giothong_locale";
const YEAR_SECONDS = 365 * 24 * 3600;

const readCookie = (): Locale =>
  new RegExp(`(?:^|; )${COOKIE}=en(?:;|$)`).test(document.cookie) ? "en" : "vi";

interface Language {
  readonly locale: Locale;
  readonly t: T;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language | undefined>(undefined);

type Words = Readonly<Record<string, string>>;
export interface I18nProps {
  readonly vietnamese: Words;
  /** Fetched when somebody first chooses English. */
  readonly loadEnglish: () => Promise<Words>;
  readonly children: ReactNode;
}

/** Vietnamese at once; English as soon as it has arrived. The choice is a cookie, so that the server speaks it too. */
export function I18nProvider({ vietnamese, loadEnglish, children }: I18nProps) {
  const [locale, setLocale] = useState<Locale>(readCookie);
  const [english, setEnglish] = useState<Words>();
  useEffect(() => {
    if (locale !== "en" || english !== undefined) return;
    let wanted = true;
    loadEnglish().then(
      (words) => wanted && setEnglish(words),
      () => wanted && setLocale("vi"),
    );
    return () => {
      wanted = false;
    };
  }, [locale, english, loadEnglish]);
  const spoken: Locale = locale === "en" && english !== undefined ? "en" : "vi";
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  const choose = useCallback((chosen: Locale) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
    document.cookie = `${COOKIE}=${chosen}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    setLocale(chosen);
  }, []);
  const language = useMemo<Language>(() => {
    const words = spoken === "en" && english !== undefined ? english : vietnamese;
    return { locale: spoken, t: translator(words, spoken) as T, choose };
  }, [spoken, english, vietnamese, choose]);
  // Screens wait for the chosen language rather than show the other one for a moment.
  if (locale === "en" && english === undefined) return null;
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === undefined) throw new Error("outside I18nProvider");
  return language;
}

/** `t("directive.receive")`, `t("progress.own", { value: "1.000" })`; keys are checked by the compiler. */
export const useT = (): T => useLanguage().t;

/** The language shown, and how to change it without reloading. */
export function useLocale(): readonly [Locale, (locale: Locale) => void] {
  const { locale, choose } = useLanguage();
  return [locale, choose];
}
