import * as v from 'valibot';
import { forgetIncident } from '../../journeys/forget-incident';
import { IssueId } from '../../kernel/shapes';
import { retriedWhenRefused } from '../queues';
import { understood } from '../understood';
import { following } from '../world';

const IssueDeleted = v.object({ issue: v.object({ id: IssueId }) });

/** `avi:jira:deleted:issue`: its clocks go with it. */
export const onIssueDeleted = (event: unknown) =>
  retriedWhenRefused(event, async () => {
    const deleted = understood(IssueDeleted, event);
    if (deleted) await forgetIncident(deleted.issue.id, following);
  });
