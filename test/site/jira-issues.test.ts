import { openDatabase } from '../../devsite/database';
import { aDocument, anIncident, aSmallJira, aSmallSeed, START } from '../builders/a-small-jira';

const one = '/rest/api/3/issue';

describe('creating an issue', () => {
  it('gives it the next key, the workflow’s first status and the project’s priority', () => {
    const { cid } = aSmallJira();
    const made = cid.post(one, anIncident());
    const again = cid.post(one, anIncident());
    expect(made).toEqual({ id: '10000', key: 'OPS-1', self: 'https://site.example/rest/api/3/issue/10000' });
    expect(again.key).toBe('OPS-2');
    const { fields } = cid.get(`${one}/OPS-1`);
    expect(fields).toMatchObject({
      summary: 'Printer on fire',
      issuetype: { name: 'Incident', subtask: false },
      project: { key: 'OPS', projectTypeKey: 'software' },
      status: { name: 'New', statusCategory: { key: 'new', id: 2 } },
      priority: { name: 'Low', id: '4' },
      resolution: null,
      resolutiondate: null,
      created: '2026-01-01T00:00:00.000+0000',
      updated: '2026-01-01T00:00:00.000+0000',
      creator: { accountId: 'cid', displayName: 'Cid Caller', accountType: 'atlassian' },
      reporter: { accountId: 'cid' },
      assignee: null,
      labels: [],
      description: null,
      duedate: null,
      issuelinks: [],
      comment: { comments: [], total: 0 },
    });
  });

  it('keeps a value of every type of custom field', () => {
    const { ann } = aSmallJira();
    const custom = {
      customfield_10050: { value: 'Small' },
      customfield_10051: 'short',
      customfield_10052: aDocument('long'),
      customfield_10053: 2.5,
      customfield_10054: '2026-02-03T04:05:06.007+0100',
      customfield_10055: { accountId: 'bob' },
      customfield_10056: { name: 'staff' },
    };
    const { key } = ann.post(one, anIncident({ ...custom, description: aDocument('d'), labels: ['b', 'a', 'b'] }));
    expect(ann.get(`${one}/${key}`).fields).toMatchObject({
      ...custom,
      customfield_10050: { id: '10021', value: 'Small', self: expect.stringContaining('/customFieldOption/10021') },
      customfield_10054: '2026-02-03T03:05:06.007+0000',
      customfield_10055: { accountId: 'bob', displayName: 'Bob Staff' },
      customfield_10056: { name: 'staff', groupId: expect.any(String) },
      customfield_10500: null,
      description: aDocument('d'),
      labels: ['a', 'b'],
    });
  });

  it('judges every field before it refuses any', () => {
    const { ask } = aSmallJira();
    const body = anIncident({
      customfield_10050: { value: 'Huge' },
      customfield_10053: 'x',
      description: 'plain',
      nope: 1,
    });
    const { status, body: refused } = ask('ann', 'POST', one, body);
    expect(status).toBe(400);
    expect(Object.keys(refused as never)).toEqual(['errorMessages', 'errors']);
    expect((refused as { errors: object }).errors).toEqual({
      customfield_10050: "Option value 'Huge' is not valid",
      customfield_10053: 'Operation value must be a number',
      description: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
      nope: "Field 'nope' cannot be set. It is not on the appropriate screen, or unknown.",
    });
  });

  it.each([
    [{ project: { key: 'NONE' } }, 'project'],
    [{ issuetype: { name: 'Foreign' } }, 'issuetype'],
    [{ summary: undefined }, 'summary'],
    [{ summary: ' ' }, 'summary'],
    [{ summary: 'two\nlines' }, 'summary'],
    [{ labels: ['a b'] }, 'labels'],
    [{ assignee: { accountId: 'cid' } }, 'assignee'],
    [{ customfield_10500: '2026-01-01T00:00:00.000+0000' }, 'customfield_10500'],
  ])('is refused with %j', (fields, named) => {
    const { status, body } = aSmallJira().ask('ann', 'POST', one, anIncident(fields));
    expect(status).toBe(400);
    expect(Object.keys((body as { errors: object }).errors)).toEqual([named]);
  });

  it('takes properties and a comment along', () => {
    const { ann } = aSmallJira();
    const body = {
      ...anIncident(),
      properties: [{ key: 'p', value: 1 }],
      update: { comment: [{ add: { body: aDocument('c') } }] },
    };
    const { key } = ann.post(one, body);
    const read = ann.get(`${one}/${key}?fields=comment&properties=*all`);
    expect(read.properties).toEqual({ p: 1 });
    expect(read.fields.comment.total).toBe(1);
  });

  it('in bulk answers what was made and what was not', () => {
    const { status, body } = aSmallJira().ask('ann', 'POST', `${one}/bulk`, {
      issueUpdates: [anIncident(), { fields: {} }],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ issues: [{ key: 'OPS-1' }], errors: [{ status: 400, failedElementNumber: 1 }] });
  });
});

