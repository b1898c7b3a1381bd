// Who may do what, said a second time, in words of relation instead of rules: the policy table must agree with this.
// `own`: the office stands at the very unit; `below`: the unit lies under the office's unit.
import type { DelegatedRole } from "../../src/account/schema/offices.ts";
import type { Role } from "../../src/account/schema.ts";

export type Relation = "own" | "below" | "elsewhere";

/** A role one holds, or a part of a signature one was lent. */
export type Standing = Role | DelegatedRole;

export interface Entry {
  readonly roles: readonly Standing[];
  readonly where: readonly Relation[];
}

export type Expected = "anybody" | "signed-in" | "link-bearer" | readonly Entry[];

const ANY_OFFICE: readonly Role[] = ["officer", "deputy", "signatory"];
const BINDING_OFFICE: readonly Role[] = ["officer", "signatory"];

const readsOwnAndBelow: Expected = [{ roles: ANY_OFFICE, where: ["own", "below"] }];
const worksForOwn: Expected = [{ roles: ANY_OFFICE, where: ["own"] }];
const bindsOwn: Expected = [{ roles: BINDING_OFFICE, where: ["own"] }];
const signsForOwn: Expected = [{ roles: ["signatory"], where: ["own"] }];
/** Signing operations: also by whom the signatory lent this part of their signature. */
const signsOrBinds = (part: DelegatedRole): Expected => [
  { roles: BINDING_OFFICE, where: ["own"] },
  { roles: [part], where: ["own"] },
];
const facilityOrDesk: Expected = [{ roles: ["facility", "desk"], where: ["own"] }];
/** Papers of a drive: its host, unions above it, and the facility that takes the blood. */
const hostOrFacility: Expected = [
  { roles: ANY_OFFICE, where: ["own", "below"] },
  { roles: ["facility"], where: ["own"] },
];
const facilityOnly: Expected = [{ roles: ["facility"], where: ["own"] }];
/** Offices are handed out from above; a root's by its administrator. */
const fromAbove: readonly Entry[] = [
  { roles: ["officer", "signatory", "administrator"], where: ["below"] },
  // Administrators of the cast stand at a root.
  { roles: ["administrator"], where: ["own"] },
];

/** Administrators of the cast stand at a root. */
const administersRoot: Expected = [{ roles: ["administrator"], where: ["own"] }];

const officesReadFromAbove: Expected = [
  { roles: ANY_OFFICE, where: ["own", "below"] },
  { roles: ["administrator"], where: ["own", "below"] },
];

