// One order, many letters: carried further at each level, linked both ways, numbered, seen by whom it concerns.
import { expect, test } from "vitest";
import type { CastName, UnitName } from "../../test/cast.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { letterDocx, listReissues, suggestLetter } from "./contract/family.ts";
import * as contract from "./contract.ts";
import {
  drafted,
  fromSuggestion,
  later,
  sent,
  sentAs,
  status,
  suggested,
  view,
  work,
} from "./family.testing.ts";
import { at, body, draftAt, issued, letter } from "./sending.testing.ts";

/** The province's letter, carried further by A to its grassroots unions, and by A1 to its section. */
async function threeLevels(w: World) {
  const first = await issued(w);
  later(w);
  const second = await sentAs(w, ["binh", "a"], first.id, "reissue");
  later(w);
  const third = await sentAs(w, ["chi", "a1"], second.id, "reissue");
  later(w);
  return { first, second, third };
}

await onEveryServer("one order as many letters", (world) => {
  test("an order goes down three levels in letters of each union's own, to the last section", async () => {
    const w = world();
    const { first, second, third } = await threeLevels(w);
    const top = await view(w, "thu", "province", first.id);
    expect(top.counts).toEqual({ reached: 5, received: 2, disseminated: 0, notYetReached: 1 });
    const own = await view(w, "binh", "a", second.id);
    expect(own).toMatchObject({
      relation: "reissue",
      state: "issued",
      number: "01",
      notation: "LĐLĐ",
      issuedOn: "2021-01-18",
      parent: { id: first.id, number: first.letter.number, sender: { id: w.units.province } },
      campaignId: first.campaign.id,
    });
    expect(own.bases).toMatchObject([
      { number: `${first.letter.number}/LĐLĐ`, issuedOn: "2021-01-18", externalId: null },
    ]);
    expect(own.bases[0]?.documentId).toBe(first.documentId);
    // Whoever carries it further has received it, and has passed it on.
    const held = await view(w, "binh", "a", first.id);
    expect(held.mine).toMatchObject({ receivedAt: expect.any(String), passedOnAt: expect.any(String) });
    expect(held.carriedBy).toMatchObject({ id: second.id });
    // The section owes what a section can do, in the words of its own union's letter.
    const section = await work(w, "chi", "a1s");
    expect(section.items.map(({ duty, directiveId }) => [duty, directiveId])).toEqual([
      ["disseminate", third.id],
      ["mobilise", third.id],
      ["invite-others", third.id],
    ]);
    expect(section.unconfirmed).toMatchObject([{ letter: { id: third.id }, receiveBy: "2021-01-20" }]);
  });

  test("letters are linked both ways", async () => {
    const w = world();
    const { first, second, third } = await threeLevels(w);
    const list = async (who: CastName, unit: UnitName, id: string) =>
      (await w.as(who).call(listReissues, { ...at(w.units[unit], id), query: {} })).body.items.map(
        (link) => link.id,
      );
    expect(await list("thu", "province", first.id)).toEqual([second.id]);
    expect(await list("thu", "province", second.id)).toEqual([third.id]);
    expect(await list("bao", "b", first.id)).toEqual([]);
    const receipts = await w
      .as("thu")
      .call(contract.listReceipts, { ...at(w.units.province, first.id), query: {} });
    expect(receipts.body.items.map(({ unit, reissue }) => [unit.id, reissue?.id ?? null])).toEqual([
      [w.units.b, null],
      [w.units.a, second.id],
    ]);
  });

  test("a letter is seen by whom it concerns, up to the one it began with, and by nobody beside", async () => {
    const w = world();
    const { first, second, third } = await threeLevels(w);
    const seen = async (who: CastName, unit: UnitName) =>
      Promise.all([first, second, third].map(async ({ id }) => (await status(w, who, unit, id)) === 200));
    expect(await seen("thu", "province")).toEqual([true, true, true]);
    expect(await seen("binh", "a")).toEqual([true, true, true]);
    // The letter reached A1 through A: it may read the province's behind it.
    expect(await seen("chi", "a1")).toEqual([true, true, true]);
    expect(await seen("son", "a2")).toEqual([true, true, false]);
    expect(await seen("bao", "b")).toEqual([true, false, false]);
    expect(await seen("bich", "b1")).toEqual([false, false, false]);
    expect(await seen("xa", "other")).toEqual([false, false, false]);
  });

  test("a kept draft is written on by another hand of the office, and nothing of it is lost", async () => {
    const w = world();
    const text = "Văn bản như đã đọc.";
    const draft = body([w.units.a, w.units.b], {
      letter: letter({ text, number: "741" }),
      reportDays: 5,
      receiveDays: 4,
    });
    await draftAt(w, draft);
    const asked = { ...at(w.units.province, draft.id), query: { as: "draft" as const } };
    const { saved, ...made } = (await w.as("tuan").call(suggestLetter, asked)).body;
    expect(saved).toEqual({ documentId: draft.documentId, text, originalFileId: null, annexFileIds: [] });
    expect(made).toMatchObject({ relation: { kind: "first" }, reportDays: 5, receiveDays: 4 });
    expect(made.letter.instructions).toEqual(draft.letter.instructions);
    expect(new Set(made.recipients.map(({ unit }) => unit.id))).toEqual(new Set([w.units.a, w.units.b]));
    // Nobody else's to write on, and nobody's once it is issued.
    const elsewhere = { ...at(w.units.a, draft.id), query: { as: "draft" as const } };
    expect((await w.as("binh").call(suggestLetter, elsewhere)).status).toBe(404);
    const issued = await w.as("thu").call(contract.issueDirective, at(w.units.province, draft.id));
    expect(issued).toMatchObject({ status: 200 });
    expect((await w.as("thu").call(suggestLetter, asked)).body).toMatchObject({ code: "not-a-draft" });
  });

  test("the suggested re-issue reads like the lower union's own letter", async () => {
    const w = world();
    const draft = body([w.units.a, w.units.b], {
      letter: letter({
        number: "733",
        bases: [{ kind: "ke-hoach", number: "204/KH-BCĐ", issuedOn: "2020-10-02", issuer: "BCĐ tỉnh" }],
        instructions: [
          {
            ordinal: 1,
            text: "Tổ chức quán triệt, tuyên truyền xong trước ngày 29/01/2021.",
            duties: ["disseminate"],
            dueOn: "2021-01-29",
          },
          {
            ordinal: 2,
            text: "Chỉ đạo các công đoàn cơ sở vận động đoàn viên đăng ký hiến máu.",
            duties: ["mobilise"],
          },
          {
            ordinal: 3,
            text: "Kết thúc mỗi đợt hiến máu, trong 03 ngày báo cáo kết quả về LĐLĐ tỉnh (qua Ban CSPL&QHLĐ).",
            duties: ["report-after-drive"],
          },
        ],
      }),
    });
    await draftAt(w, draft);
    await w.as("thu").call(contract.issueDirective, at(w.units.province, draft.id));
    const made = await suggested(w, ["binh", "a"], draft.id, "reissue");
    expect(made.letter.instructions).toEqual([
      {
        ordinal: 1,
        text: "Tổ chức quán triệt, tuyên truyền xong trước ngày 27/01/2021.",
        duties: ["disseminate"],
        dueOn: "2021-01-27",
      },
      { ordinal: 2, text: "Vận động đoàn viên đăng ký hiến máu.", duties: ["mobilise"] },
      {
        ordinal: 3,
        text: "Kết thúc mỗi đợt hiến máu, trong 03 ngày báo cáo kết quả về Liên đoàn Lao động huyện An.",
        duties: ["report-after-drive"],
      },
    ]);
    expect(made.letter.bases.map(({ number }) => number)).toEqual(["204/KH-BCĐ", "733/LĐLĐ"]);
    expect(made.letter.addressees).toEqual([{ text: "Các công đoàn cơ sở trực thuộc", group: "grassroots" }]);
    expect(made.recipients.map(({ unit }) => unit.id).sort()).toEqual([w.units.a1, w.units.a2].sort());
    expect(made.nextNumber).toMatchObject({ notation: "LĐLĐ" });
    expect(made.letter.reportDuty).toMatchObject({ to: "Liên đoàn Lao động huyện An", days: 3 });
    const own = await sent(w, ["binh", "a"], fromSuggestion(made));
    const shown = await view(w, "binh", "a", own.id);
    expect(shown.text).toContain(
      "Căn cứ Công văn số 733/LĐLĐ ngày 18/01/2021 của Liên đoàn Lao động tỉnh Mẫu về việc",
    );
    expect(shown.text).toContain("Ban Thường vụ Liên đoàn Lao động huyện An đề nghị");
    expect(shown.text).toContain("TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH");
    expect(shown.bases).toMatchObject([{ externalId: expect.any(String) }, { documentId: draft.documentId }]);
    // The tasks below come from the re-issue, with its earlier day.
    expect(
      (await work(w, "chi", "a1")).items.find(
        ({ duty, directiveId }) => duty === "disseminate" && directiveId === own.id,
      ),
    ).toMatchObject({ dueOn: "2021-01-27" });
    const paper = await w.as("binh").call(letterDocx, at(w.units.a, own.id));
    expect(paper.status).toBe(200);
    expect(paper.raw.subarray(0, 2).toString()).toBe("PK");
  });

  test("only a letter that reached the union is carried further, only below it, and in the order's campaign", async () => {
    const w = world();
    const first = await issued(w, [w.units.a]);
    expect(
      (await w.as("bao").call(suggestLetter, { ...at(w.units.b, first.id), query: { as: "reissue" } }))
        .status,
    ).toBe(404);
    const made = await suggested(w, ["binh", "a"], first.id, "reissue");
    const draft = fromSuggestion(made);
    const other = { ...draft, relation: { kind: "reissue" as const, parentId: first.id } };
    const asB = await w.as("bao").call(contract.draftDirective, {
      params: { unitId: w.units.b },
      body: {
        ...other,
        id: newId(),
        documentId: newId(),
        recipients: [{ unitId: w.units.b1, addressee: "" }],
      },
    });
    expect(asB.problem?.code).toBe("parent-not-held");
    const upward = { ...draft, recipients: [{ unitId: w.units.b1, addressee: "" }] };
    expect((await drafted(w, ["binh", "a"], upward)).problem?.code).toBe("recipient-outside-subtree");
    const strayed = { ...draft, campaign: { existingId: (await issued(w)).campaign.id } };
    expect((await drafted(w, ["binh", "a"], strayed)).problem?.code).toBe("campaign-not-led");
    // Reading what the sender may do next with a letter that is not its own says so.
    const asked = { ...at(w.units.a, first.id), query: { as: "amend" as const } };
    expect((await w.as("binh").call(suggestLetter, asked)).problem?.code).toBe("letter-not-held");
  });

  test("each union numbers in its own series; a section has none; a printed number moves the series on", async () => {
    const w = world();
    const { second, third } = await threeLevels(w);
    const numberOf = async (who: CastName, unit: UnitName, id: string) =>
      (await view(w, who, unit, id)).number;
    const a = Number(await numberOf("binh", "a", second.id));
    expect(await numberOf("chi", "a1", third.id)).toMatch(/^\d+$/);
    const first = await issued(w, [w.units.a]);
    const next = await sentAs(w, ["binh", "a"], first.id, "reissue");
    expect(Number(await numberOf("binh", "a", next.id))).toBe(a + 1);
    const printed = await sentAs(w, ["binh", "a"], first.id, "reissue", { number: "40" });
    expect(await numberOf("binh", "a", printed.id)).toBe("40");
    const after = await sentAs(w, ["binh", "a"], first.id, "reissue");
    expect(await numberOf("binh", "a", after.id)).toBe("41");
    // As other bodies print it: kept, and entered nowhere.
    const odd = await sentAs(w, ["binh", "a"], first.id, "reissue", { number: "132-CV" });
    expect(await numberOf("binh", "a", odd.id)).toBe("132-CV");
    const again = fromSuggestion(await suggested(w, ["binh", "a"], first.id, "reissue"), { number: "40" });
    await drafted(w, ["binh", "a"], again);
    const taken = await w.as("binh").call(contract.issueDirective, at(w.units.a, again.id));
    expect(taken.problem?.code).toBe("number-taken");
    // Another notation, another year: another series.
    const plan = await sentAs(w, ["binh", "a"], first.id, "reissue", {
      kind: "ke-hoach",
      notation: "KH-LĐLĐ",
    });
    expect(await numberOf("binh", "a", plan.id)).toBe("01");
    const lastYear = await sentAs(w, ["binh", "a"], first.id, "reissue", { issuedOn: "2020-12-30" });
    expect(await numberOf("binh", "a", lastYear.id)).toBe("01");
    expect(await numberOf("binh", "a", (await sentAs(w, ["binh", "a"], first.id, "reissue")).id)).toBe("42");
  });

  test("two letters issued at the same moment bear two numbers", async () => {
    const w = world();
    const first = await issued(w, [w.units.b]);
    const made = await suggested(w, ["bao", "b"], first.id, "reissue");
    const drafts = [fromSuggestion(made), fromSuggestion(made), fromSuggestion(made), fromSuggestion(made)];
    for (const draft of drafts) expect((await drafted(w, ["bao", "b"], draft)).status).toBe(200);
    const replies = await Promise.all(
      drafts.map(({ id }) => w.as("bao").call(contract.issueDirective, at(w.units.b, id))),
    );
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200]);
    const numbers = await Promise.all(drafts.map(async ({ id }) => (await view(w, "bao", "b", id)).number));
    expect(numbers.sort()).toEqual(["01", "02", "03", "04"]);
  });

  test("an issued letter and its document never change, not even by hand in the database", async () => {
    const w = world();
    const { second } = await threeLevels(w);
    const attempts = [
      `update document.document set subject = 'khác' where id = '${second.documentId}'`,
      `update document.document set number = '99' where id = '${second.documentId}'`,
      `delete from document.document where id = '${second.documentId}'`,
      `update document.number set number = 999 where document_id = '${second.documentId}'`,
      `delete from document.citation where document_id = '${second.documentId}'`,
      `update directive.directive set parent_id = null where id = '${second.id}'`,
      `update directive.recipient set receive_by = receive_by + 9 where directive_id = '${second.id}'`,
      `update directive.task_step set state = 'settled' where task_id in (select id from directive.task where directive_id = '${second.id}')`,
    ];
    for (const attempt of attempts) {
      const refused = await w.pool.query(attempt).then(
        () => undefined,
        (error: { constraint?: string }) => error.constraint,
      );
      expect(refused, attempt).toMatch(/_stays$/);
    }
  });

  test("every write of a letter may come twice", async () => {
    const w = world();
    const first = await issued(w, [w.units.a]);
    const draft = await sentAs(w, ["binh", "a"], first.id, "reissue");
    const count = async () =>
      (
        await w.pool.query(
          "select (select count(*) from directive.recipient) || '/' || (select count(*) from directive.task) || '/' || (select count(*) from directive.task_step) || '/' || (select count(*) from document.number) as n",
        )
      ).rows[0].n;
    const before = await count();
    const issue = () => w.as("binh").call(contract.issueDirective, at(w.units.a, draft.id));
    expect((await issue()).status).toBe(200);
    const receive = () =>
      w
        .as("chi")
        .call(contract.receiveDirective, { ...at(w.units.a1, draft.id), body: { note: "Đã nhận bản giấy" } });
    expect((await receive()).status).toBe(200);
    later(w);
    expect((await receive()).status).toBe(200);
    expect(await count()).toBe(before);
    const mine = (await view(w, "chi", "a1", draft.id)).mine;
    expect(mine).toMatchObject({
      receivedBy: "Chi",
      receiveNote: "Đã nhận bản giấy",
      receiveBy: expect.any(String),
    });
    const rows = await w.as("binh").call(contract.listReceipts, { ...at(w.units.a, first.id), query: {} });
    expect(rows.body.items.find(({ unit }) => unit.id === w.units.a1)).toMatchObject({
      receivedBy: "Chi",
      receiveNote: "Đã nhận bản giấy",
    });
  });
});
