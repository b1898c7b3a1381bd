// Who has received a letter as of a day gone by: the tree of that day, and what had happened by its end.
import { expect, it } from "vitest";
import type { CastName } from "../../test/cast.ts";
import { carryOut } from "../../test/decisions.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { recallLetter } from "./contract/family.ts";
import * as contract from "./contract.ts";
import { sentAs } from "./family.testing.ts";
import { at, issued } from "./sending.testing.ts";

const MERGED_ON = "2021-01-25";
const morning = (day: string): string => `${day}T02:00:00.000Z`;

const receiptsOf = (w: World, who: CastName, unitId: string, id: string, query: object) =>
  w.as(who).call(contract.listReceipts, { ...at(unitId, id), query });
const rowsOf = async (w: World, unitId: string, id: string, asOf?: string, more: object = {}) => {
  const asked = { ...more, ...(asOf !== undefined && { asOf }) };
  const { body } = await receiptsOf(w, "thu", unitId, id, asked);
  return body.items;
};
const stepsOf = async (w: World, unitId: string, id: string, asOf?: string) =>
  (await rowsOf(w, unitId, id, asOf)).map(({ unit, reached, receivedAt, disseminatedAt, below }) => [
    unit.id,
    [reached, receivedAt !== null, disseminatedAt !== null],
    [below.reached, below.received],
  ]);

