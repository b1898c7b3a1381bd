// Terms of office: who holds what at a unit as of a day, and ending or changing a term from above.
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import { standingFor } from "../../unit/service/history.ts";
import { getUnitNode } from "../../unit/service.ts";
import { standingOn, termRefusal } from "../rules/terms.ts";
import { HANDED_ROLES } from "../schema/handover.ts";
import { type OfficeHolder, type OfficeHolders, officeProblem } from "../schema/offices.ts";
import type { Role } from "../schema.ts";
import { endDelegationsWith, listSigning, type SigningRow } from "../store/delegations.ts";
import { isHandedOver, lapseHandoversTo } from "../store/handovers.ts";
import {
  endGrants,
  listOffices,
  listOfficesOverTime,
  lockGrant,
  type OfficeRow,
  setLastDay,
} from "../store/offices.ts";
import { fromAbove } from "./above.ts";

/** Offices of the unit on `asOf`, or of all its time; a unit that no longer stands is asked about at its heir. */
export async function listOfficeHolders(
  ctx: Ctx,
  unitId: string,
  { asOf = ctx.today, span }: { asOf?: string | undefined; span: "day" | "all" },
): Promise<OfficeHolders> {
  const standing = await standingFor(ctx.db, unitId, ctx.today);
  await ctx.allow({ unit: standing });
  const held =
    span === "day" ? await listOffices(ctx.db, unitId, asOf) : await listOfficesOverTime(ctx.db, unitId);
  const signing = await listSigning(ctx.db, unitId, asOf);
  const hands = standing === unitId ? await handsAt(ctx, unitId) : NO_HANDS;
  return {
    items: held.map((office) => ({
      ...describe(office, held, signing, asOf),
      allowedActions: actionsOn(office, hands, ctx.today),
    })),
    gives: hands.gives,
  };
}

interface Hands {
  /** The offices here are in the asker's hands. */
  readonly above: boolean;
  /** A deputy's is: signatory of the union itself. */
  readonly deputy: boolean;
  readonly gives: Role[];
}
const NO_HANDS: Hands = { above: false, deputy: false, gives: [] };

async function handsAt(ctx: Ctx, unitId: string): Promise<Hands> {
  const unit = await getUnitNode(ctx.db, unitId, ctx.today);
  const place = fromAbove(unit);
  const above = await ctx.may("account.end-grant", place);
  const own = await ctx.may("account.issue-code", { ...place, own: unitId });
  const roles: Role[] = unit.kind === "facility" ? ["facility"] : ["officer", "deputy", "signatory"];
  return {
    above,
    deputy: await ctx.may("account.start-handover", { ...place, own: unitId }),
    gives: above ? roles : own && unit.kind !== "facility" ? ["deputy"] : [],
  };
}

function actionsOn(office: OfficeRow, hands: Hands, today: string): string[] {
  const where = standingOn(office, today);
  if (office.removed || where === "past") return [];
  const handed = (HANDED_ROLES as readonly string[]).includes(office.role) && where === "running";
  const replaced = handed && (hands.above || (hands.deputy && office.role === "deputy"));
  return [
    ...(hands.above ? ["account.change-term", "account.end-grant"] : []),
    ...(hands.above && where === "running" ? ["account.issue-reset"] : []),
    ...(replaced ? ["account.start-handover"] : []),
  ];
}

function describe(
  office: OfficeRow,
  all: readonly OfficeRow[],
  signing: readonly SigningRow[],
  day: string,
): Omit<OfficeHolder, "allowedActions"> {
  const runs = (one: OfficeRow): boolean => !one.removed && standingOn(one, day) === "running";
  const named = (role: Role): string[] =>
    all.filter((one) => one.role === role && runs(one)).map(({ displayName }) => displayName);
  const signatories = named("signatory");
  const heads = signatories.length > 0 ? signatories : named("officer");
  const isOffice = office.role === "officer" || office.role === "deputy";
  return {
    ...office,
    standsInFor: office.role === "deputy" && runs(office) ? heads : [],
    signs:
      isOffice && runs(office)
        ? signing
            .filter(({ toId }) => toId === office.accountId)
            .map(({ delegationId, by, scopes, until }) => ({ delegationId, by, scopes, until }))
        : [],
  };
}

/** Ends all an account holds at the unit from today on; what it delegated and what was delegated to it ends too. */
export async function endOffice(
  ctx: WriteCtx,
  unitId: string,
  holderId: string,
): Promise<Record<string, never>> {
  await ctx.allow(fromAbove(await getUnitNode(ctx.tx, unitId, ctx.today)));
  const asked = { unitId, accountId: holderId, today: ctx.today, now: ctx.now, by: accountId(ctx) };
  const ended = await endGrants(ctx.tx, asked);
  if (ended === 0) {
    ctx.unchanged();
    return {};
  }
  await endDelegationsWith(ctx.tx, { ...asked, given: true, taken: true, day: ctx.today });
  const lapsed = await lapseHandoversTo(ctx.tx, asked);
  await ctx.audit({ subject: { kind: "account", id: holderId }, unitId, detail: { ended, lapsed } });
  return {};
}

/** Gives a running or coming term another last day. The level above only: an office is not lengthened by its holder. */
export async function changeTerm(
  ctx: WriteCtx,
  asked: { unitId: string; accountId: string; grantId: string; until: string | null },
): Promise<{ id: string }> {
  await ctx.allow(fromAbove(await getUnitNode(ctx.tx, asked.unitId, ctx.today)));
  const term = await lockGrant(ctx.tx, asked.unitId, asked.grantId);
  if (term === undefined || term.accountId !== asked.accountId) throw notFound("grant");
  if (term.until === asked.until) {
    ctx.unchanged();
    return { id: term.id };
  }
  const refusal = termRefusal(term, asked.until, ctx.today);
  if (refusal !== undefined) throw officeProblem(refusal);
  if (await isHandedOver(ctx.tx, { ...asked, role: term.role, today: ctx.today })) {
    throw officeProblem("handover-planned");
  }
  await setLastDay(ctx.tx, term.id, asked.until);
  await ctx.audit({
    subject: { kind: "grant", id: term.id },
    unitId: asked.unitId,
    detail: { account: asked.accountId, role: term.role, was: term.until, until: asked.until },
  });
  return { id: term.id };
}
