import { aSmallJira, type SmallJira } from '../builders/a-small-jira';

const path = '/rest/api/3/dashboard';
const alone = { name: 'Wall', description: 'In the hall', sharePermissions: [], editPermissions: [] };
const everybody = [{ type: 'authenticated' }];

const anns = (jira: SmallJira, changed: object = {}): string => jira.ann.post(path, { ...alone, ...changed }).id;

const tally = (jira: SmallJira): string => jira.ann.get(`${path}/gadgets`).gadgets[0].moduleKey;

const added = (jira: SmallJira, dashboard: string, body: object = {}): number =>
  jira.ann.post(`${path}/${dashboard}/gadget`, { moduleKey: tally(jira), ...body }).id;

const standing = (jira: SmallJira, dashboard: string) =>
  jira.ann
    .get(`${path}/${dashboard}/gadget`)
    .gadgets.map(({ title, position }: { title: string; position: { column: number; row: number } }) => [
      title,
      position.column,
      position.row,
    ]);

describe('a dashboard', () => {
  test('is its owner’s until it is shared', () => {
    const jira = aSmallJira();
    const id = anns(jira);
    expect(jira.ask('bob', 'GET', `${path}/${id}`).status).toBe(404);
    jira.ann.put(`${path}/${id}`, { ...alone, sharePermissions: everybody });
    expect(jira.bob.get(`${path}/${id}`)).toMatchObject({
      name: 'Wall',
      isWritable: false,
      owner: { accountId: 'ann' },
    });
  });

  test('is changed and deleted by its owner alone', () => {
    const jira = aSmallJira();
    const id = anns(jira, { sharePermissions: everybody });
    expect(jira.ask('bob', 'PUT', `${path}/${id}`, alone).status).toBe(400);
    expect(jira.ask('bob', 'DELETE', `${path}/${id}`).status).toBe(400);
    jira.ann.put(`${path}/${id}`, { ...alone, name: 'Screen' });
    expect(jira.ann.get(`${path}/${id}`).name).toBe('Screen');
    jira.ann.delete(`${path}/${id}`);
    expect(jira.ask('ann', 'GET', `${path}/${id}`).status).toBe(404);
  });

  test('needs a name and says with whom it is shared', () => {
    const jira = aSmallJira();
    expect(jira.ask('ann', 'POST', path, { ...alone, name: ' ' }).status).toBe(400);
    expect(jira.ask('ann', 'POST', path, { name: 'Wall' }).status).toBe(400);
  });

  test('is listed and found by a part of its name', () => {
    const jira = aSmallJira();
    anns(jira);
    anns(jira, { name: 'Ceiling', sharePermissions: everybody });
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
    expect(names(jira.ann.get(path).dashboards)).toEqual(['Ceiling', 'Wall']);
    expect(names(jira.bob.get(path).dashboards)).toEqual(['Ceiling']);
    expect(jira.bob.get(`${path}?filter=my`)).toMatchObject({ total: 0, dashboards: [] });
    const found = jira.ann.get(`${path}/search?dashboardName=wal&expand=owner`);
    expect(found.values).toEqual([
      {
        id: expect.any(String),
        name: 'Wall',
        self: expect.any(String),
        owner: expect.objectContaining({ accountId: 'ann' }),
      },
    ]);
  });
});

describe('a gadget', () => {
  test('is one of those that the app declares', () => {
    const jira = aSmallJira();
    expect(jira.ann.get(`${path}/gadgets`).gadgets).toEqual([
      { moduleKey: expect.stringMatching(/^ari:cloud:ecosystem::extension\/.+\/static\/tally$/), title: 'Tally' },
    ]);
    expect(jira.ask('ann', 'POST', `${path}/${anns(jira)}/gadget`, { moduleKey: 'another' }).status).toBe(400);
  });

  test('moves those below it down, and up again when it goes', () => {
    const jira = aSmallJira();
    const id = anns(jira);
    for (const title of ['third', 'second', 'first']) added(jira, id, { title });
    const late = added(jira, id, { title: 'late', position: { column: 0, row: 1 } });
    expect(standing(jira, id).map(([title]: string[]) => title)).toEqual(['first', 'late', 'second', 'third']);
    jira.ann.put(`${path}/${id}/gadget/${late}`, { position: { column: 1, row: 5 } });
    expect(standing(jira, id)).toEqual([
      ['first', 0, 0],
      ['second', 0, 1],
      ['third', 0, 2],
      ['late', 1, 0],
    ]);
    jira.ann.delete(`${path}/${id}/gadget/${late}`);
    expect(standing(jira, id)).toHaveLength(3);
  });

  test('is changed in title and colour, by who may edit the dashboard', () => {
    const jira = aSmallJira();
    const id = anns(jira, { sharePermissions: everybody });
    const gadget = added(jira, id);
    jira.ann.put(`${path}/${id}/gadget/${gadget}`, { title: 'Count', color: 'green' });
    const { gadgets } = jira.bob.get(`${path}/${id}/gadget?gadgetId=${gadget}`);
    expect(gadgets).toEqual([expect.objectContaining({ id: gadget, title: 'Count', color: 'green' })]);
    expect(jira.ask('bob', 'PUT', `${path}/${id}/gadget/${gadget}`, { title: 'Mine' }).status).toBe(400);
    expect(jira.ask('ann', 'PUT', `${path}/${id}/gadget/${gadget}`, { color: 'beige' }).status).toBe(400);
  });

  test('keeps properties, which only who may edit the dashboard writes', () => {
    const jira = aSmallJira();
    const id = anns(jira, { sharePermissions: everybody });
    const item = `${path}/${id}/items/${added(jira, id)}/properties`;
    expect(jira.ask('ann', 'PUT', `${item}/config`, { size: 3 }).status).toBe(201);
    expect(jira.ask('ann', 'PUT', `${item}/config`, { size: 4 }).status).toBe(200);
    expect(jira.bob.get(`${item}/config`)).toEqual({ key: 'config', value: { size: 4 } });
    expect(jira.bob.get(item).keys).toEqual([{ key: 'config', self: expect.stringContaining('/properties/config') }]);
    expect(jira.ask('bob', 'PUT', `${item}/config`, {}).status).toBe(403);
    jira.ann.delete(`${item}/config`);
    expect(jira.ask('ann', 'GET', `${item}/config`).status).toBe(404);
  });
});
