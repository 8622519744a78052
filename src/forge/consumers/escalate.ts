import * as v from 'valibot';
import { escalateIncident } from '../../journeys/escalate-incident';
import { IssueId } from '../../kernel/shapes';
import { isUnlicensed, type Licensing } from '../licence';
import { again, retriedWhenLimited } from '../queues';
import { understood } from '../understood';
import { takingIn } from '../world';

const Escalations = v.object({ body: v.object({ issueIds: v.array(IssueId) }) });

/** Consumer of `escalations`: escalations of these issues fall due. One that fails keeps none of the others waiting. */
export const escalate = (event: unknown, context?: Licensing) =>
  retriedWhenLimited(event, async () => {
    if (isUnlicensed(context)) return undefined;
    const looks: PromiseSettledResult<unknown>[] = [];
    for (const issueId of understood(Escalations, event)?.body.issueIds ?? [])
      looks.push(...(await Promise.allSettled([escalateIncident(issueId, takingIn)])));
    const failed = looks.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    return looks.some((look) => look.status === 'fulfilled' && look.value === 'later') ? again(61) : undefined;
  });