await onEveryServer("who has received, as of a day", (world) => {
  it("shows what had happened by the end of that day and nothing of the days after", async () => {
    const w = world();
    const { a, a1, b, province } = w.units;
    w.now = morning("2021-01-18");
    const { id } = await issued(w, [a, b]);
    // The last moment of the 20th and the first of the 21st in Việt Nam are two different days.
    w.now = "2021-01-20T16:59:59.000Z";
    const spread = { id: newId(), heldOn: "2021-01-20", channel: "meeting" as const, people: 40, note: "" };
    const noted = { ...at(a, id), body: { note: "Đã nhận đủ" } };
    expect((await w.as("binh").call(contract.receiveDirective, noted)).status).toBe(200);
    w.now = "2021-01-20T17:00:00.000Z";
    expect(
      (await w.as("binh").call(contract.recordDissemination, { ...at(a, id), body: spread })).status,
    ).toBe(200);
    await w.as("binh").call(contract.passOn, at(a, id));
    w.now = morning("2021-01-22");
    await w.as("chi").call(contract.receiveDirective, at(a1, id));

    const other = [b, [true, false, false], [0, 0]];
    expect(await stepsOf(w, province, id, "2021-01-17")).toEqual([
      [b, [false, false, false], [0, 0]],
      [a, [false, false, false], [0, 0]],
    ]);
    expect(await stepsOf(w, province, id, "2021-01-19")).toEqual([other, [a, [true, false, false], [0, 0]]]);
    expect(await stepsOf(w, province, id, "2021-01-20")).toEqual([other, [a, [true, true, false], [0, 0]]]);
    expect(await stepsOf(w, province, id, "2021-01-21")).toEqual([other, [a, [true, true, true], [2, 0]]]);
    const now = [other, [a, [true, true, true], [2, 1]]];
    expect(await stepsOf(w, province, id)).toEqual(now);
    expect(await stepsOf(w, province, id, "2021-01-22")).toEqual(now);
    // A day that has not come is today.
    expect(await stepsOf(w, province, id, "2022-01-01")).toEqual(now);

    const wordsOn = async (asOf?: string) => {
      const row = (await rowsOf(w, province, id, asOf)).find(({ unit }) => unit.id === a);
      return [row?.receivedBy !== null, row?.receiveNote, row?.peopleReached];
    };
    expect(await wordsOn("2021-01-19")).toEqual([false, "", 0]);
    expect(await wordsOn("2021-01-20")).toEqual([true, "Đã nhận đủ", 0]);
    expect(await wordsOn()).toEqual([true, "Đã nhận đủ", 40]);
    const waiting = async (asOf?: string) =>
      (await rowsOf(w, province, id, asOf, { only: "not-received" })).map(({ unit }) => unit.id);
    expect(await waiting("2021-01-19")).toEqual([b, a]);
    expect(await waiting("2021-01-20")).toEqual([b]);
  });

  it("shows a letter that was taken back since, and the one that carried it further, as they held that day", async () => {
    const w = world();
    const { a, b, province } = w.units;
    w.now = morning("2021-01-18");
    const { id } = await issued(w, [a, b]);
    w.now = morning("2021-01-19");
    const own = await sentAs(w, ["binh", "a"], id, "reissue");
    w.now = morning("2021-01-20");
    const back = { ...at(a, own.id), body: { reason: "Sai ngày" } };
    expect((await w.as("hanh").call(recallLetter, back)).status).toBe(200);
    w.now = morning("2021-01-21");
    const all = { ...at(province, id), body: { reason: "Sai ngày" } };
    expect((await w.as("tuan").call(recallLetter, all)).status).toBe(200);
    const heldOn = async (asOf?: string) => {
      const row = (await rowsOf(w, province, id, asOf)).find(({ unit }) => unit.id === a);
      return [row?.reached, row?.reissue?.id ?? null, row?.below.reached];
    };
    expect(await heldOn("2021-01-18")).toEqual([true, null, 0]);
    expect(await heldOn("2021-01-19")).toEqual([true, own.id, 2]);
    expect(await heldOn("2021-01-20")).toEqual([true, null, 0]);
    expect(await heldOn("2021-01-21")).toEqual([false, null, 0]);
    expect(await heldOn()).toEqual([false, null, 0]);
  });

  it("is asked of the tree of that day, by whoever may see today who stands for a unit that ended", async () => {
    const w = world();
    const { a, a1, a2, province } = w.units;
    w.now = morning("2021-01-18");
    const { id } = await issued(w, [a]);
    await w.as("binh").call(contract.passOn, at(a, id));
    await w.as("chi").call(contract.receiveDirective, at(a1, id));
    await w.as("chi").call(contract.passOn, at(a1, id));
    w.now = morning(MERGED_ON);
    await carryOut(w, {
      effectiveOn: MERGED_ON,
      acts: [{ kind: "merge", fromIds: [a1], intoId: a2 }],
    });
    w.now = morning("2021-01-28");
    const below = async (asOf?: string) =>
      (await rowsOf(w, a, id, asOf)).map(({ unit, receivedAt }) => [unit.id, receivedAt !== null]);
    expect(await below("2021-01-24")).toEqual([
      [a2, false],
      [a1, true],
    ]);
    expect((await below("2021-01-26")).map(([unit]) => unit)).toEqual([a2]);
    expect(await below("2021-01-26")).toEqual(await below());

    // What stood below the ended unit: its successor's officer sees it, others below do not.
    const under = async (who: CastName, asOf?: string) => {
      const { status, body } = await receiptsOf(w, who, a1, id, asOf === undefined ? {} : { asOf });
      return status === 200 ? body.items.map(({ unit, reached }) => [unit.id, reached]) : status;
    };
    for (const who of ["thu", "binh", "son"] as const) {
      expect(await under(who, "2021-01-24"), who).toEqual([[w.units.a1s, true]]);
      expect(await under(who, "2021-01-26"), who).toBe(404);
    }
    for (const who of ["bao", "bich", "xa"] as const) expect(await under(who, "2021-01-24"), who).toBe(403);
    // The order never reached B's part: no day shows it there.
    const elsewhere = await receiptsOf(w, "bao", w.units.b, id, { asOf: "2021-01-24" });
    expect(elsewhere.status).toBe(404);
    expect((await receiptsOf(w, "thu", province, id, { asOf: "2021-02-30" })).status).toBe(400);
  });
});
