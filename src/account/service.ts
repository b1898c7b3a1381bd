// Use cases of accounts: coming in, going out, and handing offices on by one-time codes from the level above.
import type { Grant } from "../platform/contract/authority.ts";
import { accountId, type Ctx, type Principal, type WriteCtx } from "../platform/contract/context.ts";
import { forbidden, notFound } from "../platform/contract/problem.ts";
import type { Db, Tx } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { ancestorsOf, getUnitNode, unitRefs } from "../unit/service.ts";
import { accountProblem, type Me, type Role } from "./schema.ts";
import { digest, digestCode, hashPassword, newCode, newToken, passwordMatches } from "./secrets.ts";
import { fromAbove } from "./service/above.ts";
import { CODE_DAYS, later, printJoinCode } from "./service/codes.ts";
import { joinHandover } from "./store/handovers.ts";
import { listOffices } from "./store/offices.ts";
import {
  deleteSession,
  deleteSessionsOf,
  dropDeskGrants,
  findAccount,
  findAccountByLogin,
  findSignedIn,
  handsOutOffices,
  insertAccount,
  insertCode,
  insertGrant,
  insertSession,
  setEmail as keepEmail,
  listGrants,
  listReachable,
  type StandingRow,
  setPassword,
  spendCode,
} from "./store.ts";

const SESSION_DAYS = 30;

/** Who bears this session token now, with all grants that run today or later. */
export async function principalOf(
  db: Db,
  token: string | undefined,
  now: string,
  today: string,
): Promise<Principal> {
  if (token === undefined) return { kind: "nobody" };
  const session = await findSignedIn(db, { tokenHash: digest(token), now, today });
  if (session === undefined) return { kind: "nobody" };
  const grants = session.standings.map(asGrant);
  return { kind: "account", accountId: session.accountId, sessionId: session.sessionId, grants };
}

const asGrant = (found: StandingRow): Grant => ({
  role: found.role,
  place: found.unitId === null ? "drive" : "unit",
  placeId: (found.unitId ?? found.driveId) as string,
  from: found.from,
  ...(found.until !== null && { until: found.until }),
  // Said in the audit row of what this alone lets in.
  ...(found.role.startsWith("delegate.") && { delegation: found.id }),
});

export async function signIn(ctx: WriteCtx, login: string, password: string): Promise<Me> {
  const account = await findAccountByLogin(ctx.tx, login);
  if (!(await passwordMatches(account?.passwordHash, password)) || account === undefined) {
    throw accountProblem("wrong-login-or-password");
  }
  return startSession(ctx, account.id);
}

export async function signOut(ctx: WriteCtx): Promise<Record<string, never>> {
  if (ctx.principal.kind === "account") {
    await deleteSession(ctx.tx, ctx.principal.sessionId);
    await ctx.audit({ subject: { kind: "account", id: ctx.principal.accountId } });
  } else ctx.unchanged();
  ctx.setSession(undefined);
  return {};
}

export const whoAmI = (ctx: Ctx): Promise<Me> => describe(ctx, accountId(ctx));

/** The own address, or none. The trail says that it changed, not what it is. */
export async function setEmail(ctx: WriteCtx, email: string | null): Promise<Record<string, never>> {
  const id = accountId(ctx);
  if ((await keepEmail(ctx.tx, id, email)) === 0) ctx.unchanged();
  else await ctx.audit({ subject: { kind: "account", id }, detail: { given: email !== null } });
  return {};
}

/** Where to write to an office-holder, looked up at the moment of sending; undefined when no address was given. */
export async function emailOfAccount(
  db: Db,
  id: string,
): Promise<{ name: string; address: string } | undefined> {
  const found = await findAccount(db, id);
  return found?.email == null ? undefined : { name: found.displayName, address: found.email };
}

/** Accounts with an address that hold an office (officer, deputy, signatory) at these units on `day`. */
export const reachableOfficers = (
  db: Db,
  unitIds: readonly string[],
  day: string,
): Promise<{ unitId: string; accountId: string }[]> => listReachable(db, unitIds, day);

/** A new office-holder: account, grant at the code's unit for the code's term, signed in. */
export async function joinByCode(
  ctx: WriteCtx,
  asked: { code: string; login: string; displayName: string; password: string },
): Promise<Me> {
  const code = await useCode(ctx, asked.code, "join");
  if (code.role === null || code.from === null) throw accountProblem("code-not-valid");
  if ((await findAccountByLogin(ctx.tx, asked.login)) !== undefined) throw accountProblem("login-taken");
  const id = ctx.newId();
  await insertAccount(ctx.tx, {
    id,
    login: asked.login,
    displayName: asked.displayName,
    passwordHash: await hashPassword(asked.password),
    now: ctx.now,
  });
  const handover = await joinHandover(ctx.tx, code.id, id);
  await insertGrant(ctx.tx, {
    id: ctx.newId(),
    accountId: id,
    role: code.role,
    unitId: code.unitId,
    from: code.from,
    until: code.until ?? undefined,
    by: null,
    codeId: code.id,
    handoverId: handover?.id,
  });
  await ctx.audit({
    subject: { kind: "code", id: code.id },
    unitId: code.unitId,
    detail: { role: code.role },
  });
  return startSession(ctx, id);
}

