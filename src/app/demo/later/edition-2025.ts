// vi-data: names and places of the donation days of 2025.
// The edition of 2025: begun in the tree of districts, its main day between the two re-organisations, its second half
// in the tree of commune unions.
import { carryDown, issueLetter, setOwnTargets, splitTargets, type Zeal } from "../cascade.ts";
import { type Booked, holdPlaces, openDay, type PlannedDay, planDay, runDay } from "../day.ts";
import { type Facts, grassroots, intermediates } from "../facts.ts";
import { EDITION_2025, secondHalfLetter } from "../letter.ts";
import { openEdition } from "../opening.ts";
import { owes, type Progress, reportTo } from "../reporting.ts";
import { PROVINCE } from "../tree.ts";
import { shareOf, withDonors } from "./closing-2021.ts";
import { FRONT } from "./decisions.ts";
import { BUDGET_UNIONS } from "./tree.ts";

const MAIN_DAY = "2025-06-07";
const CENTRE = "Trung tâm Hội nghị - Văn hóa tỉnh Lai Châu";

/** The letter of May: nearly three weeks old when the first unions end. */
const MAY: Readonly<Record<string, Zeal>> = {
  muongte: "confirms",
  caydoi1: "silent",
  hoamo1: "silent",
  caytruc1: "confirms",
  hoagiay1: "confirms",
};

/** The letter of July is twelve days old when the demo opens. */
const JULY: Readonly<Record<string, Zeal>> = {
  "xa.bumto": "silent",
  "xa.sinho": "confirms",
  "xa.tanuyen": "spreads",
  hoagiay1: "silent",
  labang1: "confirms",
};

/** Issued, carried down and split in the tree of districts. Answers the campaign's id. */
export async function makeLetter2025(facts: Facts): Promise<string> {
  const { hands } = facts;
  const edition = EDITION_2025;
  const campaignId = await openEdition(facts, edition, {
    at: "09:10",
    from: "2025-05-30",
    until: "2025-07-30",
    wave: {
      zeal: (key) => MAY[key] ?? "passes-on",
      inOwnWords: ["thanhpho", "tamduong", "yte"],
      opens: [0, 3],
      spreads: [1, 4],
    },
  });
  hands.at("2025-05-15T08:30:00+07:00");
  await splitTargets(facts, { campaignId, edition, slow: ["muongte"] });
  await setOwnTargets(facts, campaignId, {
    thanhpho: 80,
    tamduong: 60,
    sinho: 62,
    yte: 36,
    samu1: 20,
    hoatra1: 18,
    ngoclan1: 20,
    caysoi1: 14,
  });
  facts.tick();
  return campaignId;
}

/** The main day planned and opened; places held while unions of agencies and schools still stand. */
export async function bookMainDay(
  facts: Facts,
  campaignId: string,
): Promise<{ planned: PlannedDay; booked: Booked[] }> {
  const { hands } = facts;
  hands.at("2025-05-19T09:00:00+07:00");
  const planned = await planDay(facts, {
    campaignId,
    host: PROVINCE,
    name: "Ngày hội chính Giọt hồng Sông Đà lần thứ VIII",
    dayType: "main",
    day: MAIN_DAY,
    place: CENTRE,
    hours: [
      ["07:00", "11:00"],
      ["13:30", "16:30"],
    ],
    perSlot: 30,
  });
  hands.at("2025-05-22T08:00:00+07:00");
  await openDay(facts, PROVINCE, planned);
  const span = ["2025-05-26T08:00:00+07:00", "2025-05-30T16:00:00+07:00"] as const;
  const booked = await holdByShare(facts, planned, grassroots(facts), 11, span);
  return { planned, booked };
}

/** The rest of the places, held after the first re-organisation; then the day itself and its reports. */
export async function runMainDay(
  facts: Facts,
  { planned, booked }: { planned: PlannedDay; booked: Booked[] },
): Promise<void> {
  const span = ["2025-06-02T08:30:00+07:00", "2025-06-05T11:00:00+07:00"] as const;
  const all = [...booked, ...(await holdByShare(facts, planned, grassroots(facts), 6, span))];
  await runDay(facts, planned, {
    booked: all,
    gave: shareOf(facts, all, 0.62, 0.82),
    outside: { ml250: 90, ml350: 510, ml450: 41 },
  });
  facts.tick();
  for (const key of withDonors(facts, all)) {
    facts.hands.at("2025-06-09T08:00:00+07:00");
    facts.hands.wait(facts.chance.int(0, 20) * 900);
    facts.hands.toOfficeHours();
    await reportTo(facts, planned.id, key, "approved");
  }
  for (const { key } of intermediates(facts)) {
    const progress = UNFINISHED[key] ?? "approved";
    if (progress === "none" || !(await owes(facts, planned.id, key))) continue;
    facts.hands.at("2025-06-11T08:00:00+07:00");
    facts.hands.wait(facts.chance.int(0, 14) * 900);
    await reportTo(facts, planned.id, key, progress);
  }
  facts.tick();
}

