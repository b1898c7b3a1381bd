// The ticket behind a link: its code, another time, friends, several people on one phone, one's own data.
import { describe, expect, it } from "vitest";
import {
  answer,
  at,
  expectSeatsAreBookings,
  hold,
  openDay,
  someone,
  tokenIn,
  withSealKey,
  YES,
} from "../../test/open-day.ts";
import { invite, phone, registerAt } from "../../test/public-pages.ts";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { isSignedBy } from "../platform/seal/signing.ts";
import { cancelDrive, moveDriveDay } from "./contract/changes.ts";
import { ticketKey } from "./contract/public.ts";
import { listBookings } from "./contract.ts";
import { readTicketCode } from "./rules/ticket-code.ts";
import { signedTicketCode } from "./service/ticket-code.ts";

withSealKey();

await onEveryServer("the bearer of a ticket", (world) => {
  const registered = async (options: { perSlot?: number } = {}) => {
    const day = await openDay(world(), options);
    const code = await invite(world(), "chi", "a1", day.campaignId);
    const on = phone(world());
    const { at: path, page } = await registerAt(on, code, day.slots[0]?.id ?? "");
    return { day, code, on, path, page, slot: (index: number): string => day.slots[index]?.id ?? "" };
  };
  const rows = async (text: string, ...values: unknown[]) => (await world().pool.query(text, values)).rows;

  it("has a code that a desk believes with nothing but the public key, for this drive and day alone", async () => {
    const { day } = await registered();
    const [booking] = await rows("select id from booking.booking where drive_id = $1", day.driveId);
    const { publicKey } = (await world().nobody().call(ticketKey)).body;
    const text = await signedTicketCode({ bookingId: booking?.id, driveId: day.driveId, day: "2021-06-09" });
    const read = (scanned: string) =>
      readTicketCode(scanned, (said, signature) => isSignedBy(publicKey, said, signature));
    expect(read(text)).toEqual({ bookingId: booking?.id, driveId: day.driveId, day: "2021-06-09" });
    expect(read(text.replace("20210609", "20210610"))).toBeUndefined();
    expect(read(text.replace(day.driveId.replaceAll("-", ""), newId().replaceAll("-", "")))).toBeUndefined();
  });

  it("has a calendar file; a link that opens nothing has none", async () => {
    const { on, path } = await registered();
    const { status, page, headers } = await on.get(`${path}/lich.ics`);
    expect(status).toBe(200);
    expect(headers["content-type"]).toContain("text/calendar");
    expect(page).toContain("DTSTART;TZID=Asia/Ho_Chi_Minh:20210609T070000");
    expect((await on.get("/d/khong-co/lich.ics")).status).toBe(404);
  });

  describe("another time", () => {
    it("moves the place, keeping its link", async () => {
      const { day, on, path, slot } = await registered();
      const moved = await on.post(path, { answer: "move", slotId: slot(1) });
      expect(moved.page).toContain("Đã đổi giờ");
      expect(moved.page).toContain("07:30, ngày 09/06/2021");
      expect((await on.get(path)).page).toContain("07:30, ngày 09/06/2021");
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("that is full, of another drive, or no time at all leaves the old place as it is", async () => {
      const { day, code, on, path, slot } = await registered({ perSlot: 1 });
      await registerAt(phone(world()), code, slot(1), { fullName: "Người Đến Trước" });
      const full = await on.post(path, { answer: "move", slotId: slot(1) });
      expect(full.page).toContain("Chỗ cũ của bạn vẫn còn nguyên");
      const other = await openDay(world());
      for (const slotId of [other.slots[0]?.id ?? "", "khong-phai", ""]) {
        const { status, page } = await on.post(path, { answer: "move", slotId });
        expect(status).toBe(200);
        expect(page).toContain("07:00, ngày 09/06/2021");
      }
      await expectSeatsAreBookings(world(), day.driveId);
    });
  });

  it("takes a yes back quietly, or hands the place on: only the second is seen by officers", async () => {
    const quiet = await registered();
    const seen = async (driveId: string) =>
      (
        await world()
          .as("chi")
          .call(listBookings, { params: { unitId: world().units.a1, driveId } })
      ).body.items.map(({ fullName, state }) => `${fullName} ${state}`);
    await quiet.on.post(quiet.path, { answer: "release" });
    expect(await seen(quiet.day.driveId)).toEqual(["Vàng Thị Mẫu confirmed"]);
    const open = await registered();
    await open.on.post(open.path, { answer: "give-back" });
    expect(await seen(open.day.driveId)).toEqual([]);
    // Asked again because the answer was lost, it is done; another wish, or a look, finds nothing.
    const again = await open.on.post(open.path, { answer: "give-back" });
    expect([again.status, again.page.includes("Đã nhường chỗ")]).toEqual([200, true]);
    expect((await open.on.post(open.path, { answer: "leave" })).status).toBe(404);
    expect((await open.on.post(open.path, { answer: "release" })).status).toBe(404);
    expect((await open.on.get(open.path)).status).toBe(404);
  });

  it("cannot hand on a place that an officer held, on no word of a form", async () => {
    const day = await openDay(world());
    const { body } = await hold(world(), "chi", "a1", day, await someone(world(), "a1"));
    await answer(world(), body.link, YES);
    const { page } = await phone(world()).post(`/d/${tokenIn(body.link)}`, { answer: "give-back" });
    expect(page).toContain("Hẹn gặp bạn!");
    expect(page).not.toContain("Nhường chỗ cho người khác");
  });

  describe("friends", () => {
    it("come by a link of their own, are credited where they choose, and are told as a number only", async () => {
      const { day, on, path, slot } = await registered({ perSlot: 5 });
      const made = await on.post(path, { answer: "invite" });
      const [link] = /\/m\/[a-z0-9]{12}/.exec(made.page) ?? [""];
      expect(made.page).toContain("Chưa có ai đăng ký");
      expect((await on.post(path, { answer: "invite" })).page).toContain(link);
      const friend = phone(world());
      const opened = await friend.get(link);
      expect(opened.page).toContain("Một người quen mời bạn");
      expect(opened.page).not.toContain("Vàng Thị Mẫu");
      const code = link.slice(3);
      await registerAt(friend, code, slot(1), { fullName: "Bạn Của Mẫu", unit: world().units.a2 });
      const after = await on.get(path);
      expect(after.page).toContain("1 người đã đăng ký");
      expect(after.page).not.toContain("Bạn Của Mẫu");
      expect(
        await rows(
          "select credited_unit_id, invitation from booking.booking where drive_id = $1 and invitation = $2",
          day.driveId,
          code,
        ),
      ).toEqual([{ credited_unit_id: world().units.a2, invitation: code }]);
    });
  });

  describe("several people on one phone", () => {
    it("are kept in a box no script reads and no other server opens, and can be taken off", async () => {
      const { on, code, slot } = await registered({ perSlot: 5 });
      await registerAt(on, code, slot(1), { fullName: "Giàng A Chồng" });
      const mine = await on.get("/cua-toi");
      expect(mine.page).toContain("Vàng Thị Mẫu");
      expect(mine.page).toContain("Giàng A Chồng");
      expect(mine.page).toContain(`/m/${code}`);
      expect(mine.page.indexOf("Giàng A Chồng")).toBeLessThan(mine.page.indexOf("Vàng Thị Mẫu"));
      const [, key = ""] = /name="forget" value="(\w+)"/.exec(mine.page) ?? [];
      const left = await on.post("/cua-toi", { forget: key });
      expect(left.page).not.toContain("Giàng A Chồng");
      const after = await on.get("/cua-toi");
      expect(after.page).toContain("Vàng Thị Mẫu");
      expect(after.page).not.toContain("Giàng A Chồng");
      expect((await on.post("/cua-toi", { forget: "khong-co" })).page).toContain("Vàng Thị Mẫu");
    });

    it("a phone that keeps nothing, or a made-up box, shows nobody", async () => {
      await registered();
      expect((await phone(world()).get("/cua-toi")).page).toContain("chưa giữ vé nào");
      const forged = await phone(world()).get("/cua-toi", { cookie: "giothong_device=s1.AAAA" });
      expect(forged.status).toBe(200);
      expect(forged.page).toContain("chưa giữ vé nào");
    });

    it("keeps at most ten, and the cookie is for the server alone", async () => {
      const { on, code, slot } = await registered({ perSlot: 20 });
      for (let count = 0; count < 10; count++)
        await registerAt(on, code, slot(1), { fullName: `Người Thứ ${"abcdefghij"[count]}` });
      const { page } = await on.get("/cua-toi");
      expect(page.match(/name="forget"/g)).toHaveLength(10);
      expect(page).not.toContain("Vàng Thị Mẫu");
      const { headers } = await on.post("/cua-toi", { forget: /value="(\w+)"/.exec(page)?.[1] ?? "" });
      expect(String(headers["set-cookie"])).toMatch(/giothong_device=.*HttpOnly.*SameSite=Lax/i);
    });
  });

  describe("their data", () => {
    it("is told in plain words, with consents to take back and to give", async () => {
      const { on, path } = await registered();
      const { status, page } = await on.get(`${path}/du-lieu`);
      expect(status).toBe(200);
      for (const part of ["Vàng Thị Mẫu", "01/05/1990", "0912000111", "không đồng ý"])
        expect(page).toContain(part);
      const given = await on.post(`${path}/du-lieu`, { do: "give", purpose: "reminder" });
      expect(given.page).toContain("đang đồng ý");
      const taken = await on.post(`${path}/du-lieu`, { do: "withdraw", purpose: "reminder" });
      expect(taken.page).not.toContain("đang đồng ý");
      expect(
        await rows(
          "select purpose, withdrawn_at is null as runs from person.consent where purpose = 'reminder'",
        ),
      ).toContainEqual({ purpose: "reminder", runs: false });
      // Taking part is taken back by the place, not here.
      await on.post(`${path}/du-lieu`, { do: "withdraw", purpose: "take-part" });
      expect((await on.get(path)).page).toContain("Hẹn gặp bạn!");
    });

    it("is asked for with the law's day, once; a delete asks once more, and a correction says what", async () => {
      const { on, path } = await registered();
      const data = `${path}/du-lieu`;
      const access = await on.post(data, { do: "access" });
      expect(access.page).toMatch(/Hạn thực hiện: \d\d\/\d\d\/2021/);
      await on.post(data, { do: "access" });
      expect((await on.post(data, { do: "correct", note: "" })).status).toBe(422);
      const asked = await on.post(data, { do: "delete" });
      expect(asked.page).toContain("Bạn chắc chắn muốn xóa?");
      const kinds = () =>
        rows(
          `select r.kind from person.request r join booking.booking b on b.person_id = r.person_id
           where b.link_hash = sha256($1::bytea) order by r.kind`,
          Buffer.from(path.slice(3)),
        );
      expect(await kinds()).toEqual([{ kind: "access" }]);
      await on.post(data, { do: "delete", sure: "yes" });
      await on.post(data, { do: "correct", note: "Tên đệm là Thị Kim" });
      expect((await kinds()).map(({ kind }) => kind)).toEqual(["access", "correct", "delete"]);
    });

    it("is nobody's without the link, and tells an officer who has it nothing of an answer", async () => {
      expect((await phone(world()).get("/d/khong-co/du-lieu")).status).toBe(404);
      const day = await openDay(world());
      const [silent, took] = [await someone(world(), "a1"), await someone(world(), "a1")];
      const links = [];
      for (const person of [silent, took]) {
        const { body } = await hold(world(), "chi", "a1", day, person);
        await answer(world(), body.link, YES);
        links.push(body.link);
      }
      await answer(world(), links[1] ?? "", { answer: "release" });
      const strip = (page: string) => page.replace(/value="[^"]*"/g, "").replace(/\/d\/[\w-]{43}/g, "");
      const pages = await Promise.all(
        links.map(async (link) => strip((await phone(world()).get(`/d/${tokenIn(link)}/du-lieu`)).page)),
      );
      expect(pages[1]).toBe(pages[0]);
    });
  });

  describe("a drive that changes", () => {
    it("moved: shows both days, and one tap says yes again", async () => {
      const { day, on, path } = await registered();
      const { status } = await world()
        .as("thu")
        .call(moveDriveDay, {
          params: { driveId: day.driveId },
          body: {
            id: newId(),
            day: "2021-06-16",
            firstAt: "08:00",
            place: "Nhà thi đấu",
            reason: "weather",
            note: "Sạt lở đường.",
          },
        });
      expect(status).toBe(200);
      const { page } = await on.get(path);
      for (const part of [
        "09/06/2021",
        "07:00",
        "16/06/2021",
        "08:00",
        "Nhà thi đấu",
        "Sạt lở đường.",
        "Tôi đến được ngày mới",
      ])
        expect(page).toContain(part);
      expect(page).not.toContain('type="checkbox"');
      const yes = await on.post(path, { answer: "confirm" });
      expect(yes.page).toContain("08:00, ngày 16/06/2021");
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("cancelled: offers the hour nearest to theirs at the drive held instead, in one tap", async () => {
      const other = await openDay(world(), { day: "2021-06-20" });
      const day = await openDay(world(), { campaignId: other.campaignId });
      const code = await invite(world(), "chi", "a1", day.campaignId);
      const on = phone(world());
      const { at: path } = await registerAt(on, code, day.slots[1]?.id ?? "");
      const { status } = await world()
        .as("thu")
        .call(cancelDrive, {
          params: { driveId: day.driveId },
          body: { id: newId(), reason: "weather", note: "", insteadId: other.driveId },
        });
      expect(status).toBe(200);
      const { page } = await on.get(path);
      expect(page).toContain("không tổ chức nữa");
      expect(page).toContain("07:30, ngày 20/06/2021");
      const [, slotId = ""] = /name="slotId" value="([^"]*)"/.exec(page) ?? [];
      const taken = await on.post(path, { answer: "instead", slotId });
      expect(taken.page).toContain("Hẹn gặp bạn!");
      expect(taken.page).toContain("07:30, ngày 20/06/2021");
      // A second tap finds the first one's place.
      expect((await on.post(path, { answer: "instead", slotId })).at).toBe(taken.at);
      await expectSeatsAreBookings(world(), other.driveId);
    });
  });

  it("reads thanks after the drive was closed, whatever became of the day", async () => {
    const { day, on, path } = await registered();
    await world().pool.query(
      "update drive.drive set state = 'closed', closed_at = '2021-06-09T10:00:00Z' where id = $1",
      [day.driveId],
    );
    await at(world(), "2021-06-11T02:00:00.000Z", async () => {
      const { page } = await on.get(path);
      expect(page).toContain("đã kết thúc");
      expect(page).not.toMatch(/\d ml|không hiến/);
    });
  });
});
