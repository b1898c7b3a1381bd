// What the paper of a report says beside its figures, gathered from the capabilities that know it.
import { getCampaignById } from "../../campaign/service.ts";
import type { Db } from "../../platform/db/sql.ts";
import { getUnitNode, letterheadOf } from "../../unit/service.ts";
import type { PaperFacts } from "../schema.ts";
import { type LetterRow, listLetters } from "../store/facts.ts";
import { listCosts, listDrivenCampaigns } from "../store/period.ts";
import { type AnyReport, findLastDay, isPeriod } from "../store/reports.ts";
import { superiorOf } from "./period.ts";

/** As of today, or of the last day of a unit that has ended; the signer is not known yet. */
export async function gatherPaper(db: Db, report: AnyReport, today: string): Promise<PaperFacts> {
  const day = (await findLastDay(db, report.unitId, today)) ?? today;
  const unit = await getUnitNode(db, report.unitId, day);
  const head = await letterheadOf(db, report.unitId, day);
  const campaigns = await Promise.all(
    (await campaignsOf(db, report, unit.path, day)).map((id) => getCampaignById(db, id)),
  );
  const rules = new Set(campaigns.map(({ unitRule }) => unitRule));
  const letters: LetterRow[] = [];
  for (const { id } of campaigns) letters.push(...(await listLetters(db, id, unit, day)));
  const led =
    report.kind === "campaign" &&
    report.campaignId !== null &&
    (await superiorOf(db, report, unit, day)) === null
      ? await listCosts(db, report.campaignId)
      : undefined;
  return {
    letterhead: {
      name: head.name,
      superiorName: head.superiorName,
      notation: head.notation,
      placeName: head.placeName,
    },
    unitKind: unit.kind,
    campaignName: campaigns.map(({ name }) => name).join("; "),
    unitRule: rules.size > 1 ? "mixed" : ([...rules][0] ?? "bag"),
    drivePlace: isPeriod(report) ? "" : report.drivePlace,
    ...(led !== undefined && { costs: led }),
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

/** The campaign of a report; of a period of the calendar those of its drives. */
async function campaignsOf(db: Db, report: AnyReport, path: string, day: string): Promise<string[]> {
  if (report.campaignId !== null) return [report.campaignId];
  if (!isPeriod(report)) return [];
  return listDrivenCampaigns(db, { path, today: day, from: report.fromDay, until: report.untilDay });
}
