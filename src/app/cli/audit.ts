// `giothong audit verify`: is the trail whole?
import { join } from "node:path";
import { type AuditFault, verifyAudit } from "../../platform/audit/sealer.ts";
import { ANCHOR } from "../serve/house.ts";
import { withDatabase } from "./with-database.ts";

/** What is wrong with the trail, block by block; nothing when it is whole. */
export const auditFaults = (say: (line: string) => void): Promise<AuditFault[]> =>
  withDatabase(say, (pool, config) => verifyAudit(pool, join(config.dataDir, ANCHOR)));
