// Side: union. Acts of re-organisation and the decisions they are composed into.
import { z } from "zod";
import { problems } from "../../platform/contract/problem.ts";
import {
  allowedActions,
  count,
  day,
  id,
  instant,
  line,
  note,
  UnitRef,
} from "../../platform/contract/shapes.ts";
import { UNIT_SIDES, UnitKind } from "../schema.ts";

/** A unit to be opened. Its first day is the decision's. */
export const OpenedUnit = z.object({
  id,
  side: z.enum(UNIT_SIDES).default("union"),
  kind: UnitKind,
  name: line(200),
  shortName: line(120),
  superiorName: line(200).optional(),
  notation: line(40),
  placeName: line(80),
  central: z.boolean().default(false),
  code: line(20).optional(),
});
export type OpenedUnit = z.output<typeof OpenedUnit>;

/** What becomes of the people of a unit that ends: they go over to its successor, or leave membership (and stay donors). */
export const MembersGo = z.enum(["follow", "leave"]);
export type MembersGo = z.output<typeof MembersGo>;

/**
 * One act. Units may be such as an earlier or later act of the same decision opens; the order among acts never matters.
 * `childrenTo`: where the units directly below go, each by name; those not named go to the successor (or, for a split,
 * stay). `keepAs`: name of a grouping (totals only) that keeps what stood below on the last day together.
 */
export const Act = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("open"),
    unit: OpenedUnit,
    parentId: id,
    /** Communes and wards it covers. */
    areaIds: z.array(id).max(200).default([]),
  }),
  z.object({
    kind: z.literal("close"),
    unitId: id,
    /** Who inherits what it holds and its results; absent: the unit above. */
    heirId: id.optional(),
    members: MembersGo,
    keepAs: line(200).optional(),
  }),
  z.object({
    kind: z.literal("rename"),
    unitId: id,
    name: line(200),
    shortName: line(120),
    superiorName: line(200).optional(),
    notation: line(40).optional(),
    placeName: line(80).optional(),
  }),
  z.object({ kind: z.literal("retype"), unitId: id, unitKind: UnitKind }),
  /** With all that stands below it. */
  z.object({ kind: z.literal("move"), unitId: id, parentId: id }),
  /** Each of `fromIds` ends in `intoId`: its people, children, open work and results go there. */
  z.object({ kind: z.literal("merge"), fromIds: z.array(id).min(1).max(200), intoId: id }),
  /** New units beside `unitId`, which goes on; units below it that are named go to the new ones with their people. */
  z.object({
    kind: z.literal("split"),
    unitId: id,
    into: z.array(OpenedUnit).min(1).max(50),
    childrenTo: z
      .array(z.object({ unitId: id, toId: id }))
      .max(2000)
      .default([]),
  }),
  /** `unitId` ends; `successorIds` stand (or are opened by another act); `heirId` is the one that inherits. */
  z.object({
    kind: z.literal("replace"),
    unitId: id,
    successorIds: z.array(id).min(1).max(200),
    heirId: id,
    members: MembersGo,
    childrenTo: z
      .array(z.object({ unitId: id, toId: id }))
      .max(2000)
      .default([]),
    keepAs: line(200).optional(),
  }),
  /** From the day on the unit covers exactly these communes and wards. */
  z.object({ kind: z.literal("cover"), unitId: id, areaIds: z.array(id).max(200) }),
]);
export type Act = z.output<typeof Act>;
export const ACT_KINDS = Act.options.map((option) => option.shape.kind.value);
export type ActKind = Act["kind"];

/** The paper a decision rests on. */
export const DecisionPaper = z.object({
  issuer: line(200),
  number: line(20).optional(),
  notation: line(60).optional(),
  issuedOn: day.optional(),
  subject: note(500).default(""),
});
export type DecisionPaper = z.output<typeof DecisionPaper>;

export const DecisionEntry = z.object({
  title: line(300),
  effectiveOn: day,
  paper: DecisionPaper.nullable().default(null),
  /** A file added at the deciding union (`document.add-file`). */
  fileId: id.nullable().default(null),
  acts: z.array(Act).min(1).max(2000),
});
export type DecisionEntry = z.output<typeof DecisionEntry>;

/** `basedOn`: the revision last seen (0: a new draft); what somebody else saved since is not written over. */
export const DraftEntry = DecisionEntry.extend({ basedOn: z.number().int().min(0).optional() });
export type DraftEntry = z.output<typeof DraftEntry>;

export const DECISION_STATES = ["draft", "approved", "applied", "undone"] as const;
export const DecisionState = z.enum(DECISION_STATES);
export type DecisionState = z.output<typeof DecisionState>;