it('an issue of a bulk that cannot have its comment is not made at all', () => {
  const { ann, ask, events } = aSmallJira();
  const broken = { ...anIncident(), update: { comment: [{ add: { body: 'plain' } }] } };
  const answer = ask('ann', 'POST', `${one}/bulk`, { issueUpdates: [broken, anIncident()] });
  expect(answer.body).toMatchObject({ issues: [{ key: 'OPS-1' }], errors: [{ failedElementNumber: 0 }] });
  expect(events).toHaveLength(1);
  expect(ann.post(one, anIncident()).key).toBe('OPS-2');
});

describe('reading an issue', () => {
  it('shows the fields asked for, by id, group and exception', () => {
    const { ann } = aSmallJira();
    ann.post(one, anIncident());
    const idsOf = (fields: string) => Object.keys(ann.get(`${one}/ops-1?fields=${fields}`).fields);
    expect(idsOf('status,summary')).toEqual(['status', 'summary']);
    expect(idsOf('*navigable')).not.toContain('comment');
    expect(idsOf('*all')).toContain('comment');
    const withoutLong = '-comment,-worklog,-attachment,-timetracking';
    expect(idsOf(`*all,${withoutLong}`)).toEqual(idsOf('*navigable'));
    expect(idsOf(withoutLong)).toEqual(idsOf('*navigable'));
  });

  it('expands names, schema, transitions and changelog', () => {
    const { ann } = aSmallJira();
    ann.post(one, anIncident());
    ann.put(`${one}/OPS-1`, { fields: { customfield_10050: { id: '10020' } } });
    const read = ann.get(`${one}/10000?fields=customfield_10050&expand=names,schema,transitions,changelog`);
    expect(read.names).toEqual({ customfield_10050: 'Size' });
    expect(read.schema.customfield_10050).toMatchObject({ type: 'option', customId: 10050 });
    expect(read.transitions.map(({ name }: { name: string }) => name)).toEqual(['Start', 'Resolve']);
    expect(read.changelog).toMatchObject({ startAt: 0, maxResults: 1, total: 1 });
  });

  it('many at once, in order of id, without those that cannot be seen', () => {
    const { ann, ask } = aSmallJira();
    for (const key of ['OPS', 'OPS', 'BIZ'])
      ann.post(one, anIncident({ project: { key }, issuetype: { name: 'Task' } }));
    const body = { issueIdsOrKeys: ['OPS-2', '10000', 'BIZ-1', 'OPS-9'], fields: ['summary'] };
    const answer = ask('bob', 'POST', `${one}/bulkfetch`, body);
    expect(answer.points).toBe(3);
    expect(answer.body).toMatchObject({ issueErrors: [], issues: [{ key: 'OPS-1' }, { key: 'OPS-2' }] });
  });
});

