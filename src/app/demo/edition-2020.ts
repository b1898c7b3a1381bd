// vi-data: names and places of last year's donation days.
// The past edition: one letter, its targets, two donation days closed and reported up to the province.
import { addDays } from "../../platform/pure/calendar.ts";
import { carryDown, issueLetter, setOwnTargets, settleByHand, splitTargets } from "./cascade.ts";
import { giveConsent } from "./consents.ts";
import { correctOne } from "./correction.ts";
import { type Booked, type Day, holdPlaces, openDay, planDay, runDay } from "./day.ts";
import { type Facts, grassroots } from "./facts.ts";
import { EDITION_2020, editionLetter } from "./letter.ts";
import { budget } from "./prepared.ts";
import { moveForRain, type Rain } from "./rain.ts";
import { reportAll, reportCampaign } from "./reporting.ts";
import { PROVINCE } from "./tree.ts";

interface PastDay {
  readonly plan: Omit<Day, "campaignId">;
  readonly plannedAt: string;
  readonly bookedFrom: string;
  readonly bookedUntil: string;
  /** Of a hundred people of a union, how many had a place. */
  readonly share: number;
  /** Unions too far off to come. */
  readonly away: readonly string[];
  readonly outside: { readonly ml250: number; readonly ml350: number; readonly ml450: number };
  readonly rain?: Rain;
  /** A union of which one volume was written wrong, and when that was put right. */
  readonly corrected?: readonly [key: string, at: string];
}

const DAYS: readonly PastDay[] = [
  {
    plan: {
      host: PROVINCE,
      name: "Ngày hội chính Giọt hồng Sông Đà lần thứ III",
      dayType: "main",
      day: "2020-07-12",
      place: "Trung tâm Hội nghị - Văn hóa tỉnh Lai Châu",
      hours: [
        ["07:00", "11:00"],
        ["13:30", "16:00"],
      ],
      perSlot: 20,
    },
    plannedAt: "2020-06-15T09:00:00+07:00",
    bookedFrom: "2020-06-29T08:00:00+07:00",
    bookedUntil: "2020-07-10T16:00:00+07:00",
    share: 9,
    away: ["namnhun", "muongte"],
    outside: { ml250: 34, ml350: 118, ml450: 9 },
  },
  {
    plan: {
      host: "tamduong",
      name: "Đợt hiến máu hưởng ứng tại Tam Đường",
      dayType: "response",
      day: "2020-10-25",
      place: "Nhà văn hóa huyện Tam Đường",
      hours: [["07:30", "11:30"]],
      perSlot: 24,
    },
    plannedAt: "2020-09-28T09:00:00+07:00",
    bookedFrom: "2020-10-05T08:00:00+07:00",
    bookedUntil: "2020-10-15T16:00:00+07:00",
    share: 8,
    away: ["muongte", "thanuyen", "tanuyen"],
    outside: { ml250: 11, ml350: 42, ml450: 3 },
    rain: {
      plannedFor: "2020-10-18",
      movedAt: "2020-10-16T14:20:00+07:00",
      firstAt: "07:30",
      note: "Mưa lớn, sạt lở trên Quốc lộ 4D; xe của đội tiếp nhận không qua được.",
    },
    corrected: ["hoatra1", "2020-11-02T09:10:00+07:00"],
  },
];

export async function makeEdition2020(facts: Facts): Promise<void> {
  const { hands } = facts;
  const edition = EDITION_2020;
  hands.at(`${edition.day}T09:10:00+07:00`);
  const campaignId = hands.newId();
  const directiveId = await issueLetter(facts, editionLetter(edition), {
    edition,
    id: campaignId,
    from: "2020-02-24",
    until: "2020-10-31",
  });
  const issuedAt = hands.now;
  facts.tick();
  await carryDown(facts, { directiveId, issuedAt, zeal: () => "passes-on", opens: [1, 3], spreads: [1, 5] });
  facts.tick();
  hands.at("2020-03-02T08:30:00+07:00");
  await splitTargets(facts, { campaignId, edition, slow: [] });
  await setOwnTargets(facts, campaignId, { tamduong: 24, yte: 18, thanuyen: 20, hoaban1: 6 });
  facts.tick();
  for (const past of DAYS) await makeDay(facts, campaignId, past);
  hands.at("2020-11-04T08:30:00+07:00");
  for (const { key, parent } of facts.tree.filter(({ side }) => side === "union")) {
    if (parent === undefined) continue;
    await settleByHand(facts, key, {
      "meet-target": "Đã tổng kết đợt vận động năm 2020.",
      "report-after-drive": "Không có người hiến máu trong các đợt.",
    });
  }
  facts.tick();
  await reportCampaign(facts, campaignId, "2020-11-10T09:00:00+07:00");
  facts.tick();
}

async function makeDay(facts: Facts, campaignId: string, past: PastDay): Promise<void> {
  const { hands, chance } = facts;
  hands.at(past.plannedAt);
  const { day, host, place } = past.plan;
  const first = await planDay(facts, { ...past.plan, day: past.rain?.plannedFor ?? day, campaignId });
  const planned = { ...first, day };
  hands.wait(3 * 24 * 3600);
  await openDay(facts, host, planned);
  const came = grassroots(facts).filter(({ parent }) => parent === undefined || !past.away.includes(parent));
  const booked: Booked[] = [];
  const gave = new Map<string, number>();
  for (const { key } of came) {
    const held = Math.round((facts.peopleUnder(key).length * past.share) / 100);
    const wish = { held, confirmed: held };
    booked.push(...(await holdPlaces(facts, planned, key, wish, [past.bookedFrom, past.bookedUntil])));
    gave.set(key, Math.round(held * (0.64 + chance.next() * 0.2)));
    facts.tick();
  }
  const near = facts.peopleUnder("tamduong").map(({ id }) => id);
  await giveConsent(facts, "invitation", booked, {
    from: past.bookedUntil,
    wants: ({ person }) => near.includes(person.id) || facts.beside.chance.yes(0.3),
  });
  if (past.rain !== undefined) await moveForRain(facts, planned, booked, { ...past.rain, place });
  const bags = await runDay(facts, planned, {
    booked,
    gave: (key) => gave.get(key) ?? 0,
    outside: past.outside,
  });
  facts.tick();
  await reportAll(
    facts,
    planned.id,
    came.map(({ key }) => key),
    day,
  );
  const at = `${addDays(day, 4)}T15:00:00+07:00`;
  await budget(facts, planned, { at, donors: booked.length + 160, came: booked.length + 90 });
  if (past.corrected !== undefined) {
    const [key, at] = past.corrected;
    await correctOne(facts, planned, { key, at, booked, gave: bags });
  }
  facts.tick();
}
