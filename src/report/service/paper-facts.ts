// What the paper of a report says beside its figures, gathered from the capabilities that know it.
import { getCampaignById } from "../../campaign/service.ts";
import type { Db } from "../../platform/db/sql.ts";
import { getUnitNode, letterheadOf } from "../../unit/service.ts";
import type { PaperFacts } from "../schema.ts";
import { listLetters } from "../store/facts.ts";
import { findLastDay, type ReportRow } from "../store/reports.ts";

/** As of today, or of the last day of a unit that has ended; the signer is not known yet. */
export async function gatherPaper(db: Db, report: ReportRow, today: string): Promise<PaperFacts> {
  const day = (await findLastDay(db, report.unitId, today)) ?? today;
  const unit = await getUnitNode(db, report.unitId, day);
  const head = await letterheadOf(db, report.unitId, day);
  const campaign = await getCampaignById(db, report.campaignId);
  const letters = await listLetters(db, report.campaignId, unit, day);
  return {
    letterhead: {
      name: head.name,
      superiorName: head.superiorName,
      notation: head.notation,
      placeName: head.placeName,
    },
    unitKind: unit.kind,
    campaignName: campaign.name,
    unitRule: campaign.unitRule,
    drivePlace: report.drivePlace,
    letters: letters.map((letter) => ({
      kind: letter.kind,
      number: letter.number,
      notation: letter.notation,
      issuedOn: letter.issuedOn,
      subject: letter.subject,
      sender: letter.sender ?? "",
      ours: letter.sentByUs
        ? "sent"
        : letter.disseminatedAt !== null
          ? "disseminated"
          : letter.receivedAt !== null
            ? "received"
            : "reached",
      below: { reached: letter.reached, received: letter.received, disseminated: letter.disseminated },
    })),
    signer: null,
  };
}
