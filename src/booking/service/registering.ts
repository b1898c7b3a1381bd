// Somebody comes by a link: sees when and where, chooses a time, says who they are and what they agree to.

import { getCampaignById } from "../../campaign/service.ts";
import type { Invitation } from "../../donor/schema.ts";
import { findInvitation, nearestInvitation } from "../../donor/service/invitations.ts";
import { PersonEntry, Phone } from "../../person/schema.ts";
import { registerPerson } from "../../person/service/register.ts";
import { giveConsents } from "../../person/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { id } from "../../platform/contract/shapes.ts";
import { together, undoable } from "../../platform/db/sql.ts";
import { OUTSIDE_UNION_ID } from "../../unit/schema.ts";
import { searchBelow } from "../../unit/service.ts";
import { type FieldError, readForm } from "../rules/registration.ts";
import { RegistrationForm } from "../schema/public.ts";
import {
  findLead,
  findSlot,
  findTakingPart,
  type InvitedUnit,
  listOpenDrives,
  type OpenDrive,
} from "../store/public.ts";
import { freeSlots, registerSelf } from "./self.ts";

/** Drives shown with their times; whoever looks for a later one asks again when these are over. */
const MOST_DRIVES = 12;
const MOST_UNITS = 12;

export interface SlotToChoose {
  readonly slotId: string;
  readonly startsAt: string;
  readonly free: number;
}
export interface DriveToChoose extends OpenDrive {
  readonly slots: readonly SlotToChoose[];
}

export type InvitedPage =
  | {
      readonly show: "invited";
      readonly code: string;
      readonly kind: Invitation["kind"];
      readonly campaignName: string;
      readonly unit: InvitedUnit;
      readonly drives: readonly DriveToChoose[];
    }
  | { readonly show: "ended" | "unknown" };

export interface FormPage {
  readonly show: "form";
  readonly code: string;
  readonly unit: InvitedUnit;
  readonly drive: OpenDrive;
  readonly slot: SlotToChoose;
  readonly typed: RegistrationForm;
  readonly errors: readonly FieldError[];
  /** A union other than the link's, chosen or found by its name. */
  readonly found: readonly InvitedUnit[];
  /** The search found nothing. */
  readonly nothingFound: boolean;
  /** Why it was refused, where no single field is the reason: a problem's code. */
  readonly refused?: string;
  /** The time is full: others of the day that are not. */
  readonly others: readonly SlotToChoose[];
}

export type RegisterPage =
  | FormPage
  | { readonly show: "registered"; readonly token: string; readonly code: string }
  | { readonly show: "ended" | "unknown" | "closed"; readonly code?: string };

interface Standing {
  readonly invitation: Invitation;
  readonly unit: InvitedUnit;
}

const isId = (text: string): boolean => id.safeParse(text).success;
const phoneOf = (typed: string): string | undefined => Phone.safeParse(typed).data;
const emailOf = (typed: string): string | undefined => PersonEntry.shape.email.safeParse(typed).data;

/** The code is the authority: whoever has it may come by it. A wrong one is shown a page that says so. */
const standingOf = async (ctx: Ctx, code: string): Promise<Standing | "ended" | "unknown"> =>
  standingBy(ctx, await findInvitation(ctx.db, code));

async function standingBy(
  ctx: Ctx,
  invitation: Invitation | undefined,
): Promise<Standing | "ended" | "unknown"> {
  await ctx.allow({ link: invitation?.code ?? "none" });
  if (invitation === undefined) return "unknown";
  if (invitation.endedAt !== null) return "ended";
  const { campaignId, unitId } = invitation;
  const taking = (by: string): Promise<InvitedUnit | undefined> =>
    findTakingPart(ctx.db, { campaignId, unitId: by, today: ctx.today });
  // A friend without a union invites too: their friends choose for themselves, the leading union's name is shown.
  const unit = (await taking(unitId)) ?? (await taking((await getCampaignById(ctx.db, campaignId)).unitId));
  return unit === undefined ? "ended" : { invitation, unit };
}

