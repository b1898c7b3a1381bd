// Each difference as a sentence: what stands, what it is held against.
import { formatCount } from "../../platform/pure/text-vi.ts";
import type { T } from "../../platform/ui/i18n.tsx";
import type { ExplainedLine } from "../schema/closing.ts";
import type { Difference, TurnoutView } from "../schema.ts";
import { bagsWord } from "./sheet-fields.ts";

/** "Sổ có 41 túi 350 ml, danh sách có 40: còn thiếu 1." */
export function differenceWords(t: T, difference: Difference, units: TurnoutView["units"]): string {
  const { code, volume, unitId, entered, counted } = difference;
  switch (code) {
    case "outcomes-missing":
      return t("turnout.difference.outcomes-missing", { entered, counted, rest: counted - entered });
    case "bags-differ": {
      const { less, gap } = bagsWord(difference);
      return t(less ? "turnout.difference.bags-less" : "turnout.difference.bags-more", {
        entered,
        counted,
        gap,
        volume: formatCount(volume ?? 0),
      });
    }
    case "gifts-differ":
      return t("turnout.difference.gifts-differ", { entered, counted, volume: formatCount(volume ?? 0) });
    case "unit-differs":
      return t("turnout.difference.unit-differs", {
        entered,
        counted,
        unit: units.find(({ unit }) => unit.id === unitId)?.unit.shortName ?? "",
      });
    case "travel-over-tariff":
      return t("turnout.difference.travel-over-tariff", {
        entered: formatCount(entered),
        counted: formatCount(counted),
      });
    case "list-differs":
    case "units-differ":
    case "outside-too-few":
    case "certificates-differ":
    case "travel-too-many":
      return t(`turnout.difference.${code}`, { entered, counted });
  }
}

/** The line that may stand where it is explained. */
export const explainable = ({ code }: Pick<Difference, "code">): ExplainedLine | undefined =>
  code === "certificates-differ" ? "certificates" : code === "gifts-differ" ? "gifts" : undefined;
