// Rows of the step "traces": lines of the audit trail for what bound somebody, and the links by which unions invite.
// Lines are written unsealed; the program's own sealer chains them when it starts.
import { draw, idOf } from "../../chance.ts";
import { unitId } from "../../country.ts";
import { byProvince, json, type Put, type SeedStep, table } from "../../step.ts";
import { campaignIdOf } from "../campaigns.ts";
import { type Drive, driveOf } from "../drive.ts";
import { actorOf } from "../ground.ts";
import { issuedMs, letterOf, lettersOf } from "../letters.ts";
import { ordinalsOf, type Plan, planFacts } from "../plan.ts";
import { FACT } from "../purposes.ts";
import { iso, SEASONS } from "../seasons.ts";

const AUDIT = table(
  "platform.audit_entry",
  "id at recorded_at operation actor subject_kind subject_id unit_id detail",
);
const INVITATION = table("donor.invitation", "code kind campaign_id unit_id made_by made_at");

const DAY = 86_400_000;

export const traces: SeedStep = {
  name: "traces",
  tables: [AUDIT, INVITATION],
  rows: ({ counts }) => Math.round((counts.people * 0.12 * 0.75 * 2) / 30) + counts.communes,
  parts: byProvince,
  // Counted by triggers that are off while lines, people and their units are loaded.
  after: [
    "select person.rebuild((select min(lower(c.period)) from campaign.v_campaign c))",
    "update platform.audit_count set entries = entries + (select count(*) from platform.audit_entry) where shard = 0",
  ],
  *write(put, country, part) {
    const plan = planFacts(country);
    if (part === 0) putLetters(put, plan);
    yield;
    for (const ordinal of ordinalsOf(plan, part)) {
      putDrive(put, plan, driveOf(plan, ordinal).drive);
      yield;
    }
    const campaign = campaignIdOf(country, 1, 0);
    for (const host of plan.seasons[1].hosts) {
      if (country.units.province[host] !== part) continue;
      const madeMs = issuedMs(country, 1, "nation", 0) + 12 * DAY;
      put(
        INVITATION,
        codeOf(plan, host),
        "unit",
        campaign,
        unitId(country, host),
        actorOf(country, host),
        iso(madeMs),
      );
      yield;
    }
  },
};

interface Trace {
  readonly index: number;
  readonly ms: number;
  readonly operation: string;
  readonly actor: string;
  readonly subject: readonly [kind: string, id: string];
  readonly unit: number | null;
  readonly detail: object;
}

function putTrace(put: Put, { country }: Plan, trace: Trace): void {
  const at = iso(trace.ms);
  const id = idOf(country.seed, FACT.audit, trace.index, trace.ms);
  const unit = trace.unit === null ? null : unitId(country, trace.unit);
  put(AUDIT, id, at, at, trace.operation, trace.actor, ...trace.subject, unit, json(trace.detail));
}

function putLetters(put: Put, plan: Plan): void {
  const { country } = plan;
  for (const no of SEASONS) {
    for (const { kind, unit, id } of lettersOf(country, no)) {
      const letter = letterOf(country, no, kind, unit);
      putTrace(put, plan, {
        index: TRACES_OF_DRIVES + unit * 6 + no * 3 + (kind === "own" ? 1 : kind === "reissue" ? 2 : 0),
        ms: letter.issuedMs,
        operation: "directive.issue",
        actor: actorOf(country, unit, "signatory"),
        subject: ["directive", id],
        unit,
        detail: { campaign: letter.campaignId, number: String(letter.number) },
      });
    }
  }
}

const TRACES_A_DRIVE = 8;
/** Above the indexes of all drives of a nation. */
const TRACES_OF_DRIVES = 1_000_000;

function putDrive(put: Put, plan: Plan, drive: Drive): void {
  const { country } = plan;
  const trace = (nth: number, ms: number, operation: string, more: Partial<Trace> = {}): void =>
    putTrace(put, plan, {
      index: drive.ordinal * TRACES_A_DRIVE + nth,
      ms,
      operation,
      actor: actorOf(country, drive.host),
      subject: ["drive", drive.id],
      unit: drive.host,
      detail: {},
      ...more,
    });
  trace(0, drive.createdMs, "drive.plan", { detail: { campaign: drive.campaignId } });
  if (drive.state === "planned" || drive.state === "cancelled") return;
  trace(1, drive.createdMs + 2 * DAY, "drive.approve", { detail: { to: "approved" } });
  if (drive.state === "approved") return;
  trace(2, drive.openedMs, "booking.open", { detail: { to: "open" } });
  if (drive.closedMs === null) return;
  const actor = actorOf(country, drive.facility, "facility");
  trace(3, drive.closedMs, "turnout.close", {
    actor,
    subject: ["sheet", drive.id],
    unit: null,
    detail: { to: "closed" },
  });
}

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
/** Links of a seeded country follow from its seed: nobody is to take them for a secret. */
function codeOf({ country }: Plan, unit: number): string {
  let code = "";
  for (let i = 0; i < 12; i++)
    code += LETTERS[draw(country.seed, FACT.invitation, unit, i) % LETTERS.length] ?? "a";
  return code;
}
