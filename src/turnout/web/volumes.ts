// The four outcomes in the order of their buttons and digits.
import { formatCount } from "../../platform/pure/text-vi.ts";
import type { T } from "../../platform/ui/i18n.tsx";
import { VOLUMES, type Volume } from "../schema.ts";

export const OUTCOMES = [
  { volume: 250, digit: "1" },
  { volume: 350, digit: "2" },
  { volume: 450, digit: "3" },
  { volume: 0, digit: "0" },
] as const satisfies readonly { readonly volume: Volume; readonly digit: string }[];

export const BY_VOLUME = VOLUMES.map((ml) => ({ ml, key: `ml${ml}` as const }));

/** "350 ml", or "Không hiến đợt này": on a button. */
export const outcomeWord = (t: T, volume: Volume): string =>
  volume === 0 ? t("turnout.not") : t("turnout.ml", { ml: formatCount(volume) });

/** "đã hiến 350 ml", or "không hiến đợt này": as a state. */
export const outcomeState = (t: T, volume: Volume): string =>
  volume === 0 ? t("turnout.gave-not") : t("turnout.gave", { ml: formatCount(volume) });
