// What the paper of an approved report says beside its figures, as it stood at approval.
import type { CitedLetter, PaperFacts } from "../../../report/schema.ts";
import { LEVEL } from "../country.ts";
import { unitName } from "../names.ts";
import { type Answer, answerTo, answerToOwn } from "./answers.ts";
import { campaignOf, federationsOf } from "./campaigns.ts";
import type { Drive } from "./drive.ts";
import { type LetterKind, letterOf } from "./letters.ts";
import type { Plan } from "./plan.ts";
import type { Report } from "./reports.ts";
import { dayOf, localDay, type SeasonNo } from "./seasons.ts";
import { campaignName, facilityPlace, unitKind } from "./words.ts";

export function paperOf(plan: Plan, drive: Drive, report: Report): PaperFacts {
  const { country } = plan;
  const { name, superiorName, notation, placeName } = unitName(country, report.unit);
  const campaign = campaignOf(country, drive.no, drive.leading);
  return {
    letterhead: { name, superiorName, notation, placeName },
    unitKind: unitKind(country, report.unit),
    campaignName: campaignName(country, campaign),
    unitRule: campaign.unitRule,
    drivePlace: facilityPlace(country, drive.host),
    letters: lettersAt(plan, drive, report.unit, report.approvedMs ?? 0),
    signer: null,
  };
}

/** The letters of the drive's campaign that a unit sent or was reached by. */
function lettersAt(plan: Plan, drive: Drive, unit: number, ms: number): CitedLetter[] {
  const { no, federation } = drive;
  const level = plan.country.units.level[unit];
  const grassroots = level === LEVEL.grassroots;
  if (!drive.national) {
    if (unit === federation) return [sent(plan, no, "own", unit, ms)];
    if (grassroots && drive.host !== federation) return [];
    return reached(
      plan,
      no,
      "own",
      { unit, federation, answer: answerToOwn(plan, no, federation, unit) },
      ms,
    );
  }
  if (unit === 0) return [sent(plan, no, "nation", 0, ms)];
  const answer = answerTo(plan, no, unit);
  if (unit === federation) {
    return [
      ...reached(plan, no, "nation", { unit, federation: 0, answer }, ms),
      sent(plan, no, "reissue", unit, ms),
    ];
  }
  return reached(plan, no, "reissue", { unit, federation, answer }, ms);
}

type Cited = Omit<CitedLetter, "ours" | "below">;
const papers = new WeakMap<Plan, Map<string, Cited>>();
function cited(plan: Plan, no: SeasonNo, kind: LetterKind, sender: number): Cited {
  const known = papers.get(plan) ?? new Map<string, Cited>();
  papers.set(plan, known);
  const key = `${no} ${kind} ${sender}`;
  let found = known.get(key);
  if (found === undefined) {
    const letter = letterOf(plan.country, no, kind, sender);
    const { name, notation } = unitName(plan.country, sender);
    found = {
      kind: "cong-van",
      number: String(letter.number).padStart(2, "0"),
      notation,
      issuedOn: dayOf(localDay(letter.issuedMs)),
      subject: letter.subject,
      sender: name,
    };
    known.set(key, found);
  }
  return found;
}

const sent = (plan: Plan, no: SeasonNo, kind: LetterKind, unit: number, ms: number): CitedLetter => ({
  ...cited(plan, no, kind, unit),
  ours: "sent",
  below: countsBelow(plan, no, kind, unit, ms),
});

function reached(
  plan: Plan,
  no: SeasonNo,
  kind: LetterKind,
  { unit, federation, answer }: { unit: number; federation: number; answer: Answer | undefined },
  ms: number,
): CitedLetter[] {
  if (answer === undefined || answer.reachedMs >= ms) return [];
  const by = (at: number | null): boolean => at !== null && at < ms;
  return [
    {
      ...cited(plan, no, kind, federation),
      ours: by(answer.disseminatedMs) ? "disseminated" : by(answer.receivedMs) ? "received" : "reached",
      below:
        kind === "reissue" ? countsUnder(plan, no, unit, ms) : { reached: 0, received: 0, disseminated: 0 },
    },
  ];
}

type Counts = CitedLetter["below"];
interface Course {
  readonly reached: Float64Array;
  readonly received: Float64Array;
  readonly disseminated: Float64Array;
}

const NEVER = Number.POSITIVE_INFINITY;
const courseOf = (answers: readonly Answer[]): Course => ({
  reached: Float64Array.from(answers, ({ reachedMs }) => reachedMs).sort(),
  received: Float64Array.from(answers, ({ receivedMs }) => receivedMs ?? NEVER).sort(),
  disseminated: Float64Array.from(answers, ({ disseminatedMs }) => disseminatedMs ?? NEVER).sort(),
});

function before(times: Float64Array, ms: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? NEVER) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
const countsOf = (course: Course, ms: number): Counts => ({
  reached: before(course.reached, ms),
  received: before(course.received, ms),
  disseminated: before(course.disseminated, ms),
});

// The drives of one federation are written one after the other: its course is kept, others are made anew.
const courses = new WeakMap<Plan, Map<string, Course>>();
function countsBelow(plan: Plan, no: SeasonNo, kind: LetterKind, unit: number, ms: number): Counts {
  const kept = courses.get(plan) ?? new Map<string, Course>();
  courses.set(plan, kept);
  const key = `${no} ${kind} ${unit}`;
  let course = kept.get(key);
  if (course === undefined) {
    if (kept.size > 16) kept.clear();
    course = courseOf(answersBelow(plan, no, kind, unit));
    kept.set(key, course);
  }
  return countsOf(course, ms);
}

function answersBelow(plan: Plan, no: SeasonNo, kind: LetterKind, unit: number): Answer[] {
  if (kind === "nation")
    return federationsOf(plan.country, no).flatMap((one) => answerTo(plan, no, one) ?? []);
  const { hosts, members } = plan.seasons[no];
  const above = (host: number): number =>
    (no === 0 ? plan.country.units.before[host] : plan.country.units.after[host]) ?? -1;
  return hosts.flatMap((host, h) => {
    const list = members[h] ?? [];
    if (kind === "own") {
      if (host === unit) return list.map((one) => answerToOwn(plan, no, unit, one));
      return above(host) === unit ? [answerToOwn(plan, no, unit, host)] : [];
    }
    const inside = host === unit ? list : above(host) === unit ? [host, ...list] : [];
    return inside.flatMap((one) => answerTo(plan, no, one) ?? []);
  });
}

function countsUnder(plan: Plan, no: SeasonNo, host: number, ms: number): Counts {
  const { hosts, members } = plan.seasons[no];
  const place = placeIn(hosts, host);
  if (place < 0) return { reached: 0, received: 0, disseminated: 0 };
  return countsOf(courseOf((members[place] ?? []).flatMap((one) => answerTo(plan, no, one) ?? [])), ms);
}

function placeIn(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted ? low : -1;
}
