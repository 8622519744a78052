import type { Manifest } from '../../../devsite/manifest';
import { openSurfaces, type Surfaces } from '../../../devsite/web/surfaces';
import { anIncident, aSmallJira, aSmallSeed, type SmallJira } from '../../builders/a-small-jira';

const url = 'http://site.example';
const appOrigin = 'http://app.example';

const aManifest = (modules: Manifest['modules']): Manifest => ({
  app: { id: 'ari:cloud:ecosystem::app/11111111-1111-4111-8111-111111111111', runtime: { name: 'nodejs24.x' } },
  modules,
  resources: [{ key: 'page', path: 'page' }],
});

const ofEachKind = aManifest({
  'jira:issuePanel': [{ key: 'panel', title: 'A panel', resource: 'page', displayConditions: {} }],
  'jira:issueContext': [
    {
      key: 'context',
      title: { i18n: 'context.title' },
      label: 'A label',
      resource: 'page/beside',
      icon: 'resource:page;./a.svg',
    },
  ],
  'jira:issueAction': [{ key: 'action', title: 'An action', resource: 'page', render: 'native' }],
  'jira:projectPage': [{ key: 'project', title: 'A page', resource: 'page' }],
  'jira:projectSettingsPage': [{ key: 'settings', title: 'Settings', resource: 'page' }],
  'jira:globalPage': [
    { key: 'global', title: 'Global', resource: 'page', pages: [{ title: 'First', route: 'first' }] },
  ],
  'jira:adminPage': [{ key: 'admin', title: 'Admin', resource: 'page', useAsConfig: true }],
  'jira:dashboardGadget': [
    { key: 'tally', title: { text: 'Tally', href: '/browse' }, resource: 'page', edit: { resource: 'page/edit' } },
  ],
});

function opened(): { readonly jira: SmallJira; readonly surfaces: Surfaces } {
  const seed = aSmallSeed();
  const admins = { ADMINISTER: [{ user: 'ann' }], ADMINISTER_PROJECTS: [{ role: 'Lead' }] };
  const jira = aSmallJira({ ...seed, permissions: { ...seed.permissions, ...admins } });
  const ids = { cloudId: 'a-cloud', environmentId: 'an-environment', installationId: 'an-installation' };
  const installation = { ...ids, environmentType: 'DEVELOPMENT' };
  const site = { jira, manifest: ofEachKind, installation, appAccountId: 'the-app', isInstalled: () => true };
  return { jira, surfaces: openSurfaces({ site, url, appOrigin }) };
}

const project = { id: expect.any(String), key: 'OPS', type: 'software' };

describe('the context', () => {
  test.each([
    ['panel', 'jira:issuePanel', { isNewToIssue: false }],
    ['context', 'jira:issueContext', {}],
    ['action', 'jira:issueAction', {}],
  ])('of the issue’s %s names the issue and its project', (moduleKey, type, more) => {
    const { jira, surfaces } = opened();
    const { id, key: issueKey } = jira.ann.post('/rest/api/3/issue', anIncident());
    expect(surfaces.extension({ moduleKey, issueKey }, 'ann')).toEqual({
      type,
      location: `${url}/browse/${issueKey}`,
      issue: { id, key: issueKey, type: 'Incident', typeId: expect.any(String) },
      project,
      ...more,
    });
    expect(surfaces.extension({ moduleKey, issueKey }, 'eve')).toBeUndefined();
  });

  test.each(['project', 'settings'])('of a project’s %s page names the project', (moduleKey) => {
    const said = opened().surfaces.extension({ moduleKey, projectKey: 'OPS', path: '/there?by=me' }, 'ann');
    expect(said).toMatchObject({ project, location: `${url}/there?by=me` });
  });

  test('of a page of the site names nothing but the page', () => {
    const said = opened().surfaces.extension({ moduleKey: 'global', path: '/jira/apps' }, 'cid');
    expect(said).toEqual({ type: 'jira:globalPage', location: `${url}/jira/apps` });
  });

  test('never lies on another site', () => {
    const said = opened().surfaces.extension({ moduleKey: 'global', path: '//elsewhere.example/' }, 'cid');
    expect(said?.location).toBe(url);
  });

  test.each([
    ['cid', { moduleKey: 'admin' }],
    ['bob', { moduleKey: 'settings', projectKey: 'OPS' }],
    ['eve', { moduleKey: 'project', projectKey: 'OPS' }],
    ['ann', { moduleKey: 'project' }],
    ['ann', { moduleKey: 'unknown' }],
  ])('is kept from %s at %j', (accountId, place) => {
    expect(opened().surfaces.extension(place, accountId)).toBeUndefined();
  });

  test('of a gadget names its dashboard and what was configured, and its edit view', () => {
    const { jira, surfaces } = opened();
    const path = '/rest/api/3/dashboard';
    const sharePermissions = [{ type: 'authenticated' }];
    const dashboard = jira.ann.post(path, { name: 'Wall', sharePermissions, editPermissions: [] });
    const { moduleKey } = jira.ann.get(`${path}/gadgets`).gadgets[0];
    const gadget = jira.ann.post(`${path}/${dashboard.id}/gadget`, { moduleKey });
    jira.ann.put(`${path}/${dashboard.id}/items/${gadget.id}/properties/config`, { size: 3 });
    const place = { moduleKey: 'tally', dashboardId: dashboard.id, gadgetId: String(gadget.id), path: '/wall' };
    const said = {
      type: 'jira:dashboardGadget',
      location: `${url}/wall`,
      dashboard: { id: dashboard.id },
      gadget: { id: String(gadget.id) },
      gadgetConfiguration: { size: 3 },
    };
    expect(surfaces.extension(place, 'bob')).toEqual(said);
    expect(surfaces.extension({ ...place, entryPoint: 'edit' }, 'ann')).toEqual({ ...said, entryPoint: 'edit' });
    expect(surfaces.extension({ ...place, entryPoint: 'edit' }, 'bob')).toBeUndefined();
  });
});

describe('the app as the pages see it', () => {
  const shown = (accountId: string, key: string) =>
    opened()
      .surfaces.app(accountId)
      .modules.find(({ moduleKey }) => moduleKey === key);

  test('has addresses where its manifest names resources', () => {
    expect(shown('cid', 'context')).toMatchObject({
      title: 'context.title',
      label: 'A label',
      src: `${appOrigin}/page/beside.html`,
      icon: `${appOrigin}/page/a.svg`,
    });
    expect(shown('cid', 'tally')).toMatchObject({
      title: 'Tally',
      titleHref: '/browse',
      src: `${appOrigin}/page/index.html`,
      editSrc: `${appOrigin}/page/edit.html`,
    });
  });

  test('has none for what UI Kit draws', () => {
    expect(shown('cid', 'action')).not.toHaveProperty('src');
  });

  test('lists pages in sections, and what is not heeded by name', () => {
    expect(shown('cid', 'global')?.sections).toEqual([{ pages: [{ title: 'First', route: 'first' }] }]);
    expect(shown('cid', 'panel')?.unheeded).toEqual(['displayConditions']);
  });

  test('shows administrators’ pages to administrators alone', () => {
    expect(shown('ann', 'admin')).toMatchObject({ use: 'config' });
    expect(shown('bob', 'admin')).toBeUndefined();
  });
});
