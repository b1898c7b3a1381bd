// Those who are asked: by voice or by their own link, the nearest first, one person once; and who may not ask.
import { expect, it } from "vitest";
import { tokenIn, withSealKey } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { inviteAgain, listCalls, markTold, previewRecall } from "./contract.ts";
import { recalling } from "./recall.fixture.ts";

withSealKey();

await onEveryServer("being asked again", (theWorld) => {
  const { donor, fresh, ask, asked, calls } = recalling(theWorld);

  it("the nearest are asked first: a union that covers the host's commune", async () => {
    const { world, day } = await fresh();
    const far: string[] = [];
    for (let i = 0; i < 5; i++) far.push(await donor(world, "a1", { gave: "2019-01-01" }));
    const near = await donor(world, "b1", { gave: "2021-01-15" });
    await world.pool.query(
      `insert into unit.cover (unit_id, area_id, valid)
       select u, a, daterange('2018-01-01', null) from unnest($1::uuid[], $2::uuid[]) as n (u, a)`,
      [
        [world.units.province, world.units.b, world.units.a],
        [world.units.other, world.units.other, world.units.hospital],
      ],
    );
    await ask(world, "thu", "province", day).invite(1);
    expect((await asked(world, day.driveId)).map(({ personId }) => personId)).toEqual([near]);
    await world.pool.query("delete from unit.cover");
  });

  it("two entries of one person are one: asked once, at rest together, by one consent", async () => {
    const { world, day } = await fresh();
    for (let i = 0; i < 4; i++) await donor(world, "a1");
    const one = await donor(world, "a1", { consent: false, gave: "" });
    const other = await donor(world, "a1");
    const mergeId = newId();
    await world.pool.query(
      "insert into person.merge (id, unit_id, one_id, other_id, merged_at) values ($1, $2, $3, $4, $5)",
      [mergeId, world.units.a1, one, other, world.now],
    );
    await world.pool.query("insert into person.same_as (person_id, one_id, merge_id) values ($1, $2, $3)", [
      other,
      one,
      mergeId,
    ]);
    const chi = ask(world, "chi", "a1", day);
    expect((await chi.preview()).body.due).toBe(5);
    await chi.invite(10);
    const people = (await asked(world, day.driveId)).map(({ personId }) => personId);
    expect(people).toHaveLength(5);
    expect(people).toContain(one);
    expect(people).not.toContain(other);
  });

  it("who has no e-mail is on the call list of their own union, until told, placed or no longer agreed", async () => {
    const { world, day } = await fresh();
    const people: string[] = [];
    for (let i = 0; i < 3; i++) people.push(await donor(world, "a1", { email: false }));
    await donor(world, "a2", { email: false });
    await ask(world, "binh", "a", day).invite(10);
    expect(await calls(world, "chi", "a1", day)).toHaveLength(3);
    expect(await calls(world, "son", "a2", day)).toHaveLength(1);
    const [first, ...rest] = await calls(world, "binh", "a", day);
    expect(rest).toHaveLength(3);
    expect(first?.text).toContain("http://giothong.test/moi/");
    expect(first?.text).not.toContain("Duyên");
    const own = (await calls(world, "chi", "a1", day))[0];
    const told = { params: { unitId: world.units.a1, invitationId: own?.id ?? "" } };
    expect(
      (await world.as("son").call(markTold, { params: { ...told.params, unitId: world.units.a2 } })).status,
    ).toBe(404);
    expect((await world.as("chi").call(markTold, told)).status).toBe(200);
    expect(await calls(world, "chi", "a1", day)).toHaveLength(2);
    await world.pool.query("update person.consent set withdrawn_at = $1 where person_id = any ($2)", [
      world.now,
      people,
    ]);
    expect(await calls(world, "chi", "a1", day)).toEqual([]);
  });

  it("an invitation opens the person's own page; one tap with consent takes the place, twice is once", async () => {
    const { world, day } = await fresh();
    const personId = await donor(world, "a1", { email: false });
    await ask(world, "chi", "a1", day).invite(1);
    const { body } = await world.as("chi").call(listCalls, {
      params: { unitId: world.units.a1, driveId: day.driveId },
    });
    const token = tokenIn(/http\S+/.exec(body.items[0]?.text ?? "")?.[0] ?? "");
    const url = `/moi/${token}`;
    const page = await world.server.inject({ method: "GET", url });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/type="checkbox"[^>]*checked/);
    const bookingId = /name="bookingId" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const slotId = /name="slotId" value="([^"]+)" checked/.exec(page.body)?.[1] ?? "";
    expect(day.slots.map(({ id }) => id)).toContain(slotId);
    const send = (fields: Record<string, string>) =>
      world.server.inject({
        method: "POST",
        url,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams(fields).toString(),
      });
    const form = { answer: "take", bookingId, slotId };
    expect((await send(form)).statusCode).toBe(422);
    const yes = { ...form, consent: "take-part" };
    expect((await send(yes)).statusCode).toBe(200);
    const again = await send(yes);
    expect(again.statusCode).toBe(200);
    expect(again.body).toContain("/d/");
    const { rows: places } = await world.pool.query(
      "select state, source, credited_unit_id from booking.booking where person_id = $1",
      [personId],
    );
    expect(places).toEqual([{ state: "confirmed", source: "self", credited_unit_id: world.units.a1 }]);
    const { rows: consents } = await world.pool.query(
      "select purpose from person.consent where person_id = $1 and withdrawn_at is null order by purpose",
      [personId],
    );
    expect(consents.map(({ purpose }) => purpose)).toEqual(["invitation", "take-part"]);
    // Asked not to be invited any more, the page says so and the officer sees nothing of it.
    expect((await send({ answer: "no-more" })).body).toContain("Đã ghi nhận");
    expect((await ask(world, "chi", "a1", day).preview()).body.due).toBeNull();
    expect((await world.server.inject({ method: "GET", url: "/moi/khong-dung" })).statusCode).toBe(404);
  });

  it("an officer of another union may neither count, ask nor call", async () => {
    const { world, day } = await fresh();
    const params = { unitId: world.units.a1, driveId: day.driveId };
    for (const who of ["son", "binh", "xa", "cu", "yen"] as const) {
      expect((await world.as(who).call(previewRecall, { params })).status).toBe(403);
      expect((await world.as(who).call(listCalls, { params })).status).toBe(403);
      const entry = { id: newId(), wanted: 1, perWave: 1 };
      expect((await world.as(who).call(inviteAgain, { params, body: entry })).status).toBe(403);
    }
  });
});
