import { type Instant, minutes, seconds } from '../kernel/time';
import { slotsProperty } from '../sla/domain/slot-aliases';
import { jira } from './jira';
import { warn } from './log';
import { now } from './now';

/** How long it may take: Forge ends the function after 55 s. */
const patience = minutes(1) - seconds(12);

const betweenLooks = seconds(2);

const underWay = ['ENQUEUED', 'RUNNING'];

/**
 * `preUninstall`: takes the app's property off the issues, by one task of Jira's, and waits for its end as long as Forge
 * lets it. Whatever fails, the app is uninstalled all the same, so it is told and nothing else.
 */
export async function beforeUninstall(): Promise<void> {
  const until = (now() + patience) as Instant;
  try {
    const task = await jira.deleteIssuePropertyEverywhere(slotsProperty);
    if (task === undefined) warn('Jira began no task to take the property off the issues.');
    else await ended(task, until);
  } catch (error) {
    warn(`The property may still be on issues: ${String(error)}`);
  }
}

async function ended(task: string, until: Instant): Promise<void> {
  while (underWay.includes((await jira.task(task)).status)) {
    if (now() + betweenLooks > until) return warn('Jira is still taking the property off issues.');
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
  }
}
