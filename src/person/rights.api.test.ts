// What people ask about their own data: kept with the law's days, answered by an administrator, done for good.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onEveryServer, type World } from "../../test/world.ts";
import { PERSON_HOLDERS } from "../app/participants.ts";
import type { WriteCtx } from "../platform/contract/context.ts";
import { reader, type Tx, transaction } from "../platform/db/sql.ts";
import { addDays, daysBetween } from "../platform/pure/calendar.ts";
import { newId } from "../platform/pure/ids.ts";
import { changePerson, endAffiliation, getPerson } from "./contract/entry.ts";
import { acknowledgeRequest, endRequest, getRequestData, listRequests } from "./contract/requests.ts";
import { addPerson, listPeople } from "./contract.ts";
import { addWorkingDays, DEADLINES, deadlineOf, type RequestKind } from "./rules/deadlines.ts";
import { openDataRequest, personData } from "./service/data-requests.ts";
import { registerPerson } from "./service/register.ts";
import { giveConsents } from "./service.ts";

describe("the law's days", () => {
  it("are those in force when somebody asked", () => {
    // 2026-01-09 is a Friday.
    expect(deadlineOf("delete", "2026-01-09")).toEqual({ acknowledgeBy: "2026-01-13", dueOn: "2026-01-19" });
    expect(deadlineOf("restrict", "2026-01-09").dueOn).toBe("2026-01-24");
    expect(deadlineOf("access", "2025-12-31").dueOn).toBe("2026-01-03");
    for (const { source, doubt } of DEADLINES) expect(`${source}${doubt}`.length).toBeGreaterThan(60);
  });

  it("never end on a weekend where they count working days", () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays("1960-01-01", n));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const to = addWorkingDays(from, count);
        const weekday = ((daysBetween("1970-01-05", to) % 7) + 7) % 7;
        expect(weekday).toBeLessThan(5);
        expect(daysBetween(from, to)).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});

