import { openDatabase } from '../../devsite/database';
import { setSearchLag } from '../../devsite/jira/jql/search-index';
import { anIncident, aSmallJira, aSmallSeed, type SmallJira } from '../builders/a-small-jira';

const base = aSmallSeed();
const agents = [{ role: 'Staff' }, { role: 'Lead' }] as const;

const seed = aSmallSeed({
  issueTypes: [...base.issueTypes, { name: 'Step', level: -1 }, { name: 'Other' }],
  statuses: [...base.statuses, { name: 'Received', category: 'TODO' }, { name: 'Filed', category: 'DONE' }],
  workflows: [
    {
      name: 'Papers',
      initial: 'Received',
      transitions: [
        { name: 'File', to: 'Filed' },
        { name: 'Take', to: 'Active' },
      ],
    },
  ],
  projects: [
    {
      ...(base.projects[0] as (typeof base.projects)[number]),
      issueTypes: ['Incident', 'Task', 'Step', 'Other'],
      typeWorkflows: { Other: 'Papers' },
    },
    {
      ...(base.projects[1] as (typeof base.projects)[number]),
      issueTypes: ['Task', 'Incident', 'Step'],
      workflow: 'Papers',
      roles: { Lead: [{ user: 'ann' }], Staff: [{ user: 'cid' }] },
    },
  ],
  permissions: {
    ...base.permissions,
    MOVE_ISSUES: agents,
    ADMINISTER: [{ user: 'ann' }],
    BULK_CHANGE: [{ user: 'ann' }, { user: 'bob' }],
  },
});

function withIssues(): SmallJira & { readonly types: ReadonlyMap<string, string> } {
  const database = openDatabase();
  const jira = aSmallJira(seed, database);
  setSearchLag(database, 0);
  jira.cid.post('/rest/api/3/issue', anIncident());
  const types = jira.ann.get<{ name: string; id: string }[]>('/rest/api/3/issuetype');
  jira.events.length = 0;
  return { ...jira, types: new Map(types.map(({ name, id }) => [name, id])) };
}

const infer = {
  inferClassificationDefaults: true,
  inferFieldDefaults: true,
  inferStatusDefaults: true,
  inferSubtaskTypeDefault: true,
};

type Jira = ReturnType<typeof withIssues>;

function moveTo(jira: Jira, target: string, mapping: object = {}, as = 'ann') {
  const body = { targetToSourcesMapping: { [target]: { ...infer, issueIdsOrKeys: ['OPS-1'], ...mapping } } };
  return jira.ask(as, 'POST', '/rest/api/3/bulk/issues/move', body);
}

const progressOf = (jira: Jira, answer: ReturnType<typeof moveTo>) =>
  jira.ann.get(`/rest/api/3/bulk/queue/${(answer.body as { taskId: string }).taskId}`);

function transition(jira: Jira, name: string): void {
  const { transitions } = jira.ann.get('/rest/api/3/issue/OPS-1/transitions');
  const { id } = transitions.find((each: { name: string }) => each.name === name);
  jira.ann.post('/rest/api/3/issue/OPS-1/transitions', { transition: { id } });
}

