// Which duties of a letter become a unit's tasks. Pure.
import type { Duty } from "../../document/schema.ts";
import type { UnitKind } from "../../unit/schema.ts";

export interface Instruction {
  readonly ordinal: number;
  readonly duties: readonly Duty[];
}

export interface OwnedDuty {
  readonly duty: Duty;
  /** The sentence of the letter that orders it first. */
  readonly ordinal: number;
}

/** One task per duty: a letter that orders the same thing twice (610 does) is answered once, at its first sentence. */
export function dutiesOf(instructions: readonly Instruction[]): readonly OwnedDuty[] {
  const owner = new Map<Duty, number>();
  for (const { ordinal, duties } of [...instructions].sort((a, b) => a.ordinal - b.ordinal)) {
    for (const duty of duties) if (!owner.has(duty)) owner.set(duty, ordinal);
  }
  return [...owner].map(([duty, ordinal]) => ({ duty, ordinal }));
}

/**
 * Inside a grassroots union (sections, groups) the letter is spread and people are asked: they hold no target, sign no
 * plan with a hospital and send no report (domain 5.1: not levels, but where mobilisation happens).
 */
const INSIDE_GRASSROOTS: readonly Duty[] = ["disseminate", "mobilise", "invite-others"];

export const dutiesFor = (kind: UnitKind, duties: readonly OwnedDuty[]): readonly OwnedDuty[] =>
  kind === "section" || kind === "group"
    ? duties.filter(({ duty }) => INSIDE_GRASSROOTS.includes(duty))
    : duties;

/** Settled only by the form that records it: ticking it by hand would leave the letter's own state saying otherwise. */
const BY_FORM: readonly Duty[] = ["disseminate"];
export const settledByForm = (duty: Duty): boolean => BY_FORM.includes(duty);