const ahead = (slots: readonly SlotToChoose[], now: string): SlotToChoose[] =>
  slots.filter(({ startsAt }) => startsAt > now);

const slotsFor = async (ctx: Ctx, driveId: string, unitId: string): Promise<SlotToChoose[]> =>
  ahead(await freeSlots(ctx.db, driveId, unitId, ctx.now), ctx.now);

/** What the link opens: who asks, and every time that can still be chosen, in one page. */
export async function openInvitation(ctx: Ctx, code: string): Promise<InvitedPage> {
  const standing = await standingOf(ctx, code);
  if (typeof standing === "string") return { show: standing };
  const { invitation, unit } = standing;
  const { campaignId } = invitation;
  const campaign = await getCampaignById(ctx.db, campaignId);
  const found = await listOpenDrives(ctx.db, {
    campaignId,
    today: ctx.today,
    now: ctx.now,
    limit: MOST_DRIVES,
  });
  const drives: DriveToChoose[] = [];
  for (const drive of found) {
    drives.push({ ...drive, slots: await slotsFor(ctx, drive.driveId, unit.unitId) });
  }
  return {
    show: "invited",
    code: invitation.code,
    kind: invitation.kind,
    campaignName: campaign.name,
    unit,
    drives,
  };
}

interface Chosen extends Standing {
  readonly drive: OpenDrive;
  readonly slot: { readonly slotId: string; readonly startsAt: string };
}

async function chosenOf(
  ctx: Ctx,
  code: string,
  slotId: string,
): Promise<Chosen | { readonly show: "ended" | "unknown" | "closed"; readonly code?: string }> {
  const [known, found] = await together(
    findInvitation(ctx.db, code),
    isId(slotId) ? findSlot(ctx.db, slotId) : Promise.resolve(undefined),
  );
  const standing = await standingBy(ctx, known);
  if (typeof standing === "string") return { show: standing };
  const { invitation } = standing;
  const open = found?.state === "open" && found.startsAt > ctx.now;
  if (!open || found.campaignId !== invitation.campaignId) return { show: "closed", code: invitation.code };
  return { ...standing, drive: found, slot: { slotId: found.slotId, startsAt: found.startsAt } };
}

/** With what is free of the day: only a page that is shown again asks for it. */
async function formOf(
  ctx: Ctx,
  { invitation, unit, drive, slot }: Chosen,
  typed: RegistrationForm,
  more: Partial<Pick<FormPage, "errors" | "found" | "nothingFound" | "refused">> = {},
): Promise<FormPage> {
  const slots = await slotsFor(ctx, drive.driveId, unit.unitId);
  const free = slots.find((one) => one.slotId === slot.slotId)?.free ?? 0;
  return {
    show: "form",
    code: invitation.code,
    unit,
    drive,
    // What was full for them is shown as full, whoever gave a place back at this moment.
    slot: { ...slot, free: more.refused === "slot-full" ? 0 : free },
    others: slots.filter((one) => one.free > 0 && one.slotId !== slot.slotId),
    typed,
    errors: [],
    found: [],
    nothingFound: false,
    ...more,
  };
}

/** An empty form; its ids make a registration that is sent twice one. */
export async function openForm(ctx: Ctx, code: string, slotId: string): Promise<RegisterPage> {
  const chosen = await chosenOf(ctx, code, slotId);
  if ("show" in chosen) return chosen;
  const typed = RegistrationForm.parse({
    personId: ctx.newId(),
    bookingId: ctx.newId(),
    slot: chosen.slot.slotId,
  });
  return formOf(ctx, chosen, typed);
}

