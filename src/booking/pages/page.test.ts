// What the member's page carries in each of its forms.
import { expect, it } from "vitest";
import { html } from "../../platform/pages/html.ts";
import type { Ticket } from "../schema.ts";
import type { LinkPage } from "../service/link.ts";
import { linkPage } from "./page.ts";

const ticket: Ticket = {
  bookingId: "01910000-0000-7000-8000-000000000001",
  state: "held",
  heldUntil: "2021-06-08T12:00:00.000Z",
  fullName: "Lò Thị Duyên",
  unitName: "CĐCS Trường Mẫu",
  driveName: "Ngày hội Giọt hồng",
  day: "2021-06-09",
  startsAt: "2021-06-09T00:30:00.000Z",
  place: "Nhà văn hóa",
};
const pages: LinkPage[] = [
  { show: "ask", ticket },
  { show: "consent-missing", ticket },
  { show: "ticket", ticket },
  { show: "thanks", ticket },
  { show: "gone" },
];

it.each(pages)("$show stands alone in both languages, small and marked on a demo", (page) => {
  for (const locale of ["vi", "en"] as const) {
    for (const demo of [false, true]) {
      const { content, mediaType } = linkPage({ locale, demo }, page);
      const text = String(content);
      expect(mediaType).toContain("text/html");
      expect(Buffer.byteLength(text)).toBeLessThan(20_000);
      expect(text).not.toMatch(/<script|<link|src=|url\(|@import/);
      expect(text).not.toContain("booking.page.");
      expect(text).toContain("noindex");
      const mark = locale === "vi" ? "DỮ LIỆU MẪU" : "SAMPLE DATA";
      expect(text.includes(mark)).toBe(demo);
    }
  }
});

it("says by its status whether the link opened", () => {
  const status = (page: LinkPage) => linkPage({ locale: "vi", demo: false }, page).status;
  expect(pages.map(status)).toEqual([200, 422, 200, 200, 404]);
});

it("tells nothing of anybody behind a link that does not open, or after an answer", () => {
  for (const page of pages.filter(({ show }) => show === "gone" || show === "thanks")) {
    const { content } = linkPage({ locale: "vi", demo: false }, page);
    for (const told of Object.values(ticket)) expect(String(content)).not.toContain(told);
  }
});

it("escapes every value, once", () => {
  const evil = `"><script>alert('x')</script>&amp;`;
  expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</p>',
  );
  expect(html`${html`<b>${"&"}</b>`}`.text).toBe("<b>&amp;</b>");
});
