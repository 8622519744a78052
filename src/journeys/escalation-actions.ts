import { phrase } from '../kernel/names';
import { toIso } from '../kernel/time';
import type { Pending, Step } from '../sla/domain/escalation';
import type { Change, Comment } from '../sla/domain/facts';
import type { IssueReading, IssueTracker } from '../sla/ports';
import { isShut } from './each-issue';
import type { Following } from './following';
import { leadOf } from './project-lead';

/** What taking an action came to, with the app's own edit or comment as history has it. */
export interface Taken {
  readonly state: Step['state'];
  readonly late?: Step['late'];
  readonly why?: Step['why'];
  readonly change?: Change;
  readonly comment?: Comment;
  /** Why Jira did not take it, where it may take it later. */
  readonly refusal?: unknown;
}

const refused: Taken = { state: 'skipped', why: 'refused' };

interface Order {
  readonly issue: IssueReading;
  readonly pending: Pending;
  /** Started before by an invocation that never told how it ended. */
  readonly again: boolean;
  readonly recipient: string | undefined;
}

/**
 * Takes one action: comment, priority and assignment end up done exactly once, a mail is never sent again. What Jira
 * refuses for good is skipped.
 */
export async function carryOut(order: Order, tracker: IssueTracker): Promise<Taken> {
  const { action } = order.pending;
  switch (action.kind) {
    case 'mail':
      return mail(order, tracker);
    case 'comment':
      return comment(order, tracker);
    case 'priority':
      return edit(order.issue, 'priority', action.priorityId, tracker);
    case 'assign':
      return edit(order.issue, 'assignee', action.accountId, tracker);
  }
}

/** Whom a mail of the action goes to; found out before the mail counts as started, since a started one may be doubtful. */
export async function recipientOf(
  issue: IssueReading,
  { action }: Pending,
  world: Following,
): Promise<string | undefined> {
  if (action.kind !== 'mail') return undefined;
  if (action.to === 'reporter') return issue.values.reporter ?? undefined;
  const assignee = action.to === 'assignee' ? issue.assignee : null;
  return assignee ?? leadOf(issue.projectId, world);
}

async function mail({ issue, pending, again, recipient }: Order, tracker: IssueTracker): Promise<Taken> {
  if (again) return { state: 'doubtful' };
  if (!recipient) return { state: 'skipped', why: 'nobody' };
  const subject = `${issue.key}: ${headline(pending)}`;
  try {
    const sent = await tracker.notify(issue.id, recipient, subject, sentence(issue.key, pending));
    return sent ? { state: 'done' } : refused;
  } catch (refusal) {
    if (!isShut(refusal)) throw refusal;
    return { state: 'refused', refusal };
  }
}

async function comment({ issue, pending, again }: Order, tracker: IssueTracker): Promise<Taken> {
  const found = again ? await tracker.commentMarked(issue.id, pending.key) : undefined;
  const own = found ?? (await tracker.comment(issue.id, sentence(issue.key, pending), pending.key));
  return own ? { state: 'done', comment: own } : refused;
}

async function edit(
  issue: IssueReading,
  field: 'priority' | 'assignee',
  value: string,
  tracker: IssueTracker,
): Promise<Taken> {
  const from = field === 'assignee' ? issue.assignee : (issue.values.priority ?? null);
  if (from === value) return { state: 'done' };
  const at = await tracker.edit(issue.id, field, value);
  if (typeof at === 'string') return refused;
  return { state: 'done', change: { at, by: null, items: [{ field, from, to: value }] } };
}

const headline = ({ definition, threshold }: Pending): string =>
  threshold.share >= 1 ? phrase`${definition.name} breached` : phrase`${definition.name} at risk`;

function sentence(issueKey: string, { definition, threshold, at, cycle }: Pending): string {
  const what =
    threshold.share >= 1
      ? phrase`${definition.name} was breached`
      : phrase`${Math.round(threshold.share * 100)} % of the time for “${definition.name}” was used up`;
  const which = cycle > 1 ? ` in cycle ${cycle}` : '';
  return `${issueKey}: ${what}${which} at ${toIso(at).replace('T', ' ').slice(0, 16)} UTC.`;
}
