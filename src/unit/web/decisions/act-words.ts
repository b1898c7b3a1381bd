// An act said as one line, e.g. "A, B vào C", and the units it speaks of. Pure.
import type { T } from "../../../platform/ui/i18n.tsx";
import type { Act } from "../../schema/acts.ts";

/** The name of a unit by its id. */
export type NameOf = (unitId: string) => string;

const MOST_NAMED = 4;

/** "A, B, C, D và 5 đơn vị khác". */
export function listUnits(t: T, ids: readonly string[], nameOf: NameOf, most = MOST_NAMED): string {
  const named = ids.slice(0, most).map(nameOf).join(", ");
  const rest = ids.length - most;
  return rest > 0 ? t("unit.act-words.more", { units: named, count: rest }) : named;
}

/** `most`: how many of several units are named; the rest is counted. */
export function actWords(t: T, act: Act, nameOf: NameOf, most = MOST_NAMED): string {
  const list = (ids: readonly string[]): string => listUnits(t, ids, nameOf, most);
  switch (act.kind) {
    case "open": {
      const words = {
        unit: act.unit.name,
        kind: t(`unit.kind.${act.unit.kind}`),
        parent: nameOf(act.parentId),
      };
      return act.areaIds.length === 0
        ? t("unit.act-words.open", words)
        : t("unit.act-words.open-areas", { ...words, areas: list(act.areaIds) });
    }
    case "close":
      return act.heirId === undefined
        ? t("unit.act-words.close-above", { unit: nameOf(act.unitId) })
        : t("unit.act-words.close", { unit: nameOf(act.unitId), heir: nameOf(act.heirId) });
    case "rename":
      if (act.name === nameOf(act.unitId)) {
        const head = [act.superiorName, act.notation, act.placeName].filter(Boolean).join(", ");
        return t("unit.act-words.letterhead", { unit: act.name, head });
      }
      return t("unit.act-words.rename", { unit: nameOf(act.unitId), name: act.name });
    case "retype":
      return t("unit.act-words.retype", { unit: nameOf(act.unitId), kind: t(`unit.kind.${act.unitKind}`) });
    case "move":
      return t("unit.act-words.move", { unit: nameOf(act.unitId), parent: nameOf(act.parentId) });
    case "merge":
      return t("unit.act-words.merge", { units: list(act.fromIds), into: nameOf(act.intoId) });
    case "split":
      return t("unit.act-words.split", {
        unit: nameOf(act.unitId),
        units: act.into.map(({ name }) => name).join(", "),
      });
    case "replace":
      return t("unit.act-words.replace", {
        unit: nameOf(act.unitId),
        units: list(act.successorIds),
        heir: nameOf(act.heirId),
      });
    case "cover":
      return t("unit.act-words.cover", {
        unit: nameOf(act.unitId),
        areas: act.areaIds.length === 0 ? t("unit.act-words.no-areas") : list(act.areaIds),
      });
  }
}

/** What else the act says, one line each: the members, the units below (`placed` of them), a grouping that is kept. */
export function actNotes(t: T, act: Act, placed?: number): readonly string[] {
  const notes: string[] = [];
  if ("members" in act) notes.push(t(`unit.members.${act.members}`));
  if ("childrenTo" in act && act.childrenTo.length > 0)
    notes.push(t("unit.act-words.children", { count: placed ?? act.childrenTo.length }));
  if ("keepAs" in act && act.keepAs !== undefined)
    notes.push(t("unit.act-words.keep-as", { name: act.keepAs }));
  return notes;
}
