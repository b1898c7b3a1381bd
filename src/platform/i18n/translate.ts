// Catalogues of ICU messages, one per capability and language, joined into one typed lookup.
import { IntlMessageFormat } from "intl-messageformat";

export type Values = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;
export type Translate<Key extends string = string> = (key: Key, values?: Values) => string;

/**
 * A lookup over joined catalogues. A key that is missing shows itself, so that a screen never breaks for a word;
 * the check script fails on such keys before they ship.
 */
export function translator(catalogue: Readonly<Record<string, string>>, locale: "vi" | "en"): Translate {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const text = catalogue[key];
    if (text === undefined) return key;
    let message = compiled.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format(values as Record<string, string | number>));
  };
}
