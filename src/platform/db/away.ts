// Which failures mean that the database is away for a moment: worth another try, or an honest "not now", never a fault.
import { codeOf } from "./problem.ts";

/** The server is starting, stopping, out of reach, or has become one that only reads: another connection may do. */
const LOST = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "25006", // read_only_sql_transaction: the server was demoted, or an address led to a standby
  "08000",
  "08001",
  "08003",
  "08004",
  "08006",
  "08P01", // what a pooler says when it has no server
]);

// What the driver says of a connection that broke; it gives these no code.
const LOST_WORDS = /Connection terminated|timeout expired|is not queryable/;

/** It answers, but cannot do this now. */
const BUSY = new Set([
  "40001", // serialization_failure
  "40P01", // deadlock_detected
  "53100", // disk_full
  "53200", // out_of_memory
  "53300", // too_many_connections
  "55P03", // lock_not_available
  "57014", // query_canceled: ran into the limit on a statement's time
]);

const FULL_POOL = /timeout exceeded when trying to connect/;

/** The connection is of no use any more; what was asked of it may be asked of another. */
export const isLost = (error: unknown): boolean =>
  LOST.has(codeOf(error) ?? "") || (error instanceof Error && LOST_WORDS.test(error.message));

/** Lost, or there and overburdened: nothing is wrong with what was asked. */
export const isUnavailable = (error: unknown): boolean =>
  isLost(error) || BUSY.has(codeOf(error) ?? "") || (error instanceof Error && FULL_POOL.test(error.message));