/**
 * For operations on a report: `own` is the reporting unit. What the unit above does with it is walked with the
 * unit above in the place of `own`; the leading unit's own report is approved by its signatory alone.
 */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  "unit.get": "signed-in",
  "unit.children": "signed-in",
  "unit.search": "signed-in",
  "unit.facilities": "signed-in",
  "unit.areas": "signed-in",
  "unit.history": "signed-in",
  "unit.decisions": readsOwnAndBelow,
  "unit.decision": readsOwnAndBelow,
  "unit.decision-units": readsOwnAndBelow,
  "unit.draft-decision": worksForOwn,
  "unit.drop-decision": worksForOwn,
  "unit.dry-run": worksForOwn,
  "unit.approve-decision": signsForOwn,
  "unit.reopen-decision": signsForOwn,
  "unit.apply-decision": bindsOwn,
  "unit.undo-decision": signsForOwn,
  "unit.groupings": readsOwnAndBelow,
  "unit.grouping": readsOwnAndBelow,
  "unit.set-grouping": worksForOwn,

  "account.sign-in": "anybody",
  "account.sign-out": "signed-in",
  "account.me": "signed-in",
  "account.set-email": "signed-in",
  "account.join": "anybody",
  "account.reset": "anybody",
  "account.office-holders": officesReadFromAbove,
  // Walked with the role of an officer, which nobody makes at their own level.
  "account.issue-code": fromAbove,
  "account.issue-reset": fromAbove,
  "account.end-grant": fromAbove,
  "account.change-term": fromAbove,
  "account.delegations": officesReadFromAbove,
  "account.delegate": signsForOwn,
  "account.withdraw-delegation": [...fromAbove, { roles: ["signatory"], where: ["own"] }],
  "account.handovers": officesReadFromAbove,
  "account.handover": officesReadFromAbove,
  // Walked with the office of an officer; a deputy's is handed over by the union's own signatory too.
  "account.start-handover": fromAbove,
  "account.reprint-handover": fromAbove,
  "account.cancel-handover": fromAbove,
  "account.receive-handover": worksForOwn,

  "person.list": worksForOwn,
  "person.add": worksForOwn,
  "person.get": worksForOwn,
  "person.change": worksForOwn,
  "person.end-affiliation": worksForOwn,
  "person.preview-import": worksForOwn,
  "person.import": worksForOwn,
  "person.imports": worksForOwn,
  "person.get-import": worksForOwn,
  "person.undo-import": worksForOwn,
  "person.alike": worksForOwn,
  "person.judge-alike": worksForOwn,
  "person.undo-merge": worksForOwn,
  "person.requests": administersRoot,
  "person.acknowledge-request": administersRoot,
  "person.request-data": administersRoot,
  "person.end-request": administersRoot,

  "campaign.list": readsOwnAndBelow,
  "campaign.get": readsOwnAndBelow,

  "document.read-file": "signed-in",
  "document.add-file": worksForOwn,
  "document.get-file": readsOwnAndBelow,
  "document.set-external-file": worksForOwn,
  "document.series": readsOwnAndBelow,
  "document.move-series": bindsOwn,

  "directive.resolve-addressees": worksForOwn,
  "directive.draft": worksForOwn,
  "directive.issue": signsOrBinds("delegate.letters"),
  "directive.list": readsOwnAndBelow,
  "directive.get": readsOwnAndBelow,
  "directive.receive": worksForOwn,
  "directive.disseminate": worksForOwn,
  "directive.pass-on": bindsOwn,
  "directive.receipts": readsOwnAndBelow,
  "directive.tasks": readsOwnAndBelow,
  "directive.settle-task": worksForOwn,
  "directive.reopen-task": worksForOwn,
  "directive.reminder-text": readsOwnAndBelow,
  "directive.suggest": worksForOwn,
  "directive.reissues": readsOwnAndBelow,
  "directive.changes": readsOwnAndBelow,
  "directive.recall": bindsOwn,
  "directive.docx": readsOwnAndBelow,
  "directive.attach": worksForOwn,
  "directive.file": readsOwnAndBelow,
  "directive.add-evidence": worksForOwn,
  "directive.remove-evidence": worksForOwn,
  "directive.evidence": readsOwnAndBelow,
  "directive.task-sheet": readsOwnAndBelow,
  "directive.levels": readsOwnAndBelow,
  "directive.late": readsOwnAndBelow,
  "directive.pace": readsOwnAndBelow,
  "directive.cascade": readsOwnAndBelow,
  "directive.remind": worksForOwn,
  "directive.reminders": readsOwnAndBelow,
  "directive.see-reminder": worksForOwn,
  "directive.kit": readsOwnAndBelow,
  "directive.publish-kit": bindsOwn,
  "directive.poster": readsOwnAndBelow,
  "directive.kit-page": "anybody",
  "directive.reach": readsOwnAndBelow,

  "donor.invite": worksForOwn,
  "donor.end-invitation": worksForOwn,

  "target.get": readsOwnAndBelow,
  "target.children": readsOwnAndBelow,
  "target.propose": worksForOwn,
  "target.give": bindsOwn,
  "target.split": bindsOwn,
  "target.set-own": bindsOwn,
  "target.requests": readsOwnAndBelow,
  "target.ask": bindsOwn,
  "target.withdraw-request": bindsOwn,
  "target.grant-request": bindsOwn,
  "target.refuse-request": bindsOwn,
  "target.history": readsOwnAndBelow,
  "target.annex": worksForOwn,
  "target.read-annex": worksForOwn,
  "target.funnel": readsOwnAndBelow,

  "drive.plan": bindsOwn,
  "drive.list": readsOwnAndBelow,
  "drive.facility-list": facilityOnly,
  "drive.get": "signed-in",
  "drive.grant-desk": bindsOwn,
  "drive.capacity": facilityOnly,
  "drive.state-capacity": facilityOnly,
  "drive.drop-capacity": facilityOnly,
  "drive.calendar": readsOwnAndBelow,
  "drive.team": hostOrFacility,
  "drive.put-team-member": bindsOwn,
  "drive.drop-team-member": bindsOwn,
  "drive.supplies": hostOrFacility,
  "drive.add-supply": bindsOwn,
  "drive.drop-supply": bindsOwn,
  "drive.costs": readsOwnAndBelow,
  "drive.set-cost": bindsOwn,
  "drive.drop-cost": bindsOwn,
  "drive.poster": "signed-in",
  "drive.rota-sheet": hostOrFacility,
  "drive.supplies-record": hostOrFacility,
  "drive.plan-view": "signed-in",
  "drive.change-plan": bindsOwn,
  "drive.approve": [{ roles: ["signatory"], where: ["own", "below"] }],

  "booking.open": bindsOwn,
  "booking.places": "signed-in",
  "booking.unit-places": worksForOwn,
  "booking.hold": worksForOwn,
  "booking.list": worksForOwn,
  "booking.renew-link": worksForOwn,
  "booking.release": worksForOwn,
  "booking.board": readsOwnAndBelow,
  "booking.set-reserve": bindsOwn,
  "booking.release-reserve": bindsOwn,
  "booking.set-slot": bindsOwn,
  "booking.set-cap": bindsOwn,
  "booking.wait": worksForOwn,
  "booking.waiting": worksForOwn,
  "booking.leave-waiting": worksForOwn,
  "booking.move": worksForOwn,
  "booking.swap": worksForOwn,
  "booking.signed-list": worksForOwn,
  "booking.calls": worksForOwn,
  "booking.move-drive": bindsOwn,
  "booking.cancel-drive": bindsOwn,
  "booking.drive-changes": "signed-in",
  "booking.walk-in": facilityOrDesk,
  "booking.link": "link-bearer",
  "booking.answer": "link-bearer",
  "booking.invited": "link-bearer",
  "booking.form": "link-bearer",
  "booking.register": "link-bearer",
  "booking.take-part": "anybody",
  "booking.calendar": "link-bearer",
  "booking.own-data": "link-bearer",
  "booking.ask-own-data": "link-bearer",
  "booking.mine": "anybody",
  "booking.forget": "anybody",
  "booking.ticket-key": "anybody",
  "booking.invitations": readsOwnAndBelow,

  "turnout.get": facilityOrDesk,
  "turnout.list": facilityOrDesk,
  "turnout.record": facilityOrDesk,
  "turnout.sheet": facilityOnly,
  "turnout.close": facilityOnly,
  "turnout.unit-list": worksForOwn,
  "turnout.unit-sheet": readsOwnAndBelow,
  "turnout.print-list": facilityOrDesk,
  "turnout.record-many": facilityOrDesk,
  "turnout.correct": facilityOnly,
  "turnout.corrections": facilityOnly,

  "report.owed": readsOwnAndBelow,
  "report.below": readsOwnAndBelow,
  "report.open": worksForOwn,
  "report.get": readsOwnAndBelow,
  "report.remarks": worksForOwn,
  "report.submit": signsOrBinds("delegate.reports-submit"),
  "report.return": signsOrBinds("delegate.reports-approve"),
  "report.approve": signsOrBinds("delegate.reports-approve"),
  "report.docx": readsOwnAndBelow,
  "report.quick-text": readsOwnAndBelow,
  "report.send-quick": worksForOwn,
  "report.nil": signsOrBinds("delegate.reports-submit"),
  "report.adjustments": readsOwnAndBelow,
  "report.open-adjustment": worksForOwn,
  "report.adjustment": readsOwnAndBelow,
  "report.periods": readsOwnAndBelow,
  "report.periods-below": readsOwnAndBelow,
  "report.open-period": worksForOwn,
  "report.period": readsOwnAndBelow,
  "report.completeness": readsOwnAndBelow,
  "report.completeness-export": readsOwnAndBelow,

  "recall.preview": worksForOwn,
  "recall.invite": worksForOwn,
  "recall.stop": worksForOwn,
  "recall.calls": worksForOwn,
  "recall.told": worksForOwn,
  "recall.thanks": worksForOwn,
  "recall.print-thanks": worksForOwn,
  "recall.page": "link-bearer",
  "recall.answer": "link-bearer",
  "recall.thanks-page": "link-bearer",
  "recall.thanks-letter": "link-bearer",
  "recall.tips": "anybody",

  "dashboard.overview": readsOwnAndBelow,
  "dashboard.league": readsOwnAndBelow,
  "dashboard.groupings": readsOwnAndBelow,
  "dashboard.export": readsOwnAndBelow,
};