describe('an issue that is moved to another project', () => {
  it('has a new key, and answers to the old one as well', () => {
    const jira = withIssues();
    const answer = moveTo(jira, `BIZ,${jira.types.get('Incident')}`);
    expect(answer.status).toBe(201);
    expect(progressOf(jira, answer)).toMatchObject({ status: 'RUNNING' });
    jira.clock.at += 60_000;
    expect(progressOf(jira, answer)).toMatchObject({
      status: 'COMPLETE',
      progressPercent: 100,
      processedAccessibleIssues: [10_000],
      failedAccessibleIssues: {},
      totalIssueCount: 1,
    });
    expect(jira.ann.get('/rest/api/3/issue/OPS-1?fields=project')).toMatchObject({
      key: 'BIZ-1',
      fields: { project: { key: 'BIZ' } },
    });
    expect(jira.ann.get('/rest/api/3/issue/BIZ-1').id).toBe('10000');
    const found = (jql: string) => jira.ann.post('/rest/api/3/search/jql', { jql, fields: ['key'] }).issues;
    expect(found('key = OPS-1')).toMatchObject([{ key: 'BIZ-1' }]);
    expect(found('project = BIZ')).toMatchObject([{ key: 'BIZ-1' }]);
    expect(found('project = OPS')).toEqual([]);
  });

  it('takes the first status there where its own is not known, and says so in one history', () => {
    const jira = withIssues();
    moveTo(jira, `BIZ,${jira.types.get('Task')}`);
    const { changelog, fields } = jira.ann.get('/rest/api/3/issue/BIZ-1?expand=changelog');
    expect(fields).toMatchObject({ status: { name: 'Received' }, issuetype: { name: 'Task' } });
    const [{ items }] = changelog.histories;
    const told = items.map(({ field, fromString, toString: to }: Record<string, string>) => [field, fromString, to]);
    expect(told).toEqual([
      ['issuetype', 'Incident', 'Task'],
      ['status', 'New', 'Received'],
      ['project', 'Operations', 'Business'],
      ['Key', 'OPS-1', 'BIZ-1'],
    ]);
  });

  it('keeps a status that is known there', () => {
    const jira = withIssues();
    transition(jira, 'Start');
    moveTo(jira, `BIZ,${jira.types.get('Incident')}`);
    expect(jira.ann.get('/rest/api/3/issue/BIZ-1').fields.status.name).toBe('Active');
  });

  it('is told by one event, of a name of its own', () => {
    const jira = withIssues();
    moveTo(jira, `BIZ,${jira.types.get('Incident')}`);
    expect(jira.events).toMatchObject([
      {
        eventType: 'avi:jira:updated:issue',
        body: {
          jiraEventTypeName: 'issue_moved',
          issue: { id: '10000', key: 'BIZ-1', fields: { project: { key: 'BIZ' } } },
        },
      },
    ]);
  });

  it('goes to the status it is mapped to', () => {
    const jira = withIssues();
    const statuses = jira.ann.get<{ name: string; id: string }[]>('/rest/api/3/status');
    const [from, to] = ['New', 'Filed'].map((name) => statuses.find((each) => each.name === name)?.id ?? '');
    const mapping = { inferStatusDefaults: false, targetStatus: [{ statuses: { [to as string]: [from] } }] };
    moveTo(jira, `BIZ,${jira.types.get('Incident')}`, mapping);
    expect(jira.ann.get('/rest/api/3/issue/BIZ-1').fields.status.name).toBe('Filed');
  });

  it('stays where its status is not mapped', () => {
    const jira = withIssues();
    const answer = moveTo(jira, `BIZ,${jira.types.get('Incident')}`, { inferStatusDefaults: false });
    jira.clock.at += 60_000;
    expect(progressOf(jira, answer).failedAccessibleIssues).toEqual({ 10000: [expect.stringContaining('status')] });
    expect(jira.ann.get('/rest/api/3/issue/OPS-1').key).toBe('OPS-1');
    expect(jira.events).toEqual([]);
  });

  it('takes its sub-tasks along', () => {
    const jira = withIssues();
    jira.ann.post('/rest/api/3/issue', anIncident({ issuetype: { name: 'Step' }, parent: { key: 'OPS-1' } }));
    moveTo(jira, `BIZ,${jira.types.get('Incident')}`);
    expect(jira.ann.get('/rest/api/3/issue/OPS-1').fields.subtasks).toMatchObject([{ key: 'BIZ-2' }]);
    expect(jira.ann.get('/rest/api/3/issue/OPS-2').fields.parent).toMatchObject({ key: 'BIZ-1' });
  });

  it('can come back, to a key that it never had', () => {
    const jira = withIssues();
    moveTo(jira, `BIZ,${jira.types.get('Incident')}`);
    moveTo(jira, `OPS,${jira.types.get('Incident')}`, { issueIdsOrKeys: ['BIZ-1'] });
    for (const key of ['OPS-1', 'BIZ-1', 'OPS-2']) expect(jira.ann.get(`/rest/api/3/issue/${key}`).key).toBe('OPS-2');
  });
});

describe('a move is refused', () => {
  test.each([
    ['to a project that there is not', 'NOPE,10000'],
    ['to a type that the project does not have', 'BIZ,10999'],
  ])('%s', (_what, target) => {
    expect(moveTo(withIssues(), target)).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.anything() }] },
    });
  });

  test('to who may not make bulk changes', () => {
    const jira = withIssues();
    expect(moveTo(jira, `BIZ,${jira.types.get('Incident')}`, {}, 'cid').status).toBe(400);
  });

  test('to who may not see the target project', () => {
    const jira = withIssues();
    expect(moveTo(jira, `BIZ,${jira.types.get('Incident')}`, {}, 'bob').status).toBe(400);
    expect(jira.ann.get('/rest/api/3/issue/OPS-1').key).toBe('OPS-1');
  });

  test('without what is to be inferred', () => {
    const jira = withIssues();
    const mapping = { inferStatusDefaults: undefined };
    expect(moveTo(jira, `BIZ,${jira.types.get('Incident')}`, mapping).status).toBe(400);
  });
});

