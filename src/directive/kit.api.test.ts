// The kit over HTTP: versions, whose kit a letter is spread with, poster, open page, and how many it reached.
import { expect, it } from "vitest";
import { onEveryServer, type World } from "../../test/world.ts";
import { execute, sql, transaction } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { kitPage, kitPoster, listReach, getKit as readKit } from "./contract/kit.ts";
import * as contract from "./contract.ts";
import { content, numbered, publish, reissued, sent } from "./kit.testing.ts";
import type { Channel } from "./schema.ts";
import { at, body, draftAt } from "./sending.testing.ts";

type Reader = "thu" | "binh" | "chi" | "son" | "bao" | "xa";
const kitAt = (w: World, who: Reader, unitId: string, directiveId: string, query = {}) =>
  w.as(who).call(readKit, { ...at(unitId, directiveId), query });
const spread = async (
  w: World,
  who: Reader,
  unitId: string,
  directiveId: string,
  channel: (typeof Channel.options)[number],
  people: number,
) =>
  expect(
    await w.as(who).call(contract.recordDissemination, {
      ...at(unitId, directiveId),
      body: { id: newId(), heldOn: w.now.slice(0, 10), channel, people },
    }),
  ).toMatchObject({ status: 200 });
const pageOf = (w: World, url: string | null) =>
  w.nobody().call(kitPage, { params: { code: url?.split("/").at(-1) ?? "" } });

