// People who come by a link: what they see, how they register, what is refused and how it is said.
import { describe, expect, it } from "vitest";
import { at, expectSeatsAreBookings, hold, openDay, someone, withSealKey } from "../../test/open-day.ts";
import { ENTRY, fieldsOf, invite, phone, registerAt } from "../../test/public-pages.ts";
import { onEveryServer } from "../../test/world.ts";
import { endInvitation, makeInvitation } from "../donor/contract.ts";
import { OUTSIDE_UNION_ID } from "../unit/schema.ts";
import { getInvitations } from "./contract/public.ts";
import { getPlaces, listBookings } from "./contract.ts";

withSealKey();

await onEveryServer("somebody who comes by a link", (world) => {
  const ready = async (options: { perSlot?: number } = {}) => {
    const day = await openDay(world(), options);
    const code = await invite(world(), "chi", "a1", day.campaignId);
    const slot = (index: number): string => day.slots[index]?.id ?? "";
    return { day, code, slot, on: phone(world()) };
  };
  const rows = async (text: string, ...values: unknown[]) => (await world().pool.query(text, values)).rows;
  const bookings = (driveId: string) =>
    rows(
      `select b.state, b.source, b.relation, b.invitation, b.credited_unit_id, b.slot_id, p.full_name, p.birth_date::text, b.person_id
       from booking.booking b join person.person p on p.id = b.person_id where b.drive_id = $1 order by b.created_at, b.id`,
      driveId,
    );
  const people = async () => (await rows("select count(*)::integer as many from person.person"))[0]?.many;

  it("sees in one page whether, where and when, with clauses, and nothing that is sent anywhere", async () => {
    const { code, on, slot } = await ready();
    const { status, page } = await on.get(`/m/${code}`);
    expect(status).toBe(200);
    for (const part of [
      "CĐCS An Một",
      "Thông tư 26/2013/TT-BYT, Điều 6(1)",
      "09/06/2021",
      "Nhà văn hóa tỉnh",
      "07:00",
      "07:30",
      `/m/${code}/${slot(0)}`,
      "bác sĩ quyết định",
    ])
      expect(page).toContain(part);
    // No form, no field and no script: what is touched in the first step cannot leave the page.
    expect(page).not.toMatch(/<form|<input|<script|<button/);
    expect(page).not.toContain("đủ điều kiện");
    expect(Buffer.byteLength(page)).toBeLessThan(40_000);
  });

  it("is told on a second visit that nothing has changed, and sees when it has", async () => {
    const { code, on, slot } = await ready();
    const first = await on.get(`/m/${code}`);
    const tag = String(first.headers.etag);
    expect((await on.get(`/m/${code}`, { "if-none-match": tag })).status).toBe(304);
    await registerAt(on, code, slot(0));
    const later = await on.get(`/m/${code}`, { "if-none-match": tag });
    expect(later.status).toBe(200);
    expect(later.page).toContain("còn 1 chỗ");
  });

  it("registers with a ticket at once: confirmed, credited, counted, with the consents ticked and no other", async () => {
    const { code, day, on, slot } = await ready();
    const { status, page, at: where } = await registerAt(on, code, slot(0), { reminder: "yes" });
    expect(status).toBe(200);
    expect(where).toMatch(/^\/d\/[\w-]{43}$/);
    for (const part of ["Hẹn gặp bạn!", "Vàng Thị Mẫu", "07:00, ngày 09/06/2021", "data:image/png;base64,"])
      expect(page).toContain(part);
    const [booked, ...more] = await bookings(day.driveId);
    expect(more).toEqual([]);
    expect(booked).toMatchObject({
      state: "confirmed",
      source: "self",
      relation: "member",
      invitation: code,
      credited_unit_id: world().units.a1,
      birth_date: "1990-05-01",
    });
    expect(
      await rows(
        "select purpose, evidence from person.consent where person_id = $1 order by purpose",
        booked?.person_id,
      ),
    ).toEqual([
      { purpose: "reminder", evidence: "link" },
      { purpose: "take-part", evidence: "link" },
    ]);
    const { body } = await world()
      .as("chi")
      .call(listBookings, { params: { unitId: world().units.a1, driveId: day.driveId } });
    expect(body.items.map(({ fullName }) => fullName)).toEqual(["Vàng Thị Mẫu"]);
    expect(
      await rows("select sum(value)::integer as value from tally.v_counter where drive_id = $1", day.driveId),
    ).toEqual([{ value: 1 }]);
    await expectSeatsAreBookings(world(), day.driveId);
  });

  it("is registered once, however often and at the same moment the form is sent", async () => {
    const { code, day, slot } = await ready();
    const on = phone(world());
    const path = `/m/${code}/${slot(0)}`;
    const fields = { ...fieldsOf((await on.get(path)).page), ...ENTRY };
    const answers = await Promise.all(Array.from({ length: 4 }, () => phone(world()).post(path, fields)));
    answers.push(await on.post(path, fields));
    for (const { page } of answers) expect(page).toContain("Hẹn gặp bạn!");
    expect(new Set(answers.map(({ at: where }) => where)).size).toBe(1);
    expect(await bookings(day.driveId)).toHaveLength(1);
    await expectSeatsAreBookings(world(), day.driveId);
  });

  it("finds nothing ticked and nothing filled in", async () => {
    const { code, on, slot } = await ready();
    const { page } = await on.get(`/m/${code}/${slot(0)}`);
    const { personId, bookingId, slot: kept, unit, ...rest } = fieldsOf(page);
    expect([personId, bookingId, kept, unit].every((value) => value !== undefined)).toBe(true);
    expect(Object.values(rest).filter((value) => value !== "")).toEqual([]);
    expect(page.match(/\schecked/g)).toHaveLength(1); // the union of the link
  });

  describe("what is wrong", () => {
    it.each([
      ["no name", { fullName: "" }, "Hãy ghi họ và tên."],
      ["a name of figures", { fullName: "12345" }, "Họ tên cần có chữ"],
      ["no birth date", { birthDay: "", birthMonth: "", birthYear: "" }, "Hãy ghi ngày, tháng, năm sinh."],
      ["30 February", { birthDay: "30", birthMonth: "2" }, "Không có ngày này."],
      [
        "29 February of a common year",
        { birthDay: "29", birthMonth: "2", birthYear: "1991" },
        "Không có ngày này.",
      ],
      ["a year of two figures", { birthYear: "90" }, "Không có ngày này."],
      ["letters for a day", { birthDay: "một" }, "Không có ngày này."],
      ["tomorrow", { birthYear: "2030" }, "Ngày này chưa tới."],
      ["a minor", { birthYear: "2003", birthMonth: "6", birthDay: "10" }, "Bạn đủ tuổi từ 10/06/2021"],
      ["too old", { birthYear: "1960", birthMonth: "6", birthDay: "9" }, "Người hiến máu đến 60 tuổi"],
      ["no sex", { sex: "" }, "Hãy chọn Nữ hoặc Nam."],
      ["no phone", { phone: "" }, "Hãy ghi số điện thoại."],
      ["a phone too short", { phone: "0912 00" }, "Số điện thoại có 10 chữ số"],
      ["an address that is none", { email: "duyen at example" }, "Địa chỉ này chưa đúng"],
      ["no relation", { relation: "" }, "Hãy chọn một dòng."],
      ["a relation nobody offered", { relation: "admin" }, "Hãy chọn một dòng."],
      ["no consent", { takePart: "" }, "tự tay đánh dấu"],
    ])("%s is answered beside its field, and what was typed stays", async (_what, changes, words) => {
      const { code, day, on, slot } = await ready();
      const before = await people();
      const { status, page, fields } = await registerAt(on, code, slot(0), {
        reminder: "yes",
        ...changes,
      });
      expect(status).toBe(422);
      expect(page).toContain(words);
      expect(page).toContain('role="alert"');
      const kept = fieldsOf(page);
      for (const name of ["fullName", "birthDay", "birthYear", "phone", "reminder", "personId", "bookingId"])
        expect(kept[name]).toBe(fields[name] ?? "");
      expect(await bookings(day.driveId)).toEqual([]);
      expect(await people()).toBe(before);
    });

    it("nothing is wrong with an address for messages, which is kept with the phone", async () => {
      const { code, on, slot } = await ready();
      const { fields } = await registerAt(on, code, slot(0), { email: "duyen@example.test" });
      const kept = "select value from person.contact where person_id = $1 and channel = 'email'";
      expect(await rows(kept, fields.personId)).toEqual([{ value: "duyen@example.test" }]);
    });

    it("is told all at once", async () => {
      const { code, on, slot } = await ready();
      const { page } = await on.post(`/m/${code}/${slot(0)}`, { do: "register" });
      expect(page.match(/class="wrong"/g)).toHaveLength(6);
      expect(page).toContain("Còn 6 chỗ cần sửa");
    });

    it("somebody who is 18 on the very day may register, and who is 60 the whole year", async () => {
      const { code, on, slot, day } = await ready();
      await registerAt(on, code, slot(0), { birthDay: "9", birthMonth: "6", birthYear: "2003" });
      await registerAt(on, code, slot(1), { birthDay: "10", birthMonth: "6", birthYear: "1960" });
      expect(await bookings(day.driveId)).toHaveLength(2);
    });

    it("a name that looks like markup stays a name, in the form and on the ticket", async () => {
      const { code, on, slot } = await ready();
      const fullName = `"><img src=x onerror="alert(1)">Con`;
      const wrong = await registerAt(on, code, slot(0), { fullName, phone: "" });
      const right = await registerAt(on, code, slot(0), { fullName });
      for (const { page } of [wrong, right]) {
        expect(page).not.toContain("<img src=x");
        expect(page).toContain("&quot;&gt;&lt;img src=x");
      }
    });
  });

  it("learns nothing about a person who is already known, by typing who they are", async () => {
    const { code, day, slot } = await ready({ perSlot: 5 });
    const known = await someone(world(), "a1", { name: "Vàng Thị Mẫu", birthDate: "1990-05-01" });
    // Known to have given last month: too soon, if it were asked about.
    const [other] = await rows("select id from drive.drive where id <> $1 limit 1", day.driveId);
    const gaveAt = other?.id ?? day.driveId;
    await world().pool.query(
      "insert into donor.donation (person_id, drive_id, day, volume_ml) values ($1, $2, '2021-05-20', 250)",
      [known, gaveAt],
    );
    expect((await hold(world(), "chi", "a1", day, known)).problem?.code).toBe("too-soon");
    const strip = (page: string) =>
      page
        .replace(/[0-9A-F]{6}/g, "")
        .replace(/base64,[^"]*/g, "")
        .replace(/\/d\/[\w-]{43}/g, "")
        .replaceAll("Sùng A Lạ", "Vàng Thị Mẫu");
    const typed = await registerAt(phone(world()), code, slot(0));
    const stranger = await registerAt(phone(world()), code, slot(0), { fullName: "Sùng A Lạ" });
    expect(typed.status).toBe(200);
    expect(strip(typed.page).replace(/còn \d+ chỗ/g, "")).toBe(
      strip(stranger.page).replace(/còn \d+ chỗ/g, ""),
    );
  });

  describe("whom they are credited to", () => {
    it("is nobody's union for who is outside, with no affiliation written", async () => {
      const { code, day, on, slot } = await ready();
      await registerAt(on, code, slot(0), { relation: "outside" });
      const [booked] = await bookings(day.driveId);
      expect(booked).toMatchObject({ relation: "outside", credited_unit_id: OUTSIDE_UNION_ID });
      expect(await rows("select 1 from person.affiliation where person_id = $1", booked?.person_id)).toEqual(
        [],
      );
    });

    it("can be another union of the campaign, found by a word without accents, and what was typed stays", async () => {
      const { code, day, on, slot } = await ready();
      const path = `/m/${code}/${slot(0)}`;
      const typed = { ...fieldsOf((await on.get(path)).page), ...ENTRY };
      const searched = await on.post(path, { ...typed, do: "search", unitWords: "an hai" });
      expect(searched.status).toBe(200);
      expect(searched.page).toContain(world().units.a2);
      expect(fieldsOf(searched.page)).toMatchObject({ fullName: "Vàng Thị Mẫu", takePart: "yes" });
      const { page } = await on.post(path, { ...typed, unit: world().units.a2, relation: "relative" });
      expect(page).toContain("Hẹn gặp bạn!");
      const [booked] = await bookings(day.driveId);
      expect(booked).toMatchObject({ relation: "relative", credited_unit_id: world().units.a2 });
    });

    it("is never a union that does not take part, nor a hospital", async () => {
      const { code, day, on, slot } = await ready();
      for (const unit of [world().units.other, world().units.hospital, crypto.randomUUID()]) {
        const { status, page } = await registerAt(on, code, slot(0), { unit });
        expect(status).toBe(422);
        expect(page).toContain("Công đoàn này không có trong chương trình");
      }
      expect(await bookings(day.driveId)).toEqual([]);
    });
  });

  describe("a full time", () => {
    it("offers the others with what was typed, and writes nothing until one is chosen", async () => {
      const { code, day, on, slot } = await ready({ perSlot: 1 });
      const path = `/m/${code}/${slot(0)}`;
      const fields = { ...fieldsOf((await on.get(path)).page), ...ENTRY };
      await registerAt(phone(world()), code, slot(0), { fullName: "Người Đến Trước" });
      const before = await people();
      const full = await on.post(path, fields);
      expect(full.status).toBe(409);
      expect(full.page).toContain("vừa hết chỗ");
      expect(full.page).toContain(slot(1));
      expect(await people()).toBe(before);
      const { page } = await on.post(path, { ...fieldsOf(full.page), do: "register", slot: slot(1) });
      expect(page).toContain("07:30, ngày 09/06/2021");
      expect(await bookings(day.driveId)).toHaveLength(2);
    });

    it("takes who wishes onto the waiting list, and shows their place under the same link once one is free", async () => {
      const { code, day, on, slot } = await ready({ perSlot: 1 });
      const first = phone(world());
      const holder = await registerAt(first, code, slot(0), { fullName: "Người Đến Trước" });
      const form = await on.get(`/m/${code}/${slot(0)}`);
      expect(form.page).toContain("Giờ này đã hết chỗ");
      const waiting = await registerAt(on, code, slot(0), { do: "wait" });
      expect(waiting.page).toContain("Bạn đang chờ chỗ");
      expect(waiting.page).toContain("bạn là người đầu tiên");
      const given = await first.post(holder.at, { answer: "give-back" });
      expect(given.page).toContain("Đã nhường chỗ");
      const offered = await on.get(waiting.at);
      expect(offered.page).toContain("Có chỗ cho bạn!");
      const { page } = await on.post(waiting.at, { answer: "confirm", consent: "take-part" });
      expect(page).toContain("Hẹn gặp bạn!");
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("lets who waits leave", async () => {
      const { code, on, slot } = await ready({ perSlot: 1 });
      await registerAt(phone(world()), code, slot(0), { fullName: "Người Đến Trước" });
      const waiting = await registerAt(on, code, slot(0), { do: "wait" });
      // Twice, as when the first answer is lost.
      for (const _ of [1, 2])
        expect((await on.post(waiting.at, { answer: "leave" })).page).toContain(
          "không còn trong danh sách chờ",
        );
      expect((await on.get(waiting.at)).status).toBe(404);
    });
  });

  describe("a link that should not work", () => {
    it("says so when it was ended, mistyped or asks for another campaign's time; places taken by it stay", async () => {
      const { code, day, on, slot } = await ready();
      const other = await openDay(world());
      const elsewhere = other.slots[0]?.id ?? "";
      expect((await on.get(`/m/${code}/${elsewhere}`)).status).toBe(409);
      const strayed = await on.post(`/m/${code}/${elsewhere}`, { ...ENTRY });
      expect(strayed.page).toContain("Giờ này không nhận đăng ký nữa");
      const sly = await registerAt(on, code, slot(0), { slot: elsewhere });
      expect(sly.page).toContain("Giờ này không nhận đăng ký nữa");
      expect(await bookings(other.driveId)).toEqual([]);

      const mine = await registerAt(on, code, slot(0));
      for (const path of ["/m/khong-co", `/m/${code}x`, "/m/khong-co/khong-phai", `/m/${"x".repeat(90)}`])
        expect((await on.get(path)).status).toBe(404);
      expect((await on.get(`/m/${code}/khong-phai-gio`)).status).toBe(409);

      await world()
        .as("chi")
        .call(endInvitation, { params: { unitId: world().units.a1, code } });
      expect((await on.get(`/m/${code}`)).status).toBe(410);
      const late = await on.post(`/m/${code}/${slot(1)}`, { ...ENTRY });
      expect(late.status).toBe(410);
      expect(await bookings(day.driveId)).toHaveLength(1);
      expect((await on.get(mine.at)).page).toContain("Hẹn gặp bạn!");
    });

    it("is nobody's to end but the union's own", async () => {
      const { code } = await ready();
      const end = (who: "son" | "chi", unit: "a1" | "a2") =>
        world()
          .as(who)
          .call(endInvitation, { params: { unitId: world().units[unit], code } });
      expect((await end("son", "a1")).status).toBe(403);
      expect((await end("son", "a2")).status).toBe(404);
      expect((await end("chi", "a1")).status).toBe(200);
      expect((await end("chi", "a1")).status).toBe(200);
    });

    it("is refused to a union that does not take part, and the same to whoever asks twice", async () => {
      const { code, day } = await ready();
      const make = (who: "chi" | "xa", unit: "a1" | "other") =>
        world()
          .as(who)
          .call(makeInvitation, {
            params: { unitId: world().units[unit], campaignId: day.campaignId },
          });
      expect((await make("xa", "other")).status).toBe(404);
      expect((await make("chi", "a1")).body.code).toBe(code);
      expect(code).toMatch(/^[a-hjkmnp-z2-9]{12}$/);
    });

    it("takes nobody once the time has begun", async () => {
      const { code, slot, on, day } = await ready();
      await at(world(), "2021-06-09T00:00:00.000Z", async () => {
        expect((await on.get(`/m/${code}/${slot(0)}`)).status).toBe(409);
        expect((await on.post(`/m/${code}/${slot(0)}`, { ...ENTRY })).status).toBe(409);
      });
      expect(await bookings(day.driveId)).toEqual([]);
    });
  });

  it("goes on from a poster's address to the nearest union's link", async () => {
    const { day, on } = await ready();
    const code = await invite(world(), "binh", "a", day.campaignId);
    const { status, headers } = await on.get(`/tham-gia/${day.campaignId}/${world().units.a2}`);
    expect([status, headers.location]).toEqual([303, `/m/${code}`]);
    expect((await on.get(`/tham-gia/${day.campaignId}/${world().units.b1}`)).status).toBe(404);
    expect((await on.get("/tham-gia/khong/phai")).status).toBe(404);
  });

  it("is counted for the union whose link it was, and who gave is told from five up and rounded", async () => {
    const { code, day, on, slot } = await ready({ perSlot: 20 });
    const asked = () =>
      world()
        .as("chi")
        .call(getInvitations, { params: { unitId: world().units.a1, campaignId: day.campaignId } });
    expect((await asked()).body).toMatchObject({
      own: { code, link: `http://giothong.test/m/${code}` },
      byUnit: { registered: 0, gave: null },
      openDrives: 1,
    });
    for (let count = 0; count < 6; count++) await registerAt(on, code, slot(0));
    const booked = await bookings(day.driveId);
    const gives = (many: number) =>
      world().pool.query(
        "insert into donor.donation (person_id, drive_id, day, volume_ml) select unnest($1::uuid[]), $2, '2021-06-09', 250 on conflict do nothing",
        [booked.slice(0, many).map((one) => one.person_id), day.driveId],
      );
    await gives(4);
    expect((await asked()).body.byUnit).toEqual({ registered: 6, gave: null });
    await gives(6);
    expect((await asked()).body.byUnit).toEqual({ registered: 6, gave: 5 });
    const { body } = await world()
      .as("chi")
      .call(getPlaces, { params: { driveId: day.driveId } });
    expect(body.totals.confirmed).toBe(6);
  });
});
