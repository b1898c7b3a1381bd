// Decisions of re-organisation: drafted, dry-run, approved, applied, undone.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id, line, page, pageQuery } from "../../platform/contract/shapes.ts";
import { ChangedUnit, DecisionLine, DecisionView, DraftEntry, DryRun, UnitHistory } from "../schema/acts.ts";

const atUnit = z.object({ unitId: id });
const ofUnit = z.object({ unitId: id, decisionId: id });

export const listDecisions = endpoint({
  id: "unit.decisions",
  method: "GET",
  path: "/api/units/:unitId/decisions",
  summary: "Decisions of re-organisation a union has made or is drafting, newest first.",
  params: atUnit,
  query: pageQuery,
  output: page(DecisionLine),
});

export const getDecision = endpoint({
  id: "unit.decision",
  method: "GET",
  path: "/api/units/:unitId/decisions/:decisionId",
  summary: "One decision with its acts, its paper and how far it has come.",
  params: ofUnit,
  output: DecisionView,
});

export const listChanged = endpoint({
  id: "unit.decision-units",
  method: "GET",
  path: "/api/units/:unitId/decisions/:decisionId/units",
  summary:
    "What a decision did when it was applied, also after it was undone: units whose own row it changed, before and after.",
  params: ofUnit,
  query: pageQuery,
  output: page(ChangedUnit),
});

export const draftDecision = endpoint({
  id: "unit.draft-decision",
  method: "PUT",
  path: "/api/units/:unitId/decisions/:decisionId",
  summary: "Write a decision's draft, or write it anew; nothing in the tree changes.",
  params: ofUnit,
  body: DraftEntry,
  output: done,
  problems: ["decision-not-draft", "draft-changed"],
});

export const dropDecision = endpoint({
  id: "unit.drop-decision",
  method: "DELETE",
  path: "/api/units/:unitId/decisions/:decisionId",
  summary: "Throw a draft away.",
  params: ofUnit,
  output: done,
  problems: ["decision-not-draft"],
});

export const dryRunDecision = endpoint({
  id: "unit.dry-run",
  method: "GET",
  path: "/api/units/:unitId/decisions/:decisionId/dry-run",
  summary:
    "What the decision would do: units, people, grants, tasks, targets, drives, reports, number series. Writes nothing.",
  params: ofUnit,
  output: DryRun,
});

export const approveDecision = endpoint({
  id: "unit.approve-decision",
  method: "POST",
  path: "/api/units/:unitId/decisions/:decisionId/approve",
  summary: "Approve a draft as its dry run showed it (`seal`).",
  params: ofUnit,
  body: z.object({ seal: line(100) }),
  output: done,
  problems: ["decision-not-draft", "decision-refused", "decision-changed"],
});

export const reopenDecision = endpoint({
  id: "unit.reopen-decision",
  method: "POST",
  path: "/api/units/:unitId/decisions/:decisionId/reopen",
  summary: "Take back an approval that has not been applied: the decision is a draft again.",
  params: ofUnit,
  output: done,
  problems: ["decision-not-approved"],
});

export const applyDecision = endpoint({
  id: "unit.apply-decision",
  method: "POST",
  path: "/api/units/:unitId/decisions/:decisionId/apply",
  summary:
    "Apply an approved decision: the tree of its day changes; open work is handed over then, or on the day.",
  params: ofUnit,
  output: done,
  problems: ["decision-not-approved", "decision-refused"],
});

export const undoDecision = endpoint({
  id: "unit.undo-decision",
  method: "POST",
  path: "/api/units/:unitId/decisions/:decisionId/undo",
  summary:
    "Undo an applied decision; refused once something applied later, or something frozen, rests on it.",
  params: ofUnit,
  body: z.object({ reason: line(500) }),
  output: done,
  problems: ["decision-not-applied", "decision-built-upon", "undo-blocked"],
});

export const unitHistory = endpoint({
  id: "unit.history",
  method: "GET",
  path: "/api/units/:unitId/history",
  summary: "A unit's life: its names, kinds and places by date, whom it succeeded and who succeeded it.",
  params: atUnit,
  output: UnitHistory,
});
