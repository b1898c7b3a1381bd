// Handing an office over.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id } from "../../platform/contract/shapes.ts";
import {
  HandoverEntry,
  HandoverLine,
  HandoverView,
  PrintedHandover,
  ReceiptEntry,
} from "../schema/handover.ts";
import { atUnit } from "./shapes.ts";

const ofUnit = atUnit.extend({ handoverId: id });

export const listHandovers = endpoint({
  id: "account.handovers",
  method: "GET",
  path: "/api/units/:unitId/handovers",
  summary: "Handovers of offices at a union, newest first.",
  params: atUnit,
  output: z.object({ items: z.array(HandoverLine) }),
});

export const getHandover = endpoint({
  id: "account.handover",
  method: "GET",
  path: "/api/units/:unitId/handovers/:handoverId",
  summary: "One handover: who, when, the open work, and the minutes once received.",
  params: ofUnit,
  output: HandoverView,
});

export const startHandover = endpoint({
  id: "account.start-handover",
  method: "POST",
  path: "/api/units/:unitId/handovers",
  summary:
    "Replace an office-holder on a day: one term ends on its eve, the successor's begins; prints a code unless an account is named.",
  params: atUnit,
  body: HandoverEntry,
  output: PrintedHandover,
  problems: [
    "handover-day-past",
    "handover-running",
    "holder-not-there",
    "successor-holds-already",
    "login-unknown",
    "term-in-past",
  ],
  repeat: "natural",
});

export const reprintHandoverCode = endpoint({
  id: "account.reprint-handover",
  method: "POST",
  path: "/api/units/:unitId/handovers/:handoverId/code",
  summary: "Print a new one-time code for the successor; the one before stops working.",
  params: ofUnit,
  output: PrintedHandover,
  problems: ["handover-settled", "handover-joined"],
  repeat: "natural",
});

export const cancelHandover = endpoint({
  id: "account.cancel-handover",
  method: "POST",
  path: "/api/units/:unitId/handovers/:handoverId/cancel",
  summary: "Take a handover back before its day: every term is as it was.",
  params: ofUnit,
  output: done,
  problems: ["handover-settled", "handover-day-come", "handover-changed", "term-overlaps"],
});

export const receiveHandover = endpoint({
  id: "account.receive-handover",
  method: "POST",
  path: "/api/units/:unitId/handovers/:handoverId/receive",
  summary: "As successor, confirm the list of open work; it is kept as the minutes.",
  params: ofUnit,
  body: ReceiptEntry,
  output: done,
  problems: ["handover-settled", "handover-not-yet"],
});
