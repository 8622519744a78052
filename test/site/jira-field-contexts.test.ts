import type { Json } from '../../devsite/jira/json';
import { aSiteWithATeam, contextOf, create, eventsOf, got, withSize } from '../builders/a-custom-field';

describe('a context', () => {
  test('gives a project options of its own', () => {
    const site = aSiteWithATeam();
    const { field, options } = withSize(site);
    const { status, body } = site.asApp('POST', `/field/${field}/context`, {
      name: 'Shed',
      projectIds: ['10001'],
      issueTypeIds: [],
    });
    expect({ status, body }).toMatchObject({ status: 201, body: { name: 'Shed', projectIds: ['10001'] } });
    expect(site.events.at(-1)).toMatchObject({
      eventType: 'avi:jira:created:field:context',
      body: { id: body.id, fieldId: field, fieldKey: field, projectIds: [10_001], issueTypeIds: [] },
    });
    site.asApp('POST', options.replace(/context\/\d+/, `context/${body.id}`), { options: [{ value: 'Huge' }] });
    expect(create(site, { [field]: { value: 'Huge' } }, 'SHED').status).toBe(201);
    expect(create(site, { [field]: { value: 'Huge' } }).status).toBe(400);
    expect(create(site, { [field]: { value: 'Small' } }, 'SHED').status).toBe(400);
    const mapping = site.asApp('POST', `/field/${field}/context/mapping`, {
      mappings: [
        { projectId: '10001', issueTypeId: '10000' },
        { projectId: '10000', issueTypeId: '10001' },
      ],
    });
    expect(mapping.body.values).toMatchObject([{ contextId: body.id }, { contextId: contextOf(site, field) }]);
    expect(mapping.points).toBe(3);
  });

  test('is told of project by project and type by type', () => {
    const site = aSiteWithATeam();
    const { field } = withSize(site);
    const [first] = [contextOf(site, field)];
    const { id } = site.asApp('POST', `/field/${field}/context`, {
      name: 'Both',
      projectIds: ['10001', '10000'],
      issueTypeIds: ['10001'],
    }).body;
    expect(got(site, `/field/${field}/context/projectmapping`).values).toEqual([
      { contextId: first, isGlobalContext: true },
      { contextId: id, projectId: '10000' },
      { contextId: id, projectId: '10001' },
    ]);
    expect(got(site, `/field/${field}/context/issuetypemapping?contextId=${id}`).values).toEqual([
      { contextId: id, issueTypeId: '10001' },
    ]);
    const found = (query: string) => got(site, `/field/${field}/context?${query}`).values.map((each: Json) => each.id);
    expect(found('isGlobalContext=false')).toEqual([id]);
    expect(found('isGlobalContext=true')).toEqual([first]);
    expect(found('isAnyIssueType=true')).toEqual([first]);
    expect(found(`contextId=${id}`)).toEqual([id]);
    expect(create(site, { [field]: { value: 'Small' } }, 'SHED').status).toBe(400);
  });

  test.each([
    [{ name: 'Shed', projectIds: [] }, 400],
    [{ projectIds: ['10001'] }, 400],
    [{ name: 'x'.repeat(256), projectIds: ['10001'] }, 400],
    [{ name: 'Shed', projectIds: ['99'] }, 404],
    [{ name: 'Shed', projectIds: ['10002'] }, 400],
    [{ name: 'Shed', projectIds: ['10001'], issueTypeIds: ['99'] }, 404],
    [{ name: 'Shed', projectIds: ['ten'] }, 400],
  ])('is not made of %j', (body, status) => {
    const site = aSiteWithATeam();
    const { field } = withSize(site);
    expect(site.asApp('POST', `/field/${field}/context`, body).status).toBe(status);
    expect(got(site, `/field/${field}/context`).total).toBe(1);
  });

  test('that is global stays as wide as it is', () => {
    const site = aSiteWithATeam();
    const { field } = withSize(site);
    const path = `/field/${field}/context/${contextOf(site, field)}`;
    expect(site.asApp('DELETE', path).status).toBe(400);
    expect(site.asApp('PUT', `${path}/project`, { projectIds: ['10001'] }).status).toBe(400);
    expect(site.asApp('PUT', `${path}/issuetype`, { issueTypeIds: ['10001'] }).status).toBe(400);
    expect(site.asApp('PUT', path, { name: 'All', description: 'Everywhere' }).status).toBe(204);
    expect(got(site, `/field/${field}/context`).values).toMatchObject([{ name: 'All', description: 'Everywhere' }]);
  });

  test('gains and loses projects and types', () => {
    const site = aSiteWithATeam();
    const { field } = withSize(site);
    const body = { name: 'Shed', projectIds: ['10001'], issueTypeIds: ['10000'] };
    const path = `/field/${field}/context/${site.asApp('POST', `/field/${field}/context`, body).body.id}`;
    const ask = (method: 'PUT' | 'POST', end: string, ids: Json) => site.asApp(method, `${path}/${end}`, ids).status;
    expect(ask('PUT', 'project', { projectIds: ['10001'] })).toBe(400);
    expect(ask('PUT', 'project', { projectIds: ['99'] })).toBe(404);
    expect(ask('PUT', 'project', { projectIds: [] })).toBe(400);
    expect(ask('PUT', 'project', { projectIds: ['10000'] })).toBe(204);
    expect(ask('POST', 'project/remove', { projectIds: ['10000', '10001'] })).toBe(400);
    expect(ask('POST', 'project/remove', { projectIds: ['10001'] })).toBe(204);
    expect(ask('POST', 'project/remove', { projectIds: ['10001'] })).toBe(400);
    expect(ask('PUT', 'issuetype', { issueTypeIds: ['10000'] })).toBe(400);
    expect(ask('PUT', 'issuetype', { issueTypeIds: ['10001'] })).toBe(204);
    expect(ask('POST', 'issuetype/remove', { issueTypeIds: ['10000', '10001'] })).toBe(204);
    expect(ask('POST', 'issuetype/remove', { issueTypeIds: ['10000'] })).toBe(400);
    expect(got(site, `/field/${field}/context?isGlobalContext=false`).values).toMatchObject([{ isAnyIssueType: true }]);
    expect(site.asApp('DELETE', path).status).toBe(204);
    expect(site.asApp('DELETE', path).status).toBe(404);
    expect(eventsOf(site).at(-1)).toBe('avi:jira:deleted:field:context');
  });
});

describe('a default', () => {
  test('is set, is what a new issue gets, and is taken away', () => {
    const site = aSiteWithATeam();
    const { field, ids } = withSize(site);
    const path = `/field/${field}/context/defaultValue`;
    const contextId = contextOf(site, field);
    const put = (optionId: unknown, type = 'option.single', context = contextId) =>
      site.asApp('PUT', path, { defaultValues: [{ type, contextId: context, optionId }] }).status;
    const [small] = ids();
    expect([put('99'), put(small, 'option.multiple'), put(small, 'option.single', '99')]).toEqual([404, 400, 404]);
    expect(put(small)).toBe(204);
    expect(got(site, path).values).toEqual([{ type: 'option.single', contextId, optionId: small }]);
    create(site, {});
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject({ value: 'Small' });
    expect(put(null)).toBe(204);
    expect(got(site, path).values).toEqual([]);
    expect(site.asApp('GET', '/field/customfield_10051/context/defaultValue').status).toBe(501);
  });
});
