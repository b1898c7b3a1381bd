// vi-data: names and places of this year's donation days, and notes of officers.
// The running edition as it stands on 2 June 2021: one donation day behind it and half reported, the main day a week
// away with places held, another planned for July; most units at work, some late, so that each screen has its case.
import { besideJune } from "./beside-june.ts";
import { carryDown, issueLetter, setOwnTargets, settleByHand, splitTargets, type Zeal } from "./cascade.ts";
import { type Booked, holdPlaces, openDay, type PlannedDay, planDay, runDay } from "./day.ts";
import { type Facts, grassroots } from "./facts.ts";
import { EDITION_2021, mainDayLetter } from "./letter.ts";
import { openEdition } from "./opening.ts";
import { budget, receive } from "./prepared.ts";
import { type Progress, reportTo } from "./reporting.ts";
import { PROVINCE } from "./tree.ts";

/** Registered and gave in May; places held and confirmed for June. Yields stay within 0.55 to 0.85 (domain 4.3). */
const NUMBERS: Readonly<
  Record<string, readonly [registered: number, gave: number, held: number, confirmed: number]>
> = {
  hoaban1: [18, 13, 21, 16],
  hoaman1: [11, 7, 22, 16],
  samu1: [23, 17, 33, 25],
  hoadao1: [12, 8, 22, 15],
  hoale1: [17, 13, 22, 18],
  hoacuc1: [9, 6, 18, 12],
  hoatra1: [26, 19, 30, 23],
  hoasim1: [11, 8, 21, 15],
  hoasen1: [9, 6, 22, 16],
  hoalan1: [6, 4, 19, 11],
  hoamua1: [8, 5, 18, 10],
  hoagao1: [6, 4, 19, 13],
  hoamo1: [0, 0, 15, 7],
  hoade1: [0, 0, 6, 2],
  hoabuoi1: [0, 0, 0, 0],
  hoachuoi1: [5, 3, 12, 7],
  caylat1: [0, 0, 9, 4],
  hoaphuong1: [8, 6, 19, 13],
  hoahoi1: [6, 4, 16, 11],
  cayque1: [9, 7, 24, 18],
  hoamai1: [11, 7, 18, 13],
  hoanhai1: [8, 6, 19, 13],
  hoangau1: [12, 9, 18, 14],
  hoaban2: [18, 14, 18, 15],
  huongduong1: [15, 11, 19, 16],
  hoasung1: [9, 5, 15, 10],
  ngoclan1: [66, 50, 18, 15],
  hoacuc2: [27, 22, 7, 6],
  labang1: [21, 16, 6, 4],
  cayda1: [8, 6, 12, 8],
  caysau1: [6, 4, 10, 7],
  caytruc1: [0, 0, 9, 3],
  caysoi1: [25, 20, 3, 2],
  hoasu1: [14, 11, 4, 3],
  hoagiay1: [6, 5, 4, 2],
};

/** The letter of January: four months old, so only the slowest are still open. */
const JANUARY: Readonly<Record<string, Zeal>> = {
  namnhun: "confirms",
  muongte: "spreads",
  caytruc1: "silent",
  hoamo1: "silent",
  hoagao1: "confirms",
  hoalan1: "confirms",
  hoagiay1: "confirms",
};

/** Unions that write a letter of their own, down to a section that writes to its groups; others pass the letter on. */
const IN_OWN_WORDS = ["thanhpho", "tamduong", "thanuyen", "yte", "samu1", "ngoclan1", "samu1.xuong"];

/** The letter of 26 May: a week old, still on its way. */
const MAY: Readonly<Record<string, Zeal>> = {
  thanhpho: "passes-on",
  tamduong: "passes-on",
  phongtho: "confirms",
  sinho: "confirms",
  namnhun: "silent",
  muongte: "silent",
  thanuyen: "passes-on",
  tanuyen: "spreads",
  giaoduc: "passes-on",
  yte: "passes-on",
  vienchuc: "silent",
  caysoi1: "spreads",
  hoasu1: "confirms",
  hoagiay1: "silent",
  hoaman1: "confirms",
  samu1: "silent",
  hoadao1: "spreads",
  hoacuc1: "silent",
  cayque1: "confirms",
  hoasung1: "silent",
};

