// Words of a search key as the database's search takes them. Pure.

// Spaces and signs; `platform.words_of` in the migrations parts by the same. None of them is left in a word, so that a
// word can stand between quotes in a question to the database.
const BETWEEN = /[ !-/:-@[-`{-~–—“”‘’…]+/u;

/** The words of a search key in their order. */
export const wordsOf = (searchKey: string): string[] => searchKey.split(BETWEEN).filter(Boolean);
