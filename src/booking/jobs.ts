// The sweep of places whose time has run out, for `app` to register and run each minute.
import type pg from "pg";
import { writeAudit } from "../platform/audit/store.ts";
import { transaction } from "../platform/db/sql.ts";
import type { JobHandlers } from "../platform/jobs/worker.ts";
import { newId } from "../platform/pure/ids.ts";
import { releaseExpired } from "./service/places.ts";

export const RELEASE_JOB = "booking.release-expired";

export interface BookingJobs {
  readonly pool: pg.Pool;
  readonly now: () => string;
}

export const bookingJobs = ({ pool, now }: BookingJobs): JobHandlers => ({
  [RELEASE_JOB]: async () => {
    const at = now();
    const sweep = () =>
      transaction(pool, (tx) =>
        releaseExpired({
          tx,
          now: at,
          audit: (entry) => writeAudit(tx, { id: newId(), at, operation: RELEASE_JOB, actor: null, entry }),
        }),
      );
    // Each transaction takes a limited number, so that a morning's worth does not lock everything at once.
    while ((await sweep()) > 0);
  },
});
