// What is said of one unit, and of all of them, at a moment.
import { formatDay } from "../../../platform/pure/calendar.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { formatInstant } from "../../../platform/ui/figures.tsx";
import type { T } from "../../../platform/ui/i18n.tsx";
import type { State } from "../../../platform/ui/state-chip.tsx";
import { type Counts, dayAt, isLateOn, type Standing, standingAt, type Unit } from "./moment.ts";
import { dayNumber } from "./play.ts";

export const CHIPS: Readonly<Record<Standing, State>> = {
  source: "done",
  "not-reached": "missing",
  "not-received": "missing",
  received: "doing",
  disseminated: "done",
};
export const STANDINGS = ["not-reached", "not-received", "received", "disseminated"] as const;

/** "Lúc 15:30 09/06/2021 (ngày thứ 8)". */
export const momentWords = (t: T, issued: number, at: number): string =>
  t("directive.cascade.moment", {
    instant: formatInstant(new Date(at).toISOString()),
    number: dayNumber(issued, at),
  });

/** "Trong 340 công đoàn cấp dưới: 320 đã được gửi đến, …" */
export function countsWords(t: T, counts: Counts): string {
  const sentence = t("directive.cascade.counts", {
    units: formatCount(counts.units),
    reached: formatCount(counts.reached),
    received: formatCount(counts.received),
    disseminated: formatCount(counts.disseminated),
    late: counts.late,
  });
  if (counts.summed === 0) return sentence;
  return `${sentence} ${t("directive.cascade.counts-summed", {
    units: formatCount(counts.summed),
    received: formatCount(counts.summedReceived),
  })}`;
}

/** Everything that had happened to a unit by a moment, e.g. "đã nhận 09:10 03/06/2021". Nothing for what had not. */
export function stepsWords(t: T, unit: Unit, at: number): readonly string[] {
  const { reachedAt, receivedAt, disseminatedAt, carriedAt, lateSince } = unit.node;
  const step = (
    key:
      | "directive.cascade.reached-at"
      | "directive.cascade.received-at"
      | "directive.cascade.disseminated-at"
      | "directive.cascade.carried-at",
    instant: string | null,
  ): string[] =>
    instant !== null && Date.parse(instant) <= at ? [t(key, { at: formatInstant(instant) })] : [];
  return [
    ...step("directive.cascade.reached-at", reachedAt),
    ...step("directive.cascade.received-at", receivedAt),
    ...step("directive.cascade.disseminated-at", disseminatedAt),
    ...step("directive.cascade.carried-at", carriedAt),
    ...(lateSince !== null && isLateOn(unit, dayAt(at))
      ? [t("directive.cascade.late-since", { day: formatDay(lateSince) })]
      : []),
  ];
}

/** "LĐLĐ huyện Tam Đường: đã nhận; …; cấp dưới 12/45 đã nhận." */
export function unitWords(t: T, unit: Unit, below: Counts, at: number): string {
  const standing = t(`directive.cascade.standing.${standingAt(unit, at)}`);
  const steps = stepsWords(t, unit, at);
  return [
    t("directive.cascade.unit-standing", { unit: unit.node.name, standing }),
    ...steps,
    ...(below.units > 0 ? [belowWords(t, below)] : []),
  ].join("; ");
}

export const belowWords = (t: T, below: Counts): string =>
  t("directive.cascade.below", {
    received: formatCount(below.received),
    units: formatCount(below.units),
  });
