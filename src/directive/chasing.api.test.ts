// Following an order: who may, as of which moment, in which tree; the picture of a tree too wide to draw; the Zalo text.
import { expect, test } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { letterOf, type RowFacts, rowOf, taskOf, writeHistory } from "./chasing.testing.ts";
import { letterCascade, letterLevels, letterPace, listLate } from "./contract/chasing.ts";
import * as contract from "./contract.ts";
import { draftAt, body as draftBody } from "./sending.testing.ts";

await onEveryServer("following an order", (world) => {
  const ask = (who: "thu" | "binh" | "bao" | "xa", unitId: string, directiveId: string) => {
    const params = { unitId, directiveId };
    return {
      levels: (query = {}) => world().as(who).call(letterLevels, { params, query }),
      late: (query = {}) => world().as(who).call(listLate, { params, query }),
      pace: () => world().as(who).call(letterPace, { params }),
      cascade: () => world().as(who).call(letterCascade, { params }),
      text: () => world().as(who).call(contract.reminderText, { params }),
    };
  };
  const travel = async (instant: string) => {
    world().now = instant;
    await world().pool.query("update account.session set expires_at = '2030-01-01'");
  };

  test("a draft is followed by nobody, a letter by no unit outside its tree", async () => {
    const w = world();
    const draft = draftBody([w.units.a]);
    expect((await draftAt(w, draft)).status).toBe(200);
    expect((await ask("thu", w.units.province, draft.id).levels()).status).toBe(404);
    const letter = letterOf(w.units.province);
    const rows = [rowOf(letter, w.units.a), rowOf(letter, w.units.a1, { fromUnitId: w.units.a })];
    await writeHistory(w, w.units.province, { letters: [letter], rows, tasks: [] });
    for (const what of ["levels", "late", "pace", "cascade"] as const) {
      expect((await ask("bao", w.units.b, letter.id)[what]()).status).toBe(404);
      expect((await ask("xa", w.units.province, letter.id)[what]()).status).toBe(403);
      expect((await ask("binh", w.units.a, letter.id)[what]()).status).toBe(200);
    }
    const { body } = await ask("binh", w.units.a, letter.id).levels();
    expect(body.levels).toMatchObject([
      { kind: "grassroots", units: 2, reached: 1 },
      { kind: "section", units: 1, reached: 0 },
    ]);
  });

  test("a moment that has not come is now, and one before the letter shows nothing", async () => {
    const w = world();
    await travel("2021-03-01T02:00:00.000Z");
    const letter = letterOf(w.units.province, { issuedAt: "2021-02-01T02:00:00.000Z" });
    const rows = [rowOf(letter, w.units.a, { receiveBy: "2021-02-03" })];
    await writeHistory(w, w.units.province, { letters: [letter], rows, tasks: [] });
    const asked = ask("thu", w.units.province, letter.id);
    expect((await asked.levels({ at: "2031-01-01T00:00:00Z" })).body.at).toBe(w.now);
    const before = await asked.levels({ at: "2021-02-01T08:59:59+07:00" });
    expect(before.body.at).toBe("2021-02-01T01:59:59.000Z");
    expect(before.body.levels.every(({ reached, late }) => reached === 0 && late === 0)).toBe(true);
    // Late from the day after, by local days: 3 February ends at 17:00 UTC.
    expect((await asked.late({ at: "2021-02-03T16:59:59Z" })).body).toMatchObject({ total: 0, items: [] });
    expect((await asked.late({ at: "2021-02-03T17:00:00Z" })).body).toMatchObject({
      total: 1,
      items: [{ what: "receive", dueOn: "2021-02-03", daysLate: 1, from: { id: w.units.province } }],
    });
    expect(
      (await asked.late({ after: "2021-02-31:receive|01910000-0000-7000-8111-000000000001" })).status,
    ).toBe(400);
    expect((await asked.late({ after: "quatsch" })).status).toBe(400);
  });

  test("the tree is that of the asked moment's day: a union that moved is found where it stood", async () => {
    const w = world();
    await travel("2021-03-10T02:00:00.000Z");
    const letter = letterOf(w.units.province, { issuedAt: "2021-02-01T02:00:00.000Z" });
    const rows = [rowOf(letter, w.units.a2, { fromUnitId: w.units.a })];
    await writeHistory(w, w.units.province, { letters: [letter], rows, tasks: [] });
    const moves = async (to: "a" | "b", until: string | null) => {
      await w.pool.query(
        "update unit.path set valid = daterange(lower(valid), '2021-03-01') where unit_id = $1 and upper(valid) is null",
        [w.units.a2],
      );
      await w.pool.query(
        `insert into unit.path (unit_id, parent_id, path, depth, valid, credit_unit_id)
         select $1, p.unit_id, p.path || (select no from unit.unit where id = $1) || '.', p.depth + 1, daterange('2021-03-01', $3), $1
         from unit.path p where p.unit_id = $2`,
        [w.units.a2, w.units[to], until],
      );
    };
    await moves("b", null);
    try {
      const asked = ask("binh", w.units.a, letter.id);
      const grassroots = async (query = {}) =>
        (await ask("thu", w.units.province, letter.id).levels(query)).body.levels.find(
          ({ kind }) => kind === "grassroots",
        )?.reached;
      expect(await grassroots()).toBe(1);
      const before = await ask("bao", w.units.b, letter.id).levels({ at: "2021-02-10T00:00:00Z" });
      const after = await ask("bao", w.units.b, letter.id).levels();
      expect(before.body.levels).toMatchObject([{ kind: "grassroots", units: 1, reached: 0 }]);
      expect(after.body.levels).toMatchObject([{ kind: "grassroots", units: 2, reached: 1 }]);
      expect((await asked.levels()).status).toBe(404);
    } finally {
      await w.pool.query("delete from unit.path where unit_id = $1 and lower(valid) = '2021-03-01'", [
        w.units.a2,
      ]);
      await w.pool.query("update unit.path set valid = daterange(lower(valid), null) where unit_id = $1", [
        w.units.a2,
      ]);
    }
  });

  test("the text to paste names what is past its day first, then who has not answered, then how many further down", async () => {
    const w = world();
    await travel("2021-03-10T02:00:00.000Z");
    const letter = letterOf(w.units.province);
    const done = { receivedAt: letter.issuedAt };
    const a = rowOf(letter, w.units.a, done);
    const b = rowOf(letter, w.units.b, { receiveBy: "2021-03-08" });
    const a1: RowFacts = rowOf(letter, w.units.a1, { fromUnitId: w.units.a, receiveBy: "2021-03-08" });
    await writeHistory(w, w.units.province, {
      letters: [letter],
      rows: [a, b, a1],
      tasks: [
        taskOf(a, "mobilise", "2021-03-09"),
        taskOf(b, "mobilise", "2021-03-09"),
        taskOf(a, "attend", "2021-03-10"),
      ],
    });
    const { text } = (await ask("thu", w.units.province, letter.id).text()).body;
    expect(text.split("\n").slice(1)).toEqual([
      "Quá hạn ngày 08/03/2021 – xác nhận đã nhận: CĐ ngành Bình.",
      "Quá hạn ngày 09/03/2021 – Vận động hiến máu: CĐ ngành Bình, LĐLĐ huyện An.",
      "Còn 1 công đoàn đã nhận nhưng chưa ghi nhận quán triệt, tuyên truyền: LĐLĐ huyện An.",
      "Ngoài ra còn 1 công đoàn cấp dưới nữa đang quá hạn.",
      "Đề nghị các công đoàn vào http://giothong.test để xác nhận. Trân trọng cảm ơn.",
    ]);
  });

  test("a level too wide to draw is summed up under the level above; the curve keeps to 200 points", async () => {
    const w = world();
    await travel("2021-03-10T02:00:00.000Z");
    const letter = letterOf(w.units.province);
    await writeHistory(w, w.units.province, {
      letters: [letter],
      rows: [rowOf(letter, w.units.b), rowOf(letter, w.units.b1, { fromUnitId: w.units.b })],
      tasks: [],
    });
    const groups = Array.from({ length: 2100 }, () => newId());
    const under = "from unnest($1::uuid[]) with ordinality as t (id, i)";
    for (const statement of [
      `insert into unit.unit (id, side, opened_on) select id, 'union', '2018-01-01' ${under}`,
      `insert into unit.naming (unit_id, kind, name, short_name, notation, place_name, sort_key, search_key, valid)
       select id, 'group', 'Tổ ' || i, 'Tổ ' || i, 'TCĐ', 'Mẫu', i::text, i::text, daterange('2018-01-01', null) ${under}`,
    ])
      await w.pool.query(statement, [groups]);
    await w.pool.query(
      `insert into unit.path (unit_id, parent_id, path, depth, valid, credit_unit_id)
       select t.id, $2, p.path || u.no || '.', p.depth + 1, daterange('2018-01-01', null), t.id
       from unnest($1::uuid[]) as t (id) join unit.unit u on u.id = t.id join unit.path p on p.unit_id = $2`,
      [groups, w.units.b1],
    );
    // Half of them confirmed, one a minute.
    await w.pool.query(
      `insert into directive.recipient (directive_id, root_id, unit_id, from_unit_id, addressee, reached_at, received_at)
       select $2, $2, id, $3, '', $4::timestamptz, case when i <= 1050 then $4::timestamptz + i * interval '1 minute' end ${under}`,
      [groups, letter.id, w.units.b1, letter.issuedAt],
    );
    const { body } = await ask("thu", w.units.province, letter.id).cascade();
    expect(body.nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining([w.units.province, w.units.a, w.units.b, w.units.a1, w.units.b1]),
    );
    expect(body.nodes).toHaveLength(6);
    expect(body.nodes[0]).toMatchObject({ id: w.units.province, parentId: null, carriedAt: letter.issuedAt });
    const node = (id: string) => body.nodes.find((one) => one.id === id);
    expect(node(w.units.a1)?.below).toEqual({ units: 1, receivedAt: [] });
    expect(node(w.units.a2)?.below).toBeNull();
    const below = node(w.units.b1)?.below;
    expect(below?.units).toBe(2100);
    // 40 points would be all of them: half of them are 20, evenly over the 1,050 minutes.
    const minutes = below?.receivedAt.map((at) => (Date.parse(at) - Date.parse(letter.issuedAt)) / 60_000);
    expect(minutes).toEqual(Array.from({ length: 20 }, (_, i) => Math.ceil((i + 1) * 52.5)));

    const pace = (await ask("thu", w.units.province, letter.id).pace()).body;
    expect(pace.units).toBe(2106);
    expect(pace.points.length).toBeLessThanOrEqual(200);
    expect(pace.points.length).toBeGreaterThan(190);
    expect(pace.points[0]).toMatchObject({ at: letter.issuedAt, reached: 2102, received: 0 });
    expect(pace.points.at(-1)).toMatchObject({ reached: 2102, received: 1050 });
    expect(pace).toMatchObject({ hoursToHalf: null, hoursToAll: null, last: { unit: { id: groups[1049] } } });
  });
});
