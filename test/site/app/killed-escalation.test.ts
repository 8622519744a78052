import type { ServiceLevels } from '@fettle/sla/contract';
import type { Threshold } from '@fettle/sla/domain/definition';
import type { Fates } from '../../../devsite/gateway';
import { admin } from '../../builders/an-incident-seed';
import {
  anIncidentSite,
  ask,
  hour,
  type IncidentSite,
  minute,
  type Raised,
  raise,
  say,
  second,
} from '../../builders/an-incident-site';
import {
  auditOf,
  breaksIn,
  changesOf,
  clockSubject,
  commentsOf,
  differences,
  dueEntries,
  escalateBy,
  mailsOf,
  recordOf,
  rememberLead,
} from '../../builders/what-is-kept';

/** Kills the function that escalates at its n-th call from when it was armed, once. */
function anAxe() {
  let at = 0;
  let when: 'before' | 'after' = 'before';
  let calls: string[] = [];
  const fate: Fates = ({ invocation, ask: { method, path } }) => {
    if (invocation.functionKey !== 'escalate') return undefined;
    calls.push(`${method} ${path}`);
    return calls.length === at ? `killed-${when}` : undefined;
  };
  const arm = (call: number, moment: typeof when) => {
    at = call;
    when = moment;
    calls = [];
  };
  return { fate, arm, calls: () => calls };
}

const stories: readonly (readonly [what: string, calls: number, threshold: Threshold])[] = [
  [
    'comments and mails',
    11,
    { level: 'breached', share: 1, actions: [{ kind: 'comment' }, { kind: 'mail', to: 'lead' }] },
  ],
  [
    'comments, sets the priority, assigns and mails',
    26,
    {
      level: 'at-risk',
      share: 0.75,
      actions: [
        { kind: 'comment' },
        { kind: 'priority', priorityId: '1' },
        { kind: 'assign', accountId: 'bea' },
        { kind: 'mail', to: 'lead' },
      ],
    },
  ],
];

describe.each(stories)('an escalation that %s', (_what, count, threshold) => {
  const axe = anAxe();
  let site: IncidentSite;
  /** The call that sends the mail. */
  let mailCall: number;
  beforeAll(async () => {
    site = await anIncidentSite({ fate: axe.fate });
    escalateBy(site, threshold);
    await aStory();
    mailCall = axe.calls().findIndex((call) => call.endsWith('/notify')) + 1;
  });
  afterAll(() => site.close());

  const has = (kind: string) => threshold.actions.some((action) => action.kind === kind);

  /** A P2 whose first response is escalated within the hour, and what is left of it hours later. */
  const aStory = async (): Promise<Raised> => {
    rememberLead(site, site.jira.as(admin).get('/rest/api/3/project/OPS').id, 'lena');
    const issue = await raise(site, { impact: 1, urgency: 2 });
    await site.advance(3 * hour);
    return issue;
  };

  const outcome = async (issue: Raised) => {
    const { value } = (await ask(site, 'serviceLevels', { issueId: issue.id })) as { value: ServiceLevels };
    const states = Object.values(value.escalations).map(({ state }) => state);
    return {
      comments: commentsOf(site, issue).length,
      priority: changesOf(site, issue, 'priority'),
      assignee: changesOf(site, issue, 'assignee').map(([by]) => by),
      states,
      breaks: breaksIn(await auditOf(site, clockSubject(issue))),
      begun: (await auditOf(site, clockSubject(issue))).filter(({ action }) => action.endsWith('.started')).length,
      differences: differences(site, issue),
      left: (await dueEntries(site)).filter(({ value: { issueId } }) => issueId === issue.id),
    };
  };

  const expected = () => ({
    comments: 1,
    priority: [[site.appAccountId, 'High'], ...(has('priority') ? [[site.appAccountId, 'Highest']] : [])],
    assignee: has('assign') ? [site.appAccountId] : [],
    breaks: [],
    begun: threshold.actions.length,
    differences: [],
    left: [],
  });

  test(`takes ${count} calls that it could die at`, async () => {
    axe.arm(0, 'before');
    const issue = await aStory();
    expect(axe.calls()).toHaveLength(count);
    expect(await outcome(issue)).toMatchObject({ ...expected(), states: threshold.actions.map(() => 'done') });
    expect(mailsOf(site, issue)).toHaveLength(1);
  });

  const deaths = Array.from({ length: count }, (_, i) =>
    ['before', 'after'].map((when) => [when, i + 1] as const),
  ).flat();
  test.each(deaths)('is carried out once when it dies %s call %i', async (when, call) => {
    axe.arm(call, when as 'before' | 'after');
    const issue = await aStory();
    const { states, ...rest } = await outcome(issue);
    expect(rest).toMatchObject(expected());
    const mail = states.at(-1);
    expect(states.slice(0, -1).every((state) => state === 'done')).toBe(true);
    expect(recordOf(site, issue)?.due).toBeUndefined();
    const doubtful = [`after ${mailCall - 1}`, `before ${mailCall}`, `after ${mailCall}`, `before ${mailCall + 1}`];
    expect(mail).toBe(doubtful.includes(`${when} ${call}`) ? 'doubtful' : 'done');
    expect(mailsOf(site, issue)).toHaveLength(doubtful.slice(0, 2).includes(`${when} ${call}`) ? 0 : 1);
  });
});

