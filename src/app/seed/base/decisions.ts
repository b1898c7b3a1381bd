// vi-data: titles of the decisions and who signs them, as their papers say.
// Rows that the applied decisions of the re-organisation leave: acts, what they changed, how it was before, whom they
// touched, who handed over what. Worked out by the rules that the program itself decides by.
import { addDays } from "../../../platform/pure/calendar.ts";
import { type Decided, decide } from "../../../unit/rules/decide.ts";
import { groupingOf } from "../../../unit/rules/kinds.ts";
import { touchedBy } from "../../../unit/rules/resting.ts";
import { holdsOn, namingOn, type Tree } from "../../../unit/rules/timeline.ts";
import type { Act } from "../../../unit/schema/acts.ts";
import { accountId, officesOf } from "../accounts.ts";
import { FOR, idOf } from "../chance.ts";
import { type Country, msOf, unitId } from "../country.ts";
import { between, byProvince, instant, json, type Put, type SeedStep, table } from "../step.ts";
import { mergingActs, provinceActs, treeBefore } from "./acts.ts";
import { grantId } from "./offices.ts";
import { peopleJournal } from "./people.ts";

const DECISION = table(
  "unit.decision",
  `id unit_id title document effective_on state created_at created_by revision revised_by others_revision approved_at
   approved_by applied_at applied_by applied_no change before`,
);
const ACT = table("unit.act", "decision_id ordinal entry");
const TOUCHED = table("unit.touched", "decision_id unit_id how");
const TRANSFER = table("unit.transfer", "decision_id participant due_on done_at journal");
const GROUPING = table("unit.grouping", "id unit_id kind name was_unit_id created_at");
const MEMBER = table("unit.grouping_member", "grouping_id unit_id valid");

/** Applied ahead of its day, as its paper says: drafted, approved, applied so many days before. */
const AHEAD = { drafted: 45, approved: 30, applied: 28 } as const;
const HOUR = 3_600_000;

/** Who hands over when; `src/app/participants.ts` has the capabilities themselves. */
export const HANDS = {
  account: "at-once",
  person: "at-once",
  document: "at-once",
  directive: "on-the-day",
  target: "on-the-day",
  drive: "on-the-day",
  booking: "at-once",
  report: "at-once",
} as const;

interface Deciding {
  /** Index of who decides, and the decision's own. */
  readonly unit: number;
  readonly no: number;
  readonly title: string;
  readonly acts: readonly Act[];
  readonly tree: Tree;
  /** Indexes of units that it ends. */
  readonly ends: readonly number[];
}

export const decisions: SeedStep = {
  name: "decisions",
  tables: [ACT, DECISION, TOUCHED, TRANSFER, GROUPING, MEMBER],
  rows: ({ counts }) => counts.grassroots * 3,
  parts: byProvince,
  *write(put, country, part) {
    const block = country.provinces[part];
    if (block === undefined) return;
    const { units } = country;
    let tree = treeBefore(country, block);
    const ended = (from: number, until: number): number[] =>
      Array.from({ length: until - from }, (_, i) => from + i).filter((unit) => units.change[unit] === 2);
    const merging = mergingActs(country, block);
    if (merging.length > 0) {
      const decided = write(put, country, {
        unit: 0,
        no: part * 2 + 1,
        title: "Hợp nhất liên đoàn lao động các tỉnh",
        acts: merging,
        tree,
        ends: ended(...block.federations),
      });
      tree = new Map([...tree, ...decided.changed]);
      yield;
    }
    write(put, country, {
      unit: block.federations[0],
      no: part * 2 + 2,
      title: "Thành lập công đoàn xã, phường và kết thúc hoạt động liên đoàn lao động huyện",
      acts: provinceActs(country, block),
      tree,
      ends: [...ended(...block.districts), ...ended(...block.grassroots)],
    });
    yield;
  },
  after: ["select setval('unit.applied_no', (select max(applied_no) from unit.decision))"],
};

