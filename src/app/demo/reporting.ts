// vi-data: what the demo's officers write beside their figures, and what comes back to them.
// Reports going up: each union opens its own, sends it, and the level above approves or returns it.
import { openPeriod } from "../../report/contract/period.ts";
import * as report from "../../report/contract.ts";
import { SIGNATORY } from "./accounts.ts";
import type { Facts } from "./facts.ts";
import { PROVINCE } from "./tree.ts";

/** How far a report has come. A unit that is not named has not begun: chưa báo cáo. */
export type Progress = "drafted" | "submitted" | "returned" | "approved";

const REMARKS = [
  "Đoàn viên tham gia nhiệt tình, đúng giờ theo khung giờ đã giữ chỗ; công tác phòng dịch được bảo đảm.",
  "Công tác tuyên truyền thực hiện sớm qua nhóm Zalo nên số đăng ký cao. Đề nghị bố trí thêm khung giờ buổi chiều.",
  "Một số đoàn viên bận lịch trực, lịch thi nên chưa tham gia được. Đề nghị thông báo lịch sớm hơn 10 ngày.",
  "Đường xa, mưa lớn nên đoàn viên vùng cao đến muộn. Đề nghị tổ chức điểm hiến máu lưu động.",
];
const COMMENT =
  "Đề nghị rà soát lại số đăng ký so với danh sách đã xác nhận và bổ sung phần đánh giá, kiến nghị.";

/** Somebody credited to the unit's subtree registered or gave that day. */
export async function owes({ hands, unit }: Facts, driveId: string, key: string): Promise<boolean> {
  const unitId = unit(key).id;
  const { items } = await hands.ask(key, report.listOwed, { params: { unitId }, query: {} });
  return items.some((row) => row.driveId === driveId && row.unit.id === unitId);
}

/** Brings a unit's report of a drive to where it stands, beginning now. Answers its id. */
export async function reportTo(
  facts: Facts,
  driveId: string,
  key: string,
  progress: Progress,
): Promise<string> {
  const { hands, chance } = facts;
  const unit = facts.unit(key);
  const { id: reportId } = await hands.ask(key, report.openReport, {
    params: { unitId: unit.id, driveId },
    body: { id: hands.newId() },
  });
  hands.wait(600);
  await hands.ask(key, report.writeRemarks, {
    params: { reportId },
    body: { remarks: chance.pick(REMARKS) },
  });
  if (progress === "drafted") return reportId;
  hands.wait(300);
  await hands.ask(key, report.submitReport, { params: { reportId } });
  if (progress === "submitted") return reportId;
  hands.wait(chance.int(1, 9) * 3600);
  hands.toOfficeHours();
  // The leading unit's own report is approved, and thereby signed, by its signatory.
  const above = unit.parent ?? SIGNATORY;
  if (progress === "approved") await hands.ask(above, report.approveReport, { params: { reportId } });
  else {
    await hands.ask(above, report.returnReport, {
      params: { reportId },
      body: { id: hands.newId(), figure: "registered", text: COMMENT },
    });
  }
  return reportId;
}

/** Everybody of `keys` reports and is approved, then the unions above them, then the province. */
export async function reportAll(
  facts: Facts,
  driveId: string,
  keys: readonly string[],
  closedOn: string,
): Promise<void> {
  const { hands, chance } = facts;
  const day = 24 * 3600;
  const from = (days: number): void => {
    hands.at(`${closedOn}T08:00:00+07:00`);
    hands.wait(days * day + chance.int(0, 16) * 1200);
    hands.toOfficeHours();
  };
  for (const key of keys) {
    from(1);
    await reportTo(facts, driveId, key, "approved");
  }
  const above = new Set(keys.flatMap((key) => facts.unit(key).parent ?? []));
  above.delete(PROVINCE);
  for (const key of above) {
    from(2);
    await reportTo(facts, driveId, key, "approved");
  }
  from(3);
  await reportTo(facts, driveId, PROVINCE, "approved");
}

/** The province reports on a campaign that is over, and its signatory approves. */
export async function reportCampaign(facts: Facts, campaignId: string, at: string): Promise<void> {
  const { hands } = facts;
  hands.at(at);
  const { id: reportId } = await hands.ask(PROVINCE, openPeriod, {
    params: { unitId: facts.unit(PROVINCE).id },
    body: { id: hands.newId(), kind: "campaign", campaignId },
  });
  hands.wait(1800);
  await hands.ask(PROVINCE, report.writeRemarks, {
    params: { reportId },
    body: {
      remarks: "",
      parts: {
        strengths: "Các công đoàn vào cuộc sớm, hai đợt hiến máu an toàn, đúng giờ.",
        limits: "Một số công đoàn cơ sở vùng cao chưa có người tham gia.",
        causes: "Đường xa, mưa lớn trong tháng 10.",
        requests: "Đề nghị bố trí điểm hiến máu lưu động ở các huyện vùng cao.",
      },
    },
  });
  await hands.ask(PROVINCE, report.submitReport, { params: { reportId } });
  hands.wait(24 * 3600);
  hands.toOfficeHours();
  await hands.ask(SIGNATORY, report.approveReport, { params: { reportId } });
}
