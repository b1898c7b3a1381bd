// A decision of the province on its way: drafted and dry-run by its officer, approved by its signatory, applied.
import * as acts from "../../../unit/contract/acts.ts";
import { SIGNATORY } from "../accounts.ts";
import type { Facts } from "../facts.ts";
import { PROVINCE } from "../tree.ts";
import type { Entry } from "./decisions.ts";

export interface Course {
  readonly draftedAt: string;
  readonly approvedAt: string;
  /** On or after the effective day: what is open is handed over at once. */
  readonly appliedAt: string;
}

/** Throws where the dry run finds a reason against it: the demo only decides what can be done. Answers its id. */
export async function decide(facts: Facts, entry: Entry, course: Course): Promise<string> {
  const { hands } = facts;
  hands.at(course.draftedAt);
  const params = { unitId: facts.unit(PROVINCE).id, decisionId: hands.newId() };
  await hands.ask(PROVINCE, acts.draftDecision, { params, body: entry });
  hands.at(course.approvedAt);
  const dryRun = await hands.ask(SIGNATORY, acts.dryRunDecision, { params });
  if (!dryRun.ok) throw new Error(`the demo's decision cannot stand: ${JSON.stringify(dryRun.reasons)}`);
  await hands.ask(SIGNATORY, acts.approveDecision, { params, body: { seal: dryRun.seal } });
  hands.at(course.appliedAt);
  await hands.ask(PROVINCE, acts.applyDecision, { params });
  hands.forget();
  return params.decisionId;
}
