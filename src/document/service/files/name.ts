// A file's name as it is kept and handed out again: no folders, nothing unseen, an ending that tells the truth.

/** As long as the column. */
const LONGEST = 200;

/**
 * The last part of a path, NFC, without control and invisible characters, ended by one of `endings` (lower case,
 * without the dot; the first is added where none is there, so that no "thư.exe" is handed out).
 */
export function fileName(given: string, endings: readonly [string, ...string[]]): string {
  const [ending] = endings;
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  // \p{C}: controls, signs that turn the writing round, lone surrogates.
  const plain = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[ .]+|[ .]+$/g, "");
  const dot = plain.lastIndexOf(".");
  const told = dot > 0 && endings.includes(plain.slice(dot + 1).toLowerCase());
  const stem = told ? plain.slice(0, dot) : plain;
  const tail = told ? plain.slice(dot) : `.${ending}`;
  return `${cut(stem === "" ? "file" : stem, LONGEST - tail.length)}${tail}`;
}

/** Never in the middle of a character of two code units. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