describe('editing an issue', () => {
  it('sets, adds and removes labels in one step', () => {
    const { ann } = aSmallJira();
    ann.post(one, anIncident({ labels: ['old', 'kept'] }));
    ann.put(`${one}/OPS-1`, { update: { labels: [{ add: 'new' }, { remove: 'old' }] } });
    expect(ann.get(`${one}/OPS-1`).fields.labels).toEqual(['kept', 'new']);
  });

  it('answers the issue when asked to', () => {
    const { ann, ask } = aSmallJira();
    ann.post(one, anIncident());
    const { status, body } = ask('ann', 'PUT', `${one}/OPS-1?returnIssue=true&expand=names`, {
      fields: { summary: 'New', duedate: '2026-03-04', priority: { id: '1' }, issuetype: { name: 'Task' } },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      names: {},
      fields: { summary: 'New', duedate: '2026-03-04', priority: { name: 'Highest' }, issuetype: { name: 'Task' } },
    });
  });

  it('that changes nothing leaves no trace', () => {
    const { ann, clock, events } = aSmallJira();
    ann.post(one, anIncident());
    clock.at += 1000;
    ann.put(`${one}/OPS-1`, { fields: { summary: 'Printer on fire', customfield_10050: null } });
    expect(ann.get(`${one}/OPS-1`).fields.updated).toBe('2026-01-01T00:00:00.000+0000');
    expect(events).toHaveLength(1);
  });

  it('is refused when a field stands in both fields and update', () => {
    const { ann, ask } = aSmallJira();
    ann.post(one, anIncident());
    const body = { fields: { summary: 'a' }, update: { summary: [{ set: 'b' }] } };
    expect(ask('ann', 'PUT', `${one}/OPS-1`, body).status).toBe(400);
  });

  it('assigns, and unassigns', () => {
    const { ann } = aSmallJira();
    ann.post(one, anIncident());
    const assignee = () => ann.get(`${one}/OPS-1?fields=assignee`).fields.assignee?.accountId;
    ann.put(`${one}/OPS-1/assignee`, { accountId: 'bob' });
    expect(assignee()).toBe('bob');
    ann.put(`${one}/OPS-1/assignee`, { accountId: null });
    expect(assignee()).toBeUndefined();
  });
});

it('a deleted issue takes all that belongs to it along', () => {
  const { ann, ask, events } = aSmallJira();
  ann.post(one, anIncident());
  ann.post(`${one}/OPS-1/comment`, { body: aDocument('c') });
  ann.put(`${one}/OPS-1/properties/p`, 1);
  events.length = 0;
  ann.delete(`${one}/OPS-1`);
  expect(events.map(({ eventType }) => eventType)).toEqual(['avi:jira:deleted:issue']);
  expect(ask('ann', 'GET', `${one}/OPS-1`).status).toBe(404);
  expect(ann.post(one, anIncident()).key).toBe('OPS-2');
});

it('a site opened again finds everything as it was', () => {
  const database = openDatabase();
  const { ann } = aSmallJira(aSmallSeed(), database);
  ann.post(one, anIncident());
  const read = ann.get(`${one}/OPS-1`);
  const again = aSmallJira(undefined, database);
  expect(again.ann.get(`${one}/OPS-1`)).toEqual(read);
  expect(again.ann.post(one, anIncident()).key).toBe('OPS-2');
});

it('a seed that names what it does not define is refused whole', () => {
  const { workflow } = aSmallSeed();
  expect(() => aSmallJira(aSmallSeed({ workflow: { ...workflow, initial: 'Nowhere' } }))).toThrow(
    'the status "Nowhere"',
  );
});

it('the clock’s instant is the one that counts', () => {
  const { ann, clock } = aSmallJira();
  clock.at = START + 61_001;
  const { key } = ann.post(one, anIncident());
  expect(ann.get(`${one}/${key}`).fields.created).toBe('2026-01-01T00:01:01.001+0000');
});
