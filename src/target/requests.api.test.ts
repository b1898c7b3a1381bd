// A unit asks for another number, the giver answers; what that does to the split, and what its history tells.
import { expect, test } from "vitest";
import { type Caller, onEveryServer, type World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { targetHistory } from "./contract/history.ts";
import * as contract from "./contract/requests.ts";
import { share, split, splitCampaign, view, wrongSums } from "./targets.testing.ts";

const ask = (caller: Caller, unitId: string, campaignId: string, value: number, id = newId()) =>
  caller.call(contract.askTarget, {
    params: { unitId, campaignId },
    body: { id, measure: "units", value, reason: "Có thêm đoàn viên mới" },
  });
const list = async (caller: Caller, unitId: string, campaignId: string, of: "mine" | "below") => {
  const params = { unitId, campaignId };
  const { status, body } = await caller.call(contract.listRequests, { params, query: { of } });
  expect(status).toBe(200);
  return body;
};
const grant = (
  caller: Caller,
  place: { unitId: string; campaignId: string; requestId: string },
  body: { value: number; basedOn: number; from?: { unitId: string; value: number }[]; word?: string },
) => caller.call(contract.grantRequest, { params: place, body });

await onEveryServer("requests for another number", (world) => {
  const asked = async (w: World, value = 380) => {
    const campaignId = await splitCampaign(w);
    const requestId = newId();
    expect((await ask(w.as("chi"), w.units.a1, campaignId, value, requestId)).status).toBe(200);
    return { campaignId, requestId, unitId: w.units.a };
  };

  test("a rise is granted out of the reserve, and both sides see what became of it", async () => {
    const w = world();
    const place = await asked(w);
    const below = await list(w.as("binh"), w.units.a, place.campaignId, "below");
    expect(below.split).toEqual({ version: 1, total: 600, reserve: 50 });
    expect(below.items).toEqual([
      expect.objectContaining({
        id: place.requestId,
        unit: expect.objectContaining({ id: w.units.a1 }),
        held: 350,
        now: 350,
        asked: 380,
        state: "open",
        askedBy: "Chi",
        allowedActions: ["target.grant-request", "target.refuse-request"],
      }),
    ]);
    expect(await view(w.as("binh"), w.units.a, place.campaignId)).toMatchObject({
      waiting: 1,
      children: expect.arrayContaining([expect.objectContaining({ value: 350, asked: 380 })]),
    });
    // A deputy prepares and does not answer; the level above looks on.
    expect((await grant(w.as("lan"), place, { value: 380, basedOn: 1 })).status).toBe(403);
    const seen = await list(w.as("thu"), w.units.a, place.campaignId, "below");
    expect(seen.items[0]?.allowedActions).toEqual([]);

    const body = { value: 380, basedOn: 1, word: "Đồng ý" };
    expect((await grant(w.as("binh"), place, body)).status).toBe(200);
    expect(await view(w.as("chi"), w.units.a1, place.campaignId)).toMatchObject({ assigned: 380 });
    expect(await view(w.as("binh"), w.units.a, place.campaignId)).toMatchObject({ reserve: 20, waiting: 0 });
    const mine = await list(w.as("chi"), w.units.a1, place.campaignId, "mine");
    expect(mine.items[0]).toMatchObject({
      state: "granted",
      granted: 380,
      now: 380,
      word: "Đồng ý",
      decidedBy: "Bình",
      allowedActions: [],
    });
    // Said again it changes nothing; said otherwise it has been answered.
    expect((await grant(w.as("binh"), place, body)).status).toBe(200);
    const other = await grant(w.as("hanh"), place, { value: 390, basedOn: 2 });
    expect(other.problem?.code).toBe("request-answered");
    expect(await wrongSums(w, place.campaignId)).toEqual([]);
  });

  test("a rise beyond the reserve needs unions that give some up, named by the officer", async () => {
    const w = world();
    const place = await asked(w, 420);
    const short = await grant(w.as("binh"), place, { value: 420, basedOn: 1 });
    expect(short.problem).toMatchObject({
      code: "reserve-too-small",
      details: { reserve: 50, needed: 20 },
    });
    const more = { value: 420, basedOn: 1, from: [share(w.units.a2, 201)] };
    expect((await grant(w.as("binh"), place, more)).problem?.code).toBe("invalid-input");
    const stale = { value: 420, basedOn: 0, from: [share(w.units.a2, 20)] };
    expect((await grant(w.as("binh"), place, stale)).problem?.code).toBe("target-changed");
    expect((await list(w.as("binh"), w.units.a, place.campaignId, "below")).items[0]?.state).toBe("open");
    expect((await grant(w.as("binh"), place, { ...stale, basedOn: 1 })).status).toBe(200);
    expect(await view(w.as("son"), w.units.a2, place.campaignId)).toMatchObject({ assigned: 180 });
    expect(await view(w.as("binh"), w.units.a, place.campaignId)).toMatchObject({ reserve: 0 });
    expect(await wrongSums(w, place.campaignId)).toEqual([]);
  });

  test("one request at a time; withdrawn or refused, the number stays and another may be asked for", async () => {
    const w = world();
    const place = await asked(w);
    const { campaignId } = place;
    expect((await ask(w.as("chi"), w.units.a1, campaignId, 390)).problem?.code).toBe("request-open");
    expect((await ask(w.as("chi"), w.units.a1, campaignId, 380, place.requestId)).status).toBe(200);
    const wrongHand = { params: { ...place, unitId: w.units.a2 } };
    expect((await w.as("son").call(contract.withdrawRequest, wrongHand)).status).toBe(404);
    const own = { params: { ...place, unitId: w.units.a1 } };
    for (const _ of [1, 2]) expect((await w.as("chi").call(contract.withdrawRequest, own)).status).toBe(200);
    expect((await ask(w.as("chi"), w.units.a1, campaignId, 350)).problem?.code).toBe("request-same");
    const second = newId();
    expect((await ask(w.as("chi"), w.units.a1, campaignId, 300, second)).status).toBe(200);
    const refusing = { params: { ...place, requestId: second }, body: { word: "Giữ nguyên chỉ tiêu" } };
    expect((await w.as("binh").call(contract.refuseRequest, refusing)).status).toBe(200);
    expect((await list(w.as("chi"), w.units.a1, campaignId, "mine")).items).toMatchObject([
      { state: "refused", word: "Giữ nguyên chỉ tiêu", granted: null },
      { state: "withdrawn" },
    ]);
    expect(await view(w.as("chi"), w.units.a1, campaignId)).toMatchObject({ assigned: 350 });
    // The leading unit's number comes from outside: nobody here gives it.
    expect((await ask(w.as("thu"), w.units.province, campaignId, 2000)).problem?.code).toBe("no-giver");
  });

  test("of two officers who answer at once one does, and of two requests at once one stands", async () => {
    const w = world();
    const place = await asked(w);
    const answers = await Promise.all([
      grant(w.as("binh"), place, { value: 380, basedOn: 1 }),
      w.as("hanh").call(contract.refuseRequest, { params: place, body: {} }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const both = await Promise.all([
      ask(w.as("son"), w.units.a2, place.campaignId, 210),
      ask(w.as("son"), w.units.a2, place.campaignId, 220),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await wrongSums(w, place.campaignId)).toEqual([]);
  });

  test("every version is told with who, when, why and what changed; a change without a reason is refused", async () => {
    const w = world();
    const place = await asked(w);
    await grant(w.as("binh"), place, { value: 370, basedOn: 1 });
    const shares = [share(w.units.a1, 360), share(w.units.a2, 200)];
    const silent = await split(w.as("hanh"), w.units.a, place.campaignId, {
      basedOn: 2,
      shares,
      reserve: 40,
    });
    expect(silent.problem?.code).toBe("reason-missing");
    const told = { basedOn: 2, shares, reserve: 40, reason: "Rà soát lại số đoàn viên" };
    expect((await split(w.as("hanh"), w.units.a, place.campaignId, told)).status).toBe(200);
    const upper = [share(w.units.a, 620), share(w.units.b, 300)];
    const raised = { basedOn: 1, shares: upper, reserve: 80, reason: "Tỉnh giao thêm" };
    expect((await split(w.as("thu"), w.units.province, place.campaignId, raised)).status).toBe(200);

    const params = { unitId: w.units.a, campaignId: place.campaignId };
    const first = await w.as("thu").call(targetHistory, { params, query: { limit: 3 } });
    expect(first.body.items).toMatchObject([
      {
        version: 4,
        cause: "followed",
        total: 620,
        reserve: 60,
        before: { total: 600, reserve: 40 },
        changes: [],
      },
      {
        version: 3,
        cause: "decided",
        decidedBy: "Hạnh",
        reason: "Rà soát lại số đoàn viên",
        changes: [{ unit: { id: w.units.a1 }, was: 370, becomes: 360 }],
      },
      { version: 2, cause: "granted", reason: "Có thêm đoàn viên mới", inForceOn: "2021-01-18" },
    ]);
    const rest = await w.as("thu").call(targetHistory, { params, query: { after: first.body.next ?? "" } });
    expect(rest.body).toMatchObject({ items: [{ version: 1, before: null, changes: [{}, {}] }], next: null });
    const top = await w.as("thu").call(targetHistory, {
      params: { ...params, unitId: w.units.province },
      query: {},
    });
    expect(top.body.items.at(-1)).toMatchObject({ version: 1, source: "Kế hoạch 204/KH-BCĐ" });
  });
});
