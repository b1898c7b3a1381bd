// The minute's sweep of places in a world, as the worker would run it.
import { bookingJobs, RELEASE_JOB } from "../src/booking/jobs.ts";
import type { World } from "./world.ts";

export const sweep = async (world: World): Promise<void> => {
  const jobs = bookingJobs({
    pool: world.pool,
    now: () => world.now,
    publicUrl: "http://giothong.test",
    enqueue: async (_tx, job, payload) => void world.jobs.push({ job, payload }),
  });
  await jobs[RELEASE_JOB]?.({}, { attempt: 1, lastAttempt: false });
};
