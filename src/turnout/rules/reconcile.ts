// Closing reconciles what is typed only then: who came, and what donors were handed.

import type { ClosingEntry, ExplainedLine } from "../schema/closing.ts";
import type { ByVolume, Difference } from "../schema.ts";
import { type Entered, people, VOLUME_KEYS } from "./differences.ts";

export interface UnitCount {
  readonly unitId: string;
  readonly registered: number;
  readonly donated: number;
}

/** What stands elsewhere: the list by union, the host's record of supplies, the tariff of the day. */
export interface Known {
  readonly units: readonly UnitCount[];
  /** Certificates handed out by the record; null where the host keeps none. */
  readonly certificates: number | null;
  /** Đồng for one person; null where no tariff is known. */
  readonly travelAtMost: number | null;
}

const difference = (
  code: Difference["code"],
  entered: number,
  counted: number,
  of: Partial<Pick<Difference, "volume" | "unitId">> = {},
): Difference => ({ code, volume: null, unitId: null, entered, counted, ...of });

/**
 * Registered = donated + came without giving + did not come; by unit no more than there are names; and one certificate,
 * one gift of its volume and at most one way paid for each donation, those outside the list included. What was handed out
 * may differ where it is explained; people may not, nor may more ways be paid than people gave, or above the tariff.
 */
export function reconcile(
  entered: Entered,
  outsideGave: ByVolume,
  closing: ClosingEntry,
  { units, certificates, travelAtMost }: Known,
): Difference[] {
  const { list, outside, handed } = closing;
  const found: Difference[] = [];
  const counted = people(entered.donated) + list.stayed + list.absent;
  if (counted !== entered.registered) found.push(difference("list-differs", counted, entered.registered));
  if (closing.units !== null) found.push(...unitDifferences(units, closing.units, list.stayed));
  if (outside !== null && outside < people(outsideGave)) {
    found.push(difference("outside-too-few", people(outsideGave), outside));
  }
  const donations = people(entered.donated) + people(outsideGave);
  const explained = (line: ExplainedLine): boolean =>
    closing.explanations.some((explanation) => explanation.line === line);
  const used = certificates ?? handed.certificates;
  if (used !== null && used !== donations && !explained("certificates")) {
    found.push(difference("certificates-differ", used, donations));
  }
  if (handed.gifts !== null && !explained("gifts")) {
    for (const [key, volume] of VOLUME_KEYS) {
      const gave = entered.donated[key] + outsideGave[key];
      if (handed.gifts[key] !== gave) {
        found.push(difference("gifts-differ", handed.gifts[key], gave, { volume }));
      }
    }
  }
  if (handed.travel !== null && handed.travel > donations) {
    found.push(difference("travel-too-many", handed.travel, donations));
  }
  const allowed = travelAtMost === null ? null : (handed.travel ?? 0) * travelAtMost;
  if (handed.travelDong !== null && allowed !== null && handed.travelDong > allowed) {
    found.push(difference("travel-over-tariff", handed.travelDong, allowed));
  }
  return found;
}

function unitDifferences(
  units: readonly UnitCount[],
  typed: NonNullable<ClosingEntry["units"]>,
  stayed: number,
): Difference[] {
  const most = new Map(units.map(({ unitId, registered, donated }) => [unitId, registered - donated]));
  const over = typed.filter((unit) => unit.stayed > (most.get(unit.unitId) ?? 0));
  const sum = typed.reduce((total, unit) => total + unit.stayed, 0);
  return [
    ...over.map((unit) =>
      difference("unit-differs", unit.stayed, most.get(unit.unitId) ?? 0, { unitId: unit.unitId }),
    ),
    ...(sum === stayed ? [] : [difference("units-differ", sum, stayed)]),
  ];
}
