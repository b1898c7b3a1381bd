// A unit's number series over HTTP: begun, moved past numbers used elsewhere, never backwards.
import { expect, it } from "vitest";
import { onEveryServer, type World } from "../../test/world.ts";
import { execute, sql, transaction } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import * as contract from "./contract.ts";

const move = (w: World, over: object = {}, id = newId(), who: "thu" | "tuan" = "thu") =>
  w.as(who).call(contract.moveSeries, {
    params: { unitId: w.units.province },
    body: { id, notation: "LĐLĐ", reset: "year", lastNumber: 609, reason: "Đã dùng trong sổ giấy", ...over },
  });
const list = async (w: World, who: "thu" | "tuan" = "thu") =>
  (await w.as(who).call(contract.listSeries, { params: { unitId: w.units.province } })).body.items;

await onEveryServer("number series", (world) => {
  it("begins where the paper book stands, and says why numbers are missing", async () => {
    const id = newId();
    expect((await move(world(), {}, id)).status).toBe(200);
    expect((await move(world(), {}, id)).status).toBe(200);
    const reason = "Đã dùng trong sổ giấy";
    expect(await list(world())).toMatchObject([
      {
        notation: "LĐLĐ",
        reset: "year",
        period: "2021",
        lastNumber: 609,
        moves: [{ from: 0, to: 609, reason }],
      },
    ]);
    expect((await move(world(), { lastNumber: 700 }, id)).problem?.code).toBe("key-reused");
  });

  it("moves on and never back", async () => {
    expect((await move(world(), { lastNumber: 612, reason: "Ba công văn gửi tay" })).status).toBe(200);
    const back = await move(world(), { lastNumber: 611 });
    expect(back.problem).toMatchObject({ code: "series-backwards", details: { last: 612 } });
    expect(JSON.stringify(back.problem)).toContain("612");
    expect((await list(world()))[0]?.moves.map(({ to }) => to)).toEqual([612, 609]);
  });

  it("begins again with the year, and only then", async () => {
    const w = world();
    const then = w.now;
    w.now = "2021-12-31T17:30:00.000Z";
    expect((await list(w, "tuan"))[0]).toMatchObject({ period: "2022", lastNumber: 0, moves: [] });
    expect((await move(w, { lastNumber: 4 }, newId(), "tuan")).status).toBe(200);
    expect((await list(w, "tuan"))[0]).toMatchObject({ period: "2022", lastNumber: 4 });
    w.now = then;
  });

  it("a series by terms needs the term's name", async () => {
    const body = { notation: "QĐ-LĐLĐ", reset: "term", lastNumber: 0 };
    expect((await move(world(), body)).problem?.code).toBe("term-missing");
    expect((await move(world(), { ...body, term: "2018-2023" })).status).toBe(200);
    expect((await move(world(), { ...body, term: "2018-2023", lastNumber: 30 })).status).toBe(200);
    expect((await move(world(), { ...body, term: "2023-2028" })).status).toBe(200);
    const over = await move(world(), { ...body, term: "2018-2023", lastNumber: 31 });
    expect(over.problem?.code).toBe("series-backwards");
    expect((await list(world())).find(({ notation }) => notation === "QĐ-LĐLĐ")).toMatchObject({
      reset: "term",
      period: "2023-2028",
      lastNumber: 0,
    });
  });

  it("a series that never began again may begin with the year, past what this year's letters bear", async () => {
    const w = world();
    const body = { notation: "TB-LĐLĐ", reset: "never", lastNumber: 800 };
    expect((await move(w, body)).status).toBe(200);
    const documentId = newId();
    await transaction(w.pool, async (tx) => {
      await execute(
        tx,
        sql`insert into document.document (id, unit_id, kind, number, notation, issued_on, created_at)
            values (${documentId}, ${w.units.province}, 'thong-bao', '12', 'TB-LĐLĐ', ${w.now.slice(0, 10)}, ${w.now})`,
      );
      await execute(
        tx,
        sql`insert into document.number (unit_id, notation, period, number, document_id, given_at)
            values (${w.units.province}, 'TB-LĐLĐ', '', 12, ${documentId}, ${w.now})`,
      );
    });
    const tooLow = await move(w, { ...body, reset: "year", lastNumber: 11 });
    expect(tooLow.problem).toMatchObject({ code: "series-backwards", details: { last: 12 } });
    expect((await move(w, { ...body, reset: "year", lastNumber: 12 })).status).toBe(200);
    expect((await list(w)).find(({ notation }) => notation === "TB-LĐLĐ")).toMatchObject({
      reset: "year",
      period: "2021",
      lastNumber: 12,
    });
    // Back again it goes on from where it is.
    expect((await move(w, { ...body, lastNumber: 11 })).problem?.code).toBe("series-backwards");
    expect((await move(w, { ...body, lastNumber: 812 })).status).toBe(200);
  });
});
