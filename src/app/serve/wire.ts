// What the primary and its workers tell each other. Plain data, small, and never anything of a person.
import type { Worker } from "node:cluster";

/** What a worker needs to begin; the rest it reads from the same environment. */
export interface Begin {
  readonly kind: "begin";
  readonly unionUrl: string;
  /** 1 to `of`; a worker that takes another's place takes its number. */
  readonly number: number;
  readonly of: number;
  readonly version: string;
}

export type ToWorker =
  | Begin
  | { readonly kind: "end"; readonly idleMs: number }
  | {
      readonly kind: "hits";
      readonly answers: readonly (readonly [id: number, current: number, leftMs: number])[];
    }
  | { readonly kind: "metrics-wanted"; readonly id: number }
  | { readonly kind: "metrics"; readonly id: number; readonly text: string };

export type ToPrimary =
  // Can hear from now on: what is said to a process before is lost.
  | { readonly kind: "here" }
  | { readonly kind: "ready"; readonly port: number }
  | { readonly kind: "failed"; readonly line: string }
  | { readonly kind: "hit"; readonly hits: readonly (readonly [id: number, key: string, windowMs: number])[] }
  | { readonly kind: "metrics-asked"; readonly id: number }
  | { readonly kind: "metrics-own"; readonly id: number; readonly metrics: unknown };

/** Sends if somebody is there to hear; a process that has just died hears nothing more. */
export function tell(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message, () => undefined);
}
