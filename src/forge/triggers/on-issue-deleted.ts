import * as v from 'valibot';
import { forgetIncident } from '../../journeys/forget-incident';
import { IssueId } from '../../kernel/shapes';
import { understood } from '../understood';
import { following } from '../world';

const IssueDeleted = v.object({ issue: v.object({ id: IssueId }) });

/** `avi:jira:deleted:issue`: its clocks go with it. */
export async function onIssueDeleted(event: unknown): Promise<void> {
  const deleted = understood(IssueDeleted, event);
  if (deleted) await forgetIncident(deleted.issue.id, following);
}
