// The one policy table: operation → who may, where. What is not here is denied. Names under `at` are given by services.
import type { PolicyTable } from "../platform/contract/authority.ts";

const OFFICE = ["officer", "deputy", "signatory"];
/** Acts that bind the unit: a deputy prepares, an officer sends. */
const OFFICER = ["officer", "signatory"];

/** Reads flow down the tree: whoever holds an office at the unit or above it. */
const officeOf = (at: string) => [{ roles: OFFICE, at, reach: "subtree" }] as const;
/** Acts for a unit are its own office's; a level above does not act in its name. */
const ownOffice = (at: string) => [{ roles: OFFICE, at, reach: "self" }] as const;
const ownOfficer = (at: string) => [{ roles: OFFICER, at, reach: "self" }] as const;
/** Somebody the signatory there lets sign, by scope. Beside signing operations only: it never hands out anything. */
const delegateAt = (scope: "letters" | "reports-submit" | "reports-approve", at: string) =>
  ({ roles: [`delegate.${scope}`], at, reach: "self" }) as const;
const ownSignatory = (at: string) => [{ roles: ["signatory"], at, reach: "self" }] as const;
const FACILITY = { roles: ["facility"], at: "facility", reach: "self" } as const;
const DESK = { roles: ["desk"], at: "drive", reach: "self" } as const;
/** Offices come from a level above; a root's from its administrator. */
const ABOVE = [
  { roles: ["officer", "signatory", "administrator"], at: "above", reach: "subtree" },
  { roles: ["administrator"], at: "root", reach: "self" },
] as const;

