// A reminder to paste into Zalo: which units have not answered an order and what is past its day, by name of the unit.
import { en as documentEn } from "../../document/messages.en.ts";
import { vi as documentVi } from "../../document/messages.vi.ts";
import { getDocument } from "../../document/service.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import { type Translate, translator } from "../../platform/i18n/translate.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { numberOf } from "../rules/title.ts";
import type { LateWhat } from "../schema/chasing.ts";
import { countLevels } from "../store/chasing/levels.ts";
import { type LateOfMine, listAnsweringFamily } from "../store/chasing/reminders.ts";
import { follow } from "./chasing/follow.ts";
import { getSeen } from "./read.ts";

const WORDS: Readonly<Record<Ctx["locale"], Translate>> = {
  vi: translator({ ...documentVi, ...vi }, "vi"),
  en: translator({ ...documentEn, ...en }, "en"),
};
/** A chat message that names more is not read. */
const MOST_NAMES = 30;

interface Late {
  readonly what: LateWhat;
  readonly dueOn: string;
}

const overdueOf = (unit: LateOfMine, today: string): Late[] => [
  ...(!unit.received && unit.receiveBy !== null && unit.receiveBy < today
    ? [{ what: "receive" as const, dueOn: unit.receiveBy }]
    : []),
  ...unit.overdue.map(({ duty, dueOn }) => ({ what: duty, dueOn })),
];

/**
 * The units that hold the order from this one: what is past its day first, then who has not confirmed and not spread
 * it, then how many further down are late. Says so when all have answered.
 */
export async function reminderText(ctx: Ctx, unitId: string, directiveId: string): Promise<{ text: string }> {
  await ctx.allow({ unit: unitId });
  const { directive } = await getSeen(ctx.db, directiveId, unitId, ctx.today);
  const document = await getDocument(ctx.db, directive.documentId);
  const asOf = await follow(ctx, unitId, directiveId);
  const answering = await listAnsweringFamily(ctx.db, asOf.rootId, unitId, asOf.day);
  const t = WORDS[ctx.locale];

  const naming = (units: readonly LateOfMine[]): string => {
    const names = units
      .slice(0, MOST_NAMES)
      .map(({ shortName }) => shortName)
      .join(", ");
    const more = units.length - MOST_NAMES;
    return more > 0 ? t("directive.reminder.more", { names, count: more }) : names;
  };
  const number = numberOf(document);
  const head =
    number === undefined
      ? t("directive.reminder.untitled", { title: directive.title })
      : t("directive.reminder.numbered", { kind: t(`document.kind.${document.kind}`), number });

  const overdue = new Map<string, { late: Late; units: LateOfMine[] }>();
  const isLate = new Map<LateOfMine, Set<LateWhat>>();
  for (const unit of answering) {
    const late = overdueOf(unit, asOf.day);
    isLate.set(unit, new Set(late.map(({ what }) => what)));
    for (const one of late) {
      const key = `${one.dueOn}:${one.what}`;
      const known = overdue.get(key) ?? { late: one, units: [] };
      overdue.set(key, known);
      known.units.push(unit);
    }
  }
  const lines = [...overdue.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { late, units }]) =>
      t("directive.reminder.overdue", {
        day: formatDay(late.dueOn),
        what:
          late.what === "receive" ? t("directive.reminder.what-receive") : t(`document.duty.${late.what}`),
        names: naming(units),
      }),
    );
  const notReceived = answering.filter((unit) => !unit.received && !isLate.get(unit)?.has("receive"));
  if (notReceived.length > 0)
    lines.push(
      t("directive.reminder.not-received", { count: notReceived.length, names: naming(notReceived) }),
    );
  const notSpread = answering.filter(
    (unit) => unit.received && !unit.disseminated && !isLate.get(unit)?.has("disseminate"),
  );
  if (notSpread.length > 0)
    lines.push(t("directive.reminder.not-spread", { count: notSpread.length, names: naming(notSpread) }));
  const lateBelow = (await countLevels(ctx.db, asOf)).reduce((sum, { late }) => sum + late, 0);
  const further = lateBelow - [...isLate.values()].filter(({ size }) => size > 0).length;
  if (further > 0) lines.push(t("directive.reminder.below", { count: further }));

  if (lines.length > 0) lines.push(t("directive.reminder.please", { url: ctx.publicUrl }));
  else if (answering.length === 0) lines.push(t("directive.reminder.nobody"));
  else lines.push(t("directive.reminder.all-done", { count: answering.length }));
  return { text: [head, ...lines].join("\n") };
}
