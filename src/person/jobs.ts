// Folding of memberships into the kept sums of the tree's first floors, for `app` to run each minute.
import type pg from "pg";
import { transaction } from "../platform/db/sql.ts";
import type { JobHandlers } from "../platform/jobs/worker.ts";
import { foldMembers } from "./store/members.ts";

export const MEMBERS_JOB = "person.fold";

/** At a time: a re-organisation waits for no more than one of these. */
const MOST = 20_000;

/** Sums are exact whether this ran or not: they add what is not folded in yet. It keeps that part short. */
export const personJobs = ({ pool }: { readonly pool: pg.Pool }): JobHandlers => ({
  [MEMBERS_JOB]: async () => {
    while ((await transaction(pool, (tx) => foldMembers(tx, MOST))) === MOST);
  },
});