export const DecisionLine = z.object({
  id,
  title: z.string(),
  effectiveOn: day,
  state: DecisionState,
  acts: z.number().int(),
  paper: DecisionPaper.nullable(),
  createdAt: instant,
  appliedAt: instant.nullable(),
});
export type DecisionLine = z.output<typeof DecisionLine>;

/** How one unit stands on the eve and on the day. null: it does not stand. */
const Stand = z
  .object({ name: z.string(), shortName: z.string(), kind: UnitKind, parent: UnitRef.nullable() })
  .nullable();
/** A unit whose own row a decision changes, with how many go along below it. */
export const ChangedUnit = z.object({
  id,
  was: Stand,
  becomes: Stand,
  heir: UnitRef.nullable(),
  alongBelow: z.number().int(),
});
export type ChangedUnit = z.output<typeof ChangedUnit>;

export const DecisionView = DecisionLine.extend({
  unit: UnitRef,
  /** How often its draft was saved: what the next writing of it is based on. */
  revision: z.number().int(),
  fileId: id.nullable(),
  /** Once applied, of each `childrenTo` the first 20: `childrenTo` says how many there are. */
  entries: z.array(Act),
  /** By the place of an act among `entries`, from 0: how many units below it places by name, where they are not all told. */
  childrenTo: z.array(z.object({ act: z.number().int(), count })),
  /** Names of the units these acts speak of, as they stand on the eve of the day or as they are to be opened. */
  named: z.array(UnitRef),
  approvedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  undoReason: z.string().nullable(),
  /** How many units it changed when it was applied, also after it was undone; null before. They are told by pages. */
  changed: count.nullable(),
  /** Hand-overs by capability: done, or waiting for the day. */
  transfers: z.array(z.object({ participant: z.string(), dueOn: day, doneAt: instant.nullable() })),
  allowedActions,
});
export type DecisionView = z.output<typeof DecisionView>;

/** Why acts cannot stand as they are; `unitIds` are those meant. All reasons at once. */
export const REASONS = [
  "unit-not-standing",
  "unit-twice",
  "outside-decider",
  "own-unit",
  "parent-not-standing",
  "parent-kind",
  "circle",
  "children-left",
  "heir-not-standing",
  "heir-is-ending",
  "later-change",
  "already-so",
  "id-taken",
  "side-differs",
  "area-not-area",
  "child-not-below",
] as const;
export const ActReason = z.object({
  code: z.enum(REASONS),
  /** Which act, from 1; absent when it is about them together. */
  act: z.number().int().optional(),
  unitIds: z.array(id),
});
export type ActReason = z.output<typeof ActReason>;

/**
 * One thing a decision would touch: `what` is a word of the capability's catalogue (`touch.<what>`), `count` how many,
 * `since`: recorded since the effective day (a back-dated decision), `units`: whose (at most 20).
 */
export const Touch = z.object({
  capability: z.string(),
  what: z.string(),
  count: z.number().int(),
  since: z.boolean().default(false),
  units: z.array(UnitRef).default([]),
});
export type Touch = z.output<typeof Touch>;

export const DryRun = z.object({
  ok: z.boolean(),
  reasons: z.array(ActReason),
  /** Names of the units the reasons speak of. */
  named: z.array(UnitRef),
  /** Of units whose own row changes; those that only move along with one above are counted. */
  units: z.array(ChangedUnit),
  touches: z.array(Touch),
  /**
   * Changes if the decision, the units it is about, or the kinds of things it would touch change: what was looked at is
   * what is approved. How many of each kind may go on changing.
   */
  seal: z.string(),
});
export type DryRun = z.output<typeof DryRun>;

const Deciding = z.object({ id, title: z.string() });

/** A stretch of a unit's life: one name, one letterhead, one kind, one place. */
export const HistoryEntry = z.object({
  from: day,
  /** Its last day; null: it goes on. */
  until: day.nullable(),
  name: z.string(),
  shortName: z.string(),
  /** Of the head of its papers; `superiorName`: the line above its own name, if any. */
  superiorName: z.string().nullable(),
  notation: z.string(),
  placeName: z.string(),
  kind: UnitKind,
  parent: UnitRef.nullable(),
  /** The applied decision that began the stretch. */
  decision: Deciding.nullable(),
  /** The applied decision by which the unit ended after the stretch. */
  endedBy: Deciding.nullable(),
});
export const UnitHistory = z.object({
  entries: z.array(HistoryEntry),
  heir: UnitRef.nullable(),
  /** Units whose results count here since they ended. */
  predecessors: z.array(UnitRef),
});
export type UnitHistory = z.output<typeof UnitHistory>;

export const decisionProblem = problems({
  "decision-refused": 422,
  "decision-not-draft": 409,
  "draft-changed": 409,
  "decision-not-approved": 409,
  "decision-not-applied": 409,
  "decision-changed": 409,
  "decision-built-upon": 409,
  "undo-blocked": 409,
});