/** Reports of the May day, in the order they were sent: day of May, unit, how far it came. Others: chưa báo cáo. */
const REPORTS: readonly (readonly [day: number, key: string, progress: Progress])[] = [
  ...["hoale1", "hoacuc1", "hoatra1", "ngoclan1", "hoacuc2", "labang1", "hoaban2", "huongduong1"].map(
    (key) => [16, key, "approved"] as const,
  ),
  ...["hoasung1", "hoaphuong1", "hoahoi1", "cayque1", "hoaban1", "hoadao1", "samu1", "caysoi1"].map(
    (key) => [17, key, "approved"] as const,
  ),
  ...["hoaman1", "hoasim1", "hoasen1", "hoalan1", "hoamai1"].map((key) => [17, key, "approved"] as const),
  ...["tamduong", "yte", "giaoduc", "thanuyen"].map((key) => [18, key, "approved"] as const),
  [18, "hoanhai1", "returned"],
  [18, "hoangau1", "submitted"],
  [18, "thanhpho", "submitted"],
  [20, "phongtho", "returned"],
  [21, "hoasu1", "approved"],
  [24, "hoamua1", "submitted"],
  [26, "cayda1", "drafted"],
];

const MAY_DAY = "2021-05-15";

export async function makeLetters2021(facts: Facts): Promise<string> {
  const { hands } = facts;
  const edition = EDITION_2021;
  const campaignId = await openEdition(facts, edition, {
    at: "09:20",
    from: "2021-01-25",
    until: "2021-07-31",
    wave: {
      zeal: (key) => JANUARY[key] ?? "passes-on",
      inOwnWords: IN_OWN_WORDS,
      opens: [1, 4],
      spreads: [1, 6],
    },
  });
  hands.at("2021-02-22T08:30:00+07:00"); // the week after Tết
  await splitTargets(facts, { campaignId, edition, slow: ["namnhun", "muongte"] });
  await setOwnTargets(facts, campaignId, {
    thanhpho: 150,
    tamduong: 120,
    thanuyen: 110,
    giaoduc: 85,
    yte: 100,
    caysoi1: 22,
    hoaban1: 34,
    hoale1: 36,
    samu1: 55,
    ngoclan1: 60,
  });
  facts.tick();
  return campaignId;
}

/** A response day in the city, closed; its reports are half in. Answers the day and the ids of its reports by unit. */
export async function makeMay(
  facts: Facts,
  campaignId: string,
): Promise<{ planned: PlannedDay; reports: ReadonlyMap<string, string> }> {
  const { hands } = facts;
  const host = "thanhpho";
  hands.at("2021-04-19T09:00:00+07:00");
  const planned = await planDay(facts, {
    campaignId,
    host,
    name: "Đợt hiến máu hưởng ứng tháng 5/2021",
    dayType: "response",
    day: MAY_DAY,
    place: "Nhà thi đấu đa năng thành phố Lai Châu",
    hours: [
      ["07:00", "11:00"],
      ["13:30", "16:30"],
    ],
    perSlot: 32,
  });
  hands.wait(24 * 3600);
  await openDay(facts, host, planned);
  const booked: Booked[] = [];
  for (const { key } of grassroots(facts)) {
    const [registered = 0] = NUMBERS[key] ?? [];
    const span = ["2021-05-03T08:00:00+07:00", "2021-05-13T16:00:00+07:00"] as const;
    booked.push(
      ...(await holdPlaces(facts, planned, key, { held: registered, confirmed: registered }, span)),
    );
    facts.tick();
  }
  await receive(facts, planned, {
    at: "2021-05-13T09:00:00+07:00",
    serials: ["LC0210001", "LC0210450"],
    gifts: { ml250: 140, ml350: 320, ml450: 90 },
    meals: 450,
  });
  await runDay(facts, planned, {
    booked,
    gave: (key) => NUMBERS[key]?.[1] ?? 0,
    outside: { ml250: 14, ml350: 51, ml450: 6 },
  });
  await budget(facts, planned, { at: "2021-05-19T15:00:00+07:00", donors: 420, came: 385 });
  facts.tick();
  const reports = new Map<string, string>();
  for (const [day, key, progress] of REPORTS) {
    hands.at(`2021-05-${day}T08:10:00+07:00`);
    hands.wait(facts.chance.int(0, 14) * 900);
    reports.set(key, await reportTo(facts, planned.id, key, progress));
  }
  hands.at("2021-06-01T15:20:00+07:00");
  reports.set(PROVINCE, await reportTo(facts, planned.id, PROVINCE, "drafted"));
  facts.tick();
  return { planned, reports };
}

