// Thanks of the union to who gave. Nothing is said or sent to who did not give this time, and nothing tells them apart.

import { printPdf } from "../../document/service/printing/print.ts";
import { type DriveFacts, getDriveById } from "../../drive/service.ts";
import { bookingRulesOn } from "../../eligibility/rules/booking-check.ts";
import { queueEmail } from "../../message/service.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import type { Db } from "../../platform/db/sql.ts";
import { addDays, formatDay } from "../../platform/pure/calendar.ts";
import { hashOf, newLink } from "../../platform/seal/link.ts";
import { unitRefs } from "../../unit/service.ts";
import { thanksAddress } from "../links.ts";
import { recallProblem, type ThanksView } from "../schema.ts";
import {
  countGiven,
  findThanked,
  type Given,
  insertThanked,
  insertThanks,
  listGiven,
  listToThank,
  listUnthanked,
} from "../store/thanks.ts";
import { thanksLetters } from "./letters.ts";
import type { Asking } from "./waves.ts";

/** One file is printed in about a second; more letters come in further files. */
export const LETTERS_IN_A_FILE = 200;

/** A drive closed longer ago than this is not thanked for by letter any more: it would only puzzle. */
const THANKED_WITHIN_MS = 7 * 24 * 3600 * 1000;

export const unthankedDrives = async (db: Db, now: string): Promise<string[]> => {
  const since = new Date(Date.parse(now) - THANKED_WITHIN_MS).toISOString();
  return (await listUnthanked(db, since)).map(({ driveId }) => driveId);
};

/** Thanks everybody who gave at a closed drive, can be written to and still agrees to take part; once for each drive. */
export async function thankDonors(ctx: Asking, driveId: string): Promise<number> {
  if ((await insertThanked(ctx.tx, driveId, ctx.now)) === 0) return 0;
  const people = await listToThank(ctx.tx, driveId);
  const made = await Promise.all(people.map(async (person) => ({ ...person, link: await newLink() })));
  await insertThanks(
    ctx.tx,
    driveId,
    ctx.now,
    made.map(({ bookingId, personId, link }) => ({
      bookingId,
      personId,
      hash: link.hash,
      sealed: link.sealed,
    })),
  );
  for (const { personId, driveName, day, link } of made) {
    await queueEmail(ctx, {
      personId,
      template: "thanks",
      params: { drive: driveName, day: formatDay(day) },
      secrets: { link: thanksAddress(ctx.publicUrl, link.token) },
    });
  }
  await ctx.audit({ subject: { kind: "drive", id: driveId }, detail: { thanked: made.length } });
  return made.length;
}

export async function getThanks(ctx: Ctx, unitId: string, driveId: string): Promise<ThanksView> {
  await ctx.allow({ unit: unitId });
  await getDriveById(ctx.db, driveId);
  const letters = await countGiven(ctx.db, { driveId, unitId, today: ctx.today });
  const prints = letters > 0 && (await ctx.may("recall.print-thanks", { unit: unitId }));
  return {
    letters,
    parts: Math.ceil(letters / LETTERS_IN_A_FILE),
    allowedActions: prints ? ["recall.print-thanks"] : [],
  };
}

/** Letters to the unit's donors of a closed drive, by given name, `part` by part. */
export async function printThanks(
  ctx: Ctx,
  unitId: string,
  driveId: string,
  part: number,
): Promise<FileAnswer> {
  await ctx.allow({ unit: unitId });
  const drive = await getDriveById(ctx.db, driveId);
  const given = await listGiven(ctx.db, {
    driveId,
    unitId,
    today: ctx.today,
    limit: LETTERS_IN_A_FILE,
    offset: (part - 1) * LETTERS_IN_A_FILE,
  });
  if (given.length === 0) throw recallProblem("no-letters");
  return letterFile(ctx, drive, given, `thu-cam-on-${drive.day}-${part}.pdf`);
}

/** What the page behind a donor's link shows; undefined: wrong, or no longer so. */
export interface ThanksPage {
  readonly given: Given;
  readonly unitName: string;
  readonly again:
    | { readonly day: string; readonly days: number; readonly clause: string; readonly instrument: string }
    | undefined;
}

export async function openThanks(ctx: Ctx, token: string): Promise<ThanksPage | undefined> {
  const given = await findAllowed(ctx, token);
  if (given === undefined) return undefined;
  const rules = bookingRulesOn(given.day);
  return {
    given,
    unitName: await unitName(ctx.db, given.unitId, given.day),
    again: rules && {
      day: addDays(given.day, rules.interval.days),
      days: rules.interval.days,
      clause: rules.interval.clause,
      instrument: rules.instrument,
    },
  };
}

/** The donor's own letter; undefined for a wrong link. */
export async function openThanksLetter(ctx: Ctx, token: string): Promise<FileAnswer | undefined> {
  const given = await findAllowed(ctx, token);
  if (given === undefined) return undefined;
  return letterFile(ctx, given, [given], `thu-cam-on-${given.day}.pdf`);
}

async function findAllowed(ctx: Ctx, token: string): Promise<Given | undefined> {
  const given = await findThanked(ctx.db, hashOf(token));
  await ctx.allow({ link: given?.bookingId ?? "none" });
  return given;
}

async function letterFile(
  ctx: Ctx,
  { day }: Pick<DriveFacts, "day">,
  given: readonly Given[],
  fileName: string,
): Promise<FileAnswer> {
  const language = ctx.locale;
  const names = await unitRefs(
    ctx.db,
    given.map(({ unitId }) => unitId),
    day,
  );
  const letters = thanksLetters(given, names, { language, sample: ctx.demo });
  return { fileName, mediaType: "application/pdf", content: await printPdf("thanks", letters, { language }) };
}

const unitName = async (db: Db, unitId: string, day: string): Promise<string> =>
  (await unitRefs(db, [unitId], day)).get(unitId)?.name ?? "";
