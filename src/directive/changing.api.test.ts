// Letters that change: amended and acknowledged again, replaced, recalled, followed below, urged.
import { expect, test } from "vitest";
import type { CastName, UnitName } from "../../test/cast.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { compareLetter, recallLetter, suggestLetter } from "./contract/family.ts";
import * as contract from "./contract.ts";
import { drafted, fromSuggestion, later, sent, sentAs, suggested, view, work } from "./family.testing.ts";
import { at, body, draftAt, issued, letter } from "./sending.testing.ts";

const THU = ["thu", "province"] as const;
const BINH = ["binh", "a"] as const;

const spread = (w: World, who: CastName, unit: UnitName, directiveId: string) =>
  w.as(who).call(contract.recordDissemination, {
    ...at(w.units[unit], directiveId),
    body: { id: newId(), heldOn: w.now.slice(0, 10), channel: "meeting", people: 12 },
  });
const recall = (w: World, who: CastName, unit: UnitName, directiveId: string) =>
  w.as(who).call(recallLetter, { ...at(w.units[unit], directiveId), body: { reason: "Ban hành nhầm" } });

/** The duties a unit owes by one family, with how each stands. */
const owed = async (w: World, who: CastName, unit: UnitName, ids: readonly string[]) =>
  Object.fromEntries(
    (await work(w, who, unit)).items
      .filter(({ directiveId }) => ids.includes(directiveId))
      .map(({ duty, state, directiveId }) => [duty, [state, ids.indexOf(directiveId)]]),
  );

/** Thu's amendment of a letter; `spreadAgain` false keeps what was spread. */
async function amended(w: World, directiveId: string, over: object, spreadAgain = true) {
  const made = await suggested(w, THU, directiveId, "amend");
  const draft = fromSuggestion(made, over);
  if ("spreadAgain" in draft.relation) draft.relation = { ...draft.relation, spreadAgain };
  return sent(w, THU, draft);
}
const AMENDED = [
  { ordinal: 1, text: "Tổ chức quán triệt, tuyên truyền sâu rộng.", duties: ["disseminate" as const] },
  {
    ordinal: 2,
    text: "Vận động, hoàn thành chỉ tiêu trước ngày 30/4/2021.",
    duties: ["mobilise" as const],
    dueOn: "2021-04-30",
  },
  { ordinal: 3, text: "Cử người dự lễ phát động.", duties: ["attend" as const] },
];

