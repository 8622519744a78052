import { anIncident, aSmallJira, aSmallSeed } from '../builders/a-small-jira';

const seed = aSmallSeed({
  permissions: {
    ...aSmallSeed().permissions,
    ADMINISTER_PROJECTS: [{ role: 'Lead' }],
    ADMINISTER: [{ user: 'ann' }],
    BULK_CHANGE: [{ user: 'ann' }],
    MOVE_ISSUES: [{ role: 'Lead' }],
    TRANSITION_ISSUES: [{ role: 'Lead' }],
  },
});

const one = '/rest/api/3/issue/OPS-1';

/** Two components of a project, and an issue of the first. */
function aCase() {
  const jira = aSmallJira(seed);
  const made = (name: string, over: object = {}) =>
    jira.ann.post('/rest/api/3/component', { name, project: 'OPS', ...over });
  const [web, mail] = [made('Web', { description: 'What people see', leadAccountId: 'bob' }), made('Mail')];
  jira.ann.post('/rest/api/3/issue', anIncident({ components: [{ name: 'Web' }] }));
  jira.events.length = 0;
  return { ...jira, web, mail };
}

const namesOf = (jira: Pick<ReturnType<typeof aCase>, 'bob'>, key = one): readonly string[] =>
  jira.bob.get(`${key}?fields=components`).fields.components.map(({ name }: { name: string }) => name);

describe('a component', () => {
  it('is made, read, changed and told of', () => {
    const { ann, bob, web, events } = aCase();
    expect(bob.get(`/rest/api/3/component/${web.id}`)).toMatchObject({
      id: '10000',
      name: 'Web',
      description: 'What people see',
      project: 'OPS',
      lead: { accountId: 'bob' },
      assigneeType: 'PROJECT_DEFAULT',
      realAssigneeType: 'PROJECT_DEFAULT',
      isAssigneeTypeValid: true,
    });
    ann.put(`/rest/api/3/component/${web.id}`, { name: 'Web site', assigneeType: 'COMPONENT_LEAD' });
    expect(bob.get(`/rest/api/3/component/${web.id}`)).toMatchObject({
      name: 'Web site',
      description: 'What people see',
      assignee: { accountId: 'bob' },
      realAssignee: { accountId: 'bob' },
    });
    ann.put(`/rest/api/3/component/${web.id}`, { leadAccountId: '' });
    expect(bob.get(`/rest/api/3/component/${web.id}`)).toMatchObject({
      isAssigneeTypeValid: false,
      realAssigneeType: 'PROJECT_DEFAULT',
    });
    expect(events.map(({ eventType }) => eventType)).toEqual(Array(2).fill('avi:jira:updated:component'));
    expect(events[0]?.body).toMatchObject({ component: { id: '10000', name: 'Web site', project: 'OPS' } });
  });

  it('is listed by project, in order, and with the count of its issues', () => {
    const { ask, bob } = aCase();
    const values = (path: string) => bob.get(`/rest/api/3/${path}`).values;
    const listed = (path: string) => values(path).map(({ name }: { name: string }) => name);
    expect(bob.get('/rest/api/3/project/OPS/components')).toMatchObject([{ name: 'Mail' }, { name: 'Web' }]);
    expect(bob.get('/rest/api/3/project/OPS').components).toMatchObject([{ name: 'Mail' }, { name: 'Web' }]);
    expect(listed('project/OPS/component?orderBy=-name')).toEqual(['Web', 'Mail']);
    expect(listed('project/OPS/component?orderBy=-issueCount&maxResults=1')).toEqual(['Web']);
    expect(listed('project/OPS/component?query=people')).toEqual(['Web']);
    expect(values('project/OPS/component')).toMatchObject([{ issueCount: 0 }, { issueCount: 1 }]);
    expect(listed('component?projectIdsOrKeys=OPS')).toEqual(['Mail', 'Web']);
    expect(bob.get('/rest/api/3/component/10000/relatedIssueCounts').issueCount).toBe(1);
    expect(ask('eve', 'GET', '/rest/api/3/component/10000').status).toBe(404);
  });

  it.each([
    ['ann', { name: 'Web', project: 'OPS' }, 400],
    ['ann', { name: ' ', project: 'OPS' }, 400],
    ['ann', { name: 'x'.repeat(256), project: 'OPS' }, 400],
    ['ann', { name: 'New' }, 400],
    ['ann', { name: 'New', project: 'OPS', leadAccountId: 'nobody' }, 400],
    ['ann', { name: 'New', project: 'OPS', assigneeType: 'ANYBODY' }, 400],
    ['ann', { name: 'New', project: 'NONE' }, 404],
    ['bob', { name: 'New', project: 'OPS' }, 403],
  ])('is refused of %s: %j', (who, body, status) => {
    expect(aCase().ask(who, 'POST', '/rest/api/3/component', body).status).toBe(status);
  });

  it('leaves its issues to another when it goes, or to none, in silence', () => {
    const jira = aCase();
    jira.ann.delete(`/rest/api/3/component/${jira.web.id}?moveIssuesTo=${jira.mail.id}`);
    expect(namesOf(jira)).toEqual(['Mail']);
    jira.ann.delete(`/rest/api/3/component/${jira.mail.id}`);
    expect(namesOf(jira)).toEqual([]);
    expect(jira.events.map(({ eventType }) => eventType)).toEqual(Array(2).fill('avi:jira:deleted:component'));
    expect(jira.ask('ann', 'DELETE', `/rest/api/3/component/${jira.mail.id}`).status).toBe(404);
  });
});

