import { type AJira, aJira } from '../builders/a-jira';

const due = 'customfield_10500';
const when = '2026-03-04T10:00:00.123Z';

function withIssue(): AJira {
  const site = aJira();
  site.jira.as('ada').post('/rest/api/3/issue', {
    fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'x' },
  });
  site.events.length = 0;
  site.now += 60_000;
  return site;
}

const read = (site: AJira) => site.jira.as('ada').get('/rest/api/3/issue/POST-1?fields=updated,*all&expand=changelog');

const write = (site: AJira, field: string, value: unknown, query = '') =>
  site.asApp('PUT', `/app/field/${field}/value${query}`, { updates: [{ issueIds: [10_000], value }] });

describe('a field of the app', () => {
  test('is set by the app, to the second', () => {
    const site = withIssue();
    expect(write(site, due, when)).toMatchObject({ status: 204, points: 1 });
    expect(read(site).fields[due]).toBe('2026-03-04T10:00:00.000+0000');
  });

  test('is set by the key of its module as well', () => {
    const site = withIssue();
    const { key } = site.jira
      .as('ada')
      .get('/rest/api/3/field')
      .find(({ id }: { id: string }) => id === due);
    expect(write(site, encodeURIComponent(key), when).status).toBe(204);
  });

  test('leaves a history and an event, unless told not to', () => {
    const site = withIssue();
    const before = read(site);
    write(site, due, when, '?generateChangelog=false');
    expect(read(site).changelog.total).toBe(0);
    expect(read(site).fields.updated).toBe(before.fields.updated);
    expect(site.events).toEqual([]);
    write(site, due, '2026-03-05T10:00:00.000Z');
    expect(read(site).changelog.total).toBe(1);
    expect(read(site).fields.updated).not.toBe(before.fields.updated);
    expect(site.events).toMatchObject([{ eventType: 'avi:jira:updated:issue', actor: 'the-app' }]);
  });

  test('is emptied by null', () => {
    const site = withIssue();
    write(site, due, when);
    write(site, due, null);
    expect(read(site).fields[due]).toBeNull();
  });

  test('is found by JQL', () => {
    const site = withIssue();
    write(site, due, when, '?generateChangelog=false');
    site.now += 60_000;
    const search = (jql: string) => site.jira.as('ada').post('/rest/api/3/search/jql', { jql }).issues;
    expect(search('"Parcel due" >= "2026-03-04"')).toHaveLength(1);
    expect(search('"Parcel due" < now()')).toEqual([]);
  });

  test('is set with others, all or none', () => {
    const site = withIssue();
    const note = 'customfield_10501';
    const several = (value: unknown) =>
      site.asApp('POST', '/app/field/value', {
        updates: [
          { customField: note, issueIds: [10_000], value: 'Ring twice' },
          { customField: due, issueIds: [10_000], value },
        ],
      }).status;
    expect(several('tomorrow')).toBe(400);
    expect(read(site).fields[note]).toBeNull();
    expect(several(when)).toBe(204);
    expect(read(site).fields[note]).toBe('Ring twice');
  });

  test.each([
    ['another field', 'customfield_10051', 1, 403],
    ['a field that is not there', 'customfield_1', 1, 404],
    ['a value of another type', due, 7, 400],
  ])('is not %s', (_, field, value, status) => {
    expect(write(withIssue(), field, value).status).toBe(status);
  });

  test('is not written by people, whichever way', () => {
    const site = withIssue();
    const path = `/app/field/${due}/value`;
    expect(site.asPerson('ada', 'PUT', path, { updates: [{ issueIds: [10_000], value: when }] }).status).toBe(403);
    expect(site.asPerson('ada', 'PUT', '/issue/POST-1', { fields: { [due]: when } }).status).toBe(400);
  });

  test('is not written on an issue that is not there', () => {
    const body = { updates: [{ issueIds: [10_000, 77], value: when }] };
    const site = withIssue();
    expect(site.asApp('PUT', `/app/field/${due}/value`, body).status).toBe(404);
    expect(read(site).fields[due]).toBeNull();
  });
});

describe('a mail about an issue', () => {
  const send = (site: AJira, body: unknown) => site.asApp('POST', '/issue/POST-1/notify', body);
  const to = { reporter: true, assignee: true, users: [{ accountId: 'cleo' }], groups: [{ name: 'staff' }] };

  test('reaches each recipient once, and only those who may see the issue', () => {
    const site = withIssue();
    expect(send(site, { subject: 'Late', textBody: 'It is late.', to })).toMatchObject({ status: 204, points: 1 });
    expect(site.jira.mailbox()).toEqual([
      {
        id: 1,
        at: site.now,
        issueId: '10000',
        issueKey: 'POST-1',
        from: 'the-app',
        to: ['ada', 'bob'],
        subject: 'Late',
        text: 'It is late.',
      },
    ]);
  });

  test('has a subject of its own, and text out of its HTML', () => {
    const site = withIssue();
    send(site, { htmlBody: '<p>It is <b>late</b>.</p>', to: { reporter: true } });
    expect(site.jira.mailbox()).toMatchObject([{ subject: '(POST-1) x', text: 'It is late.' }]);
  });

  test('is kept to the groups and permissions it is restricted to', () => {
    const site = withIssue();
    send(site, { to, restrict: { groups: [{ name: 'admins' }], permissions: [{ key: 'BROWSE_PROJECTS' }] } });
    send(site, { to: { users: [{ accountId: 'cleo' }] } });
    expect(site.jira.mailbox()).toMatchObject([{ to: ['ada'] }]);
  });

  test.each([
    [{ subject: 'To whom?' }, 400],
    [{ to: { users: [{ accountId: 'zoe' }] } }, 400],
    [{ to: { users: 'ada' } }, 400],
    [{ to: { reporter: true }, subject: 1 }, 400],
    [{ to: { groups: [{ name: 'nobody' }] } }, 400],
    [{ to: { pigeons: true } }, 501],
  ])('is refused for %j', (body, status) => {
    expect(send(withIssue(), body).status).toBe(status);
  });

  test('is refused to whoever may not see the issue', () => {
    const site = withIssue();
    expect(site.asPerson('cleo', 'POST', '/issue/POST-1/notify', { to }).status).toBe(404);
  });
});