await onEveryServer("what people ask about their data", (world) => {
  const units = () => world().units;

  it("is one request of a kind at a time, however often it is asked", async () => {
    const personId = await registered(world(), "Sìn Thị Hoa");
    const id = newId();
    const first = await ask(world(), { id, personId, kind: "access" });
    expect(first.dueOn).toBe(deadlineOf("access", "2021-01-18").dueOn);
    expect(await ask(world(), { id, personId, kind: "access" })).toEqual(first);
    expect((await ask(world(), { id: newId(), personId, kind: "access" })).id).toBe(id);
    await expect(ask(world(), { id, personId, kind: "delete" })).rejects.toThrow("key-reused");
  });

  it("is seen by the root's administrator alone, what is late first", async () => {
    const personId = await registered(world(), "Sìn Thị Mai");
    await ask(world(), { id: newId(), personId, kind: "correct", note: "Năm sinh là 1991" });
    for (const who of ["thu", "tuan", "chi", "xa", "yen"] as const) {
      const { status } = await world()
        .as(who)
        .call(listRequests, { params: { unitId: units().province } });
      expect([who, status]).toEqual([who, 403]);
    }
    expect(
      (
        await world()
          .as("ada")
          .call(listRequests, { params: { unitId: units().other } })
      ).status,
    ).toBe(403);
    world().now = "2021-01-25T02:00:00.000Z";
    const { body } = await world()
      .as("ada")
      .call(listRequests, { params: { unitId: units().province } });
    const found = body.items.find((item) => item.personId === personId);
    expect(found).toMatchObject({ kind: "correct", note: "Năm sinh là 1991", late: true, doneAt: null });
    expect(body.items.map(({ dueOn }) => dueOn)).toEqual(body.items.map(({ dueOn }) => dueOn).sort());
    world().now = "2021-01-18T02:00:00.000Z";
  });

  it("is acknowledged, handed over in plain words, and closed to looking afterwards", async () => {
    const personId = await registered(world(), "Sìn Thị Lan", true);
    const { id: requestId } = await ask(world(), { id: newId(), personId, kind: "access" });
    const params = { unitId: units().province, requestId };
    expect((await world().as("ada").call(acknowledgeRequest, { params })).status).toBe(200);
    expect((await world().as("ada").call(acknowledgeRequest, { params })).status).toBe(200);
    const { body } = await world().as("ada").call(getRequestData, { params });
    const lines = body.items.flatMap((item) => item.lines.map(({ label, value }) => `${label}: ${value}`));
    expect(lines).toContain("Họ và tên: Sìn Thị Lan");
    expect(lines).toContain("Số điện thoại: 0912555666");
    expect(lines.join()).toContain("Đồng ý nhận lời nhắc: từ ngày 18/01/2021, qua liên kết riêng");
    expect(lines.join()).toContain("CĐCS");
    const end = { params, body: { outcome: "done" as const } };
    expect((await world().as("ada").call(endRequest, end)).status).toBe(200);
    expect((await world().as("ada").call(endRequest, end)).status).toBe(200);
    const refuse = { params, body: { outcome: "refused" as const, answer: "Thôi" } };
    expect((await world().as("ada").call(endRequest, refuse)).problem?.code).toBe("request-ended");
    expect((await world().as("ada").call(getRequestData, { params })).problem?.code).toBe("request-ended");
  });

  it("is refused only with a reason", async () => {
    const personId = await registered(world(), "Sìn Thị Cúc");
    const { id: requestId } = await ask(world(), { id: newId(), personId, kind: "delete" });
    const params = { unitId: units().province, requestId };
    const refuse = (answer: string) =>
      world()
        .as("ada")
        .call(endRequest, { params, body: { outcome: "refused", answer } });
    expect((await refuse(" ")).problem?.code).toBe("answer-missing");
    expect((await refuse("Không phải chủ số điện thoại")).status).toBe(200);
  });

  it("puts right what is wrong, and takes who asked to be left alone off lists and invitations", async () => {
    const personId = await registered(world(), "Sìn Thị Nga", true);
    const { id: requestId } = await ask(world(), { id: newId(), personId, kind: "correct" });
    const params = { unitId: units().province, requestId };
    const nothing = await world()
      .as("ada")
      .call(endRequest, { params, body: { outcome: "done" } });
    expect(nothing.problem?.code).toBe("invalid-input");
    const change = { fullName: "Sìn Thị Ngà", phone: "0162 777 8888" };
    await world()
      .as("ada")
      .call(endRequest, { params, body: { outcome: "done", change } });
    const found = await listed(world(), "sin thi nga");
    expect(found.map(({ fullName }) => fullName)).toEqual(["Sìn Thị Ngà"]);
    const restrict = await ask(world(), { id: newId(), personId, kind: "restrict" });
    await world()
      .as("ada")
      .call(endRequest, { params: { ...params, requestId: restrict.id }, body: { outcome: "done" } });
    expect(await listed(world(), "sin thi nga")).toEqual([]);
    const { rows } = await world().pool.query(
      "select purpose from person.consent where person_id = $1 and withdrawn_at is null",
      [personId],
    );
    expect(rows).toEqual([{ purpose: "take-part" }]);
  });

  it("deletes for good: the name, the number and the birth are nowhere, what was given stays a volume", async () => {
    const marks = { fullName: "Dấu Vết Riêng", phone: "0912987654", birthDate: "1977-07-17" };
    const personId = await registered(world(), marks.fullName, true, marks);
    const twin = newId();
    await world()
      .as("chi")
      .call(addPerson, {
        params: { unitId: units().a1 },
        body: { id: twin, ...marks, email: "dau.vet@example.test" },
      });
    await world().pool.query(
      `with m as (insert into person.merge (id, unit_id, one_id, other_id, merged_at) values ($1, $2, $3, $4, $5) returning id)
       insert into person.same_as (person_id, one_id, merge_id) select $4, $3, id from m`,
      [newId(), units().a1, twin, personId, world().now],
    );
    const { id: requestId } = await ask(world(), {
      id: newId(),
      personId,
      kind: "delete",
      note: "Xóa Dấu Vết Riêng",
    });
    const params = { unitId: units().province, requestId };
    expect(
      (
        await world()
          .as("ada")
          .call(endRequest, { params, body: { outcome: "done" } })
      ).status,
    ).toBe(200);
    expect(
      (
        await world()
          .as("ada")
          .call(endRequest, { params, body: { outcome: "done" } })
      ).status,
    ).toBe(200);
    expect(await listed(world(), "dau vet")).toEqual([]);
    expect((await listed(world(), "")).filter(({ id }) => id === personId || id === twin)).toEqual([]);
    const gone = { params: { unitId: units().a1, personId } };
    expect((await world().as("chi").call(getPerson, gone)).status).toBe(404);
    expect(
      (
        await world()
          .as("chi")
          .call(changePerson, { ...gone, body: { fullName: "Ai" } })
      ).status,
    ).toBe(404);
    for (const text of await everyTextOf(world())) {
      expect(text).not.toMatch(/Dấu Vết|dau vet|0912987654|1977-07-17|dau\.vet@/);
    }
    const told = await personData(reader(world().pool), personId, PERSON_HOLDERS);
    expect(JSON.stringify(told)).not.toMatch(/Dấu|1977|0912987654/);
    // The same form sent again does not bring anybody back.
    await expect(registered(world(), marks.fullName, false, { ...marks, id: personId })).rejects.toThrow(
      "key-reused",
    );
  });

  it("finds no person of another root's tree", async () => {
    const personId = newId();
    await world()
      .as("xa")
      .call(addPerson, {
        params: { unitId: units().other },
        body: { id: personId, fullName: "Người Nơi Khác" },
      });
    const { id: requestId } = await ask(world(), { id: newId(), personId, kind: "delete" });
    const params = { unitId: units().province, requestId };
    expect(
      (
        await world()
          .as("ada")
          .call(endRequest, { params, body: { outcome: "done" } })
      ).status,
    ).toBe(404);
    expect((await world().as("ada").call(getRequestData, { params })).status).toBe(404);
  });

  it("lets an officer put a contact right and take somebody off the list, of their own unit alone", async () => {
    const id = newId();
    const body = { id, fullName: "Phàn Thị Sểnh", phone: "0912111222" };
    await world()
      .as("chi")
      .call(addPerson, { params: { unitId: units().a1 }, body });
    const at = (unitId: string) => ({ params: { unitId, personId: id } });
    expect((await world().as("son").call(getPerson, at(units().a2))).status).toBe(404);
    expect(
      (
        await world()
          .as("son")
          .call(changePerson, { ...at(units().a2), body: { phone: null } })
      ).status,
    ).toBe(404);
    const change = { birthDate: "1988-08-08", phone: null, email: "senh@example.test" };
    expect(
      (
        await world()
          .as("chi")
          .call(changePerson, { ...at(units().a1), body: change })
      ).status,
    ).toBe(200);
    const { body: view } = await world().as("chi").call(getPerson, at(units().a1));
    expect(view).toMatchObject({ ...change, fullName: "Phàn Thị Sểnh", birthYear: 1988 });
    expect(view.allowedActions).toEqual(["person.change", "person.end-affiliation"]);
    world().now = "2021-01-25T02:00:00.000Z";
    const end = { ...at(units().a1), body: { reason: "moved" as const } };
    expect((await world().as("chi").call(endAffiliation, end)).status).toBe(200);
    expect((await world().as("chi").call(endAffiliation, end)).status).toBe(404);
    expect(await listed(world(), "phan thi senh")).toEqual([]);
    const { rows } = await world().pool.query(
      "select upper(valid)::text as until, end_reason from person.affiliation where person_id = $1",
      [id],
    );
    expect(rows).toEqual([{ until: "2021-01-25", end_reason: "moved" }]);
    world().now = "2021-01-18T02:00:00.000Z";
  });
});

