// The plan of a drive while it is being typed: fields as text, and what is still wrong with them.
import type { CampaignView } from "../../campaign/schema.ts";
import { isDay } from "../../platform/pure/calendar.ts";
import { newId } from "../../platform/pure/ids.ts";
import { cutIntoSlots } from "../rules/slots.ts";
import type { PlanView } from "../schema/plan.ts";
import { type DriveEntry, type DriveView, SessionEntry } from "../schema.ts";

export interface SessionFields {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly slotMinutes: number | string;
  readonly perSlot: number | string;
}

export interface PlanFields {
  readonly id: string;
  readonly campaignId: string;
  readonly facilityId: string;
  readonly name: string;
  readonly dayType: DriveEntry["dayType"];
  readonly day: string;
  readonly place: string;
  readonly sessions: readonly SessionFields[];
  readonly programme: string;
  readonly labHours: number | string;
  readonly expectedDonors: number | string;
}

export const MAX_SESSIONS = 6;

const session = (from: string, until: string, like?: SessionFields): SessionFields => ({
  id: newId(),
  from,
  until,
  slotMinutes: like?.slotMinutes ?? 30,
  perSlot: like?.perSlot ?? 20,
});

/** A morning of half hours: what most drives are. */
export const emptyPlan = (campaignId: string): PlanFields => ({
  id: newId(),
  campaignId,
  facilityId: "",
  name: "",
  dayType: "main",
  day: "",
  place: "",
  sessions: [session("07:30", "11:00")],
  programme: "",
  labHours: "",
  expectedDonors: "",
});

/** A plan that stands, taken up again. */
export const planOf = (drive: DriveView, { sessions }: PlanView): PlanFields => ({
  id: drive.id,
  campaignId: drive.campaignId,
  facilityId: drive.facility.id,
  name: drive.name,
  dayType: drive.dayType,
  day: drive.day,
  place: drive.place,
  sessions,
  programme: drive.programme,
  labHours: drive.labHours ?? "",
  expectedDonors: drive.expectedDonors ?? "",
});

const numberOrNone = (typed: number | string | undefined): number | null =>
  typeof typed === "number" ? typed : null;

/** The fields as they are sent, without campaign and sessions. A draft kept by an older page has fewer fields. */
export const entryOf = ({ facilityId, dayType, day, place, programme, ...plan }: PlanFields) => ({
  facilityId,
  dayType,
  day,
  place,
  programme: programme ?? "",
  labHours: numberOrNone(plan.labHours),
  expectedDonors: numberOrNone(plan.expectedDonors),
});

/** One more session, usually the afternoon, cut like the last one. */
export const withSession = (plan: PlanFields): PlanFields => ({
  ...plan,
  sessions: [
    ...plan.sessions,
    plan.sessions.length === 1
      ? session("13:30", "16:30", plan.sessions.at(-1))
      : session("", "", plan.sessions.at(-1)),
  ],
});

export interface PreviewSession {
  readonly number: number;
  /** `fields`: not filled in; `times`: cannot be cut. */
  readonly wrong?: "fields" | "times";
  readonly perSlot: number;
  readonly starts: readonly string[];
  /** Minutes at the end that fill no slot. */
  readonly restMinutes: number;
}

export interface Preview {
  readonly sessions: readonly PreviewSession[];
  readonly slots: number;
  readonly places: number;
  /** Ready to be sent; undefined while something is wrong. */
  readonly entries: readonly SessionEntry[] | undefined;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const ANY_DAY = "2021-01-01";

/** Slots as the server will cut them, by the same rule. */
export function previewOf(plan: PlanFields): Preview {
  const read = plan.sessions.map((fields) => SessionEntry.safeParse(fields).data);
  const whole = read.filter((entry) => entry !== undefined);
  const cut = cutIntoSlots(ANY_DAY, whole);
  const overlapping = new Set(cut.ok ? [] : cut.reasons.map(({ session: number }) => whole[number - 1]?.id));
  const sessions = read.map((entry, index): PreviewSession => {
    const number = index + 1;
    const blank = { number, perSlot: 0, starts: [], restMinutes: 0 };
    if (entry === undefined) return { ...blank, wrong: "fields" };
    if (overlapping.has(entry.id)) return { ...blank, wrong: "times" };
    const alone = cutIntoSlots(ANY_DAY, [entry]);
    const slots = alone.ok ? (alone.sessions[0]?.slots ?? []) : [];
    return {
      number,
      perSlot: entry.perSlot,
      starts: slots.map(({ startsAt }) => startsAt.slice(11, 16)),
      restMinutes: minutes(entry.until) - minutes(entry.from) - slots.length * entry.slotMinutes,
    };
  });
  const ready = whole.length === read.length && cut.ok;
  return {
    sessions,
    slots: sessions.reduce((sum, { starts }) => sum + starts.length, 0),
    places: sessions.reduce((sum, { starts, perSlot }) => sum + starts.length * perSlot, 0),
    entries: ready ? whole : undefined,
  };
}

export interface PlanErrors {
  readonly campaign: boolean;
  readonly day: "empty" | "outside" | undefined;
  readonly facility: boolean;
  readonly place: boolean;
}

export function errorsOf(plan: PlanFields, campaign: CampaignView | undefined): PlanErrors {
  const outside = campaign !== undefined && (plan.day < campaign.from || plan.day > campaign.until);
  return {
    campaign: campaign === undefined,
    day: !isDay(plan.day) ? "empty" : outside ? "outside" : undefined,
    facility: plan.facilityId === "",
    place: plan.place.trim() === "",
  };
}
