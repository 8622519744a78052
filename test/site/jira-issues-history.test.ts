import { aDocument, anIncident, aSmallJira, START } from '../builders/a-small-jira';

const one = '/rest/api/3/issue/OPS-1';

function aCase() {
  const jira = aSmallJira();
  jira.cid.post('/rest/api/3/issue', anIncident());
  return jira;
}

type History = { id: string; created: string; author: { accountId: string }; items: Record<string, unknown>[] };

const historiesOf = (jira: ReturnType<typeof aSmallJira>): History[] => jira.ann.get(`${one}/changelog`).values;

describe('a change of a field stands in the history', () => {
  it.each([
    [
      'summary',
      'Hot',
      { field: 'summary', fieldtype: 'jira', from: null, fromString: 'Printer on fire', to: null, toString: 'Hot' },
    ],
    [
      'priority',
      { name: 'High' },
      { field: 'priority', fieldtype: 'jira', from: '4', fromString: 'Low', to: '2', toString: 'High' },
    ],
    [
      'assignee',
      { accountId: 'bob' },
      { field: 'assignee', fieldtype: 'jira', from: null, fromString: null, to: 'bob', toString: 'Bob Staff' },
    ],
    [
      'labels',
      ['b', 'a'],
      { field: 'labels', fieldtype: 'jira', from: null, fromString: '', to: null, toString: 'a b' },
    ],
    [
      'description',
      aDocument('Hot'),
      { field: 'description', fieldtype: 'jira', from: null, fromString: null, to: null, toString: 'Hot' },
    ],
    [
      'customfield_10050',
      { id: '10020' },
      { field: 'Size', fieldtype: 'custom', from: null, fromString: null, to: '10020', toString: 'Large' },
    ],
    [
      'customfield_10053',
      3,
      { field: 'Count', fieldtype: 'custom', from: null, fromString: null, to: null, toString: '3' },
    ],
    [
      'customfield_10055',
      { accountId: 'bob' },
      { field: 'Owner', fieldtype: 'custom', from: null, fromString: null, to: 'bob', toString: 'Bob Staff' },
    ],
  ])('%s', (fieldId, value, item) => {
    const jira = aCase();
    jira.ann.put(one, { fields: { [fieldId]: value } });
    expect(historiesOf(jira)).toEqual([
      {
        id: '10000',
        author: expect.objectContaining({ accountId: 'ann' }),
        created: '2026-01-01T00:00:00.000+0000',
        items: [{ ...item, fieldId }],
      },
    ]);
  });
});

it('one call is one history, however many fields it changes', () => {
  const jira = aCase();
  jira.ann.put(one, { fields: { summary: 'a', customfield_10053: 1, priority: { id: '1' } } });
  expect(historiesOf(jira).map(({ items }) => items.map(({ fieldId }) => fieldId))).toEqual([
    ['summary', 'customfield_10053', 'priority'],
  ]);
});

it('two histories of an issue never share a millisecond, and what they tell of agrees', () => {
  const jira = aCase();
  for (const summary of ['a', 'b', 'c']) jira.ann.put(one, { fields: { summary } });
  const created = historiesOf(jira).map((history) => history.created);
  expect(created).toEqual([0, 1, 2].map((millisecond) => `2026-01-01T00:00:00.00${millisecond}+0000`));
  expect(jira.ann.get(one).fields.updated).toBe(created[2]);
  expect(jira.events.map(({ body }) => body.timestamp)).toEqual([0, 0, 1, 2].map((after) => String(START + after)));
  jira.clock.at += 1;
  jira.ann.put(one, { fields: { summary: 'd' } });
  expect(historiesOf(jira)[3]?.created).toBe('2026-01-01T00:00:00.003+0000');
});

