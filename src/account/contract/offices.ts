// Terms of office, and delegating one's signature.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { allowedActions, day, done, id } from "../../platform/contract/shapes.ts";
import { Delegation, DelegationEntry } from "../schema/offices.ts";
import { atUnit, ofHolder } from "./shapes.ts";

const ofUnit = atUnit.extend({ delegationId: id });

export const changeTerm = endpoint({
  id: "account.change-term",
  method: "PUT",
  path: "/api/units/:unitId/office-holders/:accountId/grants/:grantId",
  summary: "Give a running or coming term of office another last day; null leaves it open.",
  params: ofHolder.extend({ grantId: id }),
  body: z.object({ until: day.nullable() }),
  output: done,
  problems: ["term-ended", "term-in-past", "term-overlaps", "handover-planned"],
});

export const listDelegations = endpoint({
  id: "account.delegations",
  method: "GET",
  path: "/api/units/:unitId/delegations",
  summary: "Signing delegated at a union: coming, running and past, newest first.",
  params: atUnit,
  output: z.object({ items: z.array(Delegation), allowedActions }),
});

export const delegateSigning = endpoint({
  id: "account.delegate",
  method: "POST",
  path: "/api/units/:unitId/delegations",
  summary: "As signatory, let an officer or deputy of the union sign for a term, with the reason.",
  params: atUnit,
  body: DelegationEntry,
  output: done,
  problems: [
    "delegation-term",
    "delegation-beyond-term",
    "delegate-without-office",
    "delegation-to-oneself",
    "delegation-running",
  ],
});

export const withdrawDelegation = endpoint({
  id: "account.withdraw-delegation",
  method: "POST",
  path: "/api/units/:unitId/delegations/:delegationId/withdraw",
  summary: "Take delegated signing back, from now on.",
  params: ofUnit,
  output: done,
});
