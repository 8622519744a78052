import type { Json } from '../../devsite/jira/json';
import { type AJira, aJira } from '../builders/a-jira';
import { aSeedWithATeam } from '../builders/a-team-project';

const aSite = (): AJira => aJira({ seed: aSeedWithATeam });

/** What the app gets; fails unless it is 2xx. */
function got(site: AJira, path: string): Json {
  const { status, body } = site.asApp('GET', path);
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body;
}

const idOf = (site: AJira, name: string): string => got(site, '/issuetype').find((type: Json) => type.name === name).id;

const make = (site: AJira, body: unknown): Json => site.asApp('POST', '/issuetype', body).body;

const anIssue = (site: AJira, issuetype: string, project = 'POST'): Json =>
  site.asPerson('ada', 'POST', '/issue', {
    fields: { project: { key: project }, issuetype: { name: issuetype }, summary: 'x' },
  });

const schemeOf = (site: AJira, projectId: number): Json =>
  got(site, `/issuetypescheme/project?projectId=${projectId}`).values[0].issueTypeScheme;

describe('an issue type', () => {
  test('is made, read, renamed and deleted, and apps hear of it', () => {
    const site = aSite();
    const { status, body } = site.asApp('POST', '/issuetype', { name: 'Crate', description: 'Big', type: 'standard' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { name: 'Crate', description: 'Big', subtask: false, hierarchyLevel: 0 },
    });
    expect(site.asApp('PUT', `/issuetype/${body.id}`, { name: 'Box' })).toMatchObject({
      status: 200,
      body: { id: body.id, name: 'Box', description: 'Big' },
    });
    expect(got(site, `/issuetype/${body.id}`).name).toBe('Box');
    expect(site.asApp('DELETE', `/issuetype/${body.id}`).status).toBe(204);
    expect(site.asApp('GET', `/issuetype/${body.id}`).status).toBe(404);
    expect(site.events.map(({ eventType }) => eventType)).toEqual([
      'avi:jira:created:issuetype',
      'avi:jira:updated:issuetype',
      'avi:jira:deleted:issuetype',
    ]);
    expect(site.events[1]?.body).toMatchObject({
      issueType: { id: body.id, name: 'Box' },
      atlassianId: 'the-app',
      timestamp: String(site.now),
    });
  });

  test('may be one of subtasks', () => {
    expect(make(aSite(), { name: 'Part', hierarchyLevel: -1 })).toMatchObject({ subtask: true, hierarchyLevel: -1 });
  });

  test.each([
    [{}, 400],
    [{ name: ' ' }, 400],
    [{ name: 'x'.repeat(61) }, 400],
    [{ name: 'pARCEL' }, 409],
    [{ name: 'Crate', hierarchyLevel: 1 }, 400],
    [{ name: 'Crate', type: 'epic' }, 400],
    [{ name: 'Crate', avatarId: 1 }, 501],
  ])('is not made of %j', (body, status) => {
    const site = aSite();
    expect(site.asApp('POST', '/issuetype', body).status).toBe(status);
    expect(got(site, '/issuetype')).toHaveLength(3);
  });

  test('may be called as a type of a team-managed project is', () => {
    expect(make(aSite(), { name: 'Idea' })).toMatchObject({ name: 'Idea' });
  });

  test('does not take the name of another', () => {
    const site = aSite();
    const path = `/issuetype/${idOf(site, 'Letter')}`;
    expect(site.asApp('PUT', path, { name: 'Parcel' }).status).toBe(409);
    expect(site.asApp('PUT', path, { name: 'Letter', description: 'Thin' }).body.description).toBe('Thin');
  });

  test('of a team-managed project carries its scope and is changed in the project alone', () => {
    const site = aSite();
    const id = idOf(site, 'Idea');
    expect(got(site, `/issuetype/${id}`).scope).toEqual({ type: 'PROJECT', project: { id: '10002' } });
    expect(site.asApp('PUT', `/issuetype/${id}`, { name: 'Thought' }).status).toBe(400);
    expect(site.asApp('DELETE', `/issuetype/${id}`).status).toBe(400);
  });

  test('is an administrator’s to make and shown to those who see a project that has it', () => {
    const site = aSite();
    expect(site.asPerson('bob', 'POST', '/issuetype', { name: 'Crate' }).status).toBe(403);
    const crate = make(site, { name: 'Crate' }).id;
    expect(site.asPerson('bob', 'GET', `/issuetype/${crate}`).status).toBe(404);
    expect(site.asPerson('bob', 'GET', `/issuetype/${idOf(site, 'Letter')}`).status).toBe(200);
    expect(site.asPerson('bob', 'GET', '/issuetype').body).toHaveLength(3);
    expect(site.asApp('POST', '/issuetype', { name: 'Box' }, ['read:jira-work']).status).toBe(403);
  });

  test('that issues have goes only for another', () => {
    const site = aSite();
    anIssue(site, 'Letter');
    const [letter, parcel] = [idOf(site, 'Letter'), idOf(site, 'Parcel')];
    const part = make(site, { name: 'Part', type: 'subtask' }).id;
    const remove = (alternative?: string) =>
      site.asApp('DELETE', `/issuetype/${letter}${alternative ? `?alternativeIssueTypeId=${alternative}` : ''}`).status;
    expect([remove(), remove('99'), remove(letter), remove(part)]).toEqual([404, 404, 409, 409]);
    expect(got(site, `/issuetype/${letter}/alternatives`).map(({ name }: Json) => name)).toEqual(['Parcel']);
    expect(remove(parcel)).toBe(204);
    expect(got(site, '/issue/POST-1').fields.issuetype.id).toBe(parcel);
    expect(got(site, '/project/POST').issueTypes.map(({ name }: Json) => name)).toEqual(['Parcel']);
  });

  test('keeps properties', () => {
    const site = aSite();
    const path = `/issuetype/${idOf(site, 'Parcel')}/properties`;
    expect(site.asApp('PUT', `${path}/stamp`, { red: true }).status).toBe(201);
    expect(site.asApp('PUT', `${path}/stamp`, { red: false }).status).toBe(200);
    expect(got(site, `${path}/stamp`)).toEqual({ key: 'stamp', value: { red: false } });
    expect(got(site, path).keys).toMatchObject([{ key: 'stamp' }]);
    expect(site.asPerson('bob', 'PUT', `${path}/stamp`, 1).status).toBe(403);
    expect(site.asApp('DELETE', `${path}/stamp`).status).toBe(204);
    expect(site.asApp('GET', `${path}/stamp`).status).toBe(404);
    expect(site.asApp('GET', '/issuetype/99/properties').status).toBe(404);
  });
});