export async function resetByCode(ctx: WriteCtx, typed: string, password: string): Promise<Me> {
  const code = await useCode(ctx, typed, "reset");
  if (code.accountId === null) throw accountProblem("code-not-valid");
  await setPassword(ctx.tx, code.accountId, await hashPassword(password));
  await deleteSessionsOf(ctx.tx, code.accountId);
  await ctx.audit({ subject: { kind: "code", id: code.id }, unitId: code.unitId });
  return startSession(ctx, code.accountId);
}

/** A code is as good as whoever printed it: once they hold no office from which it could be printed, it is void. */
async function useCode(ctx: WriteCtx, typed: string, purpose: "join" | "reset") {
  const code = await spendCode(ctx.tx, digestCode(typed), purpose, ctx.now);
  if (code === undefined) throw accountProblem("code-not-valid");
  const above = code.issuedBy === null ? [] : await ancestorsOf(ctx.tx, code.unitId, ctx.today);
  if (code.issuedBy !== null && !(await handsOutOffices(ctx.tx, code.issuedBy, above, ctx.today))) {
    throw accountProblem("code-not-valid");
  }
  return code;
}

/** The code is shown once, here, and kept only as a hash. Nobody hands out an office wider than their own. */
export async function issueJoinCode(ctx: WriteCtx, unitId: string, role: Role, until: string | undefined) {
  const unit = await getUnitNode(ctx.tx, unitId, ctx.today);
  // Only a deputy is made at one's own level; every other office comes from above.
  await ctx.allow({ ...fromAbove(unit), ...(role === "deputy" && { own: unitId }) });
  if ((role === "facility") !== (unit.kind === "facility")) throw forbidden();
  const printed = await printJoinCode(ctx, { unitId, role, from: ctx.today, until });
  await ctx.audit({ subject: { kind: "code", id: printed.id }, unitId, detail: { role } });
  return printed;
}

/** The first codes of an installation, made by the operator at the machine: nobody stands above them yet. */
export async function issueFirstCode(
  tx: Tx,
  asked: { unitId: string; role: Role; from: string; now: string },
): Promise<string> {
  const code = newCode();
  const expiresAt = later(asked.now, CODE_DAYS);
  await insertCode(tx, {
    id: newId(),
    codeHash: digestCode(code),
    purpose: "join",
    unitId: asked.unitId,
    role: asked.role,
    from: asked.from,
    by: null,
    now: asked.now,
    expiresAt,
  });
  return code;
}

export async function issueResetCode(ctx: WriteCtx, unitId: string, holderId: string) {
  await ctx.allow(fromAbove(await getUnitNode(ctx.tx, unitId, ctx.today)));
  const holders = await listOffices(ctx.tx, unitId, ctx.today);
  if (!holders.some((holder) => holder.accountId === holderId)) throw notFound("account");
  const code = newCode();
  const id = ctx.newId();
  const expiresAt = later(ctx.now, CODE_DAYS);
  await insertCode(ctx.tx, {
    id,
    codeHash: digestCode(code),
    purpose: "reset",
    unitId,
    accountId: holderId,
    by: accountId(ctx),
    now: ctx.now,
    expiresAt,
  });
  await ctx.audit({ subject: { kind: "code", id }, unitId });
  return { id, code, expiresAt };
}

/** The desk role at one drive, for its days. The drive's own service has asked for authority. */
export async function grantAtDrive(
  ctx: WriteCtx,
  asked: { login: string; driveId: string; from: string; until: string },
): Promise<string> {
  const account = await findAccountByLogin(ctx.tx, asked.login);
  if (account === undefined) throw accountProblem("login-unknown");
  const id = ctx.newId();
  await dropDeskGrants(ctx.tx, { ...asked, accountId: account.id });
  const written = await insertGrant(ctx.tx, {
    id,
    accountId: account.id,
    role: "desk",
    driveId: asked.driveId,
    from: asked.from,
    until: asked.until,
    by: accountId(ctx),
  });
  if (written === 0) ctx.unchanged();
  else await ctx.audit({ subject: { kind: "drive", id: asked.driveId }, detail: { account: account.id } });
  return id;
}

async function startSession(ctx: WriteCtx, account: string): Promise<Me> {
  const token = newToken();
  const id = ctx.newId();
  await insertSession(ctx.tx, {
    id,
    tokenHash: digest(token),
    accountId: account,
    now: ctx.now,
    expiresAt: later(ctx.now, SESSION_DAYS),
  });
  await ctx.audit({ subject: { kind: "account", id: account } });
  ctx.setSession(token);
  return describe(ctx, account);
}

async function describe(ctx: Ctx, account: string): Promise<Me> {
  const found = await findAccount(ctx.db, account);
  if (found === undefined) throw notFound("account");
  const running = (await listGrants(ctx.db, account, ctx.today)).filter((grant) => grant.from <= ctx.today);
  const names = await unitRefs(
    ctx.db,
    running.flatMap((grant) => grant.unitId ?? []),
    ctx.today,
  );
  return {
    accountId: found.id,
    login: found.login,
    displayName: found.displayName,
    email: found.email,
    grants: running.map((grant) => ({
      id: grant.id,
      role: grant.role,
      place: grant.unitId === null ? "drive" : "unit",
      placeId: (grant.unitId ?? grant.driveId) as string,
      placeName: grant.unitId === null ? "" : (names.get(grant.unitId)?.name ?? ""),
      from: grant.from,
      until: grant.until,
    })),
    demo: ctx.demo,
    today: ctx.today,
    now: ctx.now,
  };
}