describe('a transition', () => {
  const move = (jira: ReturnType<typeof aSmallJira>, id: string, more = {}) => {
    jira.clock.at += 60_000;
    jira.ann.post(`${one}/transitions`, { transition: { id }, ...more });
    return jira.ann.get(`${one}?fields=status,resolution,resolutiondate,statuscategorychangedate`).fields;
  };

  it('into a done status sets the resolution, and out of it clears it', () => {
    const jira = aCase();
    expect(move(jira, '31')).toMatchObject({
      status: { name: 'Resolved' },
      resolution: { name: 'Done' },
      resolutiondate: '2026-01-01T00:01:00.000+0000',
      statuscategorychangedate: '2026-01-01T00:01:00.000+0000',
    });
    expect(move(jira, '41')).toMatchObject({
      status: { name: 'Closed' },
      resolution: { name: 'Done' },
      resolutiondate: '2026-01-01T00:01:00.000+0000',
      statuscategorychangedate: '2026-01-01T00:01:00.000+0000',
    });
    expect(move(jira, '51')).toMatchObject({ status: { name: 'Active' }, resolution: null, resolutiondate: null });
    const items = historiesOf(jira).map((history) => history.items.map(({ fieldId, from, to }) => [fieldId, from, to]));
    expect(items).toEqual([
      [
        ['status', '10000', '10003'],
        ['resolution', null, '10001'],
      ],
      [['status', '10003', '10004']],
      [
        ['status', '10004', '10001'],
        ['resolution', '10001', null],
      ],
    ]);
  });

  it('takes fields and a comment along, and the resolution named', () => {
    const jira = aCase();
    const more = {
      fields: { resolution: { name: 'Fixed' }, customfield_10053: 7, assignee: { accountId: 'bob' } },
      update: { comment: [{ add: { body: aDocument('Done so'), properties: [{ key: 'k', value: true }] } }] },
    };
    expect(move(jira, '31', more)).toMatchObject({ resolution: { name: 'Fixed' } });
    expect(historiesOf(jira)).toHaveLength(1);
    expect(jira.ann.get(`${one}/comment?expand=properties`).comments[0]).toMatchObject({
      properties: [{ key: 'k', value: true }],
    });
  });

  it('that the status does not allow is refused', () => {
    const { ask } = aCase();
    for (const id of ['21', '999'])
      expect(ask('ann', 'POST', `${one}/transitions`, { transition: { id } })).toMatchObject({
        status: 400,
        body: { errorMessages: [`Transition id '${id}' is not valid for this issue.`] },
      });
  });

  it('is offered from the statuses that allow it', () => {
    const jira = aCase();
    const offered = () =>
      jira.ann
        .get(`${one}/transitions`)
        .transitions.map(({ id, name, to }: Record<string, { name: string }>) => [id, name, to?.name]);
    expect(offered()).toEqual([
      ['11', 'Start', 'Active'],
      ['31', 'Resolve', 'Resolved'],
    ]);
    move(jira, '11');
    expect(offered()).toEqual([
      ['21', 'Wait', 'Awaiting'],
      ['31', 'Resolve', 'Resolved'],
    ]);
  });
});

describe('the changelog', () => {
  function withChanges() {
    const jira = aCase();
    jira.cid.post('/rest/api/3/issue', anIncident());
    for (const [key, field] of [
      ['OPS-1', 'summary'],
      ['OPS-2', 'summary'],
      ['OPS-1', 'customfield_10051'],
      ['OPS-2', 'summary'],
    ]) {
      jira.clock.at += 1000;
      jira.ann.put(`/rest/api/3/issue/${key}`, { fields: { [`${field}`]: `at ${jira.clock.at}` } });
    }
    return jira;
  }

  it('comes by the page, oldest first, and by id', () => {
    const { ann, ask } = withChanges();
    const page = ann.get(`${one}/changelog?startAt=0&maxResults=1`);
    expect(page).toMatchObject({ startAt: 0, maxResults: 1, total: 2, isLast: false, values: [{ id: '10000' }] });
    expect(page.nextPage).toContain('startAt=1&maxResults=1');
    expect(ask('ann', 'GET', `${one}/changelog`)).toMatchObject({ points: 3, body: { isLast: true } });
    expect(ann.post(`${one}/changelog/list`, { changelogIds: [10002, 10001] }).histories).toMatchObject([
      { id: '10002' },
    ]);
  });

  it('of many issues comes oldest first, by the page, whatever the page’s size', () => {
    const { ann } = withChanges();
    const read: string[] = [];
    let nextPageToken: string | undefined;
    do {
      const page = ann.post('/rest/api/3/changelog/bulkfetch', {
        issueIdsOrKeys: ['OPS-2', '10000'],
        maxResults: 1,
        ...(nextPageToken && { nextPageToken }),
      });
      for (const log of page.issueChangeLogs)
        read.push(...log.changeHistories.map(({ id }: History) => `${log.issueId}:${id}`));
      nextPageToken = page.nextPageToken;
    } while (nextPageToken);
    expect(read).toEqual(['10000:10000', '10001:10001', '10000:10002', '10001:10003']);
  });

  it('of many issues can be narrowed to fields', () => {
    const { ask } = withChanges();
    const body = { issueIdsOrKeys: ['OPS-1', 'OPS-2'], fieldIds: ['customfield_10051'] };
    const answer = ask('ann', 'POST', '/rest/api/3/changelog/bulkfetch', body);
    expect(answer.points).toBe(2);
    expect(answer.body).toEqual({
      issueChangeLogs: [{ issueId: '10000', changeHistories: [expect.objectContaining({ id: '10002' })] }],
    });
  });
});
