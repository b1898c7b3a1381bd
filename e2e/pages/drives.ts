// Donation days: plan, approve and open one, hold a place for a member, enter what came of it, close.
import type { Page } from "playwright-core";
import { openPart } from "./letters.ts";
import { look } from "./look.ts";

export async function planDrive(
  page: Page,
  { campaign, day, place, name }: { campaign: string; day: string; place: string; name: string },
): Promise<void> {
  await openPart(page, "Đợt hiến máu");
  await page.getByRole("link", { name: "Lập đợt hiến máu" }).first().click();
  await page.getByLabel("Chiến dịch").selectOption({ label: campaign });
  await page.getByRole("textbox", { name: "Ngày hiến máu" }).fill(day);
  await page
    .getByLabel("Cơ sở y tế tiếp nhận máu")
    .selectOption({ label: "Bệnh viện Đa khoa tỉnh Lai Châu" });
  await page.getByLabel("Địa điểm").fill(place);
  await page.getByLabel("Tên đợt").fill(name);
  await look(page, "drive-plan");
  await page.getByRole("button", { name: /^Lập đợt với/ }).click();
  await page.getByText("Đã lập đợt hiến máu.").waitFor();
}

/** Who signs for the host approves what was planned. */
export async function approveDrive(page: Page, name: string): Promise<void> {
  await openDrive(page, name);
  await page.getByRole("button", { name: "Duyệt kế hoạch" }).click();
  await page.getByText("Đã duyệt kế hoạch.").waitFor();
  await look(page, "drive-approved");
}

export async function openBooking(page: Page, name: string): Promise<void> {
  await openDrive(page, name);
  await page.getByRole("button", { name: "Mở nhận đăng ký" }).click();
  await page.getByText("Đã mở nhận đăng ký.").waitFor();
  await look(page, "drive-open");
}

export async function openDrive(page: Page, name: string): Promise<void> {
  await openPart(page, "Đợt hiến máu");
  await page
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();
  await page.getByRole("heading", { name }).waitFor();
}

/** Adds a person to the list, holds the first free place for them; answers the path of their link. */
export async function holdPlace(page: Page, drive: string, name: string): Promise<string> {
  await openDrive(page, drive);
  await page.getByRole("link", { name: "Giữ chỗ cho đoàn viên" }).first().click();
  await page.getByLabel("Tên đoàn viên").fill(name);
  await page.getByText(/Không có ai tên giống/).waitFor();
  await page.getByRole("button", { name: "Thêm người vào danh sách" }).click();
  await page.getByLabel("Họ và tên").fill(name);
  await page.getByRole("button", { name: "Thêm và chọn người này" }).click();
  await page.getByRole("radiogroup").getByRole("radio").first().check();
  await page.getByRole("button", { name: /^Giữ chỗ \d/ }).click();
  await page.getByRole("heading", { name: `Đã giữ chỗ cho ${name}` }).waitFor();
  await look(page, "place-held");
  const link = await page.getByLabel("Liên kết xác nhận").inputValue();
  const path = /\/d\/[\w-]{43}$/.exec(link)?.[0];
  if (path === undefined) throw new Error("no link was shown");
  return path;
}

/** The member answers behind the link, without any script. */
export async function answerLink(page: Page, link: string, answer: "confirm" | "release"): Promise<void> {
  await page.goto(link);
  if (answer === "release") {
    await page.getByRole("button", { name: "Tôi không tham gia đợt này" }).click();
    await page.getByText("Cảm ơn bạn đã trả lời").waitFor();
    return;
  }
  await look(page, "member-asked");
  await page.getByLabel(/Tôi đồng ý/).check();
  await page.getByRole("button", { name: "Tôi xác nhận tham gia" }).click();
  await page.getByText("Hẹn gặp bạn!").waitFor();
  await look(page, "member-ticket");
}
