// Rows of the step "targets": the national book of each season, version by version, own numbers and requests for another.
// vi-data: reasons and words are what officers write.
import { draw, idOf, share } from "../../chance.ts";
import { LEVEL, unitId } from "../../country.ts";
import { type SeedStep, table } from "../../step.ts";
import { campaignIdOf } from "../campaigns.ts";
import { actorOf } from "../ground.ts";
import { planFacts } from "../plan.ts";
import { FACT } from "../purposes.ts";
import { dayOf, iso, localDay, type SeasonNo } from "../seasons.ts";
import { bookOf, ownNumber } from "../targets.ts";

const GIVEN = table(
  "target.given",
  "campaign_id unit_id measure version value source decided_at decided_by in_force_on",
);
const SPLIT = table(
  "target.split",
  "campaign_id unit_id measure version total reserve parts reason decided_at decided_by in_force_on cause",
);
const SHARE = table("target.share", "campaign_id unit_id measure version child_id value");
const OWN = table(
  "target.own",
  "campaign_id unit_id measure version value decided_at decided_by in_force_on",
);
const REQUEST = table(
  "target.request",
  "id campaign_id unit_id measure to_unit_id held asked reason state asked_at asked_by decided_at decided_by granted word",
);

const DAY = 86_400_000;

export const targets: SeedStep = {
  name: "targets",
  tables: [GIVEN, SPLIT, SHARE, OWN, REQUEST],
  rows: ({ counts }) => Math.round((counts.grassroots + counts.communes) * 2 * 1.4),
  parts: () => 2,
  *write(put, country, part) {
    const plan = planFacts(country);
    const no = part as SeasonNo;
    const campaign = campaignIdOf(country, no, 0);
    const book = bookOf(plan, no);
    const day = (ms: number): string => dayOf(localDay(ms));
    const root = unitId(country, 0);
    put(
      GIVEN,
      campaign,
      root,
      "units",
      1,
      book.total,
      "Kế hoạch năm của Ban Chỉ đạo",
      iso(book.givenMs),
      actorOf(country, 0),
      day(book.givenMs),
    );
    // A number stands from the day of decision on, and the days of a book never go back.
    for (const split of book.splits) {
      const me = unitId(country, split.unit);
      const cells = [campaign, me, "units", split.version] as const;
      put(
        SPLIT,
        ...cells,
        split.total,
        split.reserve,
        split.shares.length,
        split.reason,
        iso(split.decidedMs),
        actorOf(country, split.unit),
        day(split.decidedMs),
        "decided",
      );
      for (const [unit, value] of split.shares) put(SHARE, ...cells, unitId(country, unit), value);
      yield;
    }
    const last = (book.splits.at(-1)?.decidedMs ?? 0) + DAY;
    for (const [unit, value] of book.held) {
      const own = ownNumber(plan, no, unit, value);
      const me = unitId(country, unit);
      if (own !== null) put(OWN, campaign, me, "units", 1, own, iso(last), actorOf(country, unit), day(last));
      const asks = share(draw(country.seed, FACT.request, unit, no)) < 0.01;
      if (asks && country.units.level[unit] === LEVEL.grassroots) {
        const above = (no === 0 ? country.units.before[unit] : country.units.after[unit]) ?? 0;
        const answered = no === 0 || share(draw(country.seed, FACT.request, unit, 2)) < 0.6;
        put(
          REQUEST,
          idOf(country.seed, FACT.request, unit * 2 + no, last + DAY),
          campaign,
          me,
          "units",
          unitId(country, above),
          value,
          Math.max(0, value - 1),
          "Số lao động giảm so với đầu năm",
          answered ? "refused" : "open",
          iso(last + DAY),
          actorOf(country, unit),
          answered ? iso(last + 4 * DAY) : null,
          answered ? actorOf(country, above) : null,
          null,
          answered ? "Giữ số đã giao, đề nghị đơn vị cố gắng" : "",
        );
      }
      yield;
    }
  },
};