/** Reports that the unions ending on 1 July leave undone; others are approved. */
const UNFINISHED: Readonly<Record<string, Progress | "none">> = { sinho: "drafted", muongte: "none" };

/** Places for so many of a hundred people of each union; most confirm. */
async function holdByShare(
  facts: Facts,
  planned: PlannedDay,
  units: readonly { readonly key: string }[],
  percent: number,
  span: readonly [string, string],
): Promise<Booked[]> {
  const booked: Booked[] = [];
  for (const { key } of units) {
    const held = Math.round(
      (facts.peopleUnder(key).length * percent * (0.7 + facts.chance.next() * 0.6)) / 100,
    );
    const confirmed = Math.round(held * (0.72 + facts.chance.next() * 0.24));
    booked.push(...(await holdPlaces(facts, planned, key, { held, confirmed }, span)));
  }
  facts.tick();
  return booked;
}

/** A day in Tam Đường at the beginning of July, planned and opened by the district that will have ended by then. */
export async function planSummerDay(facts: Facts, campaignId: string): Promise<PlannedDay> {
  facts.hands.at("2025-06-12T09:00:00+07:00");
  const planned = await planDay(facts, {
    campaignId,
    host: "tamduong",
    name: "Đợt hiến máu hưởng ứng tại Bình Lư",
    dayType: "response",
    day: "2025-07-05",
    place: "Nhà văn hóa xã Bình Lư",
    hours: [["07:00", "11:00"]],
    perSlot: 16,
  });
  facts.hands.wait(2 * 24 * 3600);
  await openDay(facts, "tamduong", planned);
  return planned;
}

/** Unions that come to the summer day, wherever they stand by then. */
const NEAR = ["hoatra1", "caymoc1", "samu1", "caythong1", "caysay1", "ngoclan1", "hoacuc2"];

export async function bookSummerDay(
  facts: Facts,
  planned: PlannedDay,
  percent: number,
  span: readonly [string, string],
): Promise<Booked[]> {
  const near = grassroots(facts).filter(({ key }) => NEAR.includes(key));
  return holdByShare(facts, planned, near, percent, span);
}

/** The summer day in the new tree, hosted by the commune union; half of its reports are in. */
export async function runSummerDay(
  facts: Facts,
  planned: PlannedDay,
  booked: readonly Booked[],
): Promise<void> {
  await runDay(facts, planned, {
    booked,
    gave: shareOf(facts, booked, 0.62, 0.84),
    outside: { ml250: 8, ml350: 27, ml450: 2 },
  });
  for (const [key, progress] of [
    ["hoatra1", "approved"],
    ["caymoc1", "approved"],
    ["xa.binhlu", "approved"],
    ["ngoclan1", "approved"],
    ["samu1", "submitted"],
    ["caysay1", "drafted"],
  ] as const) {
    facts.hands.at("2025-07-07T08:00:00+07:00");
    facts.hands.wait(facts.chance.int(0, 20) * 900);
    facts.hands.toOfficeHours();
    await reportTo(facts, planned.id, key, progress);
  }
  facts.tick();
}

/** The first letter under the new letterhead, and the second main day with places still open. */
export async function makeSecondHalf(facts: Facts, campaignId: string): Promise<void> {
  const { hands } = facts;
  hands.at("2025-07-02T14:00:00+07:00");
  const planned = await planDay(facts, {
    campaignId,
    host: PROVINCE,
    name: "Ngày hội hiến máu tháng 7 tại trung tâm tỉnh",
    dayType: "main",
    day: "2025-07-26",
    place: CENTRE,
    hours: [
      ["07:00", "11:00"],
      ["13:30", "16:30"],
    ],
    perSlot: 18,
  });
  await openDay(facts, PROVINCE, planned);
  hands.at("2025-07-03T08:40:00+07:00");
  const directiveId = await issueLetter(facts, secondHalfLetter(FRONT), { existingId: campaignId });
  await carryDown(facts, {
    directiveId,
    issuedAt: hands.now,
    zeal: (key) => JULY[key] ?? "passes-on",
    inOwnWords: ["xa.binhlu"],
    opens: [0, 2],
    spreads: [0, 4],
  });
  facts.tick();
  const standing = grassroots(facts).filter(({ key }) => !BUDGET_UNIONS.includes(key));
  const early = ["2025-07-08T08:00:00+07:00", "2025-07-11T17:00:00+07:00"] as const;
  await holdByShare(facts, planned, standing, 9, early);
  // Those still to answer were asked in the last two days: a place is held for three.
  const late = ["2025-07-13T08:00:00+07:00", "2025-07-14T17:00:00+07:00"] as const;
  await holdByShare(facts, planned, standing, 4, late);
}