const listed = async (world: World, words: string) =>
  (
    await world.as("chi").call(listPeople, {
      params: { unitId: world.units.a1 },
      query: words === "" ? { limit: 200 } : { words },
    })
  ).body.items;

/** A use case that other capabilities call inside their own request. */
const within = <T>(world: World, work: (ctx: WriteCtx) => Promise<T>): Promise<T> =>
  transaction(world.pool, (tx: Tx) =>
    work({
      now: world.now,
      today: world.now.slice(0, 10),
      newId,
      tx,
      db: tx,
      audit: async () => undefined,
      unchanged: () => undefined,
    } as unknown as WriteCtx),
  );

async function registered(
  world: World,
  fullName: string,
  consents = false,
  more: object = {},
): Promise<string> {
  const entry = {
    id: newId(),
    fullName,
    birthDate: "1990-02-03",
    sex: "female" as const,
    phone: "0912555666",
    relation: "member" as const,
    unitId: world.units.a1,
    ...more,
  };
  return within(world, async (ctx) => {
    const { id } = await registerPerson(ctx, entry);
    if (consents) await giveConsents(ctx, id, ["take-part", "reminder"], "link");
    return id;
  });
}

const ask = (world: World, entry: { id: string; personId: string; kind: RequestKind; note?: string }) =>
  within(world, (ctx) => openDataRequest(ctx, entry));

/** Every row of every table and view of the people, and of what was written about the requests, as text. */
async function everyTextOf(world: World): Promise<string[]> {
  const { rows: tables } = await world.pool.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await world.pool.query(`select t::text as text from ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  expect(tables.length).toBeGreaterThan(50);
  return texts;
}
