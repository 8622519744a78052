import { toIso } from '../kernel/time';
import type { Action } from '../sla/domain/definition';
import type { Pending, Step } from '../sla/domain/escalation';
import type { Change, Comment } from '../sla/domain/facts';
import type { IssueReading, IssueTracker } from '../sla/ports';

/** What taking an action came to, with the app's own edit or comment as history has it. */
export interface Taken {
  readonly state: Step['state'];
  readonly change?: Change;
  readonly comment?: Comment;
}

interface Order {
  readonly issue: IssueReading;
  readonly pending: Pending;
  /** Started before by an invocation that never told how it ended. */
  readonly again: boolean;
  readonly leads: Readonly<Record<string, string>>;
}

/** Takes one action: comment, priority and assignment end up done exactly once, a mail is never sent again. */
export async function carryOut(order: Order, tracker: IssueTracker): Promise<Taken> {
  const { action } = order.pending;
  switch (action.kind) {
    case 'mail':
      return mail(order, action.to, tracker);
    case 'comment':
      return comment(order, tracker);
    case 'priority':
      return edit(order.issue, 'priority', action.priorityId, tracker);
    case 'assign':
      return edit(order.issue, 'assignee', action.accountId, tracker);
  }
}

type MailTo = Extract<Action, { kind: 'mail' }>['to'];

async function mail({ issue, pending, again, leads }: Order, to: MailTo, tracker: IssueTracker): Promise<Taken> {
  if (again) return { state: 'doubtful' };
  const lead = leads[issue.projectId];
  const people = { assignee: issue.assignee ?? lead, lead, reporter: issue.values.reporter };
  const person = people[to];
  if (!person) return { state: 'skipped' };
  await tracker.notify(issue.id, person, `${issue.key}: ${headline(pending)}`, sentence(issue.key, pending));
  return { state: 'done' };
}

async function comment({ issue, pending, again }: Order, tracker: IssueTracker): Promise<Taken> {
  const found = again ? await tracker.commentMarked(issue.id, pending.key) : undefined;
  const own = found ?? (await tracker.comment(issue.id, sentence(issue.key, pending), pending.key));
  return { state: 'done', comment: own };
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
  if (at === undefined) return { state: 'skipped' };
  return { state: 'done', change: { at, by: null, items: [{ field, from, to: value }] } };
}

const headline = ({ definition, threshold }: Pending): string =>
  threshold.share >= 1 ? `${definition.name} breached` : `${definition.name} at risk`;

function sentence(issueKey: string, { definition, threshold, at, cycle }: Pending): string {
  const what =
    threshold.share >= 1
      ? `${definition.name} was breached`
      : `${Math.round(threshold.share * 100)} % of the time for “${definition.name}” was used up`;
  const which = cycle > 1 ? ` in cycle ${cycle}` : '';
  return `${issueKey}: ${what}${which} at ${toIso(at).replace('T', ' ').slice(0, 16)} UTC.`;
}