export const POLICY: PolicyTable = {
  "unit.get": "session",
  "unit.children": "session",
  "unit.search": "session",
  "unit.facilities": "session",
  "unit.areas": "session",
  "unit.history": "session",
  "unit.decisions": officeOf("unit"),
  "unit.decision": officeOf("unit"),
  "unit.draft-decision": ownOffice("unit"),
  "unit.drop-decision": ownOffice("unit"),
  "unit.dry-run": ownOffice("unit"),
  // A re-organisation binds: only who signs for the union approves it, or takes it back.
  "unit.approve-decision": ownSignatory("unit"),
  "unit.reopen-decision": ownSignatory("unit"),
  "unit.apply-decision": ownOfficer("unit"),
  "unit.undo-decision": ownSignatory("unit"),
  "unit.groupings": officeOf("unit"),
  "unit.grouping": officeOf("unit"),
  "unit.set-grouping": ownOffice("unit"),

  "account.sign-in": "open",
  "account.sign-out": "session",
  "account.me": "session",
  "account.set-email": "session",
  "account.join": "open",
  "account.reset": "open",
  "account.office-holders": [...officeOf("unit"), { roles: ["administrator"], at: "unit", reach: "subtree" }],
  "account.issue-code": [...ABOVE, ...ownOfficer("own")],
  "account.issue-reset": ABOVE,
  "account.end-grant": ABOVE,
  "account.change-term": ABOVE,
  "account.delegations": [...officeOf("unit"), { roles: ["administrator"], at: "unit", reach: "subtree" }],
  "account.delegate": ownSignatory("unit"),
  "account.withdraw-delegation": [...ABOVE, ...ownSignatory("unit")],
  "account.handovers": [...officeOf("unit"), { roles: ["administrator"], at: "unit", reach: "subtree" }],
  "account.handover": [...officeOf("unit"), { roles: ["administrator"], at: "unit", reach: "subtree" }],
  "account.start-handover": [...ABOVE, ...ownSignatory("own")],
  "account.reprint-handover": [...ABOVE, ...ownSignatory("own")],
  "account.cancel-handover": [...ABOVE, ...ownSignatory("own")],
  "account.receive-handover": ownOffice("unit"),

  "person.list": ownOffice("unit"),
  "person.add": ownOffice("unit"),

  "campaign.list": officeOf("unit"),
  "campaign.get": officeOf("unit"),

  "document.read-file": "session",
  "document.add-file": ownOffice("unit"),
  "document.get-file": officeOf("unit"),
  "document.set-external-file": ownOffice("unit"),
  "document.series": officeOf("unit"),
  "document.move-series": ownOfficer("unit"),

  "directive.resolve-addressees": ownOffice("unit"),
  "directive.draft": ownOffice("unit"),
  "directive.issue": [...ownOfficer("unit"), delegateAt("letters", "unit")],
  "directive.list": officeOf("unit"),
  "directive.get": officeOf("unit"),
  "directive.receive": ownOffice("unit"),
  "directive.disseminate": ownOffice("unit"),
  "directive.pass-on": ownOfficer("unit"),
  "directive.receipts": officeOf("unit"),
  "directive.tasks": officeOf("unit"),
  "directive.settle-task": ownOffice("unit"),
  "directive.reopen-task": ownOffice("unit"),
  "directive.reminder-text": officeOf("unit"),
  "directive.suggest": ownOffice("unit"),
  "directive.reissues": officeOf("unit"),
  "directive.changes": officeOf("unit"),
  "directive.recall": ownOfficer("unit"),
  "directive.docx": officeOf("unit"),
  "directive.attach": ownOffice("unit"),
  "directive.file": officeOf("unit"),
  "directive.add-evidence": ownOffice("unit"),
  "directive.remove-evidence": ownOffice("unit"),
  "directive.evidence": officeOf("unit"),
  "directive.task-sheet": officeOf("unit"),
  "directive.levels": officeOf("unit"),
  "directive.late": officeOf("unit"),
  "directive.pace": officeOf("unit"),
  "directive.cascade": officeOf("unit"),
  "directive.remind": ownOffice("unit"),
  "directive.reminders": officeOf("unit"),
  "directive.see-reminder": ownOffice("unit"),
  "directive.kit": officeOf("unit"),
  "directive.publish-kit": ownOfficer("unit"),
  "directive.poster": officeOf("unit"),
  "directive.kit-page": "open",
  "directive.reach": officeOf("unit"),

  "donor.invite": ownOffice("unit"),
  "donor.end-invitation": ownOffice("unit"),

  "target.get": officeOf("unit"),
  "target.propose": ownOffice("unit"),
  "target.give": ownOfficer("unit"),
  "target.split": ownOfficer("unit"),
  "target.set-own": ownOfficer("unit"),
  "target.requests": officeOf("unit"),
  "target.ask": ownOfficer("unit"),
  "target.withdraw-request": ownOfficer("unit"),
  "target.grant-request": ownOfficer("unit"),
  "target.refuse-request": ownOfficer("unit"),
  "target.history": officeOf("unit"),
  "target.annex": ownOffice("unit"),
  "target.read-annex": ownOffice("unit"),
  "target.funnel": officeOf("unit"),

  "drive.plan": ownOfficer("unit"),
  "drive.list": officeOf("unit"),
  "drive.facility-list": [FACILITY],
  "drive.get": "session",
  "drive.grant-desk": ownOfficer("host"),
  "drive.plan-view": "session",
  "drive.change-plan": ownOfficer("host"),
  // Who signs for the host; many a grassroots union has nobody but its officer, then who signs above it.
  "drive.approve": [{ roles: ["signatory"], at: "host", reach: "subtree" }],

  "booking.open": ownOfficer("host"),
  "booking.places": "session",
  "booking.hold": ownOffice("unit"),
  "booking.list": ownOffice("unit"),
  "booking.renew-link": ownOffice("unit"),
  "booking.release": ownOffice("unit"),
  "booking.link": "link",
  "booking.answer": "link",

  "turnout.get": [FACILITY, DESK],
  "turnout.list": [FACILITY, DESK],
  "turnout.record": [FACILITY, DESK],
  "turnout.sheet": [FACILITY],
  "turnout.close": [FACILITY],
  "turnout.unit-list": ownOffice("unit"),

  "report.owed": officeOf("unit"),
  "report.below": officeOf("unit"),
  "report.open": ownOffice("unit"),
  "report.get": officeOf("unit"),
  "report.remarks": ownOffice("unit"),
  "report.submit": [...ownOfficer("unit"), delegateAt("reports-submit", "unit")],
  "report.return": [
    { roles: OFFICER, at: "approver", reach: "self" },
    delegateAt("reports-approve", "approver"),
  ],
  "report.approve": [
    { roles: OFFICER, at: "to", reach: "self" },
    delegateAt("reports-approve", "to"),
    // The leading unit's own report is approved by its signatory.
    { roles: ["signatory"], at: "leading", reach: "self" },
    delegateAt("reports-approve", "leading"),
  ],
  "report.docx": officeOf("unit"),
  "report.quick-text": officeOf("unit"),

  "dashboard.overview": officeOf("unit"),
  "dashboard.league": officeOf("unit"),
  "dashboard.groupings": officeOf("unit"),
  "dashboard.export": officeOf("unit"),
};
