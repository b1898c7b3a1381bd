// Use cases of the propaganda kit: read the one a unit works with, publish a version of one's own letter's, print it.
import { getCampaignById } from "../../../campaign/service.ts";
import { printPdf } from "../../../document/service/printing/print.ts";
import { accountId, type Ctx, type WriteCtx } from "../../../platform/contract/context.ts";
import type { FileAnswer } from "../../../platform/contract/contract.ts";
import { invalidInput, notFound, Problem } from "../../../platform/contract/problem.ts";
import type { Db } from "../../../platform/db/sql.ts";
import { letterheadOf } from "../../../unit/service.ts";
import type { KitContent, KitVersion, KitView } from "../../schema/kit.ts";
import { directiveProblem } from "../../schema.ts";
import {
  findContent,
  findKit,
  findKitLetter,
  findPageCode,
  insertKit,
  insertPage,
  listVersions,
  newestVersion,
  sumReach,
} from "../../store/kit.ts";
import { type DirectiveFacts, lockDirective } from "../../store/letters.ts";
import { linksOf } from "../letters/links.ts";
import { getSeen } from "../read.ts";
import { newPageCode, pageUrlOf } from "./code.ts";
import { inChannelOrder } from "./reach.ts";

/** The kit of the letter, else of the nearest one above it, in its newest version or the one asked for. */
export async function viewKit(
  ctx: Ctx,
  unitId: string,
  directiveId: string,
  version: number | undefined,
): Promise<KitView> {
  await ctx.allow({ unit: unitId });
  const { db, today } = ctx;
  const { directive } = await getSeen(db, directiveId, unitId, today);
  const reach = inChannelOrder(await sumReach(db, directive.rootId, unitId, today));
  const letterId = await findKitLetter(db, directiveId);
  const versions = letterId === undefined ? [] : await listVersions(db, letterId);
  const current = await contentOf(db, versions, version);
  const code = letterId === undefined ? undefined : await findPageCode(db, letterId);
  const links = await linksOf(db, [letterId], today);
  return {
    of: (letterId !== undefined && links.get(letterId)) || null,
    current,
    versions,
    pageUrl: code === undefined ? null : pageUrlOf(ctx.publicUrl, code),
    reach,
    allowedActions: await actionsOn(ctx, unitId, directive, current !== null),
  };
}

async function contentOf(
  db: Db,
  versions: readonly KitVersion[],
  version: number | undefined,
): Promise<KitView["current"]> {
  const chosen = version === undefined ? versions[0] : versions.find((known) => known.version === version);
  if (version !== undefined && chosen === undefined) throw notFound("kit-version");
  const content = chosen && (await findContent(db, chosen.id));
  return chosen && content ? { ...chosen, content } : null;
}

async function actionsOn(
  ctx: Ctx,
  unitId: string,
  directive: DirectiveFacts,
  there: boolean,
): Promise<string[]> {
  const possible = [
    ...(directive.unitId === unitId && directive.state === "issued" ? ["directive.publish-kit"] : []),
    ...(there && directive.state !== "recalled" ? ["directive.poster"] : []),
  ];
  const allowed: string[] = [];
  for (const operation of possible) if (await ctx.may(operation, { unit: unitId })) allowed.push(operation);
  return allowed;
}

export interface KitEntry {
  readonly id: string;
  readonly basedOn: number;
  readonly content: KitContent;
  readonly note: string;
}

/**
 * Publishes the next version of the kit of a letter of one's own that is issued and holds; the first also makes its
 * open page. Written from an older version than the newest it answers `kit-moved-on` with the newest.
 */
export async function publishKit(
  ctx: WriteCtx,
  unitId: string,
  directiveId: string,
  entry: KitEntry,
): Promise<{ id: string; version: number }> {
  await ctx.allow({ unit: unitId });
  const { id, basedOn, content } = entry;
  const languages = content.loudspeaker.map(({ language }) => language);
  if (new Set(languages).size !== languages.length)
    throw invalidInput("content.loudspeaker", "language-twice");
  const directive = await lockDirective(ctx.tx, directiveId);
  if (directive?.unitId !== unitId) throw notFound("directive");
  const version = basedOn + 1;
  const kit = { id, directiveId, version, content, note: entry.note };
  const known = await findKit(ctx.tx, kit);
  if (known !== undefined) {
    if (!known.same) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id, version };
  }
  if (directive.state !== "issued") throw directiveProblem("letter-not-held");
  // The letter is locked: nobody else publishes between this and the row.
  const newest = await newestVersion(ctx.tx, directiveId);
  if (newest !== basedOn) throw directiveProblem("kit-moved-on", { version: newest });
  if ((await insertKit(ctx.tx, { ...kit, now: ctx.now, by: accountId(ctx) })) === 0)
    throw new Problem("key-reused", 409);
  await makePage(ctx, directiveId);
  await ctx.audit({ subject: { kind: "directive", id: directiveId }, unitId, detail: { kit: id, version } });
  return { id, version };
}

/** A code that is taken is drawn again; five times in a row does not happen by chance. */
async function makePage(ctx: WriteCtx, directiveId: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    if ((await findPageCode(ctx.tx, directiveId)) !== undefined) return;
    await insertPage(ctx.tx, newPageCode(), directiveId);
  }
  if ((await findPageCode(ctx.tx, directiveId)) === undefined)
    throw new Error("no free code for a kit's page");
}

/** The poster of the kit a unit works with, in that unit's name; not-found where there is none, or it was recalled. */
export async function printPoster(
  ctx: Ctx,
  unitId: string,
  directiveId: string,
  size: "a4" | "a3",
): Promise<FileAnswer> {
  await ctx.allow({ unit: unitId });
  const { db, today } = ctx;
  const { directive } = await getSeen(db, directiveId, unitId, today);
  const letterId = await findKitLetter(db, directiveId);
  const [newest] = letterId === undefined ? [] : await listVersions(db, letterId);
  const content = newest && (await findContent(db, newest.id));
  const code = letterId === undefined ? undefined : await findPageCode(db, letterId);
  if (newest === undefined || content === undefined || code === undefined || directive.state === "recalled")
    throw notFound("kit");
  const { headline, lines, when, where } = content.poster;
  const { name: unitName } = await letterheadOf(db, unitId, today);
  const { name: campaignName } = await getCampaignById(db, directive.campaignId);
  const url = pageUrlOf(ctx.publicUrl, code);
  const data = { size, headline, lines, when, where, unitName, campaignName, url, sample: ctx.demo };
  return {
    fileName: `ap-phich-${size}-${newest.version}.pdf`,
    mediaType: "application/pdf",
    content: await printPdf("poster", data, { language: ctx.locale }),
  };
}
