// What a donor's pages carry in each of their forms.
import { expect, it } from "vitest";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { html } from "../../platform/pages/html.ts";
import type { LinkPage } from "../service/ticket.ts";
import type { StandingPlace } from "../store/ticket.ts";
import { calendarFile } from "./calendar.ts";
import { linkPage } from "./page.ts";

type Shown = Exclude<LinkPage, { show: "other" }>;

const place: StandingPlace = {
  bookingId: "01910000-0000-7000-8000-000000000001",
  driveId: "01910000-0000-7000-8000-000000000002",
  campaignId: "01910000-0000-7000-8000-000000000003",
  personId: "01910000-0000-7000-8000-000000000004",
  creditedUnitId: "01910000-0000-7000-8000-000000000005",
  slotId: "01910000-0000-7000-8000-000000000006",
  state: "held",
  source: "officer",
  relation: "member",
  heldUntil: "2021-06-08T12:00:00.000Z",
  agreedBefore: false,
  fullName: "Lò Thị Duyên",
  unitName: "CĐCS Trường Mẫu",
  driveName: "Ngày hội Giọt hồng",
  driveState: "open",
  day: "2021-06-09",
  place: "Nhà văn hóa, phường Một",
  startsAt: "2021-06-09T00:30:00.000Z",
  changeKind: null,
  reason: null,
  note: null,
  fromDay: null,
  fromPlace: null,
  shiftSeconds: null,
  insteadId: null,
  insteadSealed: null,
};
const friends = { link: "http://giothong.test/m/abcdefghjkmn", came: { registered: 7, gave: 5 } };
const slot = { slotId: place.slotId, startsAt: "2021-06-09T02:00:00.000Z", free: 3 };
const ticket: Shown = { show: "ticket", place, code: "GH1.x", others: [slot], friends, handsOn: true };
const moved: StandingPlace = {
  ...place,
  changeKind: "moved",
  reason: "weather",
  note: "Sạt lở đường.",
  fromDay: "2021-06-02",
  fromPlace: "Sân vận động",
  shiftSeconds: 7 * 24 * 3600 + 1800,
  agreedBefore: true,
};
const waiting = {
  waitingId: place.bookingId,
  driveId: place.driveId,
  personId: place.personId,
  fullName: place.fullName,
  unitName: place.unitName,
  driveName: place.driveName,
  day: place.day,
  place: place.place,
  slotId: null,
  startsAt: null,
  turn: 3,
};
const instead = { name: "Ngày hội khác", day: "2021-06-16", place: "Nhà thi đấu", slot };
const PAGES: readonly Shown[] = [
  { show: "ask", place, missing: false },
  { show: "ask", place, missing: true },
  { show: "offer", place, missing: false },
  { show: "moved", place: moved, missing: false },
  { show: "moved", place: { ...moved, agreedBefore: false }, missing: true },
  ticket,
  { show: "past", place, friends: undefined },
  { show: "past", place, friends },
  { show: "waiting", waiting },
  { show: "cancelled", place: { ...place, driveState: "cancelled" }, instead: undefined, missing: false },
  { show: "cancelled", place: { ...place, driveState: "cancelled" }, instead, missing: false, said: "taken" },
  { show: "thanks" },
  { show: "left" },
  { show: "given-back" },
  { show: "gone" },
];

const shown = (page: Shown, locale: "vi" | "en" = "vi", demo = false): Promise<FileAnswer> =>
  linkPage({ locale, demo }, "khong-phai-lien-ket", page);

