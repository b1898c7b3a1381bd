// A letter at its sender: addressees, the draft, issuing it, and what never changes after.
import { expect, test } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { getCampaign, listCampaigns } from "../campaign/contract.ts";
import * as contract from "./contract.ts";
import { at, body, draftAt, issued, letter, tasksOf } from "./sending.testing.ts";

await onEveryServer("letters that order", (world) => {
  test("addressees stand for units of the tree on the letter's day, a group and a name alike", async () => {
    const w = world();
    const reply = await w.as("thu").call(contract.resolveAddressees, {
      params: { unitId: w.units.province },
      body: { addressees: letter().addressees, asOf: "2021-01-18" },
    });
    expect(reply.body.addressees.map(({ units }) => units.map(({ id }) => id))).toEqual([
      [w.units.a],
      [w.units.b],
    ]);
    const before = await w.as("thu").call(contract.resolveAddressees, {
      params: { unitId: w.units.province },
      body: { addressees: letter().addressees, asOf: "2017-12-31" },
    });
    expect(before.body.addressees.map(({ units }) => units)).toEqual([[], []]);
  });

  test("a draft is seen by its sender only, and reaches nobody before it is issued", async () => {
    const w = world();
    const draft = body([w.units.a]);
    await draftAt(w, draft);
    const own = await w.as("thu").call(contract.getDirective, at(w.units.province, draft.id));
    expect(own.body).toMatchObject({
      state: "draft",
      title: "tuyên truyền Chương trình Hành trình đỏ",
      number: draft.letter.number,
      reportDays: 3,
      reportThrough: "Ban CSPL&QHLĐ",
      mine: null,
      counts: { reached: 0, notYetReached: 1 },
    });
    expect(own.body.allowedActions.sort()).toEqual([
      "directive.attach",
      "directive.draft",
      "directive.issue",
    ]);
    expect((await w.as("binh").call(contract.getDirective, at(w.units.a, draft.id))).status).toBe(404);
    expect((await w.as("binh").call(contract.receiveDirective, at(w.units.a, draft.id))).status).toBe(404);
    expect(await tasksOf(w, "binh", w.units.a, draft.id)).toEqual([]);
  });

  test("a draft confirmed again under its id is replaced, never doubled; an issued one answers that it stays", async () => {
    const w = world();
    const draft = body([w.units.a, w.units.b]);
    await draftAt(w, draft);
    const again = {
      ...draft,
      campaign: { ...draft.campaign, name: "Tên đã sửa" },
      letter: letter({ subject: "nội dung đã sửa", instructions: letter().instructions.slice(0, 1) }),
      recipients: draft.recipients.slice(0, 1),
    };
    expect((await draftAt(w, again)).status).toBe(200);
    const seen = await w.as("thu").call(contract.getDirective, at(w.units.province, draft.id));
    expect(seen.body).toMatchObject({ title: "nội dung đã sửa", counts: { notYetReached: 1 } });
    expect(seen.body.instructions).toHaveLength(1);
    const led = { params: { unitId: w.units.a1, campaignId: draft.campaign.id } };
    expect((await w.as("chi").call(getCampaign, led)).body).toMatchObject({
      name: "Tên đã sửa",
      unitId: w.units.province,
      unitName: "Liên đoàn Lao động tỉnh Mẫu",
      from: "2021-01-18",
      until: "2021-12-31",
      unitRule: "bag",
    });
    await w.as("thu").call(contract.issueDirective, at(w.units.province, draft.id));
    expect((await draftAt(w, again)).problem?.code).toBe("not-a-draft");
    // The id is the province's: nobody else's draft may take it.
    const stolen = { ...body([w.units.a1]), id: draft.id };
    expect((await draftAt(w, stolen, "binh")).problem?.code).toBe("key-reused");
  });

  test("a letter goes only to unions below the sender, and never to nobody", async () => {
    const w = world();
    const outside = await draftAt(w, body([w.units.a, w.units.other, w.units.province]));
    expect(outside.problem?.code).toBe("recipient-outside-subtree");
    expect(outside.problem?.details.units).toEqual(expect.arrayContaining([w.units.other, w.units.province]));
    expect((await draftAt(w, body([]))).problem?.code).toBe("no-recipients");
    expect((await draftAt(w, body([w.units.b1]), "binh")).problem?.code).toBe("recipient-outside-subtree");
    const early = body([w.units.a], { letter: letter({ issuedOn: "2017-06-01" }) });
    expect((await draftAt(w, early)).problem?.code).toBe("recipient-outside-subtree");
  });

  test("a letter joins a campaign its own unit leads, and no other", async () => {
    const w = world();
    const first = await issued(w);
    const more = body([w.units.a], { campaign: { existingId: first.campaign.id } });
    expect((await draftAt(w, more)).status).toBe(200);
    const foreign = body([w.units.a1], { campaign: { existingId: first.campaign.id } });
    expect((await draftAt(w, foreign, "binh")).problem?.code).toBe("campaign-not-led");
    const page = { params: { unitId: w.units.a1 }, query: { limit: 1 } };
    const listed = await w.as("chi").call(listCampaigns, page);
    expect(listed.body.items).toHaveLength(1);
    const next = await w.as("chi").call(listCampaigns, {
      ...page,
      query: { limit: 200, after: listed.body.next ?? "" },
    });
    expect(next.body.items.map(({ id }) => id)).not.toContain(listed.body.items[0]?.id);
    expect(
      (await w.as("xa").call(listCampaigns, { params: { unitId: w.units.other }, query: {} })).body.items,
    ).toEqual([]);
    const strange = { params: { unitId: w.units.other, campaignId: first.campaign.id } };
    expect((await w.as("xa").call(getCampaign, strange)).status).toBe(404);
    expect((await w.as("chi").call(listCampaigns, { ...page, query: { after: "x|y" } })).problem?.code).toBe(
      "invalid-input",
    );
  });

  test("issuing reaches every recipient with one task per duty, the first sentence that orders it owning it", async () => {
    const w = world();
    const { id } = await issued(w);
    const owed = await tasksOf(w, "binh", w.units.a, id);
    expect(owed.map(({ duty, ordinal }) => [duty, ordinal])).toEqual([
      ["disseminate", 1],
      ["mobilise", 2],
      ["meet-target", 2],
      ["invite-others", 3],
      ["report-after-drive", 3],
    ]);
    expect(owed[0]).toMatchObject({
      sentence: "Tổ chức quán triệt, tuyên truyền.",
      state: "open",
      allowedActions: ["directive.disseminate", "directive.add-evidence"],
    });
    expect(owed[1]?.allowedActions).toEqual(["directive.settle-task", "directive.add-evidence"]);
    const again = await w.as("thu").call(contract.issueDirective, at(w.units.province, id));
    expect(again.status).toBe(200);
    const other = await w.as("tuan").call(contract.issueDirective, at(w.units.province, id));
    expect(other.problem?.code).toBe("not-a-draft");
    expect(await tasksOf(w, "binh", w.units.a, id)).toHaveLength(5);
    expect((await w.as("binh").call(contract.issueDirective, at(w.units.a, id))).status).toBe(404);
  });

  test("two officers issuing at once issue once", async () => {
    const w = world();
    const draft = body([w.units.a]);
    await draftAt(w, draft);
    const outcomes = await Promise.all(
      (["thu", "tuan", "thu", "tuan"] as const).map((who) =>
        w.as(who).call(contract.issueDirective, at(w.units.province, draft.id)),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect(await tasksOf(w, "binh", w.units.a, draft.id)).toHaveLength(5);
  });

  test("an issued letter, its sentences and whom it reached never change, not even by hand in the database", async () => {
    const w = world();
    const { id } = await issued(w);
    const attempts = [
      `update directive.directive set title = 'khác' where id = '${id}'`,
      `delete from directive.directive where id = '${id}'`,
      `update directive.instruction set text = 'khác' where directive_id = '${id}'`,
      `insert into directive.instruction values ('${id}', 9, 'thêm', '{mobilise}')`,
      `delete from directive.recipient where directive_id = '${id}'`,
      `update directive.recipient set reached_at = reached_at + interval '1 day' where directive_id = '${id}'`,
    ];
    for (const attempt of attempts) {
      const refused = await w.pool.query(attempt).then(
        () => undefined,
        (error: { constraint?: string }) => error.constraint,
      );
      expect(refused, attempt).toMatch(/^(directive|recipient)_stays$/);
    }
  });
});