function write(put: Put, country: Country, { unit, no, title, acts, tree, ends }: Deciding): Decided {
  const day = country.days.reorganised;
  const deciderId = unitId(country, unit);
  const decided = decide({ tree, acts, day, deciderId });
  if (!decided.ok) throw new Error(`the re-organisation does not stand: ${json(decided.reasons)}`);
  const at = (days: number): number => msOf(addDays(day, -days)) + 9 * HOUR;
  const decisionId = idOf(country.seed, FOR.decision, no, at(AHEAD.drafted));
  const [drafts, signs] = [accountId(country, unit, "officer"), accountId(country, unit, "signatory")];
  const applied = instant(at(AHEAD.applied));
  const change = { decisionId, unitId: deciderId, effectiveOn: day, ...decided.outcome };
  const groupings = keepTogether(put, country, { decided, tree, no, deciderId, applied: at(AHEAD.applied) });
  const before = {
    lives: [...decided.changed.keys()].flatMap((id) => tree.get(id) ?? []),
    opened: decided.outcome.opened.map((one) => one.unitId),
    groupings,
    joined: [],
  };
  acts.forEach((act, index) => {
    put(ACT, decisionId, index + 1, json(act));
  });
  const paper = {
    issuer: title.startsWith("Hợp nhất") ? "Tổng Liên đoàn (mẫu)" : "Ban Thường vụ liên đoàn lao động tỉnh",
    number: String(no),
    notation: "QĐ-LĐLĐ",
    issuedOn: addDays(day, -AHEAD.drafted),
    subject: title,
  };
  put(
    DECISION,
    decisionId,
    deciderId,
    title,
    json(paper),
    day,
    "applied",
    instant(at(AHEAD.drafted)),
    drafts,
    1,
    drafts,
    0,
    instant(at(AHEAD.approved)),
    signs,
    applied,
    signs,
    no,
    json(change),
    json(before),
  );
  for (const touched of touchedBy(decided)) put(TOUCHED, decisionId, touched.unitId, touched.how);
  const journals: Readonly<Record<keyof typeof HANDS, unknown>> = {
    account: { cut: cutGrants(country, ends), removed: [], codes: [] },
    person: peopleJournal(country, ends),
    document: {},
    // The editions of the two years end before the day or begin after it: nothing was open.
    directive: { ended: [], withdrawn: [], reached: [], owed: [] },
    target: { books: [], own: [] },
    drive: { drives: [] },
    booking: {},
    report: { at: applied },
  };
  for (const [participant, hands] of Object.entries(HANDS)) {
    const atOnce = hands === "at-once";
    const doneMs = atOnce ? at(AHEAD.applied) : msOf(day) + HOUR / 12;
    const due = atOnce ? addDays(day, -AHEAD.applied) : day;
    const journal = journals[participant as keyof typeof HANDS];
    put(TRANSFER, decisionId, participant, due, instant(doneMs), json(journal));
  }
  return decided;
}

const cutGrants = (country: Country, ends: readonly number[]) =>
  ends.flatMap((unit) =>
    officesOf(country, unit).map((office) => ({
      id: grantId(country, unit, office),
      unitId: unitId(country, unit),
      until: null,
    })),
  );

/** As the program does: what stood below an ended unit on its last day, and goes on, is a grouping of the decider. */
function keepTogether(
  put: Put,
  country: Country,
  {
    decided,
    tree,
    no,
    deciderId,
    applied,
  }: { decided: Decided; tree: Tree; no: number; deciderId: string; applied: number },
): string[] {
  const day = country.days.reorganised;
  const eve = addDays(day, -1);
  const below = new Map<string, string[]>();
  for (const { id, parents } of tree.values()) {
    if ((decided.changed.get(id)?.closedOn ?? null) !== null) continue;
    const parent = parents.find((one) => holdsOn(one, eve))?.value;
    if (parent !== undefined) below.set(parent, [...(below.get(parent) ?? []), id]);
  }
  const made: string[] = [];
  for (const [closedId, { keepAs }] of decided.operations.closes) {
    const was = namingOn(tree, closedId, eve);
    if (keepAs === undefined || was === undefined) continue;
    const id = idOf(country.seed, FOR.grouping, no * 1000 + made.length, applied);
    put(GROUPING, id, deciderId, groupingOf(was.kind), keepAs, closedId, instant(applied));
    for (const member of below.get(closedId) ?? []) put(MEMBER, id, member, between(day, null));
    made.push(id);
  }
  return made;
}
