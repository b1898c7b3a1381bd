// A difference with its sign: "+3", "−1.250", "0".
import { formatCount } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "./figures.ts";

const signed = (value: number, format: (size: number) => string): string =>
  value === 0 ? "0" : `${value > 0 ? "+" : "−"}${format(Math.abs(value))}`;

export const formatDifference = (value: number): string => signed(value, formatCount);
/** Đơn vị máu × 100. */
export const formatHundredthsDifference = (value: number): string => signed(value, formatHundredths);
