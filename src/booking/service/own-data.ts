// What is known of the bearer of a link, and what they may ask for. The link is the authority; a name typed is none.

import { en as personEn } from "../../person/messages.en.ts";
import { vi as personVi } from "../../person/messages.vi.ts";
import { deadlinesOn, REQUEST_KINDS, type RequestKind } from "../../person/rules/deadlines.ts";
import type { PersonData } from "../../person/schema/requests.ts";
import type { ConsentPurpose } from "../../person/schema.ts";
import { dataRequestsOf, openDataRequest, personData } from "../../person/service/data-requests.ts";
import type { PersonHolder } from "../../person/service/holder.ts";
import { giveConsents, withdrawConsents } from "../../person/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { id } from "../../platform/contract/shapes.ts";
import { type Translate, translator } from "../../platform/i18n/translate.ts";
import { dayIn } from "../../platform/pure/calendar.ts";
import { hashOf } from "../../platform/seal/link.ts";
import type { DataForm } from "../schema/public.ts";
import { findLinkHolder, type LinkHolder, listRunningConsents } from "../store/own-data.ts";

/** Typed: a word that is renamed must not silently let a line through. */
const personWords: Readonly<Record<"vi" | "en", Translate<keyof typeof personVi>>> = {
  vi: translator(personVi, "vi"),
  en: translator(personEn, "en"),
};

/** Purposes that are given and taken back here; taking part is taken back by the place itself. */
export const FREE_PURPOSES = ["reminder", "invitation"] as const satisfies readonly ConsentPurpose[];
type FreePurpose = (typeof FREE_PURPOSES)[number];

export interface AskedBefore {
  readonly kind: RequestKind;
  readonly askedOn: string;
  readonly dueOn: string;
}

export type DataPage =
  | { readonly show: "gone" }
  | {
      readonly show: "data";
      readonly token: string;
      readonly data: PersonData;
      /** Undefined where an officer was given the link: what somebody agreed to beside taking part is theirs alone. */
      readonly running: readonly FreePurpose[] | undefined;
      readonly asked: readonly AskedBefore[];
      readonly law: { readonly source: string; readonly days: number };
      /** For the next request, so that sending it twice is one. */
      readonly requestId: string;
      readonly said?: "changed" | "note-missing" | "sure";
      readonly due?: string;
      readonly note: string;
    };

async function holderOf(ctx: Ctx, token: string): Promise<LinkHolder | undefined> {
  const found = await findLinkHolder(ctx.db, { hash: hashOf(token), now: ctx.now });
  await ctx.allow({ link: found?.id ?? "none" });
  return found;
}

export async function openOwnData(
  ctx: Ctx,
  token: string,
  holders: readonly PersonHolder[],
): Promise<DataPage> {
  const found = await holderOf(ctx, token);
  return found === undefined ? { show: "gone" } : dataPage(ctx, token, found, holders);
}

async function dataPage(
  ctx: Ctx,
  token: string,
  { personId, ownLink }: LinkHolder,
  holders: readonly PersonHolder[],
): Promise<Extract<DataPage, { show: "data" }>> {
  const data = await personData(ctx.db, personId, holders, ctx.locale);
  // Taking a yes back looks like a yes to everybody who may hold the link (decision 010); so its end is not told here.
  const hidden = personWords[ctx.locale]("person.held.consent.take-part");
  const running = (await listRunningConsents(ctx.db, personId)).map(({ purpose }) => purpose);
  const asked = await dataRequestsOf(ctx.db, personId);
  const law = deadlinesOn(ctx.today);
  return {
    show: "data",
    token,
    data: data.map((part) => ({ ...part, lines: part.lines.filter(({ label }) => label !== hidden) })),
    running: ownLink ? FREE_PURPOSES.filter((purpose) => running.includes(purpose)) : undefined,
    asked: asked
      .filter(({ doneAt }) => doneAt === null)
      .map(({ kind, askedAt, dueOn }) => ({ kind, askedOn: dayIn(askedAt), dueOn })),
    law: { source: law.source, days: law.acknowledgeWorkingDays },
    requestId: ctx.newId(),
    note: "",
  };
}

/** Does what the form asks, and shows the page as it is then. A delete is done when it is asked for a second time. */
export async function askOwnData(
  ctx: WriteCtx,
  token: string,
  form: DataForm,
  holders: readonly PersonHolder[],
): Promise<DataPage> {
  ctx.unchanged();
  const found = await holderOf(ctx, token);
  if (found === undefined) return { show: "gone" };
  const { personId } = found;
  const show = async (more: Partial<Extract<DataPage, { show: "data" }>> = {}): Promise<DataPage> => ({
    ...(await dataPage(ctx, token, found, holders)),
    ...more,
  });

  const purpose = FREE_PURPOSES.find((known) => known === form.purpose);
  if (purpose !== undefined && form.do === "withdraw") {
    await withdrawConsents(ctx, personId, [purpose]);
    return show({ said: "changed" });
  }
  if (purpose !== undefined && form.do === "give") {
    await giveConsents(ctx, personId, [purpose], "link");
    return show({ said: "changed" });
  }
  const kind = REQUEST_KINDS.find((known) => known === form.do);
  if (kind === undefined) return show();
  if (kind === "correct" && form.note === "") return show({ said: "note-missing" });
  if (kind === "delete" && form.sure !== "yes") return show({ said: "sure" });
  const requestId = id.safeParse(form.requestId).data ?? ctx.newId();
  const { dueOn } = await openDataRequest(ctx, { id: requestId, personId, kind, note: form.note });
  return show({ due: dueOn });
}
