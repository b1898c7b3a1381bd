// Letters to send in tests: a confirmed letter of the province, drafted and issued by Thu.
import { expect } from "vitest";
import type { World } from "../../test/world.ts";
import type { Letter } from "../document/schema.ts";
import { newId } from "../platform/pure/ids.ts";
import * as contract from "./contract.ts";

export const letter = (over: Partial<Letter> = {}): Letter => ({
  kind: "cong-van",
  number: "610",
  notation: "LĐLĐ",
  issuedOn: "2021-01-18",
  subject: "tuyên truyền Chương trình Hành trình đỏ",
  addressees: [
    { text: "Liên đoàn Lao động các huyện, thành phố", group: "district-federations" },
    { text: "CĐ ngành Bình" },
  ],
  bases: [],
  instructions: [
    { ordinal: 1, text: "Tổ chức quán triệt, tuyên truyền.", duties: ["disseminate"] },
    { ordinal: 2, text: "Vận động, hoàn thành chỉ tiêu.", duties: ["mobilise", "meet-target"] },
    {
      ordinal: 3,
      text: "Quán triệt; kết thúc mỗi đợt báo cáo.",
      duties: ["disseminate", "invite-others", "report-after-drive"],
    },
  ],
  reportDuty: { when: "after-each-drive", days: 3, to: "LĐLĐ tỉnh", through: "Ban CSPL&QHLĐ" },
  targets: [],
  recipients: [],
  warnings: [],
  text: "Số: 610/LĐLĐ",
  spans: {},
  ...over,
});
const campaign = () => ({
  id: newId(),
  programme: "Giọt hồng Sông Đà",
  edition: 4,
  name: "Giọt hồng Sông Đà lần thứ IV",
  year: 2021,
  from: "2021-01-18",
  until: "2021-12-31",
});

/** A number is one letter: each of these has its own, with room for those that the series gives in between. */
let lastNumber = 590;
function nextNumber(): string {
  lastNumber += 20;
  return String(lastNumber);
}

export const body = (recipients: readonly string[], over: object = {}) => ({
  id: newId(),
  documentId: newId(),
  campaign: campaign(),
  letter: letter({ number: nextNumber() }),
  recipients: recipients.map((unitId) => ({ unitId, addressee: "Như kính gửi" })),
  ...over,
});
type Draft = ReturnType<typeof body>;
export const at = (unitId: string, directiveId: string) => ({ params: { unitId, directiveId } });
export const draftAt = (w: World, draft: Draft, who: "thu" | "binh" = "thu") =>
  w.as(who).call(contract.draftDirective, {
    params: { unitId: who === "thu" ? w.units.province : w.units.a },
    body: draft,
  });
export const issued = async (
  w: World,
  recipients: readonly string[] = [w.units.a, w.units.b],
): Promise<Draft> => {
  const draft = body(recipients);
  expect(await draftAt(w, draft)).toMatchObject({ status: 200 });
  const issue = await w.as("thu").call(contract.issueDirective, at(w.units.province, draft.id));
  expect(issue.status).toBe(200);
  return draft;
};
export const tasksOf = async (
  w: World,
  who: Parameters<World["as"]>[0],
  unitId: string,
  directiveId: string,
) =>
  (await w.as(who).call(contract.listTasks, { params: { unitId }, query: {} })).body.items.filter(
    (task) => task.directiveId === directiveId,
  );
