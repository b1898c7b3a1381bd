// Whether letters could be Vietnamese words: beginning, vowels, end, and one tone at most. Tells readable text from text
// in a font nobody has any more.
// vi-data: the syllables of the language are what this file is about.

const ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvxfjwz])?";
/** Vowels that may be followed by a consonant, and those that end the word. */
const OPEN = "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|yê|oa|oă|oe|oo|uâ|uê|uô|ươ|uy|uyê|ua";
const CLOSED =
  "ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|uơ|ưa|ưi|ưu|iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyu|ươi|ươu|uêu|uao|uai|uay|ya";
const SYLLABLE = new RegExp(`^${ONSET}(?:(?:${OPEN})(?:ng|nh|ch|[cmnptk])?|${CLOSED})$`, "u");
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  if ((apart.match(TONES)?.length ?? 0) > 1) return false;
  return SYLLABLE.test(apart.replace(TONES, "").normalize("NFC"));
}

/** Nothing beyond ASCII: no font can have spoiled it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what is asked
export const isPlain = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/** Every word with a letter beyond ASCII could be one; words in plain letters, numbers and signs are let pass. */
export function isVietnameseText(text: string): boolean {
  const words = text.normalize("NFC").split(/[\s,.;:()/"'’\-–0-9]+/u);
  // Nobody writes a capital behind a small letter; the marks of old fonts look so.
  return words.every((word) => isPlain(word) || (!/\p{Ll}\p{Lu}/u.test(word) && isSyllable(word)));
}
