// Asking again who gave before, through the server: who is counted, what is sent, and what is never told.
import { expect, it } from "vitest";
import { openDay, withSealKey } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { reader } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { previewRecall, stopInviting } from "./contract.ts";
import { recalling } from "./recall.fixture.ts";
import { invitationStillNeeded } from "./service/rounds.ts";

withSealKey();

await onEveryServer("asking again", (theWorld) => {
  const { donor, fresh, ask, asked, look, campaign } = recalling(theWorld);

  it("counts those who gave 84 days before, are of age, agreed and have no place; nobody else", async () => {
    const { world, day } = await fresh();
    for (let i = 0; i < 5; i++) await donor(world, "a1");
    await donor(world, "a1", { gave: "2021-03-17" }); // the 84th day
    await donor(world, "a1", { gave: "2021-03-18" });
    await donor(world, "a1", { gave: "" });
    await donor(world, "a1", { consent: false });
    await donor(world, "a1", { birthDate: "2003-06-10" });
    await donor(world, "b1");
    const { body } = await ask(world, "chi", "a1", day).preview();
    expect(body.due).toBe(6);
    expect(body.slots.map(({ proposed }) => proposed)).toEqual([3, 3]);
    expect(JSON.stringify(body)).not.toContain("Duyên");
    const above = await ask(world, "thu", "province", day).preview();
    expect(above.body.due).toBe(7);
  });

  it("fewer than five are not told as a number, and asking nobody looks like asking few", async () => {
    const { world, day } = await fresh();
    for (let i = 0; i < 4; i++) await donor(world, "a1");
    const chi = ask(world, "chi", "a1", day);
    const few = (await chi.preview(10)).body;
    const son = world.as("son");
    const none = (
      await son.call(previewRecall, {
        params: { unitId: world.units.a2, driveId: day.driveId },
        query: { wanted: 10 },
      })
    ).body;
    expect(few.due).toBeNull();
    expect({ ...none, allowedActions: [] }).toEqual({ ...few, allowedActions: [] });
    expect((await chi.invite(10)).status).toBe(200);
    const after = (await chi.preview(10)).body;
    expect(after.rounds[0]).toMatchObject({ sent: null, came: null });
    expect(after.slots.every(({ asked: people }) => people === 0)).toBe(true);
    expect(await asked(world, day.driveId)).toHaveLength(4);
  });

  it("proposals of a wave are spread evenly and never beyond free places", async () => {
    const { world, day } = await fresh({ perSlot: 3, until: "08:30" });
    for (let i = 0; i < 12; i++) await donor(world, "a1");
    await ask(world, "chi", "a1", day).invite(12);
    const invited = await asked(world, day.driveId);
    expect(invited).toHaveLength(9);
    for (const { id } of day.slots) expect(invited.filter(({ slotId }) => slotId === id)).toHaveLength(3);
    // Nothing more goes out while these may still answer, though three people are left.
    await look(world);
    expect(await asked(world, day.driveId)).toHaveLength(9);
  });

  it("the same request twice sends once, and a second round waits for the first", async () => {
    const { world, day } = await fresh();
    for (let i = 0; i < 8; i++) await donor(world, "a1");
    const chi = ask(world, "chi", "a1", day);
    const id = newId();
    expect((await chi.invite(5, 5, id)).status).toBe(200);
    expect((await chi.invite(5, 5, id)).status).toBe(200);
    expect(await asked(world, day.driveId)).toHaveLength(5);
    expect((await chi.invite(3, 2)).problem?.code).toBe("already-inviting");
    const mails = await world.pool.query(
      "select count(*)::integer as n from message.outbox where template = 'recall-invitation' and params ->> 'driveId' = $1",
      [day.driveId],
    );
    expect(mails.rows[0]?.n).toBe(5);
  });

  it("a person is asked once in thirty days, over all drives and whoever asks", async () => {
    const { world, day } = await fresh();
    for (let i = 0; i < 6; i++) await donor(world, "a1");
    await ask(world, "chi", "a1", day).invite(6);
    const other = await openDay(world, { day: "2021-06-20", campaignId: campaign(), perSlot: 10 });
    expect((await ask(world, "thu", "province", other).preview()).body.due).toBeNull();
    await ask(world, "thu", "province", other).invite(6);
    expect(await asked(world, other.driveId)).toEqual([]);
    world.now = "2021-06-18T05:00:00.000Z"; // the 29th day
    expect((await ask(world, "binh", "a", other).preview()).body.due).toBeNull();
    world.now = "2021-06-19T05:00:00.000Z";
    expect((await ask(world, "binh", "a", other).preview()).body.due).toBe(6);
  });

  it("two officers who ask at the same moment ask nobody twice", async () => {
    const { world, day } = await fresh();
    for (let i = 0; i < 10; i++) await donor(world, "a1");
    await Promise.all([
      ask(world, "chi", "a1", day).invite(10),
      ask(world, "binh", "a", day).invite(10),
      ask(world, "thu", "province", day).invite(10),
    ]);
    const invited = await asked(world, day.driveId);
    expect(invited).toHaveLength(10);
    expect(new Set(invited.map(({ personId }) => personId)).size).toBe(10);
  });

  it("who takes the consent back between the preview and the wave is not asked", async () => {
    const { world, day } = await fresh();
    const people = [];
    for (let i = 0; i < 6; i++) people.push(await donor(world, "a1"));
    const chi = ask(world, "chi", "a1", day);
    expect((await chi.preview()).body.due).toBe(6);
    await world.pool.query("update person.consent set withdrawn_at = $1 where person_id = $2", [
      world.now,
      people[0],
    ]);
    await chi.invite(6);
    const invited = await asked(world, day.driveId);
    expect(invited).toHaveLength(5);
    expect(invited.map(({ personId }) => personId)).not.toContain(people[0]);
  });

  it("an e-mail that is about to leave asks again: consent, place, drive", async () => {
    const { world, day } = await fresh();
    const people: string[] = [];
    for (let i = 0; i < 3; i++) people.push(await donor(world, "a1"));
    await ask(world, "chi", "a1", day).invite(3);
    const { rows: mails } = await world.pool.query(
      "select person_id, params from message.outbox where params ->> 'driveId' = $1",
      [day.driveId],
    );
    const needed = (personId: string | undefined) =>
      invitationStillNeeded(
        reader(world.pool),
        world.now,
        mails.find((mail) => mail.person_id === personId)?.params,
      );
    expect(await needed(people[0])).toBe(true);
    await world.pool.query("update person.consent set withdrawn_at = $1 where person_id = $2", [
      world.now,
      people[0],
    ]);
    expect(await needed(people[0])).toBe(false);
    expect(await needed(people[1])).toBe(true);
    await world.pool.query("update drive.drive set state = 'cancelled' where id = $1", [day.driveId]);
    expect(await needed(people[1])).toBe(false);
  });

  it("at night the first wave waits for the morning", async () => {
    const { world, day } = await fresh();
    for (let i = 0; i < 5; i++) await donor(world, "a1");
    world.now = "2021-05-20T15:00:00.000Z"; // 22:00
    expect((await ask(world, "chi", "a1", day).invite(5)).status).toBe(200);
    await look(world);
    expect(await asked(world, day.driveId)).toEqual([]);
    world.now = "2021-05-21T00:00:00.000Z"; // 7:00
    await look(world);
    expect(await asked(world, day.driveId)).toHaveLength(5);
  });

  it("a drive cancelled before the wave goes asks nobody, and the round is over", async () => {
    const { world, day } = await fresh();
    for (let i = 0; i < 5; i++) await donor(world, "a1");
    world.now = "2021-05-20T15:00:00.000Z";
    await ask(world, "chi", "a1", day).invite(5);
    await world.pool.query("update drive.drive set state = 'cancelled' where id = $1", [day.driveId]);
    world.now = "2021-05-21T00:00:00.000Z";
    await look(world);
    expect(await asked(world, day.driveId)).toEqual([]);
    const round = (await ask(world, "chi", "a1", day).preview()).body.rounds[0];
    expect(round).toMatchObject({ state: "ended", reason: "drive-over" });
  });

  it("waves follow each other after three days, until enough were asked or somebody stops", async () => {
    const { world, day } = await fresh();
    for (let i = 0; i < 12; i++) await donor(world, "a1");
    const chi = ask(world, "chi", "a1", day);
    await chi.invite(12, 5);
    const after = async (instant: string) => {
      world.now = instant;
      await look(world);
      return (await asked(world, day.driveId)).length;
    };
    expect(await after("2021-05-23T04:59:00.000Z")).toBe(5);
    expect(await after("2021-05-23T05:00:00.000Z")).toBe(10);
    const round = (await chi.preview()).body.rounds[0];
    expect(round).toMatchObject({ state: "running", sent: 10, came: 0, nextAt: "2021-05-26T05:00:00.000Z" });
    expect(round?.waves).toHaveLength(2);
    const stop = { params: { unitId: world.units.a1, roundId: round?.id ?? "" } };
    expect((await world.as("son").call(stopInviting, stop)).status).toBe(403);
    expect((await world.as("chi").call(stopInviting, stop)).status).toBe(200);
    expect((await world.as("chi").call(stopInviting, stop)).status).toBe(200);
    expect(await after("2021-05-27T05:00:00.000Z")).toBe(10);
  });
});
