// Places and outcomes through a re-organisation: credited as they were, looked after and seen by the successor's office.
import { expect, it } from "vitest";
import { carryOut, draftDecision, dryRun, undo } from "../../test/decisions.ts";
import { facilityDay, MORNING } from "../../test/facility-day.ts";
import { answer, at, hold, look, openDay, someone, withSealKey, YES } from "../../test/open-day.ts";
import { rowsOf } from "../../test/snapshot.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { listUnitOutcomes } from "../turnout/contract.ts";
import type { Act } from "../unit/schema/acts.ts";
import * as booking from "./contract.ts";

withSealKey();
const ON = "2021-01-12";
const mergeOf = (w: World): Act[] => [{ kind: "merge", fromIds: [w.units.a1], intoId: w.units.a2 }];
const listed = async (w: World, who: "son" | "binh", unitId: string, driveId: string) =>
  (await w.as(who).call(booking.listBookings, { params: { unitId, driveId } })).body.items;
/** Registered and donated below the province by where facts count today. */
const totals = async (w: World, driveId: string) =>
  (
    await w.pool.query(
      `select k.measure, sum(k.value)::int as value from tally.v_counter k
       join unit.v_credit c on c.unit_id = k.unit_id and c.valid @> ($2::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
       join unit.v_unit top on top.unit_id = $3 and c.path like top.path || '%'
       where k.drive_id = $1 group by k.measure order by k.measure`,
      [driveId, w.now, w.units.province],
    )
  ).rows;

await onEveryServer("a place credited to a union that merges", (world) => {
  it("is seen, given a new link and given back by its successor, and still answered by its member", async () => {
    const w = world();
    const { a, a2, a1 } = w.units;
    const day = await openDay(w, { perSlot: 20 });
    const [first, second] = [
      await someone(w, "a1", { name: "Vàng A Tủa" }),
      await someone(w, "a1", { name: "Lò Thị Mai" }),
    ];
    const one = await hold(w, "chi", "a1", day, first);
    const two = await hold(w, "chi", "a1", day, second);
    const before = await rowsOf(w, "booking.booking", "tally.counter");
    expect(
      (await dryRun(w, await draftDecision(w, { effectiveOn: ON, acts: mergeOf(w) }))).touches,
    ).toContainEqual(
      expect.objectContaining({ capability: "booking", what: "bookings-open", count: 2, since: true }),
    );
    const id = await carryOut(w, { effectiveOn: ON, acts: mergeOf(w) });
    expect(await rowsOf(w, "booking.booking", "tally.counter")).toEqual(before);
    const seen = await listed(w, "son", a2, day.driveId);
    expect(seen.map(({ creditedUnit }) => creditedUnit.shortName)).toEqual(["CĐCS An Một", "CĐCS An Một"]);
    expect(await listed(w, "binh", a, day.driveId)).toHaveLength(2);
    expect(
      (await w.as("chi").call(booking.listBookings, { params: { unitId: a1, driveId: day.driveId } })).status,
    ).toBe(403);
    const renewed = await w
      .as("son")
      .call(booking.renewLink, { params: { unitId: a2, bookingId: one.body.id } });
    expect(renewed.status).toBe(200);
    expect((await look(w, one.body.link)).page).not.toContain("Vàng A Tủa");
    expect((await answer(w, renewed.body.link, YES)).status).toBe(200);
    expect(await totals(w, day.driveId)).toEqual([{ measure: "registered", value: 1 }]);
    const given = await w
      .as("son")
      .call(booking.releasePlace, { params: { unitId: a2, bookingId: two.body.id } });
    expect(given.status).toBe(200);
    const { rows } = await w.pool.query("select distinct unit_id from tally.counter where drive_id = $1", [
      day.driveId,
    ]);
    expect(rows).toEqual([{ unit_id: a1 }]);
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await totals(w, day.driveId)).toEqual([{ measure: "registered", value: 1 }]);
    expect(await listed(w, "son", a2, day.driveId)).toEqual([]);
  });

  it("held for a day after its union is to be replaced is credited to who stands today, so that no total loses it", async () => {
    const w = world();
    const { a1, a1s, a } = w.units;
    const day = await openDay(w, { perSlot: 20 });
    const person = await someone(w, "a1");
    const newUnit = "01910000-0000-7000-8111-000000000099";
    const id = await carryOut(w, {
      effectiveOn: "2021-06-01",
      acts: [
        {
          kind: "open",
          parentId: a,
          areaIds: [],
          unit: {
            id: newUnit,
            side: "union",
            kind: "grassroots",
            name: "CĐCS Trường Mới",
            shortName: "CĐCS Mới",
            notation: "CĐCS",
            placeName: "Mẫu",
            central: false,
          },
        },
        {
          kind: "replace",
          unitId: a1,
          successorIds: [newUnit],
          heirId: newUnit,
          members: "follow",
          childrenTo: [{ unitId: a1s, toId: newUnit }],
        },
      ],
    });
    const held = await hold(w, "chi", "a1", day, person);
    expect(held.status).toBe(200);
    await answer(w, held.body.link, YES);
    expect(await totals(w, day.driveId)).toEqual([{ measure: "registered", value: 1 }]);
    await at(w, "2021-06-01T01:00:00.000Z", async () => {
      expect(await totals(w, day.driveId)).toEqual([{ measure: "registered", value: 1 }]);
    });
    expect((await undo(w, id)).problem).toBeUndefined();
  });

  it("has an outcome that its successor's office sees once the day is closed", async () => {
    const w = world();
    const { dayWith, record, sheet, close } = facilityDay(() => w);
    const { day, of } = await dayWith([
      ["Giàng A Páo", "a1"],
      ["Tẩn Thị Sẩy", "a2"],
    ]);
    await carryOut(w, { effectiveOn: "2021-02-01", acts: mergeOf(w) });
    await at(w, MORNING, async () => {
      await record(day, of("Giàng A Páo").id, 350);
      await record(day, of("Tẩn Thị Sẩy").id, 250);
      await sheet(day, { bags: { ml250: 1, ml350: 1, ml450: 0 } });
      expect((await close(day)).status).toBe(200);
      const { body } = await w
        .as("son")
        .call(listUnitOutcomes, { params: { unitId: w.units.a2, driveId: day.driveId } });
      expect(body.items.map(({ unit, volume }) => [unit.shortName, volume])).toEqual([
        ["CĐCS An Một", 350],
        ["CĐCS An Hai", 250],
      ]);
      expect(await totals(w, day.driveId)).toMatchObject([
        { measure: "bags", value: 2 },
        { measure: "donated", value: 2 },
        { measure: "ml", value: 600 },
        { measure: "registered", value: 2 },
        { measure: "units" },
      ]);
    });
  });
});
