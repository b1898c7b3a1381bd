// Rows of the step "letters": campaigns, and the documents and orders with which they were begun.

import { addDays } from "../../../../platform/pure/calendar.ts";
import { idOf } from "../../chance.ts";
import { unitId } from "../../country.ts";
import { between, json, list, type Put, type SeedStep, table } from "../../step.ts";
import { RECEIVE_DAYS } from "../answers.ts";
import { campaignsOf } from "../campaigns.ts";
import { actorOf } from "../ground.ts";
import { type Letter, lettersOf, wordsOf } from "../letters.ts";
import { type Plan, planFacts } from "../plan.ts";
import { FACT } from "../purposes.ts";
import { dayOf, iso, localDay, SEASONS } from "../seasons.ts";
import { campaignName, PROGRAMME } from "../words.ts";

const CAMPAIGN = table(
  "campaign.campaign",
  "id unit_id programme edition name year period unit_rule created_at created_by",
);
const DOCUMENT = table(
  "document.document",
  "id unit_id kind number notation place issued_on subject body reading confirmed created_at issued_at",
);
const SERIES = table("document.series", "id unit_id notation reset period last_number");
const NUMBER = table("document.number", "unit_id notation period number document_id given_at");
const DIRECTIVE = table(
  "directive.directive",
  "id campaign_id document_id unit_id title state issued_at report_days report_to report_through created_at created_by issued_by root_id parent_id of_id relation spread_again receive_days",
);
const INSTRUCTION = table("directive.instruction", "directive_id ordinal text duties due_on");

const HOUR = 3_600_000;

export const letters: SeedStep = {
  name: "letters",
  tables: [CAMPAIGN, DOCUMENT, SERIES, NUMBER, DIRECTIVE, INSTRUCTION],
  rows: ({ counts }) => (counts.federationsBefore + counts.provinces) * 2 * 7,
  parts: () => 1,
  *write(put, country) {
    const plan = planFacts(country);
    const series = new Map<string, { letter: Letter; notation: string; period: string; last: number }>();
    for (const no of SEASONS) {
      const { from, until } = plan.seasons[no].season;
      for (const campaign of campaignsOf(country, no)) {
        put(
          CAMPAIGN,
          campaign.id,
          unitId(country, campaign.unit),
          campaign.unit === 0 ? PROGRAMME.nation : PROGRAMME.federation,
          no + 1,
          campaignName(country, campaign),
          Number(from.slice(0, 4)),
          between(from, addDays(until, 1)),
          campaign.unitRule,
          iso(campaign.createdMs),
          actorOf(country, campaign.unit),
        );
      }
      for (const letter of lettersOf(country, no)) {
        const { notation, period } = putLetter(put, plan, letter);
        const key = `${letter.unit} ${period}`;
        series.set(key, {
          letter,
          notation,
          period,
          last: Math.max(series.get(key)?.last ?? 0, letter.number),
        });
        yield;
      }
    }
    for (const { letter, notation, period, last } of series.values()) {
      const id = idOf(country.seed, FACT.series, letter.unit * 4 + (Number(period) % 4), letter.issuedMs);
      put(SERIES, id, unitId(country, letter.unit), notation, "year", period, last);
    }
    yield;
  },
};

function putLetter(put: Put, { country }: Plan, letter: Letter): { notation: string; period: string } {
  const { fields, text } = wordsOf(country, letter);
  const unit = unitId(country, letter.unit);
  const issuedOn = dayOf(localDay(letter.issuedMs));
  const [created, issued] = [iso(letter.issuedMs - 2 * HOUR), iso(letter.issuedMs)];
  const notation = fields.notation ?? "";
  put(
    DOCUMENT,
    letter.documentId,
    unit,
    fields.kind ?? "cong-van",
    fields.number ?? null,
    notation,
    fields.place ?? null,
    issuedOn,
    letter.subject,
    text,
    json({ spans: {}, warnings: [] }),
    json(fields),
    created,
    issued,
  );
  const period = issuedOn.slice(0, 4);
  put(NUMBER, unit, notation, period, letter.number, letter.documentId, issued);
  put(
    DIRECTIVE,
    letter.id,
    letter.campaignId,
    letter.documentId,
    unit,
    letter.subject,
    "issued",
    issued,
    letter.reportDays,
    null,
    null,
    created,
    actorOf(country, letter.unit),
    actorOf(country, letter.unit, "signatory"),
    letter.rootId,
    letter.parentId,
    null,
    letter.kind === "reissue" ? "reissue" : "first",
    true,
    RECEIVE_DAYS,
  );
  for (const { ordinal, text: sentence, duty, dueOn } of letter.instructions)
    put(INSTRUCTION, letter.id, ordinal, sentence, list([duty]), dueOn);
  return { notation, period };
}
