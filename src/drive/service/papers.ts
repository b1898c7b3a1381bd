// Papers of a drive: the poster that invites, the rota, the record of supplies handed over.

import { getCampaignById } from "../../campaign/service.ts";
import { printPdf } from "../../document/service/printing/print.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import type { FileAnswer } from "../../platform/contract/contract.ts";
import { notFound } from "../../platform/contract/problem.ts";
import { type Translate, translator } from "../../platform/i18n/translate.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { letterheadOf } from "../../unit/service.ts";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { STATIONS } from "../rules/rota.ts";
import { wallTimeIn } from "../rules/slots.ts";
import { listTeam } from "../store/day.ts";
import { listSessions, type SessionRow } from "../store/plan.ts";
import { findListed, type ListedDrive } from "../store.ts";
import { suppliesOf } from "./supplies.ts";

const WORDS: Readonly<Record<Ctx["locale"], Translate<keyof typeof vi>>> = {
  vi: translator(vi, "vi"),
  en: translator(en, "en"),
};

/** Limits of what a poster prints (document/service/printing/poster.ts). */
const LONGEST_HEADLINE = 90;

async function driveAt(ctx: Ctx, driveId: string): Promise<ListedDrive> {
  const drive = await findListed(ctx.db, driveId);
  if (drive === undefined) throw notFound("drive");
  return drive;
}

const spanOf = ({ startsAt, endsAt }: SessionRow): string => `${wallTimeIn(startsAt)}–${wallTimeIn(endsAt)}`;

const pdf = (fileName: string, content: Uint8Array): FileAnswer => ({
  fileName,
  mediaType: "application/pdf",
  content,
});

/** For everybody signed in: a poster says nothing that does not hang on a wall. */
export async function printPoster(
  ctx: Ctx,
  driveId: string,
  { size, code }: { size: "a4" | "a3"; code: string },
): Promise<FileAnswer> {
  const drive = await driveAt(ctx, driveId);
  const t = WORDS[ctx.locale];
  const campaign = await getCampaignById(ctx.db, drive.campaignId);
  const sessions = await listSessions(ctx.db, driveId);
  const hours = sessions.map(spanOf).join(", ");
  const name = drive.name.length <= LONGEST_HEADLINE ? drive.name : t("drive.paper.poster-headline");
  const content = await printPdf(
    "poster",
    {
      size,
      headline: name,
      lines: [t("drive.paper.poster-line-who"), t("drive.paper.poster-line-bring")],
      when: t("drive.paper.when", { hours, day: formatDay(drive.day) }),
      where: drive.place.slice(0, 160),
      unitName: drive.hostName,
      campaignName: campaign.name,
      url: `${ctx.publicUrl}/m/${code}`,
      sample: ctx.demo,
    },
    { language: ctx.locale },
  );
  return pdf(`ap-phich-${drive.day}-${size}.pdf`, content);
}

async function headOf(ctx: Ctx, drive: ListedDrive) {
  const t = WORDS[ctx.locale];
  const head = await letterheadOf(ctx.db, drive.hostUnitId, ctx.today);
  return {
    unitName: head.name,
    ...(head.superiorName !== null && { superiorName: head.superiorName }),
    facts: [
      { word: t("drive.paper.drive"), value: drive.name },
      { word: t("drive.paper.day"), value: formatDay(drive.day) },
      { word: t("drive.paper.place"), value: drive.place },
      { word: t("drive.paper.facility"), value: drive.facilityName },
    ],
    printedOn: ctx.today,
    sample: ctx.demo,
  };
}