describe('an issue type scheme', () => {
  test('that holds every type is there from the start, and gets each new one', () => {
    const site = aSite();
    const crate = make(site, { name: 'Crate' }).id;
    const [scheme] = got(site, '/issuetypescheme').values;
    expect(scheme).toMatchObject({ id: '10000', isDefault: true });
    const items = got(site, '/issuetypescheme/mapping?issueTypeSchemeId=10000').values;
    expect(items.map(({ issueTypeId }: Json) => issueTypeId)).toEqual(['10000', '10001', crate]);
    expect(site.asApp('DELETE', '/issuetypescheme/10000').status).toBe(400);
    expect(site.asApp('DELETE', `/issuetypescheme/10000/issuetype/${crate}`).status).toBe(400);
  });

  test('gives a project its types', () => {
    const site = aSite();
    const crate = make(site, { name: 'Crate' }).id;
    const { status, body } = site.asApp('POST', '/issuetypescheme', {
      name: 'Heavy',
      issueTypeIds: [crate, '10000'],
      defaultIssueTypeId: crate,
    });
    expect(status).toBe(201);
    const scheme = body.issueTypeSchemeId;
    const ask = { issueTypeSchemeId: scheme, projectId: '10001' };
    expect(anIssue(site, 'Crate', 'SHED').status).toBe(400);
    expect(site.asApp('PUT', '/issuetypescheme/project', ask).status).toBe(204);
    expect(anIssue(site, 'Crate', 'SHED').status).toBe(201);
    expect(got(site, '/project/SHED').issueTypes.map(({ name }: Json) => name)).toEqual(['Crate', 'Parcel']);
    expect(schemeOf(site, 10_001)).toEqual({ id: scheme, name: 'Heavy', defaultIssueTypeId: crate });
    expect(got(site, `/issuetypescheme?id=${scheme}&expand=projects`).values[0].projects).toMatchObject({
      total: 1,
      values: [{ key: 'SHED' }],
    });
    expect(site.asApp('DELETE', `/issuetypescheme/${scheme}`).status).toBe(400);
    expect(site.asApp('DELETE', `/issuetypescheme/${scheme}/issuetype/${crate}`).status).toBe(400);
  });

  test('gains, orders and loses types', () => {
    const site = aSite();
    const crate = make(site, { name: 'Crate' }).id;
    const { id } = schemeOf(site, 10_000);
    const path = `/issuetypescheme/${id}/issuetype`;
    const types = () => got(site, '/project/POST').issueTypes.map(({ name }: Json) => name);
    expect(site.asApp('PUT', path, { issueTypeIds: [crate] }).status).toBe(204);
    expect(site.asApp('PUT', path, { issueTypeIds: [crate] }).status).toBe(400);
    expect(site.asApp('PUT', path, { issueTypeIds: ['99'] }).status).toBe(404);
    expect(site.asApp('PUT', `${path}/move`, { issueTypeIds: [crate], position: 'First' }).status).toBe(204);
    expect(types()).toEqual(['Crate', 'Parcel', 'Letter']);
    expect(site.asApp('PUT', `${path}/move`, { issueTypeIds: ['10000'], after: '10001' }).status).toBe(204);
    expect(types()).toEqual(['Crate', 'Letter', 'Parcel']);
    expect(site.asApp('PUT', `${path}/move`, { issueTypeIds: ['10000'], after: '10000' }).status).toBe(400);
    expect(site.asApp('PUT', `${path}/move`, { issueTypeIds: ['10000'] }).status).toBe(400);
    expect(site.asApp('DELETE', `${path}/${crate}`).status).toBe(204);
    expect(site.asApp('DELETE', `${path}/${crate}`).status).toBe(404);
    expect(site.asApp('DELETE', `${path}/10000`).status).toBe(204);
    expect(site.asApp('DELETE', `${path}/10001`).status).toBe(400);
    expect(types()).toEqual(['Letter']);
  });

  test.each([
    [{ name: 'Heavy' }, 400],
    [{ name: 'Heavy', issueTypeIds: [] }, 400],
    [{ name: 'Heavy', issueTypeIds: ['99'] }, 400],
    [{ name: 'Heavy', issueTypeIds: ['10000', '10000'] }, 400],
    [{ name: 'Heavy', issueTypeIds: ['10002'] }, 400],
    [{ name: 'Heavy', issueTypeIds: ['10000'], defaultIssueTypeId: '10001' }, 400],
    [{ name: 'default issue type scheme', issueTypeIds: ['10000'] }, 409],
    [{ name: 'x'.repeat(256), issueTypeIds: ['10000'] }, 400],
  ])('is not made of %j', (body, status) => {
    expect(aSite().asApp('POST', '/issuetypescheme', body).status).toBe(status);
  });

  test('is not given to a project whose issues it has no type for, nor to one that its team manages', () => {
    const site = aSite();
    anIssue(site, 'Letter');
    const body = { name: 'Parcels', issueTypeIds: ['10000'] };
    const { issueTypeSchemeId } = site.asApp('POST', '/issuetypescheme', body).body;
    const give = (projectId: string, schemeId = issueTypeSchemeId) =>
      site.asApp('PUT', '/issuetypescheme/project', { issueTypeSchemeId: schemeId, projectId }).status;
    expect([give('10000'), give('10002'), give('99'), give('10001', '99')]).toEqual([400, 400, 404, 404]);
    expect(got(site, '/issuetypescheme/project?projectId=10002').values).toEqual([]);
  });

  test('is renamed, and deleted where no project has it', () => {
    const site = aSite();
    const { issueTypeSchemeId: id } = site.asApp('POST', '/issuetypescheme', {
      name: 'Heavy',
      issueTypeIds: ['10000'],
    }).body;
    const path = `/issuetypescheme/${id}`;
    expect(site.asApp('PUT', path, { name: 'Default Issue Type Scheme' }).status).toBe(400);
    expect(site.asApp('PUT', path, { name: 'Light', defaultIssueTypeId: '10000' }).status).toBe(204);
    expect(got(site, '/issuetypescheme?queryString=ligh').values).toMatchObject([{ id, defaultIssueTypeId: '10000' }]);
    expect(site.asPerson('bob', 'DELETE', path).status).toBe(403);
    expect(site.asApp('DELETE', path).status).toBe(204);
    expect(site.asApp('DELETE', path).status).toBe(404);
  });
});
