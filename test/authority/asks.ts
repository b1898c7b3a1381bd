// What each operation is asked with in the authority matrix: well-formed, so that only authority can refuse it.
import { newId } from "../../src/platform/pure/ids.ts";

const DAY = "2021-01-18";
const share = () => ({
  measure: "units",
  basedOn: 0,
  shares: [{ unitId: newId(), value: 1 }],
  reserve: 0,
  reason: "",
});
const letter = {
  addressees: [],
  bases: [],
  instructions: [],
  targets: [],
  recipients: [],
  warnings: [],
  text: "",
  spans: {},
};

const pdf = () => ({
  name: "mau.pdf",
  mediaType: "application/pdf",
  bytes: new TextEncoder().encode("%PDF-1.4\n%%EOF\n"),
});

/** Bodies by operation; operations that are not here take none. */
export const BODIES: Readonly<Record<string, () => unknown>> = {
  "account.sign-in": () => ({ login: "khong-ai", password: "khong-dung" }),
  "account.join": () => ({
    code: "ABCD-EFGH-JKMN",
    login: "ai.do",
    displayName: "Ai",
    password: "mat-khau-dai",
  }),
  "account.reset": () => ({ code: "ABCD-EFGH-JKMN", password: "mat-khau-dai" }),
  "account.issue-code": () => ({ role: "officer" }),
  "unit.draft-decision": () => ({
    title: "Sắp xếp",
    effectiveOn: DAY,
    acts: [{ kind: "retype", unitId: newId(), unitKind: "grassroots" }],
  }),
  "unit.approve-decision": () => ({ seal: "x" }),
  "unit.undo-decision": () => ({ reason: "Nhầm" }),
  "unit.set-grouping": () => ({ kind: "other", name: `Nhóm ${newId()}`, from: DAY, memberIds: [] }),
  "person.add": () => ({ id: newId(), fullName: "Người Mẫu Mới" }),
  "directive.resolve-addressees": () => ({ addressees: [], asOf: DAY }),
  "directive.draft": () => ({
    id: newId(),
    documentId: newId(),
    campaign: { existingId: newId() },
    letter,
    recipients: [],
  }),
  "directive.disseminate": () => ({ id: newId(), heldOn: DAY, channel: "meeting", people: 1 }),
  "directive.settle-task": () => ({ note: "" }),
  "directive.recall": () => ({ reason: "Ban hành nhầm" }),
  "directive.attach": () => ({ fileId: newId(), role: "signed" }),
  "directive.add-evidence": pdf,
  "directive.remind": () => ({ id: newId(), unitIds: [newId()] }),
  "directive.publish-kit": () => ({
    id: newId(),
    basedOn: 0,
    content: { keyMessages: [], questions: [], poster: { headline: "Hiến máu", lines: [] }, loudspeaker: [] },
  }),
  // Text: it is judged at once, where a PDF takes a thread of its own for every caller.
  "document.read-file": () => ({
    name: "mau.txt",
    mediaType: "text/plain",
    bytes: new TextEncoder().encode("Không phải một văn bản."),
  }),
  "document.add-file": pdf,
  "document.set-external-file": () => ({ fileId: newId() }),
  "document.move-series": () => ({
    id: newId(),
    notation: "LĐLĐ",
    reset: "year",
    lastNumber: 1,
    reason: "Đã dùng trước đó",
  }),
  "account.change-term": () => ({ until: null }),
  "account.delegate": () => ({
    id: newId(),
    toAccountId: newId(),
    scopes: ["letters"],
    from: DAY,
    until: DAY,
    reason: "Đi công tác",
  }),
  "account.start-handover": () => ({
    id: newId(),
    role: "officer",
    fromAccountId: newId(),
    effectiveOn: DAY,
  }),
  "account.receive-handover": () => ({ note: "" }),
  "account.set-email": () => ({ email: null }),
  "target.give": () => ({ ...share(), total: 1, source: "" }),
  "target.split": share,
  "target.set-own": () => ({ measure: "units", value: 1 }),
  "target.ask": () => ({ id: newId(), measure: "units", value: 1, reason: "Tăng thêm" }),
  "target.grant-request": () => ({ value: 1, basedOn: 0 }),
  "target.refuse-request": () => ({ word: "" }),
  "target.read-annex": () => ({ measure: "units", text: "CĐCS Mẫu: 10" }),
  "drive.plan": () => ({
    id: newId(),
    campaignId: newId(),
    facilityId: newId(),
    name: "Ngày mẫu",
    dayType: "main",
    day: DAY,
    place: "Nhà văn hóa",
    sessions: [{ id: newId(), from: "07:30", until: "10:30", slotMinutes: 30, perSlot: 5 }],
  }),
  "drive.change-plan": () => ({
    facilityId: newId(),
    name: "Ngày mẫu",
    dayType: "main",
    day: DAY,
    place: "Nhà văn hóa",
    sessions: [{ id: newId(), from: "07:30", until: "10:30", slotMinutes: 30, perSlot: 5 }],
    planVersion: 1,
  }),
  "drive.approve": () => ({ planVersion: 1 }),
  "drive.grant-desk": () => ({ login: "khong-ai", from: DAY, until: DAY }),
  "booking.hold": () => ({ id: newId(), personId: newId(), slotId: newId() }),
  "booking.answer": () => ({ answer: "release" }),
  "turnout.record": () => ({ volume: 350 }),
  "turnout.sheet": () => {
    const none = { ml250: 0, ml350: 0, ml450: 0 };
    return { outside: none, bags: none, attended: 0 };
  },
  "report.open": () => ({ id: newId() }),
  "report.remarks": () => ({ remarks: "" }),
  "report.return": () => ({ id: newId(), figure: "", text: "Xem lại" }),
};

export const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "unit.search": { words: "an" },
  "directive.suggest": { as: "reissue" },
  "directive.add-evidence": { fileId: newId() },
  "document.add-file": { fileId: newId() },
  "target.propose": { total: "10", reserve: "0", weights: "equal" },
  "target.annex": { directiveId: newId() },
};
