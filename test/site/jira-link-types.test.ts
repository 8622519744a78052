import type { Json } from '../../devsite/jira/json';
import { type AJira, aJira } from '../builders/a-jira';

/** What the app gets; fails unless it is 2xx. */
function got(site: AJira, path: string): Json {
  const { status, body } = site.asApp('GET', path);
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body;
}

const names = (things: readonly { name: string }[]): string[] => things.map(({ name }) => name);

const anIssue = (site: AJira): string =>
  site.asPerson('ada', 'POST', '/issue', {
    fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'x' },
  }).body.key;

describe('a link type', () => {
  const cause = { name: 'Causes', inward: 'is caused by', outward: 'causes' };

  test('is made, can be linked by, renamed and deleted with its links', () => {
    const site = aJira();
    const [one, other] = [anIssue(site), anIssue(site)];
    const { status, body } = site.asApp('POST', '/issueLinkType', cause);
    expect({ status, body }).toMatchObject({ status: 201, body: cause });
    const link = { type: { name: 'Causes' }, inwardIssue: { key: one }, outwardIssue: { key: other } };
    expect(site.asPerson('ada', 'POST', '/issueLink', link).status).toBe(201);
    const path = `/issueLinkType/${body.id}`;
    expect(site.asApp('PUT', path, { outward: 'brings about' }).body).toEqual({ ...body, outward: 'brings about' });
    expect(got(site, path).outward).toBe('brings about');
    expect(got(site, `/issue/${one}`).fields.issuelinks).toMatchObject([{ type: { outward: 'brings about' } }]);
    expect(site.asApp('DELETE', path).status).toBe(204);
    expect(got(site, `/issue/${one}`).fields.issuelinks).toEqual([]);
    expect(site.asApp('GET', path).status).toBe(404);
  });

  test('carries a comment to the issue that it leads to', () => {
    const site = aJira();
    const [one, other] = [anIssue(site), anIssue(site)];
    const comment = { body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [] }] } };
    const link = { type: { name: 'Blocks' }, inwardIssue: { key: one }, outwardIssue: { key: other }, comment };
    expect(site.asPerson('ada', 'POST', '/issueLink', link).status).toBe(201);
    expect(got(site, `/issue/${other}/comment`).comments).toMatchObject([{ author: { accountId: 'ada' }, ...comment }]);
    expect(got(site, `/issue/${one}/comment`).total).toBe(0);
    expect(site.asPerson('ada', 'POST', '/issueLink', { ...link, comment: { body: 'x' } }).status).toBe(400);
  });

  test.each([
    [{ ...cause, name: 'blocks' }, 404],
    [{ ...cause, name: '' }, 400],
    [{ ...cause, inward: undefined }, 400],
    [{ ...cause, outward: ' ' }, 400],
    [{ ...cause, id: '7' }, 501],
  ])('is not made of %j', (body, status) => {
    const site = aJira();
    expect(site.asApp('POST', '/issueLinkType', body).status).toBe(status);
    expect(got(site, '/issueLinkType').issueLinkTypes).toHaveLength(1);
  });

  test('is not there for others to change', () => {
    const site = aJira();
    const [{ id }] = got(site, '/issueLinkType').issueLinkTypes;
    expect(site.asPerson('bob', 'POST', '/issueLinkType', cause).status).toBe(404);
    expect(site.asPerson('bob', 'PUT', `/issueLinkType/${id}`, cause).status).toBe(404);
    expect(site.asPerson('bob', 'DELETE', `/issueLinkType/${id}`).status).toBe(404);
    expect(site.asPerson('bob', 'GET', `/issueLinkType/${id}`).status).toBe(200);
    expect(site.asApp('DELETE', '/issueLinkType/blocks').status).toBe(400);
    expect(site.asApp('DELETE', '/issueLinkType/77').status).toBe(404);
  });
});

