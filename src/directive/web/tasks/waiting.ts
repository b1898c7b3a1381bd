// What a phone still holds for a duty: the last word the person has said, and photos on their way. Pure.
import type { KeptCommand } from "../../../platform/offline/command.ts";

/** What was confirmed here and has not reached the server, or was refused by it. */
export interface Wish {
  readonly kind: "settle" | "reopen" | "disseminate" | "receive";
  readonly command: KeptCommand;
}

const KINDS: Readonly<Record<string, Wish["kind"]>> = {
  "directive.settle-task": "settle",
  "directive.reopen-task": "reopen",
  "directive.disseminate": "disseminate",
  "directive.receive": "receive",
};

/** The last of these commands by when it was confirmed: it says what the person wants. Keys are in order of time. */
export function lastWish(commands: readonly KeptCommand[]): Wish | undefined {
  const [last] = [...commands].sort((a, b) => (a.key < b.key ? 1 : -1));
  const kind = last && KINDS[last.operation];
  return last && kind && { kind, command: last };
}

/** What the person said with it, or "". */
export function noteOf({ body }: KeptCommand): string {
  const said = (body as { note?: unknown } | null)?.note;
  return typeof said === "string" ? said : "";
}

/** A photo or PDF that has not been sent. */
export interface WaitingFile {
  readonly command: KeptCommand;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The files among commands, in the order they were chosen; what is not a file is left out. */
export function waitingFiles(commands: readonly KeptCommand[]): readonly WaitingFile[] {
  return [...commands]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap((command) => {
      const file = command.body as Partial<WaitingFile> | null;
      if (!(file?.bytes instanceof Uint8Array)) return [];
      const { name = "", mediaType = "", bytes } = file;
      return [{ command, name, mediaType, bytes }];
    });
}

/** Files a duty may have. */
export const MOST_FILES = 6;

/** How many more may be chosen; those refused take no place. */
export const roomFor = (kept: number, waiting: readonly WaitingFile[]): number =>
  Math.max(0, MOST_FILES - kept - waiting.filter(({ command }) => command.refused === undefined).length);
