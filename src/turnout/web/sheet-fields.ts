// The facility's sheet while it is being typed.
import { type Difference, SheetEntry } from "../schema.ts";

export type Typed = number | string;
export type TypedByVolume = { readonly ml250: Typed; readonly ml350: Typed; readonly ml450: Typed };

export interface SheetFields {
  readonly outside: TypedByVolume;
  readonly bags: TypedByVolume;
}

/** An emptied field is 0: nobody, no bag. */
const whole = (typed: Typed): number => (typed === "" ? 0 : Number(typed));
export const eachWhole = ({ ml250, ml350, ml450 }: TypedByVolume) => ({
  ml250: whole(ml250),
  ml350: whole(ml350),
  ml450: whole(ml450),
});

/** What would be sent; undefined where a field is no whole number the sheet can hold. */
export const readSheet = (fields: SheetFields): SheetEntry | undefined =>
  SheetEntry.safeParse({
    outside: eachWhole(fields.outside),
    bags: eachWhole(fields.bags),
  }).data;

export const sameSheet = (a: SheetEntry, b: SheetEntry): boolean =>
  (["ml250", "ml350", "ml450"] as const).every(
    (key) => a.outside[key] === b.outside[key] && a.bags[key] === b.bags[key],
  );

/** What a difference of bags is called: the list lacks some, or has too many. */
export const bagsWord = ({ entered, counted }: Pick<Difference, "entered" | "counted">) => ({
  less: entered < counted,
  gap: Math.abs(counted - entered),
});
