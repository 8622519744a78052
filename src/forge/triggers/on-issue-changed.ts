import { followIncident } from '../../journeys/follow-incident';
import { retriedWhenRefused } from '../queues';
import { following } from '../world';
import { newsOf } from './issue-event';

/** `avi:jira:created:issue`, `avi:jira:updated:issue`, `avi:jira:commented:issue`: what happened may move a clock. */
export const onIssueChanged = (event: unknown) =>
  retriedWhenRefused(event, async () => {
    const news = newsOf(event);
    if (news) await followIncident(news, following);
  });