describe('the components of an issue', () => {
  it('are set, added and removed, each told by itself', () => {
    const jira = aCase();
    jira.bob.put(one, { update: { components: [{ add: { name: 'Mail' } }] } });
    expect(namesOf(jira)).toEqual(['Mail', 'Web']);
    jira.bob.put(one, { fields: { components: [{ id: jira.mail.id }] } });
    expect(namesOf(jira)).toEqual(['Mail']);
    jira.bob.put(one, { update: { components: [{ remove: { name: 'Mail' } }] } });
    expect(namesOf(jira)).toEqual([]);
    const { histories } = jira.bob.get(`${one}?expand=changelog`).changelog;
    const items = histories.flatMap((history: { items: Record<string, unknown>[] }) => history.items);
    expect(items).toMatchObject<Record<string, unknown>[]>([
      { field: 'Component', fieldId: 'components', from: jira.mail.id, fromString: 'Mail', to: null, toString: null },
      { fieldId: 'components', from: jira.web.id, fromString: 'Web', to: null, toString: null },
      { fieldId: 'components', from: null, to: jira.mail.id, toString: 'Mail' },
    ]);
  });

  it('are of the project, and offered by what may be set', () => {
    const { ask, bob } = aCase();
    const refused = ask('bob', 'PUT', one, { fields: { components: [{ name: 'Nothing' }] } });
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: { components: "Component name 'Nothing' is not valid" } },
    });
    expect(bob.get(`${one}/editmeta`).fields.components).toMatchObject({
      schema: { type: 'array', items: 'component', system: 'components' },
      operations: ['add', 'set', 'remove'],
      allowedValues: [{ name: 'Mail' }, { name: 'Web' }],
    });
  });

  it.each([
    ['component = Web', 1],
    ['component in (mail, 10000)', 1],
    ['component = Mail', 0],
    ['component != Mail', 1],
    ['component is EMPTY', 0],
    ['component is not EMPTY', 1],
  ])('are found by %s', (jql, times) => {
    const { bob, clock } = aCase();
    clock.at += 60_000;
    expect(bob.post('/rest/api/3/search/jql', { jql: `project = OPS AND ${jql}` }).issues).toHaveLength(times);
  });

  it('that nobody knows are refused by a query, and all are read by an expression', () => {
    const { ask, bob } = aCase();
    expect(ask('bob', 'POST', '/rest/api/3/search/jql', { jql: 'component = Nothing' }).status).toBe(400);
    const asked = { expression: 'issue.components.map(each => each.name)', context: { issue: { key: 'OPS-1' } } };
    expect(bob.post('/rest/api/3/expression/evaluate', asked).value).toEqual(['Web']);
  });

  it('go along where the other project has one of the name', () => {
    const jira = aCase();
    jira.ann.post('/rest/api/3/component', { name: 'Web', project: 'BIZ' });
    jira.bob.put(one, { update: { components: [{ add: { name: 'Mail' } }] } });
    const [, task] = jira.ann.get('/rest/api/3/issuetype');
    const infer = { inferClassificationDefaults: true, inferFieldDefaults: true, inferSubtaskTypeDefault: true };
    const sources = [{ ...infer, inferStatusDefaults: true, issueIdsOrKeys: ['OPS-1'] }];
    jira.ann.post('/rest/api/3/bulk/issues/move', {
      sendBulkNotification: false,
      targetToSourcesMapping: { [`BIZ,${task.id}`]: sources[0] },
    });
    expect(namesOf({ bob: jira.ann }, '/rest/api/3/issue/BIZ-1')).toEqual(['Web']);
  });
});
