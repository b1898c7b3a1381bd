// A file that cannot be opened, on its way out of the code that found out.
import type { OpenReason } from "../../schema.ts";

/** Thrown inside this folder only; `openLetterFile` answers with its reason. */
export class Refusal extends Error {
  readonly reason: OpenReason;

  constructor(reason: OpenReason, detail = "") {
    super(detail === "" ? reason : `${reason}: ${detail}`);
    this.reason = reason;
  }
}
