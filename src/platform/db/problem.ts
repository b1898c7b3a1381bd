// A refusal of the database side: a catalogue key with its values, and the sentence itself as message.
import { translator } from "../i18n/translate.ts";
import { en } from "./messages.en.ts";
import { vi } from "./messages.vi.ts";

export type DatabaseMessageKey = keyof typeof vi;
export type MessageValues = Record<string, string | number>;

/** Receives one finished line for the person who is waiting. */
export type Progress = (line: string) => void;

const lookup = { vi: translator(vi, "vi"), en: translator(en, "en") };

const SPOKEN = process.env.GIOTHONG_LANG === "en" ? "en" : "vi";

/** The sentence of a key, in the command line's language unless told. Process ids and ports are names: give them as text. */
export const say = (
  key: DatabaseMessageKey,
  values: MessageValues = {},
  language: "vi" | "en" = SPOKEN,
): string => lookup[language](key, values);

/** Something the operator must change before the database can be used. `message` is one line in the command line's language. */
export class DatabaseProblem extends Error {
  readonly key: DatabaseMessageKey;
  readonly values: MessageValues;

  constructor(key: DatabaseMessageKey, values: MessageValues = {}, cause?: unknown) {
    super(say(key, values), cause === undefined ? undefined : { cause });
    this.name = "DatabaseProblem";
    this.key = key;
    this.values = values;
  }

  /** The same line in another language. */
  in(language: "vi" | "en"): string {
    return say(this.key, this.values, language);
  }
}

/** The `code` of a system or PostgreSQL error, if it has one. */
export const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : undefined;
};

/** Turns a file-system error in a folder into its refusal; other errors come back unchanged. */
export function folderProblem(error: unknown, dir: string): unknown {
  switch (codeOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return new DatabaseProblem("db.disk-full", { dir }, error);
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
      return new DatabaseProblem("db.folder-unwritable", { dir }, error);
    default:
      return error;
  }
}
