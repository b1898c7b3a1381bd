// A whole draft as plain text, to be copied out of. Pure.
import { formatDay, isDay } from "../../../../platform/pure/calendar.ts";
import type { T } from "../../../../platform/ui/i18n.tsx";
import { actNotes, actWords, type NameOf } from "../act-words.ts";
import type { Composing } from "./draft.ts";

const EVERY = Number.POSITIVE_INFINITY;

/** Title, day, paper, then each act on lines of its own with every unit named. */
export function draftWords(t: T, { title, effectiveOn, paper, acts }: Composing, nameOf: NameOf): string {
  const said = [
    [t("unit.compose-name"), title],
    [t("unit.compose-day"), isDay(effectiveOn) ? formatDay(effectiveOn) : ""],
    [t("unit.compose-issuer"), paper.issuer],
    [t("unit.compose-number"), paper.number],
    [t("unit.compose-notation"), paper.notation],
    [t("unit.compose-issued-on"), isDay(paper.issuedOn) ? formatDay(paper.issuedOn) : ""],
    [t("unit.compose-subject"), paper.subject],
  ] as const;
  return [
    ...said.filter(([, words]) => words.trim() !== "").map(([label, words]) => `${label}: ${words.trim()}`),
    ...acts.flatMap((act, index) => [
      `${index + 1}. ${t(`unit.act.${act.kind}`)}: ${actWords(t, act, nameOf, EVERY)}`,
      ...actNotes(t, act).map((note) => `   ${note}`),
    ]),
  ].join("\n");
}
