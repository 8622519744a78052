import * as v from 'valibot';
import { recomputeClocks } from '../../journeys/recompute-clocks';
import { takeInIncidents } from '../../journeys/take-in-incidents';
import { isUnlicensed, type Licensing } from '../licence';
import { now } from '../now';
import { retriedWhenLimited } from '../queues';
import { understood } from '../understood';
import { recounting, takingIn } from '../world';

const Job = v.object({ jobId: v.string() });

const Recount = v.object({ body: v.object({ recompute: v.object({ after: v.optional(v.string()) }) }) });

/** Consumer of `intake`: goes on taking in what was open before, or on counting all clocks anew. Without a licence it waits for the hourly schedule. */
export const takeIn = (event: unknown, context?: Licensing) =>
  retriedWhenLimited(event, async () => {
    if (isUnlicensed(context)) return undefined;
    const recount = v.safeParse(Recount, event);
    if (recount.success) {
      await recomputeClocks(recount.output.body.recompute.after, recounting);
      return undefined;
    }
    const job = understood(Job, event);
    if (job) await takeInIncidents(`${job.jobId}@${now()}`, takingIn);
    return undefined;
  });
