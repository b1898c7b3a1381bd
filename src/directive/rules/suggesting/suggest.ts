// The letters a unit would write next to one: its own re-issue, an amendment or replacement, one that urges. Pure.
// vi-data: the words of the paper are the legal form itself, Vietnamese in every interface language.
import { vi as documentWords } from "../../../document/messages.vi.ts";
import { KIND_WORDS } from "../../../document/rules/composing/sentences.ts";
import type { Duty, LetterFields } from "../../../document/schema.ts";
import { type Day, formatDay } from "../../../platform/pure/calendar.ts";
import type { UnitKind } from "../../../unit/schema.ts";
import { matchOrders } from "../comparing.ts";
import { addWorkingDays } from "../working-days.ts";
import { type Addressed, addressLines, letterForm } from "./forms.ts";
import { withOwnShare } from "./share.ts";
import {
  type Base,
  baseOf,
  briefly,
  type Order,
  ordersFor,
  readdress,
  renumber,
  type Standing,
} from "./wording.ts";

/** The unit that writes. */
export interface Writer {
  readonly kind: UnitKind;
  readonly name: string;
  readonly superior: string | null;
  readonly notation: string;
  readonly place: string;
  readonly today: Day;
}

export interface Suggested {
  readonly letter: LetterFields;
  readonly lineOf: ReadonlyMap<string, string>;
}

const capitals = (text: string): string => text.toLocaleUpperCase("vi");

/** What every letter of this unit has: its own head, signature and Nơi nhận. Number and day come with issuing. */
function frame(writer: Writer, copies: LetterFields["recipients"]) {
  const form = letterForm(writer.kind, writer.today);
  return {
    kind: "cong-van" as const,
    notation: writer.notation,
    place: writer.place,
    issuer: {
      name: capitals(writer.name),
      ...(writer.superior !== null && { superior: capitals(writer.superior) }),
    },
    targets: [],
    recipients: [
      { text: "Như kính gửi", role: "act" as const },
      ...copies,
      { text: form.archive, role: "archive" as const },
    ],
    signature: { lines: form.lines.map((line) => ({ ...line })) },
  };
}

const withoutPrefix = (subject: string | null): string | undefined =>
  subject?.replace(/^(?:v\/v|về việc)\s+/iu, "").trim() || undefined;

export interface Above extends Standing {
  readonly letter: LetterFields;
  /** How the superior is called in Nơi nhận: "LĐLĐ tỉnh". */
  readonly shortName: string;
}

/**
 * The unit's own letter that carries the one above further: its subject, căn cứ naming it and what it rests on, its
 * orders for the units below, a little earlier, with the report back to this unit.
 */
export function suggestReissue(writer: Writer, above: Above, children: readonly Addressed[]): Suggested {
  const { addressees, lineOf } = addressLines(children, { all: true });
  const kinds = [...new Set(children.map(({ kind }) => kind))];
  const orders = carriedOrders(writer, above.letter, kinds);
  const subject = withoutPrefix(above.subject);
  const reports = orders.some(({ duties }) => duties.includes("report-after-drive"));
  return {
    lineOf,
    letter: {
      ...frame(writer, [{ text: above.shortName, role: "report" }]),
      ...(subject !== undefined && { subject }),
      addressees,
      bases: carriedBases(above),
      instructions: orders,
      ...(reports && { reportDuty: reportHere(writer, above.letter) }),
    },
  };
}

/** The main base of the letter above, then the letter itself: the higher document is named first. */
function carriedBases(above: Above): Base[] {
  const main = above.letter.bases.find(({ number }) => number !== undefined) ?? above.letter.bases[0];
  return [...(main === undefined ? [] : [main]), baseOf(above)];
}

function carriedOrders(writer: Writer, letter: LetterFields, kinds: readonly UnitKind[]): Order[] {
  const to = { kinds, reportTo: writer.name, reportDuty: letter.reportDuty, today: writer.today };
  const ordered = [...letter.instructions].sort((a, b) => a.ordinal - b.ordinal);
  return ordersFor(
    ordered.map((order) => readdress(withOwnShare(order, letter.targets, writer.name), to)),
    kinds,
  );
}

function reportHere(writer: Writer, { reportDuty }: LetterFields): NonNullable<LetterFields["reportDuty"]> {
  const { through: _through, ...duty } = reportDuty ?? {};
  return { ...duty, to: writer.name };
}

/** A change of the letter above that an amendment of one's own follows. */
export interface Change {
  readonly before: LetterFields;
  readonly after: Above;
}

/**
 * The own letter written again with everything it says, to be changed where it changes: what it leaves out is owed no
 * more. Where the letter above was changed, its changed orders stand in the place of those that carried them.
 */
