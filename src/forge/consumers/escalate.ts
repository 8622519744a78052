import * as v from 'valibot';
import { escalateIncident } from '../../journeys/escalate-incident';
import { IssueId } from '../../kernel/shapes';
import { again, retriedWhenLimited } from '../queues';
import { following } from '../world';

const Escalation = v.object({ body: v.object({ issueId: IssueId }) });

/** Consumer of `escalations`: an issue's escalation falls due. */
export const escalate = (event: unknown) =>
  retriedWhenLimited(async () => {
    const { issueId } = v.parse(Escalation, event).body;
    return (await escalateIncident(issueId, following)) === 'later' ? again(61) : undefined;
  });