test('a mail goes out once where two functions begin it in one instant, and the first hears that it failed', async () => {
  let step: 'first' | 'failed' | 'raced' = 'first';
  const ofFirst = async (path: string, body: string) => {
    if (step === 'first' && path.endsWith('/transaction') && body.includes('mail.started')) {
      step = 'failed';
      return { status: 504 };
    }
    if (step !== 'failed') return undefined;
    step = 'raced';
    await site.callFunction({ functionKey: 'escalate', payload: { body: { issueIds: [issue.id] } } });
    return undefined;
  };
  /** The other sends the mail, hears that it failed, and leaves it as begun. */
  const ofOther = (path: string) => (path.endsWith('/notify') ? { after: { status: 503 } } : undefined);
  const fate: Fates = ({ invocation: { functionKey, cause }, ask: { path, body = '' } }) => {
    if (functionKey !== 'escalate') return undefined;
    return cause === 'call:escalate' ? ofOther(path) : ofFirst(path, body);
  };
  const site = await anIncidentSite({ fate });
  escalateBy(site, { level: 'breached', share: 1, actions: [{ kind: 'mail', to: 'lead' }] });
  const issue = await raise(site, { impact: 1, urgency: 1 });
  await site.advance(20 * minute);
  expect(step).toBe('raced');
  expect(mailsOf(site, issue)).toHaveLength(1);
  await site.close();
});

test('what became of a step is told once where its telling fails after it was kept, and another function goes on', async () => {
  let step: 'first' | 'failed' | 'raced' = 'first';
  const ofFirst = async (body: string) => {
    if (step === 'first' && body.includes('comment.done')) {
      step = 'failed';
      return { after: { status: 504 } };
    }
    if (step !== 'failed') return undefined;
    step = 'raced';
    await site.callFunction({ functionKey: 'escalate', payload: { body: { issueIds: [issue.id] } } });
    return undefined;
  };
  const fate: Fates = ({ invocation: { functionKey, cause }, ask: { body = '' } }) =>
    functionKey === 'escalate' && cause !== 'call:escalate' ? ofFirst(body) : undefined;
  const site = await anIncidentSite({ fate });
  escalateBy(site, {
    level: 'breached',
    share: 1,
    actions: [{ kind: 'comment' }, { kind: 'mail', to: 'lead' }],
  });
  rememberLead(site, site.jira.as(admin).get('/rest/api/3/project/OPS').id, 'lena');
  const issue = await raise(site, { impact: 1, urgency: 1 });
  await site.advance(40 * minute);
  expect(step).toBe('raced');
  const told = (await auditOf(site, clockSubject(issue))).map(({ action }) => action);
  const kinds = ['comment.started', 'comment.done', 'mail.started', 'mail.done'];
  expect(told.filter((action) => action.startsWith('escalation.'))).toEqual(kinds.map((kind) => `escalation.${kind}`));
  expect([commentsOf(site, issue).length, mailsOf(site, issue).length]).toEqual([1, 1]);
  await site.close();
});

test('an escalation that cannot be finished for an hour is finished then', async () => {
  let down = false;
  const site = await anIncidentSite({
    fate: ({ ask: { path } }) => (down && path.endsWith('/comment') ? { status: 503 } : undefined),
  });
  escalateBy(site, { level: 'breached', share: 1, actions: [{ kind: 'comment' }] });
  const issue = await raise(site, { impact: 1, urgency: 1 });
  down = true;
  await site.advance(75 * minute);
  expect(commentsOf(site, issue)).toEqual([]);
  down = false;
  await site.advance(hour);
  expect(commentsOf(site, issue)).toHaveLength(1);
  await site.close();
});

test('a warning that was begun is told as doubtful, though its clock ends before anybody looks again', async () => {
  let killed = 0;
  const site = await anIncidentSite({
    fate: ({ ask: { path } }) => {
      if (killed > 0 || !path.endsWith('/notify')) return undefined;
      killed += 1;
      return 'killed-before';
    },
  });
  escalateBy(site, { level: 'at-risk', share: 0.75, actions: [{ kind: 'mail', to: 'lead' }] });
  const issue = await raise(site, { impact: 1, urgency: 1 });
  while (killed === 0) await site.advance(second);
  await say(site, issue, 'bea');
  await site.advance(hour);
  expect(Object.values(recordOf(site, issue)?.escalations ?? {}).map(({ state }) => state)).toEqual(['doubtful']);
  expect(recordOf(site, issue)?.due).toBeUndefined();
  expect(mailsOf(site, issue)).toEqual([]);
  await site.close();
});
