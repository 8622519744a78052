import * as v from 'valibot';
import { forgetIncident } from '../../journeys/forget-incident';
import { following } from '../world';

const IssueDeleted = v.object({ issue: v.object({ id: v.string() }) });

/** `avi:jira:deleted:issue`: its clocks go with it. */
export const onIssueDeleted = (event: unknown) => forgetIncident(v.parse(IssueDeleted, event).issue.id, following);
