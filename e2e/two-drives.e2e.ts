// Two donation days, one of them moved because of a landslide: 120 donors of four unions from the invitation to the
// campaign's report, which a recount confirms.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setReserve } from "../src/booking/contract/board.ts";
import { holdPlace, listBookings } from "../src/booking/contract.ts";
import { RELEASE_JOB } from "../src/booking/jobs.ts";
import { listCampaigns } from "../src/campaign/contract.ts";
import { makeInvitation } from "../src/donor/contract.ts";
import { takeImport } from "../src/person/contract/importing.ts";
import { listPeople } from "../src/person/contract.ts";
import { newId } from "../src/platform/pure/ids.ts";
import { getPeriod, listPeriods } from "../src/report/contract/period.ts";
import { printList, recordMany } from "../src/turnout/contract/typing.ts";
import { listOutcomes, listUnitOutcomes } from "../src/turnout/contract.ts";
import type { Volume } from "../src/turnout/schema.ts";
import {
  close,
  type Day,
  freeSlot,
  type Hands,
  lastTaken,
  openDay,
  recount,
  reportUp,
  somebody,
} from "./pages/day.ts";
import { comeByLink, plainPhone } from "./pages/donors.ts";
import { openDrive } from "./pages/drives.ts";
import { issueLetter, openPart } from "./pages/letters.ts";
import { look } from "./pages/look.ts";
import { approveReport as approveOne, openCampaignReport, settleReport } from "./pages/reports.ts";
import { openStage, PHONE, type Quiet, type Stage } from "./stage.ts";

const LETTER = new URL("../samples/letters/cong-van-mau.txt", import.meta.url);
const CAMPAIGN = "Giọt hồng hai đợt";
const UNIONS = ["hoale1", "hoacuc1", "hoaban1", "hoaman1"] as const;
type Union = (typeof UNIONS)[number];
const DISTRICTS = { tamduong: ["hoale1", "hoacuc1"], thanhpho: ["hoaban1", "hoaman1"] } as const;
/** Per union and drive: places held by the officer, then people who register themselves. */
const HELD = 7;
const BY_THEMSELVES = 8;
const FIRST = {
  name: "Ngày hội giọt hồng",
  day: "2021-06-09",
  place: "Trung tâm Hội nghị tỉnh",
  slots: 7,
};
const FIRST_SHOWN = "09/06/2021";
const SECOND = {
  name: "Giọt hồng vùng cao",
  day: "2021-06-12",
  place: "Nhà văn hóa huyện Tam Đường",
  slots: 6,
};
const MOVED_TO = "16/06/2021";

