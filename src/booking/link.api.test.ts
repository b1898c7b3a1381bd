// The member's page: yes, no, and how a no stays the member's own.
import { describe, expect, it } from "vitest";
import {
  answer,
  at,
  expectSeatsAreBookings,
  hold,
  look,
  NO,
  type OpenDay,
  openDay,
  someone,
  withSealKey,
  YES,
} from "../../test/open-day.ts";
import { sweep } from "../../test/sweep.ts";
import { onEveryServer } from "../../test/world.ts";
import { getPlaces, listBookings, renewLink } from "./contract.ts";

withSealKey();

await onEveryServer("behind a member's link", (world) => {
  const invited = async (options: { perSlot?: number } = {}) => {
    const day = await openDay(world(), options);
    const person = await someone(world(), "a1");
    const { body } = await hold(world(), "chi", "a1", day, person);
    return { day, person, link: body.link, id: body.id, heldUntil: body.heldUntil };
  };
  /** Everything an officer of the unit, or of the level above, can see of a drive. */
  const asOfficerSees = async (day: OpenDay) => {
    const list = await world()
      .as("chi")
      .call(listBookings, { params: { unitId: world().units.a1, driveId: day.driveId } });
    const above = await world()
      .as("binh")
      .call(listBookings, { params: { unitId: world().units.a, driveId: day.driveId } });
    const places = await world()
      .as("chi")
      .call(getPlaces, { params: { driveId: day.driveId } });
    const counters = await world().pool.query(
      "select measure, sum(value)::integer as value from tally.v_counter where drive_id = $1 group by measure",
      [day.driveId],
    );
    return { list: list.body, above: above.body, places: places.body, counters: counters.rows };
  };
  const consents = async (person: string) =>
    (
      await world().pool.query(
        "select purpose, evidence, withdrawn_at is not null as withdrawn from person.consent where person_id = $1 order by purpose, withdrawn",
        [person],
      )
    ).rows;

  it("says what, when, where, for which union, what is asked and why, with nothing ticked", async () => {
    const { link } = await invited();
    const { status, page, headers } = await look(world(), link);
    expect(status).toBe(200);
    for (const part of [
      "Lò Thị Duyên",
      "CĐCS Trường An Một",
      "Ngày hội Giọt hồng",
      "07:00, ngày 09/06/2021",
      "Nhà văn hóa tỉnh",
      "để làm gì?",
      "Tôi xác nhận tham gia",
      "Tôi không tham gia đợt này",
    ])
      expect(page).toContain(part);
    expect(page).not.toMatch(/\schecked/);
    expect(page).not.toContain("<script");
    expect(page).not.toContain("DỮ LIỆU MẪU");
    expect(page).toContain('name="robots" content="noindex');
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(Buffer.byteLength(page)).toBeLessThan(20_000);
  });

  it("speaks English to those who chose it", async () => {
    const { link } = await invited();
    const { page } = await look(world(), link, { giothong_locale: "en" });
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("I will take part");
  });

  it("tells a wrong, a cut and a used-up link the same kind page", async () => {
    const { link, day } = await invited();
    const whole = await look(world(), link);
    const pages = [
      await look(world(), `${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`),
      await look(world(), link.slice(0, -10)),
      await look(world(), "http://x/d/khong-co"),
    ];
    await at(world(), "2021-01-21T02:00:00.000Z", async () => {
      pages.push(await look(world(), link));
      const { status, page } = await answer(world(), link, YES);
      pages.push({ status, page, headers: {} });
    });
    expect(new Set(pages.map(({ page }) => page)).size).toBe(1);
    expect(pages.map(({ status }) => status)).toEqual(Array(5).fill(404));
    expect(pages[0]?.page).not.toBe(whole.page);
    expect(pages[0]?.page).toContain("nhờ cán bộ công đoàn gửi liên kết mới");
    expect((await asOfficerSees(day)).places.totals.confirmed).toBe(0);
  });

  describe("yes", () => {
    it("needs consent ticked by the member", async () => {
      const { link, day, person } = await invited();
      const { status, page } = await answer(world(), link, { answer: "confirm" });
      expect(status).toBe(422);
      expect(page).toContain("bạn cần tự tay đánh dấu");
      expect((await asOfficerSees(day)).places.totals).toMatchObject({ held: 1, confirmed: 0 });
      expect(await consents(person)).toEqual([]);
    });

    it("makes the ticket, keeps the consent with its evidence, and counts one registration", async () => {
      const { link, day, person } = await invited();
      const { page } = await answer(world(), link, YES);
      expect(page).toContain("Hẹn gặp bạn!");
      expect(page).toContain("Lò Thị Duyên");
      expect(await consents(person)).toEqual([{ purpose: "take-part", evidence: "link", withdrawn: false }]);
      const seen = await asOfficerSees(day);
      expect(seen.counters).toEqual([{ measure: "registered", value: 1 }]);
      expect(seen.list.items[0]?.state).toBe("confirmed");
      expect((await look(world(), link)).page).toBe(page);
    });

    it("counts once, however often and at the same moment it is said", async () => {
      const { link, day, person } = await invited();
      const pages = await Promise.all(Array.from({ length: 5 }, () => answer(world(), link, YES)));
      for (const { page } of pages) expect(page).toContain("Hẹn gặp bạn!");
      await answer(world(), link, YES);
      const seen = await asOfficerSees(day);
      expect(seen.counters).toEqual([{ measure: "registered", value: 1 }]);
      expect(await consents(person)).toHaveLength(1);
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("gives no consent that was not asked for", async () => {
      const { link, person } = await invited();
      await answer(world(), link, YES);
      expect((await consents(person)).map(({ purpose }) => purpose)).toEqual(["take-part"]);
    });

    it("shows the ticket until the end of the day, and then no more", async () => {
      const { link } = await invited();
      await answer(world(), link, YES);
      await at(world(), "2021-06-09T16:59:59.000Z", async () => {
        expect((await look(world(), link)).page).toContain("Hẹn gặp bạn!");
      });
      await at(world(), "2021-06-09T17:00:00.000Z", async () => {
        expect((await look(world(), link)).page).toContain("Liên kết này không mở được");
      });
    });
  });

  describe("no", () => {
    it("looks to every officer exactly like not answering, from the answer to the end of the hold", async () => {
      const silent = await invited();
      const declined = await invited();
      const before = await asOfficerSees(declined.day);
      const { page } = await answer(world(), declined.link, NO);
      expect(page).toContain("Cảm ơn bạn đã trả lời");
      expect(await asOfficerSees(declined.day)).toEqual(before);

      // Even the link, which the officer may have passed on and can open, tells nothing.
      const strip = (html: string) => html.replaceAll(/value="[^"]*"/g, "");
      const [one, other] = [await look(world(), silent.link), await look(world(), declined.link)];
      expect(strip(other.page)).toBe(strip(one.page));
      const renewed = await world()
        .as("chi")
        .call(renewLink, { params: { unitId: world().units.a1, bookingId: declined.id } });
      expect(renewed.status).toBe(200);

      const ends = new Date(Date.parse(declined.heldUntil) + 1000).toISOString();
      await at(world(), ends, async () => {
        await sweep(world());
        const [a, b] = [await asOfficerSees(silent.day), await asOfficerSees(declined.day)];
        expect(a.list).toEqual(b.list);
        expect(a.places.totals).toEqual(b.places.totals);
      });
      const rows = await world().pool.query(
        `select to_jsonb(b) - array['id','drive_id','slot_id','person_id','link_hash','link_sealed'] as row
         from booking.booking b where id = any ($1::uuid[])`,
        [[silent.id, declined.id]],
      );
      expect(rows.rows[0]).toEqual(rows.rows[1]);
      // nor does the audit trail, nor a consent row
      const audit = await world().pool.query(
        "select operation, actor, detail from platform.audit_entry where subject_id = $1 and operation <> 'booking.renew-link' order by no",
        [declined.id],
      );
      const same = await world().pool.query(
        "select operation, actor, detail from platform.audit_entry where subject_id = $1 order by no",
        [silent.id],
      );
      expect(audit.rows).toEqual(same.rows);
      expect(await consents(declined.person)).toEqual([]);
    });

    it("can become a yes while the place is held", async () => {
      const { link, day } = await invited();
      await answer(world(), link, NO);
      expect((await answer(world(), link, YES)).page).toContain("Hẹn gặp bạn!");
      expect((await asOfficerSees(day)).places.totals).toMatchObject({ held: 0, confirmed: 1 });
    });
  });

  describe("a yes taken back", () => {
    it("ends the consent, and officers see no difference; the page stays as it was", async () => {
      const { link, day, person } = await invited();
      await answer(world(), link, YES);
      const before = await asOfficerSees(day);
      const pageBefore = (await look(world(), link)).page;
      const { page } = await answer(world(), link, NO);
      expect(page).toContain("Cảm ơn bạn đã trả lời");
      expect((await consents(person)).map(({ withdrawn }) => withdrawn)).toEqual([true]);
      expect(await asOfficerSees(day)).toEqual(before);
      expect((await look(world(), link)).page).toBe(pageBefore);
      await expectSeatsAreBookings(world(), day.driveId);
    });

    it("is answered with the same page as a declined place", async () => {
      const [declined, taken] = [await invited(), await invited()];
      await answer(world(), taken.link, YES);
      const pages = [await answer(world(), declined.link, NO), await answer(world(), taken.link, NO)];
      expect(pages[0]).toEqual(pages[1]);
    });

    it("can be given again, with consent anew", async () => {
      const { link, day, person } = await invited();
      await answer(world(), link, YES);
      await answer(world(), link, NO);
      await answer(world(), link, NO);
      expect((await answer(world(), link, { answer: "confirm" })).page).toContain("tự tay đánh dấu");
      expect((await answer(world(), link, YES)).page).toContain("Hẹn gặp bạn!");
      expect((await consents(person)).map(({ withdrawn }) => withdrawn)).toEqual([false, true]);
      expect((await asOfficerSees(day)).counters).toEqual([{ measure: "registered", value: 1 }]);
    });

    it("leaves the consent that a yes to another drive still rests on", async () => {
      const { link, person } = await invited();
      const other = await openDay(world(), { day: "2021-09-09" });
      const second = await hold(world(), "chi", "a1", other, person);
      await answer(world(), link, YES);
      await answer(world(), second.body.link, YES);
      await answer(world(), link, NO);
      expect((await consents(person)).map(({ withdrawn }) => withdrawn)).toEqual([false]);
      await answer(world(), second.body.link, NO);
      expect((await consents(person)).map(({ withdrawn }) => withdrawn)).toEqual([true]);
    });
  });

  it("a name that looks like markup stays a name", async () => {
    const day = await openDay(world());
    const person = await someone(world(), "a1", { name: `<img src=x onerror="alert('1')"> & Con` });
    const { body } = await hold(world(), "chi", "a1", day, person);
    const { page } = await look(world(), body.link);
    expect(page).not.toContain("<img");
    expect(page).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; Con");
  });
});