await onEveryServer("the propaganda kit", (world) => {
  it("is published in versions, and what was published stays readable", async () => {
    const w = world();
    const { id } = await sent(w);
    const empty = (await kitAt(w, "thu", w.units.province, id)).body;
    expect(empty).toMatchObject({ of: null, current: null, versions: [], pageUrl: null, reach: [] });
    expect(empty.allowedActions).toEqual(["directive.publish-kit"]);
    expect((await publish(w, id)).body.version).toBe(1);
    const second = { basedOn: 1, content: content({ keyMessages: ["Mới"] }), note: "Thêm lịch" };
    expect((await publish(w, id, second, { who: "tuan" })).body.version).toBe(2);
    const now = (await kitAt(w, "thu", w.units.province, id)).body;
    expect(now.current).toMatchObject({ version: 2, note: "Thêm lịch", content: { keyMessages: ["Mới"] } });
    expect(now.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(now.pageUrl).toMatch(/^http:\/\/giothong\.test\/tuyen-truyen\/[a-z2-9]{8}$/);
    const before = (await kitAt(w, "thu", w.units.province, id, { version: 1 })).body;
    expect(before.current?.content.keyMessages).toEqual(["Hiến máu là tự nguyện."]);
    expect((await kitAt(w, "thu", w.units.province, id, { version: 3 })).status).toBe(404);
  });

  it("written from an older version it is refused, with the newest one named", async () => {
    const w = world();
    const { id } = await sent(w);
    const kitId = newId();
    expect((await publish(w, id, { id: kitId })).status).toBe(200);
    expect((await publish(w, id, { id: kitId })).body).toEqual({ id: kitId, version: 1 });
    const late = await publish(w, id);
    expect(late.status).toBe(409);
    expect(late.problem).toMatchObject({ code: "kit-moved-on", details: { version: 1 } });
    expect((await publish(w, id, { id: kitId, basedOn: 1 })).problem?.code).toBe("key-reused");
    const both = await Promise.all([
      publish(w, id, { basedOn: 1 }),
      publish(w, id, { basedOn: 1 }, { who: "tuan" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("a language is read aloud once, and only an issued letter of one's own has a kit", async () => {
    const w = world();
    const { id } = await sent(w);
    const twice = content({
      loudspeaker: [
        { language: "vi", text: "một" },
        { language: "vi", text: "hai" },
      ],
    });
    expect((await publish(w, id, { content: twice })).problem?.details).toMatchObject({
      code: "language-twice",
    });
    expect((await publish(w, id, {}, { who: "binh", unitId: w.units.a })).status).toBe(404);
    const draft = body([w.units.a]);
    await draftAt(w, draft);
    expect((await publish(w, draft.id)).problem?.code).toBe("letter-not-held");
  });

  it("a union below works with the nearest kit above it until its own letter has one", async () => {
    const w = world();
    const { id, campaignId } = await sent(w);
    const lower = await reissued(w, id, campaignId);
    await publish(w, id, { content: content({ keyMessages: ["Của tỉnh"] }) });
    const from = async () => (await kitAt(w, "chi", w.units.a1, lower)).body;
    expect(await from()).toMatchObject({ of: { id }, current: { content: { keyMessages: ["Của tỉnh"] } } });
    expect((await from()).allowedActions).toEqual(["directive.poster"]);
    const own = { content: content({ keyMessages: ["Của ngành A"] }) };
    expect((await publish(w, lower, own, { who: "binh", unitId: w.units.a })).status).toBe(200);
    expect(await from()).toMatchObject({
      of: { id: lower },
      current: { content: { keyMessages: ["Của ngành A"] } },
    });
    expect((await kitAt(w, "binh", w.units.a, id)).body.of?.id).toBe(id);
    expect((await kitAt(w, "xa", w.units.other, id)).status).toBe(404);
  });

  it("how many were reached is summed over the family's letters, for a branch and by channel", async () => {
    const w = world();
    const { id, campaignId } = await sent(w);
    const lower = await reissued(w, id, campaignId);
    await spread(w, "binh", w.units.a, id, "meeting", 30);
    await spread(w, "chi", w.units.a1, lower, "meeting", 12);
    await spread(w, "chi", w.units.a1, lower, "zalo", 40);
    await spread(w, "son", w.units.a2, lower, "zalo", 5);
    await spread(w, "bao", w.units.b, id, "loudspeaker", 200);
    const all = (await kitAt(w, "thu", w.units.province, id)).body.reach;
    expect(all).toEqual([
      { channel: "meeting", times: 2, people: 42 },
      { channel: "zalo", times: 2, people: 45 },
      { channel: "loudspeaker", times: 1, people: 200 },
    ]);
    const mine = (await kitAt(w, "chi", w.units.a1, lower)).body.reach;
    expect(mine.map(({ people }) => people)).toEqual([12, 40]);
    const ask = { ...at(w.units.province, id), query: {} };
    const rows = (await w.as("thu").call(listReach, ask)).body;
    expect(rows.next).toBeNull();
    expect(Object.fromEntries(rows.items.map(({ unit, people }) => [unit.id, people]))).toMatchObject({
      [w.units.a]: 87,
      [w.units.b]: 200,
    });
    const first = (await w.as("thu").call(listReach, { ...ask, query: { limit: 1 } })).body;
    const rest = (
      await w.as("thu").call(listReach, { ...ask, query: { limit: 50, after: first.next ?? "" } })
    ).body;
    expect([...first.items, ...rest.items]).toEqual(rows.items);
    expect((await w.as("thu").call(listReach, { ...ask, query: { after: "x" } })).status).toBe(400);
  });

  it("the page behind the code is open to everybody and tells nothing of anybody", async () => {
    const w = world();
    const { id } = await sent(w);
    await publish(w, id);
    const { pageUrl } = (await kitAt(w, "binh", w.units.a, id)).body;
    const page = await pageOf(w, pageUrl);
    expect(page.status).toBe(200);
    const text = String(page.body);
    expect(text).toContain("Giọt hồng trao đi");
    expect(text).toContain("Giọt hồng Sông Đà lần thứ IV");
    expect(text).not.toMatch(/Thu|Tuấn|<script/);
    expect((await pageOf(w, pageUrl?.toUpperCase() ?? "")).status).toBe(200);
    for (const code of ["aaaaaaaa", "x".repeat(60), "%00", "'; --"]) {
      const missing = await w.nobody().call(kitPage, { params: { code } });
      expect(missing.status).toBe(404);
      expect(String(missing.body)).toContain("<html");
    }
  });

  it("a poster on the wall follows the letter: amended it shows the newer kit, recalled it says so", async () => {
    const w = world();
    const { id, campaignId } = await sent(w);
    await publish(w, id);
    const { pageUrl } = (await kitAt(w, "thu", w.units.province, id)).body;
    const draft = body([w.units.a, w.units.b], {
      relation: { kind: "amend", ofId: id, spreadAgain: false },
      campaign: { existingId: campaignId },
      letter: numbered(),
    });
    expect(await draftAt(w, draft)).toMatchObject({ status: 200 });
    expect((await w.as("thu").call(contract.issueDirective, at(w.units.province, draft.id))).status).toBe(
      200,
    );
    expect((await publish(w, id, { basedOn: 1 })).problem?.code).toBe("letter-not-held");
    expect((await kitAt(w, "thu", w.units.province, draft.id)).body.of?.id).toBe(id);
    expect(String((await pageOf(w, pageUrl)).body)).toContain("Hiến máu là tự nguyện.");
    await publish(w, draft.id, { content: content({ keyMessages: ["Lịch đã đổi"] }) });
    expect(String((await pageOf(w, pageUrl)).body)).toContain("Lịch đã đổi");
    await transaction(w.pool, (tx) =>
      execute(
        tx,
        sql`insert into directive.recall (directive_id, reason, recalled_at) values (${draft.id}, 'Nhầm', ${w.now})`,
      ),
    );
    const gone = await pageOf(w, pageUrl);
    expect(gone.status).toBe(410);
    expect(String(gone.body)).toContain("thu hồi");
    expect(String(gone.body)).not.toContain("Lịch đã đổi");
    const poster = await w.as("thu").call(kitPoster, { ...at(w.units.province, draft.id), query: {} });
    expect(poster.status).toBe(404);
  });

  it("the poster is a PDF of the size asked for", async () => {
    const w = world();
    const { id } = await sent(w);
    const none = await w.as("binh").call(kitPoster, { ...at(w.units.a, id), query: {} });
    expect(none.status).toBe(404);
    await publish(w, id);
    for (const size of ["a4", "a3"] as const) {
      const poster = await w.as("binh").call(kitPoster, { ...at(w.units.a, id), query: { size } });
      expect(poster.status).toBe(200);
      expect(poster.raw.subarray(0, 5).toString()).toBe("%PDF-");
    }
  });
});
