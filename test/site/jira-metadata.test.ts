import type { Json } from '../../devsite/jira/json';
import { type AJira, aJira } from '../builders/a-jira';

/** What the app gets; fails unless it is 2xx. */
function got(site: AJira, path: string): Json {
  const { status, body } = site.asApp('GET', path);
  expect(status).toBe(200);
  return body;
}

const names = (things: readonly { name: string }[]): string[] => things.map(({ name }) => name);

describe('an app at install', () => {
  test('finds issue types, statuses, priorities and link types by name', () => {
    const site = aJira();
    expect(names(got(site, '/issuetype'))).toEqual(['Parcel', 'Letter']);
    expect(got(site, '/status')).toMatchObject([
      { name: 'Open', statusCategory: { key: 'new' } },
      { name: 'On its way', statusCategory: { key: 'indeterminate' } },
      { name: 'Delivered', statusCategory: { key: 'done' } },
    ]);
    expect(names(got(site, '/statuscategory'))).toEqual(['To Do', 'In Progress', 'Done']);
    expect(names(got(site, '/priority'))).toEqual(['Highest', 'High', 'Low']);
    expect(names(got(site, '/resolution'))).toEqual(['Done', 'Lost']);
    expect(names(got(site, '/issueLinkType').issueLinkTypes)).toEqual(['Blocks']);
    expect(names(got(site, '/statuses/search?statusCategory=DONE').values)).toEqual(['Delivered']);
    expect(names(got(site, '/statuses?id=10001')).join()).toBe('On its way');
    expect(names(got(site, '/priority/search?priorityName=high').values)).toEqual(['Highest', 'High']);
    expect(names(got(site, '/resolution/search?id=10001').values)).toEqual(['Lost']);
  });

  test('finds fields by name, and the ids of their options', () => {
    const site = aJira();
    const field = got(site, '/field').find(({ name }: { name: string }) => name === 'Colour');
    expect(field).toMatchObject({ id: 'customfield_10050', custom: true, schema: { type: 'option' } });
    const [context] = got(site, `/field/${field.id}/context`).values;
    const { values } = got(site, `/field/${field.id}/context/${context.id}/option`);
    expect(values).toEqual([
      { id: '10020', value: 'Red', disabled: false },
      { id: '10021', value: 'Green', disabled: false },
      { id: '10022', value: 'Blue', disabled: false },
    ]);
    expect(names(got(site, '/field/search?type=custom&query=col').values)).toEqual(['Collected', 'Colour']);
  });

  test('finds its own field by the key of the module that declares it', () => {
    const field = got(aJira(), '/field').find(({ key }: { key: string }) => key.endsWith('/static/parcel-due'));
    expect(field.key).toMatch(
      /^ari:cloud:ecosystem::extension\/11111111-2222-4333-8444-555555555555\/[0-9a-f-]{36}\/static\/parcel-due$/,
    );
    expect(field).toMatchObject({ name: 'Parcel due', schema: { type: 'datetime', custom: field.key } });
  });

  test('finds projects with their leads, types and statuses', () => {
    const site = aJira();
    const { values, total, isLast } = got(site, '/project/search?expand=lead&startAt=1&maxResults=1');
    expect({ values, total, isLast }).toMatchObject({
      total: 2,
      isLast: true,
      values: [{ key: 'SHED', lead: { accountId: 'bob' } }],
    });
    expect(got(site, '/project/post')).toMatchObject({ id: '10000', key: 'POST', lead: { accountId: 'ada' } });
    expect(names(got(site, '/project/POST').issueTypes)).toEqual(['Parcel', 'Letter']);
    expect(names(got(site, '/project/SHED/statuses'))).toEqual(['Parcel']);
    expect(names(got(site, '/issuetype/project?projectId=10001'))).toEqual(['Parcel']);
  });

  test('follows a list from page to page', () => {
    const site = aJira();
    const { nextPage } = got(site, '/project/search?expand=lead&maxResults=1');
    const next = got(site, nextPage.slice(nextPage.indexOf('/project/')));
    expect(next).toMatchObject({
      startAt: 1,
      maxResults: 1,
      isLast: true,
      values: [{ key: 'SHED', lead: { accountId: 'bob' } }],
    });
    expect(next.nextPage).toBeUndefined();
  });

  test('learns which fields an issue is created with', () => {
    const site = aJira();
    expect(names(got(site, '/issue/createmeta/POST/issuetypes').issueTypes)).toEqual(['Parcel', 'Letter']);
    const { fields } = got(site, '/issue/createmeta/POST/issuetypes/10000');
    expect(names(fields)).toEqual(expect.arrayContaining(['Summary', 'Priority', 'Colour']));
    expect(names(fields)).not.toContain('Parcel due');
    expect(fields.find(({ name }: { name: string }) => name === 'Colour').allowedValues).toHaveLength(3);
  });
});

