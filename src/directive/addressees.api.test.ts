// Whom a letter's lines stand for in the tree of the letter's day; what is unclear is asked, never guessed.
import { expect, test } from "vitest";
import { onEveryServer } from "../../test/world.ts";
import { transaction } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { openUnit } from "../unit/service.ts";
import * as contract from "./contract.ts";

await onEveryServer("addressees on the letter's day", (world) => {
  test("addressees that could be several units, or none, are asked about and never guessed", async () => {
    const w = world();
    const open = (name: string, shortName: string, from: string) =>
      transaction(w.pool, (tx) =>
        openUnit(tx, {
          id: newId(),
          side: "union",
          kind: "grassroots",
          name,
          shortName,
          notation: "CĐCS",
          placeName: "Mẫu",
          parentId: w.units.b,
          from,
        }),
      );
    await open("CĐCS Trường Mầm non Hoa Ban", "CĐCS Hoa Ban", "2018-01-01");
    await open("CĐCS Công ty Hoa Ban", "CĐCS Hoa Ban", "2018-01-01");
    await open("CĐCS Trạm Mới", "CĐCS Trạm Mới", "2021-06-01");
    const ask = async (text: string, asOf = "2021-01-18") =>
      (
        await w.as("thu").call(contract.resolveAddressees, {
          params: { unitId: w.units.province },
          body: { addressees: [{ text }], asOf },
        })
      ).body.addressees[0];
    expect(await ask("CĐCS Hoa Ban")).toMatchObject({ certain: false, units: [{}, {}] });
    expect(await ask("CĐCS Công ty Hoa Ban")).toMatchObject({ certain: true, units: [{}] });
    expect(await ask("CĐCS Trạm Mới")).toMatchObject({ certain: false, units: [] });
    expect(await ask("CĐCS Trạm Mới", "2021-06-01")).toMatchObject({ certain: true, units: [{}] });
    expect(await ask("LĐLĐ huyện Không Có")).toMatchObject({ certain: false, units: [] });
  });

  test("a renamed unit goes by the name of the day, and a closed one is nobody from then on", async () => {
    const w = world();
    const ask = async (text: string, asOf: string) =>
      (
        await w.as("thu").call(contract.resolveAddressees, {
          params: { unitId: w.units.province },
          body: { addressees: [{ text }], asOf },
        })
      ).body.addressees[0];
    await w.pool.query(
      "update unit.naming set valid = daterange(lower(valid), '2021-03-01') where unit_id = $1",
      [w.units.a2],
    );
    await w.pool.query(
      `insert into unit.naming (unit_id, kind, name, short_name, notation, place_name, sort_key, search_key, valid)
       select unit_id, kind, 'CĐCS Trường Liên cấp Đổi Tên', 'CĐCS Đổi Tên', notation, place_name, sort_key, search_key,
              daterange('2021-03-01', null) from unit.naming where unit_id = $1`,
      [w.units.a2],
    );
    expect(await ask("CĐCS Trường An Hai", "2021-02-28")).toMatchObject({
      certain: true,
      units: [{ id: w.units.a2 }],
    });
    expect(await ask("CĐCS Trường An Hai", "2021-03-01")).toMatchObject({ certain: false, units: [] });
    expect(await ask("CĐCS Đổi Tên", "2021-03-01")).toMatchObject({
      certain: true,
      units: [{ id: w.units.a2 }],
    });
    await w.pool.query(
      "update unit.path set valid = daterange(lower(valid), '2021-05-01') where unit_id = $1",
      [w.units.b1],
    );
    expect(await ask("CĐCS Trạm Bình Một", "2021-04-30")).toMatchObject({ certain: true });
    expect(await ask("CĐCS Trạm Bình Một", "2021-05-01")).toMatchObject({ certain: false, units: [] });
  });
});