describe("two donation days, one moved by a landslide", () => {
  let stage: Stage;
  let province: Page;
  let signatory: Page;
  let officer: Page;
  let facility: Page;
  let donor: Page;
  const quiet = new Map<string, Quiet>();
  const links = new Map<Union, string>();
  let campaignId = "";
  let hands: Hands;
  let first: Day;
  let second: Day;
  /** Tickets of the second day, by whom they are. */
  const tickets: string[] = [];
  let waiting = "";

  const by = (login: string): Quiet => {
    const found = quiet.get(login);
    if (found === undefined) throw new Error(`${login} is not at work`);
    return found;
  };
  const phone = () => plainPhone(stage.origin);

  beforeAll(async () => {
    stage = await openStage();
    for (const login of [...UNIONS, ...Object.keys(DISTRICTS), "tinh", "lanhdao", "benhvien"]) {
      quiet.set(login, await stage.quietly(login));
    }
    hands = { host: by("tinh"), signatory: by("lanhdao"), facility: by("benhvien") };
    province = await stage.plainWindow("tinh");
    signatory = await stage.plainWindow("lanhdao");
    officer = await stage.plainWindow("hoale1", PHONE);
    facility = await stage.plainWindow("benhvien");
    donor = await stage.plainWindow(undefined, PHONE);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await stage.pictures("failed-two-drives");
  });
  afterAll(() => stage?.close());

  it("the province orders two days; its signatory approves them and their places are opened", async () => {
    const text = readFileSync(LETTER, "utf8");
    await issueLetter(province, { text, campaign: CAMPAIGN, from: "02/06/2021", until: "31/12/2021" });
    const { unitId, ask } = by("tinh");
    const { items } = await ask(listCampaigns, { params: { unitId } });
    campaignId = items.find(({ name }) => name === CAMPAIGN)?.id ?? "";
    expect(campaignId).not.toBe("");
    first = await openDay(hands, campaignId, FIRST);
    second = await openDay(hands, campaignId, SECOND);
  });

  it("the host keeps places of its first hours for a district until the eve", async () => {
    for (const { id: slotId } of first.slots.slice(0, 2)) {
      await by("tinh").ask(setReserve, {
        params: { driveId: first.id, reserveId: newId() },
        body: { unitId: by("tamduong").unitId, slotId, places: 4, cutOff: "2021-06-08T17:00:00+07:00" },
      });
    }
    await openDrive(province, FIRST.name);
    await province.getByRole("link", { name: "Xếp chỗ của đợt" }).first().click();
    await province.getByRole("heading", { name: "Chỗ dành riêng cho công đoàn" }).waitFor();
    await look(province, "board-reserves");
  });

  it("an officer brings in a list from Excel's CSV, sees what is wrong with a row, and takes the others", async () => {
    const rows = Array.from({ length: 14 }, () => somebody());
    const csv = [
      "TT;Họ và tên;Ngày sinh;Giới tính;Điện thoại",
      ...rows.map(
        (one, at) =>
          `${at + 1};${one.fullName};${one.birth.join("/")};${one.sex === "male" ? "Nam" : "Nữ"};${one.phone}`,
      ),
      "15;;01/02/1990;Nữ;0912345678",
    ].join("\r\n");
    await openPart(officer, "Đoàn viên");
    await officer.getByRole("link", { name: "Nhập danh sách" }).first().click();
    await officer.locator('input[type="file"]').setInputFiles({
      name: "danh-sach.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`\uFEFF${csv}`, "utf8"),
    });
    await officer.getByRole("button", { name: /^Thêm 14 người/ }).waitFor();
    await look(officer, "import-preview");
    await officer.getByRole("button", { name: /^Thêm 14 người/ }).click();
    await officer
      .getByText(/Đã thêm 14 người/)
      .first()
      .waitFor();
    // The other unions' officers do the same without a window.
    for (const union of UNIONS.slice(1)) {
      const { unitId, ask } = by(union);
      const people = Array.from({ length: 2 * HELD }, () => somebody());
      const taken = await ask(takeImport, {
        params: { unitId },
        body: {
          id: newId(),
          fileName: "danh-sach.xlsx",
          rows: people.map(({ fullName, birth: [d, m, y], sex, phone: number }) => ({
            fullName,
            birthDate: `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`,
            birthYear: null,
            sex,
            phone: number,
            email: null,
            relation: "member" as const,
            groupId: null,
          })),
        },
      });
      expect(taken.added).toBe(14);
    }
  });

  it("officers hold places, members say yes by their links, three by their signature on a list", async () => {
    for (const union of UNIONS) {
      const { unitId, ask } = by(union);
      const { items } = await ask(listPeople, { params: { unitId }, query: { words: "thu", limit: 200 } });
      const people = items.filter(({ fullName }) => / Thử /.test(fullName));
      expect(people).toHaveLength(2 * HELD);
      for (const [at, { id: personId }] of people.entries()) {
        const day = at < HELD ? first : second;
        const held = await ask(holdPlace, {
          params: { unitId, driveId: day.id },
          body: { id: newId(), personId, slotId: await freeSlot(stage.pool, day) },
        });
        if (union === "hoale1" && at < 3) continue;
        const path = new URL(held.link).pathname;
        const { page } = await phone().post(path, { answer: "confirm", consent: "take-part" });
        expect(page).toContain("Hẹn gặp bạn");
        if (day === second) tickets.push(path);
      }
    }
    await openDrive(officer, FIRST.name);
    await officer.getByRole("link", { name: "Xác nhận bằng danh sách đã ký" }).first().click();
    await officer.getByRole("button", { name: "Đánh dấu tất cả 3 người" }).click();
    await officer
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: "to-ky.png", mimeType: "image/png", buffer: PIXEL });
    await officer.getByText("Đã nhận tệp to-ky.png.").waitFor();
    await look(officer, "signed-list");
    await officer.getByRole("button", { name: "Xác nhận 3 người đã ký" }).click();
    await officer.getByText("Đã xác nhận 3 người theo danh sách đã ký.").first().waitFor();
  });

  it("people register themselves by their union's link, and a friend by a friend's", async () => {
    for (const union of UNIONS) {
      const { unitId, ask } = by(union);
      links.set(union, (await ask(makeInvitation, { params: { unitId, campaignId } })).code);
    }
    const code = links.get("hoale1") ?? "";
    const ticket = await comeByLink(donor, code, FIRST_SHOWN, somebody());
    await donor.getByText("Mời bạn bè, người nhà").click();
    await donor.getByRole("button", { name: "Tạo liên kết mời" }).click();
    await donor.getByText("Mời bạn bè, người nhà").first().waitFor();
    const friendly = /\/m\/([\w-]+)/.exec((await phone().open(ticket)).page)?.[1] ?? "";
    expect(friendly).not.toBe("");
    await phone().register(friendly, await freeSlot(stage.pool, first), somebody("relative"));
    for (const union of UNIONS) {
      const done = union === "hoale1" ? 2 : 0;
      for (let at = done; at < BY_THEMSELVES; at++) {
        const relation = at % 4 === 3 ? "relative" : at % 4 === 2 ? "worker" : "member";
        await phone().register(links.get(union) ?? "", await freeSlot(stage.pool, first), somebody(relation));
      }
    }
    // The second day: the slots that are left, until there are none.
    for (const union of UNIONS) {
      for (let at = 0; at < BY_THEMSELVES; at++) {
        tickets.push(
          await phone().register(links.get(union) ?? "", await freeSlot(stage.pool, second), somebody()),
        );
      }
    }
    expect(tickets).toHaveLength(60);
    expect(await recount(stage.pool, first.id)).toMatchObject({ registered: 60 });
    expect(await recount(stage.pool, second.id)).toMatchObject({ registered: 60 });
    // For the hour of who came last, who will be silent later.
    const last = await lastTaken(stage.pool, second);
    waiting = await phone().register(links.get("hoaban1") ?? "", last, somebody("relative"), true);
    await donor.goto(waiting);
    await donor.getByRole("heading", { name: "Bạn đang chờ chỗ" }).waitFor();
    await look(donor, "donor-waiting");
  });

  it("the facility prints the first day's list and types it back by keys alone", async () => {
    stage.setTime("2021-06-09T15:00:00+07:00");
    await facility.goto("/");
    await facility.getByRole("link", { name: "Đợt tiếp nhận" }).first().click();
    await facility
      .getByRole("link", { name: new RegExp(FIRST.name) })
      .first()
      .click();
    await facility.getByRole("link", { name: "Danh sách in" }).first().click();
    await facility.getByRole("button", { name: "Đánh số 60 người" }).click();
    await facility
      .getByText(/Đã đánh số 60 người/)
      .first()
      .waitFor();
    await look(facility, "typing-list");
    await facility.getByRole("link", { name: FIRST.name }).first().click();
    const box = facility.getByLabel("Số trên danh sách");
    await box.click();
    for (let number = 1; number <= 60; number++) {
      await facility.keyboard.press(number % 10 === 0 ? "-" : number % 3 === 0 ? "/" : "+");
    }
    await facility.getByText("Đã nhập 60/60 người").waitFor();
    await look(facility, "typed-back");
  });

  it("it reconciles and closes; the union learns đã hiến or không hiến, and nothing else", async () => {
    await close(stage.pool, by("benhvien"), first.id);
    await openDrive(officer, FIRST.name);
    await officer.getByText("đã hiến 350 ml").first().waitFor();
    await look(officer, "union-outcomes");
    const { unitId, ask } = by("hoale1");
    const { items } = await ask(listUnitOutcomes, {
      params: { unitId, driveId: first.id },
      query: { limit: 200 },
    });
    expect(items.length).toBeGreaterThan(0);
    for (const row of items) {
      expect(Object.keys(row).sort()).toEqual(["fullName", "personId", "unit", "volume"]);
      expect([0, 250, 350, 450]).toContain(row.volume);
    }
  });

  it("on the eve the road is gone: the province moves the second day and 60 people are asked anew", async () => {
    stage.setTime("2021-06-11T18:00:00+07:00");
    await openDrive(province, SECOND.name);
    await province.getByRole("link", { name: "Dời ngày hoặc hủy đợt" }).first().click();
    await province.getByRole("textbox", { name: "Ngày mới" }).fill(MOVED_TO);
    await province.getByLabel("Lý do").selectOption({ label: "Mưa lũ, sạt lở, thời tiết" });
    await province
      .getByLabel("Lời nhắn cho người tham gia (không bắt buộc)")
      .fill("Đường vào nhà văn hóa bị sạt.");
    await province.getByText(/60 người đang có chỗ \(60 đã xác nhận\)/).waitFor();
    await look(province, "drive-moving");
    await province.getByRole("button", { name: "Dời đợt và hỏi lại 60 người" }).click();
    await province.getByText("Đã dời đợt. 60 người đang được hỏi lại.").first().waitFor();
    expect(await recount(stage.pool, second.id)).toMatchObject({ registered: 0 });
    await openDrive(officer, SECOND.name);
    await officer.getByRole("link", { name: "Danh sách gọi điện" }).first().click();
    await officer.getByText(/Chưa trả lời: \d+ người/).waitFor();
    await look(officer, "call-list");
  });

  it("58 say yes by one tap, one declines, one is silent; who waited gets a place", async () => {
    await donor.goto(tickets[0] ?? "");
    await donor.getByRole("heading", { name: "Đợt hiến máu đổi ngày" }).waitFor();
    await look(donor, "donor-moved");
    await donor.getByRole("button", { name: "Tôi đến được ngày mới" }).click();
    await donor.getByText(MOVED_TO).first().waitFor();
    for (const ticket of tickets.slice(1, 58)) {
      await phone().post(ticket, { answer: "confirm", consent: "take-part" });
    }
    await phone().post(tickets[58] ?? "", { answer: "release" });
    expect(await recount(stage.pool, second.id)).toMatchObject({ registered: 58 });
    // Who declined and who is silent look the same to the officers.
    const left = await Promise.all(
      UNIONS.map(async (union) => {
        const { unitId, ask } = by(union);
        const asked = { params: { unitId, driveId: second.id }, query: { limit: 200 } };
        return (await ask(listBookings, asked)).items.filter(({ state }) => state === "held");
      }),
    );
    expect(left.flat()).toHaveLength(2);
    stage.setTime("2021-06-15T19:30:00+07:00");
    await stage.runJob(RELEASE_JOB);
    await donor.goto(waiting);
    await donor.getByRole("heading", { name: "Có chỗ cho bạn!" }).waitFor();
    await look(donor, "donor-offered");
    await donor.getByLabel(/Tôi đồng ý/).check();
    await donor.getByRole("button", { name: "Tôi xác nhận tham gia" }).click();
    await donor.getByText("Hẹn gặp bạn!").waitFor();
    expect(await recount(stage.pool, second.id)).toMatchObject({ registered: 59 });
  });

  it("the second day is typed back and closed", async () => {
    stage.setTime("2021-06-16T15:00:00+07:00");
    const { ask } = by("benhvien");
    const params = { driveId: second.id };
    await ask(printList, { params });
    const { items } = await ask(listOutcomes, { params, query: { limit: 200 } });
    expect(items).toHaveLength(59);
    const entered = await ask(recordMany, {
      params,
      body: {
        rows: items.map(({ bookingId }, at) => ({
          bookingId,
          volume: (at % 12 === 0 ? 0 : at % 4 === 0 ? 250 : 350) as Volume,
        })),
      },
    });
    expect(entered.rows.filter(({ problem }) => problem !== null)).toEqual([]);
    await close(stage.pool, by("benhvien"), second.id);
  });

  it("reports of both days go up three levels and are approved", async () => {
    for (const { id } of [first, second]) {
      for (const [district, unions] of Object.entries(DISTRICTS)) {
        for (const union of unions) await reportUp(by(union), by(district), id);
        await reportUp(by(district), by("tinh"), id);
      }
      await reportUp(by("tinh"), by("lanhdao"), id);
    }
  });

  it("the campaign's report fills itself, the signatory approves it, and a recount says the same", async () => {
    await openPart(province, "Báo cáo");
    await look(province, "reports-home");
    await openCampaignReport(province, CAMPAIGN);
    await look(province, "campaign-report");
    await settleReport(province);
    await openCampaignReport(signatory, CAMPAIGN);
    await approveOne(signatory);
    await look(signatory, "campaign-report-approved");
    const { unitId, ask } = by("tinh");
    const { items } = await ask(listPeriods, { params: { unitId } });
    const made = items.find(({ kind, campaign }) => kind === "campaign" && campaign?.id === campaignId);
    expect(made).toMatchObject({ state: "approved" });
    const paper = await ask(getPeriod, { params: { reportId: made?.reportId ?? "" } });
    const [one, two] = [await recount(stage.pool, first.id), await recount(stage.pool, second.id)];
    expect(paper.total).toMatchObject({
      registered: one.registered + two.registered,
      donated: one.donated + two.donated,
      ml: one.ml + two.ml,
    });
    expect(paper.total.registered).toBe(119);
    expect(paper.missing).toEqual([]);
  });

  it("nothing failed on the way", () => {
    expect(stage.faults).toEqual([]);
  });
});

/** One white pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
);