await onEveryServer("letters that change", (world) => {
  test("an amended letter is acknowledged again, by exactly those it reached", async () => {
    const w = world();
    const first = await issued(w);
    await w.as("binh").call(contract.passOn, at(w.units.a, first.id));
    await w.as("binh").call(contract.receiveDirective, at(w.units.a, first.id));
    later(w);
    const change = await amended(w, first.id, { instructions: AMENDED });
    expect(await view(w, ...THU, first.id)).toMatchObject({ state: "amended", changedBy: { id: change.id } });
    const again = await view(w, ...BINH, change.id);
    expect(again).toMatchObject({
      relation: "amend",
      of: { id: first.id, state: "amended" },
      mine: { receivedAt: null, endedAt: null, passedOnAt: expect.any(String) },
    });
    expect((await view(w, ...BINH, first.id)).mine?.endedAt).toBe(again.mine?.reachedAt);
    expect((await view(w, ...BINH, first.id)).allowedActions).toEqual([]);
    // Who got it through A gets the change through A.
    expect((await view(w, "chi", "a1", change.id)).mine?.fromUnit.id).toBe(w.units.a);
    expect((await view(w, ...THU, change.id)).counts).toMatchObject({ reached: 4, received: 0 });
    expect((await work(w, ...BINH)).unconfirmed.map((one) => one.letter.id)).toContain(change.id);
    expect((await work(w, ...BINH)).unconfirmed.map((one) => one.letter.id)).not.toContain(first.id);
    // Once amended, the next change is made to the amended letter.
    const asked = { ...at(w.units.province, first.id), query: { as: "amend" as const } };
    expect((await w.as("thu").call(suggestLetter, asked)).problem?.code).toBe("already-changed");
  });

  test("the difference is shown order by order, word by word", async () => {
    const w = world();
    const first = await issued(w);
    const change = await amended(w, first.id, { instructions: AMENDED });
    const reply = await w.as("bao").call(compareLetter, at(w.units.b, change.id));
    const { instructions, fields, before } = reply.body;
    expect(before.id).toBe(first.id);
    expect(fields.map(({ field }) => field)).toEqual(["subject"]);
    expect(instructions.map(({ change: kind, ordinal }) => [kind, ordinal])).toEqual([
      ["changed", 1],
      ["changed", 2],
      ["added", 3],
      ["removed", null],
    ]);
    expect(instructions[0]?.parts).toContainEqual({
      text: expect.stringContaining("sâu rộng"),
      change: "added",
    });
    expect(instructions[1]).toMatchObject({ dueBefore: null, dueAfter: "2021-04-30" });
    expect((await w.as("bao").call(compareLetter, at(w.units.b, first.id))).status).toBe(404);
  });

  test("tasks follow the change: open ones re-worded, dropped ones withdrawn, asked again reopened, settled ones kept", async () => {
    const w = world();
    const first = await issued(w, [w.units.a]);
    const ids = [first.id];
    const mobilise = (await work(w, ...BINH)).items.find(
      (t) => t.duty === "mobilise" && t.directiveId === first.id,
    );
    await w
      .as("binh")
      .call(contract.settleTask, { params: { unitId: w.units.a, taskId: mobilise?.id ?? "" }, body: {} });
    await spread(w, ...BINH, first.id);
    later(w);
    const change = await amended(w, first.id, { instructions: AMENDED });
    ids.push(change.id);
    expect(await owed(w, ...BINH, ids)).toEqual({
      disseminate: ["open", 1],
      mobilise: ["settled", 0],
      attend: ["open", 1],
      "meet-target": ["withdrawn", 0],
      "invite-others": ["withdrawn", 0],
      "report-after-drive": ["withdrawn", 0],
    });
    const kept = (await work(w, ...BINH)).items.find((t) => t.id === mobilise?.id);
    expect(kept).toMatchObject({ changedSince: true, settledBy: "Bình" });
    later(w);
    // The second change is made to the first one, and asks again what that one dropped.
    const second = await amended(w, change.id, { instructions: letter().instructions }, false);
    ids.push(second.id);
    expect(await owed(w, ...BINH, ids)).toEqual({
      disseminate: ["open", 2],
      mobilise: ["settled", 0],
      attend: ["withdrawn", 1],
      "meet-target": ["open", 2],
      "invite-others": ["open", 2],
      "report-after-drive": ["open", 2],
    });
    // Opened again by hand, it is owed in the words of the letter that holds.
    await w
      .as("binh")
      .call(contract.reopenTask, { params: { unitId: w.units.a, taskId: mobilise?.id ?? "" } });
    expect((await owed(w, ...BINH, ids)).mobilise).toEqual(["open", 2]);
    expect(await view(w, ...THU, change.id)).toMatchObject({
      state: "amended",
      changedBy: { id: second.id },
    });
  });

  test("who spread the letter need not again where the change says so", async () => {
    const w = world();
    const first = await issued(w);
    await spread(w, ...BINH, first.id);
    later(w);
    const change = await amended(w, first.id, { instructions: AMENDED }, false);
    const held = await view(w, ...BINH, change.id);
    expect(held.mine).toMatchObject({ disseminatedAt: expect.any(String), receivedAt: null });
    expect((await owed(w, ...BINH, [first.id, change.id])).disseminate).toEqual(["settled", 0]);
    expect((await view(w, "bao", "b", change.id)).mine).toMatchObject({ disseminatedAt: null });
  });

  test("a letter that carries a changed one further is to follow, until its sender amends it too", async () => {
    const w = world();
    const first = await issued(w, [w.units.a]);
    const own = await sentAs(w, BINH, first.id, "reissue");
    later(w);
    expect((await work(w, ...BINH)).followUps.filter(({ letter: { id } }) => id === own.id)).toEqual([]);
    const change = await amended(w, first.id, { instructions: AMENDED });
    expect((await work(w, ...BINH)).followUps).toContainEqual({
      letter: expect.objectContaining({ id: own.id, state: "issued" }),
      because: expect.objectContaining({ id: change.id }),
    });
    expect((await view(w, ...BINH, own.id)).parentChanged).toMatchObject({ id: change.id });
    // It stays in force below meanwhile, and is known as what carries the order.
    expect((await view(w, "chi", "a1", own.id)).mine?.endedAt).toBeNull();
    expect((await view(w, ...BINH, change.id)).carriedBy).toMatchObject({ id: own.id });
    later(w);
    const made = await suggested(w, BINH, own.id, "amend");
    expect(made.relation).toMatchObject({ kind: "amend", ofId: own.id, parentId: change.id });
    expect(made.letter.instructions.map(({ text }) => text)).toEqual(
      AMENDED.map(({ text }) => text.replace("30/4/2021", "28/04/2021")),
    );
    expect(made.letter.bases.map(({ number }) => number)).toContain(
      `${(await view(w, ...THU, change.id)).number}/LĐLĐ`,
    );
    const follow = await sent(w, BINH, fromSuggestion(made));
    expect((await work(w, ...BINH)).followUps.map(({ letter: { id } }) => id)).not.toContain(follow.id);
    expect((await view(w, ...BINH, follow.id)).parentChanged).toBeNull();
    expect((await view(w, "chi", "a1", follow.id)).mine).toMatchObject({ receivedAt: null });
    expect((await view(w, "chi", "a1", own.id)).mine?.endedAt).not.toBeNull();
  });

  test("a replaced letter is replaced in name, and the new one says which it replaces", async () => {
    const w = world();
    const first = await issued(w);
    const made = await suggested(w, THU, first.id, "replace");
    expect(made.letter.subject).toContain(`thay thế Công văn số ${first.letter.number}/LĐLĐ`);
    await sent(w, THU, fromSuggestion(made));
    expect((await view(w, ...THU, first.id)).state).toBe("replaced");
    expect((await recall(w, ...THU, first.id)).problem?.code).toBe("letter-not-held");
  });

  test("a recalled letter holds nowhere; what only it asked is withdrawn; who carried it further is told", async () => {
    const w = world();
    const first = await issued(w);
    const own = await sentAs(w, BINH, first.id, "reissue");
    later(w);
    expect((await recall(w, "binh", "a", first.id)).status).toBe(404);
    expect((await recall(w, ...THU, first.id)).status).toBe(200);
    expect((await recall(w, ...THU, first.id)).status).toBe(200);
    const seen = await view(w, "bao", "b", first.id);
    expect(seen).toMatchObject({ state: "recalled", recall: { reason: "Ban hành nhầm", by: "Thu" } });
    expect(seen.mine?.endedAt).not.toBeNull();
    expect(seen.allowedActions).toEqual([]);
    const states = new Set(
      Object.values(await owed(w, "bao", "b", [first.id])).map((one) => (one as string[])[0]),
    );
    expect([...states]).toEqual(["withdrawn"]);
    // A's own letter stays in force for its unions until A follows.
    expect((await view(w, "chi", "a1", own.id)).mine?.endedAt).toBeNull();
    expect((await work(w, ...BINH)).followUps).toContainEqual({
      letter: expect.objectContaining({ id: own.id }),
      because: expect.objectContaining({ id: first.id, state: "recalled" }),
    });
    const passed = await w.as("bao").call(contract.passOn, at(w.units.b, first.id));
    expect(passed.problem?.code).toBe("parent-not-held");
    const carry = { ...at(w.units.b, first.id), query: { as: "reissue" as const } };
    expect((await w.as("bao").call(suggestLetter, carry)).problem?.code).toBe("parent-not-held");
    // Receipt of what did arrive is still a fact.
    expect(
      (await w.as("bao").call(contract.receiveDirective, { ...at(w.units.b, first.id), body: {} })).status,
    ).toBe(200);
  });

  test("a duty that two letters of the order ask stays when one is recalled, in the words of the other", async () => {
    const w = world();
    const first = await issued(w, [w.units.a, w.units.a1]);
    const own = await sentAs(w, BINH, first.id, "reissue");
    later(w);
    const ids = [first.id, own.id];
    expect((await owed(w, "chi", "a1", ids)).mobilise).toEqual(["open", 1]);
    expect((await recall(w, ...BINH, own.id)).status).toBe(200);
    expect((await owed(w, "chi", "a1", ids)).mobilise).toEqual(["open", 0]);
    expect((await owed(w, "son", "a2", ids)).mobilise).toEqual(["withdrawn", 1]);
    expect((await view(w, ...THU, first.id)).counts).toMatchObject({ reached: 2 });
  });

  test("whoever is late is urged by a letter that names what, since when, and asks an answer", async () => {
    const w = world();
    const began = w.now;
    const draft = body([w.units.a, w.units.b], {
      letter: letter({
        number: "877",
        instructions: [
          {
            ordinal: 1,
            text: "Quán triệt trước ngày 22/01/2021.",
            duties: ["disseminate"],
            dueOn: "2021-01-22",
          },
        ],
      }),
    });
    await draftAt(w, draft);
    await w.as("thu").call(contract.issueDirective, at(w.units.province, draft.id));
    const early = { ...at(w.units.province, draft.id), query: { as: "urge" as const } };
    expect((await w.as("thu").call(suggestLetter, early)).problem?.code).toBe("no-recipients");
    await spread(w, "bao", "b", draft.id);
    w.now = "2021-01-25T02:00:00.000Z";
    const made = await suggested(w, THU, draft.id, "urge");
    expect(made.recipients.map(({ unit }) => unit.id)).toEqual([w.units.a]);
    expect(made.letter.subject).toContain("đôn đốc thực hiện Công văn số 877/LĐLĐ ngày 18/01/2021");
    expect(made.letter.instructions.map(({ text }) => text)).toEqual([
      "Đến ngày 25/01/2021, còn 1 công đoàn chưa xác nhận đã nhận văn bản (hạn ngày 20/01/2021): LĐLĐ huyện An.",
      "Đến ngày 25/01/2021, còn 1 công đoàn chưa thực hiện việc “Quán triệt, tuyên truyền” (hạn ngày 22/01/2021): LĐLĐ huyện An.",
      expect.stringContaining("trước ngày 27/01/2021"),
    ]);
    const urging = await sent(w, THU, fromSuggestion(made));
    const reached = await view(w, ...BINH, urging.id);
    expect(reached).toMatchObject({ relation: "urge", of: { id: draft.id }, campaignId: draft.campaign.id });
    // It is confirmed like any letter, owes nothing of its own, and never counts as the order's.
    expect((await work(w, ...BINH)).items.filter(({ directiveId }) => directiveId === urging.id)).toEqual([]);
    expect((await view(w, ...THU, draft.id)).counts).toMatchObject({ reached: 2, received: 1 });
    w.now = began;
  });

  test("a change that was drafted beside another one finds the letter changed already", async () => {
    const w = world();
    const first = await issued(w);
    const made = await suggested(w, THU, first.id, "amend");
    const [one, other] = [fromSuggestion(made), fromSuggestion(made)];
    for (const draft of [one, other]) expect((await drafted(w, THU, draft)).status).toBe(200);
    const replies = await Promise.all(
      [one, other].map(({ id }) => w.as("thu").call(contract.issueDirective, at(w.units.province, id))),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(replies.find((reply) => reply.status === 409)?.problem?.code).toBe("already-changed");
  });
});
