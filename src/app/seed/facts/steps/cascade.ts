// Rows of letters on their way, written after the drives of a province: whom each order reached, what each unit did with it, and the duties it owes or has done.
import { draw, idOf, upTo } from "../../chance.ts";
import { type Country, LEVEL, unitId } from "../../country.ts";
import { type Put, type Table, table } from "../../step.ts";
import { type Answer, answerTo, answerToOwn, settledMs } from "../answers.ts";
import { federationsOf } from "../campaigns.ts";
import type { Drive } from "../drive.ts";
import { actorOf } from "../ground.ts";
import {
  type Instruction,
  instructionsOf,
  type LetterKind,
  letterId,
  rootIdOf,
  TO_BELOW,
  TO_FEDERATIONS,
} from "../letters.ts";
import type { Plan } from "../plan.ts";
import { FACT } from "../purposes.ts";
import type { Report } from "../reports.ts";
import { dayOf, iso, isoOrNull, localDay, SEASONS, type SeasonNo } from "../seasons.ts";

const RECIPIENT = table(
  "directive.recipient",
  "directive_id unit_id from_unit_id addressee reached_at received_at received_by disseminated_at disseminated_by passed_on_at root_id receive_by ended_at",
);
const DISSEMINATION = table(
  "directive.dissemination",
  "id directive_id unit_id held_on channel people note recorded_at recorded_by",
);
const TASK = table(
  "directive.task",
  "id directive_id unit_id ordinal duty due_on settled_at settled_by note root_id",
);
const STEP = table("directive.task_step", "task_id at state due_on by_account note");

export const CASCADE_TABLES: readonly Table[] = [RECIPIENT, DISSEMINATION, TASK, STEP];

/** Of one province; `reported`: what its drives have told before. */
export function* writeCascade(put: Put, plan: Plan, part: number, reported: Reported): Iterable<void> {
  const { country } = plan;
  const { units } = country;
  for (const no of SEASONS) {
    for (const federation of federationsOf(country, no)) {
      if (units.province[federation] !== part) continue;
      putUnit(put, plan, reported, { no, kind: "nation", unit: federation, from: 0, by: 0 });
    }
    const { hosts, members } = plan.seasons[no];
    for (const [h, host] of hosts.entries()) {
      if (units.province[host] !== part) continue;
      const direct = units.level[host] === LEVEL.province;
      const federation = direct ? host : ((no === 0 ? units.before[host] : units.after[host]) ?? 0);
      const from = { no, from: federation, by: federation };
      if (!direct) {
        putUnit(put, plan, reported, { ...from, kind: "reissue", unit: host });
        putUnit(put, plan, reported, { ...from, kind: "own", unit: host });
      }
      for (const unit of members[h] ?? []) {
        putUnit(put, plan, reported, { no, kind: "reissue", unit, from: host, by: federation });
        if (direct) putUnit(put, plan, reported, { ...from, kind: "own", unit });
        yield;
      }
    }
  }
}

/** When a unit first sent a report of a drive, by campaign: the duty to report is done then. */
export type Reported = Map<number, number>;
const keyOf = (no: SeasonNo, own: boolean, unit: number): number => unit * 4 + no * 2 + (own ? 1 : 0);

export function noteReports(reported: Reported, { no, national }: Drive, reports: readonly Report[]): void {
  for (const { unit, firstSubmittedMs } of reports) {
    if (firstSubmittedMs === null) continue;
    const key = keyOf(no, !national, unit);
    reported.set(key, Math.min(reported.get(key) ?? firstSubmittedMs, firstSubmittedMs));
  }
}

interface Reaching {
  readonly no: SeasonNo;
  readonly kind: LetterKind;
  readonly unit: number;
  readonly from: number;
  /** Whose letter it is. */
  readonly by: number;
}

function putUnit(put: Put, plan: Plan, reported: Reported, reaching: Reaching): void {
  const { country } = plan;
  const { no, kind, unit, from, by } = reaching;
  const answer = kind === "own" ? answerToOwn(plan, no, by, unit) : answerTo(plan, no, unit);
  if (answer === undefined) return;
  const directive = letterId(country, no, kind, by);
  const root = rootIdOf(country, no, kind, by);
  const me = unitId(country, unit);
  const actor = actorOf(country, unit);
  const addressee = kind === "nation" ? TO_FEDERATIONS : from === by ? TO_BELOW : null;
  put(
    RECIPIENT,
    directive,
    me,
    unitId(country, from),
    addressee,
    iso(answer.reachedMs),
    isoOrNull(answer.receivedMs),
    answer.receivedMs === null ? null : actor,
    isoOrNull(answer.disseminatedMs),
    answer.disseminatedMs === null ? null : actor,
    isoOrNull(answer.passedOnMs),
    root,
    answer.receiveBy,
    endedAt(country, no, unit),
  );
  if (answer.disseminatedMs !== null) putDissemination(put, plan, reaching, answer.disseminatedMs);
  const first = reported.get(keyOf(no, kind === "own", unit)) ?? null;
  for (const instruction of instructionsOf(country, no, kind))
    putTask(put, plan, { ...reaching, answer, instruction, reportedMs: first, directive, root });
}

/** What is handed over on the day is so five minutes after it begins. */
const HANDED_OVER_MS = 300_000;

/** Letters at a unit that ended with the re-organisation hold there no more. */
const endedAt = (country: Country, no: SeasonNo, unit: number): string | null =>
  no === 0 && country.units.change[unit] === 2 ? iso(country.ms.reorganised + HANDED_OVER_MS) : null;

const CHANNELS = ["meeting", "zalo", "loudspeaker", "board"] as const;
function putDissemination(put: Put, { country }: Plan, { no, kind, unit, by }: Reaching, ms: number): void {
  const drawn = draw(country.seed, FACT.dissemination, unit, no);
  put(
    DISSEMINATION,
    idOf(country.seed, FACT.dissemination, unit * 4 + no * 2 + (kind === "own" ? 1 : 0), ms),
    letterId(country, no, kind, by),
    unitId(country, unit),
    dayOf(localDay(ms)),
    CHANNELS[drawn % CHANNELS.length] ?? "meeting",
    5 + upTo(drawn, 80),
    "",
    iso(ms),
    actorOf(country, unit),
  );
}

interface Owed extends Reaching {
  readonly answer: Answer;
  readonly instruction: Instruction;
  readonly reportedMs: number | null;
  readonly directive: string;
  readonly root: string;
}

const TASKS_A_UNIT = 8;
function putTask(put: Put, plan: Plan, owed: Owed): void {
  const { country } = plan;
  const { no, kind, unit, from, answer, instruction, reportedMs, directive, root } = owed;
  const duty = instruction.duty as Parameters<typeof settledMs>[2]["duty"];
  const nth = instruction.ordinal - 1 + (kind === "own" ? 4 : 0);
  const id = idOf(country.seed, FACT.task + no, unit * TASKS_A_UNIT + nth, answer.reachedMs);
  const settled = settledMs(plan, no, { unit, duty, kind, answered: answer, reportedMs });
  const actor = actorOf(country, unit);
  put(
    TASK,
    id,
    directive,
    unitId(country, unit),
    instruction.ordinal,
    duty,
    instruction.dueOn,
    isoOrNull(settled),
    settled === null ? null : actor,
    "",
    root,
  );
  // Who sent the letter to the unit opened it by that.
  put(STEP, id, iso(answer.reachedMs), "open", instruction.dueOn, actorOf(country, from), "");
  if (settled !== null) put(STEP, id, iso(settled), "settled", instruction.dueOn, actor, "");
}