/** Who stands where, session by session; what has nobody stays free to be written in. */
export async function printRota(ctx: Ctx, driveId: string): Promise<FileAnswer> {
  const drive = await driveAt(ctx, driveId);
  await ctx.allow({ host: drive.hostUnitId, facility: drive.facilityId });
  const t = WORDS[ctx.locale];
  const sessions = await listSessions(ctx.db, driveId);
  const team = await listTeam(ctx.db, driveId);
  const sheet = {
    ...(await headOf(ctx, drive)),
    title: t("drive.paper.rota"),
    sections: sessions.map((session, index) => ({
      title: t("drive.paper.session", { number: index + 1, hours: spanOf(session) }),
      columns: [
        { head: t("drive.paper.station"), share: 3 },
        { head: t("drive.paper.people"), share: 6 },
        { head: t("drive.paper.present"), share: 2 },
      ],
      rows: STATIONS.map((station) => [
        t(`drive.station.${station}`),
        team
          .filter(
            (one) => one.station === station && (one.sessionId === null || one.sessionId === session.id),
          )
          .map(({ displayName }) => displayName)
          .join("; ")
          .slice(0, 600),
        "",
      ]),
    })),
    signatures: [t("drive.paper.in-charge")],
  };
  return pdf(`phan-cong-${drive.day}.pdf`, await printPdf("table-sheet", sheet, { language: ctx.locale }));
}

/** Biên bản giao nhận: totals by kind, each line, and serials not accounted for. */
export async function printSupplies(ctx: Ctx, driveId: string): Promise<FileAnswer> {
  const drive = await driveAt(ctx, driveId);
  await ctx.allow({ host: drive.hostUnitId, facility: drive.facilityId });
  const t = WORDS[ctx.locale];
  const { lines, balances, unaccounted } = await suppliesOf(ctx.db, driveId);
  const nameOf = ({ category, item }: { category: (typeof balances)[number]["category"]; item: string }) =>
    item === "" ? t(`drive.supply.${category}`) : item;
  const right = { share: 1.6, align: "right" as const };
  const sheet = {
    ...(await headOf(ctx, drive)),
    title: t("drive.paper.supplies"),
    sections: [
      {
        title: t("drive.paper.totals"),
        columns: [
          { head: t("drive.paper.item"), share: 5 },
          { head: t("drive.movement.received"), ...right },
          { head: t("drive.movement.issued"), ...right },
          { head: t("drive.movement.spoiled"), ...right },
          { head: t("drive.movement.returned"), ...right },
          { head: t("drive.paper.left"), ...right },
        ],
        rows: balances.map((one) => [
          nameOf(one),
          formatCount(one.received),
          ...[one.issued, one.spoiled, one.returned, one.left].map((count) =>
            one.left === null || count === null ? "–" : formatCount(count),
          ),
        ]),
      },
      {
        title: t("drive.paper.lines"),
        columns: [
          { head: t("drive.paper.item"), share: 4 },
          { head: t("drive.paper.movement"), share: 2 },
          { head: t("drive.paper.quantity"), ...right },
          { head: t("drive.paper.serials"), share: 4 },
          { head: t("drive.paper.note"), share: 3 },
        ],
        rows: lines
          .slice(0, 1500)
          .map((one) => [
            nameOf(one),
            t(`drive.movement.${one.movement}`),
            formatCount(one.quantity),
            one.first === null ? "" : one.first === one.last ? one.first : `${one.first} – ${one.last}`,
            one.note,
          ]),
      },
      ...(unaccounted.length === 0
        ? []
        : [
            {
              title: t("drive.paper.unaccounted"),
              columns: [
                { head: t("drive.paper.serials"), share: 5 },
                { head: t("drive.paper.quantity"), ...right },
                { head: t("drive.paper.reason"), share: 5 },
              ],
              rows: unaccounted
                .slice(0, 200)
                .map(({ first, last, quantity }) => [
                  first === last ? first : `${first} – ${last}`,
                  formatCount(quantity),
                  "",
                ]),
            },
          ]),
    ],
    signatures: [t("drive.paper.giver"), t("drive.paper.taker")],
  };
  return pdf(`giao-nhan-${drive.day}.pdf`, await printPdf("table-sheet", sheet, { language: ctx.locale }));
}
