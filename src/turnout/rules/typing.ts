// A printed list typed back: a number and a sign, and on to the next person. Pure: key in, state and entry out.
import type { Volume } from "../schema.ts";

/** Signs of the number pad, under the right hand; a minus is "không hiến". `=` is `+` without Shift. */
export const SIGNS: Readonly<Record<string, Volume>> = { "/": 250, "+": 350, "=": 350, "*": 450, "-": 0 };
/** After Enter the digits of the buttons do too. */
export const DIGITS: Readonly<Record<string, Volume>> = { "1": 250, "2": 350, "3": 450, "0": 0 };

const LONGEST = 5;

export interface Typing {
  /** Digits typed so far; empty: the expected number is meant. */
  readonly typed: string;
  /** The next number on the paper; undefined after the last. */
  readonly expected: number | undefined;
  /** The number was confirmed with Enter: a digit is now an outcome. */
  readonly asking: boolean;
}

export interface Pressed {
  readonly state: Typing;
  readonly entry?: { readonly number: number; readonly volume: Volume };
  /** Nobody has this number. */
  readonly unknown?: number;
  /** false: the key is none of ours and does what it always does. */
  readonly taken: boolean;
}

/** `numbers` ascending, as on the paper. */
export const startTyping = (numbers: readonly number[]): Typing => ({
  typed: "",
  expected: numbers[0],
  asking: false,
});

/** What is meant now: what was typed, else the next on the paper. */
export const meant = ({ typed, expected }: Typing): number | undefined =>
  typed === "" ? expected : Number(typed);

const after = (numbers: readonly number[], number: number): Typing => ({
  typed: "",
  expected: numbers.find((next) => next > number),
  asking: false,
});

export function press(state: Typing, key: string, numbers: readonly number[]): Pressed {
  const number = meant(state);
  const volume = SIGNS[key] ?? (state.asking ? DIGITS[key] : undefined);
  if (volume !== undefined) {
    if (number === undefined) return { state, taken: true };
    if (!numbers.includes(number))
      return { state: { ...state, typed: "", asking: false }, unknown: number, taken: true };
    return { state: after(numbers, number), entry: { number, volume }, taken: true };
  }
  if (/^\d$/.test(key)) {
    if (state.asking || state.typed.length >= LONGEST) return { state, taken: true };
    return { state: { ...state, typed: state.typed + key }, taken: true };
  }
  switch (key) {
    case "Enter":
      if (number === undefined) return { state, taken: true };
      if (!numbers.includes(number)) return { state: { ...state, typed: "" }, unknown: number, taken: true };
      return { state: { ...state, asking: true }, taken: true };
    case "Backspace":
      return { state: { ...state, typed: state.typed.slice(0, -1), asking: false }, taken: true };
    case "Escape":
      return { state: { ...state, typed: "", asking: false }, taken: true };
    default:
      return { state, taken: false };
  }
}