export function suggestChange(
  writer: Writer,
  as: "amend" | "replace",
  own: Standing & { readonly letter: LetterFields },
  kinds: readonly UnitKind[],
  change: Change | undefined,
): LetterFields {
  const { number: _number, issuedOn: _day, ...kept } = own.letter;
  const named = briefly(own, KIND_WORDS[own.kind] || "văn bản");
  const subject = withoutPrefix(own.subject);
  const titled =
    as === "amend"
      ? `sửa đổi, bổ sung ${named}${subject === undefined ? "" : ` về ${subject}`}`
      : `${subject ?? "triển khai thực hiện"} (thay thế ${named})`;
  const bases = change === undefined ? [] : [baseOf(change.after)];
  return {
    ...kept,
    ...frame(writer, []),
    kind: own.letter.kind ?? "cong-van",
    ...(own.letter.notation !== undefined && { notation: own.letter.notation }),
    ...(own.letter.signature !== undefined && { signature: own.letter.signature }),
    recipients: own.letter.recipients.length > 0 ? own.letter.recipients : frame(writer, []).recipients,
    targets: own.letter.targets,
    subject: titled,
    bases: [...kept.bases, ...bases, baseOf(own)],
    instructions:
      change === undefined ? renumber(kept.instructions) : followed(writer, kept.instructions, kinds, change),
  };
}

/** Own orders, with those of the changed letter above in the place of the ones that carried their earlier wording. */
function followed(
  writer: Writer,
  own: readonly Order[],
  kinds: readonly UnitKind[],
  change: Change,
): Order[] {
  const flat = (order: Order) => ({ ...order, dueOn: order.dueOn ?? null, order });
  const inOrder = (letter: LetterFields) => [...letter.instructions].sort((a, b) => a.ordinal - b.ordinal);
  const before = inOrder(change.before).map(flat);
  const after = ordersFor(inOrder(change.after.letter), kinds).map(flat);
  const mine = own.map(flat);
  const earlierOf = matchOrders(before, after);
  const carrierOf = matchOrders(mine, before);
  const { reportDuty } = change.after.letter;
  const to = { kinds, reportTo: writer.name, reportDuty, today: writer.today };
  const rewritten = after.map((order) => {
    const old = earlierOf.get(order);
    const carrier = old === undefined ? undefined : carrierOf.get(old);
    const unchanged = old !== undefined && old.text === order.text && old.dueOn === order.dueOn;
    return unchanged && carrier !== undefined ? carrier.order : readdress(order.order, to);
  });
  // What the unit had added of its own is not in the letter above, neither before nor now.
  const carriers = new Set(carrierOf.values());
  const added = mine.filter((order) => !carriers.has(order)).map(({ order }) => order);
  return renumber([...rewritten, ...added]);
}

/** What units below are late with, since when, as the urging letter says it. */
export interface LateGroup {
  /** "xác nhận đã nhận văn bản", "báo cáo sau đợt hiến máu". */
  readonly what: string;
  readonly dueOn: Day;
  readonly names: readonly string[];
}

/** What a unit has not done, as a letter says it. */
export const lateWords = (what: "receive" | Duty): string =>
  what === "receive"
    ? "xác nhận đã nhận văn bản"
    : `thực hiện việc “${documentWords[`document.duty.${what}`]}”`;

/** A letter that names more is a list, and goes into an annex. */
const MOST_NAMES = 30;
/** Working days to answer an urging letter within [K]. */
const ANSWER_DAYS = 2;

/** Công văn đôn đốc: names the letter, what is late and since when, and asks an answer by a day. */
export function suggestUrge(
  writer: Writer,
  own: Standing,
  late: readonly Addressed[],
  groups: readonly LateGroup[],
): Suggested {
  const { addressees, lineOf } = addressLines(late, { all: false });
  const named = briefly(own, KIND_WORDS[own.kind] || "văn bản");
  const answerBy = addWorkingDays(writer.today, ANSWER_DAYS);
  const today = formatDay(writer.today);
  const lines = groups.map(({ what, dueOn, names }) => {
    const more = names.length - MOST_NAMES;
    const listed = names.slice(0, MOST_NAMES).join("; ") + (more > 0 ? ` và ${more} công đoàn khác` : "");
    return `Đến ngày ${today}, còn ${names.length} công đoàn chưa ${what} (hạn ngày ${formatDay(dueOn)}): ${listed}.`;
  });
  const orders: Order[] = [
    ...lines.map((text) => ({ ordinal: 0, text, duties: [] })),
    {
      ordinal: 0,
      text: `Đề nghị các công đoàn nêu trên khẩn trương thực hiện và trả lời ${writer.name} trước ngày ${formatDay(answerBy)}; nếu có khó khăn, vướng mắc thì nêu rõ để cùng tháo gỡ.`,
      duties: [],
      dueOn: answerBy,
    },
  ];
  const subject = withoutPrefix(own.subject);
  return {
    lineOf,
    letter: {
      ...frame(writer, []),
      subject: `đôn đốc thực hiện ${named}${subject === undefined ? "" : ` về ${subject}`}`,
      addressees,
      bases: [baseOf(own)],
      instructions: renumber(orders),
    },
  };
}
