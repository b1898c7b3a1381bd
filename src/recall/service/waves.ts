// One step of a round: send its next wave, wait, or end it. Done when an officer asks, and looked at each minute.

import { wallTimeIn } from "../../drive/rules/slots.ts";
import { type DriveFacts, getDriveById } from "../../drive/service.ts";
import { quietUntil } from "../../message/rules/quiet.ts";
import { type Outgoing, queueEmail } from "../../message/service.ts";
import type { AuditEntry } from "../../platform/contract/context.ts";
import { addDays, dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { newLink } from "../../platform/seal/link.ts";
import { unitRefs } from "../../unit/service.ts";
import { invitationAddress } from "../links.ts";
import { nextStep } from "../rules/rounds.ts";
import { roomOf, spread } from "../rules/spread.ts";
import type { InviteSetting, RoundEnd } from "../schema.ts";
import type { DueRow } from "../store/due.ts";
import {
  deleteEmptyWave,
  endRound,
  insertInvitations,
  insertWave,
  listWaves,
  lockAsking,
  type NewInvitation,
  type RoundRow,
} from "../store/rounds.ts";
import { due, fillable, inviteSetting } from "./standing.ts";

/** What a step takes of a request, or of the minute's look. */
export interface Asking extends Outgoing {
  readonly publicUrl: string;
  audit(entry: AuditEntry): Promise<void>;
}

/** Takes the round one step on; the caller's transaction. Waves of one drive go one after another. */
export async function stepRound(ctx: Asking, round: RoundRow): Promise<"sent" | "waits" | RoundEnd> {
  await lockAsking(ctx.tx, round.driveId);
  const today = dayIn(ctx.now);
  const drive = await getDriveById(ctx.tx, round.driveId);
  const setting = await inviteSetting(ctx.tx);
  const waves = await listWaves(ctx.tx, round.driveId, [round.id]);
  const last = waves.at(-1);
  const slots = await fillable(ctx.tx, { ...round, now: ctx.now, waitDays: setting.waitDays });
  const step = nextStep({
    now: ctx.now,
    today,
    quietUntil: quietUntil(ctx.now),
    drive,
    wanted: round.wanted,
    perWave: round.perWave,
    sent: waves.reduce((sum, { sent }) => sum + sent, 0),
    lastWave: last && { at: last.at, open: last.sent - last.came },
    waitDays: setting.waitDays,
    free: slots.reduce((sum, { free }) => sum + free, 0),
    room: roomOf(slots),
  });
  if (step.step === "wait") return "waits";
  if (step.step === "end") return end(ctx, round, step.reason);
  const { people } = await due(ctx.tx, drive, { unitId: round.unitId, today, most: step.people });
  const proposals = spread(slots, people.length);
  const startsAt = new Map(slots.map((slot) => [slot.slotId, slot.startsAt]));
  const asked = people.flatMap((person, index) => {
    const slotId = proposals[index];
    return slotId === undefined ? [] : [{ ...person, slotId, startsAt: startsAt.get(slotId) ?? "" }];
  });
  const sent = await send(ctx, round, { no: (last?.no ?? 0) + 1, today, drive, setting }, asked);
  return sent > 0 ? "sent" : end(ctx, round, "nobody-left");
}

async function end(ctx: Asking, round: RoundRow, reason: RoundEnd): Promise<RoundEnd> {
  const { id, unitId } = round;
  if ((await endRound(ctx.tx, id, reason, ctx.now)) === 1) {
    await ctx.audit({ subject: { kind: "recall-round", id }, unitId, detail: { to: "ended", reason } });
  }
  return reason;
}

interface Wave {
  readonly no: number;
  readonly today: string;
  readonly drive: DriveFacts;
  readonly setting: InviteSetting;
}

type Asked = DueRow & { readonly slotId: string; readonly startsAt: string };

/** Writes a wave's invitations and queues its e-mails. Answers how many people were asked. */
async function send(
  ctx: Asking,
  round: RoundRow,
  { no, today, drive, setting }: Wave,
  people: readonly Asked[],
): Promise<number> {
  if (people.length === 0) return 0;
  const waveId = ctx.newId();
  await insertWave(ctx.tx, { id: waveId, roundId: round.id, no, at: ctx.now });
  const made = await Promise.all(
    people.map(async (person) => ({ ...person, id: ctx.newId(), link: await newLink() })),
  );
  const invitations: NewInvitation[] = made.map(({ link, ...rest }) => ({
    ...rest,
    hash: link.hash,
    sealed: link.sealed,
  }));
  const written = new Set(
    (
      await insertInvitations(
        ctx.tx,
        {
          waveId,
          driveId: drive.id,
          at: ctx.now,
          restFrom: today,
          restUntil: addDays(today, setting.restDays),
        },
        invitations,
      )
    ).map(({ id }) => id),
  );
  if (written.size === 0) {
    await deleteEmptyWave(ctx.tx, waveId);
    return 0;
  }
  const unit = (await unitRefs(ctx.tx, [round.unitId], today)).get(round.unitId);
  for (const { id, personId, byEmail, startsAt, link } of made) {
    if (!byEmail || !written.has(id)) continue;
    await queueEmail(ctx, {
      personId,
      template: "recall-invitation",
      params: {
        unit: unit?.name ?? "",
        drive: drive.name,
        day: formatDay(drive.day),
        time: wallTimeIn(startsAt),
        place: drive.place,
        // Not said: what the message is about, for asking again when it leaves.
        invitationId: id,
        driveId: drive.id,
      },
      secrets: { link: invitationAddress(ctx.publicUrl, link.token) },
    });
  }
  await ctx.audit({
    subject: { kind: "recall-round", id: round.id },
    unitId: round.unitId,
    detail: { wave: no, people: written.size },
  });
  return written.size;
}