describe('the type of an issue', () => {
  it('can be edited to one of the same workflow', () => {
    const jira = withIssues();
    jira.ann.put('/rest/api/3/issue/OPS-1', { fields: { issuetype: { name: 'Task' } } });
    expect(jira.ann.get('/rest/api/3/issue/OPS-1').fields.issuetype.name).toBe('Task');
    expect(jira.events[0]?.body).toMatchObject({
      jiraEventTypeName: 'issue_updated',
      changelog: { items: [{ fieldId: 'issuetype' }] },
    });
  });

  test.each(['Other', 'Step'])('cannot be edited to %s, which is of another workflow or level', (name) => {
    const answer = withIssues().ask('ann', 'PUT', '/rest/api/3/issue/OPS-1', { fields: { issuetype: { name } } });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: { issuetype: 'The issue type selected is invalid.' } },
    });
  });

  it('can be moved to one of another workflow in the same project, its key staying', () => {
    const jira = withIssues();
    moveTo(jira, `OPS,${jira.types.get('Other')}`);
    expect(jira.ann.get('/rest/api/3/issue/OPS-1')).toMatchObject({
      key: 'OPS-1',
      fields: { issuetype: { name: 'Other' }, status: { name: 'Received' } },
    });
  });
});

describe('a sub-task', () => {
  const step = (fields = {}) => anIncident({ issuetype: { name: 'Step' }, ...fields });

  it('belongs to its parent', () => {
    const jira = withIssues();
    jira.ann.post('/rest/api/3/issue', step({ parent: { key: 'OPS-1' } }));
    expect(jira.ann.get('/rest/api/3/issue/OPS-2').fields.parent).toMatchObject({
      key: 'OPS-1',
      fields: { summary: 'Printer on fire', issuetype: { name: 'Incident' } },
    });
    expect(jira.ann.get('/rest/api/3/issue/OPS-1').fields.subtasks).toMatchObject([{ key: 'OPS-2' }]);
  });

  test.each([
    ['no parent', {}],
    ['a parent that there is not', { parent: { key: 'OPS-99' } }],
  ])('is refused with %s', (_what, fields) => {
    expect(withIssues().ask('ann', 'POST', '/rest/api/3/issue', step(fields)).status).toBe(400);
  });

  it('has no sub-task of its own', () => {
    const jira = withIssues();
    jira.ann.post('/rest/api/3/issue', step({ parent: { key: 'OPS-1' } }));
    expect(jira.ask('ann', 'POST', '/rest/api/3/issue', step({ parent: { key: 'OPS-2' } })).status).toBe(400);
  });

  it('goes with its parent only where that is said', () => {
    const jira = withIssues();
    jira.ann.post('/rest/api/3/issue', step({ parent: { key: 'OPS-1' } }));
    expect(jira.ask('ann', 'DELETE', '/rest/api/3/issue/OPS-1').status).toBe(400);
    expect(jira.ask('ann', 'DELETE', '/rest/api/3/issue/OPS-1?deleteSubtasks=true').status).toBe(204);
    expect(jira.ask('ann', 'GET', '/rest/api/3/issue/OPS-2').status).toBe(404);
  });
});