/** The main day with places held, its letter on the way, and the next day planned. Answers both days and who confirmed. */
export async function makeJune(
  facts: Facts,
  campaignId: string,
): Promise<{ main: PlannedDay; booked: readonly Booked[]; summer: PlannedDay }> {
  const { hands } = facts;
  hands.at("2021-05-10T10:00:00+07:00");
  const planned = await planDay(facts, {
    campaignId,
    host: PROVINCE,
    name: "Ngày hội chính Giọt hồng Sông Đà lần thứ IV",
    dayType: "main",
    day: "2021-06-09",
    place: "Trung tâm Hội nghị - Văn hóa tỉnh Lai Châu",
    hours: [
      ["07:00", "11:00"],
      ["13:30", "16:30"],
    ],
    perSlot: 44,
    expectedDonors: 1000,
  });
  hands.at("2021-05-24T08:00:00+07:00");
  await openDay(facts, PROVINCE, planned);

  hands.at("2021-05-26T14:00:00+07:00");
  const directiveId = await issueLetter(facts, mainDayLetter(), { existingId: campaignId });
  const issuedAt = hands.now;
  await carryDown(facts, {
    directiveId,
    issuedAt,
    zeal: (key) => MAY[key] ?? "spreads",
    inOwnWords: IN_OWN_WORDS,
    opens: [0, 1],
    spreads: [0, 1],
  });
  facts.tick();

  const booked: Booked[] = [];
  for (const { key } of grassroots(facts)) {
    const [, , held = 0, confirmed = 0] = NUMBERS[key] ?? [];
    const early = Math.round(confirmed * 0.7);
    const first = ["2021-05-27T08:00:00+07:00", "2021-05-29T17:00:00+07:00"] as const;
    // Those still to answer were asked in the last two days: a place is held for three.
    const second = ["2021-05-31T08:00:00+07:00", "2021-06-01T17:00:00+07:00"] as const;
    booked.push(...(await holdPlaces(facts, planned, key, { held: early, confirmed: early }, first)));
    const late = { held: held - early, confirmed: confirmed - early };
    booked.push(...(await holdPlaces(facts, planned, key, late, second)));
    facts.tick();
  }

  hands.at("2021-05-28T09:30:00+07:00");
  const summer = await planDay(facts, {
    campaignId,
    host: "thanuyen",
    name: "Đợt hiến máu hè tại Than Uyên",
    dayType: "response",
    day: "2021-07-17",
    place: "Trung tâm Văn hóa huyện Than Uyên",
    hours: [["07:30", "11:30"]],
    perSlot: 25,
  });

  hands.at("2021-06-01T16:00:00+07:00");
  const coordinate = "Đã thống nhất khung giờ và xe đưa đón với Hội Chữ thập đỏ.";
  const guard = "Có phương án khẩu trang, nước sát khuẩn, chia khung giờ.";
  for (const key of ["tamduong", "yte", "giaoduc", "thanhpho", "hoale1", "hoaban1", "ngoclan1", "hoatra1"]) {
    await settleByHand(facts, key, { coordinate, "epidemic-safety": guard });
  }
  await settleByHand(facts, "hoale1", {
    "register-list": "Đã giữ chỗ cho 22 người, gửi đường dẫn qua Zalo.",
  });
  facts.tick();
  booked.push(...(await besideJune(facts, { campaignId, main: planned, booked })));
  return { main: planned, booked, summer };
}
