import { describe, expect, it } from "vitest";
import type { KeptCommand } from "../../../platform/offline/command.ts";
import { lastWish, MOST_FILES, noteOf, roomFor, waitingFiles } from "./waiting.ts";

const command = (key: string, operation: string, rest: Partial<KeptCommand> = {}): KeptCommand => ({
  key,
  operation,
  method: "POST",
  address: "/api/x",
  params: {},
  body: {},
  lane: "a",
  words: "",
  at: "2021-06-02T02:12:00.000Z",
  ...rest,
});
const photo = (key: string, rest: Partial<KeptCommand> = {}): KeptCommand =>
  command(key, "directive.add-evidence", {
    body: { name: `${key}.jpg`, mediaType: "image/jpeg", bytes: new Uint8Array([0xff, 0xd8]) },
    ...rest,
  });
const refused = { code: "too-many-files", status: 409, title: undefined };

describe("what a phone still holds for a duty", () => {
  it("is the last word said, wherever it stands in the list", () => {
    const reopened = command("0197-2", "directive.reopen-task");
    const settled = command("0197-1", "directive.settle-task");
    expect(lastWish([reopened, settled])?.kind).toBe("reopen");
    expect(lastWish([settled, reopened])?.command).toBe(reopened);
    expect(lastWish([])).toBeUndefined();
  });

  it("says the note that was written, and nothing where there is none", () => {
    expect(noteOf(command("1", "directive.settle-task", { body: { note: "Đã họp tổ." } }))).toBe(
      "Đã họp tổ.",
    );
    expect(noteOf(command("1", "directive.reopen-task"))).toBe("");
  });

  it("shows photos in the order they were chosen", () => {
    const files = waitingFiles([photo("b"), photo("a"), command("c", "directive.add-evidence")]);
    expect(files.map(({ name }) => name)).toEqual(["a.jpg", "b.jpg"]);
  });

  it("leaves room for six files, waiting ones counted and refused ones not", () => {
    const waiting = waitingFiles([photo("a"), photo("b", { refused })]);
    expect(roomFor(0, waiting)).toBe(MOST_FILES - 1);
    expect(roomFor(5, waiting)).toBe(0);
    expect(roomFor(6, waiting)).toBe(0);
  });
});