describe('issues in bulk', () => {
  const bulk = (jira: Jira, what: string, body: object, as = 'ann') => {
    const answer = jira.ask(as, 'POST', `/rest/api/3/bulk/issues/${what}`, body);
    jira.clock.at += 60_000;
    return answer.status === 201 ? progressOf(jira, answer) : answer;
  };

  it('are deleted, and what cannot be is named', () => {
    const jira = withIssues();
    const body = { selectedIssueIdsOrKeys: ['OPS-1', 'OPS-77'] };
    expect(bulk(jira, 'delete', body, 'bob')).toMatchObject({ failedAccessibleIssues: { 10000: [expect.anything()] } });
    expect(bulk(jira, 'delete', body)).toMatchObject({
      processedAccessibleIssues: [10_000],
      invalidOrInaccessibleIssueCount: 1,
      totalIssueCount: 2,
    });
    expect(jira.ask('ann', 'GET', '/rest/api/3/issue/OPS-1').status).toBe(404);
  });

  it('are taken through a transition that is open to all of them', () => {
    const jira = withIssues();
    jira.ann.post('/rest/api/3/issue', anIncident());
    const told = jira.ann.get('/rest/api/3/bulk/issues/transition?issueIdsOrKeys=OPS-1,OPS-2');
    const [{ issues, transitions }] = told.availableTransitions;
    expect(issues).toEqual(['OPS-1', 'OPS-2']);
    const { transitionId } = transitions.find((each: { transitionName: string }) => each.transitionName === 'Start');
    const input = { selectedIssueIdsOrKeys: issues, transitionId: String(transitionId) };
    bulk(jira, 'transition', { bulkTransitionInputs: [input] });
    for (const key of issues) expect(jira.ann.get(`/rest/api/3/issue/${key}`).fields.status.name).toBe('Active');
  });

  it('are watched and no longer watched', () => {
    const jira = withIssues();
    const body = { selectedIssueIdsOrKeys: ['OPS-1'] };
    bulk(jira, 'watch', body);
    expect(jira.ann.get('/rest/api/3/issue/OPS-1').fields.watches).toMatchObject({ watchCount: 2, isWatching: true });
    bulk(jira, 'unwatch', body);
    expect(jira.ann.get('/rest/api/3/issue/OPS-1').fields.watches.isWatching).toBe(false);
  });

  it('are refused to who may not make bulk changes', () => {
    expect(bulk(withIssues(), 'watch', { selectedIssueIdsOrKeys: ['OPS-1'] }, 'cid')).toMatchObject({
      status: 403,
      body: { errors: [{ message: expect.any(String) }] },
    });
  });
});

describe('an archived issue', () => {
  const archive = (jira: Jira, issueIdsOrKeys = ['OPS-1'], as = 'ann') =>
    jira.ask(as, 'PUT', '/rest/api/3/issue/archive', { issueIdsOrKeys });
  const found = (jira: Jira) =>
    jira.ann.post('/rest/api/3/search/jql', { jql: 'project = OPS', fields: ['key'] }).issues;

  it('can be read and not found', () => {
    const jira = withIssues();
    expect(archive(jira)).toMatchObject({ status: 200, body: { numberOfIssuesUpdated: 1, errors: {} } });
    expect(jira.ann.get('/rest/api/3/issue/OPS-1').key).toBe('OPS-1');
    expect(found(jira)).toEqual([]);
    expect(jira.events).toEqual([]);
  });

  it('cannot be changed', () => {
    const jira = withIssues();
    archive(jira);
    const edit = { fields: { summary: 'Out' } };
    expect(jira.ask('ann', 'PUT', '/rest/api/3/issue/OPS-1', edit).status).toBe(403);
    expect(jira.ann.get('/rest/api/3/issue/OPS-1/transitions').transitions).toEqual([]);
    expect(jira.ask('ann', 'DELETE', '/rest/api/3/issue/OPS-1').status).toBe(403);
    expect(moveTo(jira, `BIZ,${jira.types.get('Incident')}`).status).toBe(201);
    expect(jira.ann.get('/rest/api/3/issue/OPS-1').key).toBe('OPS-1');
  });

  it('is as it was once it is taken out', () => {
    const jira = withIssues();
    archive(jira);
    const body = { issueIdsOrKeys: ['OPS-1'] };
    expect(jira.ann.put('/rest/api/3/issue/unarchive', body)).toMatchObject({ numberOfIssuesUpdated: 1 });
    expect(found(jira)).toMatchObject([{ key: 'OPS-1' }]);
    jira.ann.put('/rest/api/3/issue/OPS-1', { fields: { summary: 'Out' } });
  });

  it('is archived by admins, and not a sub-task by itself', () => {
    const jira = withIssues();
    const step = anIncident({ issuetype: { name: 'Step' }, parent: { key: 'OPS-1' } });
    jira.ann.post('/rest/api/3/issue', step);
    expect(archive(jira, ['OPS-1'], 'bob').status).toBe(403);
    expect(archive(jira, ['OPS-2', 'OPS-9'])).toMatchObject({
      status: 400,
      body: { errors: { issueIsSubtask: { count: 1 }, issuesNotFound: { issueIdsOrKeys: ['OPS-9'] } } },
    });
    archive(jira);
    expect(found(jira)).toEqual([]);
  });

  it('can be one of all that a query finds', () => {
    const jira = withIssues();
    const answer = jira.ask('ann', 'POST', '/rest/api/3/issue/archive', { jql: 'project = OPS' });
    expect(answer).toMatchObject({ status: 202, body: expect.stringContaining('/rest/api/3/task/') });
    expect(found(jira)).toEqual([]);
  });
});