describe('people and groups', () => {
  test('are read one by one, and cost two points each', () => {
    const site = aJira();
    const { body, points } = site.asApp('GET', '/user?accountId=ada&expand=groups');
    expect(body).toMatchObject({
      displayName: 'Ada Byron',
      timeZone: 'Europe/Berlin',
      groups: { size: 2, items: [{ name: 'admins' }, { name: 'staff' }] },
    });
    expect(points).toBe(3);
    expect(site.asApp('GET', '/user?accountId=zoe').status).toBe(404);
    expect(site.jira.as('bob').get('/rest/api/3/myself')).toMatchObject({ accountId: 'bob' });
  });

  test('are searched by the beginnings of their names', () => {
    const site = aJira();
    const people = (path: string) => got(site, path).map(({ accountId }: { accountId: string }) => accountId);
    expect(people('/user/search?query=sto')).toEqual(['bob']);
    expect(people('/user/assignable/search?project=POST&query=ad')).toEqual(['ada']);
    expect(people('/users/search')).toEqual(expect.arrayContaining(['ada', 'bob', 'cleo', 'the-app']));
    expect(names(got(site, '/groups/picker?query=adm').groups)).toEqual(['admins']);
    expect(names(got(site, '/group/bulk?groupName=staff').values)).toEqual(['staff']);
  });

  test('of a group are shown to administrators alone', () => {
    const site = aJira();
    const { values } = site.jira.as('ada').get('/rest/api/3/group/member?groupname=staff');
    expect(values).toHaveLength(2);
    expect(site.asPerson('bob', 'GET', '/group/member?groupname=staff').status).toBe(403);
  });

  test('stand in the roles of a project', () => {
    const site = aJira();
    const roles = got(site, '/project/POST/role');
    expect(Object.keys(roles)).toEqual(['atlassian-addons-project-access', 'Clerks', 'Guests']);
    const id = roles.Guests.split('/').at(-1);
    expect(got(site, `/project/POST/role/${id}`).actors).toMatchObject([
      { displayName: 'Cleo Reed', actorUser: { accountId: 'cleo' } },
    ]);
    expect(names(got(site, '/role'))).toEqual(['atlassian-addons-project-access', 'Clerks', 'Guests']);
  });
});

describe('permissions', () => {
  const anIssue = (site: AJira): number =>
    Number(
      site.jira.as('ada').post('/rest/api/3/issue', {
        fields: {
          project: { key: 'POST' },
          issuetype: { name: 'Parcel' },
          summary: 'x',
          reporter: { accountId: 'cleo' },
        },
      }).id,
    );

  const checkFor = (accountId: string, issue: number) => ({
    accountId,
    globalPermissions: ['ADMINISTER'],
    projectPermissions: [{ permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'], issues: [issue, 999], projects: [10_000] }],
  });

  test('of anyone are told to the app', () => {
    const site = aJira();
    const { status, body, points } = site.asApp('POST', '/permissions/check', checkFor('cleo', anIssue(site)));
    expect({ status, points }).toEqual({ status: 200, points: 5 });
    expect(body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', projects: [], issues: [10_000] },
        { permission: 'EDIT_ISSUES', projects: [], issues: [] },
      ],
    });
  });

  test('of others are told to administrators, and to no one else', () => {
    const site = aJira();
    const issue = anIssue(site);
    expect(site.asPerson('ada', 'POST', '/permissions/check', checkFor('bob', issue)).status).toBe(200);
    expect(site.asPerson('bob', 'POST', '/permissions/check', checkFor('ada', issue)).status).toBe(403);
    expect(site.asPerson('bob', 'POST', '/permissions/check', checkFor('bob', issue)).status).toBe(200);
  });

  test.each([
    [{ accountId: 'zoe' }],
    [{ globalPermissions: ['FLY'] }],
    [{ projectPermissions: 'EDIT_ISSUES' }],
    [{ projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: ['POST-1'] }] }],
    [{ projectPermissions: [{ permissions: ['FLY'] }] }],
    [{ projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: Array.from({ length: 1_001 }, (_, id) => id) }] }],
  ])('are not told for %j', (ask) => {
    expect(aJira().asApp('POST', '/permissions/check', ask).status).toBe(400);
  });

  test('of oneself hold for an issue, a project or anywhere', () => {
    const site = aJira();
    const id = anIssue(site);
    const mine = (who: string, where: string) =>
      site.jira.as(who).get(`/rest/api/3/mypermissions?permissions=EDIT_ISSUES,ADMINISTER${where}`).permissions;
    expect(mine('ada', `&issueId=${id}`)).toMatchObject({
      EDIT_ISSUES: { havePermission: true },
      ADMINISTER: { havePermission: true },
    });
    expect(mine('bob', '&projectKey=POST')).toMatchObject({
      EDIT_ISSUES: { havePermission: true },
      ADMINISTER: { havePermission: false },
    });
    expect(mine('cleo', '')).toMatchObject({ EDIT_ISSUES: { havePermission: false } });
  });
});