/** Unions of the campaign's tree by words of their name, nearest to the top first. */
async function unionsNamed(ctx: Ctx, campaignId: string, words: string): Promise<InvitedUnit[]> {
  const lead = await findLead(ctx.db, { campaignId, today: ctx.today });
  if (lead === undefined) return [];
  const found = await searchBelow(ctx.db, lead, { words, day: ctx.today, side: "union", limit: MOST_UNITS });
  return found.map(({ id: unitId, name, shortName }) => ({ unitId, name, shortName }));
}

/**
 * Registers somebody by what they typed. Whether anybody like them is known already changes nothing of what they are
 * told. Only their own entry is asked about age; what the union knows of earlier donations is not looked up by a name.
 */
export async function register(
  ctx: WriteCtx,
  code: string,
  slotId: string,
  form: RegistrationForm,
): Promise<RegisterPage> {
  ctx.unchanged();
  const chosen = await chosenOf(ctx, code, isId(form.slot) ? form.slot : slotId);
  if ("show" in chosen) return chosen;
  const { invitation, drive, slot } = chosen;
  const typed = withIds(ctx, { ...form, slot: slot.slotId });
  const { campaignId } = invitation;
  const other = isId(typed.unit) && typed.unit !== chosen.unit.unitId ? typed.unit : undefined;
  const named =
    other === undefined
      ? undefined
      : await findTakingPart(ctx.tx, { campaignId, unitId: other, today: ctx.today });
  if (typed.do === "search") {
    const found = await unionsNamed(ctx, campaignId, typed.unitWords);
    return formOf(ctx, chosen, typed, { found, nothingFound: found.length === 0 });
  }
  const kept = { found: named === undefined ? [] : [named] };
  const { entry, errors } = readForm(typed, { day: drive.day, today: ctx.today, phoneOf, emailOf });
  const strayed: FieldError[] =
    other !== undefined && named === undefined && typed.relation !== "outside"
      ? [{ field: "unit", code: "not-chosen" }]
      : [];
  if (entry === undefined || strayed.length > 0)
    return formOf(ctx, chosen, typed, { ...kept, errors: [...errors, ...strayed] });

  const outside = entry.relation === "outside";
  const unitId = outside ? OUTSIDE_UNION_ID : (named ?? chosen.unit).unitId;
  // Written whole or not at all, and the page still answers.
  const undo = undoable(ctx.tx);
  const written = together(
    registerPerson(ctx, { id: typed.personId, ...entry, unitId: outside ? null : unitId }),
    giveConsents(
      ctx,
      typed.personId,
      [
        "take-part",
        ...(typed.reminder === "yes" ? (["reminder"] as const) : []),
        ...(typed.invitation === "yes" ? (["invitation"] as const) : []),
      ],
      "link",
    ),
  );
  const answer = await registerSelf(
    ctx,
    {
      bookingId: typed.bookingId,
      personId: typed.personId,
      driveId: drive.driveId,
      slotId: slot.slotId,
      creditedUnitId: unitId,
      relation: entry.relation,
      invitation: invitation.code,
      wait: typed.do === "wait",
    },
    written,
  );
  if (answer.outcome !== "refused") return { show: "registered", token: answer.token, code: invitation.code };
  await undo();
  return formOf(ctx, chosen, typed, { ...kept, refused: answer.code });
}

/** Whoever wrote the form by hand left the ids out, or made them up. */
const withIds = (ctx: WriteCtx, form: RegistrationForm): RegistrationForm => ({
  ...form,
  personId: isId(form.personId) ? form.personId : ctx.newId(),
  bookingId: isId(form.bookingId) ? form.bookingId : ctx.newId(),
});

/** The code to go on with from a campaign's public address; undefined where nobody has made a link. */
export async function invitationFor(
  ctx: Ctx,
  campaignId: string,
  unitId: string,
): Promise<string | undefined> {
  if (!isId(campaignId) || !isId(unitId)) return undefined;
  return nearestInvitation(ctx.db, { campaignId, unitId, today: ctx.today });
}