describe('a priority', () => {
  const iconUrl = '/images/icons/priorities/major.png';
  const urgent = { name: 'Urgent', description: 'Now', statusColor: '#ff0000', iconUrl };

  test('is made last, changed, and moved', () => {
    const site = aJira();
    const { status, body } = site.asApp('POST', '/priority', urgent);
    expect(status).toBe(201);
    expect(names(got(site, '/priority'))).toEqual(['Highest', 'High', 'Low', 'Urgent']);
    expect(site.asApp('PUT', `/priority/${body.id}`, { description: 'At once' }).status).toBe(204);
    expect(got(site, `/priority/${body.id}`)).toMatchObject({
      name: 'Urgent',
      description: 'At once',
      statusColor: '#ff0000',
      iconUrl: expect.stringContaining(iconUrl),
    });
    expect(site.asApp('PUT', '/priority/move', { ids: [body.id], position: 'First' }).status).toBe(204);
    expect(names(got(site, '/priority'))).toEqual(['Urgent', 'Highest', 'High', 'Low']);
    expect(site.asApp('PUT', '/priority/move', { ids: [body.id], after: '1' }).status).toBe(204);
    expect(names(got(site, '/priority'))).toEqual(['Highest', 'Urgent', 'High', 'Low']);
    expect(names(got(site, '/priority/search?priorityName=urg').values)).toEqual(['Urgent']);
  });

  test.each([
    ['POST', '', { ...urgent, name: 'HIGH' }, 400],
    ['POST', '', { ...urgent, name: 'x'.repeat(61) }, 400],
    ['POST', '', { ...urgent, statusColor: 'red' }, 400],
    ['POST', '', { name: 'Urgent', iconUrl }, 400],
    ['POST', '', { ...urgent, iconUrl: undefined }, 400],
    ['POST', '', { ...urgent, iconUrl: '/images/cat.png' }, 400],
    ['POST', '', { ...urgent, avatarId: 1 }, 501],
    ['POST', '', { ...urgent, description: 'x'.repeat(256) }, 400],
    ['PUT', '/1', {}, 400],
    ['PUT', '/1', { name: 'Low' }, 400],
    ['PUT', '/77', { name: 'Urgent' }, 404],
    ['PUT', '/move', { ids: ['77'], position: 'First' }, 404],
    ['PUT', '/move', { ids: ['1'], position: 'Middle' }, 400],
    ['PUT', '/move', { ids: ['1'], position: 'First', after: '2' }, 400],
  ] as const)('is not changed by %s %s %j', (method, path, body, status) => {
    const site = aJira();
    expect(site.asApp(method, `/priority${path}`, body).status).toBe(status);
    expect(names(got(site, '/priority'))).toEqual(['Highest', 'High', 'Low']);
  });

  test('is an administrator’s to make', () => {
    expect(aJira().asPerson('bob', 'POST', '/priority', urgent).status).toBe(403);
  });
});

describe('priority schemes', () => {
  test('are one, with every priority for every project', () => {
    const site = aJira();
    const [scheme, ...others] = got(site, '/priorityscheme?expand=priorities,projects').values;
    expect(others).toEqual([]);
    expect(scheme).toMatchObject({ id: '1', isDefault: true, priorities: { total: 3 }, projects: { total: 2 } });
    expect(names(got(site, '/priorityscheme/1/priorities').values)).toEqual(['Highest', 'High', 'Low']);
    expect(names(got(site, '/priorityscheme/1/projects?query=shed').values)).toEqual(['The shed']);
    expect(got(site, '/priorityscheme?schemeId=2').values).toEqual([]);
    expect(got(site, '/priorityscheme?priorityId=77').values).toEqual([]);
    expect(site.asApp('GET', '/priorityscheme/2/priorities').status).toBe(404);
    expect(site.asApp('POST', '/priorityscheme', { name: 'Two' }).status).toBe(501);
  });
});

describe('a resolution', () => {
  test('is made, changed, and replaced when it is deleted', () => {
    const site = aJira();
    const { status, body } = site.asApp('POST', '/resolution', { name: 'Stolen', description: 'Gone' });
    expect(status).toBe(201);
    const path = `/resolution/${body.id}`;
    expect(site.asApp('PUT', path, { name: 'Taken' }).status).toBe(204);
    expect(got(site, path)).toMatchObject({ name: 'Taken', description: 'Gone' });
    anIssue(site);
    const set = { transition: { id: '31' }, fields: { resolution: { name: 'Taken' } } };
    const transitions = site.asPerson('ada', 'GET', '/issue/POST-1/transitions').body.transitions;
    set.transition.id = transitions.find(({ name }: Json) => name === 'Deliver').id;
    expect(site.asPerson('ada', 'POST', '/issue/POST-1/transitions', set).status).toBe(204);
    expect([site.asApp('DELETE', path).status, site.asApp('DELETE', `${path}?replaceWith=77`).status]).toEqual([
      400, 404,
    ]);
    expect(site.asApp('DELETE', `${path}?replaceWith=10001`).status).toBe(303);
    expect(got(site, '/issue/POST-1').fields.resolution).toMatchObject({ name: 'Lost' });
    expect(names(got(site, '/resolution'))).toEqual(['Done', 'Lost']);
  });

  test.each([
    ['POST', '', { name: 'done' }, 400],
    ['POST', '', {}, 400],
    ['PUT', '/10000', { name: 'Lost' }, 400],
    ['PUT', '/10000', { description: 'x' }, 400],
    ['PUT', '/77', { name: 'x' }, 404],
  ] as const)('is not changed by %s %s %j', (method, path, body, status) => {
    const site = aJira();
    expect(site.asApp(method, `/resolution${path}`, body).status).toBe(status);
    expect(site.asPerson('bob', method, `/resolution${path}`, body).status).toBe(403);
  });
});

describe('labels', () => {
  test('are those that issues have, each once', () => {
    const site = aJira();
    for (const labels of [['wet', 'cold'], ['cold']])
      site.asPerson('ada', 'POST', '/issue', {
        fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'x', labels },
      });
    expect(got(site, '/label')).toMatchObject({ total: 2, maxResults: 1_000, values: ['cold', 'wet'] });
  });
});