it.each(PAGES)("$show stands alone in both languages, small and marked on a demo", async (page) => {
  for (const locale of ["vi", "en"] as const) {
    for (const demo of [false, true]) {
      const { content, mediaType } = await shown(page, locale, demo);
      const text = String(content);
      expect(mediaType).toContain("text/html");
      expect(Buffer.byteLength(text)).toBeLessThan(24_000);
      expect(text).not.toMatch(/<link|url\(|@import|\son\w+=|src="(?!data:image\/png|\/ve\.js)/);
      expect(text.match(/<script[^>]*>/g) ?? []).toEqual(
        page.show === "ticket" ? ['<script src="/ve.js" defer>'] : [],
      );
      // A word nobody has written shows as its key.
      expect(text).not.toMatch(/booking\.[a-z]+\.|undefined|null|NaN/);
      expect(text).not.toMatch(/\schecked/);
      expect(text).toContain("noindex");
      expect(text).not.toContain("đủ điều kiện");
      const mark = locale === "vi" ? "DỮ LIỆU MẪU" : "SAMPLE DATA";
      expect(text.includes(mark)).toBe(demo);
    }
  }
});

it("says by its status whether the link opened and whether something is missing", async () => {
  const status = await Promise.all(PAGES.map(async (page) => (await shown(page)).status));
  expect(status).toEqual([200, 422, 200, 200, 422, 200, 200, 200, 200, 200, 200, 200, 200, 200, 404]);
});

it("tells nothing of anybody behind a link that does not open, or after an answer", async () => {
  for (const show of ["gone", "thanks", "left", "given-back"] as const) {
    const { content } = await shown({ show });
    for (const told of [place.fullName, place.unitName, place.driveName, place.place, "09/06/2021"])
      expect(String(content)).not.toContain(told);
  }
});

it("shows the old day and hour beside the new, and asks for one tap of whoever had said yes", async () => {
  const [again, first] = await Promise.all(
    [moved, { ...moved, agreedBefore: false }].map(async (one) =>
      String((await shown({ show: "moved", place: one, missing: false })).content),
    ),
  );
  for (const part of [
    "02/06/2021",
    "07:00 · Sân vận động",
    "09/06/2021",
    "07:30 · Nhà văn hóa",
    "Sạt lở đường.",
  ])
    expect(again).toContain(part);
  expect(again).toContain("Tôi đến được ngày mới");
  expect(again).not.toContain('type="checkbox"');
  expect(first).toContain('type="checkbox"');
});

it("tells an inviter how many came, and of those who gave a rounded number or none", async () => {
  const few = { ...friends, came: { registered: 7, gave: null } };
  const [many, none] = await Promise.all(
    [friends, few].map(async (one) => String((await shown({ show: "past", place, friends: one })).content)),
  );
  expect(many).toContain("7 người đã đăng ký");
  expect(many).toContain("Ít nhất 5 người trong số đó đã hiến");
  expect(none).not.toContain("Ít nhất");
});

it("writes a calendar file that every calendar puts at half past seven in Việt Nam", () => {
  const { content, mediaType } = calendarFile(
    { locale: "vi", publicUrl: "http://giothong.test", now: "2021-06-01T00:00:00.000Z" },
    "x".repeat(43),
    { ...place, driveName: "Ngày hội Giọt hồng, lần thứ chín; của tỉnh và các công đoàn cơ sở" },
  );
  const text = String(content);
  expect(mediaType).toContain("text/calendar");
  expect(text).toContain("DTSTART;TZID=Asia/Ho_Chi_Minh:20210609T073000\r\n");
  expect(text).toContain("DTEND;TZID=Asia/Ho_Chi_Minh:20210609T090000\r\n");
  expect(text).toContain("TZOFFSETTO:+0700");
  expect(text).toContain("LOCATION:Nhà văn hóa\\, phường Một");
  expect(text).toContain(`UID:${place.bookingId}@giothong`);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll("\r\n ", "");
  expect(unfolded).toContain("SUMMARY:Hiến máu: Ngày hội Giọt hồng\\, lần thứ chín\\; của tỉnh");
  expect(unfolded).toContain(`/d/${"x".repeat(43)}`);
});

it("escapes every value, once", () => {
  const evil = `"><script>alert('x')</script>&amp;`;
  expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</p>',
  );
  expect(html`${html`<b>${"&"}</b>`}`.text).toBe("<b>&amp;</b>");
});
