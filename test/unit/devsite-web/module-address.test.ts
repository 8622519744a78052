import { addressOfModule, namedPage } from '../../../devsite/web/pages/panel/module-address';
import type { AppModule } from '../../../devsite/web/pages/panel/shown-app';

const app = {
  appId: 'an-app',
  environmentId: 'an-environment',
  name: 'An app',
  isInstalled: true,
  resources: [],
  modules: [],
};
const aModule = (type: string, use?: AppModule['use']): AppModule => ({
  moduleKey: 'a-module',
  type,
  title: 'A module',
  isEditable: false,
  isDynamic: false,
  isRefreshable: true,
  unheeded: [],
  sections: [],
  ...(use && { use }),
});
const software = { key: 'OPS', projectTypeKey: 'software', style: 'classic' };

test.each([
  ['jira:adminPage', undefined, undefined, '/jira/settings/apps/an-app/an-environment'],
  ['jira:adminPage', 'config', undefined, '/jira/settings/apps/configure/an-app/an-environment'],
  ['jira:adminPage', 'get-started', undefined, '/jira/settings/apps/get-started/an-app/an-environment'],
  ['jira:globalPage', undefined, undefined, '/jira/apps/an-app/an-environment'],
  ['jira:projectPage', undefined, software, '/jira/software/c/projects/OPS/apps/an-app/an-environment'],
  [
    'jira:projectPage',
    undefined,
    { ...software, style: 'next-gen' },
    '/jira/software/projects/OPS/apps/an-app/an-environment',
  ],
  [
    'jira:projectPage',
    undefined,
    { key: 'BIZ', projectTypeKey: 'business' },
    '/jira/core/projects/BIZ/apps/an-app/an-environment',
  ],
  [
    'jira:projectSettingsPage',
    undefined,
    software,
    '/jira/software/c/projects/OPS/settings/apps/an-app/an-environment',
  ],
] as const)('a %s (%s) in %j is at its address, which names it', (type, use, within, address) => {
  expect(addressOfModule(aModule(type, use), app, within)).toBe(address);
  expect(namedPage(`${address}/deeper`)).toEqual({
    type,
    base: address,
    ...(use && { use }),
    ...(within && { projectKey: within.key }),
  });
});

test('an address of no app names none', () => {
  expect(namedPage('/jira/apps')).toBeUndefined();
  expect(namedPage('/issues')).toBeUndefined();
});
