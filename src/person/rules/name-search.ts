// What is looked for when somebody types a part of a name. Pure.
import { wordsOf } from "../../platform/pure/words.ts";

/** A span of keys by bytes: `from <= key < until`. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

export interface NameSearch {
  /** A question to the index of words: all of them, the last one perhaps not typed to its end. */
  readonly words: string;
  /** Names that end so, by `person.given_first`: of one word given names that begin with it. */
  readonly given: Span;
  /** Names that begin so. */
  readonly begins: Span;
}

/** As many words as `person.given_first` turns round. */
const TURNED = 3;

// The last sign there is: nothing that begins with a text comes after it and this.
const beginning = (text: string): Span => ({ from: text, until: `${text}\u{10FFFF}` });

/** `key`: a search key as typed. Undefined: there is no word in it, and nobody has such a name. */
export function nameSearch(key: string): NameSearch | undefined {
  const words = wordsOf(key);
  if (words.length === 0) return undefined;
  return {
    words: `${words.map((word) => `'${word}'`).join(" & ")}:*`,
    given: beginning(key.split(" ").slice(-TURNED).reverse().join(" ")),
    begins: beginning(key),
  };
}
